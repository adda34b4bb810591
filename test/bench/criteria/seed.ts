// Fills a tablet with the people of the measurement, as rows of the app on the disk, and touches it as another window would.
import type { ContactId } from '../../../src/model/ids.ts'
import { noChanges } from '../../../src/model/tables.ts'
import { commit } from '../../../src/storage/commit.ts'
import { newDatabase, type Database } from '../../../src/storage/database.ts'
import {
  contactAt,
  entriesOf,
  industryGroups,
  itemGroups,
  mailingGroups,
  purchasesOf,
  salespeople,
  templates,
  territories,
} from './data.ts'

const now = '2026-11-20T09:00:00.000Z'
const listed = (ids: readonly string[], name: string) =>
  ids.map((id, at) => ({ id, rev: 1, code: `${name}${at}`, description: `${name} ${at}` }))

/** The short lists that contacts and entries name, and a tablet that has been started. */
const listRows = (): Record<string, unknown[]> => ({
  mailingGroups: listed(mailingGroups, 'G'),
  industryGroups: listed(industryGroups, 'I'),
  territories: listed(territories, 'T'),
  salespeople: salespeople.map((id, at) => ({
    id,
    rev: 1,
    code: `S${at}`,
    name: `Seller ${at}`,
    jobTitle: '',
    phone: '',
    email: '',
    blocked: false,
  })),
  templates: templates.map((id, at) => ({
    ...{
      id,
      rev: 1,
      code: `L${at}`,
      description: `Letter ${at}`,
      unitCost: 1,
      unitDuration: 1,
      informationFlow: 'outbound',
      initiatedBy: 'us',
    },
    ...{ ignoreContactCorrespondence: false, campaignTarget: false, campaignResponse: false, subject: '', documents: [] },
  })),
  settings: [{ id: 'tablet', rev: 1, name: 'Bench', prefix: '', salespersonId: salespeople[0], started: true, language: 'en' }],
})

/** Nothing is new on this tablet: a commit of one group stands for all that came before. */
const touched = () => ({ ...noChanges(), put: { mailingGroups: [{ id: 'bench', rev: 0, code: 'B', description: itemGroups[0] ?? '' }] } })

/** Writes rows in portions; all of them in one transaction would wait for memory. */
async function fill(db: Database, size: number, history: boolean): Promise<void> {
  const portion = 5000
  for (let from = 0; from < size; from += portion) {
    const ats = Array.from({ length: Math.min(portion, size - from) }, (_, at) => from + at)
    await db.contacts.bulkAdd(ats.map((at) => contactAt(at, size)))
    if (!history) continue
    await db.entries.bulkAdd(ats.flatMap(entriesOf))
    await db.purchases.bulkAdd(ats.flatMap(purchasesOf))
  }
}

/** A tablet with so many contacts and, where it is wished, five times as many interactions, and purchases. */
export async function seed(name: string, size: number, history: boolean): Promise<Database> {
  const db = newDatabase(name)
  await db.open()
  await fill(db, size, history)
  for (const [table, rows] of Object.entries(listRows())) await db.table(table).bulkPut(rows)
  await commit(db, touched() as never, 'seed', now)
  return db
}

/** One contact more, so that a count that was saved before is not right any more. @returns how many there are now */
export async function oneMore(name: string, at: number): Promise<number> {
  const db = newDatabase(name)
  await db.open()
  const contact = { ...contactAt(4, 8), id: `bench-${at}` as ContactId, rev: 0, no: `KB${at}`, name: `Zusätzlich ${at}` }
  await commit(db, { ...noChanges(), put: { contacts: [contact] } }, 'bench', now)
  const count = await db.contacts.count()
  db.close()
  return count
}
