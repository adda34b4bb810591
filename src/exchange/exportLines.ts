// The lines of open segments as rows of a file, each value as it holds for that line: the line's own, else the header's, the template's or
// the contact's. The address is the one the letter would go to.
import type { Effective } from '../core/segment/effective.ts'
import type { Segment } from '../model/segment.ts'
import { column, further, type ColumnOf } from './exportColumn.ts'

export interface LineOut {
  segment: Segment
  line: Effective
}

export const lineColumns: readonly ColumnOf<LineOut>[] = [
  column('segmentNo', 'code', 12, ({ segment }) => segment.no),
  column('segment', 'text', 24, ({ segment }) => segment.description),
  column('contact', 'text', 24, ({ line }) => line.contact?.name),
  column('company', 'text', 28, ({ line }) => line.company?.name),
  column('externalId', 'code', 14, ({ line }) => line.contact?.externalId),
  further('no', 'code', 14, ({ line }) => line.contact?.no),
  column('address', 'text', 24, ({ line }) => line.reached?.address),
  column('address2', 'text', 16, ({ line }) => line.reached?.address2),
  column('postCode', 'code', 10, ({ line }) => line.reached?.postCode),
  column('city', 'text', 18, ({ line }) => line.reached?.city),
  column('country', 'text', 8, ({ line }) => line.reached?.countryCode),
  column('phone', 'code', 18, ({ line }) => line.line.own.contactVia ?? line.reached?.phone),
  column('mobilePhone', 'code', 18, ({ line }) => line.contact?.mobilePhone),
  column('email', 'text', 28, ({ line }) => line.reached?.email),
  column('day', 'day', 12, ({ line }) => line.day.value),
  further('time', 'text', 8, ({ line }) => line.line.own.time),
  column('template', 'text', 22, ({ line }) => line.template.value?.description ?? line.template.value?.code),
  column('language', 'text', 10, ({ line }) => line.languageCode.value),
  column('correspondenceType', 'text', 14, ({ line }, say) => say(line.correspondenceType.value)),
  column('subject', 'text', 28, ({ line }) => line.subject.value),
  column('description', 'text', 28, ({ line }) => line.description.value),
  column('comment', 'text', 36, ({ line }) => line.line.comment),
  column('salesperson', 'text', 20, ({ line }) => line.salesperson.value?.name),
  column('campaign', 'text', 20, ({ line }) => line.campaign.value?.description),
  further('campaignNo', 'code', 12, ({ line }) => line.campaign.value?.no),
  further('informationFlow', 'text', 12, ({ line }, say) => say(line.informationFlow.value)),
  further('initiatedBy', 'text', 10, ({ line }, say) => say(line.initiatedBy.value)),
  column('cost', 'amount', 10, ({ line }) => line.cost.value),
  column('duration', 'number', 10, ({ line }) => line.duration.value),
  further('alternativeAddress', 'text', 14, ({ line }) => line.alternativeAddress.value?.code),
  further('evaluation', 'text', 12, ({ line }, say) => say(line.line.own.evaluation)),
  further('attemptFailed', 'yes', 10, ({ line }) => line.line.own.attemptFailed || undefined),
]
