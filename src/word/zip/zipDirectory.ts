// Where a ZIP's directory lies. It is told at the end of the file, behind it may stand a comment, before it anything that is no ZIP.
// Some programs write the long form (ZIP64) also for small files; it is read as long as its numbers are small.
// Public source: PKWARE APPNOTE 4.3.12 to 4.3.16 and 4.5.3.
import { stop } from '../findings.ts'

export interface ZipDirectory {
  from: number
  to: number
  count: number
  /** How much stands before the ZIP: its own offsets do not count it. */
  shift: number
}

const mark = { entry: 0x02014b50, end: 0x06054b50, longEnd: 0x06064b50, locator: 0x07064b50 }

/** Refuses with ZIP_BROKEN: `cut` when there is no end, `directory` when it leads nowhere. */
export function findDirectory(view: DataView): ZipDirectory {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  let ends = 0
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== mark.end) continue
    ends++
    const found = at + 22 + view.getUint16(at + 20, true) <= view.byteLength ? directoryBefore(view, at) : null
    if (found) return found
  }
  return stop('ZIP_BROKEN', { detail: ends === 0 ? 'cut' : 'directory' })
}

function directoryBefore(view: DataView, end: number): ZipDirectory | null {
  const short = {
    to: end,
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  }
  const isLong = short.count === 0xffff || short.size === 0xffffffff || short.offset === 0xffffffff
  const told = (isLong && longEnd(view, end)) || short
  const { to, count, size, offset } = told
  for (const from of [to - size, offset]) {
    if (from < 0 || from > to || (count > 0 && (from + 46 > to || view.getUint32(from, true) !== mark.entry))) continue
    return { from, to, count, shift: Math.max(0, from - offset) }
  }
  return null
}

function longEnd(view: DataView, end: number): { to: number; count: number; size: number; offset: number } | null {
  const locator = end - 20
  if (locator < 56 || view.getUint32(locator, true) !== mark.locator) return null
  const at = [longAt(view, locator + 8), locator - 56].find(
    (place) => place !== null && place <= locator - 56 && view.getUint32(place, true) === mark.longEnd,
  )
  if (at === undefined || at === null) return null
  const [count, size, offset] = [longAt(view, at + 32), longAt(view, at + 40), longAt(view, at + 48)]
  return count === null || size === null || offset === null ? null : { to: at, count, size, offset }
}

/** A number of eight bytes that fits into four; null when it does not. */
const longAt = (view: DataView, at: number): number | null => (view.getUint32(at + 4, true) === 0 ? view.getUint32(at, true) : null)

/** Sizes and place of an entry of the directory, from its ZIP64 field where its own say that they stand there; null when too large. */
export function fullSizes(view: DataView, at: number): { packed: number; size: number; local: number } | null {
  const short = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true) }
  const asked = (['size', 'packed', 'local'] as const).filter((name) => short[name] === 0xffffffff)
  if (asked.length === 0) return short
  let field = longField(view, at)
  for (const name of asked) {
    const value = field && field.to - field.from >= 8 ? longAt(view, field.from) : null
    if (value === null) return null
    short[name] = value
    field = field && { from: field.from + 8, to: field.to }
  }
  return short
}

function longField(view: DataView, at: number): { from: number; to: number } | null {
  const from = at + 46 + view.getUint16(at + 28, true)
  const end = from + view.getUint16(at + 30, true)
  for (let field = from; field + 4 <= end;) {
    const to = field + 4 + view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1 && to <= end) return { from: field + 4, to }
    field = to
  }
  return null
}
