// The short lists that most pages need: groups, salespeople, templates, campaigns, settings.
import type { Campaign } from '../../model/campaign.ts'
import type { IndustryGroup, MailingGroup, Salesperson } from '../../model/contact.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { CompanyInformation, NumberSeries, Tablet } from '../../model/settings.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export interface Lists {
  mailingGroups: MailingGroup[]
  industryGroups: IndustryGroup[]
  salespeople: Salesperson[]
  templates: InteractionTemplate[]
  campaigns: Campaign[]
  company: CompanyInformation | undefined
  tablet: Tablet | undefined
}

const byText = <T>(rows: T[], text: (row: T) => string): T[] => rows.sort((a, b) => text(a).localeCompare(text(b)))

export async function readLists(db: Database): Promise<Lists> {
  const [mailingGroups, industryGroups, salespeople, templates, campaigns, company, tablet] = await Promise.all([
    db.mailingGroups.toArray(),
    db.industryGroups.toArray(),
    db.salespeople.toArray(),
    db.templates.toArray(),
    db.campaigns.toArray(),
    readCompany(db),
    readTablet(db),
  ])
  return {
    mailingGroups: byText(mailingGroups, (group) => group.description || group.code),
    industryGroups: byText(industryGroups, (group) => group.description || group.code),
    salespeople: byText(salespeople, (person) => person.name),
    templates: byText(templates, (template) => template.description),
    campaigns: byText(campaigns, (campaign) => campaign.no),
    company,
    tablet,
  }
}

export const watchLists = (db: Database): Watched<Lists> => watch(() => readLists(db))

export async function readCompany(db: Database): Promise<CompanyInformation | undefined> {
  const row = await db.settings.get('company')
  return row?.id === 'company' ? row : undefined
}

export async function readTablet(db: Database): Promise<Tablet | undefined> {
  const row = await db.settings.get('tablet')
  return row?.id === 'tablet' ? row : undefined
}

/** The series of a noun, if one was stored already. */
export const readSeries = (db: Database, noun: NumberSeries['id']): Promise<NumberSeries | undefined> => db.series.get(noun)
