// The short lists that contacts are sorted by, salespeople: made where they are needed, renamed, deleted.
import { ok, refuse, type Result } from '../base/result.ts'
import { codeFor, nameFor, sameCode, type CodedList } from '../core/contact/lists.ts'
import type { Salesperson } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { SalespersonId } from '../model/ids.ts'
import { joinChanges, noChanges, unchanged, type Row } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readListRows, readSalespeople, readTablet } from '../storage/read/lists.ts'
import { planAndWrite, type House } from './house.ts'
import { listNoun } from './listRows.ts'

type Made<Id> = Promise<Result<Committed & { value: Id }, Failure>>

/** What is typed about a row of a short list. `url`: of a web source. */
export interface ListFields {
  code: string
  description: string
  url?: string
}

/** Makes a row of a short list. @param code as it was typed; without one it is made from the description. @param url of a web source */
export function createListRow<T extends CodedList>(house: House, table: T, description: string, code = '', url = ''): Made<Row<T>['id']> {
  return planAndWrite(house, `create${listNoun[table]}`, async () => {
    const others = await readListRows(house.db, table)
    const name = nameFor(description, others)
    if (!name.ok) return name
    const free = codeFor(code, description, others.map(codeOf))
    if (!free.ok) return free
    const id = house.occasion().nextId<Row<T>['id']>()
    const row = { id, rev: 0, code: free.value, description: name.value, ...(table === 'webSources' ? { url: url.trim() } : {}) }
    return ok({ changes: { ...noChanges(), put: { [table]: [row] } }, value: id })
  })
}

/** Changes code and description of a row as it was read. */
export function changeListRow(
  house: House,
  table: CodedList,
  row: Row<CodedList>,
  fields: ListFields,
): Promise<Result<Committed, Failure>> {
  return planAndWrite(house, `change${listNoun[table]}`, async () => {
    const others = (await readListRows(house.db, table)).filter(({ id }) => id !== row.id)
    const code = codeFor(fields.code, fields.description, others.map(codeOf))
    if (!code.ok) return code
    const name = nameFor(fields.description, others)
    if (!name.ok) return name
    const description = name.value
    const address = 'url' in row ? { url: (fields.url ?? row.url).trim() } : {}
    const changed = { ...row, code: code.value, description, ...address }
    if (JSON.stringify(changed) === JSON.stringify(row)) return ok({ changes: noChanges(), value: undefined })
    return ok({ changes: { ...noChanges(), put: { [table]: [changed] }, requires: [unchanged(table, row)] }, value: undefined })
  })
}

const codeOf = ({ code }: { code: string }) => code

type SalespersonFields = Pick<Salesperson, 'name' | 'jobTitle' | 'phone' | 'email'> & Partial<Pick<Salesperson, 'code' | 'blocked'>>

/** Makes a salesperson. The first one is whose tablet this is, as long as nobody else is. @param fields a blank code is made of the initials */
export function createSalesperson(house: House, fields: SalespersonFields): Made<SalespersonId> {
  return planAndWrite(house, 'createSalesperson', async () => {
    const code = await salespersonCode(house, fields)
    if (!code.ok) return code
    const person: Salesperson = { blocked: false, ...fields, id: house.occasion().nextId(), rev: 0, code: code.value }
    const made = { ...noChanges(), put: { salespeople: [person] } }
    const tablet = await readTablet(house.db)
    if (tablet?.started !== true || tablet.salespersonId) return ok({ changes: made, value: person.id })
    const mine = { put: { settings: [{ ...tablet, salespersonId: person.id }] }, remove: {}, requires: [unchanged('settings', tablet)] }
    return ok({ changes: joinChanges(made, mine), value: person.id })
  })
}

/** Two people may have one name, but not one code: by it they are known in the log and in files. */
async function salespersonCode(
  house: House,
  { code = '', name }: Partial<Salesperson> & { name: string },
  id?: SalespersonId,
): Promise<Result<string, Failure>> {
  if (!name.trim()) return refuse({ code: 'nameBlank' })
  const others = (await readSalespeople(house.db)).filter((other) => other.id !== id).map(codeOf)
  const typed = code.trim().toUpperCase()
  if (!typed) return ok(freeAmong(initialsOf(name), others))
  const twin = others.find((other) => sameCode(other, typed))
  return twin === undefined ? ok(typed) : refuse({ code: 'codeTaken', taken: twin })
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()

/** The code, with a figure at its end where somebody has it already. */
function freeAmong(code: string, taken: readonly string[]): string {
  for (let count = 1; ; count++) {
    const free = code + (count === 1 ? '' : String(count))
    if (!taken.some((other) => sameCode(other, free))) return free
  }
}

export const changeSalesperson = (house: House, person: Salesperson): Promise<Result<Committed, Failure>> =>
  planAndWrite(house, 'changeSalesperson', async () => {
    const code = await salespersonCode(house, person, person.id)
    if (!code.ok) return code
    const changed = { ...person, name: person.name.trim(), code: code.value }
    return ok({
      changes: { ...noChanges(), put: { salespeople: [changed] }, requires: [unchanged('salespeople', person)] },
      value: undefined,
    })
  })

/** Deletes a salesperson whom nothing names. Failures: `inUse` with what does. */
export function deleteSalesperson(house: House, person: Salesperson): Made<undefined> {
  return planAndWrite(house, 'deleteSalesperson', async () => {
    const { contacts, entries, others } = await house.calls.index.usesOf('salespeople')
    const names = (others[person.id] ?? []).map(({ name }) => name).filter(Boolean)
    if (contacts[person.id] || entries[person.id] || others[person.id]?.length) return refuse({ code: 'inUse', names, setup: false })
    const changes = { ...noChanges(), remove: { salespeople: [person.id] }, requires: [unchanged('salespeople', person)] }
    return ok({ changes, value: undefined })
  })
}
