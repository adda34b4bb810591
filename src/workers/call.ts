// Calls to the two workers: the contact index (counts, search) and long work (letters, import, backup).
// The same functions run in place in tests. Progress comes back by proxy; stop goes over by the number of the job.
import { proxy, wrap, type Remote } from 'comlink'
import { ok, refuse, type Result } from '../base/result.ts'
import { workerUrl } from '../base/trusted.ts'
import type { Failure } from '../model/failure.ts'
import { storageFailure } from '../storage/failure.ts'
import type { IndexJobs } from './jobs/indexJobs.ts'
import type { Progress } from './jobs/jobBook.ts'
import type { WorkJobs } from './jobs/workJobs.ts'
import indexUrl from './indexWorker.ts?worker&url'
import { LastingLine, type Begun } from './lasting.ts'
import { atWork, lockManager } from './life.ts'
import { failureOf, Line, watched, WorkerGone, type JobWatch, type WatchedDoor } from './line.ts'
import workUrl from './workWorker.ts?worker&url'

export { failureOf, type JobWatch }

type Async<T> = T extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never
/** Each job as it is called from a screen; rejected with `WorkerGone` when the worker is gone. */
export type Calls = {
  index: { [K in keyof IndexJobs]: Async<IndexJobs[K]> }
  work: { [K in keyof WorkJobs]: Async<WorkJobs[K]> }
  /** Runs a long job that takes a job number as its last argument. A new version waits until it is done. */
  watched: <T>(watch: JobWatch, run: (work: Calls['work'], job: number) => Promise<T>) => Promise<T>
}

interface Opened<Jobs> {
  /** @param life the name of a lock that the worker holds while it lives */
  open: (databaseName: string, life: string) => Promise<void>
  jobs: Jobs
}
export type IndexDoor = Opened<IndexJobs>
export type WorkDoor = Opened<WorkJobs> & {
  watch: (job: number, progress: Progress) => void
  stop: (job: number) => void
  end: (job: number) => void
}

/** So long may a worker take to load and to open the data. */
const patience = 10_000

export interface Workers {
  calls: Calls
  /** Starts the worker for long work, if nobody has needed it yet. Failures of either: `workerGone`, disk trouble. */
  begun: () => Promise<Result<undefined, Failure>>
}

/**
 * Starts the index worker at once, the other when it is needed; nobody waits for them. Each is started anew when it dies.
 * @param opened gives the name of the database when it is open: a worker must not be the first to touch it
 */
export function startWorkers(opened: Promise<string>): Workers {
  const index = new LastingLine(() => begin<IndexDoor>(indexUrl, opened))
  const work = new LastingLine(() => begin<WorkDoor>(workUrl, opened))
  index.start().catch(() => undefined)
  const jobs = work.over(({ jobs }) => jobs as unknown as Calls['work'], never)
  const beside = besideJobs(work)
  let last = 0
  return {
    calls: {
      index: index.over(({ jobs }) => jobs as unknown as Calls['index'], isRead),
      work: jobs,
      watched: (watch, run) => {
        const job = ++last
        return atWork(() => watched(beside, job, watch, () => run(jobs, job)))
      },
    },
    begun: async () => {
      try {
        await Promise.all([index.start(), work.start()])
        return ok(undefined)
      } catch (error) {
        return refuse(error instanceof WorkerGone ? failureOf(error) : storageFailure(error))
      }
    },
  }
}

const never = () => false

/** Jobs of the index worker that write: they are not asked a second time. */
const writing: ReadonlySet<keyof IndexJobs> = new Set<keyof IndexJobs>(['applyRecipe', 'applyCard', 'stepBack'])
const isRead = (job: keyof IndexJobs) => !writing.has(job)

async function begin<Door extends Opened<object>>(url: string, opened: Promise<string>): Promise<Begun<Remote<Door>>> {
  const worker = new Worker(workerUrl(url, [indexUrl, workUrl]), { type: 'module' })
  const line = new Line(worker)
  const door = wrap<Door>(worker)
  const databaseName = await Promise.race([opened, line.ended])
  if (typeof databaseName !== 'string') throw databaseName
  const life = `fieldbook worker ${crypto.randomUUID()}`
  const open = door.open as unknown as Opened<object>['open']
  await line.callWithin(patience, () => open(databaseName, life))
  // The lock falls to us when the worker is no more, however it ended: not every browser says so.
  void lockManager()?.request(life, () => line.end('it has stopped'))
  return { line, door }
}

const besideJobs = (work: LastingLine<Remote<WorkDoor>>): WatchedDoor => ({
  // What the listener returns stays here: it need not be something that can cross to a worker.
  watch: (job, progress) =>
    work.call(
      (door) =>
        door.watch(
          job,
          proxy((done, total) => void progress(done, total)),
        ),
      false,
    ),
  stop: (job) => work.call((door) => door.stop(job), false),
  end: (job) => work.call((door) => door.end(job), false),
})
