// A number picture taken apart: its sections, and in each the places for figures, the signs and the texts.
//
// Point and group. Word reads `.` and `,` in a picture by the regional settings of the machine; a letter travels, so both ways of writing count:
// where both signs stand, the last one is the point (`#,##0.00`, `#.##0,00`); where one stands more than once, it parts groups; a single one has
// the meaning of the letter's language, unless that makes no sense: `#,##0` parts groups in every language, `0.0`, `0.00` and `0,00` have a point.
import { isGap, type Signs } from './signs.ts'

export interface Place {
  kind: '0' | '#' | 'text'
  text: string
}

export interface Section {
  /** Texts around the figures; `between` stands between the sign and the first place. */
  before: string
  between: string
  after: string
  sign: '+' | '-' | 'none'
  /** Places before the point, with the texts between them. */
  whole: Place[]
  /** Places after the point. */
  part: ('0' | '#')[]
  point: boolean
  grouped: boolean
  /** `x`: no more figures than places. */
  cuts: boolean
}

/** A sign of the picture, and whether it stood in quotes. */
interface Sign {
  sign: string
  quoted: boolean
}

/** One to three sections; a fourth is of no use. A quote that is never closed is a sign like others. */
export function pictureOf(picture: string, signs: Signs): Section[] {
  const sections: Sign[][] = [[]]
  let closing = ''
  for (const [at, sign] of picture.split('').entries()) {
    if (closing !== '' && sign === closing) closing = ''
    else if (closing === '' && opens(picture, at)) closing = sign === "'" ? "'" : '’'
    else if (closing === '' && sign === ';') sections.push([])
    else sections.at(-1)?.push({ sign, quoted: closing !== '' })
  }
  return sections.slice(0, 3).map((section) => sectionOf(section, signs))
}

function opens(picture: string, at: number): boolean {
  const closing = picture[at] === "'" ? "'" : picture[at] === '‘' ? '’' : undefined
  return closing !== undefined && picture.indexOf(closing, at + 1) > 0
}

function sectionOf(all: readonly Sign[], signs: Signs): Section {
  const isPlace = (at: number) => placeAt(all, at)
  const first = all.findIndex((_, at) => isPlace(at) || isPointOrGroup(all, at))
  const last = all.findLastIndex((_, at) => isPlace(at))
  const text = (from: number, to: number) => all.slice(from, to).map(({ sign }) => sign)
  const empty = {
    before: '',
    between: '',
    after: '',
    sign: 'none',
    whole: [],
    part: [],
    point: false,
    grouped: false,
    cuts: false,
  } as const
  if (first < 0 || last < 0) return { ...empty, whole: [], part: [], before: text(0, all.length).join('') }
  const signAt = all.slice(0, first).findLastIndex(({ sign, quoted }) => !quoted && (sign === '-' || sign === '+'))
  const hasSign = signAt >= 0
  return {
    before: text(0, hasSign ? signAt : first).join(''),
    between: hasSign ? text(signAt + 1, first).join('') : '',
    after: text(last + 1, all.length).join(''),
    sign: hasSign ? (all[signAt]?.sign as '+' | '-') : 'none',
    ...core(all.slice(first, last + 1), signs),
  }
}

/** An `x` in a word is no place. */
function placeAt(all: readonly Sign[], at: number): boolean {
  const { sign, quoted } = all[at] ?? { sign: '', quoted: true }
  if (quoted || !/^[0#x]$/.test(sign)) return false
  const isLetter = (each: Sign | undefined) => each !== undefined && /\p{L}/u.test(each.sign) && each.sign !== 'x'
  return sign !== 'x' || !(isLetter(all[at - 1]) || isLetter(all[at + 1]))
}

/** A point or comma right before a place, but not at the end of a word (`Nr.0`). */
function isPointOrGroup(all: readonly Sign[], at: number): boolean {
  const { sign, quoted } = all[at] as Sign
  return !quoted && /^[.,]$/.test(sign) && placeAt(all, at + 1) && !/\p{L}/u.test(all[at - 1]?.quoted ? '' : (all[at - 1]?.sign ?? ''))
}

type Core = Pick<Section, 'whole' | 'part' | 'point' | 'grouped' | 'cuts'>

function core(all: readonly Sign[], signs: Signs): Core {
  const marks = all.flatMap((_, at) => (isPointOrGroup(all, at) ? [at] : []))
  const pointAt = pointOf(all, marks, signs)
  const end = pointAt < 0 ? all.length : pointAt
  const found: Core = { whole: [], part: [], point: pointAt >= 0, grouped: marks.some((at) => at < end), cuts: false }
  const isMark = new Set(marks)
  const places = all.map((_, at) => placeAt(all, at))
  for (const [at, { sign, quoted }] of all.entries()) {
    if (isMark.has(at)) continue
    // An x that no figure is left for shows a blank before the point, and a zero after it.
    const kind = sign === 'x' ? (at < end ? '#' : '0') : sign === '#' ? '#' : '0'
    if (places[at] && at > end) found.part.push(kind)
    else if (places[at]) {
      if (sign === 'x') [found.whole, found.cuts] = [[], true]
      found.whole.push({ kind, text: '' })
    } else if (at < end && isGap(signs.group) && isGap(sign) && !quoted) found.grouped = true
    else if (at < end) found.whole.push({ kind: 'text', text: sign })
  }
  return found
}

function pointOf(all: readonly Sign[], marks: readonly number[], signs: Signs): number {
  const last = marks.at(-1)
  if (last === undefined) return -1
  const sign = all[last]?.sign as string
  const same = marks.filter((at) => all[at]?.sign === sign).length
  if (same < marks.length) return same === 1 ? last : -1
  if (same > 1) return -1
  const after = all
    .slice(last + 1)
    .map((each) => each.sign)
    .join('')
  if (sign === signs.point) return /^##0$/.test(after) ? -1 : last
  const isPoint = sign === '.' ? after.length !== 3 : all[last - 1]?.sign === '0' && /^[0x]{2}$/.test(after)
  return isPoint ? last : -1
}
