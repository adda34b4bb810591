// What the Word engine says about a document: the merge fields it found, what a person should know before merging,
// and why a file was refused. Plain tagged objects: they survive postMessage; the words for them live elsewhere.

/** A merge field as it is written in the document, how often it stands there, and in which part first. */
export interface FieldUse {
  name: string
  count: number
  part: string
  /** The list of the region that it stands in: it speaks of the entries. */
  list?: string
  /** It asks for a picture. */
  image?: true
}

export type FindingCode =
  | 'DOCM_MACROS' // macros stood in the file and are left out of every letter
  | 'DOTX' // a template was given; letters become documents
  | 'STRICT' // the file is in Word's strict form
  | 'EXTERNAL_REL' // something outside the file is pointed to: detail says what kind; an attached template is taken out, all else stays
  | 'REL_DANGLING' // a relation to a part that is missing: detail says what kind; it is taken out when nothing uses it
  | 'ALT_CHUNK' // another document is tied in whole: its text is not merged
  | 'MAIL_MERGE_SOURCE' // Word's own data source was attached; it is removed, Word would ask for it
  | 'FIELD_UNSUPPORTED' // detail: the instruction; it keeps its last result
  | 'FIELD_ASKS' // a question to whoever merges (FILLIN, ASK); detail: the instruction. Unanswered, its standard or last answer is taken
  | 'REGION_BROKEN' // detail: the list; the mark of a region without its like, or round what cannot be repeated
  | 'FIELD_TYPED' // a code between braces of the keyboard, which is no field; detail: its kind
  | 'FIELD_UNBALANCED' // a field without its beginning or its end; left as it stands
  | 'FIELD_SPANS_BLOCKS' // a field over several paragraphs that hold other text as well
  | 'FIELD_MISPLACED' // detail: NEXT, NEXTIF or SKIPIF in a header, a note or another field, where Word does not carry it out
  | 'FIELD_IN_OTHER_PART' // a header or note that names Word's elements differently than the letter does; left as it stands
  | 'SWITCH_BAD' // detail: the instruction; a switch in it is not known or its picture cannot be read
  | 'NUMPAGES_TOTAL' // the number of pages counts all letters of a file, as a letter has several sections
  | 'VALUE_CLEANED' // detail: how many values held signs that no document may hold
  | 'PROTECTED' // protection is on and stays on in the letters; detail: readOnly, comments, trackedChanges, forms, write
  | 'REVISIONS' // tracked changes: deleted text is not merged
  | 'SIGNED' // a digital signature cannot survive merging and is removed
  | 'SDT_BOUND' // a content control was tied to stored data; the tie is cut so that Word keeps the merged text

export interface Finding {
  code: FindingCode
  /** Data for the sentence that is made of it, never words. */
  detail: string
  part: string
  /** Of a date picture that cannot be read: the letters in it that stand for nothing. */
  letters?: string
  /** The words around a field, at most 60 signs. */
  where?: string
}

export type WordFailureCode =
  | 'NOT_DOCX_DOC' // an old .doc
  | 'NOT_DOCX_PASSWORD' // opens only with a password
  | 'NOT_DOCX_OTHER' // detail: what it is instead, as `pdf`
  | 'NOT_DOCX_EMPTY'
  | 'ZIP_BROKEN' // detail: what is wrong with the container; part: the entry
  | 'ZIP_LIMIT' // detail: what there is too much of; part: the entry
  | 'XML_DTD'
  | 'XML_BAD' // detail: what is wrong; line and where say the place
  | 'PART_MISSING' // detail: what kind of part, or the part's own name
  | 'STOPPED'
  | 'NO_LETTERS'
  | 'OUTPUT_QUOTA' // the disk, or the room that the browser grants, is full
  | 'OUTPUT_FAILED' // where the letters go took no more: detail says in the system's words why
  | 'OUTPUT_LIMIT' // more than one Word file can hold; detail: how many parts or bytes it would have

/** Why a file was refused: data for a sentence, never words. */
export interface WordFailure {
  code: WordFailureCode
  detail?: string
  part?: string
  /** Line of the part, from 1, and the words around the place. */
  line?: number
  where?: string
}

/** Inside the engine a refusal travels as a throw; `index.ts` is the one border where it becomes a value again. */
export class Refusal extends Error {
  readonly failure: WordFailure
  constructor(failure: WordFailure) {
    super(failure.code)
    this.failure = failure
  }
}

export function stop(code: WordFailureCode, facts: Omit<WordFailure, 'code'> = {}): never {
  throw new Refusal({ code, ...facts })
}
