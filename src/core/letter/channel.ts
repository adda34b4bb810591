// How the letter of a line goes out: printed and posted, by e-mail, or not at all, and then why.
// BC: Interaction/CorrespondenceType.Enum.al; there a line without a type stops the whole logging
import type { ProblemCode } from '../interaction/problem.ts'
import { withheld } from '../contact/privacy.ts'
import type { Effective } from '../segment/effective.ts'
import type { LettersPer } from '../../model/segment.ts'
import { isReachedByPost } from './addressTogether.ts'

/** Why neither a letter nor an e-mail can go out, in the order in which they are told: each is a problem with a way out of its own. */
export const neitherReasons = [
  ...(['noCorrespondenceType', 'noAddress', 'noEmail', 'noDocument', 'languageGone'] as const),
  ...(['privacyBlocked', 'minor', 'contactGone'] as const),
] as const satisfies ProblemCode[]
export type NeitherReason = (typeof neitherReasons)[number]

export type Channel = { is: 'print' } | { is: 'email' } | { is: 'neither'; why: NeitherReason }

/** Each line goes one way and no other; those who share a letter all go the same. @param per who gets one letter together */
export function channelOf(line: Effective, per: LettersPer | undefined): Channel {
  const { contact, document, correspondenceType, reached } = line
  if (!contact) return neither('contactGone')
  const reason = withheld(contact)
  if (reason) return neither(reason)
  if (!document) return neither(line.template.value?.documents.length ? 'languageGone' : 'noDocument')
  switch (correspondenceType.value) {
    case undefined:
      return neither('noCorrespondenceType')
    case 'email':
      return reached?.email.trim() ? { is: 'email' } : neither('noEmail')
    case 'hardCopy':
      return isReachedByPost(line, per) ? { is: 'print' } : neither('noAddress')
  }
}

const neither = (why: NeitherReason): Channel => ({ is: 'neither', why })

/** The lines of a segment by the way their letters go out, each by its number. Together they are all lines. */
export interface Channels {
  print: number[]
  email: number[]
  /** Only reasons that stand. */
  neither: { why: NeitherReason; lineNos: number[] }[]
}

/** Gathers the lines one by one. */
export class ChannelCount {
  readonly #print: number[] = []
  readonly #email: number[] = []
  readonly #neither = new Map<NeitherReason, number[]>()
  readonly #per: LettersPer | undefined

  constructor(per: LettersPer | undefined) {
    this.#per = per
  }

  look(line: Effective): Channel {
    const channel = channelOf(line, this.#per)
    this.#listOf(channel).push(line.line.lineNo)
    return channel
  }

  get channels(): Channels {
    const neither = neitherReasons.flatMap((why) => {
      const lineNos = this.#neither.get(why)
      return lineNos ? [{ why, lineNos }] : []
    })
    return { print: this.#print, email: this.#email, neither }
  }

  #listOf(channel: Channel): number[] {
    if (channel.is !== 'neither') return channel.is === 'print' ? this.#print : this.#email
    const known = this.#neither.get(channel.why) ?? []
    this.#neither.set(channel.why, known)
    return known
  }
}
