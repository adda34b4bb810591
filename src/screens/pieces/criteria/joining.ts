// How clauses are strung together: "who", "whose company" said where it is not plain, commas and the last "and" or "or".
import { t } from '../../../text/language.svelte.ts'
import type { Opener } from './clause.ts'

/** Something said of people, without what opens it. */
export interface Said {
  of: Opener
  text: string
  /** It ends with words between commas: what follows needs one. */
  closes: boolean
  /** What follows must say again whose it is. */
  mixed?: boolean
  /** Nothing in it says where it ends. */
  loose?: boolean
  /** It stands in brackets, or in words that close it. */
  closed?: boolean
}

/** With what opens it: "who want letters". */
export function opened({ of, text }: Said): string {
  if (of === 'whole') return text
  return t(of === 'company' ? 'criteria.join.company' : 'criteria.join.self', { says: text })
}

type Word = 'and' | 'or'

/** Clauses as a list; what opens the first is left to the caller. */
export function strung(items: readonly Said[], word: Word): Said {
  const texts = items.map((item, at) => {
    const before = items[at - 1]
    const plain = at === 0 || (before?.of === item.of && !before.mixed)
    return { text: plain ? item.text : opened(item), closes: item.closes }
  })
  const of = items[0]?.of ?? 'self'
  return { of, text: listed(texts, word), closes: texts.at(-1)?.closes ?? false, mixed: items.some((item) => item.of !== of || item.mixed) }
}

/** Texts as a list, with the comma the language wants before the last word. */
export function listed(items: readonly { text: string; closes: boolean }[], word: Word): string {
  const [last, ...others] = items.toReversed()
  const rest = others.toReversed()
  if (!last || rest.length === 0) return last?.text ?? ''
  const first = rest.map(({ text }) => text).reduce((one, next) => t('criteria.join.comma', { first: one, next }))
  const how = rest.at(-1)?.closes ? 'After' : rest.length > 1 ? 'Many' : ''
  return t(`criteria.join.${word}${how}`, { first, last: last.text })
}
