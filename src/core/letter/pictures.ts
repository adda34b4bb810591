// On which attachments a letter rests: the Word document, and of a letter written in the app its pictures and its logo.
import type { AttachmentId } from '../../model/ids.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { WrittenLetter } from '../../model/writtenLetter.ts'
import { partsOf } from './writtenParts.ts'

/** The pictures of a letter, its logo among them, each once. */
export function picturesOf({ text, sheet }: WrittenLetter): AttachmentId[] {
  const inText = partsOf(text).flatMap((part) => (part.type === 'image' ? [part.attrs.attachmentId] : []))
  return [...new Set([...(sheet.logo ? [sheet.logo.attachmentId] : []), ...inText])]
}

/** The document itself, and the pictures it was built with. */
export const attachmentsOf = ({ attachmentId, written }: LetterDocument): AttachmentId[] => [
  attachmentId,
  ...(written ? picturesOf(written) : []),
]
