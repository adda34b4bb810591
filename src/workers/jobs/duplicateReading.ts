// Who may be twice among all contacts, kept in the worker: searched through when somebody asks first, and from then on after every commit
// only those who were touched.
import { DuplicateBook, type Pair } from '../../core/duplicates/duplicateBook.ts'
import type { Database } from '../../storage/database.ts'
import { countContacts, eachContact, readTouchedContacts } from '../../storage/read/pending.ts'
import { ReadingOn, type Touched } from './readingOn.ts'

/** The search was given up by everybody who waited for it. */
export class SearchStopped extends Error {}

/** Somebody who waits for the search. */
export interface Waiting {
  progress: (done: number, total: number) => void
  stopped: () => boolean
}

export class DuplicateReading extends ReadingOn {
  #book = new DuplicateBook()
  /** Pairs that were looked at and found to be two. */
  apart: ReadonlySet<string> = new Set()
  readonly #waiting = new Set<Waiting>()

  constructor(db: Database) {
    super(db)
  }

  get book(): DuplicateBook {
    return this.#book
  }

  pairs = (): Pair[] => this.#book.pairs()

  /** Up to date with what is on the disk; @throws SearchStopped when all who wait have given it up */
  async freshFor(waiting: Waiting): Promise<this> {
    this.#waiting.add(waiting)
    try {
      return await this.fresh()
    } finally {
      this.#waiting.delete(waiting)
    }
  }

  /** The first half is reading, the second comparing. */
  protected async readAll(): Promise<void> {
    const total = await countContacts(this.db)
    const book = new DuplicateBook()
    let read = 0
    await eachContact(this.db, (contacts) => {
      for (const contact of contacts) book.register(contact)
      this.#tell((read += contacts.length), 2 * total)
    })
    for (const done of book.filing()) {
      this.#tell(read + done, 2 * read)
      await new Promise((next) => setTimeout(next))
    }
    this.apart = await this.#readApart()
    this.#book = book
  }

  protected async readTouched(touched: Touched): Promise<void> {
    for (const [id, contact] of await readTouchedContacts(this.db, touched('contacts'))) {
      if (contact) this.#book.put(contact)
      else this.#book.drop(id)
    }
    if (touched('notDuplicates').size > 0) this.apart = await this.#readApart()
  }

  #readApart = async (): Promise<ReadonlySet<string>> => new Set<string>(await this.db.notDuplicates.toCollection().primaryKeys())

  #tell(done: number, total: number): void {
    const all = [...this.#waiting]
    for (const { progress } of all) progress(done, total)
    if (all.length > 0 && all.every(({ stopped }) => stopped())) throw new SearchStopped()
  }
}
