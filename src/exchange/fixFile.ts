// The rows of a file that stay out, as a file that can be mended in Excel and taken in with the same mapping.

/** What the file says in the person's language. */
export interface FixWords {
  /** Heading of the first column. */
  heading: string
  /** Sentence by problem code (and `later`, `leaveOut`, `leave`); `{detail}` stands where the cell comes in. */
  reasons: Record<string, string>
}
