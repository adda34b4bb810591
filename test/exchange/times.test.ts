// The time of an interaction: from its own column, or behind the day; a day by itself says none.
import { expect, test } from 'vitest'
import type { Existing } from '../../src/exchange/existing.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import { occasion, person } from '../make.ts'

const existing: Existing = {
  ...{ mailingGroups: [], industryGroups: [], businessRelations: [], jobResponsibilities: [], organizationalLevels: [], territories: [] },
  ...{ salespeople: [], salutations: [], interactionGroups: [], templates: [], campaigns: [], entries: [], purchases: [] },
  contacts: [person({ firstName: 'Anna', surname: 'Berg', name: 'Anna Berg', email: 'anna@berg.example' })],
  series: { rev: 1, id: 'contact', prefix: 'KT', next: 1, digits: 5 },
  ...{ tabletPrefix: '', country: 'DE' },
}

test.each([
  ['01.03.26', '', undefined],
  ['13.05.26', '', undefined],
  ['2026-03-01', '', undefined],
  ['2026-03-01T09:30', '', '09:30'],
  ['2026-03-01 09:30:15', '', '09:30'],
  ['01.03.26 14:05', '', '14:05'],
  ['01.03.2026, 9:30', '', '09:30'],
  ['3/1/2026 2:05 PM', '', '14:05'],
  ['01.03.26 14:05', '9.15 Uhr', '09:15'],
])('of an interaction on %j with the time %j it is %j', async (day, time, wanted) => {
  const read = await readSheet(
    new TextEncoder().encode(`Datum;Zeit;E-Mail;Beschreibung\r\n"${day}";${time};anna@berg.example;Anruf\r\n`),
    'x.csv',
  )
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  const columns = [
    { target: 'day', dayOrder: day.includes('/') ? 'mdy' : 'dmy' },
    { target: 'time' },
    { target: 'email' },
    { target: 'description' },
  ] as const
  const choices = { kind: 'interactions', columns, updates: 'fillBlanks', duplicates: 'later', decisions: {}, mended: {}, tag: '' } as const
  const [entry] = planImport(read.value, { ...choices, columns: [...columns] }, existing, occasion()).changes.put.entries ?? []
  expect(entry?.description).toBe('Anruf')
  expect(entry?.time).toBe(wanted)
})
