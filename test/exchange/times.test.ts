// Rows of interactions as they come in: the time from its own column, or behind the day; what was exported comes in as it was.
import { expect, test } from 'vitest'
import { guessColumns } from '../../src/exchange/columns.ts'
import type { Existing } from '../../src/exchange/existing.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import type { Campaign } from '../../src/model/campaign.ts'
import type { CampaignId, ResponseStatusId } from '../../src/model/ids.ts'
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

test('What was answered comes in by its words: one of the campaign’s own, or a shipped one; a word that is none stays as a remark', async () => {
  const fair: Campaign = {
    ...{ rev: 1, id: 'fair' as CampaignId, no: 'CP1', description: 'Fair' },
    responseStatuses: [{ id: 'comes' as ResponseStatusId, description: 'Comes along', counts: 'interested' }],
  }
  const rows =
    'Date,Contact E-mail,Description,Campaign,Response Status,Answered On\r\n' +
    '2026-03-01,anna@berg.example,One,Fair,comes along,2026-03-09\r\n' +
    '2026-03-02,anna@berg.example,Two,,Auftrag,\r\n' +
    '2026-03-03,anna@berg.example,Three,,Umgezogen,2026-03-09\r\n' +
    '2026-03-04,anna@berg.example,Four,Fair,Order,2026-03-09\r\n'
  const read = await readSheet(new TextEncoder().encode(rows), 'log.csv')
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  const columns = guessColumns(read.value, 'interactions').map(({ column }) => column)
  const choices = { kind: 'interactions', columns, updates: 'fillBlanks', duplicates: 'later', decisions: {}, mended: {}, tag: '' } as const
  const plan = planImport(read.value, choices, { ...existing, campaigns: [fair] }, occasion())
  const said = plan.changes.put.entries?.map(({ responseStatusId, respondedDay, comments }) => [
    responseStatusId,
    respondedDay,
    comments.map(({ text }) => text).join(),
  ])
  expect(said).toEqual([
    ['comes', '2026-03-09', ''],
    ['order', '2026-03-02', ''],
    ['moved', undefined, 'Answered On: 2026-03-09'],
    [undefined, '2026-03-09', 'Response Status: Order'],
  ])
  expect(plan.rows.flatMap(({ problems }) => problems.map(({ lineNo, code, detail }) => [lineNo, code, detail]))).toEqual([
    [5, 'unknownResponse', 'Order'],
  ])
})
