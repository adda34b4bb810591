// A line with everything resolved: line → header → template → contact, each value with the place it comes from.
// Computed when it is read, never stored in an open segment.
// BC: Segment/SegmentLine.Table.al (there the values are copied into the line)
import type { Day } from '../../base/day.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { AlternativeAddress, Contact, Salesperson } from '../../model/contact.ts'
import type { CampaignId, ContactId, SalespersonId, TemplateId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { CorrespondenceType, LetterLanguage } from '../../model/parts.ts'
import type { Line, LineOwn, Segment } from '../../model/segment.ts'
import type { CompanyInformation } from '../../model/settings.ts'
import { activeAddress, contactAt } from '../contact/alternativeAddress.ts'
import { companyOf } from '../contact/name.ts'
import type { ListGround } from '../letter/lists.ts'
import type { FormulaBook } from '../letter/salutation.ts'
import { documentFor, languageOf } from './language.ts'
import type { From, Valued } from './valued.ts'

/** What a line's references lead to. */
export interface Around {
  contacts: ReadonlyMap<ContactId, Contact>
  templates: ReadonlyMap<TemplateId, InteractionTemplate>
  salespeople: ReadonlyMap<SalespersonId, Salesperson>
  campaigns: ReadonlyMap<CampaignId, Campaign>
  company: CompanyInformation | undefined
  /** Greeting lines of one's own. */
  formulas: FormulaBook
  /** What the lists in letters are made of; read only where a document asks for some. */
  lists?: ListGround
}

export interface Effective {
  line: Line
  /** Missing when the contact is gone. */
  contact: Contact | undefined
  /** The contact's company; of a company, itself. */
  company: Contact | undefined
  description: Valued<string>
  day: Valued<Day>
  template: Valued<InteractionTemplate | undefined>
  salesperson: Valued<Salesperson | undefined>
  campaign: Valued<Campaign | undefined>
  correspondenceType: Valued<CorrespondenceType | undefined>
  languageCode: Valued<LetterLanguage | undefined>
  subject: Valued<string>
  /** In our own currency. */
  cost: Valued<number>
  /** In minutes. */
  duration: Valued<number>
  informationFlow: Valued<InteractionTemplate['informationFlow']>
  initiatedBy: Valued<InteractionTemplate['initiatedBy']>
  campaignTarget: Valued<boolean>
  campaignResponse: Valued<boolean>
  /** Where it goes: the one in force on the line's day, unless the line names another; none = the main address. */
  alternativeAddress: Valued<AlternativeAddress | undefined>
  /** The contact as it is reached there. */
  reached: Contact | undefined
  document: LetterDocument | undefined
  /** There is no document in the contact's language, so the letter goes out in another one. */
  languageFellBack: boolean
  /** How many values the line has of its own, a document included. */
  ownCount: number
}

/** Resolves one line. A reference to something that is gone has no value, but still says who made it. */
export function effective(line: Line, segment: Segment, around: Around): Effective {
  const contact = around.contacts.get(line.contactId)
  const template = found(firstOf(chosen('templateId', line, segment)), around.templates)
  // What the header says of its own template holds for lines with that template only.
  const header = line.own.templateId === undefined || line.own.templateId === segment.templateId ? segment : undefined
  const day: Valued<Day> = line.own.day ? at('line', line.own.day) : at('header', segment.day)
  const campaign = found(firstOf([...chosen('campaignId', line, segment), at('template', template.value?.campaignId)]), around.campaigns)
  const { languageCode, fellBack } = languageOf(line, header, template.value, contact)
  const document = line.document ?? documentFor(languageCode.value, template.value)
  const alternativeAddress = addressOf(line, contact, day.value)
  return {
    line,
    contact,
    company: contact && companyOf(contact, around.contacts),
    description: textOf(line.own.description, segment.description, template.value?.description),
    day,
    template,
    salesperson: found(firstOf([...chosen('salespersonId', line, segment), at('contact', contact?.salespersonId)]), around.salespeople),
    campaign,
    correspondenceType: correspondenceOf(line, segment, template.value, contact),
    languageCode,
    subject: subjectOf(line, header, template.value, document),
    cost: defined([at('line', line.own.cost), at('header', header?.unitCost), at('template', template.value?.unitCost)], 0),
    duration: defined([at('line', line.own.duration), at('header', header?.unitDuration), at('template', template.value?.unitDuration)], 0),
    informationFlow: defined(through('informationFlow', line, header, template.value), 'outbound'),
    initiatedBy: defined(through('initiatedBy', line, header, template.value), 'us'),
    campaignTarget: ofCampaign(campaign.value, defined(through('campaignTarget', line, header, template.value), false)),
    campaignResponse: ofCampaign(campaign.value, defined(through('campaignResponse', line, header, template.value), false)),
    alternativeAddress,
    reached: contact && contactAt(contact, alternativeAddress.value),
    document,
    languageFellBack: fellBack,
    ownCount: Object.values(line.own).filter((value) => value !== undefined).length + (line.document ? 1 : 0),
  }
}

const at = <T>(from: From, value: T): Valued<T> => ({ value, from })

function chosen<K extends keyof LineOwn & keyof Segment>(field: K, line: Line, segment: Segment): Valued<LineOwn[K] | Segment[K]>[] {
  return [at('line', line.own[field]), at('header', segment[field])]
}

type Shared = keyof LineOwn & keyof Segment & keyof InteractionTemplate

function through<K extends Shared>(field: K, line: Line, header: Segment | undefined, template: InteractionTemplate | undefined) {
  return [at('line', line.own[field]), at('header', header?.[field]), at('template', template?.[field])] as Valued<
    InteractionTemplate[K] | undefined
  >[]
}

function firstOf<T>(values: readonly Valued<T | undefined>[]): Valued<T | undefined> {
  return values.find(({ value }) => value !== undefined) ?? { value: undefined, from: 'none' }
}

function defined<T>(values: readonly Valued<T | undefined>[], otherwise: T): Valued<T> {
  const { value, from } = firstOf(values)
  return value === undefined ? { value: otherwise, from: 'none' } : { value, from }
}

function found<Key, T>({ value, from }: Valued<Key | undefined>, rows: ReadonlyMap<Key, T>): Valued<T | undefined> {
  return { value: value === undefined ? undefined : rows.get(value), from }
}

/** A text is inherited while it is blank; one that is blank everywhere comes from nowhere. */
function textOf(own: string | undefined, header: string | undefined, template: string | undefined): Valued<string> {
  if (own !== undefined) return at('line', own)
  if (header) return at('header', header)
  return template ? at('template', template) : at('none', '')
}

/**
 * The header's subject is one of its default language: a letter in another language keeps the subject of its own document.
 * BC: Segment/SegmentHeader.Table.al, "Subject (Default)" OnValidate
 */
function subjectOf(
  line: Line,
  header: Segment | undefined,
  template: InteractionTemplate | undefined,
  document: LetterDocument | undefined,
): Valued<string> {
  const own = line.own.subject ?? (line.document?.subject || undefined)
  // A document of her own says nothing of the subject: it stays the one of her language.
  const said = line.document ? documentFor(line.document.languageCode, template) : document
  const standard = header?.languageCode ?? template?.languageCode ?? template?.documents[0]?.languageCode
  const foreign = said !== undefined && said.subject !== '' && standard !== undefined && said !== documentFor(standard, template)
  return textOf(own, foreign ? undefined : header?.subject, said?.subject || template?.subject)
}

/**
 * By letter or by e-mail: the line's, the header's if it holds for everybody, the template's if it does or the contact has
 * no wish, else the contact's. BC: SegmentLine.Table.al, "Contact No." OnValidate, SetCorrespondenceType
 */
function correspondenceOf(
  { own }: Line,
  segment: Segment,
  template: InteractionTemplate | undefined,
  contact: Contact | undefined,
): Valued<CorrespondenceType | undefined> {
  if (own.correspondenceType) return at('line', own.correspondenceType)
  if (segment.ignoreContactCorrespondence && segment.correspondenceType) return at('header', segment.correspondenceType)
  const wish = contact?.correspondenceType
  if (template && (template.ignoreContactCorrespondence || !wish)) {
    return template.correspondenceType ? at('template', template.correspondenceType) : at('none', undefined)
  }
  return wish ? at('contact', wish) : at('none', undefined)
}

/** Target and response mean nothing without a campaign. BC: Segment.Page.al, these fields need a campaign */
const ofCampaign = (campaign: Campaign | undefined, value: Valued<boolean>): Valued<boolean> => (campaign ? value : at('none', false))

function addressOf({ own }: Line, contact: Contact | undefined, day: Day): Valued<AlternativeAddress | undefined> {
  if (own.alternativeAddress === undefined) return contact ? at('contact', activeAddress(contact, day)) : at('none', undefined)
  return at(
    'line',
    contact?.alternativeAddresses.find(({ code }) => code === own.alternativeAddress),
  )
}
