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
import { failureOf, Line, watched, WorkerGone, type JobWatch, type WatchedDoor } from './line.ts'
import workUrl from './workWorker.ts?worker&url'

export { failureOf, type JobWatch }

type Async<T> = T extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never
/** Each job as it is called from a screen; rejected with `WorkerGone` when the worker is gone. */
export type Calls = {
  index: { [K in keyof IndexJobs]: Async<IndexJobs[K]> }
  work: { [K in keyof WorkJobs]: Async<WorkJobs[K]> }
  /** Runs a long job that takes a job number as its last argument. */
  watched: <T>(watch: JobWatch, run: (work: Calls['work'], job: number) => Promise<T>) => Promise<T>
}

interface Opened<Jobs> {
  open: (databaseName: string) => Promise<void>
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

/** Starts both workers on the given database. Failures: `workerGone`, disk trouble. */
export async function startWorkers(databaseName: string): Promise<Result<Calls, Failure>> {
  const allowed = [indexUrl, workUrl] as const
  const start = <Door>(url: string) => {
    const worker = new Worker(workerUrl(url, allowed), { type: 'module' })
    return { line: new Line(worker), door: wrap<Door>(worker) }
  }
  const index = start<IndexDoor>(indexUrl)
  const work = start<WorkDoor>(workUrl)
  try {
    await Promise.all([
      index.line.callWithin(patience, () => index.door.open(databaseName)),
      work.line.callWithin(patience, () => work.door.open(databaseName)),
    ])
  } catch (error) {
    for (const { line } of [index, work]) line.end('the other could not begin')
    return refuse(error instanceof WorkerGone ? failureOf(error) : storageFailure(error))
  }
  const jobs = work.line.over(work.door.jobs as unknown as Calls['work'])
  const beside = besideJobs(work.line, work.door)
  let last = 0
  return ok({
    index: index.line.over(index.door.jobs as unknown as Calls['index']),
    work: jobs,
    watched: (watch, run) => {
      const job = ++last
      return watched(beside, job, watch, () => run(jobs, job))
    },
  })
}

const besideJobs = (line: Line, door: Remote<WorkDoor>): WatchedDoor => ({
  // What the listener returns stays here: it need not be something that can cross to a worker.
  watch: (job, progress) =>
    line.call(() =>
      door.watch(
        job,
        proxy((done, total) => void progress(done, total)),
      ),
    ),
  stop: (job) => line.call(() => door.stop(job)),
  end: (job) => line.call(() => door.end(job)),
})
