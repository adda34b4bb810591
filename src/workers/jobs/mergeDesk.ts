// Rows that several merges in a row touch: what an earlier one changed is what the next one finds.
import type { Belongings } from '../../core/contact/merge.ts'
import type { Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Changes } from '../../model/tables.ts'
import type { Naming } from '../../storage/read/merging.ts'

/** Tables whose rows name contacts. */
const named = [
  ...(['entries', 'purchases', 'segmentLines', 'steps', 'loggedLines', 'savedCriteria', 'loggedSegments', 'notDuplicates'] as const),
  ...(['tasks', 'opportunities', 'targetGroups', 'callRounds'] as const),
] as const
type Named = (typeof named)[number]
type Rows = { [T in Named]: Map<string, Naming[T][number]> }

export class MergeDesk {
  readonly #contacts: Map<string, Contact>
  readonly #rows: Rows

  constructor(contacts: readonly Contact[], naming: Naming) {
    this.#contacts = new Map([...contacts, ...naming.people].map((contact) => [contact.id, contact]))
    const byKey = (rows: readonly { id: string }[]) => new Map(rows.map((row) => [row.id, row]))
    this.#rows = Object.fromEntries(named.map((name) => [name, byKey(naming[name])])) as Rows
  }

  contact = (id: ContactId): Contact | undefined => this.#contacts.get(id)

  /** Those of a company by now. */
  peopleOf(id: ContactId): Person[] {
    return [...this.#contacts.values()].filter((contact) => contact.type === 'person').filter(({ companyId }) => companyId === id)
  }

  /** What names this contact by now. Rows that name it no longer, or not at all, do no harm but in entries, people and purchases. */
  naming(id: ContactId): Belongings {
    const rows = <T extends Named>(name: T): Naming[T][number][] => [...this.#rows[name].values()]
    return {
      people: this.peopleOf(id),
      entries: rows('entries').filter(
        ({ contactId, companyId, letter }) => contactId === id || companyId === id || letter?.together?.contactIds.includes(id),
      ),
      purchases: rows('purchases').filter(({ companyId }) => companyId === id),
      segmentLines: rows('segmentLines'),
      steps: rows('steps'),
      loggedLines: rows('loggedLines'),
      savedCriteria: rows('savedCriteria'),
      loggedSegments: rows('loggedSegments'),
      ...{ tasks: rows('tasks'), opportunities: rows('opportunities') },
      ...{ targetGroups: rows('targetGroups'), callRounds: rows('callRounds') },
      notDuplicates: rows('notDuplicates').filter(({ contactIds }) => contactIds.includes(id)),
    }
  }

  /** Rows are from now on as a merge leaves them. They keep their `rev`: all merges together are one commit. */
  take({ put, remove }: Changes): void {
    for (const contact of put.contacts ?? []) this.#contacts.set(contact.id, contact)
    for (const id of remove.contacts ?? []) this.#contacts.delete(id)
    for (const name of named) {
      const rows = this.#rows[name] as Map<string, { id: string }>
      for (const row of put[name] ?? []) rows.set(row.id, row)
      for (const id of remove[name] ?? []) rows.delete(id)
    }
  }
}
