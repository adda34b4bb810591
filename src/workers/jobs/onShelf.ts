// One file on its way to the person. Nothing of it stays behind when it does not become whole: least of all on a disk that is full.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { FileBeingWritten, Shelf } from '../../storage/keep/generatedFiles.ts'

/** @param write fills the file; the file is given up when that is refused, or throws */
export async function onShelf<T>(
  shelf: Shelf,
  write: (file: FileBeingWritten, run: string) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const run = shelf.begin()
  const file = shelf.open(run, 0)
  let isWhole = false
  try {
    const written = await write(file, run)
    isWhole = written.ok
    return written
  } finally {
    if (!isWhole) {
      await file.abort()
      await shelf.discard(run)
    }
  }
}
