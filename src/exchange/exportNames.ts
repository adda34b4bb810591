// The rows that other rows name: lists by their keys, and how one or several of them stand in a cell that our own import reads back.
import type { Campaign } from '../model/campaign.ts'
import type { IndustryGroup, MailingGroup, Salesperson } from '../model/contact.ts'
import type { InteractionTemplate } from '../model/interaction.ts'
import type { BusinessRelation, InteractionGroup, JobResponsibility, OrganizationalLevel, Territory } from '../model/lists.ts'

export interface ExportNames {
  salespeople: ReadonlyMap<string, Salesperson>
  templates: ReadonlyMap<string, InteractionTemplate>
  interactionGroups: ReadonlyMap<string, InteractionGroup>
  campaigns: ReadonlyMap<string, Campaign>
  mailingGroups: ReadonlyMap<string, MailingGroup>
  industryGroups: ReadonlyMap<string, IndustryGroup>
  businessRelations: ReadonlyMap<string, BusinessRelation>
  jobResponsibilities: ReadonlyMap<string, JobResponsibility>
  organizationalLevels: ReadonlyMap<string, OrganizationalLevel>
  territories: ReadonlyMap<string, Territory>
}

/** The lists as they are read, by their keys. */
export const exportNamesOf = (lists: {
  [K in keyof ExportNames]: readonly (ExportNames[K] extends ReadonlyMap<string, infer Row> ? Row : never)[]
}): ExportNames => ({
  salespeople: byId(lists.salespeople),
  templates: byId(lists.templates),
  interactionGroups: byId(lists.interactionGroups),
  campaigns: byId(lists.campaigns),
  mailingGroups: byId(lists.mailingGroups),
  industryGroups: byId(lists.industryGroups),
  businessRelations: byId(lists.businessRelations),
  jobResponsibilities: byId(lists.jobResponsibilities),
  organizationalLevels: byId(lists.organizationalLevels),
  territories: byId(lists.territories),
})

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]))

interface Coded {
  code: string
  description: string
}

/** A description, unless it holds what stands between several in one cell: then the code. */
export const listName = (row: Coded | undefined): string =>
  !row ? '' : row.description === '' || /[;,|]|:::/.test(row.description) ? row.code : row.description

/** Several rows of a list in one cell. */
export const listNames = (ids: readonly string[], rows: ReadonlyMap<string, Coded>): string =>
  ids
    .map((id) => listName(rows.get(id)))
    .filter((name) => name !== '')
    .join('; ')
