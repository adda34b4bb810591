// What contacts that come back would name though it was deleted or merged away meanwhile: their company, a group, a salesperson.
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Changes, TableName } from '../../model/tables.ts'
import { changesSince } from '../changes.ts'
import type { Database } from '../database.ts'
import { readStayed } from './merging.ts'
import { readContacts } from './pending.ts'

/** The short lists whose rows contacts name. */
const lists = [
  ...(['salespeople', 'territories', 'mailingGroups', 'industryGroups'] as const),
  ...(['businessRelations', 'organizationalLevels', 'jobResponsibilities', 'webSources'] as const),
] satisfies TableName[]

/** Ids these contacts name that no row bears any more. @param asked only these are looked for; missing = all */
export async function readLostReferences(db: Database, contacts: readonly Contact[], asked?: ReadonlySet<string>): Promise<Set<string>> {
  const named = new Set(contacts.flatMap(namedBy).filter((id) => asked?.has(id) ?? true))
  if (named.size === 0) return named
  const companies = contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? [contact.companyId] : []))
  const wanted = [...new Set(companies)].filter((id) => named.has(id))
  for (const { id } of await readContacts(db, wanted)) named.delete(id)
  for (const list of lists) for (const id of await db.table<{ id: string }, string>(list).toCollection().primaryKeys()) named.delete(id)
  for (const { questions } of await db.questionnaires.toArray())
    for (const { answers } of questions) for (const { id } of answers) named.delete(id)
  return named
}

/** Whatever else a contact names. */
export function namedBy(contact: Contact): string[] {
  const { salespersonId, territoryId, mailingGroupIds, answerIds } = contact
  const own =
    contact.type === 'company'
      ? [
          ...contact.industryGroupIds,
          ...contact.businessRelations.map(({ businessRelationId }) => businessRelationId),
          ...(contact.webSources ?? []).map(({ webSourceId }) => webSourceId),
        ]
      : [contact.companyId, contact.organizationalLevelId, ...contact.jobResponsibilityIds]
  return [salespersonId, territoryId, ...mailingGroupIds, ...answerIds, ...own].filter((id) => id !== undefined)
}

/**
 * The changes with contacts that name only what there is: what was deleted is left out, of a company that was merged away they belong to the
 * one that stayed.
 * @param since a commit up to which all they name was there; missing = nothing is known
 */
export async function asTheyCanStand(db: Database, changes: Changes, since?: number): Promise<Changes> {
  const contacts = changes.put.contacts ?? []
  if (contacts.length === 0) return changes
  const touched = since === undefined ? undefined : await touchedSince(db, since, contacts)
  if (touched?.size === 0) return changes
  const lost = await readLostReferences(db, contacts, touched)
  for (const id of comingAlong(changes)) lost.delete(id)
  if (lost.size === 0) return changes
  const stayed = await readStayedOf(db, contacts, lost)
  const mended = contacts.map((contact) => {
    if (!namedBy(contact).some((id) => lost.has(id))) return contact
    const company = contact.type === 'person' && contact.companyId ? stayed.get(contact.companyId) : undefined
    const alone = withoutGone(contact, lost)
    return company && alone.type === 'person' ? { ...alone, companyId: company } : alone
  })
  return { ...changes, put: { ...changes.put, contacts: mended } }
}

/** What of it may be gone: rows that were written after that commit, and answers when a questionnaire was. Nothing when all may be. */
async function touchedSince(db: Database, since: number, contacts: readonly Contact[]): Promise<Set<string> | undefined> {
  const later = await changesSince(db, since)
  if (later.some(({ what }) => what === 'restore')) return undefined
  const touched = new Set(later.flatMap(({ ids }) => (['contacts', ...lists] as const).flatMap((table) => ids[table] ?? [])))
  const isAsked = later.some(({ ids }) => ids.questionnaires?.length)
  if (isAsked) for (const { answerIds } of contacts) for (const id of answerIds) touched.add(id)
  return touched
}

/** Ids of rows that are written with the contacts. */
const comingAlong = ({ put }: Changes): string[] => [
  ...(['contacts', ...lists] as const).flatMap((table) => (put[table] ?? []).map(({ id }) => id as string)),
  ...(put.questionnaires ?? []).flatMap(({ questions }) => questions.flatMap(({ answers }) => answers.map(({ id }) => id as string))),
]

/** Of companies that are gone, those that were merged into one that is there. */
async function readStayedOf(db: Database, contacts: readonly Contact[], lost: ReadonlySet<string>): Promise<Map<ContactId, ContactId>> {
  const gone = contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? contact.companyId : []))
  const stayed = new Map<ContactId, ContactId>()
  for (const id of new Set(gone.filter((one) => lost.has(one)))) {
    const now = await readStayed(db, id)
    if (now && (await readContacts(db, [now])).length > 0) stayed.set(id, now)
  }
  return stayed
}

/** The contact without what it names of these. */
export function withoutGone(contact: Contact, gone: ReadonlySet<string>): Contact {
  const stays = (id: string) => !gone.has(id)
  const { salespersonId, territoryId, ...rest } = contact
  const shared = {
    ...rest,
    ...(salespersonId && stays(salespersonId) ? { salespersonId } : {}),
    ...(territoryId && stays(territoryId) ? { territoryId } : {}),
    mailingGroupIds: rest.mailingGroupIds.filter(stays),
    answerIds: rest.answerIds.filter(stays),
  }
  if (shared.type === 'company')
    return {
      ...shared,
      industryGroupIds: shared.industryGroupIds.filter(stays),
      businessRelations: shared.businessRelations.filter(({ businessRelationId }) => stays(businessRelationId)),
      ...(shared.webSources ? { webSources: shared.webSources.filter(({ webSourceId }) => stays(webSourceId)) } : {}),
    }
  const { companyId, organizationalLevelId, ...person } = shared
  return {
    ...person,
    ...(companyId && stays(companyId) ? { companyId } : {}),
    ...(organizationalLevelId && stays(organizationalLevelId) ? { organizationalLevelId } : {}),
    jobResponsibilityIds: person.jobResponsibilityIds.filter(stays),
  }
}
