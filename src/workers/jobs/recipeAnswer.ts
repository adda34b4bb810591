// The answer to a recipe as it is wished, in numbers and first names: small enough to cross between threads whatever the length.
import type { Day } from '../../base/day.ts'
import { hasOwn } from '../../core/segment/edit.ts'
import { defaultOptions, nobodyLeftOut, type Outcome, type PeopleList } from '../../core/segment/outcome.ts'
import type { CardAnswer, CardWish, OpenCardAnswer, RecipeAnswer, RecipeWish, RuleCount, RulePath } from '../../core/segment/recipeWish.ts'
import { daysAsked, isOn } from '../../core/segment/recipe.ts'
import { rerun, type CardRun, type Rerun } from '../../core/segment/rerun.ts'
import type { SegmentState } from '../../core/segment/steps.ts'
import { everybody, type Criteria, type Group, type Rule, type StepOptions } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Line, RecipeCard, StepOutcome } from '../../model/segment.ts'
import type { Among, Counting } from './selecting.ts'

const idsOf = (lines: readonly Line[]): ContactId[] => lines.map(({ contactId }) => contactId)

/** The answer without the commit it rests on. */
export type RecipeCounts = Omit<RecipeAnswer, 'rev'>

/** What the recipe would do. @param open place of the card that is looked at closely */
export function recipeAnswer(
  state: SegmentState,
  wish: RecipeWish,
  open: number | undefined,
  counting: Counting,
  today: Day,
): RecipeCounts {
  const run = rerun(state, wish, counting, today)
  const gone = run.removed.map(({ line }) => line)
  const on = [...new Set(idsOf(run.lines))]
  const card = open === undefined ? undefined : wish.cards[open]
  return {
    cards: run.cards.map(cardAnswer),
    ...{ before: state.lines.lines.length, after: run.lines.length, coming: run.added.length, going: gone.length },
    goingOwn: gone.filter(hasOwn).length,
    comingFirst: counting.first(idsOf(run.added)),
    goingFirst: counting.first(idsOf(gone)),
    ...counting.unreached(on),
    companies: counting.count(companies, new Set(on), today),
    first: counting.first(on),
    ...(card && open !== undefined && isAsking(card) && { open: openAnswer(state, card, open, run, counting, wish.asOf ?? today) }),
  }
}

/** What one card does, as it is told. */
export const cardAnswer = ({ ran, outcome, after, selected }: CardRun): CardAnswer => ({
  ...{ added: outcome.added.length, removed: outcome.removed.length, after },
  ...(selected && { matched: selected.matched }),
  ...{ leftOut: outcome.leftOut ?? nobodyLeftOut, kept: selected?.kept ?? 0, ran },
})

export type Asking = CardWish & { kind: 'add' | 'reduce' | 'refine' }
export const isAsking = (card: CardWish): card is Asking => card.kind !== 'byHand' && card.kind !== 'reuse'

/** Whom nobody calls a person. */
export const companies: Criteria = {
  kind: 'group',
  match: 'all',
  items: [{ kind: 'choice', field: 'type', operator: 'isAnyOf', values: ['company'] }],
}

function openAnswer(state: SegmentState, card: Asking, at: number, run: Rerun, counting: Counting, today: Day): OpenCardAnswer {
  const { kind, criteria = everybody, options = defaultOptions } = card
  const lines = run.listBefore(at)
  const list: PeopleList = { lines, pinnedOut: state.lines.pinnedOut }
  const ask = (switched: StepOptions): Outcome => counting.outcome(kind, list, criteria, switched, today)
  const outcome = ask(options)
  const among: Among = kind === 'add' ? undefined : new Set(idsOf(lines))
  const stood = asItStood(card, run.cards[at])
  const people = isOn(card) ? shown(kind, lines, stood ? recorded(stood.outcome) : outcome) : []
  return {
    rules: rulesOf(criteria).map(({ path, item }) => ruleCount(path, item, among, counting, stood ? daysAsked(stood).asked : today)),
    options: Object.fromEntries(
      optionsOf[kind].map((option) => [option, ask({ ...options, [option]: !options[option] }).after - outcome.after]),
    ),
    first: counting.first(people),
    firstOf: people.length,
    ...(stood && { stood: { ...daysAsked(stood), now: { added: outcome.addedIds.length, removed: outcome.removedLineNos.length } } }),
  }
}

/** The card that is asked about, where it did not run for the answer: it is told as it was on its day. */
export const asItStood = (wish: CardWish, run: { ran: boolean; card?: RecipeCard | undefined } | undefined): RecipeCard | undefined =>
  isOn(wish) && run?.ran === false ? run.card : undefined

type WhoMoved = Pick<Outcome, 'addedIds' | 'removedLineNos'>

const recorded = ({ added, removed }: StepOutcome): WhoMoved => ({
  addedIds: idsOf(added),
  removedLineNos: removed.map(({ line }) => line.lineNo),
})

/** The new people of Add, those who go in Reduce, those who stay in Refine. */
function shown(kind: Asking['kind'], lines: readonly Line[], { addedIds, removedLineNos }: WhoMoved): ContactId[] {
  if (kind === 'add') return addedIds
  const gone = new Set(removedLineNos)
  return idsOf(lines.filter(({ lineNo }) => gone.has(lineNo) === (kind === 'reduce')))
}

/** The options that each kind of step asks. */
export const optionsOf: Record<Asking['kind'], readonly (keyof StepOptions)[]> = {
  add: ['allowExisting', 'expandCompanies', 'allowRelatedCompanies', 'ignoreExclusion'],
  reduce: ['entireCompanies'],
  refine: ['entireCompanies'],
}

/** Every rule and group with its path, the whole first. */
export function rulesOf(item: Rule | Group, path: RulePath = ''): { path: RulePath; item: Rule | Group }[] {
  const inside = item.kind === 'group' ? item.items.flatMap((one, at) => rulesOf(one, path === '' ? String(at) : `${path}.${at}`)) : []
  return [{ path, item }, ...inside]
}

function ruleCount(path: RulePath, item: Rule | Group, among: Among, counting: Counting, today: Day): RuleCount {
  const alone: Criteria = item.kind === 'group' ? item : { kind: 'group', match: 'all', items: [item] }
  const blanks = item.kind === 'group' ? undefined : counting.blanks(item, among, today)
  return { path, count: counting.count(alone, among, today), ...(blanks !== undefined && { blanks }) }
}

/** An open segment of nobody: saved criteria are tried on it. */
export const nothingYet: SegmentState = nobodyYet()

function nobodyYet(): SegmentState {
  const row = { rev: 0, id: '' as SegmentState['segment']['id'] }
  const texts = { no: '', description: '', subject: '', createdAt: '', changedAt: '' }
  const flags = { ignoreContactCorrespondence: false, ignoreContactLanguage: false }
  return { segment: { ...row, ...texts, ...flags, day: '' as Day }, lines: { ...row, nextLineNo: 1, lines: [] }, steps: [] }
}
