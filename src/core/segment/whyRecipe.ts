// Why somebody is on the list, or is not: each card of the recipe with whether she was there before it and after it, the rules that
// decided, and what comes of it.
import type { Day } from '../../base/day.ts'
import { everybody } from '../../model/criteria.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { CardKind, Line } from '../../model/segment.ts'
import type { Withheld } from '../contact/privacy.ts'
import type { Facts } from '../criteria/facts.ts'
import { defaultOptions } from './outcome.ts'
import { isOn } from './recipe.ts'
import type { RecipeWish } from './recipeWish.ts'
import { rerun, type CardRun, type Rerun, type Selecting } from './rerun.ts'
import type { SegmentState } from './steps.ts'
import { whyOfCard, type CardWhy } from './whyCard.ts'

export interface RecipeCardWhy {
  kind: CardKind
  off: boolean
  /** It was run for this answer; else `before` and `after` are from when it ran last. */
  ran: boolean
  before: boolean
  after: boolean
  /** Of a card that asks criteria and is on: what it says today. For one that did not run that may differ from what it did. */
  why?: CardWhy
  /** It ran earlier, and would decide otherwise today. */
  changed?: true
}

/**
 * What comes of it. On the list: by the card that brought her last, or only because she is pinned. Not on it: kept out, withheld, gone,
 * taken out by a card, or brought by none.
 */
export type WhyState = 'pinned' | 'byRule' | 'byHand' | 'reused' | 'noCard' | 'keptOut' | Withheld | 'gone' | 'takenOut' | 'notBrought'

export interface RecipeWhy {
  cards: RecipeCardWhy[]
  /** Whether she is on the list now, and with the recipe as it is wished. */
  now: boolean
  then: boolean
  state: WhyState
  /** The card that brought her last, or took her out: its place in the recipe. */
  by?: number
  /** She is pinned as well, one way or the other. */
  pinned?: 'in' | 'out'
}

/** @param facts of the contact, its company and everybody of it at least; @param contact nothing where it is gone */
export function whyInRecipe(
  state: SegmentState,
  wish: RecipeWish,
  id: ContactId,
  contact: Contact | undefined,
  facts: Facts,
  selecting: Selecting,
  today: Day,
): RecipeWhy {
  const run = rerun(state, wish, selecting, today)
  const isOnList = (lines: readonly Line[]) => lines.some(({ contactId }) => contactId === id)
  const cards = run.cards.map((card, at): RecipeCardWhy => {
    const [list, next] = [run.listBefore(at), listAfter(run, at)]
    const why = contact && whyOf(card, list, { state, contact, facts, today: wish.asOf ?? today })
    const { kind } = card.wish
    const met = { ran: card.ran, before: isOnList(list), after: isOnList(next), ...(why && { why }) }
    return { kind, off: !isOn(card.wish), ...met, ...(hasChanged(met) && { changed: true }) }
  })
  const known = { now: isOnList(state.lines.lines), then: isOnList(run.lines) }
  const pin = run.lines.some((line) => line.contactId === id && line.pinned)
    ? 'in'
    : state.lines.pinnedOut?.includes(id)
      ? 'out'
      : undefined
  const decided = known.then ? whyThere(cards, pin) : whyNot(cards, pin, selecting.barred(id))
  return { cards, ...known, ...decided, ...(pin && { pinned: pin }) }
}

const listAfter = (run: Rerun, at: number): readonly Line[] => (at + 1 < run.cards.length ? run.listBefore(at + 1) : run.lines)

interface Asked {
  state: SegmentState
  contact: Contact
  facts: Facts
  today: Day
}

function whyOf({ wish }: CardRun, lines: readonly Line[], { state, contact, facts, today }: Asked): CardWhy | undefined {
  const { kind, criteria = everybody, options = defaultOptions } = wish
  if (kind === 'byHand' || kind === 'reuse' || !isOn(wish)) return undefined
  return whyOfCard(kind, { lines, pinnedOut: state.lines.pinnedOut }, criteria, options, contact, facts, today)
}

/** Who is kept out since then is told so: the card itself says nothing else. */
const hasChanged = ({ ran, after, why }: Pick<RecipeCardWhy, 'ran' | 'after' | 'why'>): boolean =>
  !ran && why !== undefined && why.after !== after && why.leftOut !== 'pinnedOut'

const ways = { byHand: 'byHand', reuse: 'reused', add: 'byRule', reduce: 'byRule', refine: 'byRule' } as const

function whyThere(cards: readonly RecipeCardWhy[], pin: 'in' | 'out' | undefined): Pick<RecipeWhy, 'state' | 'by'> {
  const by = cards.findLastIndex(({ before, after }) => !before && after)
  const at = by >= 0 ? { by } : {}
  const card = cards[by]
  return { state: card ? ways[card.kind] : pin === 'in' ? 'pinned' : 'noCard', ...at }
}

function whyNot(
  cards: readonly RecipeCardWhy[],
  pin: 'in' | 'out' | undefined,
  barred: Withheld | 'gone' | undefined,
): Pick<RecipeWhy, 'state' | 'by'> {
  const by = cards.findLastIndex(({ before, after }) => before && !after)
  const at = by >= 0 ? { by } : {}
  if (pin === 'out') return { state: 'keptOut', ...at }
  if (barred) return { state: barred, ...at }
  return { state: by >= 0 ? 'takenOut' : 'notBrought', ...at }
}
