// The interaction log and what campaigns came to, as rows of a file.
import type { LogRow } from '../core/interaction/logQuestion.ts'
import type { Campaign, CampaignEntry } from '../model/campaign.ts'
import type { Contact } from '../model/contact.ts'
import { column, further, type ColumnOf } from './exportColumn.ts'
import type { ExportNames } from './exportNames.ts'

export interface LogOut extends LogRow {
  /** Missing when the contact is gone; its name stands in the entry. */
  contact: Contact | undefined
  /** Of the logged segment it came from. */
  segmentNo: string | undefined
  names: ExportNames
}

export const logColumns: readonly ColumnOf<LogOut>[] = [
  column('day', 'day', 12, ({ entry }) => entry.day),
  column('time', 'text', 8, ({ entry }) => entry.time),
  column('contact', 'text', 24, ({ entry }, say) => (entry.erased ? say('erased') : entry.contactName)),
  column('company', 'text', 28, ({ entry }) => entry.companyName),
  column('externalId', 'code', 14, ({ contact }) => contact?.externalId),
  further('no', 'code', 14, ({ contact }) => contact?.no),
  column('description', 'text', 28, ({ entry }) => entry.description),
  column('template', 'text', 22, ({ entry, names }) => nameOf(names.templates.get(entry.templateId ?? ''))),
  column('salesperson', 'text', 20, ({ entry, names }) => names.salespeople.get(entry.salespersonId ?? '')?.name),
  column(
    'campaign',
    'text',
    20,
    ({ entry, names }) => campaignName(names.campaigns.get(entry.campaignId ?? '')) || (entry.campaignNo ?? ''),
  ),
  column('segmentNo', 'code', 12, ({ segmentNo }) => segmentNo),
  column('correspondenceType', 'text', 14, ({ entry }, say) => say(entry.correspondenceType)),
  column('informationFlow', 'text', 12, ({ entry }, say) => say(entry.informationFlow)),
  column('initiatedBy', 'text', 10, ({ entry }, say) => say(entry.initiatedBy)),
  column('subject', 'text', 28, ({ entry }) => entry.subject),
  column('cost', 'amount', 10, ({ entry }) => entry.cost),
  column('duration', 'number', 10, ({ entry }) => entry.duration),
  column('evaluation', 'text', 12, ({ entry }, say) => say(entry.evaluation)),
  column('response', 'text', 16, ({ entry, names }, say) => {
    const { campaignId, responseStatusId } = entry
    const own = names.campaigns.get(campaignId ?? '')?.responseStatuses?.find(({ id }) => id === responseStatusId)?.description
    return own || say(responseStatusId)
  }),
  column('respondedDay', 'day', 12, ({ entry }) => entry.respondedDay),
  column('attemptFailed', 'yes', 10, ({ entry }) => entry.attemptFailed || undefined),
  column('delivery', 'text', 12, ({ entry }, say) => say(entry.delivery)),
  column('comment', 'text', 36, ({ entry }) => entry.comment),
  column('comments', 'text', 36, ({ entry }) =>
    entry.comments.map(({ day, by, text }) => [day, by, text].filter(Boolean).join(' ')).join('\n'),
  ),
  column('cancelled', 'yes', 10, ({ cancelled }) => cancelled || undefined),
  column('cancelReason', 'text', 24, ({ entry }) => entry.cancelReason),
  further('loggedBy', 'text', 16, ({ entry }) => entry.loggedBy),
]

/** One entry of a campaign: what was done for it once, and what that came to. Cancelled interactions do not count. */
export interface ResultOut {
  campaign: Campaign
  /** Missing: interactions of the campaign that no entry of it stands for. */
  entry: CampaignEntry | undefined
  interactions: number
  people: number
  responses: number
  interested: number
  ordered: number
  cost: number
  duration: number
  cancelled: boolean
  names: ExportNames
}

export const resultColumns: readonly ColumnOf<ResultOut>[] = [
  column('campaignNo', 'code', 12, ({ campaign }) => campaign.no),
  column('campaign', 'text', 28, ({ campaign }) => campaign.description),
  column('day', 'day', 12, ({ entry }) => entry?.day),
  column('description', 'text', 28, ({ entry }) => entry?.description),
  column('salesperson', 'text', 20, ({ entry, names }) => names.salespeople.get(entry?.salespersonId ?? '')?.name),
  column('interactions', 'number', 12, ({ interactions }) => interactions),
  column('people', 'number', 12, ({ people }) => people),
  column('responses', 'number', 12, ({ responses }) => responses),
  column('interested', 'number', 12, ({ interested }) => interested),
  column('ordered', 'number', 12, ({ ordered }) => ordered),
  column('cost', 'amount', 12, ({ cost }) => cost),
  column('duration', 'number', 10, ({ duration }) => duration),
  column('cancelled', 'yes', 10, ({ cancelled }) => cancelled || undefined),
]

const nameOf = (row: { code: string; description: string } | undefined) => row && (row.description || row.code)
const campaignName = (row: Campaign | undefined) => row && (row.description || row.no)
