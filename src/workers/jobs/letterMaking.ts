// What is asked when letters are to be made, what they are made of, and what comes back.
import type { Letter, LetterSource } from '../../core/letter/letters.ts'
import type { LetterOrder } from '../../core/letter/order.ts'
import type { Failure } from '../../model/failure.ts'
import type { WordTemplate } from '../../word/index.ts'

export type { LetterOrder }
export type LetterChannel = 'print' | 'email'

export type LetterOutput = 'combined' | 'zip'

/** What kind of files are wished for. */
export interface LetterWishes {
  output: LetterOutput
  /** Only the lines that go by post, or those that go by e-mail; missing: every line with a document. */
  channel?: LetterChannel
  /** Missing: as the list stands. */
  order?: LetterOrder
  /** By whose alphabet names are put in order. */
  language?: string
  /** How the letters of a zip are called: words and `{{fields}}`, without ending; missing: by company and person. */
  fileName?: string
  /** At most so many letters in one document; missing: all of a language in one. */
  lettersPerFile?: number
  /** Each letter begins on a fresh sheet when both sides are printed. */
  oddPages?: boolean
  /** NUMPAGES counts the pages of each letter (as it does without a wish), or of the whole document. */
  pagesOf?: 'letter' | 'document'
  /** Pages count from one in each letter, as they do without a wish. */
  restartPages?: boolean
  /** The word of file names between the part and the number of parts: `Letter 1 of 3.docx`. */
  of?: string
}

export interface LetterFile {
  name: string
  /** Large ones lie on the disk until they are given up (`discardLetters`). */
  content: Blob
  size: number
  mime: string
  /** Letters in it; of labels the sheets. */
  letters: number
}

/** A line without a letter, and whose it is. */
export interface LeftOutLine {
  lineNo: number
  name: string
}

export interface MadeLetters {
  files: LetterFile[]
  /** Copies of a document: of labels, on which several people stand, the sheets. */
  letters: number
  /** Lines that stand in them. */
  lines: number
  /** Whether some of them get one letter together. */
  together?: true
  /** Lines that got no letter: privacy blocked, contact gone, or no document. */
  without: number
  /** Lines that the document itself left out, by a SKIPIF. */
  skipped: number
  leftOut: LeftOutLine[]
  /** Values from which signs were taken that no Word file can hold. */
  cleaned: number
  /** Of e-mails: the mark of what each says, by the number of its line. */
  marks?: readonly (readonly [lineNo: number, mark: string])[]
  /** What to say to `discardLetters` when the files are not needed any more. */
  run: string
}

/** Letters to be made, one after the other: not all of them stand in memory at once. */
export interface Letters {
  title: string
  /** So many lines are asked; where several get one letter together, so many letters. */
  count: number
  /** Why there is no letter, where it is known better than that nobody has a document. */
  none?: Failure
  /** How many lines get this letter together; missing: each one of her own. */
  linesAt?: (line: number) => number
  documentAt: (line: number) => LetterSource | undefined
  letterAt: (line: number) => Letter | undefined
  /** The moment that TIME shows. */
  madeAt: (line: number) => string
}

/** The lines that get a letter by one document in one language, in the order of the list. */
export interface LetterGroup extends LetterSource {
  lines: number[]
  template: WordTemplate
  /** Of the document. */
  fileName: string
}
