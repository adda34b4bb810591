// What a recipe would do as it is wished: the cards before the first change did what they did, the others run on today's data. Nobody's
// line is made anew that is on the list, or was: it stays, or comes back, with its values. Nothing has happened yet.
import type { Day } from '../../base/day.ts'
import { everybody } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import type { LeftOut, Line, RecipeCard, RemovedLine, StepOutcome } from '../../model/segment.ts'
import type { Withheld } from '../contact/privacy.ts'
import { KnownLines } from './knownLines.ts'
import { defaultOptions, nobodyLeftOut, type Outcome, type PeopleList } from './outcome.ts'
import { cardsKept, isOn, isPlain, recipeOf } from './recipe.ts'
import type { CardWish, RecipeWish } from './recipeWish.ts'
import { removedFrom, withBack, without, type SegmentState } from './steps.ts'

/** Who knows the contacts. */
export interface Selecting {
  outcome: (
    kind: 'add' | 'reduce' | 'refine',
    list: PeopleList,
    criteria: NonNullable<CardWish['criteria']>,
    options: NonNullable<CardWish['options']>,
    today: Day,
  ) => Outcome
  /** Why a contact can be put on no list. */
  barred: (id: ContactId) => Withheld | 'gone' | undefined
}

/** One card of the wish, and what it does. */
export interface CardRun {
  wish: CardWish
  /** The card that stands, if it is one. */
  card: RecipeCard | undefined
  ran: boolean
  outcome: StepOutcome
  /** Lines after it. */
  after: number
  /** Of a card that asked criteria now. */
  selected?: Pick<Outcome, 'matched' | 'kept' | 'first'>
}

export interface Rerun {
  cards: CardRun[]
  /** A new card at the end, and nothing else. */
  plain: boolean
  /** Who comes and goes in the end, against the list as it is. */
  added: Line[]
  removed: RemovedLine[]
  lines: Line[]
  nextLineNo: number
  /** The list as a card of the wish finds it, by its place. */
  listBefore: (at: number) => readonly Line[]
}

/** Runs the recipe as it is wished. @param today the day that relative dates are asked on, where the wish says no other */
export function rerun(state: SegmentState, wish: RecipeWish, selecting: Selecting, today: Day): Rerun {
  const runner = new Runner(state, wish, selecting, today)
  const once = runner.run([])
  // Whoever is pinned stays, also where no card brings her in any more: then her line was there before the first card.
  const there = new Set(once.list.map(({ lineNo }) => lineNo))
  const left = state.lines.lines.filter(({ pinned, lineNo }) => pinned && !there.has(lineNo))
  return runner.result(left.length > 0 ? runner.run(left) : once)
}

interface Run {
  cards: CardRun[]
  /** The list before the first card that runs, and before each that does. */
  start: readonly Line[]
  began: (readonly Line[])[]
  list: Line[]
  nextLineNo: number
}

class Runner {
  readonly #recipe: readonly RecipeCard[]
  readonly #state: SegmentState
  readonly #wish: RecipeWish
  readonly #selecting: Selecting
  readonly #today: Day
  readonly #known: KnownLines
  #kept: number
  readonly #plain: boolean

  constructor(state: SegmentState, wish: RecipeWish, selecting: Selecting, today: Day) {
    this.#state = state
    this.#wish = wish
    this.#selecting = selecting
    this.#today = wish.asOf ?? today
    this.#recipe = recipeOf(state.steps)
    this.#kept = cardsKept(this.#recipe, wish)
    this.#plain = isPlain(this.#recipe, wish)
    this.#known = new KnownLines(state)
    this.#kept = Math.min(this.#kept, this.#firstLettingIn())
  }

  /** @param besides pinned lines that no card brings */
  run(besides: readonly Line[]): Run {
    const start = [...this.#start(), ...besides]
    const cards = asTheyRan(this.#recipe, this.#wish, this.#kept, start.length)
    const run: Run = { cards, start, began: [], list: start, nextLineNo: this.#state.lines.nextLineNo }
    const seen = new Set(run.cards.map(({ card }) => card?.id))
    for (const wish of this.#wish.cards.slice(run.cards.length)) {
      const card = this.#recipe.find(({ id }) => id === wish.id && !seen.has(id))
      if (card) seen.add(card.id)
      run.began.push(run.list)
      run.cards.push(this.#runCard(wish, card, run))
    }
    return run
  }

  result({ cards, list, nextLineNo, start, began }: Run): Rerun {
    const now = this.#state.lines.lines
    const [before, after] = [numbersOf(now), numbersOf(list)]
    const added = list.filter(({ lineNo }) => !before.has(lineNo))
    const removed = removedFrom(now, ({ lineNo }) => !after.has(lineNo))
    const lines = [...now.filter(({ lineNo }) => after.has(lineNo)), ...added]
    const ran = cards.length - began.length
    const listBefore = (at: number) => began[at - ran] ?? takenBack(start, cards.slice(at, ran))
    return { cards, plain: this.#plain, added, removed, lines, nextLineNo, listBefore }
  }

  /** The list before the first card that runs: what that one and the later ones did is taken back, each line as it is now. */
  #start(): Line[] {
    const lines = this.#takenBack()
    const isIn = this.#comesBackAgainstPin(lines)
    return isIn.size > 0 ? lines.filter(({ lineNo }) => !isIn.has(lineNo)) : lines
  }

  #takenBack(): Line[] {
    const { lines } = this.#state.lines
    const later = this.#recipe.filter(isOn).slice(this.#kept)
    return later.length > 0 ? takenBack(lines, later).map((line) => this.#known.now(line)) : lines
  }

  /** Lines of people who are kept out and not there now. */
  #comesBackAgainstPin(lines: readonly Line[]): Set<number> {
    const against = numbersOf(lines.filter(({ contactId }) => this.#known.isKeptOut(contactId)))
    if (against.size > 0) for (const { lineNo } of this.#state.lines.lines) against.delete(lineNo)
    return against
  }

  /** Who is kept out must not come back because the card is gone that took her out: then the card runs, too, that had brought her. */
  #firstLettingIn(): number {
    const against = this.#comesBackAgainstPin(this.#takenBack())
    if (against.size === 0) return this.#kept
    const at = this.#recipe.filter(isOn).findIndex(({ outcome }) => outcome.added.some(({ lineNo }) => against.has(lineNo)))
    return at < 0 ? this.#kept : at
  }

  #runCard(wish: CardWish, card: RecipeCard | undefined, run: Run): CardRun {
    if (!isOn(wish)) return { wish, card, ran: false, outcome: nothing(), after: run.list.length }
    const { kind } = wish
    const done = kind === 'byHand' || kind === 'reuse' ? this.#replayed(card, run) : this.#selected(wish, kind, card, run)
    return { wish, card, ran: true, after: run.list.length, ...done }
  }

  #selected(
    wish: CardWish,
    kind: 'add' | 'reduce' | 'refine',
    card: RecipeCard | undefined,
    run: Run,
  ): Pick<CardRun, 'outcome' | 'selected'> {
    const { criteria = everybody, options = defaultOptions } = wish
    const { pinnedOut } = this.#state.lines
    const { matched, kept, first, ...found } = this.#selecting.outcome(kind, { lines: run.list, pinnedOut }, criteria, options, this.#today)
    const gone = new Set(found.removedLineNos)
    // "Remove everybody" means those as well whose contact is gone.
    const isAll = kind === 'reduce' && criteria.items.length === 0
    const removed = takeOut(run, (line) => gone.has(line.lineNo) || (isAll && !line.pinned))
    const comes = this.#known.coming(run.list, this.#plain ? undefined : (card?.outcome.added ?? []))
    const added = found.addedIds.map((id) => comes(id) ?? newLine(id, run))
    run.list = added.length > 0 ? [...run.list, ...added] : run.list
    return { outcome: { added, removed, leftOut: found.leftOut }, selected: { matched, kept, first } }
  }

  /** People chosen by hand, or used again from a logged segment, come and go as they did. */
  #replayed(card: RecipeCard | undefined, run: Run): Pick<CardRun, 'outcome'> {
    const done = card && this.#known.recorded(card)
    if (!done) return { outcome: nothing() }
    const removed = takeOut(run, (line) => !line.pinned && (done.left.has(line.contactId) || done.lineNos.has(line.lineNo)))
    const there = new Set(run.list.map(({ contactId }) => contactId))
    const leftOut = { ...nobodyLeftOut }
    const come = done.added.filter(({ contactId }) => {
      const reason = this.#bars(contactId, there)
      if (reason && reason !== 'gone') leftOut[reason] = (leftOut[reason] ?? 0) + 1
      return !reason
    })
    const comes = this.#known.coming(run.list, come)
    const added = come.map(({ contactId }) => comes(contactId) ?? newLine(contactId, run))
    run.list = added.length > 0 ? [...run.list, ...added] : run.list
    return { outcome: { added, removed, leftOut } }
  }

  #bars(id: ContactId, there: ReadonlySet<ContactId>): keyof LeftOut | 'gone' | undefined {
    const reason = this.#selecting.barred(id)
    if (reason) return reason
    if (there.has(id)) return 'alreadyThere'
    return this.#known.isKeptOut(id) ? 'pinnedOut' : undefined
  }
}

/**
 * The cards of the wish that run no more, with what they did, and those among them that are off.
 * @param kept how many cards that are on stay as they are; @param lines how many there are after them
 */
export function asTheyRan(recipe: readonly RecipeCard[], wish: RecipeWish, kept: number, lines: number): CardRun[] {
  let on = 0
  const end = wish.cards.findIndex((card) => isOn(card) && ++on > kept)
  const cards = wish.cards.slice(0, end < 0 ? undefined : end)
  const standing = new Map(recipe.map((card) => [card.id, card]))
  let after = lines
  const back = cards.toReversed().map((one): CardRun => {
    const card = one.id && standing.get(one.id)
    const outcome = card && isOn(one) ? card.outcome : nothing()
    const ran: CardRun = { wish: one, card: card || undefined, ran: false, outcome, after }
    after -= outcome.added.length - outcome.removed.length
    return ran
  })
  return back.reverse()
}

/** The list before these cards did what they did, the last one first. */
function takenBack(list: readonly Line[], cards: readonly { outcome: StepOutcome }[]): Line[] {
  let lines = [...list]
  for (const { outcome } of cards.toReversed()) {
    const rest = without(lines, outcome.added)
    const there = numbersOf(rest)
    const back = outcome.removed.filter(({ line }) => !there.has(line.lineNo))
    lines = withBack(rest, back)
  }
  return lines
}

const nothing = (): StepOutcome => ({ added: [], removed: [], leftOut: { ...nobodyLeftOut } })
const numbersOf = (lines: readonly Line[]) => new Set(lines.map(({ lineNo }) => lineNo))
const newLine = (contactId: ContactId, run: Run): Line => ({ lineNo: run.nextLineNo++, contactId, own: {}, comment: '' })

function takeOut(run: Run, goes: (line: Line) => boolean): RemovedLine[] {
  const removed = removedFrom(run.list, goes)
  if (removed.length > 0) run.list = run.list.filter((line) => !goes(line))
  return removed
}
