// The answer to a recipe by bits instead of lines, for the finger that is still on the control: the same as `recipeAnswer`, where each
// contact stands once on every list that is met. Where one stands twice, or is gone, there is none, and the lines have to be asked.
import type { Day } from '../../base/day.ts'
import { and, count, countAnd, or, without, type Bitmap, type ColumnIndex } from '../../columns/index.ts'
import { hasOwn } from '../../core/segment/edit.ts'
import { KnownLines } from '../../core/segment/knownLines.ts'
import { defaultOptions, nobodyLeftOut } from '../../core/segment/outcome.ts'
import { cardsKept, daysAsked, isOn, recipeOf } from '../../core/segment/recipe.ts'
import type { CardAnswer, CardWish, OpenCardAnswer, RecipeWish } from '../../core/segment/recipeWish.ts'
import { asTheyRan } from '../../core/segment/rerun.ts'
import type { SegmentState } from '../../core/segment/steps.ts'
import { everybody, type Criteria, type Rule, type StepOptions } from '../../model/criteria.ts'
import type { LeftOut, Line, RecipeCard } from '../../model/segment.ts'
import { firstSo } from './columnCounting.ts'
import { asItStood, cardAnswer, companies, isAsking, optionsOf, rulesOf, type Asking, type RecipeCounts } from './recipeAnswer.ts'

/** Some list is met on which a contact stands twice, or one that is gone. */
const notByBits = Symbol('not by bits')

/** A segment as bits, good until the index or the segment changes. */
export class SegmentBits {
  readonly #index: ColumnIndex
  readonly #state: SegmentState
  readonly #known: KnownLines
  readonly #recipe: readonly RecipeCard[]
  readonly #cards = new Map<RecipeCard, { added: Bitmap; removed: Bitmap }>()
  readonly #list: { members: Bitmap; pinned: Bitmap; pinnedOut: Bitmap; own: Bitmap }

  constructor(state: SegmentState, index: ColumnIndex) {
    const { lines, pinnedOut = [] } = state.lines
    const bits = (some: readonly Line[]) => index.members(some.map(({ contactId }) => contactId))
    this.#index = index
    this.#state = state
    this.#known = new KnownLines(state)
    this.#recipe = recipeOf(state.steps)
    this.#list = {
      members: bits(lines),
      pinned: bits(lines.filter(({ pinned }) => pinned)),
      pinnedOut: index.members(pinnedOut),
      own: bits(lines.filter(hasOwn)),
    }
  }

  /** The same as `recipeAnswer`; nothing where bits cannot say it. */
  answer(wish: RecipeWish, open: number | undefined, today: Day): RecipeCounts | undefined {
    try {
      return this.#answer(wish, open, wish.asOf ?? today)
    } catch (error) {
      if (error === notByBits) return undefined
      throw error
    }
  }

  #answer(wish: RecipeWish, open: number | undefined, today: Day): RecipeCounts {
    const { members, own } = this.#list
    this.#holds(count(members) === this.#state.lines.lines.length)
    const run = this.#run(wish, today)
    const [coming, going] = [without(run.list, members), without(members, run.list)]
    const card = open === undefined ? undefined : wish.cards[open]
    return {
      ...{ cards: run.cards, before: count(members), after: count(run.list), coming: count(coming), going: count(going) },
      goingOwn: countAnd(going, own),
      comingFirst: this.#index.firstNames(coming, firstSo),
      goingFirst: this.#index.firstNames(going, firstSo),
      ...this.#index.unreached(run.list),
      companies: this.#index.count(companies, today, run.list),
      first: this.#index.firstNames(run.list, firstSo),
      ...(card && open !== undefined && isAsking(card) && { open: this.#open(card, run.before(open), run.stood(open), today) }),
    }
  }

  #run(wish: RecipeWish, today: Day) {
    const kept = cardsKept(this.#recipe, wish)
    const later = this.#recipe.filter(isOn).slice(kept)
    const start = this.#takenBack(this.#list.members, later)
    // Who went and came again has another line now: which of the two it will be is told by the lines.
    for (const card of later) this.#holds(countAnd(this.#bitsOf(card).removed, this.#list.members) === 0)
    // Who is kept out must not come back because a card is gone: there the lines have to be asked.
    this.#holds(count(without(and(start, this.#list.pinnedOut), this.#list.members)) === 0)
    const once = this.#runFrom(start, wish, kept, today)
    const left = without(this.#list.pinned, once.list)
    return count(left) > 0 ? this.#runFrom(or(start, left), wish, kept, today) : once
  }

  #runFrom(start: Bitmap, wish: RecipeWish, kept: number, today: Day) {
    const before = asTheyRan(this.#recipe, wish, kept, count(start))
    const cards: CardAnswer[] = before.map(cardAnswer)
    const seen = new Set(before.map(({ card }) => card?.id))
    const began: Bitmap[] = []
    let list = start
    for (const one of wish.cards.slice(before.length)) {
      const card = this.#recipe.find(({ id }) => id === one.id && !seen.has(id))
      if (card) seen.add(card.id)
      began.push(list)
      const done = this.#runCard(one, card, list, today)
      list = done.list
      cards.push(done.answer)
    }
    const standing = before.map(({ wish: one, card }) => (isOn(one) ? card : undefined))
    const listBefore = (at: number): Bitmap => {
      const later = standing.slice(at).filter((card) => card !== undefined)
      return began[at - before.length] ?? this.#takenBack(start, later)
    }
    const stood = (at: number) => before[at] && asItStood(before[at].wish, before[at])
    return { cards, list, before: listBefore, stood }
  }

  #runCard(wish: CardWish, card: RecipeCard | undefined, list: Bitmap, today: Day): { list: Bitmap; answer: CardAnswer } {
    const after = { added: 0, removed: 0, after: count(list), leftOut: { ...nobodyLeftOut }, kept: 0 }
    if (!isOn(wish)) return { list, answer: { ...after, ran: false } }
    if (!isAsking(wish)) return this.#replayed(card, list)
    const { kind, criteria = everybody, options = defaultOptions } = wish
    this.#holds(!(kind === 'add' && options.allowExisting))
    const { members, ...found } = this.#index.step(kind, this.#at(list), criteria, options, today)
    return { list: members, answer: { ...found, after: count(members), ran: true } }
  }

  #at(members: Bitmap) {
    const { pinned, pinnedOut } = this.#list
    return { members, pinned, pinnedOut }
  }

  /** People chosen by hand, or used again from a logged segment, come and go as they did. */
  #replayed(card: RecipeCard | undefined, list: Bitmap): { list: Bitmap; answer: CardAnswer } {
    const done = card && this.#known.recorded(card)
    const leftOut: LeftOut = { ...nobodyLeftOut }
    if (!done) return { list, answer: { added: 0, removed: 0, after: count(list), leftOut, kept: 0, ran: true } }
    this.#holds(done.lineNos.size === done.left.size)
    const removed = without(and(list, this.#index.members(done.left)), this.#list.pinned)
    const rest = without(list, removed)
    const ids = new Set(done.added.map(({ contactId }) => contactId))
    this.#holds(ids.size === done.added.length)
    let come = this.#index.members(ids)
    const leave = (who: Bitmap) => {
      const gone = countAnd(come, who)
      come = without(come, who)
      return gone
    }
    leftOut.privacyBlocked = leave(this.#index.matching(blocked, anyDay))
    leftOut.minor = leave(this.#index.matching(minors, anyDay))
    leftOut.alreadyThere = leave(rest)
    const out = leave(this.#list.pinnedOut)
    const now = or(rest, come)
    const numbers = { added: count(come), removed: count(removed), after: count(now), kept: 0, ran: true }
    return { list: now, answer: { ...numbers, leftOut: { ...leftOut, ...(out > 0 && { pinnedOut: out }) } } }
  }

  #takenBack(list: Bitmap, cards: readonly RecipeCard[]): Bitmap {
    let back = list
    for (const card of cards.toReversed()) {
      const { added, removed } = this.#bitsOf(card)
      this.#holds(countAnd(back, added) === card.outcome.added.length)
      const rest = without(back, added)
      this.#holds(countAnd(rest, removed) === 0)
      back = or(rest, removed)
    }
    return back
  }

  #bitsOf(card: RecipeCard): { added: Bitmap; removed: Bitmap } {
    const known = this.#cards.get(card)
    if (known) return known
    const { added, removed } = card.outcome
    const bits = { added: this.#once(added), removed: this.#once(removed.map(({ line }) => line)) }
    this.#cards.set(card, bits)
    return bits
  }

  #once(lines: readonly Line[]): Bitmap {
    const bits = this.#index.members(lines.map(({ contactId }) => contactId))
    this.#holds(count(bits) === lines.length)
    return bits
  }

  #holds(isSo: boolean): void {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- it is caught at the door, and is no failure
    if (!isSo) throw notByBits
  }

  /** @param stood the card as it was on its day, where it did not run */
  #open(card: Asking, list: Bitmap, stood: RecipeCard | undefined, today: Day): OpenCardAnswer {
    const { kind, criteria = everybody, options = defaultOptions } = card
    this.#holds(!(kind === 'add' && options.allowExisting))
    const ask = (how: StepOptions) => this.#index.step(kind, this.#at(list), criteria, how, today)
    const found = ask(options)
    const among = kind === 'add' ? undefined : list
    const change = ({ added, removed }: { added: number; removed: number }) => added - removed
    const people = this.#shown(card, list, stood ? this.#afterStood(stood, list) : found.members)
    const day = stood ? daysAsked(stood).asked : today
    return {
      rules: rulesOf(criteria).map(({ path, item }) => {
        const alone: Criteria = item.kind === 'group' ? item : { kind: 'group', match: 'all', items: [item] }
        const blanks = item.kind === 'group' ? undefined : this.#index.blanks(item, day, among)
        return { path, count: this.#index.count(alone, day, among), ...(blanks !== undefined && { blanks }) }
      }),
      options: Object.fromEntries(
        optionsOf[kind].map((option) => [option, change(ask({ ...options, [option]: !options[option] })) - change(found)]),
      ),
      first: this.#index.firstNames(people, firstSo),
      firstOf: count(people),
      ...(stood && { stood: { ...daysAsked(stood), now: { added: found.added, removed: found.removed } } }),
    }
  }

  #afterStood(card: RecipeCard, list: Bitmap): Bitmap {
    const { added, removed } = this.#bitsOf(card)
    return or(without(list, removed), added)
  }

  #shown(card: Asking, before: Bitmap, after: Bitmap): Bitmap {
    if (!isOn(card)) return without(before, before)
    if (card.kind === 'refine') return and(before, after)
    return card.kind === 'add' ? without(after, before) : without(before, after)
  }
}

const flag = (field: 'privacyBlocked' | 'minor' | 'parentalConsent', is: boolean): Rule => ({ kind: 'flag', field, is })
const blocked: Criteria = { kind: 'group', match: 'all', items: [flag('privacyBlocked', true)] }
const minors: Criteria = { kind: 'group', match: 'all', items: [flag('minor', true), flag('parentalConsent', false)] }
/** Flags are the same on every day. */
const anyDay = '2000-01-01' as Day
