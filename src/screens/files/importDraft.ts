// What was chosen in the import so far, as it is kept on the disk; the bytes of the file stand beside it, written once.
import type { SegmentId } from '../../model/ids.ts'
import type { ImportColumn, ImportKind } from '../../model/importMapping.ts'
import type { ImportJobs, TakenImport } from '../../workers/jobs/imports.ts'

export type ImportChoices = Parameters<ImportJobs['checkImport']>[0]
export type ReadChoice = Parameters<ImportJobs['openImportFile']>[2]
export type PlannedRow = Awaited<ReturnType<ImportJobs['importRows']>>[number]
export type RowProblem = PlannedRow['problems'][number]
export type RowDecision = ImportChoices['decisions'][number]
export type ImportCounts = TakenImport['counts']

export type { ImportKind }
export const importKinds: readonly ImportKind[] = ['contacts', 'interactions', 'purchases']

export const importSteps = ['file', 'columns', 'check', 'done'] as const
export type ImportStep = (typeof importSteps)[number]

/** The draft of the choices, and the one of the file; what is in the second is no form by itself. */
export const draftOfChoices = 'import'
export const draftOfFile = 'import:file'
/** Whom the file brought, for a segment of them after a reload. */
export const draftOfPeople = 'import:people'
/** A larger file is not kept: after a reload it is chosen again, and the choices are still there. */
export const largestKept = 32_000_000

/** The file as it came in. */
export interface ImportFile {
  fileName: string
  bytes: ArrayBuffer
}

/** What is left of an import that was taken in; the people of it are asked of the journal. */
export interface TakenFacts {
  importId: string
  rev: number
  counts: ImportCounts
  at: string
  /** Rows that came in without something that stood in the file. */
  told?: number
  /** The segment its people were put on. */
  segment?: PutOnSegment
}

export interface PutOnSegment {
  id: SegmentId
  name: string
  added: number
  excluded: number
  blocked: number
}

/** Lists, never records: a draft of other keys is not taken for one of ours. */
export interface ImportWishes {
  step: ImportStep
  fileName: string
  size: number
  /** None = as it was recognised. */
  reading: ReadChoice[]
  kind: ImportKind[]
  /** A saved mapping fits, and she said no. */
  withoutMapping: boolean
  /** One per column; none = as they were guessed. */
  columns: ImportColumn[]
  updates: ImportChoices['updates']
  duplicates: ImportChoices['duplicates']
  decisions: [line: number, decision: RowDecision][]
  mended: [line: number, column: number, text: string][]
  tag: string
  mappingName: string
  segment: SegmentWish
  taken: TakenFacts[]
}

/** A segment that all people of the file are put on: an open one, or a new one with this name. */
export interface SegmentWish {
  on: boolean
  id: SegmentId | ''
  name: string
}

export const noWishes = (): ImportWishes => ({
  step: 'file',
  fileName: '',
  size: 0,
  reading: [],
  kind: [],
  withoutMapping: false,
  columns: [],
  updates: 'fillBlanks',
  duplicates: 'later',
  decisions: [],
  mended: [],
  tag: '',
  mappingName: '',
  segment: { on: false, id: '', name: '' },
  taken: [],
})

/** She went on from the file, or chose something about it: work that beginning with another file would throw away. */
export function isBegun({ taken, fileName, step, ...wishes }: ImportWishes): boolean {
  if (fileName === '' || taken.length > 0) return false
  const { size: _size, reading, ...chosen } = wishes
  const { size: _none, reading: _asRead, taken: _taken, fileName: _noFile, step: first, ...start } = noWishes()
  const asRead = reading.every((choice) => Object.keys(choice).every((name) => name === 'pasted'))
  return step !== first || !asRead || JSON.stringify(chosen) !== JSON.stringify(start)
}

/** The choices as the desk asks for them. */
export function choicesOf(wishes: ImportWishes, kind: ImportKind, columns: readonly ImportColumn[]): ImportChoices {
  const mended: ImportChoices['mended'] = {}
  for (const [line, column, text] of wishes.mended) mended[line] = { ...mended[line], [column]: text }
  const { updates, duplicates, tag } = wishes
  return { kind, columns: [...columns], updates, duplicates, tag: tag.trim(), decisions: Object.fromEntries(wishes.decisions), mended }
}

/** A line decided anew; nothing = as all others that nobody decided. */
export const decided = (
  decisions: ImportWishes['decisions'],
  line: number,
  decision: RowDecision | undefined,
): ImportWishes['decisions'] => [
  ...decisions.filter(([other]) => other !== line),
  ...(decision ? [[line, decision] as [number, RowDecision]] : []),
]

/** A cell written anew. */
export const mendedCell = (mended: ImportWishes['mended'], line: number, column: number, text: string): ImportWishes['mended'] => [
  ...mended.filter(([otherLine, otherColumn]) => otherLine !== line || otherColumn !== column),
  [line, column, text],
]

/** A name for the segment or the mapping: the file's, without its ending. */
export const nameOfFile = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, '')
    .replaceAll('_', ' ')
    .trim()
