// How this tablet's printers print: label formats of one's own, and by how much each print is moved.
import type { Printing } from '../../model/settings.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export const usualPrinting: Printing = { id: 'printing', rev: 0, labelFormats: [], nudge: { x: 0, y: 0 } }

/** As it is kept; where nothing was said yet, nothing is moved. */
export async function readPrinting(db: Database): Promise<Printing> {
  const row = await db.settings.get('printing')
  return row?.id === 'printing' ? row : usualPrinting
}

export const watchPrinting = (db: Database): Watched<Printing> => watch(() => readPrinting(db))
