// The Word document a letter is made from, and what is filled into it.
import * as z from 'zod/mini'
import { id, type AttachmentId } from './ids.ts'
import { day, letterLanguage } from './parts.ts'
import { WrittenLetter } from './writtenLetter.ts'

/** The bytes stand in the attachments, once per content. BC: Interaction/InteractionTmplLanguage.Table.al */
export const LetterDocument = z.object({
  languageCode: letterLanguage,
  attachmentId: id<AttachmentId>(),
  fileName: z.string(),
  /** Subject in this language; blank = the template's. */
  subject: z.string(),
  /** Field name in the document → stable field name, where the person chose it; blank = leave empty. */
  mapping: z.record(z.string(), z.string()),
  /** The letter as it was written in the app, from which the file was built; missing where the file came from outside. */
  written: z.optional(WrittenLetter),
  /** Which lists of a contact it repeats something for, and which pictures it shows, by stable name; missing where none. */
  lists: z.optional(z.array(z.string())),
  /** In which language a file that came from outside is written, where that is plain. */
  writtenIn: z.optional(z.string()),
  /** What an e-mail says to which the letter is attached; `{{Name}}` is a merge field. Missing = the usual words of its language. */
  emailText: z.optional(z.string()),
})
export type LetterDocument = z.infer<typeof LetterDocument>

/** What stands in a merge field: words as they are, or a day, which each document writes its own way. */
export const LetterWord = z.union([z.string(), z.object({ day })])
export type LetterWord = z.infer<typeof LetterWord>

/** A picture, as a logo or a photo; its bytes stand in the attachments. */
export const LetterPicture = z.object({ picture: id<AttachmentId>() })
export type LetterPicture = z.infer<typeof LetterPicture>

/** An entry of a list of the contact's own, by stable names. */
export const LetterEntry = z.record(z.string(), z.union([LetterWord, z.number(), LetterPicture]))
export type LetterEntry = z.infer<typeof LetterEntry>

/** A region of the document is repeated for each entry. */
export const LetterList = z.object({ list: z.array(LetterEntry) })
export type LetterList = z.infer<typeof LetterList>

export const LetterValue = z.union([LetterWord, LetterList, LetterPicture])
export type LetterValue = z.infer<typeof LetterValue>

/** By stable field name. */
export const LetterValues = z.record(z.string(), LetterValue)
export type LetterValues = z.infer<typeof LetterValues>
