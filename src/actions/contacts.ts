// Contacts: made, changed, with their answers and alternative addresses.
import { ok, refuse, type Result } from '../base/result.ts'
import { planAddressDelete, planAddressSave } from '../core/contact/addressEdit.ts'
import { given } from '../core/asRead.ts'
import { flowsTo, movesTo, planFlow } from '../core/contact/company.ts'
import { defaultsOr, newContact } from '../core/contact/defaults.ts'
import { planContactChange, type PersonFields } from '../core/contact/edit.ts'
import { planAnswers } from '../core/contact/profile.ts'
import type { AlternativeAddress, Company, Contact, Person } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { AnswerId, ContactId } from '../model/ids.ts'
import { joinAll, joinChanges, noChanges, unchanged, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContact, readPeopleOf } from '../storage/read/contacts.ts'
import { readDefaults, readListRows } from '../storage/read/lists.ts'
import { readBeginning } from './beginning.ts'
import { planApart } from './duplicates.ts'
import { planAndWrite, type House } from './house.ts'
import { nextNumbers } from './numbers.ts'

/** What a person fills in; the rest is ours. */
export type ContactFields = Partial<Omit<Company, 'id' | 'no' | 'rev' | 'type'>> & Partial<Omit<Person, 'id' | 'no' | 'rev' | 'type'>>

/** What is made and remembered along with a contact, in the same commit. */
export interface Along {
  /** The name of the company of a person, which is not there yet; blank = none is made. */
  newCompany?: string
  /** Contacts that looked like this one and are somebody else. */
  toldApart?: readonly ContactId[]
  /** Companies that looked like the new one and are others. */
  companyToldApart?: readonly ContactId[]
}

/** Makes a company or a person with the next number; what is not said begins as the settings and her company say. */
export async function createContact(
  house: House,
  type: Contact['type'],
  fields: ContactFields,
  along: Along = {},
): Promise<Result<Committed & { value: ContactId; companyMade?: ContactId }, Failure>> {
  let companyMade: ContactId | undefined
  const done = await planAndWrite(house, 'createContact', async () => {
    const made = type === 'person' && !fields.companyId ? await planCompany(house, along) : undefined
    companyMade = made?.company.id
    const said = made ? { ...fields, companyId: made.company.id } : fields
    const [numbered, beginning] = await Promise.all([made ?? nextNumbers(house.db, 'contact', 1), readBeginning(house.db)])
    const stored = type === 'person' && !made ? await readCompanyOf(house, fields.companyId) : undefined
    const contact = newContact(type, numbered.nos[0] ?? '', said, made?.company ?? stored, beginning, house.occasion())
    const rests = { ...noChanges(), put: { contacts: [contact] }, requires: stored ? [unchanged('contacts', stored)] : [] }
    const apart = await planApart(house, pairsOf(contact.id, along.toldApart))
    return ok({ changes: joinAll([numbered.changes, rests, apart]), value: contact.id })
  })
  return done.ok && companyMade ? ok({ ...done.value, companyMade }) : done
}

const pairsOf = (id: ContactId, others: readonly ContactId[] = []) => others.map((other) => [id, other] as const)

/** The company that is made along, with the numbers that are left for the person who belongs to it. */
async function planCompany(
  house: House,
  { newCompany = '', companyToldApart }: Along,
  people = 1,
): Promise<{ company: Company; nos: string[]; changes: Changes } | undefined> {
  const name = newCompany.trim()
  if (name === '') return undefined
  const [{ nos, changes }, beginning] = await Promise.all([nextNumbers(house.db, 'contact', 1 + people), readBeginning(house.db)])
  const company = newContact('company', nos[0] ?? '', { name }, undefined, beginning, house.occasion())
  if (company.type !== 'company') return undefined
  const apart = await planApart(house, pairsOf(company.id, companyToldApart))
  return { company, nos: nos.slice(1), changes: joinAll([changes, { ...noChanges(), put: { contacts: [company] } }, apart]) }
}

type Changed = Promise<Result<Committed & { value: ContactId }, Failure>>

/** What a change meant to others: how many people of a company got it too, or what somebody took over from the new company. */
export interface Inheritance {
  /** People of the company who still held what it had before. */
  reached: number
  /** All its people. */
  people: number
  tookOver: (keyof PersonFields)[]
}

const nothingInherited: Inheritance = { reached: 0, people: 0, tookOver: [] }

/**
 * Changes fields of a contact as it was read; refused when another window changed it meanwhile. A company's change flows to its people, a
 * person takes over what her new company has, as the settings say, in the same commit. She may change company while she stands on open
 * segments: a line names the person, and where she belongs is looked up; what was logged keeps the company of its day.
 */
export async function changeContact(
  house: House,
  id: ContactId,
  rev: number,
  fields: ContactFields,
  along: Along = {},
): Promise<Result<Committed & { value: ContactId; inheritance: Inheritance }, Failure>> {
  let inheritance = nothingInherited
  const done = await changing(house, 'changeContact', id, rev, async (contact) => {
    const made = contact.type === 'person' && !fields.companyId ? await planCompany(house, along, 0) : undefined
    const planned = await planInherited(house, contact, made ? { ...fields, companyId: made.company.id } : fields, made?.company)
    inheritance = planned.inheritance
    return ok(made ? joinChanges(made.changes, planned.changes) : planned.changes)
  })
  return done.ok ? ok({ ...done.value, inheritance }) : done
}

async function planInherited(
  house: House,
  contact: Contact,
  fields: ContactFields,
  made: Company | undefined,
): Promise<{ changes: Changes; inheritance: Inheritance }> {
  const occasion = house.occasion()
  const { inherits } = defaultsOr(await readDefaults(house.db))
  if (contact.type === 'company') {
    const changes = planContactChange(contact, fields, occasion)
    const [after] = changes.put.contacts ?? []
    const people = after ? await readPeopleOf(house.db, contact.id) : []
    const flow = after?.type === 'company' ? flowsTo(contact, after, people, inherits) : []
    const inheritance = { ...nothingInherited, reached: flow.length, people: people.length }
    return { changes: joinChanges(changes, planFlow(flow, occasion)), inheritance }
  }
  const company = made ?? (fields.companyId === contact.companyId ? undefined : await readCompanyOf(house, fields.companyId))
  if (!company) return { changes: planContactChange(contact, fields, occasion), inheritance: nothingInherited }
  const tookOver = movesTo(
    { ...contact, ...given(fields as PersonFields) },
    fields,
    company,
    inherits,
    await readCompanyOf(house, contact.companyId),
  )
  const changes = planContactChange(contact, { ...tookOver, ...fields }, occasion)
  const rests = { ...noChanges(), requires: made ? [] : [unchanged('contacts', company)] }
  return {
    changes: joinChanges(changes, rests),
    inheritance: { ...nothingInherited, tookOver: Object.keys(tookOver) as (keyof PersonFields)[] },
  }
}

async function readCompanyOf(house: House, id: ContactId | undefined): Promise<Company | undefined> {
  const company = id && (await readContact(house.db, id))
  return company?.type === 'company' ? company : undefined
}

function changing(
  house: House,
  what: string,
  id: ContactId,
  rev: number,
  plan: (contact: Contact) => Result<Changes, Failure> | Promise<Result<Changes, Failure>>,
): Changed {
  return planAndWrite(house, what, async () => {
    const contact = await readContact(house.db, id)
    if (!contact) return refuse({ code: 'notFound', table: 'contacts', id })
    if (contact.rev !== rev) return refuse({ code: 'stale', table: 'contacts', id })
    const planned = await plan(contact)
    return planned.ok ? ok({ changes: planned.value, value: id }) : planned
  })
}

/** Gives a contact these profile answers and no others. */
export function giveAnswers(house: House, id: ContactId, rev: number, answerIds: readonly AnswerId[]): Changed {
  return changing(house, 'giveAnswers', id, rev, async (contact) => {
    const questionnaires = await readListRows(house.db, 'questionnaires')
    const planned = planAnswers(contact, answerIds, questionnaires, house.occasion())
    if (!planned.ok || planned.value.requires.length === 0) return planned
    // Ratings are worked out by what the questionnaires say now.
    const rests = questionnaires.map((one) => unchanged('questionnaires', one))
    return ok(joinChanges(planned.value, { ...noChanges(), requires: rests }))
  })
}

/** Adds an alternative address, or writes it in place of the one with the code `was`. */
export function saveAlternativeAddress(house: House, id: ContactId, rev: number, address: AlternativeAddress, was?: string): Changed {
  return changing(house, 'saveAlternativeAddress', id, rev, (contact) => planAddressSave(contact, address, was, house.occasion()))
}

export function deleteAlternativeAddress(house: House, id: ContactId, rev: number, code: string): Changed {
  return changing(house, 'deleteAlternativeAddress', id, rev, (contact) => ok(planAddressDelete(contact, code, house.occasion())))
}
