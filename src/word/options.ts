// How letters are to be made, and what comes back.
import type { MergeDay, MergeRecord } from './values.ts'
import type { StandardName } from './standardNames.ts'

/** Where bytes go: a file handle's writable (OPFS, file picker), a stream's writer, or anything that can do this. */
export interface Sink {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void
  close: () => Promise<void> | void
  /** What was written so far is of no use. */
  abort?: (reason?: unknown) => Promise<void> | void
}

/** What an ADDRESSBLOCK asks for. */
export interface AddressAsked {
  record: MergeRecord
  /** The value of a part, as text. */
  part: (name: StandardName) => string
  /** `\c`: the country never (0), always (1), or unless it is one of `except` (2). */
  country: 'never' | 'always' | 'unless'
  /** `\e`: countries that are not written. */
  except: string
  /** `\d`: as the post of the recipient's country wants it. */
  byCountry: boolean
  /** The lines that the document's own layout (`\f`) gives, blank ones left out; nothing without `\f`. */
  written: readonly string[] | undefined
  /** Of the letter, or as `\l` says. BCP 47. */
  language: string
}

/** What a GREETINGLINE asks for. */
export interface GreetingAsked {
  record: MergeRecord
  part: (name: StandardName) => string
  /** The line that the document's own layout (`\f`) gives, where the name can be used. */
  written: string | undefined
  /** `\e`: what the document says when the name cannot be used. */
  otherwise: string | undefined
  language: string
}

export interface MergeOptions {
  /** Of the letters, a BCP 47 tag: dates and numbers are written in it. Missing: the document's own. */
  language?: string
  /** What DATE and TIME show; missing: they stay live. */
  date?: MergeDay | ((record: MergeRecord) => MergeDay | undefined)
  /** Each letter's pages count from one (default), or run on through the document. */
  restartPages?: boolean
  /** NUMPAGES counts the pages of each letter (default), or of the whole document. */
  pagesOf?: 'letter' | 'document'
  /** Each letter begins on a fresh sheet when both sides are printed. */
  oddPages?: boolean
  /** At most so many letters in one document; missing: all in one. */
  lettersPerFile?: number
  /** At most so many parts in one document: headers and footers with a text of each letter's own, pictures; the rest stands in a further document. Missing: 60 000, as many as readers without ZIP64 take. */
  mostParts?: number
  /** Postal layout; missing, or nothing returned: what the document's own layout gives. The engine knows no countries. */
  address?: (asked: AddressAsked) => readonly string[] | undefined
  /** Greeting; missing, or nothing returned: the document's own layout, or its `\e`. */
  greeting?: (asked: GreetingAsked) => string | undefined
  /** A part of an address by Word's own name, where a record has none under that name. */
  part?: (name: StandardName, record: MergeRecord) => string | undefined
  /** What FILLIN and ASK are answered, by the keys of a template's questions; where one is missing, its standard is taken. */
  answers?: Readonly<Record<string, string>>
  /** What was merged stands between the signs of `base/fieldMarks`, for a letter that is only looked at. What is compared has none. */
  marks?: boolean
  /**
   * Where the bytes of the nth file (from 0) go; missing: they are kept and come back in the answer. It is asked for when the file's
   * first bytes are ready. When the merge is refused, the file being written is aborted; those closed before are whole, and stay.
   */
  to?: (file: number) => Sink | Promise<Sink>
  /** Told about ten times a second: letters made, records used. */
  onProgress?: (letters: number, records: number) => void
  signal?: AbortSignal
}

export interface SinglesOptions extends MergeOptions {
  /** The file name of a letter, by the record it is made of and its number from 1; cleaned, and made different from all others. */
  name?: (record: MergeRecord, letter: number) => string
}

export interface MergedFile {
  letters: number
  size: number
  /** Unless the bytes went somewhere (`to`). */
  bytes?: Uint8Array<ArrayBuffer>
  /** Of singles: the names in the ZIP. */
  names?: string[]
}

export interface Merged {
  letters: number
  /** Records used; more than letters where several stand on one page, or where some were skipped. */
  records: number
  files: MergedFile[]
  /** Records that the document itself left out (SKIPIF): they are among those used, and stand in no letter. */
  skipped: number
  /** Which ones, from 0, in the order in which records were handed in; in a ZIP of several templates they count through. */
  skippedAt: number[]
  /** Values from which signs were taken that no Word file can hold. */
  cleaned: number
}
