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
import { effective, type Around } from '../segment/effective.ts'
import type { Together } from './together.ts'
import { areOfSeveral, valuesTogether } from './valuesTogether.ts'

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
  /** To the document's questions, by their keys. */
  answers?: Readonly<Record<string, string>>
  /** Made from a document of the line's own. */
  own: boolean
  /** Who gets it, where several get it together: the line first. */
  people?: readonly { lineNo: number; name: string }[]
}

/** The letter of a line, or nothing: no document, the contact is gone, or may not be written to. */
export const letterOf = (line: Line, segment: Segment, around: Around): Letter | undefined => letterTogether([line], segment, around)

/** The letter that these lines get together (`lettersTogether`); the first leads it. */
export function letterTogether(lines: readonly Line[], segment: Segment, around: Around): Letter | undefined {
  const [lead, ...others] = lines.map((line) => effective(line, segment, around))
  return lead && letterFrom({ lead, others }, segment, around)
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
  const line = { lineNo: 1, contactId, own: { templateId, languageCode }, comment: '' }
  return letterFrom({ lead: effective(line, header, around), others: [] }, header, around)
}

function letterFrom(together: Together, segment: Segment, around: Around): Letter | undefined {
  const { contact, company, document, line, day } = together.lead
  if (!contact || withheld(contact) || !document) return undefined
  const values = valuesTogether(together, segment, around)
  const people = [together.lead, ...together.others].map((one) => ({ lineNo: one.line.lineNo, name: one.contact?.name ?? '' }))
  return {
    lineNo: line.lineNo,
    day: day.value,
    attachmentId: document.attachmentId,
    languageCode: document.languageCode,
    mapping: document.mapping,
    values,
    fileName: fileNameOf(values, company && company.id !== contact.id ? company.name : '', contact.name),
    own: line.document !== undefined,
    ...(segment.answers && { answers: segment.answers }),
    ...(people.length > 1 && { people }),
  }
}

/**
 * The letter of a logged line as it was; nothing where she got the letter of another line (`letterOf`).
 * @param common what all lines of its segment have @param others who got it together with her
 */
export function loggedLetterOf(
  logged: LoggedLine,
  common: Pick<LoggedSegment, 'values' | 'header'>,
  others: readonly LoggedLine[] = [],
): Letter | undefined {
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
    fileName: fileNameOf(values, logged.companyName, logged.name),
    own: line.document !== undefined,
    ...(common.header.answers && { answers: common.header.answers }),
    ...(others.length > 0 && { people: [logged, ...others].map((one) => ({ lineNo: one.line.lineNo, name: one.name })) }),
  }
}

/** The letter of an entry that comes from no segment, as it was. */
export function entryLetterOf({ letter, day, contactName, companyName }: InteractionLogEntry): Letter | undefined {
  if (!letter) return undefined
  const { answers, ...rest } = letter
  return {
    lineNo: 0,
    day: dayIn(letter.values) ?? day,
    ...rest,
    fileName: fileNameOf(letter.values, companyName, contactName),
    own: false,
    ...(answers && { answers }),
  }
}

/** The day as it was frozen; older letters hold it in words. */
function dayIn({ Document_Date: date }: Readonly<LetterValues>): Day | undefined {
  return typeof date === 'object' && 'day' in date ? date.day : undefined
}

/** The company and the person; of a letter for several all names that stand in it. */
function fileNameOf(values: Readonly<LetterValues>, company: string, name: string): string {
  const [employer, names] = areOfSeveral(values) ? [values.Company_Name, values.Name].map(String) : [company, name]
  return employer ? `${employer} - ${oneLine(names)}` : oneLine(names)
}

const oneLine = (names = '') => names.split('\n').join(', ')
