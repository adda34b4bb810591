// The one list of tables: name → schema. Types of rows and of `Changes` come from here.
import type * as z from 'zod/mini'
import { CallRound } from './callRound.ts'
import { Campaign, CampaignEntry, CampaignStatus, TargetGroup } from './campaign.ts'
import { Contact, IndustryGroup, MailingGroup, Salesperson } from './contact.ts'
import { SavedCriteria } from './criteria.ts'
import { HandOverState } from './handOver.ts'
import { Attachment, InteractionLogEntry, InteractionTemplate, LoggedLines, LoggedSegment, LoggedSegmentState } from './interaction.ts'
import {
  BusinessRelation,
  InteractionGroup,
  JobResponsibility,
  OrganizationalLevel,
  Questionnaire,
  Salutation,
  SalutationFormula,
  Territory,
  WebSource,
} from './lists.ts'
import { Merge, NotDuplicate } from './merge.ts'
import { ImportMapping } from './importMapping.ts'
import { Purchase } from './purchase.ts'
import { Segment, SegmentLines, Step } from './segment.ts'
import { NumberSeries, Settings } from './settings.ts'
import { Opportunity, Task } from './task.ts'

export const tables = {
  contacts: Contact,
  mailingGroups: MailingGroup,
  industryGroups: IndustryGroup,
  businessRelations: BusinessRelation,
  jobResponsibilities: JobResponsibility,
  organizationalLevels: OrganizationalLevel,
  territories: Territory,
  webSources: WebSource,
  questionnaires: Questionnaire,
  purchases: Purchase,
  salutations: Salutation,
  salutationFormulas: SalutationFormula,
  salespeople: Salesperson,
  interactionGroups: InteractionGroup,
  templates: InteractionTemplate,
  attachments: Attachment,
  segments: Segment,
  segmentLines: SegmentLines,
  steps: Step,
  savedCriteria: SavedCriteria,
  loggedSegments: LoggedSegment,
  loggedLines: LoggedLines,
  loggedStates: LoggedSegmentState,
  entries: InteractionLogEntry,
  campaigns: Campaign,
  campaignEntries: CampaignEntry,
  campaignStatuses: CampaignStatus,
  targetGroups: TargetGroup,
  callRounds: CallRound,
  tasks: Task,
  opportunities: Opportunity,
  importMappings: ImportMapping,
  settings: Settings,
  series: NumberSeries,
  merges: Merge,
  notDuplicates: NotDuplicate,
  handOverStates: HandOverState,
} as const

export type TableName = keyof typeof tables
export type Row<T extends TableName> = z.infer<(typeof tables)[T]>
/** Every row of every table. */
export type AllRows = { [T in TableName]: Row<T>[] }
export const tableNames = Object.keys(tables) as TableName[]

/** A row the change rests on: it must still have this `rev`, or not exist (`absent`). */
export interface Requirement {
  table: TableName
  id: string
  rev: number | 'absent'
}

/** Rows that a long change rests on, too many to look at each: none of them may have been written after the commit `since`. */
export interface Untouched {
  table: TableName
  ids: readonly string[]
  since: number
}

/** What should change, as plain data. Nothing has happened yet; `storage/commit` makes it happen, all or nothing. */
export interface Changes {
  put: { [T in TableName]?: Row<T>[] }
  remove: { [T in TableName]?: string[] }
  requires: Requirement[]
  untouched?: Untouched[]
  /** Of an inverse: the number of the commit it takes back. */
  undoes?: number
}

export const noChanges = (): Changes => ({ put: {}, remove: {}, requires: [] })

/** Requires that this row is still as it was read. */
export const unchanged = <T extends TableName>(table: T, row: Row<T>): Requirement => ({ table, id: row.id, rev: row.rev })

/** Several changes as one: later rows win over earlier ones of the same key. */
export const joinChanges = (...list: Changes[]): Changes => joinAll(list)

/** The same of a list of any length: 100 000 contacts are more arguments than a call takes. */
export function joinAll(list: readonly Changes[]): Changes {
  const joined = noChanges()
  for (const name of tableNames) {
    const rows = new Map<string, Row<typeof name>>()
    const gone = new Set<string>()
    for (const changes of list) {
      for (const row of changes.put[name] ?? []) {
        rows.set(row.id, row)
        gone.delete(row.id)
      }
      for (const key of changes.remove[name] ?? []) {
        rows.delete(key)
        gone.add(key)
      }
    }
    if (rows.size > 0) Object.assign(joined.put, { [name]: [...rows.values()] })
    if (gone.size > 0) joined.remove[name] = [...gone]
  }
  joined.requires = list.flatMap((changes) => changes.requires)
  const untouched = list.flatMap((changes) => changes.untouched ?? [])
  if (untouched.length > 0) joined.untouched = untouched
  return joined
}
