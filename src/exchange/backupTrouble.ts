// What is wrong with a backup file, thrown where it is found and caught at the border, where it becomes a failure with a sentence.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'

export class BackupTrouble extends Error {
  override readonly name = 'BackupTrouble'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** It is not whole: `detail` says the part, or the table and the row. */
export const broken = (fileName: string, detail: string) => new BackupTrouble({ code: 'backupBroken', fileName, detail })

/** Runs something that reads a backup; what is wrong with the file comes back as a value. */
export async function readingBackup<T>(read: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await read())
  } catch (error) {
    if (error instanceof BackupTrouble) return refuse(error.failure)
    throw error
  }
}
