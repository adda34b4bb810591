// E-mails of a segment: drafts made in the worker, one handed on after the other, and the words that stand in them.
import { ok, refuse, type Result } from '../base/result.ts'
import { channelOf } from '../core/letter/channel.ts'
import { planLettersMade } from '../core/segment/edit.ts'
import { effective } from '../core/segment/effective.ts'
import { planShared } from '../core/segment/sharedEmail.ts'
import type { SegmentState } from '../core/segment/steps.ts'
import type { Failure } from '../model/failure.ts'
import type { SegmentId, TemplateId } from '../model/ids.ts'
import type { LetterLanguage } from '../model/parts.ts'
import { noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { aroundOf, readAround, readSegment } from '../storage/read/segments.ts'
import type { JobWatch } from '../workers/call.ts'
import type { EmailWishes, OneEmail } from '../workers/jobs/emails.ts'
import type { MadeLetters } from '../workers/jobs/letterMaking.ts'
import { planAndWrite, write, type House } from './house.ts'

type Done<T = undefined> = Promise<Result<Committed & { value: T }, Failure>>

/** Makes a draft for each line that goes by e-mail, all in one ZIP. Nothing is written if it is stopped. */
export async function makeEmails(house: House, id: SegmentId, wishes: EmailWishes, watch: JobWatch): Promise<Result<MadeLetters, Failure>> {
  const { now } = house.occasion()
  const made = await house.calls.watched(watch, (work, job) => work.makeEmails(id, wishes, now, job))
  const state = made.ok && wishes.attach ? await readSegment(house.db, id) : undefined
  if (!made.ok || !state || (await somePrinted(house, state))) return made
  const { lines, leftOut } = made.value
  const left = leftOut.map(({ lineNo }) => lineNo)
  const noted = await write(house, planLettersMade(state, lines, { ...house.occasion(), now }, left), 'makeLetters')
  return noted.ok || noted.failure.code === 'stale' ? made : noted
}

/** Where letters are printed as well, it is those that say when the letters were made, and whether they are. */
async function somePrinted(house: House, { segment, lines }: SegmentState): Promise<boolean> {
  const around = await aroundLines(house, lines.lines)
  return lines.lines.some((line) => channelOf(effective(line, segment, around), segment.lettersPer).is === 'print')
}

const aroundLines = async (house: House, lines: SegmentState['lines']['lines']) =>
  aroundOf(
    await readAround(
      house.db,
      lines.map(({ contactId }) => contactId),
    ),
  )

/** The e-mail of one line with its letter, to be handed on. */
export const oneEmail = (house: House, id: SegmentId, lineNo: number, attach: boolean): Promise<Result<OneEmail, Failure>> =>
  house.calls.work.oneEmail(id, lineNo, attach, house.occasion().now)

/** Notes that the e-mail of a line was handed on as it stood. @param mark of what it said; nothing takes the note away */
export const noteShared = (house: House, id: SegmentId, lineNo: number, mark: string | undefined): Done =>
  onSegment(house, id, mark === undefined ? 'unshareEmail' : 'shareEmail', (state) =>
    planShared(state, new Map([[lineNo, mark]]), house.occasion()),
  )

/**
 * Notes that e-mails were handed on as they were made, whatever they would say now.
 * @param marks of what they say, by line number
 */
export const noteAllShared = (house: House, id: SegmentId, marks: MadeLetters['marks'] = []): Done =>
  onSegment(house, id, 'shareEmail', (state) => planShared(state, new Map(marks), house.occasion()))

function onSegment(house: House, id: SegmentId, what: string, plan: (state: SegmentState) => ReturnType<typeof planShared>): Done {
  return planAndWrite(house, what, async () => {
    const state = await readSegment(house.db, id)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id })
    return ok({ changes: plan(state), value: undefined })
  })
}

/** What the e-mails of a language say; blank brings its usual words back. */
export function setEmailText(house: House, id: TemplateId, languageCode: LetterLanguage, text: string): Done {
  return planAndWrite(house, 'setEmailText', async () => {
    const template = await house.db.templates.get(id)
    if (!template) return refuse({ code: 'notFound', table: 'templates', id })
    const documents = template.documents.map((document) => {
      const { emailText: _, ...rest } = document
      if (document.languageCode !== languageCode) return document
      return text.trim() === '' ? rest : { ...rest, emailText: text }
    })
    const changes = { ...noChanges(), put: { templates: [{ ...template, documents }] }, requires: [unchanged('templates', template)] }
    return ok({ changes, value: undefined })
  })
}
