// Duplicates: contacts that were merged into one, with what it takes to part them again, and pairs that are not the same.
// BC: Contact/ContactDuplicate.Table.al ("No. of Matching Strings", "Separate Contacts")
import * as z from 'zod/mini'
import { CallRound, NotCalled } from './callRound.ts'
import { Contact, Person } from './contact.ts'
import {
  id,
  type CallRoundId,
  type CampaignId,
  type ContactId,
  type EntryId,
  type LoggedLinesId,
  type MergeId,
  type NotDuplicateId,
  type OpportunityId,
  type PurchaseId,
  type SegmentId,
  type StepId,
  type TaskId,
} from './ids.ts'
import { instant, row } from './parts.ts'
import { Line } from './segment.ts'

/** Looked at, and found to be two. The key is that of the pair. */
export const NotDuplicate = z.object({
  ...row,
  id: id<NotDuplicateId>(),
  contactIds: z.array(id<ContactId>()),
  by: z.string(),
  at: instant,
})
export type NotDuplicate = z.infer<typeof NotDuplicate>

/** The key of a pair, whichever of the two is named first. */
export const pairId = (one: ContactId, other: ContactId) => (one < other ? `${one} ${other}` : `${other} ${one}`) as NotDuplicateId

/** What was planned with the contact that went; of groups and rounds, who was in them before. */
export const PlannedMoved = z.object({
  tasks: z.array(id<TaskId>()),
  tasksOfCompany: z.array(id<TaskId>()),
  opportunities: z.array(id<OpportunityId>()),
  opportunitiesOfCompany: z.array(id<OpportunityId>()),
  targetGroups: z.array(z.object({ id: id<CampaignId>(), contactIds: z.array(id<ContactId>()) })),
  callRounds: z.array(
    z.object({
      id: id<CallRoundId>(),
      contactIds: CallRound.shape.contactIds,
      skipped: CallRound.shape.skipped,
      leftOut: z.array(z.object({ contactId: id<ContactId>(), why: NotCalled })),
    }),
  ),
})
export type PlannedMoved = z.infer<typeof PlannedMoved>

/** What a person may take over from her company, and whatever of it stands with her. */
const Inherited = z.partial(
  z.pick(Person, {
    ...{ salespersonId: true, territoryId: true, languageCode: true, correspondenceType: true },
    ...{ address: true, address2: true, postCode: true, city: true, county: true, countryCode: true },
    ...{ phone: true, mobilePhone: true, fax: true, email: true, homePage: true },
  }),
)

/** What belonged to the contact that went, by table: these rows named it and name the one that stayed. */
export const MergeMoved = z.object({
  people: z.array(id<ContactId>()),
  entries: z.array(id<EntryId>()),
  /** Entries whose company it was. */
  ofCompany: z.array(id<EntryId>()),
  /** Letters for several that named it, with all whom they were for. */
  together: z.array(z.object({ id: id<EntryId>(), contactIds: z.array(id<ContactId>()) })),
  purchases: z.array(id<PurchaseId>()),
  /** Its lines, by number; a line that said nothing more than another one of the same contact is `dropped`, with its place. */
  lines: z.array(
    z.object({
      segmentId: id<SegmentId>(),
      lineNos: z.array(z.number()),
      dropped: z.array(z.object({ line: Line, index: z.number() })),
      /** It was kept out of this list. */
      pinnedOut: z.boolean(),
      /** The one that stayed was kept out of it. */
      keptOut: z.optional(z.boolean()),
    }),
  ),
  /** Its lines in what steps did, and whether steps kept it out or let it in. */
  steps: z.array(z.object({ id: id<StepId>(), lineNos: z.array(z.number()), keptOut: z.boolean(), letIn: z.boolean() })),
  loggedLines: z.array(z.object({ id: id<LoggedLinesId>(), lineNos: z.array(z.number()) })),
  /** With whom it was no duplicate. */
  apart: z.optional(z.array(NotDuplicate)),
  /** People of both companies who took over something from the one that stayed: these fields as they were, and as they got them. */
  inherited: z.optional(z.array(z.object({ id: id<ContactId>(), before: Inherited, after: Inherited }))),
  /** Missing where it was merged before anything was planned. */
  planned: z.optional(PlannedMoved),
})
export type MergeMoved = z.infer<typeof MergeMoved>

/** One contact merged into another one; kept so that they can be parted again. */
export const Merge = z.object({
  ...row,
  id: id<MergeId>(),
  keptId: id<ContactId>(),
  /** The contact that went, as it was. */
  lost: Contact,
  /** The contact that stayed, before and after. */
  before: Contact,
  after: Contact,
  moved: MergeMoved,
  by: z.string(),
  at: instant,
})
export type Merge = z.infer<typeof Merge>
