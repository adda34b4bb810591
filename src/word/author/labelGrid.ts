// A sheet of labels as the rows and columns of a Word table. Each edge is worked out from the exact millimetres and rounded by itself to
// Word's smallest length, the twentieth of a point, so that no rounding adds up from label to label.
import type { LabelFormat } from '../../model/settings.ts'

/** Millimetres in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** A stretch across or down: a label, or what lies between two. */
export interface Stretch {
  size: number
  isLabel: boolean
}

export interface LabelGrid {
  page: { width: number; height: number }
  /** Where the table begins. */
  left: number
  top: number
  columns: Stretch[]
  rows: Stretch[]
  /** What is left of the page below the last label. */
  below: number
}

/** Gaps below this are no column or row of their own: they belong to the label before them. Half a millimetre. */
const leastGap = 28

/** @param nudge by how many millimetres the printer is off; what would lie beyond the sheet ends at its edge */
export function labelGrid(format: LabelFormat, nudge: { x: number; y: number }): LabelGrid {
  const page = { width: twips(format.sheetWidth), height: twips(format.sheetHeight) }
  const across = edges(format.columns, format.left + nudge.x, format.stepX, format.width, page.width)
  const down = edges(format.rows, format.top + nudge.y, format.stepY, format.height, page.height)
  return {
    page,
    left: across[0]?.start ?? 0,
    top: down[0]?.start ?? 0,
    columns: stretches(across),
    rows: stretches(down),
    below: page.height - (down.at(-1)?.end ?? 0),
  }
}

interface Edges {
  start: number
  end: number
}

function edges(count: number, first: number, step: number, size: number, page: number): Edges[] {
  const onPage = (mm: number) => Math.min(page, Math.max(0, twips(mm)))
  return Array.from({ length: count }, (_, at) => ({ start: onPage(first + at * step), end: onPage(first + at * step + size) }))
}

function stretches(all: readonly Edges[]): Stretch[] {
  return all.flatMap(({ start, end }, at) => {
    const next = all[at + 1]?.start ?? end
    const gap = next - end
    if (gap < leastGap) return [{ size: next - start, isLabel: true }]
    return [
      { size: end - start, isLabel: true },
      { size: gap, isLabel: false },
    ]
  })
}
