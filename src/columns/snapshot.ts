// The index as one buffer and a short text. Loading it makes views on the buffer and nothing for each row. Whatever is not exactly as it
// was written is refused: the index is then built anew from the records.
import type { CampaignId, LoggedSegmentId, SegmentId } from '../model/ids.ts'
import type { Cadence } from '../model/settings.ts'
import type { Snapshot } from './answers.ts'
import type { Codes } from './bitmap.ts'
import { Columns, flags, ownChoices, ownDays, ownTexts, setKinds, type ColumnParts } from './columns.ts'
import { Entries } from './entries.ts'
import type { SealedHappenings } from './happenings.ts'
import { IdTable } from './ids.ts'
import { NumberColumn } from './numbers.ts'
import { listLocale } from './order.ts'
import { packed } from './packed.ts'
import { Purchases } from './purchases.ts'
import { SetColumn } from './setColumn.ts'
import { ShortList } from './shortList.ts'
import { TextColumn } from './textColumn.ts'

/** One more with every change of what is written here, of the folding of texts or of what a column holds. */
const version = 4

type Part = Codes | Float64Array
const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array }
type Kind = keyof typeof kinds

interface Header {
  version: number
  rows: number
  locale: string
  parts: Record<string, [kind: Kind, offset: number, length: number]>
  others: string[]
  lists: Record<string, (string | number)[]>
  /** The signs that packed texts are made of. */
  signs: Record<string, string>
  segments: SegmentId[]
  cancelled: LoggedSegmentId[]
  campaigns: CampaignId[]
  cadences: readonly Cadence[]
  sums: number[]
}

export interface Orders {
  lines?: Uint32Array
  list?: Uint32Array
}

export function writeSnapshot(columns: Columns, orders: Required<Orders>): Snapshot {
  const { parts, rows } = packed(columns)
  const writing = new Writing()
  const ids = parts.ids.sealed()
  writing.put('ids', ids.words)
  writing.put('table', ids.table)
  for (const field of ownTexts) writing.text(`text ${field}`, parts.texts[field], rows)
  for (const field of ownChoices) writing.text(`choice ${field}`, parts.choices[field], rows)
  const lists: Header['lists'] = {}
  for (const kind of setKinds) {
    const { codes, starts, members, ids: values } = parts.sets[kind].seal(rows)
    for (const [name, part] of Object.entries({ codes, starts, members })) writing.put(`set ${kind} ${name}`, part)
    lists[`set ${kind}`] = values
  }
  for (const field of ownDays) writing.put(`day ${field}`, parts.days[field].data)
  for (const flag of flags) writing.put(`flag ${flag}`, parts.flags[flag])
  writing.put('employer', parts.employer)
  writing.put('rhythm', parts.rhythm.data)
  writing.happenings('entry', parts.entries.rows.sealed())
  writing.happenings('purchase', parts.purchases.rows.sealed())
  for (const [name, list] of listsIn(parts.entries.lists)) lists[`entry ${name}`] = list.values
  for (const [name, list] of listsIn(parts.purchases.lists)) lists[`purchase ${name}`] = list.values
  const segments = [...parts.lists.keys()]
  for (const [at, people] of [...parts.lists.values()].entries()) writing.put(`list ${at}`, people)
  const campaigns = [...parts.targets.keys()]
  for (const [at, people] of [...parts.targets.values()].entries()) writing.put(`target ${at}`, people)
  writing.put('order lines', orders.lines)
  writing.put('order list', orders.list)
  const cancelled = [...parts.cancelled]
  const { cadences } = parts
  return writing.finish({ version, rows, locale: listLocale(), others: ids.others, lists, segments, cancelled, campaigns, cadences })
}

const listsIn = (lists: object) => Object.entries(lists) as [string, ShortList<string | number>][]

class Writing {
  readonly #parts: Header['parts'] = {}
  readonly #arrays: Part[] = []
  readonly #signs: Header['signs'] = {}
  #length = 0

  put(name: string, array: Part): void {
    const kind = (Object.keys(kinds) as Kind[]).find((one) => array instanceof kinds[one])!
    this.#parts[name] = [kind, this.#length, array.length]
    this.#arrays.push(array)
    this.#length += (array.byteLength + 7) & ~7
  }

  text(name: string, column: TextColumn, rows: number): void {
    const { codes, texts } = column.seal(rows)
    if (codes) this.put(`${name} codes`, codes)
    this.put(`${name} bytes`, texts.bytes)
    this.put(`${name} lengths`, texts.lengths)
    this.#signs[name] = texts.signs
  }

  happenings(name: string, { owners, days, codes, figures, marks }: SealedHappenings): void {
    this.put(`${name} owners`, owners)
    this.put(`${name} days`, days)
    for (const [at, column] of codes.entries()) this.put(`${name} code ${at}`, column)
    for (const [at, column] of figures.entries()) this.put(`${name} figure ${at}`, column)
    this.put(`${name} mark 0`, marks[0])
    this.put(`${name} mark 1`, marks[1])
  }

  finish(rest: Omit<Header, 'parts' | 'signs' | 'sums'>): Snapshot {
    const buffer = new ArrayBuffer(this.#length)
    const bytes = new Uint8Array(buffer)
    for (const [at, [, offset]] of Object.values(this.#parts).entries()) {
      const array = this.#arrays[at]!
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset)
    }
    const text = JSON.stringify({ ...rest, parts: this.#parts, signs: this.#signs, sums: sumsOf(buffer) } satisfies Header)
    return { header: `${textSum(text)} ${text}`, buffer }
  }
}

/** Nothing when it is of another version, or not as it was written. */
export function readSnapshot(snapshot: Snapshot): { columns: Columns; orders: Orders } | undefined {
  try {
    const header = headerOf(snapshot)
    return header && columnsOf(header, snapshot.buffer)
  } catch {
    return undefined
  }
}

function headerOf({ header, buffer }: Snapshot): Header | undefined {
  const at = header.indexOf(' ')
  const text = header.slice(at + 1)
  if (header.slice(0, at) !== String(textSum(text))) return undefined
  const read = JSON.parse(text) as Header
  if (read.version !== version) return undefined
  const sums = sumsOf(buffer)
  return sums.length === read.sums.length && sums.every((sum, at) => sum === read.sums[at]) ? read : undefined
}

function columnsOf(header: Header, buffer: ArrayBuffer): { columns: Columns; orders: Orders } {
  const part = <T extends Part>(name: string): T => {
    const found = header.parts[name]
    if (!found) throw new Error(name)
    const [kind, offset, length] = found
    return new kinds[kind](buffer, offset, length) as T
  }
  const list = <T extends string | number>(name: string) => new ShortList<T>('' as T, header.lists[name] as T[])
  const text = (name: string) =>
    TextColumn.of(header.parts[`${name} codes`] && part<Codes>(`${name} codes`), {
      ...{ bytes: part(`${name} bytes`), lengths: part(`${name} lengths`) },
      signs: header.signs[name] ?? '',
    })
  const happenings = (name: string): SealedHappenings => {
    const several = <T extends Part>(kind: string) =>
      Object.keys(header.parts)
        .filter((key) => key.startsWith(`${name} ${kind} `))
        .map((key) => part<T>(key))
    const owners = part<Uint32Array>(`${name} owners`)
    const marks: [Uint32Array, Uint32Array] = [part(`${name} mark 0`), part(`${name} mark 1`)]
    return { owners, days: part(`${name} days`), codes: several('code'), figures: several('figure'), marks, length: owners.length }
  }
  const parts: ColumnParts = {
    ids: new IdTable({ words: part('ids'), table: part('table'), others: header.others, count: header.rows }),
    texts: each(ownTexts, (field) => text(`text ${field}`)),
    choices: each(ownChoices, (field) => text(`choice ${field}`)),
    sets: each(setKinds, (kind) => {
      const name = `set ${kind}`
      const ids = header.lists[name] as string[]
      return new SetColumn({ codes: part(`${name} codes`), starts: part(`${name} starts`), members: part(`${name} members`), ids })
    }),
    days: each(ownDays, (field) => new NumberColumn(part(`day ${field}`))),
    flags: each(flags, (flag) => part<Uint32Array>(`flag ${flag}`)),
    employer: part('employer'),
    entries: new Entries(happenings('entry'), {
      how: list<number>('entry how'),
      template: list('entry template'),
      group: list('entry group'),
      campaign: list('entry campaign'),
      salesperson: list('entry salesperson'),
      segment: list('entry segment'),
      response: list('entry response'),
    }),
    purchases: new Purchases(happenings('purchase'), {
      item: list('purchase item'),
      group: list('purchase group'),
      description: list('purchase description'),
    }),
    lists: new Map(header.segments.map((id, at) => [id, part<Uint32Array>(`list ${at}`)])),
    cancelled: new Set(header.cancelled),
    rhythm: new NumberColumn(part('rhythm')),
    cadences: header.cadences,
    targets: new Map(header.campaigns.map((id, at) => [id, part<Uint32Array>(`target ${at}`)])),
  }
  const lines = part<Uint32Array>('order lines')
  return {
    columns: new Columns(parts),
    orders: { lines, ...(header.locale === listLocale() && { list: part<Uint32Array>('order list') }) },
  }
}

const each = <K extends string, V>(keys: readonly K[], make: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>

/** So many words are summed up in one go: a short loop that is called often is soon as fast as it can be. */
const stretch = 4096

/** Sums over every fourth word from each of the first four, and sums of these sums, which count where each word stands. */
function sumsOf(buffer: ArrayBuffer): number[] {
  const words = new Int32Array(buffer)
  const sums = new Int32Array(8)
  const whole = words.length & ~3
  for (let from = 0; from < whole; from += stretch) sumUp(words, from, Math.min(whole, from + stretch), sums)
  return [...sums, ...words.subarray(whole), buffer.byteLength]
}

function sumUp(words: Int32Array, from: number, to: number, sums: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = sums as unknown as [number, number, number, number, number, number, number, number]
  for (let at = from; at < to; at += 4) {
    a = (a + words[at]!) | 0
    b = (b + words[at + 1]!) | 0
    c = (c + words[at + 2]!) | 0
    d = (d + words[at + 3]!) | 0
    e = (e + a) | 0
    f = (f + b) | 0
    g = (g + c) | 0
    h = (h + d) | 0
  }
  sums.set([a, b, c, d, e, f, g, h])
}

function textSum(text: string): number {
  let sum = 7
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
  return sum
}
