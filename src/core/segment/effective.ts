// A line with everything resolved: line → header → template → contact, each value with the place it comes from.
// Computed when it is read, never stored in an open segment.
// BC: Segment/SegmentLine.Table.al (there the values are copied into the line)
import type { Day } from '../../base/day.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Contact, Salesperson } from '../../model/contact.ts'
import type { CampaignId, ContactId, SalespersonId, TemplateId } from '../../model/ids.ts'
import type { InteractionTemplate, TemplateDocument } from '../../model/interaction.ts'
import type { CorrespondenceType, LetterLanguage } from '../../model/parts.ts'
import type { Line, LineOwn, Segment } from '../../model/segment.ts'
import type { CompanyInformation } from '../../model/settings.ts'
import { companyOf } from '../contact/name.ts'
import { documentFor, languageOf } from './language.ts'
import type { From, Valued } from './valued.ts'

/** What a line's references lead to. */
export interface Around {
  contacts: ReadonlyMap<ContactId, Contact>
  templates: ReadonlyMap<TemplateId, InteractionTemplate>
  salespeople: ReadonlyMap<SalespersonId, Salesperson>
  campaigns: ReadonlyMap<CampaignId, Campaign>
  company: CompanyInformation | undefined
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
  document: TemplateDocument | undefined
  /** There is no document in the contact's language, so the letter goes out in another one. */
  languageFellBack: boolean
  /** How many values the line has of its own. */
  ownCount: number
}

/** Resolves one line. A reference to something that is gone has no value, but still says who made it. */
export function effective(line: Line, segment: Segment, around: Around): Effective {
  const contact = around.contacts.get(line.contactId)
  const template = found(firstOf(chosen('templateId', line, segment)), around.templates)
  const correspondence = [...chosen('correspondenceType', line, segment), at('contact', contact?.correspondenceType)]
  const { languageCode, fellBack } = languageOf(line.own.languageCode, segment.languageCode, template.value, contact)
  return {
    line,
    contact,
    company: contact && companyOf(contact, around.contacts),
    description: textOf('description', line, segment, template.value),
    day: line.own.day ? { value: line.own.day, from: 'line' } : { value: segment.day, from: 'header' },
    template,
    salesperson: found(firstOf([...chosen('salespersonId', line, segment), at('contact', contact?.salespersonId)]), around.salespeople),
    campaign: found(firstOf(chosen('campaignId', line, segment)), around.campaigns),
    correspondenceType: firstOf([...correspondence, at('template', template.value?.correspondenceType)]),
    languageCode,
    subject: textOf('subject', line, segment, template.value),
    document: documentFor(languageCode.value, template.value),
    languageFellBack: fellBack,
    ownCount: Object.values(line.own).filter((value) => value !== undefined).length,
  }
}

const at = <T>(from: From, value: T): Valued<T> => ({ value, from })

function chosen<K extends keyof LineOwn & keyof Segment>(field: K, line: Line, segment: Segment): Valued<LineOwn[K] | Segment[K]>[] {
  return [at('line', line.own[field]), at('header', segment[field])]
}

function firstOf<T>(values: readonly Valued<T | undefined>[]): Valued<T | undefined> {
  return values.find(({ value }) => value !== undefined) ?? { value: undefined, from: 'none' }
}

function found<Key, T>({ value, from }: Valued<Key | undefined>, rows: ReadonlyMap<Key, T>): Valued<T | undefined> {
  return { value: value === undefined ? undefined : rows.get(value), from }
}

/** A text is inherited while it is blank; one that is blank everywhere comes from nowhere. */
function textOf(field: 'description' | 'subject', line: Line, segment: Segment, template: InteractionTemplate | undefined): Valued<string> {
  const own = line.own[field]
  if (own !== undefined) return at('line', own)
  if (segment[field] !== '') return at('header', segment[field])
  if (template && template[field] !== '') return at('template', template[field])
  return at('none', '')
}
