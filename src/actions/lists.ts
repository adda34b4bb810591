// The short lists that contacts are sorted by, salespeople and campaigns: made where they are needed, renamed, deleted.
import { ok, refuse, type Result } from '../base/result.ts'
import { codeFor, planListRowDelete, type ListTable } from '../core/contact/lists.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Salesperson } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { CampaignId, SalespersonId } from '../model/ids.ts'
import { joinChanges, noChanges, unchanged, type Row } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readListRows, readTablet } from '../storage/read/lists.ts'
import { planAndWrite, write, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

type Made<Id> = Promise<Result<Committed & { value: Id }, Failure>>

/** What one row of each list is called in the journal. */
const noun: Record<ListTable, string> = {
  mailingGroups: 'MailingGroup',
  industryGroups: 'IndustryGroup',
  businessRelations: 'BusinessRelation',
  jobResponsibilities: 'JobResponsibility',
  organizationalLevels: 'OrganizationalLevel',
  territories: 'Territory',
}

/** Makes a row of a short list. @param code as it was typed; without one it is made from the description */
export function createListRow<T extends ListTable>(house: House, table: T, description: string, code = ''): Made<Row<T>['id']> {
  return planAndWrite(house, `create${noun[table]}`, async () => {
    const free = codeFor(code, description, (await readListRows(house.db, table)).map(codeOf))
    if (!free.ok) return free
    const id = house.occasion().nextId<Row<T>['id']>()
    const row = { id, rev: 0, code: free.value, description: description.trim() }
    return ok({ changes: { ...noChanges(), put: { [table]: [row] } }, value: id })
  })
}

/** Changes code and description of a row as it was read. */
export function changeListRow(
  house: House,
  table: ListTable,
  row: Row<ListTable>,
  fields: { code: string; description: string },
): Promise<Result<Committed, Failure>> {
  return planAndWrite(house, `change${noun[table]}`, async () => {
    const others = (await readListRows(house.db, table)).filter(({ id }) => id !== row.id)
    const code = codeFor(fields.code, fields.description, others.map(codeOf))
    if (!code.ok) return code
    const description = fields.description.trim()
    if (code.value === row.code && description === row.description) return ok({ changes: noChanges(), value: undefined })
    const changed = { ...row, code: code.value, description }
    return ok({ changes: { ...noChanges(), put: { [table]: [changed] }, requires: [unchanged(table, row)] }, value: undefined })
  })
}

const codeOf = ({ code }: { code: string }) => code

/** Deletes a row of a short list and takes it from everybody who has it. @returns how many had it */
export function deleteListRow(house: House, table: ListTable, id: string): Made<number> {
  return planAndWrite(house, `delete${noun[table]}`, async () => {
    const row = (await readListRows(house.db, table)).find((one) => one.id === id)
    if (!row) return refuse({ code: 'notFound', table, id })
    const holders = await readContacts(house.db, await house.calls.index.holdersOf(table, [id]))
    return ok({ changes: planListRowDelete(table, row, holders, house.occasion()), value: holders.length })
  })
}

/** Makes a salesperson. The first one is whose tablet this is, as long as nobody else is. */
export function createSalesperson(house: House, fields: Pick<Salesperson, 'name' | 'jobTitle' | 'phone' | 'email'>): Made<SalespersonId> {
  return planAndWrite(house, 'createSalesperson', async () => {
    const person: Salesperson = { id: house.occasion().nextId(), rev: 0, code: initialsOf(fields.name), blocked: false, ...fields }
    const made = { ...noChanges(), put: { salespeople: [person] } }
    const tablet = await readTablet(house.db)
    if (tablet?.started !== true || tablet.salespersonId) return ok({ changes: made, value: person.id })
    const mine = { put: { settings: [{ ...tablet, salespersonId: person.id }] }, remove: {}, requires: [unchanged('settings', tablet)] }
    return ok({ changes: joinChanges(made, mine), value: person.id })
  })
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()

export const changeSalesperson = (house: House, person: Salesperson): Promise<Result<Committed, Failure>> =>
  write(house, { ...noChanges(), put: { salespeople: [person] }, requires: [unchanged('salespeople', person)] }, 'changeSalesperson')

export function createCampaign(
  house: House,
  fields: Pick<Campaign, 'description' | 'startingDay' | 'endingDay' | 'salespersonId'>,
): Made<CampaignId> {
  return planAndWrite(house, 'createCampaign', async () => {
    const { no, changes } = await nextNumber(house.db, 'campaign')
    const campaign: Campaign = { id: house.occasion().nextId(), rev: 0, no, ...fields }
    return ok({ changes: joinChanges(changes, { ...noChanges(), put: { campaigns: [campaign] } }), value: campaign.id })
  })
}

export const changeCampaign = (house: House, campaign: Campaign): Promise<Result<Committed, Failure>> =>
  write(house, { ...noChanges(), put: { campaigns: [campaign] }, requires: [unchanged('campaigns', campaign)] }, 'changeCampaign')
