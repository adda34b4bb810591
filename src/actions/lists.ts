// The short lists: a mailing group, an industry group, a salesperson, a campaign is made where it is needed.
import { ok, type Result } from '../base/result.ts'
import type { Campaign } from '../model/campaign.ts'
import type { IndustryGroup, MailingGroup, Salesperson } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { CampaignId, IndustryGroupId, MailingGroupId, SalespersonId } from '../model/ids.ts'
import { joinChanges, noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readTablet } from '../storage/read/lists.ts'
import { planAndWrite, write, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

/** A short code made from a description: letters and digits, upper case, at most ten. */
const codeOf = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 10)

type Made<Id> = Promise<Result<Committed & { value: Id }, Failure>>

export function createMailingGroup(house: House, description: string): Made<MailingGroupId> {
  return planAndWrite(house, 'createMailingGroup', () => {
    const group: MailingGroup = { id: house.occasion().nextId(), rev: 0, code: codeOf(description), description: description.trim() }
    return Promise.resolve(ok({ changes: { ...noChanges(), put: { mailingGroups: [group] } }, value: group.id }))
  })
}

export function createIndustryGroup(house: House, description: string): Made<IndustryGroupId> {
  return planAndWrite(house, 'createIndustryGroup', () => {
    const group: IndustryGroup = { id: house.occasion().nextId(), rev: 0, code: codeOf(description), description: description.trim() }
    return Promise.resolve(ok({ changes: { ...noChanges(), put: { industryGroups: [group] } }, value: group.id }))
  })
}

export const changeMailingGroup = (house: House, group: MailingGroup): Promise<Result<Committed, Failure>> =>
  write(house, { ...noChanges(), put: { mailingGroups: [group] }, requires: [unchanged('mailingGroups', group)] }, 'changeMailingGroup')

export const changeIndustryGroup = (house: House, group: IndustryGroup): Promise<Result<Committed, Failure>> =>
  write(house, { ...noChanges(), put: { industryGroups: [group] }, requires: [unchanged('industryGroups', group)] }, 'changeIndustryGroup')

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
