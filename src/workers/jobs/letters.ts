// Letters: the lines of a segment, their values, the documents in each contact's language, through the Word engine.
// The letters of a logged segment are made again from the frozen values, and come out the same.
import { refuse, type Result } from '../../base/result.ts'
import { channelOf } from '../../core/letter/channel.ts'
import { lettersInOrder, orderKeyOfValues, sortedBy } from '../../core/letter/order.ts'
import { effective, type Around } from '../../core/segment/effective.ts'
import { documentOfLine, entryLetterOf, letterTogether, loggedLetterOf, trialLetterOf, type Letter } from '../../core/letter/letters.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, EntryId, LoggedSegmentId, SegmentId, TemplateId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine } from '../../model/interaction.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Line, Segment } from '../../model/segment.ts'
import type { Database } from '../../storage/database.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { withLists } from '../../storage/read/letterLists.ts'
import { readCompany } from '../../storage/read/lists.ts'
import { readLineOfEntry, readLoggedLines } from '../../storage/read/logged.ts'
import { aroundOf, readAround, readSegment } from '../../storage/read/segments.ts'
import type { JobBook } from './jobBook.ts'
import { makeFiles } from './letterFiles.ts'
import type { Letters, LetterWishes, MadeLetters } from './letterMaking.ts'
import { blockedAmong, LoggedShares, sharesOf, type Shares } from './letterShares.ts'
import type { PlainOccasion } from './occasion.ts'
import { readContact } from '../../storage/read/contacts.ts'

type Made = Promise<Result<MadeLetters, Failure>>

export interface LetterJobs {
  /** @param lineNo for the letter of one line only @param now the moment that TIME shows, an instant */
  makeLetters: (id: SegmentId, wishes: LetterWishes, lineNo: number | undefined, now: string, job: number) => Made
  makeLoggedLetters: (id: LoggedSegmentId, wishes: LetterWishes, lineNo: number | undefined, job: number) => Made
  /** The letter of one entry of the interaction log again, whether it came from a segment or not. */
  makeEntryLetter: (id: EntryId, job: number) => Made
  /** The letter that somebody would get by a document of a template, to look at: nothing is noted anywhere. */
  makeTrialLetter: (contact: ContactId, template: TemplateId, language: LetterLanguage, occasion: PlainOccasion, job: number) => Made
  /** These files are not needed any more; what is being saved just now may be read to its end. */
  discardLetters: (run: string) => Promise<void>
}

export const letterJobs = (db: Database, book: JobBook, shelf: Shelf = newShelf()): LetterJobs => {
  const make = (letters: Letters, wishes: LetterWishes, job: number) => makeFiles(letters, wishes, { db, shelf, book, job })
  return {
    makeLetters: async (id, wishes, lineNo, now, job) => {
      const letters = await lettersOfSegment(db, id, wishes, lineNo, now)
      return letters ? make(letters, wishes, job) : refuse({ code: 'notFound', table: 'segments', id })
    },
    makeLoggedLetters: async (id, wishes, lineNo, job) => {
      const letters = await lettersOfLogged(db, id, wishes, lineNo)
      return letters ? make(letters, wishes, job) : refuse({ code: 'notFound', table: 'loggedSegments', id })
    },
    makeEntryLetter: async (id, job) => {
      const entry = await db.entries.get(id)
      if (!entry) return refuse({ code: 'notFound', table: 'entries', id })
      return make(await letterOfEntry(db, entry), { output: 'combined' }, job)
    },
    makeTrialLetter: async (contact, template, language, { today, now }, job) => {
      const around = await withLists(db, aroundOf(await readAround(db, [contact])), [{ contactId: contact }])
      const letter = trialLetterOf(contact, template, language, today, around)
      return make(oneLetter(letter, letter?.fileName ?? '', now), { output: 'combined' }, job)
    },
    discardLetters: (run) => shelf.discard(run, stillRead),
  }
}

/** Milliseconds in which a browser has read what it was just told to save. */
const stillRead = 60_000

export async function lettersOfSegment(
  db: Database,
  id: SegmentId,
  wishes: LetterWishes,
  lineNo: number | undefined,
  now: string,
): Promise<Letters | undefined> {
  const stored = await readSegment(db, id)
  if (!stored) return undefined
  const { segment } = stored
  const shares = await sharesOf(db, stored)
  const asked = lineNo === undefined ? stored.lines.lines : (shares.of(lineNo) ?? [])
  const contactIds = asked.map((line) => line.contactId)
  const around = await withLists(db, aroundOf(await readAround(db, contactIds)), asked)
  const leads = leadsWished(shares.leads(asked), shares, segment, around, wishes)
  const shareAt = (at: number) => leads[at] && shares.of(leads[at].lineNo)
  const letterAt = (at: number) => {
    const lines = shareAt(at)
    return lines && letterTogether(lines, segment, around)
  }
  return {
    title: titleOf(segment.description || segment.no, lineNo, letterAt),
    count: leads.length,
    linesAt: (at) => shareAt(at)?.length ?? 0,
    documentAt: (at) => leads[at] && documentOfLine(leads[at], segment, around),
    letterAt,
    madeAt: () => now,
  }
}

/** Those that go out the way that is wished for, in the order that is wished for. */
function leadsWished(
  leads: readonly Line[],
  shares: Shares,
  segment: Segment,
  around: Around,
  { channel, order, language }: LetterWishes,
): Line[] {
  if (!channel && (!order || order === 'list')) return [...leads]
  const resolve = (line: Line) => effective(line, segment, around)
  const resolved = leads.map(resolve)
  const going = channel ? resolved.filter((line) => channelOf(line, segment.lettersPer).is === channel) : resolved
  if (!order || order === 'list') return going.map(({ line }) => line)
  const letters = going.map((lead) => ({ lead, others: (shares.of(lead.line.lineNo) ?? []).slice(1).map(resolve) }))
  return lettersInOrder(letters, segment.lettersPer, order, language, around.company?.countryCode).map(({ lead }) => lead.line)
}

async function lettersOfLogged(
  db: Database,
  id: LoggedSegmentId,
  { order, language }: LetterWishes,
  lineNo: number | undefined,
): Promise<Letters | undefined> {
  const logged = await db.loggedSegments.get(id)
  if (!logged) return undefined
  const shares = new LoggedShares(await readLoggedLines(db, id))
  const letters = lineNo === undefined ? shares.all : [shares.of(lineNo)]
  const keyOf = ([lead]: readonly LoggedLine[]) => orderKeyOfValues({ ...logged.values, ...lead?.values })
  const asked = sortedBy(letters, keyOf, order, language, (await readCompany(db))?.countryCode)
  const blocked = await blockedAmong(
    db,
    asked.flat().map(({ line }) => line.contactId),
  )
  const letterAt = (at: number) => {
    const [lead, ...others] = asked[at] ?? []
    return lead && !blocked.has(lead.line.contactId) && !others.some(({ line }) => blocked.has(line.contactId))
      ? loggedLetterOf(lead, logged, others)
      : undefined
  }
  return {
    title: titleOf(logged.header.description || logged.no, lineNo, letterAt),
    count: asked.length,
    linesAt: (at) => asked[at]?.length ?? 0,
    documentAt: letterAt,
    letterAt,
    madeAt: () => logged.header.lettersMade?.at ?? logged.loggedAt,
    ...(lineNo !== undefined && noneFor(asked[0] ?? [], blocked)),
  }
}

/** One letter is not made again: it names somebody who may not be written to any more. */
function noneFor(people: readonly LoggedLine[], blocked: ReadonlySet<ContactId>): Pick<Letters, 'none'> {
  const who = people.find(({ line }) => blocked.has(line.contactId))
  return who ? { none: { code: 'letterWithheld', name: who.name, shared: people.length > 1 } } : {}
}

/** Files are called as the segment; the letter of one line as the person, and then the segment. */
function titleOf(segment: string, lineNo: number | undefined, letterAt: Letters['letterAt']): string {
  const name = lineNo === undefined ? undefined : letterAt(0)?.fileName
  return [name, segment].filter(Boolean).join(' - ')
}

export const oneLetter = (letter: Letter | undefined, title: string, now: string): Letters => ({
  title,
  count: 1,
  documentAt: () => letter,
  letterAt: () => letter,
  madeAt: () => now,
})

export async function letterOfEntry(db: Database, entry: InteractionLogEntry): Promise<Letters> {
  const { letter, madeAt, none } = await storedLetter(db, entry)
  const title = [letter?.fileName, entry.description].filter(Boolean).join(' - ')
  return { ...oneLetter(letter, title, madeAt), ...(none && { none }) }
}

interface Stored extends Pick<Letters, 'none'> {
  letter: Letter | undefined
  madeAt: string
}

/** Its own frozen letter, else the one of its line in the logged segment, which others may have got as well. */
async function storedLetter(db: Database, entry: InteractionLogEntry): Promise<Stored> {
  const { contactId, letter, loggedSegmentId, loggedAt } = entry
  const people = letter?.together?.contactIds ?? [contactId]
  const blocked = await blockedAmong(db, people)
  if (blocked.size > 0) {
    const name = (await readContact(db, [...blocked][0]!))?.name ?? ''
    return { letter: undefined, madeAt: loggedAt, none: { code: 'letterWithheld', name, shared: people.length > 1 } }
  }
  if (letter || !loggedSegmentId) return { letter: entryLetterOf(entry), madeAt: loggedAt }
  const line = await readLineOfEntry(db, entry)
  const letters = line && (await lettersOfLogged(db, loggedSegmentId, { output: 'combined' }, line.line.lineNo))
  return { letter: letters?.letterAt(0), madeAt: letters?.madeAt(0) ?? loggedAt, ...(letters?.none && { none: letters.none }) }
}
