// The worker that knows all contacts: counts and searches away from the finger.
import { expose } from 'comlink'
import { newDatabase } from '../storage/database.ts'
import { jobsOf } from './jobsOf.ts'
import { alone, live } from './life.ts'
import { FirstPageKeeper } from './jobs/firstPageKeeper.ts'
import { SnapshotKeeper } from './jobs/snapshotKeeper.ts'
import { indexJobs, type IndexJobs } from './jobs/indexJobs.ts'

let jobs: IndexJobs | undefined

expose({
  open: async (databaseName: string, life: string) => {
    await live(life)
    const db = newDatabase(databaseName)
    await db.open()
    jobs = indexJobs(db, { columns: new SnapshotKeeper(alone('fieldbook columns')), firstPage: new FirstPageKeeper(db) })
  },
  jobs: jobsOf(() => jobs),
})
