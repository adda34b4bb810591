// What the Word engine says about a document: the merge fields it found, what a person should know before merging,
// and why a file was refused. Plain tagged objects: they survive postMessage; the words for them live elsewhere.

/** A merge field as it is written in the document, how often it stands there, and in which part first. */
export interface FieldUse {
  name: string
  count: number
  part: string
}

export type FindingCode =
  | 'DOCM_MACROS' // macros stood in the file and are left out of every letter
  | 'DOTX' // a template was given; letters become documents
  | 'EXTERNAL_REL' // something outside the file is pointed to: detail says what kind
  | 'MAIL_MERGE_SOURCE' // Word's own data source was attached; it is removed, Word would ask for it
  | 'FIELD_UNSUPPORTED' // detail: the instruction; it keeps its last result
  | 'FIELD_UNBALANCED' // a field without its beginning or its end; left as it stands
  | 'FIELD_SPANS_BLOCKS' // a field over several paragraphs that hold other text as well
  | 'FIELD_IN_OTHER_PART' // a header or note that names Word's elements differently than the letter does; left as it stands
  | 'PROTECTED' // document protection is on; it stays on in the letters
  | 'REVISIONS' // tracked changes: deleted text is not merged
  | 'SIGNED' // a digital signature cannot survive merging and is removed
  | 'SDT_BOUND' // a content control was tied to stored data; the tie is cut so that Word keeps the merged text

export interface Finding {
  code: FindingCode
  detail: string
  part: string
}

export type WordFailureCode =
  | 'NOT_DOCX_DOC' // an old .doc
  | 'NOT_DOCX_PASSWORD' // opens only with a password
  | 'NOT_DOCX_OTHER' // rtf, odt, pdf, any other file
  | 'NOT_DOCX_EMPTY'
  | 'ZIP_BROKEN'
  | 'ZIP_LIMIT'
  | 'XML_DTD'
  | 'XML_BAD'
  | 'PART_MISSING'
  | 'STOPPED'
  | 'NO_LETTERS'

export interface WordFailure {
  code: WordFailureCode
  detail?: string
  part?: string
}

/** Inside the engine a refusal travels as a throw; `index.ts` is the one border where it becomes a value again. */
export class Refusal extends Error {
  readonly failure: WordFailure
  constructor(failure: WordFailure) {
    super(failure.code)
    this.failure = failure
  }
}

export function stop(code: WordFailureCode, facts: { detail?: string; part?: string } = {}): never {
  throw new Refusal({ code, ...facts })
}
