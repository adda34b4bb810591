// The letter of one line: which document, which values, which file name. Of an open segment it is resolved now; of a logged
// one it is what was frozen, so that the same letter comes out again.
import type { AttachmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine } from '../../model/interaction.ts'
import type { Line, Segment } from '../../model/segment.ts'
import { withheld } from '../contact/privacy.ts'
import { effective, type Around } from '../segment/effective.ts'
import { letterValues } from './values.ts'

export interface Letter {
  lineNo: number
  attachmentId: AttachmentId
  languageCode: string
  /** Field name in the document → stable name, where the person chose it. */
  mapping: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  /** Without ending; names may collide, the zip makes them differ. */
  fileName: string
  /** Made from a document of the line's own. */
  own: boolean
}

/** The letter of a line, or nothing: no document, the contact is gone, or may not be written to. */
export function letterOf(line: Line, segment: Segment, around: Around): Letter | undefined {
  const resolved = effective(line, segment, around)
  const { contact, company, document } = resolved
  if (!contact || withheld(contact) || !document) return undefined
  return {
    lineNo: line.lineNo,
    attachmentId: document.attachmentId,
    languageCode: document.languageCode,
    mapping: document.mapping,
    values: letterValues(resolved, segment, around),
    fileName: company && company.id !== contact.id ? `${company.name} - ${contact.name}` : contact.name,
    own: line.document !== undefined,
  }
}

/** The letter of a logged line as it was. @param common the values that all lines of its segment have */
export function loggedLetterOf(logged: LoggedLine, common: Readonly<Record<string, string>>): Letter | undefined {
  if (!logged.attachmentId) return undefined
  return {
    lineNo: logged.line.lineNo,
    attachmentId: logged.attachmentId,
    languageCode: logged.languageCode ?? '',
    mapping: logged.mapping ?? {},
    values: { ...common, ...logged.values },
    fileName: nameBeside(logged.companyName, logged.name),
    own: logged.line.document !== undefined,
  }
}

/** The letter of an entry that comes from no segment, as it was. */
export function entryLetterOf({ letter, contactName, companyName }: InteractionLogEntry): Letter | undefined {
  return letter && { lineNo: 0, ...letter, fileName: nameBeside(companyName, contactName), own: false }
}

const nameBeside = (company: string, name: string) => (company ? `${company} - ${name}` : name)
