// Deleting contacts: what stands against it is listed, else it is done, and can be taken back whole. What happened with a person stays with her
// company; without one it stays under the name it has. Purchases go with their company, campaigns and logged segments stay.
// BC: Contact/Contact.Table.al OnDelete (there the first thing that stands against it ends in an error)
import type { Contact, Person } from '../../model/contact.ts'
import type { ContactId, OpportunityId, SegmentId, TaskId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Merge, NotDuplicate } from '../../model/merge.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import { joinChanges, noChanges, unchanged, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import { isOpen, planPlannedDelete, type Planned } from './planned.ts'
import { planLeaveSegments, type OpenSegments } from '../sample/remove.ts'

/** What becomes of the people of a company that goes. */
export type WithPeople = 'delete' | 'keep'

/** What somebody may stand against being deleted with; a new kind is a new way out on the sheet. */
export type Blocker = { contactId: ContactId; name: string } & (
  | { kind: 'segment'; segmentId: SegmentId; no: string; description: string; lines: number }
  /** To be done with her, and not done yet. */
  | { kind: 'task'; taskId: TaskId; description: string }
  /** Not won and not lost yet. */
  | { kind: 'opportunity'; opportunityId: OpportunityId; description: string }
  /** An interaction that was begun and is not finished. */
  | { kind: 'draft'; draft: 'interaction' | 'call' }
)

/** Everything that deleting rests on, as it was read. */
export interface DeleteGround extends Planned {
  /** Whom to delete. */
  contacts: readonly Contact[]
  /** All persons of the companies among them. */
  people: readonly Person[]
  /** The companies of the persons, by id. */
  companies: ReadonlyMap<ContactId, Contact>
  /** Of the contacts and of those people. */
  entries: readonly InteractionLogEntry[]
  purchases: readonly Purchase[]
  /** Open segments that name any of them: on a line, in a step, or kept out. */
  open: OpenSegments
  /** Interactions with any of them that were begun. */
  drafts: readonly { contactId: ContactId; draft: 'interaction' | 'call' }[]
  /** What is known of them as duplicates. */
  merges: readonly Merge[]
  notDuplicates: readonly NotDuplicate[]
}

/** Somebody who cannot be deleted, with all that stands against it. */
export interface Blocked {
  contact: Contact
  blockers: Blocker[]
}

/** What would happen, to be told before, and the changes that make it happen; nobody who is blocked is among them. */
export interface DeletePlan {
  changes: Changes
  /** Who goes, those who go with a company included. */
  gone: { persons: number; companies: number }
  /** People who stay without their company. */
  freed: number
  /** Interactions that stand with the company from then on, and those that stay under the name they have. */
  entries: { moved: number; stay: number }
  purchases: number
  /** Closed tasks and opportunities: they stay. */
  closed: number
  blocked: Blocked[]
}

/** Plans it for one or for many: those against whom something stands are left out and listed. */
export function planDelete(ground: DeleteGround, withPeople: WithPeople, occasion: Occasion): DeletePlan {
  const peopleOf = new Map<ContactId, Person[]>()
  for (const person of ground.people)
    if (person.companyId) peopleOf.set(person.companyId, [...(peopleOf.get(person.companyId) ?? []), person])
  const goesWith = (contact: Contact): Contact[] =>
    contact.type === 'company' && withPeople === 'delete' ? [contact, ...(peopleOf.get(contact.id) ?? [])] : [contact]
  const against = blockersOf(ground)
  const blocked = ground.contacts.flatMap((contact) => {
    const blockers = goesWith(contact).flatMap(({ id }) => against.get(id) ?? [])
    return blockers.length > 0 ? [{ contact, blockers }] : []
  })
  const held = new Set(blocked.map(({ contact }) => contact.id))
  const gone = new Map(
    ground.contacts.filter(({ id }) => !held.has(id)).flatMap((contact) => goesWith(contact).map((one) => [one.id, one] as const)),
  )
  const freed = ground.people.filter(({ id, companyId }) => !gone.has(id) && companyId !== undefined && gone.has(companyId))
  const moved = movedEntries(ground, gone)
  const purchases = ground.purchases.filter(({ companyId }) => gone.has(companyId))
  const persons = [...gone.values()].filter(({ type }) => type === 'person').length
  return {
    changes: joinChanges(
      rowsThatGo(ground, gone, purchases),
      peopleFreed(freed, occasion),
      { put: { entries: moved }, remove: {}, requires: moved.map((entry) => asRead('entries', entry)) },
      planPlannedDelete(ground, gone),
      planLeaveSegments(ground.open, new Set(gone.keys())).changes,
    ),
    gone: { persons, companies: gone.size - persons },
    freed: freed.length,
    entries: { moved: moved.length, stay: ground.entries.filter(({ contactId }) => gone.has(contactId)).length - moved.length },
    purchases: purchases.length,
    closed: [...ground.tasks, ...ground.opportunities].filter(({ contactId }) => contactId !== undefined && gone.has(contactId)).length,
    blocked,
  }
}

/** By contact. @returns nothing for whom nothing stands against it */
export function blockersOf({ contacts, people, open, drafts, tasks, opportunities }: DeleteGround): Map<ContactId, Blocker[]> {
  const names = new Map([...contacts, ...people].map(({ id, name }) => [id, name]))
  const found = new Map<ContactId, Blocker[]>()
  const add = (blocker: Blocker) => found.set(blocker.contactId, [...(found.get(blocker.contactId) ?? []), blocker])
  const segments = new Map(open.segments.map((segment) => [segment.id, segment]))
  for (const { id, lines } of open.segmentLines) {
    const counts = new Map<ContactId, number>()
    for (const { contactId } of lines) if (names.has(contactId)) counts.set(contactId, (counts.get(contactId) ?? 0) + 1)
    const { no = '', description = '' } = segments.get(id) ?? {}
    for (const [contactId, count] of counts)
      add({ kind: 'segment', contactId, name: names.get(contactId) ?? '', segmentId: id, no, description, lines: count })
  }
  const openWith = <R extends Task | Opportunity>(
    rows: readonly R[],
    told: (row: R, who: { contactId: ContactId; name: string }) => Blocker,
  ) => {
    for (const row of rows) {
      const name = names.get(row.contactId ?? ('' as ContactId))
      if (row.contactId !== undefined && name !== undefined && isOpen(row)) add(told(row, { contactId: row.contactId, name }))
    }
  }
  openWith(tasks, ({ id, description }, who) => ({ kind: 'task', ...who, taskId: id, description }))
  openWith(opportunities, ({ id, description }, who) => ({ kind: 'opportunity', ...who, opportunityId: id, description }))
  for (const { contactId, draft } of drafts) {
    const name = names.get(contactId)
    if (name !== undefined) add({ kind: 'draft', contactId, name, draft })
  }
  return found
}

/** Hers stand with her company from then on and say whom they were with; where the company goes too, they stay as they are. */
function movedEntries({ entries, companies }: DeleteGround, gone: ReadonlyMap<ContactId, Contact>): InteractionLogEntry[] {
  return entries.flatMap((entry) => {
    const contact = gone.get(entry.contactId)
    const company = contact?.type === 'person' && contact.companyId && companies.get(contact.companyId)
    if (!contact || !company || gone.has(company.id)) return []
    return [{ ...entry, contactId: company.id, deletedContactId: contact.id }]
  })
}

/** Merges into contacts that go, and those into the ones that were merged into them: nobody is left to part them from. */
function mergedInto(merges: readonly Merge[], gone: ReadonlyMap<ContactId, Contact>): Merge[] {
  const ids = new Set<ContactId>(gone.keys())
  const into = new Set<Merge>()
  for (let before = -1; before < into.size;) {
    before = into.size
    for (const merge of merges) {
      if (!ids.has(merge.keptId)) continue
      into.add(merge)
      ids.add(merge.lost.id)
    }
  }
  return [...into]
}

function rowsThatGo(ground: DeleteGround, gone: ReadonlyMap<ContactId, Contact>, purchases: readonly Purchase[]): Changes {
  const merges = mergedInto(ground.merges, gone)
  const pairs = ground.notDuplicates.filter(({ contactIds }) => contactIds.some((id) => gone.has(id)))
  const remove: Changes['remove'] = {}
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  if (gone.size > 0) remove.contacts = [...gone.keys()]
  if (purchases.length > 0) remove.purchases = ids(purchases)
  if (merges.length > 0) remove.merges = ids(merges)
  if (pairs.length > 0) remove.notDuplicates = ids(pairs)
  return { ...noChanges(), remove, requires: [...gone.values()].map((contact) => unchanged('contacts', contact)) }
}

const peopleFreed = (people: readonly Person[], { now }: Occasion): Changes => ({
  put: people.length > 0 ? { contacts: people.map(({ companyId: _, ...person }) => ({ ...person, changedAt: now })) } : {},
  remove: {},
  requires: people.map((person) => unchanged('contacts', person)),
})
