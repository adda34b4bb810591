// Is the disk still there? After the tablet slept, some browsers lose the connection; one small write and read tells.
import type { Database } from '../database.ts'

/** Writes and reads one tiny row; if that fails, opens the database anew once. True when it works (again). */
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
      db.close()
      await db.open()
      return await once()
    } catch {
      return false
    }
  }
}
