// An interaction with one contact, outside of any segment: a visit noted, a call made, a single letter.
// BC: Interaction/CreateInteraction.Page.al, Segment/MakePhoneCall.Page.al, SegmentLine.Table.al FinishSegLineWizard
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type {
  CampaignEntryId,
  CampaignId,
  ContactId,
  EntryId,
  OpportunityId,
  SalespersonId,
  SegmentId,
  TaskId,
  TemplateId,
} from '../../model/ids.ts'
import type { EntryLetter, InteractionLogEntry, InteractionTemplate } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { CorrespondenceType, Evaluation, LetterLanguage } from '../../model/parts.ts'
import type { Line, Segment } from '../../model/segment.ts'
import { unchanged, type Changes, type Requirement } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { companyNameBeside } from '../contact/name.ts'
import { withheld, type Withheld } from '../contact/privacy.ts'
import { answersGiven } from '../letter/answers.ts'
import { letterValues } from '../letter/values.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'

/** What is filled in; a blank text or a missing value is not filled in. */
export interface InteractionFields {
  contactId: ContactId
  templateId: TemplateId | undefined
  description: string
  salespersonId: SalespersonId | undefined
  day: Day | undefined
  time: string
  correspondenceType: CorrespondenceType | undefined
  languageCode: LetterLanguage | undefined
  informationFlow: InteractionTemplate['informationFlow']
  initiatedBy: InteractionTemplate['initiatedBy']
  campaignId: CampaignId | undefined
  campaignTarget: boolean
  campaignResponse: boolean
  subject: string
  comment: string
  evaluation: Evaluation | undefined
  attemptFailed: boolean
  cost: number
  duration: number
  /** The number that was called. */
  contactVia: string
  /** With a letter by the template's document. */
  withLetter: boolean
  /** To the questions of its document, by their keys. */
  answers?: Readonly<Record<string, string>> | undefined
  /** The task it was done for. */
  taskId?: TaskId | undefined
  /** The opportunity it is about. */
  opportunityId?: OpportunityId | undefined
}

export type InteractionProblem =
  Withheld | 'noTemplate' | 'noDescription' | 'noSalesperson' | 'noDay' | 'negative' | 'noDocument' | 'contactGone'

/** What a template sets, for this contact. BC: CreateInteraction.Page.al takes the template's correspondence type whatever the contact prefers */
export function setByTemplate(template: InteractionTemplate | undefined, contact: Contact, around: Around) {
  const resolved = resolve(template?.id, contact, around)
  return {
    description: template?.description ?? '',
    correspondenceType: template?.correspondenceType ?? contact.correspondenceType,
    languageCode: resolved.languageCode.value,
    subject: resolved.subject.value,
    informationFlow: template?.informationFlow ?? 'outbound',
    initiatedBy: template?.initiatedBy ?? 'us',
    campaignId: template?.campaignId,
    campaignTarget: template?.campaignTarget ?? false,
    campaignResponse: template?.campaignResponse ?? false,
    cost: template?.unitCost ?? 0,
    duration: template?.unitDuration ?? 0,
  }
}

/** The document that a letter with the interaction is made from. */
export function documentOf(fields: InteractionFields, around: Around): LetterDocument | undefined {
  const contact = around.contacts.get(fields.contactId)
  return contact && resolveFields(fields, contact, around).document
}

/** Everything that stands against it, at once. */
export function interactionProblems(fields: InteractionFields, around: Around): InteractionProblem[] {
  const contact = around.contacts.get(fields.contactId)
  const template = fields.templateId && around.templates.get(fields.templateId)
  const salesperson = fields.salespersonId && around.salespeople.get(fields.salespersonId)
  const found: (InteractionProblem | false | undefined)[] = [
    contact ? withheld(contact) : 'contactGone',
    !template && 'noTemplate',
    fields.description.trim() === '' && 'noDescription',
    !salesperson && 'noSalesperson',
    fields.day === undefined && 'noDay',
    !(fields.cost >= 0 && fields.duration >= 0) && 'negative',
    contact && fields.withLetter && !resolveFields(fields, contact, around).document && 'noDocument',
  ]
  return found.filter((problem) => problem !== undefined && problem !== false)
}

/** The entry, with an entry of its campaign. Refused with `interactionRefused` and all problems. */
export function planInteraction(
  fields: InteractionFields,
  around: Around,
  occasion: Occasion,
): Result<{ changes: Changes; entryId: EntryId }, Failure> {
  const problems = interactionProblems(fields, around)
  const contact = around.contacts.get(fields.contactId)
  if (problems.length > 0 || !contact || !fields.day) return refuse({ code: 'interactionRefused', problems })
  const resolved = resolveFields(fields, contact, around)
  const campaignEntry = campaignEntryOf(fields, fields.day, resolved, occasion)
  const entry = entryOf(fields, fields.day, resolved, campaignEntry, around, occasion)
  const put = { entries: [entry], ...(campaignEntry ? { campaignEntries: [campaignEntry] } : {}) }
  return ok({ changes: { put, remove: {}, requires: restsOn(contact, resolved) }, entryId: entry.id })
}

/** Whoever is privacy blocked meanwhile gets no entry, and what is gone meanwhile is not named by one. */
const restsOn = (contact: Contact, { template, salesperson, campaign }: Effective): Requirement[] => [
  unchanged('contacts', contact),
  ...(template.value ? [unchanged('templates', template.value)] : []),
  ...(salesperson.value ? [unchanged('salespeople', salesperson.value)] : []),
  ...(campaign.value ? [unchanged('campaigns', campaign.value)] : []),
]

function entryOf(
  fields: InteractionFields,
  day: Day,
  resolved: Effective,
  campaignEntry: CampaignEntry | undefined,
  around: Around,
  occasion: Occasion,
): InteractionLogEntry {
  const { contact, company, template, campaign } = resolved
  const { evaluation, correspondenceType, languageCode, salespersonId } = fields
  const letter = fields.withLetter ? letterOf(resolved, around, fields.answers) : undefined
  const optional = {
    ...{ companyId: company?.id, templateId: template.value?.id, interactionGroupId: template.value?.interactionGroupId, salespersonId },
    ...{ campaignId: campaign.value?.id, campaignEntryId: campaignEntry?.id, correspondenceType, languageCode, evaluation, letter },
    ...{
      taskId: fields.taskId,
      opportunityId: fields.opportunityId,
      time: fields.time || undefined,
      contactVia: fields.contactVia.trim() || undefined,
    },
    ...{ alternativeAddress: resolved.alternativeAddress.value?.code, delivery: letter && deliveryOf(correspondenceType) },
  }
  return {
    ...{ rev: 0, id: occasion.nextId<EntryId>(), contactId: fields.contactId, contactName: contact?.name ?? '' },
    companyName: contact ? companyNameBeside(contact, around.contacts) : '',
    ...{ day, description: fields.description.trim(), subject: fields.subject.trim(), comment: fields.comment.trim(), comments: [] },
    ...{ informationFlow: fields.informationFlow, initiatedBy: fields.initiatedBy, cost: fields.cost, duration: fields.duration },
    campaignTarget: campaign.value !== undefined && fields.campaignTarget,
    campaignResponse: campaign.value !== undefined && fields.campaignResponse,
    ...{ attemptFailed: fields.attemptFailed, cancelled: false, loggedBy: occasion.user, loggedAt: occasion.now },
    ...given(optional),
    ...given({ sample: contact?.sample }),
  }
}

/** Where a letter is that was just made. */
export const deliveryOf = (type: CorrespondenceType | undefined) => (type === 'email' ? ('toSend' as const) : ('toPrint' as const))

function letterOf(resolved: Effective, around: Around, said: InteractionFields['answers'] = {}): EntryLetter | undefined {
  const { document } = resolved
  if (!document) return undefined
  const { attachmentId, languageCode, mapping } = document
  const answers = answersGiven(said)
  return { attachmentId, languageCode, mapping, values: letterValues(resolved, nowhere, around), ...(answers && { answers }) }
}

/** BC: SegmentLine.Table.al, LogSegLinePhoneCall makes a campaign entry for a single interaction too */
function campaignEntryOf(
  fields: InteractionFields,
  day: Day,
  { campaign, contact }: Effective,
  occasion: Occasion,
): CampaignEntry | undefined {
  if (!campaign.value) return undefined
  return {
    ...{ rev: 0, id: occasion.nextId<CampaignEntryId>(), campaignId: campaign.value.id, day },
    ...{ description: fields.description.trim(), cancelled: false },
    ...given({ salespersonId: fields.salespersonId, sample: campaign.value.sample ?? contact?.sample }),
  }
}

/** A header that says nothing: what the line says, and what comes from template and contact, is all there is. */
export const nowhere: Segment = {
  ...{ rev: 0, id: '' as SegmentId, no: '', description: '', day: '1970-01-01' as Day, subject: '' },
  ...{ ignoreContactCorrespondence: false, ignoreContactLanguage: false, createdAt: '', changedAt: '' },
}

function resolve(templateId: TemplateId | undefined, contact: Contact, around: Around, own: Line['own'] = {}, comment = ''): Effective {
  return effective({ lineNo: 1, contactId: contact.id, own: given({ ...own, templateId }), comment }, nowhere, around)
}

function resolveFields(fields: InteractionFields, contact: Contact, around: Around): Effective {
  const { description, day, salespersonId, correspondenceType, languageCode, subject } = fields
  const own = given({ description, day, salespersonId, correspondenceType, languageCode, subject })
  const resolved = resolve(fields.templateId, contact, around, own, fields.comment.trim())
  // The form has taken over the template's campaign; whoever took it away there wants none.
  return { ...resolved, campaign: { value: fields.campaignId && around.campaigns.get(fields.campaignId), from: 'line' } }
}
