// A table on its way into a file: some rows at a time, with progress, and a stop heard in between.
import type { FileBeingWritten } from '../../storage/keep/generatedFiles.ts'
import type { JobBook } from './jobBook.ts'

type Bytes = Uint8Array<ArrayBuffer>[]

export interface TableParts {
  begin: () => Bytes
  rows: (from: number, count: number) => Bytes
  end: () => Bytes
}

const portion = 500

/** @param table nothing when it was told to stop already @returns whether the file is whole */
export async function writeTable(
  file: FileBeingWritten,
  count: number,
  table: TableParts | undefined,
  book: JobBook,
  job: number,
): Promise<boolean> {
  if (!table) return false
  const put = async (bytes: Bytes) => {
    for (const one of bytes) await file.write(one)
  }
  await put(table.begin())
  for (let from = 0; from < count; from += portion) {
    if (book.stopped(job)) return false
    await put(table.rows(from, Math.min(portion, count - from)))
    book.progress(job, Math.min(from + portion, count), count)
    await new Promise((resolve) => setTimeout(resolve))
  }
  await put(table.end())
  await file.close()
  return !book.stopped(job)
}
