// What is to be seen before letters are made: which fields of the documents would stay blank and for whom, and how the files of single
// letters would be called. Of the same letters that are made then.
import { filledFileName } from '../../core/letter/fileNames.ts'
import type { Letter } from '../../core/letter/letters.ts'
import { fieldMeant } from '../../core/letter/values.ts'
import type { AttachmentId, SegmentId } from '../../model/ids.ts'
import type { LetterValue } from '../../model/letter.ts'
import type { Database } from '../../storage/database.ts'
import { toldFileNames, type FileNameTold } from '../../word/index.ts'
import type { Letters, LetterWishes } from './letterMaking.ts'
import { letterFileName } from './letterNames.ts'
import { lettersOfSegment } from './letters.ts'

export type { FileNameTold }

/** A merge field of the documents that says nothing in some letters. */
export interface BlankField {
  field: string
  lineNos: number[]
}

/** Files that are not called as was wished, each with its line. */
export interface ToldNames {
  told: FileNameTold
  files: { lineNo: number; name: string }[]
}

export interface LettersChecked {
  letters: number
  blanks: BlankField[]
  /** Of files of single letters, where they are wished for: the first few, and those that are not as wished. */
  names?: { examples: string[]; told: ToldNames[] }
}

export interface LetterCheckJobs {
  /** Nothing when there is no such segment any more. @param fields the fields of each document that is known so far */
  checkLetters: (
    id: SegmentId,
    fields: readonly (readonly [AttachmentId, readonly string[]])[],
    wishes: LetterWishes,
    now: string,
  ) => Promise<LettersChecked | undefined>
}

export const letterCheckJobs = (db: Database): LetterCheckJobs => ({
  checkLetters: async (id, fields, wishes, now) => {
    const letters = await lettersOfSegment(db, id, wishes, undefined, now)
    return letters && (await check(letters, new Map(fields), wishes))
  },
})

/** So many letters are looked at before others are heard. */
const stride = 500
/** So many names are shown as an example. */
const examples = 3

async function check(
  letters: Letters,
  fields: ReadonlyMap<AttachmentId, readonly string[]>,
  wishes: LetterWishes,
): Promise<LettersChecked> {
  const blanks = new Blanks(fields)
  const files: WishedFile[] = []
  let count = 0
  for (let at = 0; at < letters.count; at++) {
    if (at % stride === stride - 1) await new Promise((next) => setTimeout(next))
    const letter = letters.letterAt(at)
    if (!letter) continue
    count++
    blanks.look(letter)
    if (wishes.output === 'zip') files.push(wishedFile(letter, wishes.fileName))
  }
  const found = { letters: count, blanks: blanks.found }
  return wishes.output === 'zip' ? { ...found, names: namesOf(files) } : found
}

interface WishedFile {
  lineNo: number
  wished: string
  /** The pattern says nothing of her: the file is called by company and person. */
  blank: boolean
}

const wishedFile = (letter: Letter, pattern: string | undefined): WishedFile => ({
  lineNo: letter.lineNo,
  wished: letterFileName(letter, pattern),
  blank: pattern !== undefined && filledFileName(pattern, letter.values) === '',
})

function namesOf(files: readonly WishedFile[]): NonNullable<LettersChecked['names']> {
  const named = toldFileNames(
    files.map(({ wished }) => wished),
    '.docx',
  )
  const byReason = new Map<FileNameTold, ToldNames['files']>()
  for (const [at, { name, told }] of named.entries()) {
    const { lineNo, blank } = files[at]!
    for (const why of blank ? (['blank', ...told] as const) : told) {
      const list = byReason.get(why) ?? []
      list.push({ lineNo, name })
      byReason.set(why, list)
    }
  }
  return { examples: named.slice(0, examples).map(({ name }) => name), told: [...byReason].map(([told, of]) => ({ told, files: of })) }
}

/** Words for one person are blank for nearly everybody: that is no lack. */
const seldom: ReadonlySet<string> = new Set(['Comment'])

class Blanks {
  readonly #fields: ReadonlyMap<AttachmentId, readonly string[]>
  readonly #meant = new Map<string, readonly string[]>()
  readonly #blank = new Map<string, number[]>()

  constructor(fields: ReadonlyMap<AttachmentId, readonly string[]>) {
    this.#fields = fields
  }

  look(letter: Letter): void {
    for (const field of this.#usedBy(letter)) {
      if (!isBlank(letter.values[field])) continue
      const lineNos = this.#blank.get(field) ?? []
      lineNos.push(letter.lineNo)
      this.#blank.set(field, lineNos)
    }
  }

  /** The fewest first: those are the ones that somebody forgot. */
  get found(): BlankField[] {
    return [...this.#blank].map(([field, lineNos]) => ({ field, lineNos })).sort((a, b) => a.lineNos.length - b.lineNos.length)
  }

  /** Stable names of the fields in its document; each document is asked once per mapping. */
  #usedBy({ attachmentId, mapping }: Letter): readonly string[] {
    const key = `${attachmentId} ${JSON.stringify(mapping)}`
    const known = this.#meant.get(key)
    if (known) return known
    const meant = (this.#fields.get(attachmentId) ?? []).flatMap((name) => fieldMeant(name, mapping) || [])
    const used = [...new Set(meant)].filter((field) => !seldom.has(field))
    this.#meant.set(key, used)
    return used
  }
}

const isBlank = (value: LetterValue | undefined): boolean => typeof value !== 'object' && (value ?? '').trim() === ''
