// The records that letters are made of, a few at a time: a page of labels looks ahead, a skipped person is dropped.
import type { MergeRecord } from './values.ts'

/** A window on the records: `peek(0)` is the next one that no letter has used. */
export interface Feed {
  /** Whether at least so many are at hand, or there are no more. */
  has: (count: number) => boolean
  peek: (at: number) => MergeRecord | undefined
  /** Takes the next ones away. */
  drop: (count: number) => void
  /** How many were taken away so far. */
  readonly taken: number
  /** How many of those a SKIPIF left out; counted by who left them out. */
  skipped: number
}
