// Saved criteria: the recipe of a segment under a name. What came from a logged segment becomes criteria that mean the same, so that a
// recipe has one kind of step only; what was done by hand stays with the list it was done to.
// BC: Segment/SegmentHeader.Table.al SaveCriteria, ReuseCriteria, Segment/SavedSegmentCriteria.Table.al
import { exhaustive } from '../../base/never.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import {
  everybody,
  type Criteria,
  type EntryWhere,
  type Group,
  type Rule,
  type SavedCriteria,
  type SavedStep,
  type StepOptions,
} from '../../model/criteria.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, ContactId, LoggedSegmentId, SavedCriteriaId } from '../../model/ids.ts'
import type { LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { Evaluation, type FollowUpWho } from '../../model/parts.ts'
import type { RecipeCard, Step } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { defaultOptions, type Outcome } from './outcome.ts'
import { recipeOf } from './recipe.ts'
import { emptied, inARow, type Plan } from './replay.ts'
import { planStep, type SegmentState } from './steps.ts'

/** The logged segments that steps reused, with the rows beside them. */
export type ReusedSegments = ReadonlyMap<
  LoggedSegmentId,
  { logged: LoggedSegment; state: LoggedSegmentState | undefined; /** Of all its lines. */ campaignIds: CampaignId[] }
>

export interface CriteriaName {
  code: string
  description: string
}

/** The steps that stand, as a recipe. Refused when there are none, or the code is blank or taken. */
export function planSaveCriteria(
  steps: readonly Step[],
  name: CriteriaName,
  others: readonly SavedCriteria[],
  reused: ReusedSegments,
  occasion: Occasion,
): Result<{ changes: Changes; id: SavedCriteriaId; byHand: number }, Failure> {
  const recipe = recipeOf(steps)
  const saved = savedSteps(recipe, reused)
  if (saved.length === 0) return refuse({ code: 'criteriaNoSteps' })
  const checked = checkedName(name, others)
  if (!checked.ok) return checked
  const id = occasion.nextId<SavedCriteriaId>()
  const row: SavedCriteria = { rev: 0, id, ...checked.value, steps: saved, savedBy: occasion.user, changedAt: occasion.now }
  return ok({
    changes: { put: { savedCriteria: [row] }, remove: {}, requires: [asRead('savedCriteria', row)] },
    id,
    byHand: peopleByHand(recipe),
  })
}

/** Another code or description. Refused when the code is blank, or another recipe has it. */
export function planRenameCriteria(
  saved: SavedCriteria,
  name: CriteriaName,
  all: readonly SavedCriteria[],
  occasion: Occasion,
): Result<Changes, Failure> {
  const others = all.filter(({ id }) => id !== saved.id)
  const checked = checkedName(name, others)
  if (!checked.ok) return checked
  const { code, description } = checked.value
  if (code === saved.code && description === saved.description) return ok(noChanges())
  return ok(changedTo(saved, { ...saved, code, description, changedAt: occasion.now }))
}

/** Another recipe: steps dropped, put in another order, switched off. */
export function planChangeCriteria(saved: SavedCriteria, steps: readonly SavedStep[], occasion: Occasion): Result<Changes, Failure> {
  if (steps.length === 0) return refuse({ code: 'criteriaNoSteps' })
  const plain = steps.map((step) => given({ ...step }))
  if (JSON.stringify(plain) === JSON.stringify(saved.steps)) return ok(noChanges())
  return ok(changedTo(saved, { ...saved, steps: plain, changedAt: occasion.now }))
}

const changedTo = (saved: SavedCriteria, row: SavedCriteria): Changes => ({
  put: { savedCriteria: [row] },
  remove: {},
  requires: [asRead('savedCriteria', saved)],
})

/** The steps that are replayed. */
export const stepsOn = ({ steps }: SavedCriteria): SavedStep[] => steps.filter(({ off }) => off !== true)

/** Every step of the recipe with its outcome of today, after the old lines were taken out (`replace`) or beside them. */
export function planReuseCriteria(
  state: SegmentState,
  saved: SavedCriteria,
  outcomes: readonly Outcome[],
  how: 'add' | 'replace',
  occasion: Occasion,
): Changes {
  const from = { kind: 'savedCriteria', id: saved.id, code: saved.code } as const
  const plans = stepsOn(saved).flatMap(({ kind, criteria, options }, i): Plan[] => {
    const outcome = outcomes[i]
    return outcome ? [(now) => planStep(now, { kind, criteria, options, from }, outcome, occasion)] : []
  })
  return inARow(state, how === 'replace' ? [emptied(occasion), ...plans] : plans)
}

/** Codes are told apart without regard to case. */
function checkedName({ code, description }: CriteriaName, others: readonly SavedCriteria[]): Result<CriteriaName, Failure> {
  const name = { code: code.trim(), description: description.trim() }
  if (name.code === '') return refuse({ code: 'codeBlank' })
  const same = others.find((other) => other.code.toLowerCase() === name.code.toLowerCase())
  return same ? refuse({ code: 'codeTaken', taken: same.code }) : ok(name)
}

/** Whoever was on a logged segment was chosen, although excluded from segments. */
const chosenOptions: StepOptions = { ...defaultOptions, ignoreExclusion: true }

/** The recipe as criteria, cards that are off with it. Who was put in or taken out by hand is no part of it: that was meant for this list. */
export function savedSteps(recipe: readonly RecipeCard[], reused: ReusedSegments): SavedStep[] {
  return recipe.flatMap((card): SavedStep[] => {
    if (card.kind === 'byHand') return []
    const off = given({ off: card.off })
    if (card.kind === 'reuse') return [{ ...reuseAsAdd(card, reused), ...off }]
    const { kind, criteria = everybody, options = defaultOptions } = card
    return [{ kind, criteria, options, ...off }]
  })
}

/** How many people were put in or taken out by hand: whom saved criteria leave out. */
export function peopleByHand(recipe: readonly RecipeCard[]): number {
  const cards = recipe.filter(({ kind }) => kind === 'byHand')
  const lines = cards.flatMap(({ outcome: { added, removed } }) => [...added, ...removed.map(({ line }) => line)])
  return new Set(lines.map(({ contactId }) => contactId)).size
}

const group = (match: Group['match'], ...items: Group['items']): Group => ({ kind: 'group', match, items })
const named = (ids: readonly ContactId[]): Criteria => group('all', { kind: 'contact', operator: 'isAnyOf', ids: [...ids] })

/** The people of a logged segment, asked of the interaction log. */
function reuseAsAdd({ from, outcome }: RecipeCard, reused: ReusedSegments): SavedStep {
  // A reuse of which is no longer known what it came from is the people it brought.
  const criteria =
    from?.kind === 'loggedSegment'
      ? loggedCriteria(from.id, from.who, reused.get(from.id))
      : named(outcome.added.map(({ contactId }) => contactId))
  return { kind: 'add', criteria, options: chosenOptions }
}

function loggedCriteria(id: LoggedSegmentId, who: FollowUpWho, known: ReturnType<ReusedSegments['get']>): Criteria {
  // Entries of a segment that is cancelled as a whole still say who its people were.
  const of = { loggedSegmentIds: [id], ...given({ cancelledToo: known?.state?.cancelled || undefined }) }
  const has = (where: EntryWhere): Rule => ({ kind: 'interaction', operator: 'has', atLeast: 1, where: { ...of, ...where } })
  switch (who) {
    case 'all':
      return group('all', has({}))
    case 'responded':
      return group('all', has({}), group('any', ...responses(has({ response: true }), known)))
    case 'notResponded':
      return group('all', has({}), group('none', ...responses(has({ response: true }), known)))
    case 'attemptFailed':
      return group('all', has({ attempt: 'failed' }))
    case 'notEvaluated':
      return group('all', has({}), group('none', has({ evaluations: Evaluation.options })))
    case 'veryPositive':
    case 'positive':
    case 'neutral':
    case 'negative':
    case 'veryNegative':
      return group('all', has({ evaluations: [who] }))
  }
  return exhaustive(who)
}

/** An answer on the entry itself, or a later one to a campaign of the segment. */
function responses(onEntry: Rule, known: ReturnType<ReusedSegments['get']>): Rule[] {
  if (!known || known.campaignIds.length === 0) return [onEntry]
  const { logged, campaignIds } = known
  const since: EntryWhere['within'] = { from: { kind: 'exact', day: logged.header.day } }
  return [onEntry, { kind: 'interaction', operator: 'has', atLeast: 1, where: { campaignIds, response: true, within: since } }]
}
