// E-mails of a segment: for each line that goes by e-mail a draft with its letter, all in one ZIP; or one after the other, to be shared.
import { docxType } from '../../base/fileTypes.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { channelOf } from '../../core/letter/channel.ts'
import { emailOf, type Email } from '../../core/letter/email.ts'
import { untoldLanguages } from '../../core/letter/emailText.ts'
import { letterOf, type Letter } from '../../core/letter/letters.ts'
import { mailAddresses } from '../../core/letter/mailAddress.ts'
import { inOrder } from '../../core/letter/order.ts'
import { effective, type Effective } from '../../core/segment/effective.ts'
import type { Failure } from '../../model/failure.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { withLists } from '../../storage/read/letterLists.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import { attachedName, writeDrafts, type SegmentEmails } from './emailDrafts.ts'
import type { JobBook } from './jobBook.ts'
import type { LetterFile, LetterWishes, MadeLetters } from './letterMaking.ts'
import { SingleLetters } from './singleLetters.ts'

export interface EmailWishes extends Pick<LetterWishes, 'order' | 'language'> {
  /** The letter goes with the e-mail; else it is the text only. */
  attach: boolean
  /** How such files are called in the person's language: `Spring letter e-mails.zip`. */
  word: string
}

/** One e-mail with its letter, to look at and to be handed on. */
export interface OneEmail extends Email {
  lineNo: number
  /** The letter; missing where only the text goes out. */
  file?: LetterFile
}

export interface EmailJobs {
  /** @param now the moment that TIME shows, an instant. Failures: `noDocument` when there is nobody to write to, `emailTextMissing`, `stopped` */
  makeEmails: (id: SegmentId, wishes: EmailWishes, now: string, job: number) => Promise<Result<MadeLetters, Failure>>
  /** @param attach whether the letter goes with it. Failures: `noDocument`, `emailTextMissing`, `leftOutByDocument` */
  oneEmail: (id: SegmentId, lineNo: number, attach: boolean, now: string) => Promise<Result<OneEmail, Failure>>
}

export const emailJobs = (db: Database, book: JobBook, shelf: Shelf = newShelf()): EmailJobs => ({
  makeEmails: async (id, wishes, now, job) => {
    const emails = await emailsOfSegment(db, id, wishes, undefined, now)
    if (!emails) return refuse({ code: 'notFound', table: 'segments', id })
    if (emails.untold.length > 0) return refuse({ code: 'emailTextMissing', languages: emails.untold })
    return writeDrafts(emails, { db, shelf, book, job, attach: wishes.attach, word: wishes.word })
  },
  oneEmail: async (id, lineNo, attach, now) => {
    const emails = await emailsOfSegment(db, id, { attach }, lineNo, now)
    const first = emails?.emailAt(0)
    if (!emails || !first) return refuse({ code: 'noDocument', count: 1 })
    if (emails.untold.length > 0) return refuse({ code: 'emailTextMissing', languages: emails.untold })
    if (!attach) return ok({ ...first, lineNo })
    const made = await new SingleLetters(db, emails.letters).of(0)
    if (!made.ok) return made
    const { name } = first
    if ('leftOutBy' in made.value) return refuse({ code: 'leftOutByDocument', count: 1, name, fileName: made.value.leftOutBy })
    const content = new Blob([made.value.bytes])
    const file = { name: attachedName(first, emails.letters.title), content, size: content.size, mime: docxType, letters: 1 }
    return ok({ ...first, lineNo, file })
  },
})

/** Her address is one that mail programs take. */
const canBeMailed = ({ reached }: Effective): boolean => mailAddresses(reached?.email ?? '').is === 'fine'

async function emailsOfSegment(
  db: Database,
  id: SegmentId,
  { attach, order, language }: Pick<EmailWishes, 'attach' | 'order' | 'language'>,
  lineNo: number | undefined,
  now: string,
): Promise<SegmentEmails | undefined> {
  const stored = await readSegment(db, id)
  if (!stored) return undefined
  const { segment } = stored
  const asked = stored.lines.lines.filter((line) => lineNo === undefined || line.lineNo === lineNo)
  const read = await readAround(
    db,
    asked.map(({ contactId }) => contactId),
  )
  const around = await withLists(db, aroundOf(read), asked)
  const going = asked.map((line) => effective(line, segment, around)).filter((line) => channelOf(line, segment.lettersPer).is === 'email')
  const lines = inOrder(going, order, language, around.company?.countryCode).filter(canBeMailed)
  // It is asked for several times in a row: for its file, its values and its name.
  let last: { at: number; letter: Letter | undefined } | undefined
  const letterAt = (at: number): Letter | undefined => {
    if (last?.at !== at) last = { at, letter: lines[at] && letterOf(lines[at].line, segment, around) }
    return last.letter
  }
  return {
    letters: {
      title: segment.description || segment.no,
      count: lines.length,
      documentAt: (at) => lines[at]?.document,
      letterAt,
      madeAt: () => now,
    },
    without: asked.length - lines.length,
    untold: attach ? [] : untoldLanguages(lines),
    lineNoAt: (at) => lines[at]?.line.lineNo ?? 0,
    emailAt: (at) => lines[at] && emailOf(lines[at], segment, around, attach),
  }
}
