// A tablet for the measurements: as many contacts, entries and lines as are wished, written fast.
import type { ContactId, EntryId, SalespersonId, SegmentId, TemplateId, CampaignId } from '../../../src/model/ids.ts'
import type { Contact } from '../../../src/model/contact.ts'
import type { InteractionLogEntry } from '../../../src/model/interaction.ts'
import { toDay } from '../../../src/base/day.ts'
import { emptyContact } from '../../../src/core/contact/edit.ts'
import { toLetterLanguage } from '../../../src/model/parts.ts'
import { noChanges, type Row } from '../../../src/model/tables.ts'
import { commit } from '../../../src/storage/commit.ts'
import { newDatabase, type Database } from '../../../src/storage/database.ts'

const now = '2026-11-20T09:00:00.000Z'
export const segmentId = 'bench-segment' as SegmentId
const templateId = 'bench-template' as TemplateId
const salespersonId = 'bench-salesperson' as SalespersonId
const campaignId = 'bench-campaign' as CampaignId
const places = ['Ulm', 'Bonn', 'Lyon', 'Oslo', 'Gent']
const streets = ['Hauptstraße', 'Ringweg', 'Am Markt', 'Mühlgasse']

const keyOf = (kind: string, at: number) => `0197${at.toString(16).padStart(8, '0')}-7000-${kind}-${String(at).padStart(12, '0')}`

function contactAt(at: number): Contact {
  const surname = `Berg${at}`
  return {
    ...emptyContact('person'),
    ...{ id: keyOf('8000', at) as ContactId, rev: 1, no: `KT${String(at).padStart(6, '0')}`, name: `Anna ${surname}`, changedAt: now },
    ...{
      firstName: 'Anna',
      surname,
      address: `${streets[at % 4]} ${at % 200}`,
      city: places[at % 5] ?? '',
      postCode: String(10_000 + (at % 80_000)),
    },
    ...{
      email: `anna${at}@example.com`,
      phone: `+49 731 ${at}`,
      salutationCode: 'F',
      languageCode: toLetterLanguage('de'),
      countryCode: 'DE',
    },
    ...{ correspondenceType: 'hardCopy' as const, salespersonId },
  }
}

export function entryAt(at: number): InteractionLogEntry {
  const day = toDay(`20${10 + (at % 16)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`)
  return {
    ...{
      id: keyOf('9000', at) as EntryId,
      rev: 1,
      contactId: keyOf('8000', at % 50_000) as ContactId,
      contactName: `Anna Berg${at % 50_000}`,
    },
    ...{ companyName: '', day, description: 'Letter', templateId, salespersonId, campaignId, subject: 'News', comment: '', comments: [] },
    ...{ informationFlow: 'outbound' as const, initiatedBy: 'us' as const, cost: 2, duration: 5, attemptFailed: false, cancelled: false },
    ...{ campaignTarget: false, campaignResponse: false, correspondenceType: 'hardCopy' as const, languageCode: toLetterLanguage('de') },
    ...{ loggedBy: 'Vera', loggedAt: now },
  }
}

type Puts = { [T in Parameters<Database['table']>[0]]?: unknown[] }

function segmentRows(lines: number): Puts {
  const line = (at: number) => ({ lineNo: at + 1, contactId: keyOf('8000', at), own: {}, comment: at % 10 === 0 ? 'See you in May' : '' })
  return {
    segments: [
      {
        ...{ id: segmentId, rev: 1, no: 'SM00001', description: 'Bench', day: toDay('2026-11-20'), subject: 'News', createdAt: now },
        ...{ changedAt: now, templateId, salespersonId, campaignId, ignoreContactCorrespondence: false, ignoreContactLanguage: false },
      },
    ],
    segmentLines: [{ id: segmentId, rev: 1, nextLineNo: lines + 1, lines: Array.from({ length: lines }, (_, at) => line(at)) }],
  }
}

/** The short lists, and letters in German. */
function listRows(): Puts {
  const document = { languageCode: 'de', attachmentId: 'bench-letter', fileName: 'letter.docx', subject: '', mapping: {} }
  return {
    salespeople: [{ id: salespersonId, rev: 1, code: 'VS', name: 'Vera', jobTitle: '', phone: '', email: '', blocked: false }],
    campaigns: [{ id: campaignId, rev: 1, no: 'CP00001', description: 'Spring' }],
    templates: [
      {
        ...{ id: templateId, rev: 1, code: 'LETTER', description: 'Letter', unitCost: 2, unitDuration: 5, informationFlow: 'outbound' },
        ...{ initiatedBy: 'us', correspondenceType: 'hardCopy', ignoreContactCorrespondence: false, campaignTarget: false, subject: '' },
        ...{ campaignResponse: false, languageCode: 'de', documents: [document] },
      },
    ],
    settings: [{ id: 'tablet', rev: 1, name: 'Bench', prefix: '', salespersonId, started: true, language: 'en' }],
  }
}

/** Writes rows in portions; a million of them in one transaction would wait for memory. */
async function fill(db: Database, table: string, count: number, rowAt: (at: number) => unknown): Promise<void> {
  const portion = 20_000
  for (let from = 0; from < count; from += portion) {
    const rows = Array.from({ length: Math.min(portion, count - from) }, (_, at) => rowAt(from + at))
    await db.table(table).bulkAdd(rows)
  }
}

/** An open segment with so many people, ready to be logged, and a log with so many entries. */
export async function seed(name: string, { lines = 0, entries = 0 }: { lines?: number; entries?: number }): Promise<Database> {
  const db = newDatabase(name)
  await db.open()
  await fill(db, 'contacts', Math.max(lines, 1000), contactAt)
  await fill(db, 'entries', entries, entryAt)
  const rows = { ...listRows(), ...(lines > 0 ? segmentRows(lines) : {}) }
  for (const [table, list] of Object.entries(rows)) await db.table(table).bulkPut(list ?? [])
  await commit(
    db,
    { ...noChanges(), put: { mailingGroups: [{ id: 'g' as Row<'mailingGroups'>['id'], rev: 0, code: 'G', description: '' }] } },
    'seed',
    now,
  )
  return db
}
