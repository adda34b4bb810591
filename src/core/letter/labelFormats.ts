// A sheet of labels: where each label lies, and what is wrong with the measures of a sheet of one's own. Lengths in millimetres from the upper
// left corner of the sheet.
import type { LabelFormat } from '../../model/settings.ts'

/** Makers write their measures in hundredths, and cut their sheets to half a millimetre. */
const tolerance = 0.1
/** The longest side of a page in Word: 22 inches. */
export const longestPage = 558.8
/** What stands on less cannot be read. */
const leastLabel = { width: 15, height: 8 }
const most = { columns: 30, rows: 60 }

export type LabelMeasure = Exclude<keyof LabelFormat, 'id' | 'name'>

/** In the order of a form. */
export const labelMeasures: readonly LabelMeasure[] = [
  ...(['sheetWidth', 'sheetHeight', 'columns', 'rows', 'width', 'height', 'left', 'top', 'stepX', 'stepY'] as const),
]

/** What is wrong with a format, and by how many millimetres where that can be said. */
export type LabelProblem =
  | { is: 'missing' | 'tooSmall' | 'tooLarge'; measure: LabelMeasure; limit: number }
  | { is: 'beyondRight' | 'beyondBottom'; by: number }
  | { is: 'overlapAcross' | 'overlapDown'; by: number }

/** How many labels a sheet has. */
export const labelsOn = ({ columns, rows }: LabelFormat): number => columns * rows

/** So many sheets `labels` need when the first of them is number `startAt` of the first sheet. */
export const sheetsFor = (labels: number, startAt: number, format: LabelFormat): number =>
  labels === 0 ? 0 : Math.ceil((labels + startAt - 1) / labelsOn(format))

export interface LabelPlace {
  /** From 1, as rows are read. */
  row: number
  column: number
  x: number
  y: number
}

/** Where label number `n` (from 1) of a sheet lies: computed from the measures each time, so that nothing adds up. */
export function labelPlace(format: LabelFormat, n: number): LabelPlace {
  const [row, column] = [Math.floor((n - 1) / format.columns), (n - 1) % format.columns]
  return { row: row + 1, column: column + 1, x: format.left + column * format.stepX, y: format.top + row * format.stepY }
}

/** What is wrong with the measures; nothing when every label lies on the sheet and none on another, to a tenth of a millimetre. */
export function labelProblems(format: LabelFormat): LabelProblem[] {
  const single = labelMeasures.flatMap((measure) => ofMeasure(measure, format[measure]))
  if (single.length > 0) return single
  const { columns, rows } = format
  const right = labelPlace(format, columns).x + format.width - format.sheetWidth
  const bottom = labelPlace(format, columns * rows).y + format.height - format.sheetHeight
  const [across, down] = [format.width - format.stepX, format.height - format.stepY]
  return [
    ...(right > tolerance ? [{ is: 'beyondRight' as const, by: tenths(right) }] : []),
    ...(bottom > tolerance ? [{ is: 'beyondBottom' as const, by: tenths(bottom) }] : []),
    ...(columns > 1 && across > 0.005 ? [{ is: 'overlapAcross' as const, by: tenths(across) }] : []),
    ...(rows > 1 && down > 0.005 ? [{ is: 'overlapDown' as const, by: tenths(down) }] : []),
  ]
}

/** Said in tenths, but never as nothing. */
const tenths = (length: number) => Math.max(0.1, Math.round(length * 10) / 10)

function ofMeasure(measure: LabelMeasure, value: number): LabelProblem[] {
  const [least, limit] = limits[measure]
  if (!Number.isFinite(value)) return [{ is: 'missing', measure, limit: 0 }]
  if (value < least) return [{ is: 'tooSmall', measure, limit: least }]
  if (value > limit) return [{ is: 'tooLarge', measure, limit }]
  return (measure === 'columns' || measure === 'rows') && !Number.isInteger(value) ? [{ is: 'missing', measure, limit: 0 }] : []
}

const limits: Record<LabelMeasure, [least: number, most: number]> = {
  sheetWidth: [50, longestPage],
  sheetHeight: [50, longestPage],
  columns: [1, most.columns],
  rows: [1, most.rows],
  width: [leastLabel.width, longestPage],
  height: [leastLabel.height, longestPage],
  left: [0, longestPage],
  top: [0, longestPage],
  stepX: [1, longestPage],
  stepY: [1, longestPage],
}

/** By how much the outermost labels come to lie beyond the sheet's edge when all is moved; 0 where they stay on it. */
export function beyondEdge(format: LabelFormat, nudge: { x: number; y: number }): number {
  const last = labelPlace(format, labelsOn(format))
  const over = (start: number, end: number, sheet: number, by: number) => Math.max(0, -(start + by), end + by - sheet)
  const right = over(format.left, last.x + format.width, format.sheetWidth, nudge.x)
  const bottom = over(format.top, last.y + format.height, format.sheetHeight, nudge.y)
  const beyond = Math.max(right, bottom)
  return beyond > tolerance ? tenths(beyond) : 0
}
