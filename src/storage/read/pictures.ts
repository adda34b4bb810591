// Pictures of letters, and the letters written in the app that use them.
import { pictureFacts, type PictureType } from '../../base/picture.ts'
import type { AttachmentId } from '../../model/ids.ts'
import type { LetterSheet } from '../../model/writtenLetter.ts'
import type { Database } from '../database.ts'

/** A picture to be shown; nothing when it is gone. */
export async function readPicture(db: Database, id: AttachmentId): Promise<Blob | undefined> {
  const row = await db.attachments.get(id)
  const type = row && pictureFacts(new Uint8Array(row.bytes))?.type
  return row && type ? new Blob([row.bytes], { type }) : undefined
}

/** A picture as bytes with what they are; nothing when it is gone. */
export async function readPictureBytes(db: Database, id: AttachmentId): Promise<{ type: PictureType; bytes: Uint8Array } | undefined> {
  const row = await db.attachments.get(id)
  const bytes = row && new Uint8Array(row.bytes)
  const type = bytes && pictureFacts(bytes)?.type
  return type ? { type, bytes } : undefined
}

/** The sheet of the letter that was written last in any template. */
export async function readLastSheet(db: Database): Promise<LetterSheet | undefined> {
  const templates = await db.templates.toArray()
  const last = templates.toSorted((one, other) => other.rev - one.rev).find(({ documents }) => documents.some(({ written }) => written))
  return last?.documents.findLast(({ written }) => written)?.written?.sheet
}
