// The way out when nothing else works: a backup of what is on the disk, made here and without any page. Not even the worker is
// needed, for that may be what failed.
import { occasionNow } from '../actions/house.ts'
import type { MadeBackup } from '../workers/jobs/backups.ts'
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { Database } from '../storage/database.ts'
import { readTablet } from '../storage/read/lists.ts'

/** A backup of everything, made and opened again to be sure; the person saves it with a tap of its own. */
export async function rescue(db: Database): Promise<Result<MadeBackup, Failure>> {
  const { backupJobs } = await import('../workers/jobs/backups.ts')
  const tablet = await readTablet(db)
  return backupJobs(db).makeBackup({ app: __BUILD__, at: occasionNow('').now, tablet: tablet?.name ?? '' }, 0)
}
