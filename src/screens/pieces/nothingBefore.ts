// A restore into an empty tablet replaces nothing: there is nothing to decide about, and the page that loads next need not ask.
import type { Here } from '../../storage/read/here.ts'

const note = 'fieldbook-nothing-before'

/** Nobody's work is on this tablet. */
export const isBare = ({ counts }: Here): boolean =>
  (['contacts', 'segments', 'entries', 'templates', 'campaigns', 'loggedSegments'] as const).every((name) => !counts[name])

export const noteNothingBefore = (): void => sessionStorage.setItem(note, 'yes')

/** Whether it was noted; asked once. */
export function nothingBefore(): boolean {
  const noted = sessionStorage.getItem(note) !== null
  sessionStorage.removeItem(note)
  return noted
}
