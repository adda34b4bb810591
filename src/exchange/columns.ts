// What the columns of a sheet hold, decided over all rows: samples, how days and numbers are written, and where they may go.
import type { DayOrder, DecimalMark, ImportColumn, ImportKind } from '../model/importMapping.ts'
import { isNoDay, orderOfAll } from './days.ts'
import { looksOf, type Looks } from './looks.ts'
import { dayTargets, guessByHeader, numberTargets } from './mapping.ts'
import { guessTargets } from './guess.ts'
import { decimalOfAll, type Decided } from './numbers.ts'
import type { Sheet, SheetRow } from './sheet.ts'

export interface ColumnFacts {
  header: string
  /** The first three that are not blank and differ. */
  samples: string[]
  filled: number
  /** What most of its cells look like. */
  looks?: Looks
  /** As all cells say it, if the column looks like days or numbers. */
  dayOrder?: DayOrder
  decimal?: DecimalMark
  /** All its cells leave it open; `example` is one of them. Worth asking only if the column goes to a day or a number. */
  asks?: 'dayOrder' | 'decimal'
  example?: string
}

export interface ColumnGuess {
  column: ImportColumn
  /** The guess rests on the header, or on the cells beyond doubt. */
  sure: boolean
  asks?: 'dayOrder' | 'decimal'
  example?: string
}

export function columnsOf(sheet: Sheet): ColumnFacts[] {
  return sheet.headers.map((header, at) => factsOf(header, sheet.rows, at, sheet.canonical))
}

/** So many cells tell what a column looks like. */
const enough = 200

function factsOf(header: string, rows: readonly SheetRow[], at: number, canonical: boolean): ColumnFacts {
  const samples: string[] = []
  const looks = new Map<Looks | undefined, number>()
  let filled = 0
  for (const { cells } of rows) {
    const cell = (cells[at] ?? '').trim()
    if (cell === '' || isNoDay(cell)) continue
    filled++
    if (samples.length < 3 && !samples.includes(cell)) samples.push(cell)
    if (filled <= enough) looks.set(looksOf(cell), (looks.get(looksOf(cell)) ?? 0) + 1)
  }
  const most = [...looks].find(([look, count]) => look && count * 2 > Math.min(filled, enough))?.[0]
  const facts: ColumnFacts = { header, samples, filled, ...(most && { looks: most }) }
  const cells = rows.map((row) => row.cells[at] ?? '')
  if (most === 'day') return { ...facts, ...told('dayOrder', orderOfAll(cells)) }
  if (most !== 'number') return facts
  const mark = told('decimal', decimalOfAll(cells))
  // Numbers of Excel have a point; only where all that were typed as text have a comma it is that.
  return { ...facts, ...(canonical ? { decimal: mark.decimal ?? '.' } : mark) }
}

/** What all cells of a column say together, or what is to be asked about it. */
function told<F extends 'dayOrder' | 'decimal', V extends string>(
  fact: F,
  { decided, open }: Decided<V>,
): Partial<Pick<ColumnFacts, F | 'asks' | 'example'>> {
  if (decided) return { [fact]: decided } as never
  return open === undefined ? {} : ({ asks: fact, example: open } as never)
}

/** What the rows are, by the names of the columns. */
export function guessKind(sheet: Sheet): ImportKind {
  const marks = (kind: ImportKind, of: readonly string[]) =>
    guessByHeader(sheet.headers, kind).filter(({ target }) => target && of.includes(target)).length
  const dated = marks('purchases', ['day']) > 0 || marks('interactions', ['day']) > 0
  const bought = marks('purchases', ['itemNo', 'itemGroup', 'quantity', 'amount'])
  const happened = marks('interactions', interactionMarks)
  const someone = marks('contacts', contactMarks)
  if (!dated || Math.max(bought, happened) < Math.max(1, someone - 1)) return 'contacts'
  return bought > happened ? 'purchases' : 'interactions'
}
const interactionMarks = [
  ...['template', 'interactionGroup', 'informationFlow', 'initiatedBy', 'evaluation', 'attemptFailed', 'duration', 'subject', 'time'],
  ...['cost', 'comment', 'description', 'campaign'],
]
const contactMarks = [
  'firstName',
  'surname',
  'address',
  'postCode',
  'city',
  'country',
  'phone',
  'mobilePhone',
  'homePage',
  'birthday',
  'salutation',
]

/** Where each column goes. A target stands twice only where values stand beside each other: numbers, mails, the address at home. */
export function guessColumns(sheet: Sheet, kind: ImportKind, facts: readonly ColumnFacts[] = columnsOf(sheet)): ColumnGuess[] {
  const targets = guessTargets(sheet, kind, facts)
  return facts.map((fact, at) => {
    const { target, sure } = targets[at] ?? { target: undefined, sure: false }
    return { column: columnTo(target, fact, sheet), sure, ...askOf(target, fact) }
  })
}

function columnTo(target: string | undefined, { dayOrder, decimal }: ColumnFacts, { source }: Sheet): ImportColumn {
  return {
    ...(target && { target }),
    ...(target && dayTargets.includes(target) && dayOrder && { dayOrder }),
    ...(target && numberTargets.includes(target) && decimal && { decimal }),
    // A group of a vCard may have a comma in its name.
    ...(target === 'mailingGroups' && source === 'vcard' && { listSeparator: ';' }),
  }
}

/** What is to be asked about a column that goes to this target. */
export function askOf(target: string | undefined, { asks, example }: ColumnFacts): Pick<ColumnFacts, 'asks' | 'example'> {
  const of = asks === 'dayOrder' ? dayTargets : numberTargets
  return asks && example !== undefined && target && of.includes(target) ? { asks, example } : {}
}

/** Five rows where accents or separators make a difference, else the first five. */
export function sampleRows(sheet: Sheet): SheetRow[] {
  const telling = sheet.rows.filter(({ cells }) => cells.some((cell) => /[^ -~\s]/.test(cell) || /["\n;|]/.test(cell))).slice(0, 5)
  const others = sheet.rows.filter((row) => !telling.includes(row)).slice(0, 5 - telling.length)
  return [...telling, ...others].sort((one, other) => one.lineNo - other.lineNo)
}
