// Everything that belongs to what is handed over, of one moment: a campaign brings its segments, these their people, these their companies and
// what happened with them; then documents and short lists that any of it names.
import type { Campaign } from '../../model/campaign.ts'
import type { HandOverWish } from '../../model/handOverWish.ts'
import type { ContactId } from '../../model/ids.ts'
import { tableNames, type AllRows, type TableName } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import type { Database } from '../database.ts'
import { eachContact, readContacts } from './pending.ts'

export interface Gathered {
  rows: AllRows
  /** The last commit. */
  last: number
}

/** Lists, and rows that stand by themselves, of which those go along that are named. Templates and questionnaires name others in turn. */
const named = [
  ...(['campaigns', 'campaignEntries', 'templates', 'questionnaires', 'mailingGroups', 'industryGroups', 'businessRelations'] as const),
  ...(['jobResponsibilities', 'organizationalLevels', 'territories', 'webSources', 'salespeople', 'interactionGroups'] as const),
  ...(['campaignStatuses', 'salutations'] as const),
]

export const noRows = (): AllRows => Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as AllRows

export function gatherHandOver(db: Database, wish: HandOverWish): Promise<Gathered> {
  return db.transaction('r', db.tables, async () => {
    const rows = noRows()
    await segments(db, wish, rows)
    await happened(db, wish, rows)
    await people(db, wish, rows)
    if (wish.history && wish.contactIds === 'all') await everythingThatHappened(db, rows)
    else if (wish.history) await history(db, rows)
    rows.savedCriteria = present(await db.savedCriteria.bulkGet([...wish.criteriaIds]))
    rows.templates = present(await db.templates.bulkGet([...wish.templateIds]))
    await whatIsNamed(db, rows)
    return { rows, last: await lastRev(db) }
  })
}

const present = <R>(rows: readonly (R | undefined)[]): R[] => rows.filter((row) => row !== undefined)
const idsOf = <I extends string>(rows: readonly { id: I }[]): I[] => rows.map(({ id }) => id)

/** Each row once, whatever brought it. */
function add<T extends TableName>(all: AllRows, table: T, more: readonly AllRows[T][number][]): void {
  const known = new Set<string>(idsOf(all[table] as readonly { id: string }[]))
  for (const row of more) {
    if (known.has(row.id)) continue
    known.add(row.id)
    ;(all[table] as unknown[]).push(row)
  }
}

async function segments(db: Database, wish: HandOverWish, rows: AllRows): Promise<void> {
  const campaigns = new Set<string | undefined>(wish.campaignIds)
  const [open, logged] = [new Set<string>(wish.segmentIds), new Set<string>(wish.loggedSegmentIds)]
  rows.segments = await db.segments
    .filter(({ id, campaignId }) => open.has(id) || (campaignId !== undefined && campaigns.has(campaignId)))
    .toArray()
  rows.loggedSegments = await db.loggedSegments
    .filter(({ id, header }) => logged.has(id) || (header.campaignId !== undefined && campaigns.has(header.campaignId)))
    .toArray()
  const ids = idsOf(rows.segments)
  rows.segmentLines = present(await db.segmentLines.bulkGet(ids))
  rows.steps = await db.steps.where('segmentId').anyOf(ids).toArray()
  rows.callRounds = await db.callRounds
    .where('segmentId')
    .anyOf([...ids, ...rows.loggedSegments.map(({ header }) => header.id)])
    .toArray()
  const loggedIds = idsOf(rows.loggedSegments)
  rows.loggedLines = await db.loggedLines.where('loggedSegmentId').anyOf(loggedIds).toArray()
  rows.loggedStates = present(await db.loggedStates.bulkGet(loggedIds))
}

/** What the log and the plans say of campaigns and segments that go along. */
async function happened(db: Database, { campaignIds }: HandOverWish, rows: AllRows): Promise<void> {
  const campaigns = [...campaignIds]
  rows.campaigns = present<Campaign>(await db.campaigns.bulkGet(campaigns))
  rows.campaignEntries = await db.campaignEntries.where('campaignId').anyOf(campaigns).toArray()
  rows.targetGroups = present(await db.targetGroups.bulkGet(campaigns))
  rows.entries = await db.entries.where('campaignId').anyOf(campaigns).toArray()
  add(rows, 'entries', await db.entries.where('loggedSegmentId').anyOf(idsOf(rows.loggedSegments)).toArray())
  add(rows, 'entries', await db.entries.where('callRoundId').anyOf(idsOf(rows.callRounds)).toArray())
  rows.tasks = await db.tasks.where('campaignId').anyOf(campaigns).toArray()
  rows.opportunities = await db.opportunities.where('campaignId').anyOf(campaigns).toArray()
}

/** Whoever is named by what goes along, and their companies. */
async function people(db: Database, wish: HandOverWish, rows: AllRows): Promise<void> {
  if (wish.contactIds === 'all') {
    await eachContact(db, (contacts) => add(rows, 'contacts', contacts))
  } else {
    const ids = new Set<string | undefined>([
      ...wish.contactIds,
      ...rows.segmentLines.flatMap(({ lines, pinnedOut = [] }) => [...lines.map(({ contactId }) => contactId), ...pinnedOut]),
      ...rows.loggedLines.flatMap(({ lines }) => lines.map(({ line }) => line.contactId)),
      ...rows.targetGroups.flatMap(({ contactIds }) => contactIds),
      ...rows.callRounds.flatMap(({ contactIds }) => contactIds),
      ...[...rows.entries, ...rows.tasks, ...rows.opportunities].flatMap(({ contactId, companyId }) => [contactId, companyId]),
    ])
    ids.delete(undefined)
    rows.contacts = await readContacts(db, [...ids] as ContactId[])
    const companies = rows.contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? contact.companyId : []))
    add(rows, 'contacts', await readContacts(db, [...new Set(companies)]))
  }
}

async function history(db: Database, rows: AllRows): Promise<void> {
  const ids = idsOf(rows.contacts)
  add(rows, 'entries', await db.entries.where('contactId').anyOf(ids).toArray())
  add(rows, 'tasks', await db.tasks.where('contactId').anyOf(ids).toArray())
  add(rows, 'opportunities', await db.opportunities.where('contactId').anyOf(ids).toArray())
  add(rows, 'purchases', await db.purchases.where('companyId').anyOf(ids).toArray())
}

/** Also what stands under the name of somebody who is gone. */
async function everythingThatHappened(db: Database, rows: AllRows): Promise<void> {
  rows.entries = await db.entries.toArray()
  rows.tasks = await db.tasks.toArray()
  rows.opportunities = await db.opportunities.toArray()
  rows.purchases = await db.purchases.toArray()
}

/** Documents, templates, campaigns and short lists that anything names; what these name in turn. */
async function whatIsNamed(db: Database, rows: AllRows): Promise<void> {
  const keys = new Set<string>()
  for (const table of tableNames) for (const row of rows[table]) takeStrings(row, keys)
  for (let before = -1; before < keys.size;) {
    before = keys.size
    for (const table of named) {
      const all = (await db.table(table).toArray()) as AllRows[typeof table]
      const isNamed = (row: (typeof all)[number]) => keys.has(row.id) || (table === 'salutations' && 'code' in row && keys.has(row.code))
      const answers = (row: (typeof all)[number]) =>
        'questions' in row && row.questions.some((question) => question.answers.some(({ id }) => keys.has(id)))
      const more = all.filter((row) => isNamed(row) || answers(row))
      add(rows, table, more as never)
      for (const row of more) takeStrings(row, keys)
    }
  }
  const formulas = await db.salutationFormulas.toArray()
  rows.salutationFormulas = formulas.filter(({ salutationCode }) => keys.has(salutationCode))
  rows.attachments = present(await db.attachments.bulkGet([...keys].filter((key) => /^[0-9a-f]{64}$/.test(key))))
}

/** All texts in a row, however deep: keys are among them. */
function takeStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const one of value as unknown[]) takeStrings(one, into)
  else if (typeof value === 'object' && value !== null && !(value instanceof ArrayBuffer))
    for (const field of Object.values(value)) takeStrings(field, into)
}
