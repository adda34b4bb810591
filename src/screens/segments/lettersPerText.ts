// Who gets one letter together, in words.
import type { LettersPer } from '../../model/segment.ts'
import { t } from '../../text/language.svelte.ts'

const kinds = ['person', 'household', 'company'] as const

/** What may be chosen; `person` stands for what a segment does not say. */
export const lettersPerOptions = (): { value: string; label: string }[] =>
  kinds.map((value) => ({ value, label: t(`segment.lettersPer.${value}`) }))

/** What the choice means. */
export function lettersPerHint(chosen: string): string {
  const kind = kinds.find((one) => one === chosen) ?? 'person'
  return t(`segment.lettersPerHint.${kind}`)
}

/** A choice as a segment keeps it. */
export const lettersPerOf = (chosen: string): LettersPer | undefined =>
  chosen === 'household' || chosen === 'company' ? chosen : undefined
