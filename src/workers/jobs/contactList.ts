// The list of all contacts, as the page shows it: opened with a wish, then fetched in windows by its ticket.
import { transfer } from 'comlink'
import type { Day } from '../../base/day.ts'
import type { Bitmap, ColumnIndex, ListGround, ListItem, ListShown, ListWish, PackedIds, QuickFilter } from '../../columns/index.ts'
import { wordsOf } from '../../base/fold.ts'
import { unpackIds } from '../../base/packedIds.ts'
import type { HeldList } from '../../core/contact/lists.ts'
import type { ContactId } from '../../model/ids.ts'
import { readTablet } from '../../storage/read/lists.ts'
import type { ColumnHost } from './columnHost.ts'
import { holdersIn } from './contactLists.ts'
import type { FirstPageKeeper } from './firstPageKeeper.ts'

export type { ListHead, ListItem, ListRow, ListSort, PackedIds, QuickFilter, SortField } from '../../columns/index.ts'

/** What is shown: of all contacts, or of those that have one row of a list. */
export interface ListAsk extends ListWish {
  within?: { list: HeldList; id: string }
}

export interface ListOpened {
  /** By it windows of the list are fetched. It stays the same while everybody stands where they stood. */
  ticket: number
  /** How many contacts were found, and how many there are to be found among: of the list, or all. */
  total: number
  all: number
  /** How many places the list has: those found, and heads of people who were. */
  length: number
  /** How many would be left of those found if this filter held as well. */
  counts: Record<QuickFilter, number>
  /** The words of the text in their plain form, for what is marked in the rows (`marks`). */
  words: string[]
  /** The first places, where they were wished. */
  items: ListItem[]
}

export interface ContactListOpenJobs {
  /** @param first so many of the first places come along */
  openList: (ask: ListAsk, today: Day, first?: number) => Promise<ListOpened>
  /** What stands in these places, the last not included; nothing when the list does not stand like that any more: it is to be opened anew. */
  listRows: (ticket: number, from: number, to: number) => Promise<ListItem[] | undefined>
  /** All who were found, in the order shown, packed (`unpackIds`): to be handed on to the other worker as they are. */
  listIds: (ticket: number) => Promise<PackedIds | undefined>
  /** Where a contact stands; nothing when it is not in the list. */
  placeOf: (ticket: number, id: ContactId) => Promise<number | undefined>
  /** Of these contacts those that are no longer there. */
  goneOf: (packed: PackedIds) => Promise<ContactId[]>
}

interface Known {
  ticket: number
  ask: ListAsk
  today: Day
  index: ColumnIndex
  rev: number
  shown: ListShown
}

/** So many lists are known by their tickets. */
const kept = 8

export function contactListOpenJobs(host: ColumnHost, firstPage?: FirstPageKeeper): ContactListOpenJobs {
  const lists = new OpenedLists(host)
  const prepare = preparing()
  return {
    openList: async (ask, today, first = 0) => {
      const { known, ground, index } = await lists.open(ask, today)
      prepare(index)
      const items = index.listItems(known.shown, 0, first)
      if (isPlain(ask) && first > 0) firstPage?.shown(known.rev, items)
      const { total, places } = known.shown
      const all = ground.among ? index.count({ kind: 'group', match: 'all', items: [] }, today, ground.among) : index.size
      const counts = index.listCounts(known.shown, ground)
      return { ticket: known.ticket, total, all, length: places.length, counts, words: wordsOf(ask.text), items }
    },
    listRows: async (ticket, from, to) => {
      const known = await lists.known(ticket)
      return known?.index.listItems(known.shown, from, to)
    },
    listIds: async (ticket) => {
      const known = await lists.known(ticket)
      const ids = known?.index.listIds(known.shown)
      return ids && transfer(ids, [ids.words.buffer])
    },
    placeOf: async (ticket, id) => {
      const known = await lists.known(ticket)
      return known?.index.placeOf(known.shown, id)
    },
    goneOf: async (packed) => {
      const index = await host.fresh()
      const ids = unpackIds<ContactId>(packed)
      const rows = index.rowsOf(ids)
      return ids.filter((_, at) => rows[at] === 0)
    },
  }
}

/** So many milliseconds after the list was opened the search is prepared, and so long it rests between two steps. */
const [moment, rest] = [700, 15]
/** Of fewer the first search is quick enough. */
const many = 5000

/** Whoever sees the list will soon type; what is asked meanwhile is answered between two steps. */
function preparing(): (index: ColumnIndex) => void {
  let last: ColumnIndex | undefined
  return (index) => {
    if (index === last) return
    last = index
    if (index.size < many) return
    const steps = index.searchPreparations
    const next = () => {
      if (index !== last) return
      steps.shift()?.()
      if (steps.length > 0) setTimeout(next, rest)
    }
    setTimeout(next, moment)
  }
}

const isPlain = ({ text, within, quick, sort, groupedBy }: ListAsk) =>
  text.trim() === '' && !within && quick.length === 0 && sort.by === 'name' && !sort.descending && !groupedBy

class OpenedLists {
  readonly #host: ColumnHost
  /** The ticket of another worker, or of the one before, is none of this one's. */
  #last = Math.floor(Math.random() * 2 ** 40)
  #lists: Known[] = []
  #ground: { rev: number; salespersonId: ListGround['salespersonId']; salespeople: ReadonlyMap<string, string> } | undefined

  constructor(host: ColumnHost) {
    this.#host = host
  }

  async open(ask: ListAsk, today: Day) {
    const { index, rev, ground } = await this.#fresh(ask, today)
    const shown = index.list(ask, ground)
    const before = this.#lists.find((list) => list.index === index && same(list.shown, shown))
    const known: Known = { ticket: before?.ticket ?? ++this.#last, ask, today, index, rev, shown }
    this.#lists = [known, ...this.#lists.filter((list) => list !== before)].slice(0, kept)
    return { known, ground, index }
  }

  /** As it stands now; nothing when somebody stands elsewhere. */
  async known(ticket: number): Promise<Known | undefined> {
    const asked = this.#lists.find((list) => list.ticket === ticket)
    if (!asked) return undefined
    const { index, rev, ground } = await this.#fresh(asked.ask, asked.today)
    const list = this.#lists.find((one) => one.ticket === ticket)
    if (!list) return undefined
    if (list.index === index && list.rev === rev) return list
    const shown = list.index === index ? index.list(list.ask, ground) : undefined
    if (shown && same(list.shown, shown)) return Object.assign(list, { rev, shown })
    this.#lists = this.#lists.filter((one) => one !== list)
    return undefined
  }

  /** The index, and what it does not know of itself. What is asked of it is asked at once. */
  async #fresh(ask: ListAsk, today: Day) {
    for (;;) {
      if (ask.within) await holdersIn(this.#host).ready(ask.within.list)
      await this.#host.fresh()
      const { rev } = this.#host
      const mine = this.#ground?.rev === rev ? this.#ground : await this.#readGround(rev)
      if (this.#host.rev !== rev) continue
      const { index } = this.#host
      const among: Bitmap | undefined = ask.within && holdersIn(this.#host).among(index, ask.within.list, [ask.within.id])
      const { salespersonId, salespeople } = mine
      return {
        index,
        rev,
        ground: { today, salespeople, ...(among && { among }), ...(salespersonId && { salespersonId }) } satisfies ListGround,
      }
    }
  }

  async #readGround(rev: number) {
    const [tablet, people] = await Promise.all([readTablet(this.#host.db), this.#host.db.salespeople.toArray()])
    this.#ground = {
      rev,
      salespersonId: tablet?.salespersonId,
      salespeople: new Map(people.map(({ id, name, code }) => [id, name || code])),
    }
    return this.#ground
  }
}

/** Whether everybody stands where they stood. */
function same(one: ListShown, other: ListShown): boolean {
  const [a, b] = [one.places, other.places]
  if (one.isGrouped !== other.isGrouped || a.length !== b.length) return false
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false
  return !one.isGrouped || one.found.every((word, at) => word === other.found[at])
}
