// The recipe while it is edited: its cards as they are wished, each edit with its way back. It is mirrored on the disk, and begins from the
// recipe that stands.
import type { House } from '../../../actions/house.ts'
import type { Day } from '../../../base/day.ts'
import { changedRule } from '../../../core/criteria/tree.ts'
import type { CardWish, RecipeWish, RulePath } from '../../../core/segment/recipeWish.ts'
import type { Criteria, StepOptions } from '../../../model/criteria.ts'
import type { SegmentId } from '../../../model/ids.ts'
import { Draft } from '../../../parts/draft.svelte.ts'
import { asksCriteria, asWish, copyOf, isSame, moved, newCard, onlyAtEnd, type CriteriaKind } from './cardWishes.ts'
import { RecipeCount } from './recipeCount.svelte.ts'
import { askedPaths, incompletePaths } from './complete.ts'
import { asked, isBegun, isPointless, lastAsking, onStanding, switched, type Recipe, type RecipeDraft } from './recipeDraft.ts'

/** Typing in one card goes back as one edit, when there is no longer pause. */
const pause = 1000

export class RecipeEditor {
  readonly count: RecipeCount
  /** Saved criteria are tried on an empty list. */
  readonly fromNothing: boolean
  /** The recipe that stands has been read. */
  ready = $state(false)
  /** The recipe became another one while it was edited here. */
  meanwhile = $state(false)
  /** What is open, or looked at, in the tree of the open card. */
  focus = $state<RulePath | undefined>()
  readonly draft: Draft<RecipeDraft>
  #past = $state.raw<Recipe[]>([])
  #future = $state.raw<Recipe[]>([])
  #last = { what: '', at: 0 }

  /** @param on the segment whose recipe it is; missing: saved criteria, which begin from an empty list */
  constructor(house: House, draftId: string, on?: SegmentId) {
    this.fromNothing = on === undefined
    this.count = new RecipeCount(house, () => ({ on, wish: this.wish(), open: this.open }))
    this.draft = new Draft<RecipeDraft>(draftId, house.drafts, { base: [], cards: [], again: false, asOf: '', open: -1 })
  }

  get cards(): readonly CardWish[] {
    return this.draft.value.cards
  }

  get again(): boolean {
    return this.draft.value.again
  }

  get asOf(): Day | undefined {
    return this.draft.value.asOf || undefined
  }

  /** The place of the open card; nothing when none is open. */
  get open(): number | undefined {
    const { open } = this.draft.value
    return this.cards[open] ? open : undefined
  }

  get openCard(): CardWish | undefined {
    return this.open === undefined ? undefined : this.cards[this.open]
  }

  /** Whether anything is wished that does not stand yet. */
  readonly changed: boolean = $derived.by(() => {
    const { base, cards, again, asOf } = this.draft.value
    return again || asOf !== '' || !isSame(base, cards)
  })

  /** Whether an edit would be lost if nothing was kept: an empty card that was only begun is none. */
  get touched(): boolean {
    const { base, cards, again, asOf } = this.draft.value
    return again || asOf !== '' || !isSame(base, cards.filter(isBegun))
  }

  /** Whether all that is wished are new cards at the end. */
  readonly plain: boolean = $derived.by(() => {
    const { base, cards, again, asOf } = this.draft.value
    return !again && asOf === '' && onlyAtEnd(base, cards)
  })

  /** Places of cards that would remove everybody or nobody, because they have no rule yet. */
  readonly pointless: readonly number[] = $derived.by(() => {
    const { base, cards } = this.draft.value
    return cards.flatMap((card, at) => (isPointless(card, base) && !card.off ? [at] : []))
  })

  /** The rules that lack a value, in cards that are on: what is used is without them. */
  readonly unfinished: readonly { card: number; path: RulePath }[] = $derived.by(() =>
    this.cards.flatMap((card, at) =>
      asksCriteria(card) && card.criteria && !card.off ? incompletePaths(card.criteria).map((path) => ({ card: at, path })) : [],
    ),
  )

  readonly canUndo: boolean = $derived(this.#past.length > 0)
  readonly canRedo: boolean = $derived(this.#future.length > 0)

  /** What is asked and applied: rules that lack a value are left out, and a card without a rule that needs one is passed over. */
  wish(): RecipeWish {
    const { base, cards, again, asOf } = this.draft.take()
    return {
      cards: cards.map((card) => asWish(asked(card, base))),
      ...(again || asOf ? { again: true } : {}),
      ...(asOf && { asOf }),
    }
  }

  /** The recipe that stands: it is what the draft begins from, and when it becomes another one, what was not touched follows. */
  follow(standing: readonly CardWish[]): void {
    const now = this.draft.take()
    const { base } = now
    this.ready = true
    if (isSame(base, standing)) return
    const onto = (recipe: Recipe): Recipe => onStanding(recipe, base, standing)
    if (this.touched) this.meanwhile = true
    this.draft.value = { ...onto(now), base: [...standing] }
    // The ways back and forth lead to what was edited here, each on what stands now.
    this.#past = this.#past.map(onto)
    this.#future = this.#future.map(onto)
    if (this.changed) this.draft.changed()
  }

  /** What was found on the disk can be taken back as a whole. */
  found(): void {
    const { base } = this.draft.take()
    if (this.changed && this.#past.length === 0) this.#past = [{ cards: base, again: false, asOf: '', open: lastAsking(base) }]
  }

  /** A new card at the end, if none is being made already. It is no edit yet: an empty card is nothing to be kept. */
  begin(kind: CriteriaKind): void {
    const { cards } = this.draft.take()
    const at = cards.findIndex((card) => card.id === undefined && card.kind === kind)
    if (at >= 0) this.draft.value.open = at
    else this.draft.value = { ...this.draft.take(), cards: [...cards, newCard(kind)], open: cards.length }
  }

  /** Where a rule that was asked about stands in the card's tree, which may have rules that cannot be asked yet. */
  pathShown(at: number, asked: RulePath): RulePath {
    const { criteria } = this.cards[at] ?? {}
    return (criteria && askedPaths(criteria).get(asked)) ?? asked
  }

  openAt(at: number, focus?: RulePath): void {
    this.draft.value.open = at
    this.focus = focus
    if (this.changed) this.draft.changed()
  }

  setCriteria(criteria: Criteria): void {
    // Typing goes on in one rule; what moves rules or groups is an edit of its own.
    const before = this.openCard?.criteria
    const rule = before && changedRule(before, criteria)
    this.#editOpen(rule === undefined ? 'tree' : `criteria ${rule}`, { criteria })
  }

  setKind(kind: CriteriaKind): void {
    this.#editOpen('kind', { kind })
  }

  setOption(option: keyof StepOptions, on: boolean): void {
    const { options } = this.openCard ?? {}
    if (options) this.#editOpen(`option ${option}`, { options: { ...$state.snapshot(options), [option]: on } })
  }

  toggle(at: number): void {
    this.#edit('switch', (recipe) => ({ ...recipe, cards: recipe.cards.map((card, i) => (i === at ? switched(card) : card)) }))
  }

  /** Puts a new card at a place and opens it. */
  insert(at: number, card: CardWish): void {
    this.#edit('insert', (recipe) => ({ ...recipe, cards: recipe.cards.toSpliced(at, 0, card), open: at }))
  }

  duplicate(at: number): void {
    const card = this.draft.take().cards[at]
    if (card) this.insert(at + 1, copyOf(card))
  }

  move(at: number, by: 1 | -1): void {
    this.#edit('move', (recipe) => ({ ...recipe, cards: moved(recipe.cards, at, at + by), open: at + by }))
  }

  remove(at: number): void {
    this.#edit('remove', (recipe) => {
      const cards = recipe.cards.toSpliced(at, 1)
      return { ...recipe, cards, open: Math.min(recipe.open > at ? recipe.open - 1 : recipe.open, cards.length - 1) }
    })
  }

  setAgain(again: boolean): void {
    this.#edit('again', (recipe) => ({ ...recipe, again }))
  }

  /** All of it once more, on today's data and for today. */
  refresh(): void {
    this.#edit('again', (recipe) => ({ ...recipe, again: true, asOf: '' }))
  }

  setAsOf(asOf: Day | undefined): void {
    this.#edit('asOf', (recipe) => ({ ...recipe, asOf: asOf ?? '' }))
  }

  undo(): void {
    const back = this.#past.at(-1)
    if (!back) return
    this.#future = [...this.#future, this.#now()]
    this.#past = this.#past.slice(0, -1)
    this.#put(back)
  }

  redo(): void {
    const next = this.#future.at(-1)
    if (!next) return
    this.#past = [...this.#past, this.#now()]
    this.#future = this.#future.slice(0, -1)
    this.#put(next)
  }

  /** Everything as it stands; nothing of the draft is kept. */
  async drop(): Promise<void> {
    const { base } = this.draft.take()
    this.meanwhile = false
    this.#past = []
    this.#future = []
    this.draft.value = { base, cards: base, again: false, asOf: '', open: lastAsking(base) }
    await this.draft.drop()
  }

  /** What is wished is stored now as it is. */
  async saved(): Promise<void> {
    const { cards } = this.wish()
    this.#past = []
    this.#future = []
    this.draft.value = { ...this.draft.take(), base: [...cards], cards: [...cards], again: false, asOf: '' }
    await this.draft.drop()
  }

  /** What was dropped is taken up again. */
  restore(kept: RecipeDraft): void {
    this.#put(kept)
  }

  /** The page is left: what was edited waits on the disk. */
  leave(): Promise<void> {
    return this.touched ? this.draft.leave() : this.drop()
  }

  #editOpen(what: string, change: Partial<CardWish>): void {
    const at = this.open
    if (at !== undefined)
      this.#edit(`${what} ${at}`, (recipe) => ({
        ...recipe,
        cards: recipe.cards.map((card, i) => (i === at ? asWish({ ...card, ...change }) : card)),
      }))
  }

  #edit(what: string, change: (recipe: Recipe) => Recipe): void {
    const before = this.#now()
    const at = Date.now()
    const goesOn = what.startsWith('criteria') && this.#last.what === what && at - this.#last.at < pause
    if (!goesOn) this.#past = [...this.#past, before]
    this.#last = { what, at }
    this.#future = []
    this.#put(change(before))
  }

  #now(): Recipe {
    const { base: _, ...recipe } = this.draft.take()
    return recipe
  }

  #put({ cards, again, asOf, open }: Recipe): void {
    if (open !== this.draft.value.open) this.focus = undefined
    this.draft.value = { cards, again, asOf, open, base: this.draft.value.base }
    // What is as it stands again, or an empty card, is nothing to be kept.
    if (this.touched) this.draft.changed()
    else void this.draft.drop()
  }
}
