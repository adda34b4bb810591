// Pictures by field: `MERGEFIELD Image:Logo` and `{{image:Logo}}` show a picture in its own size, at most so large as fits the line; a
// picture of the template whose alternative text is `{{Logo}}` is replaced, as large as it is there.
// Public source: ECMA-376 part 1, 20.4.2.8 (inline), 20.4.2.5 (docPr), 20.1.8.13 (blip).
import type { Book } from './book.ts'
import type { Cut } from './cuts.ts'
import type { Field } from './fields.ts'
import { fieldName } from './instruction.ts'
import type { Late } from './place.ts'
import type { Piece } from '../plan.ts'
import { spacesOfHead } from '../package/spaces.ts'
import { attrAt, below, type XmlNode, type XmlPart } from '../package/xml.ts'

const called = /^(?:image|picture|bild|afbeelding|bilde)\s*:\s*(\S.*)$/iu

/** The picture that a name asks for, as `image:Logo`; nothing where it asks for none. */
export const imageCalled = (name: string): string | undefined => called.exec(name)?.[1]?.trim()

/** The picture that a merge field asks for. */
export const imageOf = ({ instruction }: Field): string | undefined =>
  instruction.kind === 'MERGEFIELD' ? imageCalled(fieldName(instruction)) : undefined

/** A picture of its own, in a run of its own. */
export function imageLate(part: XmlPart, field: string, book: Book): Late {
  const { w } = part
  const { office, drawing } = spacesOfHead(part.xml)
  const id = book.ids.fresh('drawing')
  const size = (tag: string): Piece[] => [
    `<${tag} cx="`,
    { k: 'imagePart', of: 'width' },
    '" cy="',
    { k: 'imagePart', of: 'height' },
    '"/>',
  ]
  const body: Piece[] = [
    `<${w}r><${w}drawing><wp:inline xmlns:wp="${drawing}wordprocessingDrawing" xmlns:r="${office}" distT="0" distB="0" distL="0" distR="0">`,
    ...size('wp:extent'),
    '<wp:docPr id="',
    id,
    '" name="',
    { k: 'imagePart', of: 'words' },
    '" descr="',
    { k: 'imagePart', of: 'words' },
    `"/><a:graphic xmlns:a="${drawing}main"><a:graphicData uri="${drawing}picture"><pic:pic xmlns:pic="${drawing}picture">`,
    '<pic:nvPicPr><pic:cNvPr id="0" name="',
    { k: 'imagePart', of: 'words' },
    '"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="',
    { k: 'imagePart', of: 'rel' },
    '"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>',
    ...size('a:ext'),
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>',
    `</wp:inline></${w}drawing></${w}r>`,
  ]
  return () => [{ k: 'image', field, box: null, body }]
}

const isCalled = (node: XmlNode, local: string): boolean => node.name === local || node.name.endsWith(`:${local}`)
const wholeText = /^\s*(?:\{\{\s*([^{}]{1,80}?)\s*\}\}|«([^«»]{1,60})»)\s*$/u

/** A drawing with one picture, whose alternative text names a field. */
export function pictureCuts(part: XmlPart, node: XmlNode, book: Book): Cut[] {
  const inside = [...below(node)]
  const properties = inside.find(({ name }) => name === 'wp:docPr')
  const blips = inside.filter((one) => isCalled(one, 'blip') && one.attrs['r:embed'] !== undefined)
  const extent = inside.find(({ name }) => name === 'wp:extent')
  const [blip] = blips
  if (!properties || !blip || !extent || blips.length > 1) return []
  const label = (['descr', 'title'] as const).find((name) => wholeText.test(properties.attrs[name] ?? ''))
  const match = label && wholeText.exec(properties.attrs[label] ?? '')
  const name = match?.[1] ?? match?.[2]
  if (label === undefined || name === undefined) return []
  const field = imageCalled(name) ?? name
  book.use(field, part.name, undefined, true)
  const box = { width: Number(extent.attrs['cx']), height: Number(extent.attrs['cy']) }
  const put = (at: XmlNode, attribute: string, of: 'rel' | 'width' | 'height' | 'words'): Cut[] => {
    const place = attrAt(part, at, attribute)
    return place ? [{ start: place.from, end: place.to, pieces: [{ k: 'imagePart', of }] }] : []
  }
  // The frame, and what stretches the picture in it.
  const sized = [extent, ...inside.filter((one) => isCalled(one, 'ext') && one.attrs['cx'] !== undefined)]
  return [
    { start: node.start, end: node.end, pieces: [], make: (weave) => [{ k: 'image', field, box, body: weave(node.start, node.end) }] },
    ...put(properties, label, 'words'),
    ...put(blip, 'r:embed', 'rel'),
    ...sized.flatMap((one) => [...put(one, 'cx', 'width'), ...put(one, 'cy', 'height')]),
  ]
}
