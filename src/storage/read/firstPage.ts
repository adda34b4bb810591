// The first rows of the contact list as they were shown last, to be there before the index can answer.
import type { Database } from '../database.ts'

/** Which row it is; `schema` rises with the shape of what is kept. */
export const firstPageRow = { id: 'firstPage', schema: 'contacts 1' }

/** Nothing when none were kept. They are as they were then: figures wait for the index. */
export async function readFirstPage(db: Database): Promise<readonly unknown[]> {
  const row = await db.snapshots.get(firstPageRow.id)
  return row?.schema === firstPageRow.schema ? (row.value as unknown[]) : []
}
