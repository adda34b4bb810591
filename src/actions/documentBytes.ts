// The bytes of a document outlive the undo of the act that brought it in: a letter that was logged since, or a line taken over by another
// list, rests on them. They are kept once per content, so that bringing it in again costs nothing.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { Committed } from '../storage/commit.ts'

/** The same commit, with an undo that leaves the documents. */
export function bytesStay<T extends Committed>(done: Result<T, Failure>): Result<T, Failure> {
  if (!done.ok) return done
  const { put, remove, requires, ...rest } = done.value.inverse
  const { attachments: _put, ...rowsPut } = put
  const { attachments: _remove, ...rowsRemoved } = remove
  const inverse = { ...rest, put: rowsPut, remove: rowsRemoved, requires: requires.filter(({ table }) => table !== 'attachments') }
  return { ok: true, value: { ...done.value, inverse } }
}
