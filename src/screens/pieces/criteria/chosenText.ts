// Who was chosen by hand, in words: "Put in: Anna Berg, Götz Zöllner, Cora Dahl, and 3 more".
import type { Chosen } from '../../../core/segment/chosen.ts'
import type { ContactId } from '../../../model/ids.ts'
import { figure, together } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'

/** So many are named; of the others the number. */
const namedAtMost = 3

/** Those whose names are said. */
export const namedIn = (chosen: readonly Chosen[]): ContactId[] => chosen.flatMap(({ ids }) => ids.slice(0, namedAtMost))

/** Nothing where nobody was chosen. */
export const chosenText = (chosen: readonly Chosen[], names: ReadonlyMap<string, string>): string =>
  chosen.map(({ done, ids }) => t(`criteria.chosen.${done}`, { who: whoText(ids, names) })).join(' · ')

function whoText(ids: readonly ContactId[], names: ReadonlyMap<string, string>): string {
  const named = ids.slice(0, namedAtMost).map((id) => names.get(id) ?? t('segment.contactGone'))
  const more = ids.length - named.length
  return together(more > 0 ? [...named, t('criteria.chosen.more', { count: more, text: figure(more) })] : named)
}
