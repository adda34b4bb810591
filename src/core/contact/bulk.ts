// The same change for many contacts: what it makes of each, who has it already, and who cannot have it and why. A company's change goes on to
// its people who still hold what it had, as when it is changed on its card.
import type { BusinessRelationId, IndustryGroupId, JobResponsibilityId, MailingGroupId } from '../../model/ids.ts'
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Inheritable } from '../../model/settings.ts'
import { joinAll, noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { salutationCodes } from '../letter/shippedFormulas.ts'
import { flowsTo, planFlow } from './company.ts'
import { withheld } from './privacy.ts'

export const bulkValues = [
  'salespersonId',
  'territoryId',
  'languageCode',
  'countryCode',
  'salutationCode',
  'correspondenceType',
  'organizationalLevelId',
] as const
export type BulkValue = (typeof bulkValues)[number]

export const bulkLists = ['mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities'] as const
export type BulkList = (typeof bulkLists)[number]

/** One change of one field. */
export type BulkChange =
  /** A blank value takes what is there. */
  | { kind: 'value'; field: BulkValue; value: string }
  | { kind: 'exclude'; on: boolean }
  /** Every so many days; 0 is never, nothing is as the classes say. */
  | { kind: 'cadence'; days: number | undefined }
  | { kind: 'add' | 'remove'; list: BulkList; id: string }

/**
 * What comes of it for one contact: it is changed, is so already, or cannot have it. `withheld`: who may not be written to gets no mailing
 * group; `otherSalutation`: a company's for a person, or the other way round.
 */
export const bulkOutcomes = ['changes', 'already', 'companiesOnly', 'personsOnly', 'otherSalutation', 'withheld', 'gone'] as const
export type BulkOutcome = (typeof bulkOutcomes)[number]

/** The contact as it would be, or why it stays as it is. */
export function bulkOf(contact: Contact, change: BulkChange): Contact | Exclude<BulkOutcome, 'changes' | 'gone'> {
  switch (change.kind) {
    case 'value':
      return withValue(contact, change.field, change.value)
    case 'exclude':
      return contact.excludeFromSegment === change.on ? 'already' : { ...contact, excludeFromSegment: change.on }
    case 'cadence':
      return contact.cadenceDays === change.days ? 'already' : given({ ...contact, cadenceDays: change.days })
    case 'add':
    case 'remove':
      return withListed(contact, change)
  }
}

/** What is read before: the people of companies, and what they take over. */
export interface BulkGround {
  inherits: readonly Inheritable[]
  /** Persons of these companies who are not changed themselves. */
  peopleOf: (companyId: ContactId) => readonly Person[]
}

export interface BulkPlan {
  changes: Changes
  /** People who are changed because their company is. */
  flows: number
}

/** Changes those of these contacts that it changes; all of them must still be as they were read. */
export function planBulk(contacts: readonly Contact[], change: BulkChange, ground: BulkGround, occasion: Occasion): BulkPlan {
  const changed: Contact[] = []
  const flows: Changes[] = []
  let reached = 0
  const before: Contact[] = []
  for (const contact of contacts) {
    const after = bulkOf(contact, change)
    if (typeof after === 'string') continue
    before.push(contact)
    changed.push({ ...after, changedAt: occasion.now })
    if (contact.type !== 'company' || after.type !== 'company' || !mayFlow(change)) continue
    const flow = flowsTo(contact, after, ground.peopleOf(contact.id), ground.inherits)
    reached += flow.length
    if (flow.length > 0) flows.push(planFlow(flow, occasion))
  }
  if (changed.length === 0) return { changes: noChanges(), flows: 0 }
  const own: Changes = { put: { contacts: changed }, remove: {}, requires: before.map((contact) => asRead('contacts', contact)) }
  return { changes: joinAll([own, ...flows]), flows: reached }
}

/** Whether people may take this over from their company. */
export const mayFlow = (change: BulkChange): boolean =>
  change.kind === 'value' && change.field !== 'salutationCode' && change.field !== 'organizationalLevelId'

function withValue(contact: Contact, field: BulkValue, value: string): ReturnType<typeof bulkOf> {
  if (field === 'organizationalLevelId' && contact.type === 'company') return 'personsOnly'
  // One of one's own may be for either.
  const isShipped = salutationCodes.some((code) => code === value)
  if (field === 'salutationCode' && isShipped && (value === 'COMPANY') !== (contact.type === 'company')) return 'otherSalutation'
  const now = field === 'organizationalLevelId' ? contact.type === 'person' && contact[field] : contact[field]
  if ((now || '') === value) return 'already'
  // A code that is blank stays in the record; a choice that is not made is a field that is not there.
  const stays = field === 'countryCode' || field === 'salutationCode'
  return given({ ...contact, [field]: value || (stays ? '' : undefined) })
}

type Listed = Extract<BulkChange, { list: BulkList }>

function withListed(contact: Contact, change: Listed): ReturnType<typeof bulkOf> {
  const { list, id, kind } = change
  switch (list) {
    case 'mailingGroups': {
      if (kind === 'add' && withheld(contact)) return contact.mailingGroupIds.includes(id as MailingGroupId) ? 'already' : 'withheld'
      const ids = toggled(contact.mailingGroupIds, id as MailingGroupId, kind)
      return ids ? { ...contact, mailingGroupIds: ids } : 'already'
    }
    case 'jobResponsibilities': {
      if (contact.type === 'company') return 'personsOnly'
      const ids = toggled(contact.jobResponsibilityIds, id as JobResponsibilityId, kind)
      return ids ? { ...contact, jobResponsibilityIds: ids } : 'already'
    }
    case 'industryGroups': {
      if (contact.type === 'person') return 'companiesOnly'
      const ids = toggled(contact.industryGroupIds, id as IndustryGroupId, kind)
      return ids ? { ...contact, industryGroupIds: ids } : 'already'
    }
    case 'businessRelations':
      return contact.type === 'person' ? 'companiesOnly' : withRelation(contact, id as BusinessRelationId, kind)
  }
}

/** The list with or without the id; nothing when it is so already. */
function toggled<Id extends string>(ids: readonly Id[], id: Id, kind: 'add' | 'remove'): Id[] | undefined {
  if (ids.includes(id) === (kind === 'add')) return undefined
  return kind === 'add' ? [...ids, id] : ids.filter((one) => one !== id)
}

function withRelation(company: Company, id: BusinessRelationId, kind: 'add' | 'remove'): Company | 'already' {
  const has = company.businessRelations.some((relation) => relation.businessRelationId === id)
  if (has === (kind === 'add')) return 'already'
  const businessRelations =
    kind === 'add'
      ? [...company.businessRelations, { businessRelationId: id, no: '' }]
      : company.businessRelations.filter((relation) => relation.businessRelationId !== id)
  return { ...company, businessRelations }
}
