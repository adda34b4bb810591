// What it takes to undo the long acts made last stays with the worker that made them: with 50 000 entries it is no message to send about.
// A screen asks for it by the number of the commit.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { Changes } from '../../model/tables.ts'
import { takeBack } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import type { JobBook } from './jobBook.ts'

/** So many acts can be taken back, however long they are. */
const remembered = 3
/** More of them as long as they are short: together no more than so many rows. */
const rowsRemembered = 20_000
const mostRemembered = 20

export class LastActs {
  #acts = new Map<number, { what: string; inverse: Changes; after: () => Promise<unknown> }>()

  /** @param after done when the act was taken back, as for open forms that followed it */
  keep(rev: number, what: string, inverse: Changes, after: () => Promise<unknown> = () => Promise.resolve()): void {
    this.#acts.set(rev, { what, inverse, after })
    let rows = 0
    for (const [at, [old, act]] of [...this.#acts].reverse().entries()) {
      rows += rowsOf(act.inverse)
      if (at >= mostRemembered || (at >= remembered && rows > rowsRemembered)) this.#acts.delete(old)
    }
  }

  has(rev: number): boolean {
    return this.#acts.has(rev)
  }

  /** Nothing of before can be taken back any more: somebody was forgotten. */
  clear(): void {
    this.#acts.clear()
  }

  /** Takes an act back whole. Failures: `changedSince`, and `undoLost` when it is none of the last or the worker began anew. */
  async takeBack(
    db: Database,
    rev: number,
    at: string,
    progress: (done: number, total: number) => void,
  ): Promise<Result<{ rev: number }, Failure>> {
    const act = this.#acts.get(rev)
    if (!act) return refuse({ code: 'undoLost' })
    const taken = await takeBack(db, act.inverse, 'whole', `undo ${act.what}`, at, progress)
    if (taken.ok) this.#acts.delete(rev)
    if (taken.ok) await act.after()
    return taken.ok ? ok({ rev: taken.value.rev }) : taken
  }
}

const rowsOf = ({ put, remove }: Changes): number =>
  [...Object.values(put), ...Object.values(remove)].reduce((sum, rows) => sum + rows.length, 0)

export interface LastActJobs {
  takeBackAct: (rev: number, at: string, job: number) => Promise<Result<{ rev: number }, Failure>>
}

export const lastActJobs = (db: Database, book: JobBook, acts: LastActs): LastActJobs => ({
  takeBackAct: (rev, at, job) => acts.takeBack(db, rev, at, (done, total) => book.progress(job, done, total)),
})
