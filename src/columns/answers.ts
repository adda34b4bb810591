// What goes into the column index, and what it answers.
import type { Day } from '../base/day.ts'
import type { FirstName } from '../core/segment/outcome.ts'
import type { Withheld } from '../core/contact/privacy.ts'
import type { TargetGroup } from '../model/campaign.ts'
import type { Contact } from '../model/contact.ts'
import type { ChoiceField, DateField, FlagField, RuleOf, TextField } from '../model/criteria.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, PurchaseId, SegmentId } from '../model/ids.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { Purchase } from '../model/purchase.ts'
import type { LeftOut, SegmentLines } from '../model/segment.ts'
import type { Cadence } from '../model/settings.ts'

/** One bit for each row of the index; made by the index, good until it is patched. */
export type Bitmap = Uint32Array

export type Changed<Id, Row> = readonly (readonly [Id, Row | undefined])[]

/** Rows as they are now, nothing for those that are gone. A missing list has not changed. */
export interface Patch {
  contacts?: Changed<ContactId, Contact>
  entries?: Changed<EntryId, InteractionLogEntry>
  purchases?: Changed<PurchaseId, Purchase>
  segmentLines?: Changed<SegmentId, SegmentLines>
  /** All logged segments that are cancelled as a whole. */
  cancelledSegments?: ReadonlySet<LoggedSegmentId>
  targetGroups?: Changed<CampaignId, TargetGroup>
  /** All rhythms of classes. */
  cadences?: readonly Cadence[]
}

/** A contact as a list shows it. */
export interface ContactRow {
  id: ContactId
  type: 'company' | 'person'
  no: string
  name: string
  companyName: string
  city: string
  countryCode: string
  lastInteraction: Day | undefined
  excludeFromSegment: boolean
  /** Why nothing may be done with this contact. */
  withheld: Withheld | undefined
  sample: boolean
}

export interface SearchAnswer {
  /** How many bear every word, how many there are. */
  total: number
  all: number
  rows: ContactRow[]
}

export interface ValueCount {
  value: string
  count: number
}

export interface ItemValues {
  /** `count` is how many companies bought it; the description is that of the latest purchase. */
  items: { no: string; description: string; count: number }[]
  groups: ValueCount[]
}

export type SetKind = RuleOf<'mailingGroup' | 'answer' | 'jobResponsibility' | 'industryGroup' | 'businessRelation'>['kind']
export type FilledField = TextField | ChoiceField | FlagField | DateField | SetKind | 'overdueDays' | 'cadenceDays' | 'targetOf'
/** How many contacts there are, and how many of them have something in a field (of a flag: yes). */
export interface FillRates {
  all: number
  filled: Record<FilledField, number>
}

/** A list on which each contact stands once. */
export interface ListState {
  members: Bitmap
  pinned: Bitmap
  pinnedOut: Bitmap
}

/** What a step would do to such a list, in numbers; `members` is the list after it. */
export interface StepAnswer {
  members: Bitmap
  added: number
  removed: number
  leftOut: LeftOut
  kept: number
  matched: number
}

/** The whole index as one buffer that can be transferred, and a short text that says what stands where. */
export interface Snapshot {
  header: string
  buffer: ArrayBuffer
}

export type { FirstName }
