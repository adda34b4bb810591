// How often everybody wants to be heard of, and by when: the same as core/contact/cadence, for all at once.
import type { Day } from '../base/day.ts'
import { endOfRhythms, isCadence } from '../core/contact/cadence.ts'
import type { Cadence } from '../model/settings.ts'
import type { Bitmap, SetKind } from './answers.ts'
import { eachRow, or, without } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { Derived } from './derived.ts'
import { numberOfDay } from './numbers.ts'

/** For each row its rhythm in days; nought where there is none, or where it is never. @param ofCompanies those whose company is one of these */
export function rhythms(columns: Columns, ofCompanies: (bits: Bitmap) => Bitmap): Uint16Array {
  const days = new Uint16Array(columns.words << 5)
  const { rhythm, cadences } = columns.parts
  // The shortest is said last.
  for (const cadence of cadences.filter((one) => isCadence(one.days)).sort((a, b) => b.days - a.days)) {
    const own = holding(cadence, columns)
    eachRow(or(own, ofCompanies(own)), (row) => (days[row] = cadence.days))
  }
  for (let row = 1; row < days.length; row++) if (rhythm.data[row] !== 0) days[row] = rhythm.data[row]! - 1
  return days
}

const kinds: Record<Exclude<Cadence['list'], 'organizationalLevels'>, SetKind> = {
  ...{ mailingGroups: 'mailingGroup', answers: 'answer' },
  ...{ industryGroups: 'industryGroup', businessRelations: 'businessRelation' },
}

/** Who is of a class by itself. */
function holding({ list, id }: Cadence, { parts, words }: Columns): Bitmap {
  if (list !== 'organizationalLevels') return parts.sets[kinds[list]].ask('hasAnyOf', [id], words)
  const column = parts.choices.organizationalLevelId
  return column.rows(
    column.texts.judged((value) => value === id, false),
    words,
  )
}

/** For each row the day by which it wants to be heard of, as a number; nought is never. */
export function nextContacts(columns: Columns, derived: Derived, today: Day): Int32Array {
  const days = derived.rhythms()
  const last = derived.lastInteraction()
  const created = columns.parts.days.createdAt.data
  const next = new Int32Array(days.length)
  const [now, end] = [numberOfDay(today), numberOfDay(endOfRhythms)]
  eachRow(without(columns.live.subarray(0, columns.words), derived.withheld), (row) => {
    if (days[row] === 0 || last[row]! >= end) return
    next[row] = last[row] === 0 ? created[row]! || now : later(last[row]!, days[row]!)
  })
  return next
}

/** So many days later; there is no day nought. */
const later = (number: number, days: number) => (number < 0 && number + days >= 0 ? number + days + 1 : number + days)
