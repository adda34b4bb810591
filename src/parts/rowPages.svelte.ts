// The rows of a list that is too long to be held: pages of it are fetched as they come into sight, the far ones are let go again.
// What is seen stays until the first rows of the next list are there, so that nothing flickers while somebody types.

/** A list that lies elsewhere. Nothing comes back when it is no longer the list that was opened. */
export interface RowSource<T> {
  total: number
  /** The first rows, where they came along. */
  first?: readonly T[]
  rowsAt: (from: number, to: number) => Promise<readonly T[] | undefined>
}

/** Rows that are fetched at once. */
const size = 100
/** So many pages are held. */
const most = 40

/** At which row each remembered list was left. */
const places = new Map<string, number>()

export class RowPages<T> {
  total = $state(0)
  /** What is listed: coming back to it leads to the same place, another name begins at the top. */
  name = $state('')
  #pages: ReadonlyMap<number, readonly T[]> = $state.raw(new Map())
  #source: RowSource<T> | undefined
  #seen = { from: 0, to: 20 }
  #fetching = false
  #turn = 0
  readonly #onlost: (trouble?: unknown) => void

  /** @param onlost hears that the list is no longer there, or what went wrong with it */
  constructor(onlost: (trouble?: unknown) => void) {
    this.#onlost = onlost
  }

  /** The row, once it is here. */
  at(index: number): T | undefined {
    return this.#pages.get(Math.floor(index / size))?.[index % size]
  }

  /** At which row the list was left. */
  get place(): number {
    return places.get(this.name) ?? 0
  }

  leftAt(row: number): void {
    if (this.name) places.set(this.name, row)
  }

  /** Rows that were kept from the last time, until the first list is here. */
  begin(kept: readonly T[]): void {
    if (this.#source || kept.length === 0) return
    this.#pages = new Map([[0, kept]])
    this.total = kept.length
  }

  /** Shows another list, or the same anew, as soon as the rows that will be seen of it are here. */
  async show(source: RowSource<T>, name: string): Promise<void> {
    const turn = ++this.#turn
    const length = this.#seen.to - this.#seen.from
    const from = name === this.name ? this.#seen.from : Math.floor(places.get(name) ?? 0)
    const start = Math.max(0, Math.min(from, source.total - length))
    const pages = new Map<number, readonly T[]>()
    if (source.first && source.first.length >= Math.min(size, source.total)) pages.set(0, source.first)
    for (const page of pagesOf(start, Math.min(source.total, start + length))) {
      if (pages.has(page)) continue
      const rows = await fetched(source, page)
      if (turn !== this.#turn) return
      if (!rows) return this.#onlost()
      pages.set(page, rows)
    }
    this.#source = source
    this.#pages = pages
    this.total = source.total
    this.name = name
  }

  /** These rows are in sight. */
  need(from: number, to: number): void {
    this.#seen = { from, to }
    if (!this.#fetching && this.#source) void this.#fetch()
  }

  /** One page after the other, those in sight now; what was passed meanwhile is not asked for any more. */
  async #fetch(): Promise<void> {
    this.#fetching = true
    try {
      for (let page = this.#missing(); page !== undefined && this.#source; page = this.#missing()) {
        const source: RowSource<T> = this.#source
        const rows = await fetched(source, page)
        if (source !== this.#source) continue
        if (!rows) return this.#onlost()
        this.#keep(page, rows)
      }
    } catch (trouble) {
      this.#onlost(trouble)
    } finally {
      this.#fetching = false
    }
  }

  #missing(): number | undefined {
    const { from, to } = this.#seen
    return pagesOf(from, Math.min(to, this.total)).find((page) => !this.#pages.has(page))
  }

  #keep(page: number, rows: readonly T[]): void {
    const pages = new Map([...this.#pages, [page, rows]])
    const far = (one: number) => Math.abs(one - page)
    if (pages.size > most)
      for (const old of [...pages.keys()].sort((a, b) => far(b) - far(a)).slice(0, pages.size - most)) pages.delete(old)
    this.#pages = pages
  }
}

function pagesOf(from: number, to: number): number[] {
  if (to <= from) return []
  const first = Math.floor(from / size)
  return Array.from({ length: Math.floor((to - 1) / size) - first + 1 }, (_, at) => first + at)
}

const fetched = <T>(source: RowSource<T>, page: number) => source.rowsAt(page * size, Math.min(source.total, (page + 1) * size))
