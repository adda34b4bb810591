// What the caller hands in: one record per person, its values by field name.

/** A day of the calendar, with a time where one is known (`14:30`); a `Date` is taken as the clock of this machine shows it. */
export type MergeDay = { readonly day: string; readonly time?: string } | Date

/** What stands in a field: words, a number, a day, or several paragraphs. A line break in words is a line break in the letter. */
export type MergeValue = string | number | MergeDay | readonly string[]

/**
 * Values by field name: as the document writes it, or another way of writing the same (case, blanks, underscores and signs do not
 * count). What is missing is empty.
 */
export type MergeRecord = Readonly<Record<string, MergeValue>>

export type MergeRecords = Iterable<MergeRecord> | AsyncIterable<MergeRecord>
