// The short lists that contacts are sorted by: who has a row of a list, and what a row that is deleted leaves behind.
// BC: Setup/MailingGroup.Table.al (OnDelete takes it from the contacts), Contact/ContactMailingGroup.Table.al and its sisters
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinAll, unchanged, type Changes, type Row } from '../../model/tables.ts'
import { planContactChange, type ContactFields } from './edit.ts'

export const listTables = [
  'mailingGroups',
  'industryGroups',
  'businessRelations',
  'jobResponsibilities',
  'organizationalLevels',
  'territories',
  'webSources',
] as const
export type ListTable = (typeof listTables)[number]

/** Lists that are no table of codes of their own: salespeople, and what contacts hold as a code. */
export const furtherLists = ['salespeople', 'salutations', 'countries', 'languages'] as const
/** Lists of a code with a description, made and changed in one way; statuses stand on campaigns, not on contacts. */
export const codedLists = [...listTables, 'campaignStatuses'] as const
export type CodedList = (typeof codedLists)[number]
/** What is maintained as a list: renamed, merged, deleted. */
export const setupLists = [...codedLists, ...furtherLists] as const
export type SetupList = (typeof setupLists)[number]

/** What contacts hold, by id or by code: rows of the lists, and answers of the profile questionnaires. */
export const heldLists = [...listTables, ...furtherLists, 'answers'] as const
export type HeldList = (typeof heldLists)[number]

/** The ids or codes of this list that the contact has itself; what a person takes over from her company is not among them. */
export function heldIds(contact: Contact, list: HeldList): readonly string[] {
  switch (list) {
    case 'mailingGroups':
      return contact.mailingGroupIds
    case 'answers':
      return contact.answerIds
    case 'territories':
      return contact.territoryId ? [contact.territoryId] : []
    case 'industryGroups':
      return contact.type === 'company' ? contact.industryGroupIds : []
    case 'businessRelations':
      return contact.type === 'company' ? contact.businessRelations.map((relation) => relation.businessRelationId) : []
    case 'jobResponsibilities':
      return contact.type === 'person' ? contact.jobResponsibilityIds : []
    case 'organizationalLevels':
      return contact.type === 'person' && contact.organizationalLevelId ? [contact.organizationalLevelId] : []
    case 'webSources':
      return contact.type === 'company' ? (contact.webSources ?? []).map(({ webSourceId }) => webSourceId) : []
    case 'salespeople':
      return filled([contact.salespersonId])
    case 'salutations':
      return filled([contact.salutationCode])
    case 'countries':
      return filled([contact.countryCode, ...contact.alternativeAddresses.map(({ countryCode }) => countryCode)])
    case 'languages':
      return filled([contact.languageCode])
  }
}

const filled = (keys: readonly (string | undefined)[]): string[] => [...new Set(keys.flatMap((key) => key || []))]

/** Deletes a row of a list and takes it from everybody who has it. @param holders all contacts that have it */
export function planListRowDelete(table: CodedList, row: Row<CodedList>, holders: readonly Contact[], occasion: Occasion): Changes {
  const gone: Changes = { put: {}, remove: { [table]: [row.id] }, requires: [unchanged(table, row)] }
  if (table === 'campaignStatuses') return gone
  const ids = new Set<string>([row.id])
  return joinAll([gone, ...holders.map((contact) => planContactChange(contact, withoutIds(contact, table, ids), occasion))])
}

/** What is left of a list when some of its rows are taken from the contact. */
export function withoutIds(contact: Contact, list: ListTable | 'answers', gone: ReadonlySet<string>): ContactFields {
  const stays = (id: string) => !gone.has(id)
  if (!heldIds(contact, list).some((id) => gone.has(id))) return {}
  switch (list) {
    case 'mailingGroups':
      return { mailingGroupIds: contact.mailingGroupIds.filter(stays) }
    case 'answers':
      return { answerIds: contact.answerIds.filter(stays) }
    case 'territories':
      return { territoryId: undefined }
    case 'organizationalLevels':
      return { organizationalLevelId: undefined }
    case 'jobResponsibilities':
      return contact.type === 'person' ? { jobResponsibilityIds: contact.jobResponsibilityIds.filter(stays) } : {}
    case 'industryGroups':
      return contact.type === 'company' ? { industryGroupIds: contact.industryGroupIds.filter(stays) } : {}
    case 'businessRelations':
      return contact.type === 'company'
        ? { businessRelations: contact.businessRelations.filter((relation) => stays(relation.businessRelationId)) }
        : {}
    case 'webSources':
      return contact.type === 'company' ? { webSources: (contact.webSources ?? []).filter(({ webSourceId }) => stays(webSourceId)) } : {}
  }
}

/** Codes are compared without regard to case. */
export const sameCode = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase()

/** The code as it was typed, in capitals; a blank one is made from the description. Refused when another row has it (`codeTaken`). */
export function codeFor(typed: string, description: string, others: readonly string[]): Result<string, Failure> {
  const code = typed.trim().toUpperCase() || freeCode(description, others)
  const twin = others.find((other) => sameCode(other, code))
  return twin === undefined ? ok(code) : refuse({ code: 'codeTaken', taken: twin })
}

/** The description as it was typed, without blanks at its ends. Refused when it is blank, or another row is called so (`nameTaken`). */
export function nameFor(typed: string, others: readonly { description: string }[]): Result<string, Failure> {
  const name = typed.trim()
  if (!name) return refuse({ code: 'nameBlank' })
  const twin = others.find(({ description }) => sameCode(description, name))
  return twin === undefined ? ok(name) : refuse({ code: 'nameTaken', taken: twin.description })
}

/** A code of at most ten letters and digits made from a description; one that is taken gets a figure at its end. */
export function freeCode(description: string, taken: readonly string[]): string {
  const plain = description.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
  for (let count = 1; ; count++) {
    const end = count === 1 ? '' : String(count)
    const code = plain.slice(0, 10 - end.length) + end
    if (!taken.some((other) => sameCode(other, code))) return code
  }
}
