// What is said after one contact was put on a segment: that it is on it, or that it was left out, and why.
import type { AddedByHand } from '../../actions/segments.ts'
import { t } from '../../text/language.svelte.ts'

export function addedWords({ added, leftOut }: AddedByHand, name: string, segment: string): string {
  if (added > 0 || leftOut.alreadyThere > 0) return t('contact.added', { name, segment })
  const why = (['privacyBlocked', 'minor'] as const).find((reason) => leftOut[reason] > 0)
  return [t('contacts.addedNobody', { segment }), why && t(`contact.withheldWhy.${why}`)].filter(Boolean).join(' ')
}
