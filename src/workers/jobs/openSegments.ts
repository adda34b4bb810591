// The open segments that were asked for last, as they are on the disk: a long one is read once, not at every touch of a control.
import type { SegmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { readSegment, type StoredSegment } from '../../storage/read/segments.ts'

/** So many are kept. */
const most = 2

export class OpenSegments {
  readonly #db: Database
  #kept: StoredSegment[] = []

  constructor(db: Database) {
    this.#db = db
  }

  /** The segment as it is now. Whatever changes its lines or steps writes its header, too. */
  async read(id: SegmentId): Promise<StoredSegment | undefined> {
    const now = await this.#db.segments.get(id)
    const known = this.#kept.find(({ segment }) => segment.id === id)
    const state = now && known?.segment.rev === now.rev ? known : await readSegment(this.#db, id)
    this.#keep(id, state)
    return state
  }

  #keep(id: SegmentId, state: StoredSegment | undefined): void {
    const others = this.#kept.filter(({ segment }) => segment.id !== id)
    this.#kept = [...(state ? [state] : []), ...others].slice(0, most)
  }
}
