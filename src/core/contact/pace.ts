// What is set about pace: rhythms of classes, and the quiet rule. What stands against it is said beside its field.
import { everybody, type Criteria, type Rule } from '../../model/criteria.ts'
import type { AnswerId, BusinessRelationId, IndustryGroupId, MailingGroupId } from '../../model/ids.ts'
import type { Cadence, Pace } from '../../model/settings.ts'
import { isCadence } from './cadence.ts'

/** As long as nobody has set anything: no rhythms, and as many letters as one likes. */
export const paceOr = (stored: Pace | undefined): Pace => stored ?? { rev: 0, id: 'pace', cadences: [] }

export type CadenceProblem = 'noClass' | 'classGone' | 'classTwice' | 'badDays'
export type QuietProblem = 'badLetters' | 'badDays'

export interface PaceProblems {
  /** For each rhythm what stands against it, if anything does. */
  cadences: CadenceProblem[][]
  quiet: QuietProblem[]
}

/** The greatest number of letters that the quiet rule can name. */
export const mostLetters = 99

/** @param isThere whether the list has such a row */
export function paceProblems({ cadences, quiet }: Pick<Pace, 'cadences' | 'quiet'>, isThere: (cadence: Cadence) => boolean): PaceProblems {
  const seen = new Set<string>()
  const found = cadences.map((cadence): CadenceProblem[] => {
    const { list, id, days } = cadence
    const isTwice = seen.has(`${list} ${id}`)
    seen.add(`${list} ${id}`)
    const ofDays: CadenceProblem[] = isCadence(days) ? [] : ['badDays']
    if (id === '') return ['noClass', ...ofDays]
    if (!isThere(cadence)) return ['classGone', ...ofDays]
    return isTwice ? ['classTwice', ...ofDays] : ofDays
  })
  const isLetters = !quiet || (Number.isInteger(quiet.letters) && quiet.letters >= 1 && quiet.letters <= mostLetters)
  return {
    cadences: found,
    quiet: [...(isLetters ? [] : (['badLetters'] as const)), ...(!quiet || isCadence(quiet.days) ? [] : (['badDays'] as const))],
  }
}

export const isFine = ({ cadences, quiet }: PaceProblems): boolean => quiet.length === 0 && cadences.every((one) => one.length === 0)

/** Everybody of this class, and everybody whose company is: as `cadenceOf` looks for them. */
export function ofClass({ list, id }: Pick<Cadence, 'list' | 'id'>): Criteria {
  return { ...everybody, match: 'any', items: rulesOf(list, id) }
}

function rulesOf(list: Cadence['list'], id: string): Rule[] {
  const operator = 'hasAnyOf' as const
  const company = { of: 'company' as const }
  switch (list) {
    case 'mailingGroups': {
      const rule = { kind: 'mailingGroup' as const, operator, ids: [id as MailingGroupId] }
      return [rule, { ...rule, ...company }]
    }
    case 'answers': {
      const rule = { kind: 'answer' as const, operator, ids: [id as AnswerId] }
      return [rule, { ...rule, ...company }]
    }
    case 'industryGroups':
      return [{ kind: 'industryGroup', operator, ids: [id as IndustryGroupId] }]
    case 'businessRelations':
      return [{ kind: 'businessRelation', operator, ids: [id as BusinessRelationId] }]
    case 'organizationalLevels':
      return [{ kind: 'choice', field: 'organizationalLevelId', operator: 'isAnyOf', values: [id] }]
  }
}
