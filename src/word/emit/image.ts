// A picture by field on its way into the text: how large it is there, and what the text says of it.
import type { Letter } from './letter.ts'
import { pictureAt } from './lookUp.ts'
import type { Piece } from '../plan.ts'
import { escapeXml } from './text.ts'

type Image = Extract<Piece, { k: 'image' }>

/** English metric units: of a pixel of a screen, and of the largest picture in a line (160 × 60 mm). */
const pixel = 9525
const largest = { width: 160 * 36_000, height: 60 * 36_000 }

/** What the letter shows there; nothing where there is no such picture, or where none can stand. */
export function imageAt(letter: Letter, { field, box }: Pick<Image, 'field' | 'box'>): Letter['image'] {
  const picture = letter.pictures && pictureAt(letter, field)
  if (!picture || !letter.pictures || !(picture.width > 0 && picture.height > 0)) return null
  const room = box ?? largest
  const fitting = Math.min(room.width / picture.width, room.height / picture.height)
  const scale = box ? fitting : Math.min(pixel, fitting)
  const [width, height] = [picture.width * scale, picture.height * scale].map((length) => String(Math.max(1, Math.round(length))))
  return { rel: letter.pictures.relOf(picture), width: width ?? '1', height: height ?? '1', words: escapeXml(field) }
}
