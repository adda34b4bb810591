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
] as const
export type ListTable = (typeof listTables)[number]

/** What contacts hold by id: rows of the short lists, and answers of the profile questionnaires. */
export type HeldList = ListTable | 'answers'

/** The ids of this list that the contact has itself; what a person takes over from her company is not among them. */
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
  }
}

/** Deletes a row of a list and takes it from everybody who has it. @param holders all contacts that have it */
export function planListRowDelete(table: ListTable, row: Row<ListTable>, holders: readonly Contact[], occasion: Occasion): Changes {
  const gone: Changes = { put: {}, remove: { [table]: [row.id] }, requires: [unchanged(table, row)] }
  const ids = new Set([row.id])
  return joinAll([gone, ...holders.map((contact) => planContactChange(contact, withoutIds(contact, table, ids), occasion))])
}

/** What is left of a list when some of its rows are taken from the contact. */
export function withoutIds(contact: Contact, list: HeldList, gone: ReadonlySet<string>): ContactFields {
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

/** A code of at most ten letters and digits made from a description; one that is taken gets a figure at its end. */
export function freeCode(description: string, taken: readonly string[]): string {
  const plain = description.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
  for (let count = 1; ; count++) {
    const end = count === 1 ? '' : String(count)
    const code = plain.slice(0, 10 - end.length) + end
    if (!taken.some((other) => sameCode(other, code))) return code
  }
}
