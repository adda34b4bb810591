// SQLite in WebAssembly, in memory: 16 indexes and ANALYZE, statements prepared once and bound, as its documentation advises.
// https://sqlite.org/wasm · https://sqlite.org/lang_analyze.html · https://sqlite.org/queryplanner.html (covering indexes)
import sqlite3InitModule, { type Database, type PreparedStatement } from '@sqlite.org/sqlite-wasm'
import { answerOf, type Engine } from '../engine.ts'
import { dayNumber, peerContact, peerEntries, peerPurchases, placesOf } from '../peerRows.ts'
import { addDays } from '../../../../src/base/day.ts'
import { amount, asked, days, pair, typed } from '../questions.ts'
import { today } from '../data.ts'

const contactColumns = {
  ...{ id: 'INTEGER PRIMARY KEY', type: 'TEXT', companyId: 'INTEGER', salesperson: 'INTEGER', territory: 'INTEGER', country: 'TEXT' },
  ...{ language: 'TEXT', correspondence: 'TEXT', excluded: 'INTEGER', blocked: 'INTEGER', created: 'INTEGER', changed: 'INTEGER' },
  ...{ birthday: 'INTEGER', place: 'INTEGER', last: 'INTEGER', nameF: 'TEXT', surnameF: 'TEXT', cityF: 'TEXT', text: 'TEXT', name: 'TEXT' },
  ...{ no: 'TEXT', firstName: 'TEXT', surname: 'TEXT', jobTitle: 'TEXT', address: 'TEXT', postCode: 'TEXT', city: 'TEXT', county: 'TEXT' },
  ...{ phone: 'TEXT', mobilePhone: 'TEXT', email: 'TEXT', homePage: 'TEXT', vatNo: 'TEXT', salutation: 'TEXT' },
} as const
const entryColumns = 'id INTEGER PRIMARY KEY, contactId INT, day INT, template INT, salesperson INT, cancelled INT, failed INT, cost INT'
const purchaseColumns = 'id INTEGER PRIMARY KEY, companyId INT, day INT, itemGroup TEXT, itemNo TEXT, quantity INT, amount INT'
const tables = [
  `CREATE TABLE contacts(${Object.entries(contactColumns)
    .map((pair) => pair.join(' '))
    .join(', ')})`,
  'CREATE TABLE groups(contactId INT, id INT)',
  'CREATE TABLE industries(contactId INT, id INT)',
  'CREATE TABLE answers(contactId INT, id INT)',
  `CREATE TABLE entries(${entryColumns}, duration INT, evaluation TEXT, description TEXT)`,
  `CREATE TABLE purchases(${purchaseColumns})`,
]
const indexes = [
  ...['contacts(salesperson)', 'contacts(surnameF)', 'contacts(nameF)', 'contacts(country)', 'contacts(created)', 'contacts(companyId)'],
  ...['contacts(territory)', 'contacts(country, place)', 'contacts(last)', 'groups(id, contactId)', 'industries(id, contactId)'],
  ...['answers(id, contactId)', 'entries(contactId, day, cancelled)', 'entries(template, day, contactId, cancelled)'],
  ...['purchases(companyId, itemGroup, day, amount)', 'purchases(itemGroup, day, companyId)'],
]

const count = 'SELECT count(*) FROM contacts a WHERE '
const inList = (values: readonly (string | number)[]) =>
  values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')
const inGroup = (ids: string) => `id IN (SELECT contactId FROM groups WHERE id IN (${ids}))`
const hasAnswer = (ids: string) => `id IN (SELECT contactId FROM answers WHERE id IN (${ids}))`
const notMet = (more: string) => `NOT EXISTS (SELECT 1 FROM entries e WHERE e.contactId = a.id AND e.cancelled = 0 AND ${more})`
const createdBetween = asked.created.map(dayNumber).join(' AND ')
const boughtBetween = asked.bought.map(dayNumber).join(' AND ')
const after = (text: string) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1)

/** In the order of `questions`. */
const statements = [
  `${count} salesperson = ${asked.salesperson}`,
  `${count} surnameF >= '${asked.prefix}' AND surnameF < '${after(asked.prefix)}'`,
  `${count} nameF LIKE '%${asked.part}%'`,
  `${count} country IN (${inList(asked.countries)}) AND ${inGroup(inList(asked.groups))}`,
  `${count} created BETWEEN ${createdBetween}`,
  `${count} excluded = 0 AND language <> '${asked.language}' AND NOT ${inGroup(String(asked.notGroup))}`,
  `${count} ${notMet(`e.day >= ${dayNumber(asked.since)}`)}`,
  `${count} (country = 'DE' AND (territory IN (${inList(asked.territories)}) OR salesperson = ${asked.otherSalesperson}))
    OR (correspondence = 'email' AND blocked = 0 AND ${hasAnswer(String(asked.answer))})`,
  `${count} type = 'person' AND companyId IN
    (SELECT c.id FROM contacts c JOIN industries i ON i.contactId = c.id WHERE i.id = ${asked.industry} AND c.country = 'DE')`,
  `${count} country = 'DE' AND type = 'person'`,
  `${count} ${asked.words.map((word) => `text LIKE '%${word}%'`).join(' AND ')}`,
  `${count} type = 'person' AND EXISTS (SELECT 1 FROM purchases p WHERE p.companyId = a.companyId
    AND p.itemGroup = '${asked.itemGroup}' AND p.day BETWEEN ${boughtBetween})`,
  `${count} type = 'person' AND EXISTS (SELECT 1 FROM entries e WHERE e.contactId = a.id
    AND e.template = ${asked.template} AND e.cancelled = 0 AND e.day BETWEEN ${boughtBetween})`,
]
const firstFifty = `SELECT id FROM contacts WHERE country = 'DE' AND type = 'person' ORDER BY place LIMIT 50`

interface EditStatement {
  sql: string
  values: (at: number) => (string | number)[]
}
const dayAgo = (at: number) => dayNumber(addDays(today, -days(at)))
/** In the order of `edits`. */
const edits: EditStatement[] = [
  {
    sql: `${count} country IN (${inList(asked.countries)}) AND ${inGroup(inList(asked.groups))}
      AND ${notMet(`e.day >= ${dayNumber(asked.since)}`)} AND nameF LIKE ?`,
    values: (at) => [`%${typed(at)}%`],
  },
  {
    sql: `${count} salesperson IN (1, 2, 3, 4, 5) AND (territory IN (1, 2, 3) OR correspondence = 'email') AND excluded = 0 AND last < ?`,
    values: (at) => [dayAgo(at)],
  },
  {
    sql: `${count} type = 'person' AND ${hasAnswer('17, 18, 19')}
      AND companyId IN (SELECT contactId FROM industries WHERE id IN (3, 7)) AND NOT (${inGroup('?, ?')} OR language = 'fr')`,
    values: (at) => pair(at),
  },
  {
    sql: `${count} country IN ('DE', 'AT', 'CH', 'FR', 'NL') AND (${hasAnswer('17')} OR ${inGroup('3')})
      AND ${notMet('e.template = 2 AND e.day >= ?')}`,
    values: (at) => [dayAgo(at)],
  },
  {
    sql: `${count} territory IN (4, 5) AND EXISTS (SELECT 1 FROM purchases p WHERE p.companyId = a.companyId
      AND p.itemGroup = '${asked.itemGroup}' AND p.amount >= ?) AND ${notMet(`e.day >= ${dayNumber(asked.since)}`)}`,
    values: (at) => [amount(at)],
  },
]

function fill(db: Database, size: number): void {
  for (const table of tables) db.exec(table)
  const names = Object.keys(contactColumns)
  const insert = (table: string, places: number) => db.prepare(`INSERT INTO ${table} VALUES (${Array(places).fill('?').join()})`)
  const contact = insert('contacts', names.length)
  const [group, industry, answer] = [insert('groups', 2), insert('industries', 2), insert('answers', 2)]
  const [entry, purchase] = [insert('entries', 11), insert('purchases', 7)]
  const places = placesOf(size)
  db.exec('BEGIN')
  for (let at = 0; at < size; at++) {
    const row = peerContact(at, size, places)
    const entries = peerEntries(at)
    const last = Math.max(0, ...entries.filter(({ cancelled, failed }) => !cancelled && !failed).map(({ day }) => day))
    const values = { ...row, last } as unknown as Record<string, string | number>
    contact.bind(names.map((name) => values[name] ?? '')).stepReset()
    for (const id of row.groups) group.bind([row.id, id]).stepReset()
    for (const id of row.industries) industry.bind([row.id, id]).stepReset()
    for (const id of row.answers) answer.bind([row.id, id]).stepReset()
    for (const one of entries) entry.bind(Object.values(one)).stepReset()
    for (const one of peerPurchases(at)) purchase.bind(Object.values(one)).stepReset()
  }
  db.exec('COMMIT')
  for (const statement of [contact, group, industry, answer, entry, purchase]) statement.finalize()
  for (const [at, index] of indexes.entries()) db.exec(`CREATE INDEX i${at} ON ${index}`)
  db.exec('ANALYZE')
}

const numbers = (statement: PreparedStatement, values?: readonly (string | number)[]): number[] => {
  if (values) statement.bind([...values])
  const found: number[] = []
  while (statement.step()) found.push(Number(statement.get(0)))
  statement.reset()
  return found
}

export function sqlite(): Engine {
  let counts: PreparedStatement[] = []
  let edited: PreparedStatement[] = []
  let fifty: PreparedStatement | undefined
  return {
    load: async (size) => {
      const { oo1 } = await sqlite3InitModule()
      const db = new oo1.DB(':memory:')
      fill(db, size)
      counts = statements.map((sql) => db.prepare(sql))
      edited = edits.map(({ sql }) => db.prepare(sql))
      fifty = db.prepare(firstFifty)
    },
    ask: (question) => {
      const statement = counts[question]
      if (!statement || !fifty) throw new Error('not loaded')
      const [found = 0] = numbers(statement)
      return question === 9 ? answerOf(found, numbers(fifty)) : found
    },
    edit: (tree, at) => {
      const statement = edited[tree]
      if (!statement) throw new Error('not loaded')
      return numbers(statement, edits[tree]?.values(at))[0] ?? 0
    },
  }
}
