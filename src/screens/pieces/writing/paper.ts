// The measures of the sheet a letter stands on, as far as the screen shows them.
import type { LetterSheet } from '../../../model/writtenLetter.ts'

const margins = 25 + 20

/** Width of the text in millimetres: margins of 25 mm left and 20 mm right, as DIN 5008 has them. */
export const textWidthOf = ({ paper }: Pick<LetterSheet, 'paper'>): number => Math.round((paper === 'Letter' ? 215.9 : 210) - margins)
