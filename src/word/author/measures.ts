// Lengths as Word counts them, and the papers.
import type { Paper } from '../../model/writtenLetter.ts'

/** Millimetres in twentieths of a point. */
export const mm = (length: number): number => Math.round((length / 25.4) * 1440)
/** Points in twentieths. */
export const points = (size: number): number => Math.round(size * 20)
/** Millimetres in the pixels that Word's pictures are told in, 96 to the inch. */
export const pixels = (length: number): number => (length / 25.4) * 96

/** In millimetres: ISO 216, and 8½ × 11 inches. */
export const papers: Readonly<Record<Paper, { width: number; height: number }>> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
}

/** DIN 5008: 25 mm on the left, 20 mm on the right. */
export const margins = { left: 25, right: 20 }
