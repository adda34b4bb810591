// The short lists that most pages need: groups, salespeople, templates, campaigns, settings.
import type { Campaign, CampaignStatus } from '../../model/campaign.ts'
import type { IndustryGroup, MailingGroup, Salesperson } from '../../model/contact.ts'
import type { SavedCriteria } from '../../model/criteria.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type {
  BusinessRelation,
  InteractionGroup,
  JobResponsibility,
  OrganizationalLevel,
  Questionnaire,
  Salutation,
  SalutationFormula,
  Territory,
  WebSource,
} from '../../model/lists.ts'
import type { CompanyInformation, Defaults, InteractionSetup, NumberSeries, Pace, Tablet } from '../../model/settings.ts'
import type { Row } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export interface Lists {
  mailingGroups: MailingGroup[]
  industryGroups: IndustryGroup[]
  businessRelations: BusinessRelation[]
  jobResponsibilities: JobResponsibility[]
  organizationalLevels: OrganizationalLevel[]
  territories: Territory[]
  webSources: WebSource[]
  questionnaires: Questionnaire[]
  salutations: Salutation[]
  salutationFormulas: SalutationFormula[]
  savedCriteria: SavedCriteria[]
  interactionGroups: InteractionGroup[]
  salespeople: Salesperson[]
  templates: InteractionTemplate[]
  campaigns: Campaign[]
  campaignStatuses: CampaignStatus[]
  company: CompanyInformation | undefined
  tablet: Tablet | undefined
  interactionSetup: InteractionSetup | undefined
  /** Missing = the ones a fresh tablet begins with: `defaultsOr`. */
  defaults: Defaults | undefined
  pace: Pace | undefined
}

const byText = <T>(rows: T[], text: (row: T) => string): T[] => rows.sort((a, b) => text(a).localeCompare(text(b)))

const coded = (row: { code: string; description: string }) => row.description || row.code

export async function readLists(db: Database): Promise<Lists> {
  const [kinds, settings] = await Promise.all([readKinds(db), db.settings.toArray()])
  const [savedCriteria, interactionGroups, salespeople, templates, campaigns, campaignStatuses] = await Promise.all([
    db.savedCriteria.toArray(),
    db.interactionGroups.toArray(),
    db.salespeople.toArray(),
    db.templates.toArray(),
    db.campaigns.toArray(),
    db.campaignStatuses.toArray(),
  ])
  return {
    ...kinds,
    savedCriteria: byText(savedCriteria, ({ code }) => code),
    interactionGroups: byText(interactionGroups, coded),
    salespeople: byText(salespeople, ({ name }) => name),
    templates: byText(templates, ({ description }) => description),
    campaigns: byText(campaigns, ({ no }) => no),
    campaignStatuses: byText(campaignStatuses, coded),
    company: settings.find((row) => row.id === 'company'),
    tablet: settings.find((row) => row.id === 'tablet'),
    interactionSetup: settings.find((row) => row.id === 'interactionSetup'),
    defaults: settings.find((row) => row.id === 'defaults'),
    pace: settings.find((row) => row.id === 'pace'),
  }
}

/** What contacts are sorted by and greeted with. */
async function readKinds(db: Database) {
  const [mailingGroups, industryGroups, businessRelations, jobResponsibilities, organizationalLevels, territories] = await Promise.all([
    db.mailingGroups.toArray(),
    db.industryGroups.toArray(),
    db.businessRelations.toArray(),
    db.jobResponsibilities.toArray(),
    db.organizationalLevels.toArray(),
    db.territories.toArray(),
  ])
  const [questionnaires, salutations, webSources] = await Promise.all([
    db.questionnaires.toArray(),
    db.salutations.toArray(),
    db.webSources.toArray(),
  ])
  return {
    mailingGroups: byText(mailingGroups, coded),
    industryGroups: byText(industryGroups, coded),
    businessRelations: byText(businessRelations, coded),
    jobResponsibilities: byText(jobResponsibilities, coded),
    organizationalLevels: byText(organizationalLevels, coded),
    territories: byText(territories, coded),
    webSources: byText(webSources, coded),
    questionnaires: byText(questionnaires, coded),
    salutations: byText(salutations, coded),
    salutationFormulas: await db.salutationFormulas.toArray(),
  }
}

export const watchLists = (db: Database): Watched<Lists> => watch(() => readLists(db))

/** All rows of one table of codes, in no order. */
export async function readListRows<T extends CodedTable>(db: Database, table: T): Promise<Row<T>[]> {
  return db.table<Row<T>, string>(table).toArray()
}

export const readSalespeople = (db: Database): Promise<Salesperson[]> => db.salespeople.toArray()

export const readCampaigns = (db: Database): Promise<Campaign[]> => db.campaigns.toArray()

/** Tables whose rows are a code with a description, and little else. */
type CodedTable =
  | 'mailingGroups'
  | 'industryGroups'
  | 'businessRelations'
  | 'jobResponsibilities'
  | 'organizationalLevels'
  | 'territories'
  | 'webSources'
  | 'questionnaires'
  | 'campaignStatuses'

export async function readCompany(db: Database): Promise<CompanyInformation | undefined> {
  const row = await db.settings.get('company')
  return row?.id === 'company' ? row : undefined
}

export async function readDefaults(db: Database): Promise<Defaults | undefined> {
  const row = await db.settings.get('defaults')
  return row?.id === 'defaults' ? row : undefined
}

export async function readPace(db: Database): Promise<Pace | undefined> {
  const row = await db.settings.get('pace')
  return row?.id === 'pace' ? row : undefined
}

export async function readTablet(db: Database): Promise<Tablet | undefined> {
  const row = await db.settings.get('tablet')
  return row?.id === 'tablet' ? row : undefined
}

/** The series of a noun, if one was stored already. */
export const readSeries = (db: Database, noun: NumberSeries['id']): Promise<NumberSeries | undefined> => db.series.get(noun)
