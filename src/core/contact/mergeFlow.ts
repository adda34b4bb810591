// What people take over when their company is merged: whoever holds what it had gets what the one that stays has, as from a change on its card.
// BC: Contact/Contact.Table.al, InheritCompanyToPersonData and CheckForExistingRelationships
import type { Contact, Person } from '../../model/contact.ts'
import type { Merge } from '../../model/merge.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Inheritable } from '../../model/settings.ts'
import { given } from '../asRead.ts'
import { flowsTo } from './company.ts'
import { planContactChange, type PersonFields } from './edit.ts'

/** What the settings let through, and the people of the company that stays. */
export interface Inheriting {
  inherits: readonly Inheritable[]
  keptPeople: readonly Person[]
}

type Inherited = NonNullable<Merge['moved']['inherited']>

/** All people that change, each once: those of the one that goes are with the other one from then on. @param after the one that stays, merged */
export function mergedPeople(
  { kept, lost, after }: { kept: Contact; lost: Contact; after: Contact },
  lostPeople: readonly Person[],
  { inherits, keptPeople }: Inheriting,
  occasion: Occasion,
): { people: { before: Person; after: Person }[]; inherited: Inherited } {
  const flow = (from: Contact, people: readonly Person[]) =>
    from.type === 'company' && after.type === 'company' ? flowsTo(from, after, people, inherits) : []
  const ofKept = flow(kept, keptPeople)
  const ofLost = flow(lost, lostPeople)
  const gets = new Map([...ofKept, ...ofLost].map(({ contact, fields }) => [contact.id, fields]))
  const people = [
    ...ofKept.map(({ contact }) => ({ before: contact, after: changed(contact, gets.get(contact.id), occasion) })),
    ...lostPeople.map((before) => ({ before, after: { ...changed(before, gets.get(before.id), occasion), companyId: kept.id } })),
  ]
  const inherited = [...ofKept, ...ofLost].map(({ contact, fields }) => ({
    id: contact.id,
    before: given(Object.fromEntries(Object.keys(fields).map((field) => [field, contact[field as keyof Person]]))),
    after: given(fields),
  }))
  return { people, inherited }
}

function changed(person: Person, fields: PersonFields | undefined, occasion: Occasion): Person {
  const [now] = fields ? (planContactChange(person, fields, occasion).put.contacts ?? []) : []
  return now?.type === 'person' ? now : person
}

/** Parted again: what is still as she got it is as it was before, and what she or somebody has changed since stays. */
export function withoutInherited(person: Person, taken: Inherited[number] | undefined, occasion: Occasion): Person {
  if (!taken) return person
  const [now, before, after] = [person, taken.before, taken.after] as unknown as Record<string, unknown>[]
  const fields = [...new Set([...Object.keys(taken.before), ...Object.keys(taken.after)])]
  const back = fields.filter((field) => (now?.[field] ?? '') === (after?.[field] ?? ''))
  if (back.length === 0) return person
  const fieldsBack = Object.fromEntries(back.map((field) => [field, before?.[field]]))
  return given<Person>({ ...person, ...fieldsBack, changedAt: occasion.now })
}
