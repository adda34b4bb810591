// The place of the address on the sheet, as it is handed in: which country wants it where is known outside.

/** All in millimetres from the upper left corner of the paper. */
export interface WindowField {
  /** What shows in the window of the envelope. */
  left: number
  top: number
  width: number
  height: number
  /** From the edge of the field to the letters. */
  inset: number
  /** The part of the field above the address, in which the return line stands. */
  strip: number
  /** Where the text of the letter begins. */
  textTop: number
}
