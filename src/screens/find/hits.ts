// What the search over everything shows of what it found.
import { bearsAll, fold, searchKey } from '../../base/fold.ts'
import type { IconName } from '../../parts/icons.ts'

export interface Hit {
  /** The path it leads to. */
  href: string
  name: string
  second: string
  icon: IconName
  /** It leads to all of its group: nothing of it was looked for. */
  isWay?: true
}

export interface HitGroup {
  name: string
  label: string
  total: number
  /** The first of them, and behind them the way to all, where there are more. */
  hits: readonly Hit[]
}

/** So many of a group are shown. */
export const mostOfGroup = 8

/** Those that bear every word; first those whose name begins with the first one. */
export function matching(all: readonly Hit[], words: readonly string[]): Hit[] {
  const [first = ''] = words
  const found = all.filter(({ name, second }) => bearsAll(searchKey(`${name} ${second}`), words))
  const begins = ({ name }: Hit) => fold(name).startsWith(first)
  return [...found.filter(begins), ...found.filter((hit) => !begins(hit))]
}

/** The place in the list that an arrow key leads to: at both ends it goes on at the other. */
export const step = (at: number, by: number, count: number): number => (count === 0 ? -1 : (at + by + count) % count)
