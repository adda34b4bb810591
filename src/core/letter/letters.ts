// The letter of one line: which document, which values, which file name. Of an open segment it is resolved now; of a logged
// one it is what was frozen, so that the same letter comes out again.
import type { AttachmentId } from '../../model/ids.ts'
import type { LoggedLine } from '../../model/interaction.ts'
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
    fileName: logged.companyName ? `${logged.companyName} - ${logged.name}` : logged.name,
  }
}
