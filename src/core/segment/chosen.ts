// Who was chosen by hand, and what was done with them: put on the list or taken off it, pinned in or kept out.
import type { ContactId, StepId } from '../../model/ids.ts'
import type { Step } from '../../model/segment.ts'

/** What was done; `reused`: taken over from a logged segment. */
export type Done = 'in' | 'pinned' | 'out' | 'keptOut' | 'reused'

export interface Chosen {
  done: Done
  /** Each once, in the order of the list. */
  ids: ContactId[]
}

/**
 * By the card that has them. A card says what it did when it was made: switched off, or run again with fewer, it still means all of them.
 */
export function chosenOfCards(steps: readonly Step[]): Map<StepId, Chosen[]> {
  const cards = steps.filter(({ kind, undone }) => !undone && (kind === 'byHand' || kind === 'reuse'))
  return new Map(cards.map((step) => [step.id, chosenIn(step)]))
}

function chosenIn({ kind, outcome }: Step): Chosen[] {
  const people = new Map<Done, Set<ContactId>>()
  const note = (done: Done, id: ContactId) => people.set(done, (people.get(done) ?? new Set()).add(id))
  const keptOut = new Set(outcome.keptOut)
  for (const { contactId, pinned } of outcome.added) note(kind === 'reuse' ? 'reused' : pinned ? 'pinned' : 'in', contactId)
  for (const { line } of outcome.removed) note(keptOut.has(line.contactId) ? 'keptOut' : 'out', line.contactId)
  return [...people].map(([done, ids]) => ({ done, ids: [...ids] }))
}
