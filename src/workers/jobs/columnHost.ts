// Holds the column index: takes it from its snapshot or builds it from the records, and reads on in the log of changes before each answer.
// Lines of open segments are read only when somebody asks who stands on them: they are written with every touch of a line.
import { ColumnBuilder, ColumnIndex, type Patch } from '../../columns/index.ts'
import type { Criteria, Group, Rule } from '../../model/criteria.ts'
import type { SegmentId } from '../../model/ids.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { columnStore, type ColumnStore } from '../../storage/keep/snapshot.ts'
import { eachContact } from '../../storage/read/pending.ts'
import { inPortions } from '../../storage/read/rows.ts'
import { readCadences, readCancelled, readNews } from './columnNews.ts'
import type { SnapshotKeeper } from './snapshotKeeper.ts'

export class ColumnHost {
  readonly db: Database
  #index: ColumnIndex | undefined
  #rev = -1
  /** Segments whose lines are not in the index as they are now. */
  #behind = new Set<SegmentId>()
  #reading: Promise<unknown> = Promise.resolve()
  readonly #keeper: SnapshotKeeper | undefined
  readonly #store: ColumnStore

  constructor(db: Database, keeper?: SnapshotKeeper) {
    this.db = db
    this.#keeper = keeper
    this.#store = columnStore(db)
    keeper?.begin(() => this.#save())
  }

  /** The index as it was at the last `fresh`. */
  get index(): ColumnIndex {
    if (!this.#index) throw new Error('The column index was asked before it was read')
    return this.#index
  }

  /** The number of the last commit that is in the index. */
  get rev(): number {
    return this.#rev
  }

  /**
   * The index with all commits that are on the disk now; readings stand in a queue, so that none misses a commit made before it was asked.
   * What it is asked is asked at once: after the next `await` it may be another.
   * @param lists also who stands on open segments
   */
  fresh(lists = false): Promise<ColumnIndex> {
    const reading = this.#reading.catch(() => undefined).then(() => this.#readOn(lists))
    this.#reading = reading
    return reading
  }

  /** The index to ask these criteria of. */
  freshFor(criteria: readonly Criteria[]): Promise<ColumnIndex> {
    return this.fresh(criteria.some(asksLists))
  }

  /** @param isAnew it was built anew for this answer: trouble is none of something old */
  async #readOn(lists: boolean, isAnew = false): Promise<ColumnIndex> {
    this.#keeper?.busy()
    const index = this.#index ?? (await this.#fromSnapshot()) ?? (await this.#build())
    if ((await lastRev(this.db)) === this.#rev && !(lists && this.#behind.size > 0)) return index
    const news = await readNews(this.db, this.#rev, this.#behind, lists)
    if (news === 'anew') {
      await this.#build()
      return this.#readOn(lists, isAnew)
    }
    try {
      this.#patch(index, news.patch)
    } catch (trouble) {
      if (isAnew) throw trouble
      await this.#discard()
      await this.#build()
      return this.#readOn(lists, true)
    }
    if (lists) this.#behind.clear()
    else for (const id of news.lines) this.#behind.add(id)
    this.#rev = news.rev
    this.#keeper?.changed(news.rows)
    return index
  }

  /** A patch that fails leaves an index that nobody can trust, nor what it was saved as. */
  #patch(index: ColumnIndex, patch: Patch): void {
    if (Object.keys(patch).length === 0) return
    this.#index = undefined
    index.patch(patch)
    this.#index = index
  }

  /** What the disk cannot read, or is not as it was written, goes: all of it is in the records. */
  async #fromSnapshot(): Promise<ColumnIndex | undefined> {
    const saved = await this.#store.read().catch(() => 'unreadable' as const)
    if (!saved) return undefined
    const index = saved === 'unreadable' ? undefined : ColumnIndex.fromSnapshot(saved)
    if (!index || saved === 'unreadable') {
      await this.#discard()
      return undefined
    }
    this.#rev = saved.rev
    this.#behind.clear()
    return (this.#index = index)
  }

  /** Where even that fails, the next saving puts another in its place. */
  async #discard(): Promise<void> {
    await this.#store.drop().catch(() => undefined)
  }

  /** From the records, in portions; commits that come meanwhile are read on afterwards. */
  async #build(): Promise<ColumnIndex> {
    const { db } = this
    const rev = await lastRev(db)
    const builder = new ColumnBuilder()
    await eachContact(db, (rows) => builder.addContacts(rows))
    await inPortions(db.entries, (rows) => builder.addEntries(rows))
    await inPortions(db.purchases, (rows) => builder.addPurchases(rows))
    builder.addTargetGroups(await db.targetGroups.toArray())
    builder.setCadences(await readCadences(db))
    const index = builder.finish(await readCancelled(db))
    this.#behind = new Set((await db.segmentLines.toCollection().primaryKeys()) as SegmentId[])
    this.#rev = rev
    this.#keeper?.built()
    return (this.#index = index)
  }

  async #save(): Promise<void> {
    const index = await this.fresh(true)
    const { rev } = this
    await this.#store.write(rev, index.snapshot())
  }
}

/** Whether a rule asks who stands on a segment. */
const asksLists = (item: Rule | Group): boolean => (item.kind === 'group' ? item.items.some(asksLists) : item.kind === 'segment')
