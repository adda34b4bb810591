// What merging does to lists: the lines of the contact that goes belong to the one that stays, on open segments, in what steps did, and in
// logged segments. Nobody is written to twice: of two lines of one contact the one that says nothing of its own goes.
import type { ContactId } from '../../model/ids.ts'
import type { LoggedLines } from '../../model/interaction.ts'
import type { MergeMoved } from '../../model/merge.ts'
import type { Line, RecipeCard, SegmentLines, Step, StepOutcome } from '../../model/segment.ts'

type MovedLines = MergeMoved['lines'][number]
type MovedStep = MergeMoved['steps'][number]

/** From which contact to which. */
export interface Way {
  from: ContactId
  to: ContactId
}

/** Says nothing but who it is for. */
const isBare = ({ own, comment, document, sharedAt }: Line): boolean =>
  Object.values(own).every((value) => value === undefined) && comment === '' && !document && sharedAt === undefined

/** The lines of an open segment after the merge; nothing when the contact that goes has no place there. */
export function mergedLines(row: SegmentLines, { from, to }: Way): { row: SegmentLines; moved: MovedLines } | undefined {
  const hers = row.lines.filter(({ contactId }) => contactId === from)
  const wasOut = row.pinnedOut?.includes(from) ?? false
  const keptOut = row.pinnedOut?.includes(to) ?? false
  if (hers.length === 0 && !wasOut) return undefined
  const ofKept = row.lines.filter(({ contactId }) => contactId === to)
  // Who was taken off by hand is not put back on by a line that nobody asked for.
  const gone = keptOut && hers.every((line) => isBare(line) && !line.pinned) ? hers : superfluous(hers, ofKept)
  const isPinned = gone.some(({ pinned }) => pinned)
  const lines = row.lines.flatMap((line) => {
    if (gone.includes(line)) return []
    if (line.contactId !== from && line.contactId !== to) return [line]
    return [{ ...line, contactId: to, ...(isPinned ? { pinned: true as const } : {}) }]
  })
  const { pinnedOut = [], ...rest } = row
  const isOn = lines.some(({ contactId }) => contactId === to)
  const out = replaced(pinnedOut, { from, to }).filter((id) => id !== to || !isOn)
  const dropped = gone.map((line) => ({ line, index: row.lines.indexOf(line) }))
  const lineNos = hers.filter((line) => !gone.includes(line)).map(({ lineNo }) => lineNo)
  return {
    row: { ...rest, lines, ...(out.length > 0 ? { pinnedOut: out } : {}) },
    moved: { segmentId: row.id, lineNos, dropped, pinnedOut: wasOut, ...(keptOut ? { keptOut } : {}) },
  }
}

/** Lines that nobody misses when both contacts stand on the list. */
function superfluous(hers: readonly Line[], ofKept: readonly Line[]): readonly Line[] {
  if (hers.length === 0 || ofKept.length === 0) return []
  const bare = hers.filter(isBare)
  if (bare.length > 0) return bare
  const [own] = ofKept
  return own && ofKept.length === 1 && isBare(own) ? [own] : []
}

/** The same contact once. */
const replaced = (ids: readonly ContactId[], { from, to }: Way): ContactId[] => [...new Set(ids.map((id) => (id === from ? to : id)))]

/** What a step did, after the merge; nothing when it did nothing with the contact that goes. */
export function mergedStep(step: Step, way: Way): { step: Step; moved: MovedStep } | undefined {
  const cards = (step.recipe ?? []).flatMap((card) => ('outcome' in card ? card.outcome : []))
  const outcomes = [step.outcome, ...cards]
  const names = (ids: readonly ContactId[] = []) => ids.includes(way.from)
  const lineNos = [...new Set(outcomes.flatMap((outcome) => linesOf(outcome, way.from)))]
  const keptOut = outcomes.some((outcome) => names(outcome.keptOut))
  const letIn = outcomes.some((outcome) => names(outcome.letIn))
  if (lineNos.length === 0 && !keptOut && !letIn) return undefined
  return {
    step: withOutcomes(step, (outcome) => mergedOutcome(outcome, way)),
    moved: { id: step.id, lineNos, keptOut, letIn },
  }
}

const linesOf = ({ added, removed }: StepOutcome, from: ContactId): number[] =>
  [...added, ...removed.map(({ line }) => line)].flatMap(({ contactId, lineNo }) => (contactId === from ? lineNo : []))

function mergedOutcome(outcome: StepOutcome, way: Way): StepOutcome {
  const { keptOut, letIn } = outcome
  return {
    ...outcome,
    ...eachLine(outcome, (line) => (line.contactId === way.from ? { ...line, contactId: way.to } : line)),
    ...(keptOut ? { keptOut: replaced(keptOut, way) } : {}),
    ...(letIn ? { letIn: replaced(letIn, way) } : {}),
  }
}

const eachLine = ({ added, removed }: StepOutcome, change: (line: Line) => Line): Pick<StepOutcome, 'added' | 'removed'> => ({
  added: added.map(change),
  removed: removed.map((one) => ({ ...one, line: change(one.line) })),
})

/** The step with each of its outcomes changed, those of its recipe's cards too. */
export function withOutcomes(step: Step, change: (outcome: StepOutcome) => StepOutcome): Step {
  const withOutcome = (card: RecipeCard) => ({ ...card, outcome: change(card.outcome) })
  const recipe = step.recipe?.map((card) => ('outcome' in card ? withOutcome(card) : card))
  return { ...step, outcome: change(step.outcome), ...(recipe ? { recipe } : {}) }
}

/** Lines of a logged segment: they stay as they were, and lead to the contact that stays. */
export function mergedLogged(piece: LoggedLines, way: Way): { piece: LoggedLines; lineNos: number[] } | undefined {
  const lineNos = piece.lines.flatMap(({ line }) => (line.contactId === way.from ? line.lineNo : []))
  return lineNos.length === 0 ? undefined : { piece: rewrittenLogged(piece, new Set(lineNos), way), lineNos }
}

/** Leads these lines from one contact to the other one. */
export const rewrittenLogged = (piece: LoggedLines, lineNos: ReadonlySet<number>, { from, to }: Way): LoggedLines => ({
  ...piece,
  lines: piece.lines.map((logged) =>
    lineNos.has(logged.line.lineNo) && logged.line.contactId === from ? { ...logged, line: { ...logged.line, contactId: to } } : logged,
  ),
})

/**
 * Brings a segment's lines back to the contact that was parted again, as far as they are still there. A line that was dropped for another
 * one does not come back when that one was taken off since.
 */
export function partedLines(row: SegmentLines, { lineNos, dropped, pinnedOut, keptOut }: MovedLines, { from, to }: Way): SegmentLines {
  const stillOn = (keptOut && row.pinnedOut?.includes(from)) || row.lines.some(({ contactId }) => contactId === from)
  const back = new Set(lineNos)
  const lines = row.lines.map((line) => (back.has(line.lineNo) && line.contactId === from ? { ...line, contactId: to } : line))
  const numbers = new Set(lines.map(({ lineNo }) => lineNo))
  for (const { line, index } of stillOn ? [...dropped].sort((a, b) => a.index - b.index) : []) {
    if (!numbers.has(line.lineNo)) lines.splice(Math.min(index, lines.length), 0, line)
  }
  const isOff = (id: ContactId) => !lines.some(({ contactId }) => contactId === id)
  const again = [...(keptOut && isOff(from) ? [from] : []), ...(pinnedOut && isOff(to) ? [to] : [])]
  const out = [...new Set([...(row.pinnedOut ?? []), ...again])]
  const { pinnedOut: _, ...rest } = row
  return { ...rest, lines, ...(out.length > 0 ? { pinnedOut: out } : {}) }
}

/** The same for what a step did. */
export function partedStep(step: Step, { lineNos, keptOut, letIn }: MovedStep, { from, to }: Way): Step {
  const back = new Set(lineNos)
  const also = (ids: ContactId[] | undefined, was: boolean) => (ids && was && ids.includes(from) && !ids.includes(to) ? [...ids, to] : ids)
  return withOutcomes(step, (outcome) => {
    const [out, let_] = [also(outcome.keptOut, keptOut), also(outcome.letIn, letIn)]
    return {
      ...outcome,
      ...eachLine(outcome, (line) => (back.has(line.lineNo) && line.contactId === from ? { ...line, contactId: to } : line)),
      ...(out ? { keptOut: out } : {}),
      ...(let_ ? { letIn: let_ } : {}),
    }
  })
}
