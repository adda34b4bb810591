// Rows of an older shape brought to today's, one step per version of the stored shape: the database upgrades with it, and so does
// what an older backup holds. A step adds what is new and keeps what was meant. Steps are never changed once they were shipped.
import type { TableName } from './tables.ts'

type Old = Record<string, unknown>
/** Rows of all tables as they stand in a database or a backup, whatever their version. */
export type StoredRows = Partial<Record<TableName, Old[]>>

const list = (value: unknown): Old[] => (Array.isArray(value) ? (value as Old[]) : [])

/** Rows of any version as rows of today. */
export const upToDate = (version: number, rows: StoredRows): StoredRows => (version < 2 ? toSecond(rows) : rows)

/** Whether each row of this version becomes one of today by itself, so that rows need not be together in memory. */
export const rowsStandAlone = (version: number): boolean => version >= 2

/** Rows of the first shape as rows of the second. Logged segments give their lines to a table of their own. */
export function toSecond(rows: StoredRows): StoredRows {
  const upgraded: StoredRows = { ...rows }
  const names = companyNames(list(rows.contacts))
  for (const [table, upgrade] of Object.entries(secondRow) as [TableName, (row: Old) => Old][]) {
    const old = rows[table]
    if (old) upgraded[table] = old.map(upgrade)
  }
  if (upgraded.entries) upgraded.entries = upgraded.entries.map((row) => withCompanyName(row, names))
  const logged = list(rows.loggedSegments).map(secondLogged)
  return { ...upgraded, loggedSegments: logged.map((one) => one.segment), loggedLines: logged.flatMap((one) => one.pieces) }
}

export const companyNames = (contacts: readonly Old[]): Map<unknown, unknown> =>
  new Map(contacts.filter((row) => row['type'] === 'company').map((row) => [row['id'], row['name']]))

/** Who it was: a person's company is known by name from now on. */
export function withCompanyName(entry: Old, names: ReadonlyMap<unknown, unknown>): Old {
  const of = entry['companyId'] === entry['contactId'] ? undefined : names.get(entry['companyId'])
  return of === undefined ? entry : { ...entry, companyName: of }
}

/** What one row becomes, table by table; a table that is not named stays as it is. */
export const secondRow: Partial<Record<TableName, (row: Old) => Old>> = {
  contacts: (row) => ({
    ...row,
    ...{ answerIds: [], alternativeAddresses: [] },
    ...(row['type'] === 'company' ? { businessRelations: [] } : { jobResponsibilityIds: [], minor: false, parentalConsent: false }),
  }),
  templates: (row) => ({
    ...row,
    ...{ ignoreContactCorrespondence: false, campaignTarget: false, campaignResponse: false },
    documents: list(row['documents']).map((document) => ({ ...document, subject: '' })),
  }),
  segments: secondSegment,
  steps: (row) => ({ ...row, ...secondCriteria(row), outcome: secondOutcome(row['outcome'] as Old) }),
  entries: (row) => ({ ...row, ...{ companyName: '', campaignTarget: false, campaignResponse: false, comments: [], loggedBy: '' } }),
}

/** What the header said for everybody, it now says as a default that overrides the contact's. */
function secondSegment(row: Old): Old {
  return {
    ...row,
    ignoreContactCorrespondence: row['correspondenceType'] !== undefined,
    ignoreContactLanguage: row['languageCode'] !== undefined,
  }
}

const secondOutcome = (outcome: Old): Old => ({ ...outcome, leftOut: { minor: 0, ...(outcome['leftOut'] as Old) } })

const secondCriteria = ({ criteria }: Old): Old => (criteria === undefined ? {} : { criteria: secondItem(criteria as Old) })

/** "None since" and "some since" meant interactions that did not fail, and one was enough. */
function secondItem(item: Old): Old {
  if (item['kind'] === 'group') return { ...item, items: list(item['items']).map(secondItem) }
  if (item['kind'] !== 'interaction') return item
  const operator = item['operator'] === 'noneSince' ? 'hasNone' : 'has'
  return { kind: 'interaction', operator, atLeast: 1, where: { within: { from: item['since'] }, attempt: 'succeeded' } }
}

const piece = 500

function secondLogged(row: Old): { segment: Old; pieces: Old[] } {
  const { lines: _, ...rest } = row
  const lines = list(row['lines'])
  const leftOut = (reason: string) => lines.filter((line) => line['leftOut'] === reason).length
  const counts = {
    lines: lines.length,
    logged: lines.filter((line) => line['entryId'] !== undefined).length,
    letters: lines.filter((line) => line['attachmentId'] !== undefined).length,
    ...{ privacyBlocked: leftOut('privacyBlocked'), minor: 0, contactGone: leftOut('contactGone') },
  }
  const steps = list(row['steps']).map(secondLoggedStep)
  const segment = { ...rest, header: secondSegment(row['header'] as Old), steps, counts, values: {} }
  const pieces: Old[] = []
  for (let from = 0; from < lines.length; from += piece) {
    const { id, rev, sample } = row
    const key = `${String(id)} ${String(pieces.length).padStart(4, '0')}`
    const part = { id: key, rev, loggedSegmentId: id, from, lines: lines.slice(from, from + piece) }
    pieces.push(sample === undefined ? part : { ...part, sample })
  }
  return { segment, pieces }
}

function secondLoggedStep(step: Old): Old {
  const { kind, options, at } = step
  const outcome = secondOutcome(step['outcome'] as Old)
  const counts = { added: list(outcome['added']).length, removed: list(outcome['removed']).length, leftOut: outcome['leftOut'] }
  return { kind, at, ...secondCriteria(step), ...(options === undefined ? {} : { options }), ...counts }
}

/** The criteria that were being typed: a tree instead of a list of rules. */
export function secondDraft(id: string, value: unknown): unknown {
  const old = value as Old
  if (!id.startsWith('criteria:') || !Array.isArray(old['rules'])) return value
  const { match, rules, ...rest } = old
  return { ...rest, criteria: secondItem({ kind: 'group', match, items: rules }) }
}

/**
 * The third shape adds what may be missing, so rows stay as they are. Only what was being typed as one step of a segment is now the last
 * card of its recipe. @param steps of that segment
 */
export function thirdDraft(id: string, value: unknown, steps: readonly Old[]): unknown {
  const { kind, criteria, options } = value as Old
  if (!id.startsWith('criteria:') || criteria === undefined) return value
  const standing = steps.filter((step) => step['undone'] !== true).sort((a, b) => Number(a['position']) - Number(b['position']))
  const cards = standing.map((step) => Object.fromEntries(cardFields.flatMap((name) => (name in step ? [[name, step[name]]] : []))))
  return { base: cards, cards: [...cards, { kind, criteria, options }], again: false, asOf: '', open: cards.length }
}

const cardFields = ['id', 'kind', 'criteria', 'options', 'from']
