// The columns of a list of people: what stands in each on paper, and which columns Excel has in its place.
import type { ListColumn, ListRow } from '../../core/letter/listRows.ts'
import { localeOf } from '../../core/letter/locale.ts'
import type { Cell, Column } from '../../exchange/exportTable.ts'
import { excelWriter } from '../../exchange/writeExcel.ts'
import type { ListCell } from '../../word/author/lists.ts'
import type { ListHeadings, ListWish } from './segmentLists.ts'
import type { TableParts } from './tableFile.ts'

/** How wide each column is on paper, compared with the others. */
export const paperWidths: Record<ListColumn, number> = {
  ...{ name: 22, company: 19, jobTitle: 14, address: 24, phones: 26, email: 26, lastContact: 17, outcome: 23, note: 27 },
}

export function paperCell(row: ListRow, column: ListColumn, { words, language }: ListWish): ListCell {
  const said = (...lines: string[]): ListCell => ({ lines: lines.filter((line) => line !== '') })
  switch (column) {
    case 'name':
      return { ...said(row.name), strong: true }
    case 'address':
      return said(row.street, [row.postCode, row.city].filter(Boolean).join(' '), row.country)
    case 'phones':
      return said(...[row.mobile, row.phone, row.companyPhone].map(unbroken))
    case 'lastContact':
      return row.last ? said(shortDay(row.last.day, language), row.last.description) : said()
    case 'outcome':
      return said(...words.outcomes.map((outcome) => unbroken(`☐ ${outcome}`)))
    case 'note':
      return said()
    case 'company':
    case 'jobTitle':
    case 'email':
      return said(row[column])
  }
}

/** A number that is read out stays on its line. */
const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0')

const dayFormats = new Map<string, Intl.DateTimeFormat>()

function shortDay(day: string, language: string): string {
  const locale = localeOf(language)
  const format =
    dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  dayFormats.set(locale, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}

interface TableColumn extends Column {
  value: (row: ListRow) => Cell
}

export function listInExcel(rows: readonly ListRow[], { words, columns: keys }: ListWish): TableParts {
  const { headings } = words
  const column = (heading: string, kind: Column['kind'], width: number, value: (row: ListRow) => Cell): TableColumn => ({
    ...{ heading, kind, value, width: Math.max(width, heading.length + 2) },
  })
  const text = (key: keyof ListHeadings & keyof ListRow, width: number, kind: Column['kind'] = 'text') =>
    column(headings[key], kind, width, (row) => row[key])
  const of: Record<ListColumn, () => TableColumn[]> = {
    name: () => [text('name', 26)],
    company: () => [text('company', 26)],
    jobTitle: () => [text('jobTitle', 20)],
    address: () => [text('street', 28), text('postCode', 10, 'code'), text('city', 20), text('country', 16)],
    phones: () => [text('mobile', 18, 'code'), text('phone', 18, 'code'), text('companyPhone', 18, 'code')],
    email: () => [text('email', 30)],
    lastContact: () => [
      column(headings.lastContact, 'day', 12, (row) => row.last?.day),
      column(headings.lastHow, 'text', 24, (row) => row.last?.description),
    ],
    outcome: () => [column(headings.outcome, 'text', 18, () => undefined)],
    note: () => [column(headings.note, 'text', 40, () => undefined)],
  }
  const columns = keys.flatMap((key) => of[key]())
  const writer = excelWriter({ name: words.name.slice(0, 31), columns })
  return {
    begin: writer.begin,
    rows: (from: number, count: number) => writer.rows(rows.slice(from, from + count).map((row) => columns.map(({ value }) => value(row)))),
    end: writer.end,
  }
}
