// What is on the tablet while a file is planned. Rows of the sample data are looked over: they may be removed at any time.
import type { Campaign } from '../model/campaign.ts'
import type { Contact, IndustryGroup, MailingGroup, Salesperson } from '../model/contact.ts'
import type { InteractionLogEntry, InteractionTemplate } from '../model/interaction.ts'
import type { BusinessRelation, InteractionGroup, JobResponsibility, OrganizationalLevel, Salutation, Territory } from '../model/lists.ts'
import type { Purchase } from '../model/purchase.ts'
import type { NumberSeries } from '../model/settings.ts'

export interface ExistingLists {
  mailingGroups: readonly MailingGroup[]
  industryGroups: readonly IndustryGroup[]
  businessRelations: readonly BusinessRelation[]
  jobResponsibilities: readonly JobResponsibility[]
  organizationalLevels: readonly OrganizationalLevel[]
  territories: readonly Territory[]
  salespeople: readonly Salesperson[]
  salutations: readonly Salutation[]
  interactionGroups: readonly InteractionGroup[]
  templates: readonly InteractionTemplate[]
  campaigns: readonly Campaign[]
}

export interface Existing extends ExistingLists {
  contacts: readonly Contact[]
  /** The series of the contacts. */
  series: NumberSeries
  /** This tablet's own prefix; it stands before every number. */
  tabletPrefix: string
  /** Our own country, for phone numbers without a country code; may be blank. */
  country: string
  /** Of the days that the file speaks of; needed for interactions only. */
  entries: readonly InteractionLogEntry[]
  /** Needed for purchases only. */
  purchases: readonly Purchase[]
}
