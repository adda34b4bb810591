// What the page of an editor knows of it: what the cursor stands in, and what can be done there. Nothing of it loads the editor.
import type { Attributes } from './pieces.ts'

/** A piece of the text, where it stands. */
export interface Piece {
  position: number
  type: string
  attributes: Attributes
}

export interface LetterTextState {
  bold: boolean
  italic: boolean
  underline: boolean
  bulletList: boolean
  orderedList: boolean
  align: string
  canNest: boolean
  canLift: boolean
  inTable: boolean
  headerRow: boolean
  canUndo: boolean
  canRedo: boolean
  /** The piece that is selected. */
  piece: Piece | undefined
  empty: boolean
}

export type Step =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'bulletList'
  | 'orderedList'
  | 'nest'
  | 'lift'
  | 'undo'
  | 'redo'
  | 'rowAbove'
  | 'rowBelow'
  | 'columnBefore'
  | 'columnAfter'
  | 'removeRow'
  | 'removeColumn'
  | 'removeTable'
  | 'headerRow'
  | 'remove'
  | 'below'

export interface LetterTextHandle {
  run: (step: Step) => void
  align: (to: 'left' | 'center' | 'right' | 'justify') => void
  insertInline: (type: string, attributes: Attributes) => void
  /** Behind the paragraph in which the cursor is; the cursor goes on below. */
  insertBlock: (type: string, attributes: Attributes) => void
  insertTable: (rows: number, columns: number, header: boolean) => void
  /** Other attributes for the piece at this place. */
  change: (position: number, attributes: Attributes) => void
  /** The cursor goes there, or selects the piece. */
  goTo: (position: number) => void
  /** Another text in place of this one; undo brings it back. */
  replace: (content: unknown) => void
  focus: () => void
  read: () => unknown
  /** Selects the piece of which this is true, the first or a later one. @returns whether there is one */
  goToPiece: (found: (type: string, attributes: Attributes) => boolean, nth: number) => boolean
  /** Marks the first place where these words stand. @returns whether they do */
  goToWords: (words: string) => boolean
  close: () => void
}

export const nothingSelected: LetterTextState = {
  ...{ bold: false, italic: false, underline: false, bulletList: false, orderedList: false, align: 'left', canNest: false, canLift: false },
  ...{ inTable: false, headerRow: false, canUndo: false, canRedo: false, piece: undefined, empty: true },
}
