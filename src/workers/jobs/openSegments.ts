// The open segments that were asked for last, as they are on the disk: a long one is read once, not at every touch of a control.
import type { SegmentId } from '../../model/ids.ts'
import type { Changes } from '../../model/tables.ts'
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

  /** What a commit of ours made of it, so that it need not be read again. */
  took(before: StoredSegment, { put, remove }: Changes, rev: number): void {
    const stamped = <T extends object>(row: T) => ({ ...row, rev })
    const { id } = before.segment
    const [segment = before.segment] = (put.segments ?? []).map(stamped)
    const [lines = before.lines] = (put.segmentLines ?? []).map(stamped)
    const steps = new Map([...before.steps, ...(put.steps ?? []).map(stamped)].map((step) => [step.id as string, step]))
    for (const gone of remove.steps ?? []) steps.delete(gone)
    this.#keep(id, { segment, lines, steps: [...steps.values()].sort((a, b) => a.position - b.position) })
  }

  #keep(id: SegmentId, state: StoredSegment | undefined): void {
    const others = this.#kept.filter(({ segment }) => segment.id !== id)
    this.#kept = [...(state ? [state] : []), ...others].slice(0, most)
  }
}
