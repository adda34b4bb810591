// What each engine can do: hold so many people, and answer the questions and the edits.
export interface Engine {
  /** Takes in the people, as many as are wished; what it needs for that is not measured. */
  load: (size: number) => Promise<void> | void
  /** Answers the question of this number afresh. */
  ask: (question: number) => Promise<number> | number
  /** Answers a tree after the edit of this number; what did not change may be remembered. */
  edit?: (tree: number, at: number) => Promise<number> | number
  /** Other things that are measured. */
  more?: (what: string) => Promise<unknown>
}

/** How many there are, and who comes first, in one number. */
export const answerOf = (count: number, first: readonly number[]) =>
  count * 1_000_003 + first.reduce((sum, id, at) => (sum + id * (at + 1)) % 1_000_003, 0)
