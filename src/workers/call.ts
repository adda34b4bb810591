// Calls to the two workers: the contact index (counts, search) and long work (letters, import, backup).
// The same functions run in place in tests. Progress comes back by proxy; stop goes over by the number of the job.
import { proxy, wrap, type Remote } from 'comlink'
import { workerUrl } from '../base/trusted.ts'
import type { IndexJobs } from './jobs/indexJobs.ts'
import type { Progress } from './jobs/jobBook.ts'
import type { WorkJobs } from './jobs/workJobs.ts'
import indexUrl from './indexWorker.ts?worker&url'
import workUrl from './workWorker.ts?worker&url'

/** How a long job tells where it is, and hears that it should stop. */
export interface JobWatch {
  onProgress?: Progress
  signal?: AbortSignal
}

type Async<T> = T extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never
/** Each job as it is called from a screen. */
export type Calls = {
  index: { [K in keyof IndexJobs]: Async<IndexJobs[K]> }
  work: { [K in keyof WorkJobs]: Async<WorkJobs[K]> }
  /** Runs a long job that takes a job number as its last argument. */
  watched: <T>(watch: JobWatch, run: (work: Calls['work'], job: number) => Promise<T>) => Promise<T>
}

interface WorkerDoor<Jobs> {
  open: (databaseName: string) => Promise<void>
  jobs: Jobs
  watch: (job: number, progress: Progress) => void
  stop: (job: number) => void
}
export type IndexDoor = WorkerDoor<IndexJobs>
export type WorkDoor = WorkerDoor<WorkJobs>

/** Starts both workers on the given database. */
export async function startWorkers(databaseName: string): Promise<Calls> {
  const allowed = [indexUrl, workUrl] as const
  const start = <Door>(url: string) => wrap<Door>(new Worker(workerUrl(url, allowed), { type: 'module' }))
  const index = start<IndexDoor>(indexUrl)
  const work = start<WorkDoor>(workUrl)
  await Promise.all([index.open(databaseName), work.open(databaseName)])
  return {
    index: index.jobs as unknown as Calls['index'],
    work: work.jobs as unknown as Calls['work'],
    watched: (watch, run) => watched(work, watch, run),
  }
}

let lastJob = 0

async function watched<T>(door: Remote<WorkDoor>, watch: JobWatch, run: (work: Calls['work'], job: number) => Promise<T>): Promise<T> {
  const job = ++lastJob
  const { onProgress } = watch
  // What the listener returns stays here: it need not be something that can cross to a worker.
  const tell: Progress = (done, total) => void onProgress?.(done, total)
  if (onProgress) await door.watch(job, proxy(tell))
  const stop = () => void door.stop(job)
  watch.signal?.addEventListener('abort', stop, { once: true })
  try {
    return await run(door.jobs as unknown as Calls['work'], job)
  } finally {
    watch.signal?.removeEventListener('abort', stop)
  }
}
