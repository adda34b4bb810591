// Numbers as people type them.

/**
 * A number as it is typed, with comma or point; blank is nought, and what is no number is nothing. `1.000` is none either: it is a
 * thousand in one country and one in another.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replace('\u2212', '-')
  if (plain === '') return 0
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(plain)) return undefined
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
