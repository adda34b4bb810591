// The letter of one line: which document, which values, which file name. Of an open segment it is resolved now; of a logged
// one it is what was frozen, so that the same letter comes out again.
import type { Day } from '../../base/day.ts'
import type { AttachmentId, ContactId, TemplateId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { LetterDocument, LetterValues } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Line, Segment } from '../../model/segment.ts'
import { withheld } from '../contact/privacy.ts'
import { nowhere } from '../interaction/oneContact.ts'
import { effective, type Around, type Effective } from '../segment/effective.ts'
import { letterValues } from './values.ts'

/** Which document a letter is made from. */
export interface LetterSource {
  attachmentId: AttachmentId
  /** Of the document; blank where an old entry does not say. */
  languageCode: string
}

export interface Letter extends LetterSource {
  lineNo: number
  /** The letter's own day. */
  day: Day
  /** Field name in the document → stable name, where the person chose it. */
  mapping: Readonly<Record<string, string>>
  values: Readonly<LetterValues>
  /** Without ending; names may collide, the zip makes them differ. */
  fileName: string
  /** Made from a document of the line's own. */
  own: boolean
}

/** The letter of a line, or nothing: no document, the contact is gone, or may not be written to. */
export function letterOf(line: Line, segment: Segment, around: Around): Letter | undefined {
  return letterFrom(effective(line, segment, around), segment, around)
}

/** Which document the letter of a line is made from, without its values; nothing when there is no letter. */
export function documentOfLine(line: Line, segment: Segment, around: Around): LetterDocument | undefined {
  const { contact, document } = effective(line, segment, around)
  return contact && !withheld(contact) ? document : undefined
}

/** The letter that somebody would get today by the document of this language. */
export function trialLetterOf(
  contactId: ContactId,
  templateId: TemplateId,
  languageCode: LetterLanguage,
  today: Day,
  around: Around,
): Letter | undefined {
  const header: Segment = { ...nowhere, day: today }
  return letterFrom(effective({ lineNo: 1, contactId, own: { templateId, languageCode }, comment: '' }, header, around), header, around)
}

function letterFrom(resolved: Effective, segment: Segment, around: Around): Letter | undefined {
  const { contact, company, document, line } = resolved
  if (!contact || withheld(contact) || !document) return undefined
  return {
    lineNo: line.lineNo,
    day: resolved.day.value,
    attachmentId: document.attachmentId,
    languageCode: document.languageCode,
    mapping: document.mapping,
    values: letterValues(resolved, segment, around),
    fileName: company && company.id !== contact.id ? `${company.name} - ${contact.name}` : contact.name,
    own: line.document !== undefined,
  }
}

/** The letter of a logged line as it was. @param common what all lines of its segment have */
export function loggedLetterOf(logged: LoggedLine, common: Pick<LoggedSegment, 'values' | 'header'>): Letter | undefined {
  if (!logged.attachmentId) return undefined
  const { line } = logged
  const values = { ...common.values, ...logged.values }
  return {
    lineNo: line.lineNo,
    day: dayIn(values) ?? line.own.day ?? common.header.day,
    attachmentId: logged.attachmentId,
    languageCode: logged.languageCode ?? '',
    mapping: logged.mapping ?? {},
    values,
    fileName: nameBeside(logged.companyName, logged.name),
    own: line.document !== undefined,
  }
}

/** The letter of an entry that comes from no segment, as it was. */
export function entryLetterOf({ letter, day, contactName, companyName }: InteractionLogEntry): Letter | undefined {
  return letter && { lineNo: 0, day: dayIn(letter.values) ?? day, ...letter, fileName: nameBeside(companyName, contactName), own: false }
}

/** The day as it was frozen; older letters hold it in words. */
function dayIn({ Document_Date: date }: Readonly<LetterValues>): Day | undefined {
  return typeof date === 'object' ? date.day : undefined
}

const nameBeside = (company: string, name: string) => (company ? `${company} - ${name}` : name)
