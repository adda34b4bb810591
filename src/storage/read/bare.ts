// Whether nobody's work is in a database: then a restore replaces nothing, and there is nothing to come back to.
import { tableNames } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import { rowsBesideImports } from './imports.ts'

/** Of every table, not one row; what the tablet itself is set to, and where its numbers stand, is no work. */
export async function isBare(db: Database): Promise<boolean> {
  const worked = tableNames.filter((name) => name !== 'settings' && name !== 'series')
  for (const name of [...worked, 'pendingContacts']) if ((await db.table(name).count()) > 0) return false
  return (await db.settings.where('id').notEqual('tablet').count()) === 0
}

/** Commits since the data were restored, an import with its rows, settings of the tablet aside: they would go with a way back. */
export async function countSinceRestore(db: Database): Promise<number> {
  const restored = await db.changes
    .orderBy('rev')
    .reverse()
    .filter(({ what }) => what === 'restore')
    .first()
  const since = restored?.rev ?? 0
  const commits = await db.changes
    .where('rev')
    .above(since)
    .filter(({ what }) => what !== 'saveTablet')
    .count()
  return commits + (await rowsBesideImports(db, since))
}
