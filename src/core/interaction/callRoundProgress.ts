// How far a call round is: worked out from the entries of the log that name it, never stored.
import type { CallRound, NotCalled } from '../../model/callRound.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'

/** What of an entry a round needs to know; those that were cancelled are left out. */
export type CallMark = Pick<
  InteractionLogEntry,
  'id' | 'contactId' | 'deletedContactId' | 'callOutcome' | 'attemptFailed' | 'day' | 'time' | 'loggedAt' | 'duration'
>

/** Whose call it was: of somebody who was deleted since it stands with her company, and was hers. */
export const whoseCall = ({ contactId, deletedContactId }: Pick<CallMark, 'contactId' | 'deletedContactId'>): ContactId =>
  deletedContactId ?? contactId

export type PersonState = 'toCall' | 'reached' | 'notReached' | 'skipped' | NotCalled

export interface RoundPerson {
  contactId: ContactId
  state: PersonState
  /** She is still to be called in this turn. */
  due: boolean
  /** Her calls, as they were logged. */
  calls: readonly CallMark[]
  last: CallMark | undefined
}

export interface RoundProgress {
  people: RoundPerson[]
  reached: number
  notReached: number
  skipped: number
  leftOut: number
  /** Still to be called. */
  due: number
  /** Of this turn those who were called; whoever was skipped was not. */
  called: number
  calls: number
  minutes: number
}

const isLater = (one: CallMark, than: CallMark): boolean =>
  one.loggedAt > than.loggedAt || (one.loggedAt === than.loggedAt && one.id > than.id)

/**
 * Everybody in the order they are called in: those of the beginning who are still on the segment or were called, then those who came later.
 * @param listed who stands on the segment now
 */
export function progressOf(round: CallRound, listed: readonly ContactId[], marks: readonly CallMark[]): RoundProgress {
  const calls = new Map<ContactId, CallMark[]>()
  for (const mark of marks) calls.set(whoseCall(mark), [...(calls.get(whoseCall(mark)) ?? []), mark])
  const on = new Set(listed)
  const ids = new Set([...round.contactIds.filter((id) => on.has(id) || calls.has(id)), ...listed, ...calls.keys()])
  const barred = new Map(round.leftOut?.map(({ contactId, why }) => [contactId, why]))
  const skipped = new Set(round.skipped)
  const people = [...ids].map((id) => personOf(id, calls.get(id) ?? [], { barred: barred.get(id), skipped: skipped.has(id), round }))
  const counts = counted(people)
  const called = people.length - counts.leftOut - counts.due - counts.skipped
  return { people, ...counts, called, calls: marks.length, minutes: marks.reduce((sum, { duration }) => sum + duration, 0) }
}

function personOf(
  contactId: ContactId,
  marks: readonly CallMark[],
  { barred, skipped, round }: { barred: NotCalled | undefined; skipped: boolean; round: CallRound },
): RoundPerson {
  const last = marks.reduce<CallMark | undefined>((latest, mark) => (!latest || isLater(mark, latest) ? mark : latest), undefined)
  const known = { contactId, calls: [...marks].sort((one, other) => (isLater(one, other) ? 1 : -1)), last }
  if (marks.some(({ attemptFailed }) => !attemptFailed)) return { ...known, state: 'reached', due: false }
  if (barred && !last) return { ...known, state: barred, due: false }
  const again = last !== undefined && round.againAt !== undefined && last.loggedAt < round.againAt
  const due = !skipped && !barred && (!last || again)
  return { ...known, state: last ? 'notReached' : skipped ? 'skipped' : 'toCall', due }
}

function counted(people: readonly RoundPerson[]): Pick<RoundProgress, 'reached' | 'notReached' | 'skipped' | 'leftOut' | 'due'> {
  const found = { reached: 0, notReached: 0, skipped: 0, leftOut: 0, due: 0 }
  for (const { state, due } of people) {
    if (due) found.due++
    if (state === 'reached' || state === 'notReached' || state === 'skipped') found[state]++
    else if (state !== 'toCall') found.leftOut++
  }
  return found
}

/** Who is called next: the first still to be called behind this one, else the first of all. Nobody when the turn is over. */
export function nextToCall({ people }: RoundProgress, after?: ContactId): ContactId | undefined {
  const at = people.findIndex(({ contactId }) => contactId === after)
  const due = (person: RoundPerson) => person.due && person.contactId !== after
  return (people.slice(at + 1).find(due) ?? people.find(due))?.contactId
}

/** Everybody the round did not reach: called in vain, or skipped. */
export const notReachedIn = ({ people }: RoundProgress): ContactId[] =>
  people.filter(({ state }) => state === 'notReached' || state === 'skipped').map(({ contactId }) => contactId)
