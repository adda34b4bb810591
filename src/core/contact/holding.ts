// What a contact is given on its card, row by row: groups, relations, responsibilities, level, territory, salesperson, web sources.
// BC: Contact/ContactMailingGroup.Table.al and its sisters, Contact/ContactWebSource.Table.al
import type { Contact } from '../../model/contact.ts'
import type {
  BusinessRelationId,
  IndustryGroupId,
  JobResponsibilityId,
  MailingGroupId,
  OrganizationalLevelId,
  SalespersonId,
  TerritoryId,
  WebSourceId,
} from '../../model/ids.ts'
import type { ContactFields } from './edit.ts'

export type Holding =
  | 'mailingGroups'
  | 'industryGroups'
  | 'businessRelations'
  | 'jobResponsibilities'
  | 'organizationalLevels'
  | 'territories'
  | 'salespeople'
  | 'webSources'

/** Of these a contact has one at most: another one takes its place. */
export const holdsOne = (list: Holding): boolean => list === 'organizationalLevels' || list === 'territories' || list === 'salespeople'

/** The fields after the contact was given this row of the list; a row it has stays as it is. */
export function withHeld(contact: Contact, list: Holding, id: string): ContactFields {
  if (list === 'mailingGroups') return { mailingGroupIds: among(contact.mailingGroupIds, id as MailingGroupId) }
  if (list === 'territories') return { territoryId: id as TerritoryId }
  if (list === 'salespeople') return { salespersonId: id as SalespersonId }
  return contact.type === 'company' ? ofCompany(contact, list, id) : ofPerson(contact, list, id)
}

const among = <T>(ids: readonly T[], id: T): T[] => (ids.includes(id) ? [...ids] : [...ids, id])

function ofCompany(company: Contact & { type: 'company' }, list: Holding, id: string): ContactFields {
  if (list === 'industryGroups') return { industryGroupIds: among(company.industryGroupIds, id as IndustryGroupId) }
  if (list === 'businessRelations') return relationNo(company, id as BusinessRelationId)
  return list === 'webSources' ? searchWord(company, id as WebSourceId) : {}
}

function ofPerson(person: Contact & { type: 'person' }, list: Holding, id: string): ContactFields {
  if (list === 'jobResponsibilities') return { jobResponsibilityIds: among(person.jobResponsibilityIds, id as JobResponsibilityId) }
  return list === 'organizationalLevels' ? { organizationalLevelId: id as OrganizationalLevelId } : {}
}

/** The fields after this row was taken from the contact. */
export function withoutHeld(contact: Contact, list: Holding, id: string): ContactFields {
  const stays = (other: string) => other !== id
  const company = contact.type === 'company' ? contact : undefined
  const person = contact.type === 'person' ? contact : undefined
  switch (list) {
    case 'mailingGroups':
      return { mailingGroupIds: contact.mailingGroupIds.filter(stays) }
    case 'industryGroups':
      return company ? { industryGroupIds: company.industryGroupIds.filter(stays) } : {}
    case 'businessRelations':
      return company ? { businessRelations: company.businessRelations.filter((one) => stays(one.businessRelationId)) } : {}
    case 'webSources':
      return company ? { webSources: (company.webSources ?? []).filter((one) => stays(one.webSourceId)) } : {}
    case 'jobResponsibilities':
      return person ? { jobResponsibilityIds: person.jobResponsibilityIds.filter(stays) } : {}
    case 'organizationalLevels':
      return person?.organizationalLevelId === id ? { organizationalLevelId: undefined } : {}
    case 'territories':
      return contact.territoryId === id ? { territoryId: undefined } : {}
    case 'salespeople':
      return contact.salespersonId === id ? { salespersonId: undefined } : {}
  }
}

/** A company's relation with its number there; without one it keeps the number it has. */
export function relationNo(contact: Contact, id: BusinessRelationId, no?: string): ContactFields {
  if (contact.type !== 'company') return {}
  const relations = contact.businessRelations
  const changed = relations.map((one) => (one.businessRelationId === id && no !== undefined ? { ...one, no: no.trim() } : one))
  const has = relations.some((one) => one.businessRelationId === id)
  return { businessRelations: has ? changed : [...changed, { businessRelationId: id, no: (no ?? '').trim() }] }
}

/** Where a company is found on the web, and under which word: at first its name. */
export function searchWord(contact: Contact, id: WebSourceId, word?: string): ContactFields {
  if (contact.type !== 'company') return {}
  const sources = contact.webSources ?? []
  const changed = sources.map((one) => (one.webSourceId === id && word !== undefined ? { ...one, searchWord: word.trim() } : one))
  const has = sources.some((one) => one.webSourceId === id)
  return { webSources: has ? changed : [...changed, { webSourceId: id, searchWord: (word ?? contact.name).trim() }] }
}
