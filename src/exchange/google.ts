// A list from Google Contacts, old and new: `Phone 1 - Type`/`Phone 1 - Label` says what `Phone 1 - Value` is, row by row, and ` ::: ` stands
// between several values of one cell. Sorted into columns that mean the same in every row.
import { kindOfPhone, placeOf, putAddresses, putFree, putPhones, type Address, type Cells } from './cardCells.ts'
import { cardHeaders } from './vcardCard.ts'
import type { Sheet } from './sheet.ts'

const numbered = /^(E-?mail|Phone|Address|Website) (\d+) - (.+)$/i

interface Group {
  what: string
  /** Columns by their part, in lower case: `value`, `label`, `street`. */
  at: Map<string, number>
}

/** The sheet with Google's numbered columns sorted; any other sheet as it is. */
export function arrangeGoogle(sheet: Sheet): Sheet {
  const groups = groupsOf(sheet.headers)
  if (![...groups.values()].some(({ at }) => at.has('value') && (at.has('label') || at.has('type')))) return sheet
  const taken = new Set([...groups.values()].flatMap(({ at }) => [...at.values()]))
  const kept = sheet.headers.map((_, at) => at).filter((at) => !taken.has(at))
  const sorted = sheet.rows.map(({ cells }) => sortedCells(cells, [...groups.values()]))
  const used = new Set(sorted.flatMap((cells) => [...cells.keys()]))
  const headers = [
    ...cardHeaders.filter((header) => used.has(header)),
    ...[...used].filter((header) => !cardHeaders.includes(header)).sort(),
  ]
  return {
    ...sheet,
    headers: [...kept.map((at) => sheet.headers[at] ?? ''), ...headers],
    rows: sheet.rows.map(({ lineNo, cells }, row) => ({
      lineNo,
      // What a torn row has too much stays at its end.
      cells: [
        ...kept.map((at) => cells[at] ?? ''),
        ...headers.map((header) => sorted[row]?.get(header) ?? ''),
        ...cells.slice(sheet.headers.length),
      ],
    })),
  }
}

function groupsOf(headers: readonly string[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  headers.forEach((header, at) => {
    const [, what = '', no = '', part = ''] = numbered.exec(header.trim()) ?? []
    if (part === '') return
    const key = `${what.toLowerCase()} ${no}`
    const group = groups.get(key) ?? { what: what.toLowerCase().replace('-', ''), at: new Map<string, number>() }
    groups.set(key, group)
    group.at.set(part.toLowerCase().replace(/^type$/, 'label'), at)
  })
  return groups
}

function sortedCells(row: readonly string[], groups: readonly Group[]): Cells {
  const cells: Cells = new Map()
  const of = (what: string) =>
    groups
      .filter((group) => group.what === what)
      .map(
        ({ at }) =>
          (part: string) =>
            (row[at.get(part) ?? -1] ?? '').trim(),
      )
      // An asterisk marks the one that is used first.
      .sort((one, other) => Number(other('label').startsWith('*')) - Number(one('label').startsWith('*')))
  const values = (text: string) => text.split(':::').map((one) => one.trim())
  const label = (cell: (part: string) => string) => [cell('label').replace(/^\*\s*/, '')]
  putPhones(
    cells,
    of('phone').flatMap((cell) => values(cell('value')).map((number) => ({ kind: kindOfPhone(label(cell)), number }))),
  )
  for (const cell of of('email')) for (const mail of values(cell('value'))) putFree(cells, 'E-mail', mail)
  for (const cell of of('website')) for (const page of values(cell('value'))) putFree(cells, 'Home Page', page)
  putAddresses(
    cells,
    of('address').map((cell) => addressOf(cell, placeOf(label(cell)))),
  )
  return cells
}

/** Without its parts it is only written as a whole. Of several in one cell the first one counts. */
function addressOf(cell: (part: string) => string, kind: string): Address {
  const first = (part: string) => cell(part).split(':::')[0]?.trim() ?? ''
  const parts = { street: first('street'), city: first('city'), postCode: first('postal code') || first('postcode') }
  const whole = Object.values(parts).every((text) => text === '') ? first('formatted') : parts.street
  const rest = { box: first('po box'), extended: first('extended address'), region: first('region'), country: first('country') }
  return { kind, ...parts, street: whole, ...rest }
}
