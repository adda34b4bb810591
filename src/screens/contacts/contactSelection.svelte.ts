// Which contacts are selected, however many: ticked one by one, all that were found, turned round, or from one to another. It stays while
// another search is typed, and while another page is looked at. A hundred thousand are taken in portions, so that the screen answers meanwhile.
import { countOfIds, packIds, unpackIds, type PackedIds } from '../../base/packedIds.ts'
import type { ContactId } from '../../model/ids.ts'

/** What can be done with it. */
export type SelectionAct = 'segment' | 'bulk' | 'exportSelected' | 'handOver' | 'delete'

/** The list as it is shown, to be asked for all of it or for a stretch. */
export interface Shown {
  /** All who were found; rejected when the list does not keep still. */
  ids: () => Promise<PackedIds>
  /** Those who stand from the one to the other, both included, in the order shown; nothing when one of them is not in the list. */
  between: (from: ContactId, to: ContactId) => Promise<ContactId[] | undefined>
}

/** So many are taken at once. */
const portion = 5000
const pause = () => new Promise((next) => setTimeout(next))

export class ContactSelection {
  #picked = new Set<ContactId>()
  #count = $state(0)
  /** Rises with every change: whoever looks whether somebody is selected looks again. */
  #version = $state(0)
  /** Ticking has begun: a tap on a row ticks it instead of opening it. */
  on = $state(false)
  /** The next tap takes everybody between it and the last one. */
  toHere = $state(false)
  /** Many are being taken. */
  busy = $state(false)
  #last: ContactId | undefined
  #lookedAt: unknown

  /** The number of the rows that are selected. */
  get count(): number {
    return this.#count
  }

  /** Those that are selected, where they are two. */
  get two(): readonly [ContactId, ContactId] | undefined {
    const [one, other] = this.#count === 2 ? [...this.#picked] : []
    return one && other ? [one, other] : undefined
  }

  has(id: ContactId): boolean {
    return this.#version >= 0 && this.#picked.has(id)
  }

  /** A tap on a row. @param range everybody from the last tap to here */
  async tap(id: ContactId, shown: Shown, range = this.toHere): Promise<void> {
    this.on = true
    this.toHere = false
    const last = this.#last
    this.#last = id
    if (range && last !== undefined && last !== id) {
      const between = await shown.between(last, id)
      if (!between) this.toHere = true
      for (const one of between ?? [id]) this.#picked.add(one)
    } else if (!this.#picked.delete(id)) this.#picked.add(id)
    this.#tell()
  }

  all = (shown: Shown): Promise<void> => this.#each(shown, (id) => this.#picked.add(id))
  invert = (shown: Shown): Promise<void> => this.#each(shown, (id) => this.#picked.delete(id) || this.#picked.add(id))

  /** Takes those out who are no longer there. @param mark of what was looked at: the same is not looked at twice */
  async without(goneOf: (packed: PackedIds) => Promise<readonly ContactId[]>, mark: unknown): Promise<void> {
    if (this.#lookedAt === mark) return
    this.#lookedAt = mark
    const gone = await goneOf(await this.packed())
    for (const id of gone) this.#picked.delete(id)
    if (gone.length > 0) this.#tell()
  }

  none(): void {
    this.#picked = new Set()
    this.#last = undefined
    this.toHere = false
    this.#tell()
  }

  /** Back to opening rows. */
  end(): void {
    this.none()
    this.on = false
  }

  /** The selected, to be handed to a worker. */
  async packed(): Promise<PackedIds> {
    const ids = [...this.#picked]
    const parts: PackedIds[] = []
    for (let from = 0; from < ids.length; from += portion) {
      if (from > 0) await pause()
      parts.push(packIds(ids.slice(from, from + portion)))
    }
    // Ids that are no UUIDs are told by their place in a list of their own.
    if (parts.some(({ others }) => others.length > 0)) return packIds(ids)
    const words = new Uint32Array(ids.length * 4)
    parts.forEach((part, at) => words.set(part.words, at * portion * 4))
    return { words, others: [] }
  }

  async #each(shown: Shown, take: (id: ContactId) => unknown): Promise<void> {
    if (this.busy) return
    this.on = true
    this.busy = true
    try {
      const packed = await shown.ids()
      const count = countOfIds(packed)
      for (let from = 0; from < count; from += portion) {
        if (from > 0) await pause()
        for (const id of unpackIds<ContactId>(packed, from, Math.min(count, from + portion))) take(id)
      }
    } finally {
      this.busy = false
      this.#tell()
    }
  }

  #tell(): void {
    this.#count = this.#picked.size
    this.#version++
  }
}
