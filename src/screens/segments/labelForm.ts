// A label format of one's own as it is typed, and what is wrong with it in words.
import { readNumber } from '../../base/number.ts'
import { labelMeasures, labelProblems, type LabelMeasure, type LabelProblem } from '../../core/letter/labelFormats.ts'
import type { LabelFormat } from '../../model/settings.ts'
import { quantity, typedNumber } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

export type LabelForm = Record<LabelMeasure | 'name', string>

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
