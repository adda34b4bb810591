// Who has what of the short lists and of the profile answers: counted for the settings, found by words, listed before a row is deleted.
import { heldIds, listTables, type HeldList } from '../../core/contact/lists.ts'
import type { ContactId } from '../../model/ids.ts'
import type { ContactIndex, SearchAnswer } from './contactIndex.ts'

/** By list and id: how many contacts have it. */
export type ListUse = Record<HeldList, Record<string, number>>

export interface ContactListJobs {
  /** How many contacts have each row of each short list, and gave each answer. */
  listUse: () => Promise<ListUse>
  /** Contacts that have one of these rows. */
  holdersOf: (list: HeldList, ids: readonly string[]) => Promise<ContactId[]>
  /** Contacts that have this row and bear every word, by name; `all` is how many have it. */
  searchHolders: (list: HeldList, id: string, text: string, limit: number) => Promise<SearchAnswer>
}

const heldLists: readonly HeldList[] = [...listTables, 'answers']

export const contactListJobs = (index: ContactIndex): ContactListJobs => ({
  listUse: async () => countUse(await index.fresh()),
  holdersOf: async (list, ids) => [...holders(await index.fresh(), list, new Set(ids))],
  searchHolders: async (list, id, text, limit) => {
    const fresh = await index.fresh()
    const having = holders(fresh, list, new Set([id]))
    const rows = fresh.search(text, fresh.facts.contacts.size).rows.filter((row) => having.has(row.id))
    return { total: rows.length, all: having.size, rows: rows.slice(0, limit) }
  },
})

function holders({ facts }: ContactIndex, list: HeldList, ids: ReadonlySet<string>): Set<ContactId> {
  const having = new Set<ContactId>()
  for (const contact of facts.contacts.values()) if (heldIds(contact, list).some((id) => ids.has(id))) having.add(contact.id)
  return having
}

function countUse({ facts }: ContactIndex): ListUse {
  const use = Object.fromEntries(heldLists.map((list) => [list, {}])) as ListUse
  for (const contact of facts.contacts.values()) {
    for (const list of heldLists) for (const id of heldIds(contact, list)) use[list][id] = (use[list][id] ?? 0) + 1
  }
  return use
}
