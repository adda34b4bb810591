// Rhythms and the quiet rule as they are typed, and back; what classes there are to choose from.
import { readNumber } from '../../base/number.ts'
import { paceOr } from '../../core/contact/pace.ts'
import { Cadence, type Pace } from '../../model/settings.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { typedNumber } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { codedOptions, type Option } from '../pieces/choices.ts'

export interface CadenceForm {
  list: Cadence['list']
  id: string
  days: string
}

export interface PaceForm {
  cadences: CadenceForm[]
  quiet: boolean
  letters: string
  days: string
  per: 'person' | 'household'
}

/** What the rule begins with when it is switched on. */
const begin = { letters: 2, days: 60, per: 'household' as const }

export function formOfPace(stored: Pace | undefined): PaceForm {
  const { cadences, quiet } = paceOr(stored)
  const { letters, days, per } = quiet ?? begin
  return {
    cadences: cadences.map((one) => ({ list: one.list, id: one.id, days: typedNumber(one.days) })),
    ...{ quiet: quiet !== undefined, letters: typedNumber(letters), days: typedNumber(days), per },
  }
}

/** What was meant; `NaN` for what is no number. */
export function paceOf({ cadences, quiet, letters, days, per }: PaceForm): Pick<Pace, 'cadences' | 'quiet'> {
  return {
    cadences: cadences.map((one) => ({ list: one.list, id: one.id, days: numberOf(one.days) })),
    ...(quiet ? { quiet: { letters: numberOf(letters), days: numberOf(days), per } } : {}),
  }
}

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : (readNumber(text) ?? Number.NaN))

export const classLists = (): { value: Cadence['list']; label: string }[] =>
  Cadence.shape.list.options.map((value) => ({ value, label: t(`pace.list.${value}`) }))

/** The classes of a list, by what they are called. */
export function classesOf(list: Cadence['list'], lists: Lists): Option[] {
  if (list !== 'answers') return codedOptions(lists[list])
  return lists.questionnaires.flatMap(({ questions }) =>
    questions.flatMap(({ description, answers }) =>
      answers.map(({ id, description: answer }) => ({ value: id, label: `${description}: ${answer}` })),
    ),
  )
}
