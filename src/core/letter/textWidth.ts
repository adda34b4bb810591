// How wide words are in Arial, without a screen to measure on. The widths are those of Helvetica, in thousandths of the type's size, which
// Arial and Liberation Sans share. Source: Adobe's font metrics of the fourteen standard fonts.

/** From the blank (32) to the tilde (126). */
const ascii = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
]
const others: Record<string, number> = {
  ...{ ß: 611, æ: 889, Æ: 1000, ø: 611, Ø: 778, œ: 944, Œ: 1000, ð: 556, Ð: 722, þ: 556, Þ: 667, ł: 222, Ł: 556, đ: 556, ı: 278 },
  ...{ '–': 556, '—': 1000, '’': 222, '‘': 222, '“': 333, '”': 333, '„': 333, '·': 278, '•': 350, '…': 1000, '\u00a0': 278, '\u202f': 278 },
}
const mark = /\p{Mark}/u
/** As wide as they are high. */
const full = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u
/** A letter nobody has measured: rather too wide. */
const unknown = 800

function widthOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code >= 32 && code < 127) return ascii[code - 32] ?? unknown
  const known = others[sign]
  if (known !== undefined) return known
  if (full.test(sign)) return 1000
  const plain = sign.normalize('NFD').replace(/\p{Mark}/gu, '')
  if (plain !== sign && plain !== '') return widthOf(plain)
  return mark.test(sign) ? 0 : unknown
}

const seen = new Map<string, number>()

/** The width of a line in points, set in a type of `size` points. */
export function textWidth(line: string, size: number): number {
  let sum = 0
  for (const sign of line) {
    let width = seen.get(sign)
    if (width === undefined) seen.set(sign, (width = widthOf(sign)))
    sum += width
  }
  return (sum * size) / 1000
}

/** Lines that are not wider than `width` points: broken between words; nothing when a word by itself is too wide. */
export function brokenInto(line: string, size: number, width: number): string[] | undefined {
  if (textWidth(line, size) <= width) return [line]
  const lines: string[] = []
  let current = ''
  for (const { piece, before } of line.trim().split(/\s+/).flatMap(pieces)) {
    const longer = current === '' ? piece : current + before + piece
    if (textWidth(longer, size) <= width) {
      current = longer
      continue
    }
    if (current !== '') lines.push(current)
    if (textWidth(piece, size) > width) return undefined
    current = piece
  }
  return [...lines, current]
}

/** `Softwareentwicklungs-Gesellschaft` may be broken behind the hyphen; what stands before each piece where it is not. */
const pieces = (word: string) => word.split(/(?<=\p{L}-)(?=\p{L})/u).map((piece, at) => ({ piece, before: at === 0 ? ' ' : '' }))
