// What a line of a segment leaves in the interaction log, and what a campaign gets of it.
// BC: Segment/SegManagement.Codeunit.al InteractLogEntryCreate, Campaign/CampaignEntry.Table.al CopyFromSegment
import type { CampaignEntry } from '../../model/campaign.ts'
import type { CampaignEntryId, CampaignId, EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { CorrespondenceType, Delivery } from '../../model/parts.ts'
import type { Segment } from '../../model/segment.ts'
import { given } from '../asRead.ts'
import { sharedStateOf } from '../letter/sharedState.ts'
import { subjectSaid } from '../letter/values.ts'
import type { Around, Effective } from '../segment/effective.ts'

/** What all entries of one logging have in common. */
export interface Logging {
  loggedSegmentId: LoggedSegmentId
  header: Segment
  around: Around
  /** The letters have been printed or sent already. */
  delivered: boolean
  occasion: Occasion
  /** One entry for each campaign, as its first line wants it. */
  campaigns: Map<CampaignId, CampaignEntry>
}

/** The entry of a line that is logged; one for its campaign is made when it is the campaign's first. */
export function entryOf(line: Effective, logging: Logging): InteractionLogEntry | undefined {
  const { contact } = line
  const template = line.template.value
  if (!contact || !template) return undefined
  const { occasion, loggedSegmentId } = logging
  const { time, evaluation, contactVia } = line.line.own
  const subject = subjectSaid(line, logging.header, logging.around)
  const references = {
    companyId: line.company?.id,
    templateId: template.id,
    interactionGroupId: template.interactionGroupId,
    salespersonId: line.salesperson.value?.id,
    campaignId: line.campaign.value?.id,
    campaignEntryId: campaignEntryOf(line, logging)?.id,
    correspondenceType: correspondenceLogged(line),
    languageCode: line.languageCode.value,
    alternativeAddress: line.alternativeAddress.value?.code,
    delivery: deliveryOf(line, logging),
    ...{ time, evaluation, contactVia, sample: contact.sample },
  }
  return {
    ...{ rev: 0, id: occasion.nextId<EntryId>(), contactId: contact.id, contactName: contact.name, loggedSegmentId },
    companyName: contact.type === 'person' ? (line.company?.name ?? '') : '',
    ...given(references),
    ...{ day: line.day.value, description: line.description.value, subject, comment: line.line.comment },
    ...{ informationFlow: line.informationFlow.value, initiatedBy: line.initiatedBy.value },
    ...{ cost: line.cost.value, duration: line.duration.value },
    ...{ campaignTarget: line.campaignTarget.value, campaignResponse: line.campaignResponse.value, comments: [] },
    ...{ attemptFailed: line.line.own.attemptFailed ?? false, cancelled: false, loggedBy: occasion.user, loggedAt: occasion.now },
  }
}

/** Without an address nothing is sent by e-mail, so the log does not say so. BC: SegManagement.Codeunit.al TestFields */
export function correspondenceLogged({ correspondenceType: { value }, reached }: Effective): CorrespondenceType | undefined {
  return value === 'email' && (reached?.email.trim() ?? '') === '' ? undefined : value
}

/** A letter is on its way from the moment it is logged, unless it had arrived before, or her e-mail was shared by itself as it is logged. */
function deliveryOf(line: Effective, { delivered, header, around }: Logging): Delivery | undefined {
  const type = line.document && correspondenceLogged(line)
  if (!type) return undefined
  if (type === 'hardCopy') return delivered ? 'printed' : 'toPrint'
  return delivered || sharedStateOf(line, header, around) === 'shared' ? 'shared' : 'toSend'
}

/** Day and salesperson are those of the campaign's first line. */
function campaignEntryOf(line: Effective, { campaigns, loggedSegmentId, header, occasion }: Logging): CampaignEntry | undefined {
  const campaign = line.campaign.value
  if (!campaign) return undefined
  const known = campaigns.get(campaign.id)
  if (known) return known
  const entry: CampaignEntry = {
    ...{ rev: 0, id: occasion.nextId<CampaignEntryId>(), campaignId: campaign.id, loggedSegmentId, day: line.day.value },
    ...{ description: header.description, cancelled: false },
    ...given({ salespersonId: line.salesperson.value?.id }),
  }
  campaigns.set(campaign.id, entry)
  return entry
}
