// How a file of one kind is read, kept by its header line: the next file with the same columns is read the same way without a question.
import * as z from 'zod/mini'
import { id, type ImportMappingId } from './ids.ts'
import { row } from './parts.ts'

/** What the rows of a file are. */
export const ImportKind = z.enum(['contacts', 'interactions', 'purchases'])
export type ImportKind = z.infer<typeof ImportKind>

export const DayOrder = z.enum(['dmy', 'mdy'])
export type DayOrder = z.infer<typeof DayOrder>
export const DecimalMark = z.enum([',', '.'])
export type DecimalMark = z.infer<typeof DecimalMark>

/** Where a column goes and how its cells are read; what is missing is decided by all its cells. */
export const ImportColumn = z.object({
  /** Name of the target field; missing = the column is not taken. */
  target: z.optional(z.string()),
  dayOrder: z.optional(DayOrder),
  decimal: z.optional(DecimalMark),
  /** What stands between several values in one cell; missing = `;` `,` `|` and `:::`, blank = a cell is one value. */
  listSeparator: z.optional(z.string()),
  /** Of a full name: which part stands first; missing = as a comma says it, else the first name. */
  nameOrder: z.optional(z.enum(['firstNameFirst', 'surnameFirst'])),
})
export type ImportColumn = z.infer<typeof ImportColumn>

export const ImportMapping = z.object({
  ...row,
  id: id<ImportMappingId>(),
  name: z.string(),
  kind: ImportKind,
  /** The header line, folded, that this mapping is known by. */
  headers: z.array(z.string()),
  columns: z.array(ImportColumn),
  usedAt: z.string(),
})
export type ImportMapping = z.infer<typeof ImportMapping>
