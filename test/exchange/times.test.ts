// Rows of interactions as they come in: the time from its own column, or behind the day; what was exported comes in as it was.
import { expect, test } from 'vitest'
import { guessColumns } from '../../src/exchange/columns.ts'
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

test('What was cancelled comes in cancelled, with its response; the number of the contact decides, and the user is no salesperson beside one', async () => {
  const other = person({ firstName: 'Anna', surname: 'Berg', name: 'Anna Berg', no: 'KT2' })
  const rows =
    'Date,Contact,Fieldbook No.,Description,Salesperson,Canceled,User ID,Answered On,Campaign Response\r\n' +
    '2026-03-01,Anna Berg,KT2,Call,,true,VERA,2026-03-05,true\r\n'
  const read = await readSheet(new TextEncoder().encode(rows), 'log.csv')
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  const columns = guessColumns(read.value, 'interactions').map(({ column }) => column)
  const choices = { kind: 'interactions', columns, updates: 'fillBlanks', duplicates: 'later', decisions: {}, mended: {}, tag: '' } as const
  const { put } = planImport(read.value, choices, { ...existing, contacts: [...existing.contacts, other] }, occasion()).changes
  expect(put.entries).toMatchObject([{ contactId: other.id, cancelled: true, campaignResponse: true, respondedDay: '2026-03-05' }])
  expect(put.entries?.[0]?.salespersonId).toBeUndefined()
  expect(put.salespeople ?? []).toEqual([])
})
