// The first of some names in a line, and how many more there are.
import { t } from '../../text/language.svelte.ts'

/** So many are named. */
export const named = 3

/** @param total of all who are meant; nothing is said of the others where nobody is named */
export function firstOf(names: readonly string[], total: number): string {
  const more = total - names.length
  return [...names, ...(more > 0 && names.length > 0 ? [t('letters.moreNames', { count: more })] : [])].join(', ')
}
