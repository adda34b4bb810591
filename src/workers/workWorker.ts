// The worker for long work: reading Word documents, making letters, importing, backing up.
import { expose, releaseProxy, type Remote } from 'comlink'
import { newDatabase } from '../storage/database.ts'
import { clearForgotten } from '../storage/keep/forgotten.ts'
import { newShelf } from '../storage/keep/generatedFiles.ts'
import { jobsOf } from './jobsOf.ts'
import { live } from './life.ts'
import { JobBook, type Progress } from './jobs/jobBook.ts'
import { tidyRestores } from './jobs/restores.ts'
import { workJobs, type WorkJobs } from './jobs/workJobs.ts'

// A listener is a proxy of one on the page; it keeps a channel open until it is let go.
const book = new JobBook((progress) => (progress as Remote<Progress>)[releaseProxy]())
let jobs: WorkJobs | undefined

expose({
  open: async (databaseName: string, life: string) => {
    await live(life)
    const db = newDatabase(databaseName)
    await db.open()
    const shelf = newShelf()
    void shelf.tidy()
    jobs = workJobs(db, book, shelf)
    void tidyRestores(db)
    void clearForgotten(db)
  },
  watch: (job: number, progress: Progress) => book.watch(job, progress),
  stop: (job: number) => book.stop(job),
  end: (job: number) => book.end(job),
  jobs: jobsOf(() => jobs),
})
