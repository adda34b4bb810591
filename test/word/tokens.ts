// Values that are found again: each tells which record and which field it is of.
import type { MergeRecord, WordTemplate } from '../../src/word/index.ts'

export const token = (record: number, field: number) => `Q${record}x${field}Z`

/** A record of tokens for every field of a template. */
export const tokensFor = (template: WordTemplate, record: number): MergeRecord =>
  Object.fromEntries(template.fields.map(({ name }, field) => [name, token(record, field)]))

/** The records whose tokens stand in some words, without regard to case. */
export const recordsIn = (words: string): number[] => [...new Set([...words.matchAll(/q(\d+)x\d+z/gi)].map((found) => Number(found[1])))]
