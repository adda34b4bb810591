// A label format of one's own as it is typed, and what is wrong with it in words.
import { readNumber } from '../../base/number.ts'
import { labelMeasures, labelProblems, labelsOn, type LabelMeasure, type LabelProblem } from '../../core/letter/labelFormats.ts'
import type { LabelFormat } from '../../model/settings.ts'
import { quantity, typedNumber } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

export type LabelForm = Record<LabelMeasure | 'name', string>

const tenth = (length: number) => quantity(Math.round(length * 10) / 10)
const sizeText = (width: number, height: number) => t('labels.size', { width: tenth(width), height: tenth(height) })

/** The size of a label, how many there are, and on which paper. */
export function formatLine(format: LabelFormat): string {
  const { sheetWidth, sheetHeight } = format
  const known = papers.find(([, width, height]) => width === sheetWidth && height === sheetHeight)
  const sheet = known ? known[0] : sizeText(sheetWidth, sheetHeight)
  return t('labels.formatLine', { size: sizeText(format.width, format.height), count: labelsOn(format), sheet })
}
const papers = [
  ['A4', 210, 297],
  ['US Letter', 215.9, 279.4],
] as const

/** As a form, rounded to hundredths of a millimetre. @param name blank for a new format that begins like this one */
export function labelForm(format: LabelFormat, name: string): LabelForm {
  const typed = labelMeasures.map((measure) => [measure, typedNumber(Math.round(format[measure] * 100) / 100)] as const)
  return { name, ...(Object.fromEntries(typed) as Record<LabelMeasure, string>) }
}

/** What was typed; a measure that is blank or no number is none. */
export function formatOf(form: LabelForm, id: string): LabelFormat {
  const read = (measure: LabelMeasure) => (form[measure].trim() === '' ? Number.NaN : (readNumber(form[measure]) ?? Number.NaN))
  const measures = Object.fromEntries(labelMeasures.map((measure) => [measure, read(measure)])) as Record<LabelMeasure, number>
  return { id, name: form.name.trim(), ...measures }
}

/** The sentence beside a field; blank when nothing is wrong with it. */
export function measureTrouble(measure: LabelMeasure, problems: readonly LabelProblem[]): string {
  const found = problems.find((problem) => 'measure' in problem && problem.measure === measure)
  if (!found || !('measure' in found)) return ''
  return t(`labels.wrong.${found.is}`, { limit: quantity(found.limit) })
}

/** What is wrong with the whole, a sentence each. */
export const wholeTroubles = (problems: readonly LabelProblem[]): string[] =>
  problems.flatMap((problem) => ('by' in problem ? [t(`labels.wrong.${problem.is}`, { by: quantity(problem.by) })] : []))

export { labelMeasures, labelProblems }
