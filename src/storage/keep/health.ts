// Is the disk still there? After the tablet slept, some browsers lose the connection; one small write and read tells.
import { placeOf, schemaVersion, type Database } from '../database.ts'
import { storedVersion } from '../open.ts'

/** Writes and reads one tiny row; if that fails, opens the database anew once, unless a newer app has taken it over. True when it works (again). */
export async function probe(db: Database, at: string): Promise<boolean> {
  const once = async () => {
    await db.drafts.put({ id: 'probe', at, value: at })
    const row = await db.drafts.get('probe')
    return row?.value === at
  }
  try {
    return await once()
  } catch {
    try {
      const stored = await storedVersion(db.name, placeOf(db))
      // What is not there any more was switched away from or erased: opening would make it anew, empty.
      if (stored === 0 || stored > schemaVersion) return false
      db.close()
      await db.open()
      return await once()
    } catch {
      return false
    }
  }
}
