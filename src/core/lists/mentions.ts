// Where rows name what stands in the lists, by id or by code: one walk over any row, so that what is merged or renamed is followed
// everywhere, in criteria and in what was frozen as well.
import type { SetupList } from '../contact/lists.ts'
import type { Cadence } from '../../model/settings.ts'
import type { Row, TableName } from '../../model/tables.ts'
import { inExpression } from './mentionsInFilter.ts'

/** What a mention becomes: another id or code, or itself. */
export type Renaming = (key: string) => string

/** Under which names rows hold what stands in a list. */
const fields: Record<SetupList, readonly string[]> = {
  mailingGroups: ['mailingGroupIds'],
  industryGroups: ['industryGroupIds'],
  businessRelations: ['businessRelationId'],
  jobResponsibilities: ['jobResponsibilityIds'],
  organizationalLevels: ['organizationalLevelId'],
  territories: ['territoryId'],
  webSources: ['webSourceId'],
  salespeople: ['salespersonId', 'salespersonIds'],
  salutations: ['salutationCode', 'companySalutationCode', 'personSalutationCode'],
  countries: ['countryCode', 'countryCodes'],
  languages: ['languageCode', 'languageCodes'],
  campaignStatuses: ['statusId'],
}

/** Kinds of rules whose `ids` are rows of a list. */
const ruleKinds: Readonly<Record<string, SetupList>> = {
  mailingGroup: 'mailingGroups',
  industryGroup: 'industryGroups',
  businessRelation: 'businessRelations',
  jobResponsibility: 'jobResponsibilities',
}
/** Fields of rules whose values or expression name rows of a list. */
const ruleFields: Readonly<Record<string, SetupList>> = {
  territoryId: 'territories',
  organizationalLevelId: 'organizationalLevels',
  salespersonId: 'salespeople',
  salutationCode: 'salutations',
  countryCode: 'countries',
  languageCode: 'languages',
}

/** What letters were made of, and what is no row of ours. */
const closed: ReadonlySet<string> = new Set(['written', 'mapping', 'letter', 'bytes', 'comments'])
/** Lines, and what steps did with them, name salespeople and languages only. */
const ofLines: ReadonlySet<string> = new Set(['lines', 'outcome', 'moved'])
const onLines: ReadonlySet<SetupList> = new Set<SetupList>(['salespeople', 'languages'])

const criteria = ['savedCriteria', 'steps', 'loggedSegments'] as const
const people = ['contacts', 'merges'] as const

/** Tables whose rows may name what stands in a list. */
export const mentioning: Record<SetupList, readonly TableName[]> = {
  mailingGroups: [...people, ...criteria, 'settings'],
  industryGroups: [...people, ...criteria, 'settings'],
  businessRelations: [...people, ...criteria, 'questionnaires', 'settings'],
  jobResponsibilities: [...people, ...criteria],
  organizationalLevels: [...people, ...criteria, 'settings'],
  territories: [...people, ...criteria, 'settings'],
  webSources: people,
  campaignStatuses: ['campaigns'],
  salespeople: [
    ...people,
    ...criteria,
    ...(['tasks', 'opportunities', 'callRounds'] as const),
    ...(['settings', 'segments', 'segmentLines', 'campaigns', 'campaignEntries', 'loggedLines', 'entries'] as const),
  ],
  salutations: [...people, ...criteria, 'settings', 'salutationFormulas'],
  countries: [...people, ...criteria, 'settings'],
  languages: [...people, ...criteria, 'settings', 'segments', 'segmentLines', 'templates', 'salutationFormulas'],
}

/** The row with all that it names of the list renamed; itself when nothing is. Of what was logged the criteria follow, and salespeople. */
export function renamedRow<T extends TableName>(table: T, row: Row<T>, list: SetupList, to: Renaming): Row<T> {
  if (table !== 'loggedSegments' || list === 'salespeople') return renamed(row, list, to)
  const steps = renamed((row as Row<'loggedSegments'>).steps, list, to)
  return steps === (row as Row<'loggedSegments'>).steps ? row : { ...row, steps }
}

/** All ids or codes of the list that the row names. */
export function namedIn<T extends TableName>(table: T, row: Row<T>, list: SetupList): Set<string> {
  const named = new Set<string>()
  renamedRow(table, row, list, (key) => (named.add(key), key))
  return named
}

/** The same of a part of a row. */
export function namedPart(part: unknown, list: SetupList): Set<string> {
  const named = new Set<string>()
  renamed(part, list, (key) => (named.add(key), key))
  return named
}

/** Any value with what it names of the list renamed; itself when nothing is. */
export function renamed<V>(value: V, list: SetupList, to: Renaming): V {
  if (Array.isArray(value)) return renamedAll(value as unknown[], list, to) as V
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return value
  const record = value as Record<string, unknown>
  let after: Record<string, unknown> | undefined
  for (const [name, part] of Object.entries(record)) {
    const now = renamedPart(name, part, record, list, to)
    if (now !== part) (after ??= { ...record })[name] = now
  }
  return (after ?? value) as V
}

function renamedPart(name: string, part: unknown, of: Record<string, unknown>, list: SetupList, to: Renaming): unknown {
  if (isNaming(name, of, list))
    return Array.isArray(part) ? allOnce(part as string[], to) : typeof part === 'string' && part ? to(part) : part
  if (name === 'expression' && typeof part === 'string') return ruleFields[String(of['field'])] === list ? inExpression(part, to) : part
  if (closed.has(name) || (ofLines.has(name) && !onLines.has(list))) return part
  if (name === 'cadences') return cadences(part, list, to)
  if (name === 'businessRelations' || name === 'webSources') return holdings(part, list, to)
  return renamed(part, list, to)
}

function isNaming(name: string, of: Record<string, unknown>, list: SetupList): boolean {
  if (name === 'ids') return ruleKinds[String(of['kind'])] === list
  // A class with a rhythm of its own names it by its list and its key.
  if (name === 'id') return of['list'] === list && 'days' in of
  if (name === 'values') return of['kind'] === 'choice' && ruleFields[String(of['field'])] === list
  return fields[list].includes(name)
}

function renamedAll(values: unknown[], list: SetupList, to: Renaming): unknown[] {
  const after = values.map((value) => renamed(value, list, to))
  return after.some((value, at) => value !== values[at]) ? after : values
}

/** Each once: two rows became one. */
function allOnce(keys: string[], to: Renaming): string[] {
  const after = keys.map(to)
  return after.some((key, at) => key !== keys[at]) ? [...new Set(after)] : keys
}

/** Relations and web sources of a company. Of two that became one, the one that was there keeps its number or word; a blank one is filled. */
function holdings(part: unknown, list: SetupList, to: Renaming): unknown {
  const [own = ''] = fields[list]
  if (!Array.isArray(part) || (own !== 'businessRelationId' && own !== 'webSourceId')) return part
  const before = part as Record<string, string>[]
  const after = before.map((one) => renamed(one, list, to))
  if (after.every((one, at) => one === before[at])) return part
  const byKey = new Map<string, Record<string, string>>()
  for (const [at, one] of after.entries()) {
    const twin = byKey.get(one[own] ?? '')
    byKey.set(one[own] ?? '', twin ? (one === before[at] ? filledFrom(one, twin) : filledFrom(twin, one)) : one)
  }
  return [...byKey.values()]
}

/** Rhythms of classes. Of two classes that became one the shorter holds, as it did for who was of both. */
function cadences(part: unknown, list: SetupList, to: Renaming): unknown {
  const after = renamed(part, list, to) as Cadence[]
  if (after === part) return part
  const isShortest = (one: Cadence, at: number) =>
    !after.some(
      (other, place) =>
        other.list === one.list && other.id === one.id && (other.days < one.days || (other.days === one.days && place < at)),
    )
  return after.filter(isShortest)
}

const filledFrom = (one: Record<string, string>, other: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value || (other[name] ?? '')]))
