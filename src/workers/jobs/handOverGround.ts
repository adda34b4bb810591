// What a file is held against: its rows under the keys of this tablet, the same rows as they stand here, and what is known of both.
import { asRead } from '../../core/asRead.ts'
import { mergedTables, type MergedTable } from '../../core/handOver/coming.ts'
import { comparedRows } from '../../core/handOver/going.ts'
import { codedTables, led, ledState, splitId, waysOfContacts, waysOfLists, type Lists, type Ways } from '../../core/handOver/idMap.ts'
import type { AnyRow } from '../../core/handOver/parts.ts'
import { settleAnswers, type Coming, type Here } from '../../core/handOver/planComing.ts'
import { segmentsOf } from '../../core/handOver/segmentUnit.ts'
import { stateId } from '../../core/handOver/stamp.ts'
import { seriesOr, takeNumbers } from '../../core/numbers.ts'
import type { HandOverState } from '../../model/handOver.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges, tableNames, type AllRows, type Changes, type Requirement, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { readHere, readKeys, readStates } from '../../storage/read/handOverGround.ts'
import { readSeries, readTablet } from '../../storage/read/lists.ts'
import type { ComingWish } from './handOverJobs.ts'
import { tabletHere } from './handOvers.ts'

export interface HandOverGround {
  coming: Coming
  here: Here
  /** Gives this tablet its key, where it has none. */
  tablet: Changes
  requires: (stateId: string) => Requirement
}

interface Asked {
  since: number
  wish: ComingWish
  /** It is a backup of this tablet, or of another one. */
  older: boolean
  occasion: Occasion
}

export async function readGround(db: Database, given: AllRows, { since, wish, older, occasion }: Asked): Promise<HandOverGround> {
  const known = await readStates(db)
  const ways = await waysOf(db, given)
  const rows = Object.fromEntries(tableNames.map((table) => [table, led(given[table], ways)])) as unknown as AllRows
  const states = new Map(
    (older ? [] : given.handOverStates).map((state) => ledState(state, ways)).map((state) => [state.id as string, state]),
  )
  const standing = await readHere(db, keysOf(rows, states))
  const here = byKey(standing)
  const [documents, lines] = await Promise.all([
    readKeys(db, 'attachments', idsOf(rows.attachments)),
    readKeys(db, 'loggedLines', idsOf(rows.loggedLines)),
  ])
  const tablet = await tabletHere(db, occasion.nextId)
  const erased = [...known.values()].flatMap((state) => (state.erased ? splitId(state.id)[1] : []))
  const numbers = await segmentNumbers(db)
  return {
    coming: { rows: comparable(rows), states },
    tablet: older ? noChanges() : tablet.changes,
    requires: (id) => asRead('handOverStates', known.get(id) ?? ({ id, rev: 0 } as HandOverState)),
    here: {
      ...{ tablet: tablet.tablet, next: since + 1, last: since, choices: wish.choices, older },
      row: (table, id) => here.get(`${table} ${id}`),
      state: (table, id) => known.get(stateId(table, id)),
      settle: settleAnswers([...standing.questionnaires, ...rows.questionnaires]),
      segments: segmentsOf(standing),
      has: (table, id) => (table === 'attachments' ? documents : lines).has(id),
      erased: new Set(erased),
      descriptions: new Set([...rows.templates, ...rows.segments].map(({ description }) => description)),
      fresh: occasion.nextId,
      segmentNumber: numbers,
    },
  }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

async function waysOf(db: Database, given: AllRows): Promise<Ways> {
  const lists = {} as Lists
  for (const table of codedTables) Object.assign(lists, { [table]: await db.table(table).toArray() })
  const ids = given.contacts.flatMap(({ id, former = [] }) => [id, ...idsOf(former)])
  const entries = given.entries.map(({ contactId }) => contactId)
  const here = await readKeys(db, 'contacts', [...ids, ...entries])
  const merged = await db.contacts.filter(({ former }) => former !== undefined && former.length > 0).toArray()
  return new Map([...waysOfLists(given, lists), ...waysOfContacts(given.contacts, merged, (id) => here.has(id))])
}

/** Of each table the rows that come, and those whose deletion is told. */
function keysOf(rows: AllRows, states: ReadonlyMap<string, HandOverState>): Partial<Record<TableName, string[]>> {
  const keys: Partial<Record<TableName, string[]>> = Object.fromEntries(mergedTables.map((table) => [table, idsOf(rows[table])]))
  for (const { id } of states.values()) {
    const [table, key] = splitId(id)
    ;(keys[table] ??= []).push(key)
  }
  // A segment that was logged there may be open here.
  ;(keys.segments ??= []).push(...rows.loggedSegments.map(({ header }) => header.id))
  return keys
}

function byKey(rows: AllRows): Map<string, AnyRow> {
  const all = new Map<string, AnyRow>()
  for (const table of mergedTables) for (const row of comparedRows(rows, table)) all.set(`${table} ${row.id}`, row)
  return all
}

const comparable = (rows: AllRows): Coming['rows'] => ({
  ...(rows as unknown as Coming['rows']),
  ...(Object.fromEntries(mergedTables.map((table) => [table, comparedRows(rows, table)])) as Record<MergedTable, AnyRow[]>),
})

/** Fresh numbers for copies of segments, one after the other. */
async function segmentNumbers(db: Database): Promise<() => { no: string; changes: Changes }> {
  const [stored, tablet] = await Promise.all([readSeries(db, 'segment'), readTablet(db)])
  const series = seriesOr(stored, 'segment')
  let taken = 0
  return () => {
    const { nos, changes } = takeNumbers(series, tablet?.prefix ?? '', ++taken)
    return { no: nos.at(-1) ?? '', changes }
  }
}
