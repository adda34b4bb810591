// An address on a label: how large it can be set so that nothing of it is lost, and which addresses are too long for the label.
import type { LabelFormat } from '../../model/settings.ts'
import { brokenInto } from './textWidth.ts'

/** Points in a millimetre. */
const perMm = 72 / 25.4
/** In points; smaller than the least nobody reads, nor does a sorting machine. */
export const largestType = 12
export const leastType = 6
const step = 0.5
/** From this on a long line is better broken than set smaller. */
const wholeLines = 8
/** The height of a line for its size: that of Arial, and a little air. */
export const lineHeight = 1.2
/** Where Arial is not at hand another type is taken, which may be wider. */
const spare = 0.95
/** No printer at an office prints so near to the edge of the sheet, in millimetres. */
const unprinted = 5

/** The room for words, in points, and how far in from the left edge of the label they begin, in millimetres. */
export interface LabelRoom {
  width: number
  height: number
  inset: number
}

/** An address as it is set: its lines, broken where they are long, in a type of `size` points. */
export interface SetLabel {
  lines: string[]
  size: number
}

/** What is left of a label inside of its edges; more is kept free where the label begins at the edge of the sheet. */
export function roomOn(format: LabelFormat): LabelRoom {
  const rightEdge = format.sheetWidth - (format.left + (format.columns - 1) * format.stepX + format.width)
  const bottomEdge = format.sheetHeight - (format.top + (format.rows - 1) * format.stepY + format.height)
  const inset = Math.max(Math.min(4, format.width * 0.06), unprinted - format.left)
  const insetRight = Math.max(1.5, unprinted - rightEdge)
  // Words stand in the middle of the height: what is kept free at one end is free at the other.
  const free = Math.max(0.8, unprinted - Math.min(format.top, bottomEdge))
  return { width: (format.width - inset - insetRight) * perMm, height: (format.height - 2 * free) * perMm, inset }
}

/** The address set as large as it can be; nothing when it is too long for the label. */
export function setLabel(address: readonly string[], room: LabelRoom, largest = largestType): SetLabel | undefined {
  const whole = firstSize(address, room, largest, wholeLines, false)
  return whole ?? firstSize(address, room, largest, leastType, true)
}

function firstSize(address: readonly string[], room: LabelRoom, largest: number, least: number, breaking: boolean): SetLabel | undefined {
  for (let size = largest; size >= least; size -= step) {
    const lines = linesAt(address, room, size)
    if (lines && (breaking || lines.length === address.length)) return { lines, size }
  }
  return undefined
}

function linesAt(address: readonly string[], room: LabelRoom, size: number): string[] | undefined {
  const most = Math.floor((room.height / (size * lineHeight)) * (1 + 1e-9))
  const lines: string[] = []
  for (const line of address) {
    const broken = brokenInto(line, size, room.width * spare)
    if (!broken) return undefined
    lines.push(...broken)
    if (lines.length > most) return undefined
  }
  return lines
}

export interface SetLabels {
  /** In the order they came; nothing for an address that is too long. */
  labels: (SetLabel | undefined)[]
  /** The smallest type that is used. */
  size: number
  /** Whose address is the reason for it: its place among those that came. */
  longest: number | undefined
}

/** All addresses on labels of one format: each as large as it can be, or all in the size of the longest. */
export function setLabels(addresses: readonly (readonly string[])[], format: LabelFormat, each: 'own' | 'same'): SetLabels {
  const room = roomOn(format)
  const own = addresses.map((address) => setLabel(address, room))
  let size = largestType
  let longest: number | undefined
  own.forEach((label, at) => {
    if (label && label.size < size) [size, longest] = [label.size, at]
  })
  if (each === 'own') return { labels: own, size, longest }
  return { labels: own.map((label, at) => label && setLabel(addresses[at]!, room, size)), size, longest }
}
