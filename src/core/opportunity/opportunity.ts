// An opportunity: what may come of somebody, how much, how likely and by when; one is made for each contact it is seen with.
// BC: Opportunity/Opportunity.Table.al, Opportunity/CreateOpportunity.Page.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Day } from '../../base/day.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, OpportunityId, SalespersonId, SegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { NumberSeries } from '../../model/settings.ts'
import type { Opportunity } from '../../model/task.ts'
import { unchanged, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { takeNumbers } from '../numbers.ts'

/** What is filled in; a missing value is not filled in, `NaN` stands for what is no number. */
export interface OpportunityFields {
  description: string
  expectedDay: Day | undefined
  estimatedValue: number
  chance: number
  notes: string
  salespersonId: SalespersonId | undefined
}

/** With whom an opportunity is seen, and where that came from. */
export interface OpportunityAbout {
  contactId?: ContactId
  /** The contact's company, or the contact itself when it is one. */
  companyId?: ContactId
  campaignId?: CampaignId
  segmentId?: SegmentId
  loggedSegmentId?: LoggedSegmentId
  entryId?: EntryId
  sample?: true
}

export type OpportunityProblem = 'noDescription' | 'noContact' | 'badValue' | 'badChance' | 'expectedTooEarly'

/** Everything that stands against it, at once. @param seen the day it was seen, before which nothing is expected */
export function opportunityProblems(fields: OpportunityFields, seen: Day): OpportunityProblem[] {
  const { description, expectedDay, estimatedValue, chance } = fields
  const found: (OpportunityProblem | false)[] = [
    description.trim() === '' && 'noDescription',
    !isAmount(estimatedValue) && 'badValue',
    !(chance >= 0 && chance <= 100) && 'badChance',
    expectedDay !== undefined && expectedDay < seen && 'expectedTooEarly',
  ]
  return found.filter((problem) => problem !== false)
}

/** Nought or more. */
export const isAmount = (value: number): boolean => value >= 0 && Number.isFinite(value)

/** What it is worth, were it seen many times: so much of its value as it is likely. BC: "Calcd. Current Value (LCY)" */
export const weighted = ({ estimatedValue, chance }: Pick<Opportunity, 'estimatedValue' | 'chance'>): number =>
  (estimatedValue * chance) / 100

export interface MadeFrom {
  entries: readonly InteractionLogEntry[]
  cancelled: ReadonlySet<LoggedSegmentId>
}

/**
 * One opportunity for each, in the order of `about`; refused with `opportunityRefused` and all problems.
 * @param prefix the tablet's own
 * @param from the entries that `about` names, which are about what was made of them from now on, and the segments that are cancelled as a whole
 */
export function planOpportunities(
  fields: OpportunityFields,
  about: readonly OpportunityAbout[],
  series: NumberSeries,
  prefix: string,
  occasion: Occasion,
  from: MadeFrom = { entries: [], cancelled: new Set() },
): Result<{ changes: Changes; ids: OpportunityId[] }, Failure> {
  const problems = opportunityProblems(fields, occasion.today)
  if (about.length === 0 || about.some(({ contactId }) => contactId === undefined)) problems.push('noContact')
  if (problems.length > 0) return refuse({ code: 'opportunityRefused', problems })
  const { entries, cancelled } = from
  const refused = entries.flatMap((entry) => entryTrouble(entry, cancelled) ?? [])[0]
  if (refused) return refuse(refused)
  const { nos, changes } = takeNumbers(series, prefix, about.length)
  const opportunities = about.map((one, at): Opportunity => ({
    ...{ rev: 0, id: occasion.nextId<OpportunityId>(), no: nos[at] ?? '', status: 'open', day: occasion.today, closeReason: '' },
    ...storedFields(fields),
    ...given(one),
  }))
  const linked = entries.map((entry) => ({ ...entry, ...given({ opportunityId: madeOf(entry, opportunities) }) }))
  return ok({
    changes: {
      put: { ...changes.put, opportunities, ...(linked.length > 0 ? { entries: linked } : {}) },
      remove: {},
      requires: [...changes.requires, ...entries.map((entry) => unchanged('entries', entry))],
    },
    ids: opportunities.map(({ id }) => id),
  })
}

const madeOf = (entry: InteractionLogEntry, made: readonly Opportunity[]) => made.find(({ entryId }) => entryId === entry.id)?.id

/** Why nothing can be made of an entry. BC: Interaction/InteractionLogEntry.Table.al, CreateOpportunity */
function entryTrouble(entry: InteractionLogEntry, cancelled: MadeFrom['cancelled']): Failure | undefined {
  if (cancelledAmong(entry, cancelled)) return { code: 'opportunityOfCancelled' }
  return entry.opportunityId === undefined ? undefined : { code: 'opportunityThere' }
}

/** What of an opportunity the fields say. */
export function storedFields({ description, expectedDay, estimatedValue, chance, notes, salespersonId }: OpportunityFields) {
  return { description: description.trim(), estimatedValue, chance, notes: notes.trim(), ...given({ expectedDay, salespersonId }) }
}

/** An opportunity as its form begins with it. */
export function fieldsOfOpportunity(opportunity: Opportunity): OpportunityFields {
  const { description, expectedDay, estimatedValue, chance, notes, salespersonId } = opportunity
  return { description, expectedDay, estimatedValue, chance, notes, salespersonId }
}

/** Where an opportunity comes from that is made of an entry. */
export function aboutEntry({ id, contactId, companyId, campaignId, segmentId, loggedSegmentId }: InteractionLogEntry): OpportunityAbout {
  return { entryId: id, contactId, ...given({ companyId, campaignId, segmentId, loggedSegmentId }) } as OpportunityAbout
}

/** What an opportunity takes over from the entry it is made of: her words, and what was remarked since. BC: the same, comments are copied */
export const notesOfEntry = ({ comment, comments }: Pick<InteractionLogEntry, 'comment' | 'comments'>): string =>
  [comment, ...comments.map(({ text }) => text)].filter((text) => text.trim() !== '').join('\n')
