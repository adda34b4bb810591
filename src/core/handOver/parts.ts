// In which parts a row is compared when two tablets bring theirs together: fields that only make sense together (an address, a name, who an
// entry is with) are one part, lists are merged member by member, and of consents the strictest holds.
import { canonical, printOf } from '../../base/print.ts'
import type { Print } from '../../model/handOver.ts'
import type { TableName } from '../../model/tables.ts'

/** A row of any table, or a segment with its lines and steps. */
export type AnyRow = Record<string, unknown> & { id: string; rev: number }
export type Values = Record<string, unknown>

/** Not compared: the key, the commit, when it was changed, whether it was invented. */
const beside = new Set(['id', 'rev', 'changedAt', 'sample'])

const together = (part: string, ...fields: string[]) => Object.fromEntries(fields.map((field) => [field, part]))

const blocks: Partial<Record<TableName, Record<string, string>>> = {
  contacts: {
    ...together('address', 'address', 'address2', 'postCode', 'city', 'county', 'countryCode'),
    ...together('name', 'name', 'title', 'firstName', 'middleName', 'surname', 'initials'),
  },
  entries: {
    ...together('who', 'contactId', 'companyId', 'deletedContactId', 'contactName', 'companyName'),
    ...together('response', 'respondedDay', 'responseStatusId'),
    ...together('cancelled', 'cancelled', 'cancelReason', 'cancelledWith'),
  },
  campaignEntries: together('cancelled', 'cancelled', 'cancelReason'),
  loggedStates: together('cancelled', 'cancelled', 'reason', 'at'),
}

const lists: Partial<Record<TableName, readonly string[]>> = {
  contacts: [
    ...['mailingGroupIds', 'answerIds', 'jobResponsibilityIds', 'industryGroupIds', 'businessRelations', 'webSources'],
    ...['notes', 'former'],
  ],
  entries: ['comments'],
  callRounds: ['contactIds', 'skipped', 'leftOut'],
  targetGroups: ['contactIds'],
}

/** What holds when both changed it: of a contact what protects her, of an entry that it was cancelled. */
const strict: Partial<Record<TableName, Record<string, boolean>>> = {
  contacts: { excludeFromSegment: true, privacyBlocked: true, minor: true, parentalConsent: false },
  entries: { cancelled: true },
  campaignEntries: { cancelled: true },
  loggedStates: { cancelled: true },
}

export const partOf = (table: TableName, field: string): string | undefined =>
  beside.has(field) ? undefined : (blocks[table]?.[field] ?? field)

/** Whether it is a list whose members are merged one by one. */
export const isList = (table: TableName, part: string): boolean => lists[table]?.includes(part) ?? false

/** The value that wins over the other one, where both changed it; undefined where a person has to say. */
export const strictValue = (table: TableName, part: string): boolean | undefined => strict[table]?.[part]

/** The fields of a row by part. */
export function partsOf(table: TableName, row: AnyRow): Map<string, Values> {
  const parts = new Map<string, Values>()
  for (const [field, value] of Object.entries(row)) {
    const part = partOf(table, field)
    if (part === undefined || value === undefined) continue
    const known = parts.get(part)
    if (known) known[field] = value
    else parts.set(part, { [field]: value })
  }
  return parts
}

/** What is told apart in a list: a key as it is, anything else by its mark. */
export const memberKey = (member: unknown): string => (typeof member === 'string' ? member : printOf(member))

export const membersOf = (values: Values | undefined, part: string): unknown[] => {
  const list = values?.[part]
  return Array.isArray(list) ? (list as unknown[]) : []
}

/** The marks of all parts of a row. A list that is empty is as one that is not there. */
export function printsOf(table: TableName, row: AnyRow): Record<string, Print> {
  const prints: Record<string, Print> = {}
  for (const [part, values] of partsOf(table, row))
    if (!isList(table, part)) prints[part] = printOf(values)
    else if (membersOf(values, part).length > 0) prints[part] = membersOf(values, part).map(memberKey)
  return prints
}

/** Whether two parts say the same; the order of a list says nothing. */
export const isSame = (table: TableName, part: string, one: Values | undefined, other: Values | undefined): boolean =>
  isList(table, part)
    ? canonical(membersOf(one, part).map(memberKey).sort()) === canonical(membersOf(other, part).map(memberKey).sort())
    : canonical(one ?? {}) === canonical(other ?? {})
