// Numbers as files write them: 1234.5, 1.234,50, 1'234.50, -3 and 3-. Which sign is the decimal mark is told by the whole column.
import type { DecimalMark } from '../model/importMapping.ts'

/** Signs that stand between thousands wherever they stand: blanks, narrow blanks, apostrophes. */
const grouping = /(?<=\d)['’\s\u00a0\u202f\u2009](?=\d{3}(?:\D|$))/g
const around = /^(?:[€$£]|chf|eur|nok|usd|gbp|kr\.?)\s*|\s*(?:[€$£%]|chf|eur|nok|usd|gbp|kr\.?|,-)$/gi

/** The digits and marks of a number without currency, blanks and apostrophes; nothing when it is no number. */
function plain(text: string): { minus: boolean; body: string } | undefined {
  const bare = text.trim().replace(around, '').replace(/−/g, '-').trim()
  const negative = /^\((.+)\)$/.exec(bare)?.[1] ?? /^(.+)-$/.exec(bare)?.[1]
  const unsigned = (negative ?? bare).replace(around, '').trim()
  const body = unsigned.replace(/^[+-]\s*/, '').replace(grouping, '')
  if (!/^\d[\d.,]*(?:e[+-]?\d+)?$|^[.,]\d+$/i.test(body)) return undefined
  return { minus: negative !== undefined || unsigned.startsWith('-'), body }
}

/** What this one cell says about the decimal mark: `either` = 1.234 may be a thousand or one and a bit. */
export function decimalOf(text: string): DecimalMark | 'either' | 'whole' | undefined {
  const body = plain(text)?.body
  if (body === undefined) return undefined
  const points = body.split('.').length - 1
  const commas = body.split(',').length - 1
  if (points === 0 && commas === 0) return 'whole'
  if (points > 0 && commas > 0) {
    const mark = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ','
    return fits(body, mark) ? mark : undefined
  }
  const mark: DecimalMark = points > 0 ? '.' : ','
  const other: DecimalMark = points > 0 ? ',' : '.'
  if (points + commas > 1) return fits(body, other) ? other : undefined
  return fits(body, other) ? 'either' : mark
}

/** Whether a number is written rightly with this decimal mark: thousands in threes, one mark at most. */
function fits(body: string, mark: DecimalMark): boolean {
  const [whole = '', fraction, ...more] = body.split(mark)
  const thousands = mark === '.' ? ',' : '.'
  if (more.length > 0 || fraction?.includes(thousands)) return false
  const groups = whole.split(thousands)
  return groups.length === 1 || groups.every((group, at) => (at === 0 ? /^[1-9]\d{0,2}$/.test(group) : /^\d{3}$/.test(group)))
}

/** What the cells of a column say together: decided, or open, with the first cell that can be read in two ways. */
export interface Decided<Value> {
  decided?: Value
  open?: string
}

/** What all say is decided; what none says, and what some contradict, is open. */
export function decidedBy<Value>(said: ReadonlySet<Value>, open: string | undefined): Decided<Value> {
  const [only] = said
  if (said.size === 1 && only !== undefined) return { decided: only }
  return open === undefined ? {} : { open }
}

/** The decimal mark, over all cells. */
export function decimalOfAll(cells: readonly string[]): Decided<DecimalMark> {
  let open: string | undefined
  const said = new Set<DecimalMark>()
  for (const cell of cells) {
    const mark = decimalOf(cell)
    if (mark === ',' || mark === '.') said.add(mark)
    else if (mark === 'either') open ??= cell.trim()
  }
  return decidedBy(said, open)
}

/** The number, or nothing when the cell is none or is not written with this mark. Without a mark a point is one. */
export function readNumber(text: string, mark: DecimalMark = '.'): number | undefined {
  const read = plain(text)
  if (!read || !fits(read.body, mark)) return undefined
  const value = Number(read.body.replaceAll(mark === '.' ? ',' : '.', '').replace(mark, '.'))
  return Number.isFinite(value) ? (read.minus && value !== 0 ? -value : value) : undefined
}
