// An open segment as one: its header, and its lines with the steps that made them. Two tablets hand it over as a whole.
import type { AllRows, Changes, Row } from '../../model/tables.ts'
import { noChanges } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import type { AnyRow } from './parts.ts'

export interface SegmentRows {
  segment: Row<'segments'>
  lines: Row<'segmentLines'> | undefined
  steps: readonly Row<'steps'>[]
}

const withoutRev = <R extends { rev: number }>({ rev: _, ...row }: R) => row

/** The segment as one row: its parts are the header and the work done on its lines. */
export function unitOf({ segment, lines, steps }: SegmentRows): AnyRow {
  const { id, rev, changedAt, ...header } = segment
  const sorted = [...steps].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return {
    id,
    rev: Math.max(rev, lines?.rev ?? 0, ...steps.map((step) => step.rev)),
    changedAt,
    header,
    work: { lines: lines && withoutRev(lines), steps: sorted.map(withoutRev) },
  }
}

/** Segments by their own key, each with what belongs to it. */
export function segmentsOf(rows: Pick<AllRows, 'segments' | 'segmentLines' | 'steps'>): Map<string, SegmentRows> {
  const lines = new Map(rows.segmentLines.map((row) => [row.id as string, row]))
  const steps = new Map<string, Row<'steps'>[]>()
  for (const step of rows.steps) {
    const known = steps.get(step.segmentId)
    if (known) known.push(step)
    else steps.set(step.segmentId, [step])
  }
  return new Map(
    rows.segments.map((segment) => [segment.id as string, { segment, lines: lines.get(segment.id), steps: steps.get(segment.id) ?? [] }]),
  )
}

/** Makes the rows of a segment say what the unit says. @param mine as they stand here; nothing where it is new */
export function changesOfUnit(unit: AnyRow, mine: SegmentRows | undefined): Changes {
  const changes = noChanges()
  const { header, work, changedAt } = unit as unknown as {
    header: Omit<Row<'segments'>, 'id' | 'rev' | 'changedAt'>
    work: { lines?: Omit<Row<'segmentLines'>, 'rev'>; steps: Omit<Row<'steps'>, 'rev'>[] }
    changedAt: string
  }
  const id = unit.id as Row<'segments'>['id']
  changes.put.segments = [{ ...header, id, changedAt, rev: mine?.segment.rev ?? 0 }]
  changes.put.segmentLines = [{ nextLineNo: 1, lines: [], ...work.lines, id, rev: mine?.lines?.rev ?? 0 }]
  const standing = new Map(mine?.steps.map((step) => [step.id, step]))
  const steps = work.steps.map((step) => ({ ...step, rev: standing.get(step.id)?.rev ?? 0 }))
  if (steps.length > 0) changes.put.steps = steps
  const kept = new Set(steps.map((step) => step.id))
  const gone = [...standing.keys()].filter((one) => !kept.has(one))
  if (gone.length > 0) changes.remove.steps = gone
  changes.requires.push(...restingOn(mine))
  return changes
}

const restingOn = (mine: SegmentRows | undefined) =>
  mine
    ? [
        asRead('segments', mine.segment),
        ...(mine.lines ? [asRead('segmentLines', mine.lines)] : []),
        ...mine.steps.map((step) => asRead('steps', step)),
      ]
    : []

/** The segment goes, as when it is logged: its lines and steps with it. */
export function unitGone(mine: SegmentRows): Changes {
  const { id } = mine.segment
  return {
    put: {},
    remove: { segments: [id], segmentLines: [id], ...(mine.steps.length > 0 ? { steps: mine.steps.map((step) => step.id) } : {}) },
    requires: restingOn(mine),
  }
}

/** The same segment as one of its own: with fresh keys and another number. */
export function unitCopy(unit: AnyRow, fresh: () => string, no: string): { unit: AnyRow; ways: Map<string, string> } {
  const steps = (unit as unknown as { work: { steps: { id: string; recipe?: ({ id: string } | { kept: string })[] }[] } }).work.steps
  const ids = [unit.id, ...steps.flatMap(({ id, recipe = [] }) => [id, ...recipe.flatMap((card) => ('id' in card ? card.id : []))])]
  const ways = new Map([...new Set(ids)].map((id) => [id, fresh()]))
  return { unit: { ...unit, header: { ...(unit['header'] as object), no }, rev: 0 }, ways }
}
