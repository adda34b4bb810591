// The signs by which a language writes numbers.
import { localeOf, remembering } from './locale.ts'

export interface Signs {
  /** Between whole and part: `,` in German. */
  point: string
  /** Between groups of three: `.` in German, a no-break blank in French. */
  group: string
}

/** A narrow no-break blank is missing in many fonts: the ordinary one stands for it. */
export const signsOf = remembering((language: string): Signs => {
  const format = new Intl.NumberFormat(localeOf(language), { numberingSystem: 'latn', useGrouping: true })
  const parts = format.formatToParts(-12_345_678.9)
  const sign = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value
  return { point: sign('decimal') ?? '.', group: (sign('group') ?? ',').replace('\u202f', '\u00a0') }
})

/** Blanks and strokes that part groups in one language or another, and are taken for that in all. */
export const isGap = (sign: string): boolean => /^[ \u00a0\u2009\u202f'’]$/.test(sign)

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/** Figures of other scripts as 0 to 9. */
export function plainFigures(text: string): string {
  if (!/[^\0-\u065f]/.test(text)) return text
  return text.replace(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) as number
    const zero = zeros.find((each) => code >= each && code < each + 10)
    return zero === undefined ? sign : String(code - zero)
  })
}
