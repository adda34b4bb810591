// The quiet rule: nobody gets more than so many letters and e-mails in so many days, each person for herself or all at one address together.
// Only what was logged counts: what other open segments may bring is not known yet.
import { addDays, type Day } from '../../base/day.ts'
import type { ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Pace } from '../../model/settings.ts'
import { companyOf } from '../contact/name.ts'
import type { Facts, Happened } from '../criteria/facts.ts'
import type { Channel } from '../letter/channel.ts'
import { homeOf } from '../letter/together.ts'
import type { Around, Effective } from '../segment/effective.ts'
import type { Problem, Stretch } from './problem.ts'

export type QuietRule = NonNullable<Pace['quiet']>

/** What the rule is asked of. For a rule per household `around.contacts` are all contacts. */
export interface QuietBeside {
  rule: QuietRule
  /** What happened, at least from `quietSince` on. */
  history: Facts['history']
  /** Logged segments in which people of one address got one letter together. */
  sharing: ReadonlySet<LoggedSegmentId>
}

/** The first day that matters to a letter of this day. */
export const quietSince = (day: Day, { days }: QuietRule): Day => addDays(day, 1 - days)

/** A letter or an e-mail of ours that went out; a call and a visit are none, whatever way of writing the contact prefers. */
export function isWritten(entry: InteractionLogEntry, templates: Around['templates']): boolean {
  const { informationFlow, attemptFailed, letter, delivery, correspondenceType, contactVia, callOutcome, templateId } = entry
  if (informationFlow !== 'outbound' || attemptFailed) return false
  if (letter || delivery) return true
  if (!correspondenceType || contactVia || callOutcome) return false
  const template = templateId && templates.get(templateId)
  return !template || template.correspondenceType !== undefined || template.documents.length > 0
}

/** The fullest stretch of so many days in which this day stands: how many of these letters fall into it; nothing where none does. @param written in order */
export function fullestStretch(written: readonly Day[], day: Day, length: number): Stretch | undefined {
  if (written.length === 0) return undefined
  let best: Stretch | undefined
  const earliest = addDays(day, 1 - length)
  for (const first of [...written.filter((one) => one <= day && one >= earliest), day]) {
    const last = addDays(first, length - 1)
    const within = written.filter((one) => one >= first && one <= last)
    if (within[0] !== undefined && within.length > (best?.count ?? 0)) best = { count: within.length, since: within[0] }
  }
  return best
}

/** Gathers the lines that get something; the log is asked once, for all of them. */
export class QuietLook {
  readonly #asked: { lineNo: number; day: Day; whose: string }[] = []
  readonly #around: Around
  readonly #beside: QuietBeside | undefined

  constructor(around: Around, beside: QuietBeside | undefined) {
    this.#around = around
    this.#beside = beside
  }

  look({ line, day, contact, company }: Effective, channel: Channel): void {
    if (!this.#beside || channel.is === 'neither' || !contact) return
    const whose = this.#beside.rule.per === 'person' ? '' : homeOf(contact, company)
    this.#asked.push({ lineNo: line.lineNo, day: day.value, whose: whose || contact.id })
  }

  problems(): Problem[] {
    if (!this.#beside || this.#asked.length === 0) return []
    const { rule } = this.#beside
    const written = this.#written(this.#beside)
    const problem: Problem & { often: Stretch[] } = { code: 'tooOften', severity: 'warn', lineNos: [], often: [] }
    for (const { lineNo, day, whose } of this.#asked) {
      const stretch = fullestStretch(written.get(whose) ?? [], day, rule.days)
      if (!stretch || stretch.count < rule.letters) continue
      problem.lineNos.push(lineNo)
      problem.often.push(stretch)
    }
    return problem.lineNos.length > 0 ? [problem] : []
  }

  /** The days on which each of those asked for got something, in order. */
  #written({ rule, history, sharing }: QuietBeside): Map<string, Day[]> {
    const written = new Map<string, Day[]>()
    const asked = new Set(this.#asked.map(({ whose }) => whose))
    const of = (whose: string, ids: Iterable<ContactId>, seen = new Set<string>()) => {
      const days = written.get(whose) ?? []
      for (const id of ids) days.push(...this.#daysOf(history.get(id) ?? [], sharing, seen))
      written.set(whose, days)
    }
    if (rule.per === 'person') for (const id of asked) of(id, [id as ContactId])
    else for (const [whose, ids] of this.#athome(asked, history.keys())) of(whose, ids)
    for (const days of written.values()) days.sort()
    return written
  }

  /** Who of these lives at one of the homes that are asked for; whoever has no address is a home of her own. */
  #athome(asked: ReadonlySet<string>, ids: Iterable<ContactId>): Map<string, ContactId[]> {
    const homes = new Map<string, ContactId[]>()
    const { contacts } = this.#around
    for (const id of ids) {
      const contact = contacts.get(id)
      const whose = (contact && homeOf(contact, companyOf(contact, contacts))) || id
      if (!asked.has(whose)) continue
      const home = homes.get(whose)
      if (home) home.push(id)
      else homes.set(whose, [id])
    }
    return homes
  }

  /** @param seen letters that were for several of this home, each counted once */
  #daysOf(happened: readonly Happened[], sharing: QuietBeside['sharing'], seen: Set<string>): Day[] {
    return happened.flatMap(({ entry, cancelled }) => {
      if (cancelled || !isWritten(entry, this.#around.templates)) return []
      const shared = sharedLetter(entry, sharing)
      if (shared === '') return [entry.day]
      if (seen.has(shared)) return []
      seen.add(shared)
      return [entry.day]
    })
  }
}

/** Entries with the same one, at one address, are about one letter; blank: it was hers alone. */
function sharedLetter(
  { correspondenceType, comment, loggedSegmentId, letter, day }: InteractionLogEntry,
  sharing: ReadonlySet<LoggedSegmentId>,
): string {
  if (correspondenceType === 'email' || comment.trim() !== '') return ''
  if (letter?.together) return `${day} ${letter.attachmentId} ${letter.together.contactIds[0] ?? ''}`
  return loggedSegmentId && sharing.has(loggedSegmentId) ? `${day} ${loggedSegmentId}` : ''
}
