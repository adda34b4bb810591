// Where the window of the envelope is on the sheet, by country; all in millimetres from the upper left corner of the paper.
// A field is that part of the sheet which shows in the window however the sheet lies in its envelope. Public sources:
// - DIN 5008:2020 (forms A and B: field of 85 × 45 mm from 20 mm; return line and notes 17,7 mm high, address 27,3 mm; text 8,46 mm below);
// - SN 010130 and Swiss Post, "Spezifikation Briefgestaltung": C5 and C5/6 have a window of 100 × 45 mm, 52 mm from the top, 20 mm from the
//   left or 12 mm from the right edge; a folded A4 has 19 mm and 13,5 mm of play in a C5;
// - NF Z 11-001 with the DL envelope of 220 × 110 mm (window 100 × 45 mm, 20 mm from the right and from the bottom): the address begins
//   50 mm from the top and 110 mm from the left edge;
// - NEN 1026 with the EA5/6 envelope: window of 35 mm, its middle 63,5 mm from the top, from 20 mm on the left;
// - NS 4129 with the Norwegian envelopes C5, C6/5 and E6/5: their windows begin 15 mm from the left and have 44 to 74 mm in common.
import type { EnvelopeWindow } from '../../model/writtenLetter.ts'

export interface WindowField {
  /** What shows in the window. */
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

export const windowFields: Readonly<Record<Exclude<EnvelopeWindow, 'none'>, WindowField>> = {
  dinA: { left: 20, top: 27, width: 85, height: 45, inset: 5, strip: 17.7, textTop: 80.46 },
  dinB: { left: 20, top: 45, width: 85, height: 45, inset: 5, strip: 17.7, textTop: 98.46 },
  chLeft: { left: 20, top: 52, width: 81, height: 31.5, inset: 5, strip: 5, textTop: 96 },
  chRight: { left: 117, top: 52, width: 81, height: 31.5, inset: 1, strip: 5, textTop: 96 },
  nf: { left: 105, top: 45, width: 85, height: 34, inset: 5, strip: 5, textTop: 92 },
  nen: { left: 20, top: 46, width: 85, height: 35, inset: 5, strip: 5, textTop: 93 },
  ns: { left: 20, top: 44, width: 85, height: 30, inset: 5, strip: 4, textTop: 88 },
}

/** Nothing where the address stands in the text. */
export const windowFieldOf = (kind: EnvelopeWindow): WindowField | undefined => (kind === 'none' ? undefined : windowFields[kind])
