// The worker that knows all contacts: counts and searches away from the finger.
import { expose } from 'comlink'
import { newDatabase } from '../storage/database.ts'
import { indexJobs, type IndexJobs } from './jobs/indexJobs.ts'

let jobs: IndexJobs | undefined
const started = () => {
  if (!jobs) throw new Error('The index worker was asked before it was opened')
  return jobs
}

expose({
  open: async (databaseName: string) => {
    const db = newDatabase(databaseName)
    await db.open()
    jobs = indexJobs(db)
  },
  jobs: {
    search: (...args: Parameters<IndexJobs['search']>) => started().search(...args),
    outcome: (...args: Parameters<IndexJobs['outcome']>) => started().outcome(...args),
    counts: (...args: Parameters<IndexJobs['counts']>) => started().counts(...args),
    values: (...args: Parameters<IndexJobs['values']>) => started().values(...args),
  },
})
