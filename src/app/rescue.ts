// The way out when nothing else works: a backup of what is on the disk, made here and without any page. Not even the worker is
// needed, for that may be what failed.
import { occasionNow } from '../actions/house.ts'
import type { BackupFile } from '../actions/files.ts'
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { Database } from '../storage/database.ts'
import { readTablet } from '../storage/read/lists.ts'

/** A backup of everything, made and opened again to be sure; the person saves it with a tap of its own. */
export async function rescue(db: Database): Promise<Result<BackupFile, Failure>> {
  const { backupJobs } = await import('../workers/jobs/backups.ts')
  const { now, today } = occasionNow('')
  const tablet = await readTablet(db)
  const made = await backupJobs(db).makeBackup({ app: __BUILD__, at: now, tablet: tablet?.name ?? '' })
  return made.ok ? { ok: true, value: { ...made.value, name: `fieldbook-${today}.fieldbook` } } : made
}
