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

/**
 * An amount as it was typed, with or without thousands marks; nothing when it is none. Where both marks stand, the last one is the decimal mark; one that stands before
 * three digits is a thousands mark where the language has it so.
 * @param mark the decimal mark of the language
 */
export function readAmount(text: string, mark: string): number | undefined {
  const plain = text.replace(/[\s'\u2019\u202f\u00a0]/g, '').replace('\u2212', '-')
  if (!/^-?\d[\d.,]*$|^-?[.,]\d+$/.test(plain)) return undefined
  const marks = plain.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  const thousands = mark === ',' ? '.' : ','
  const mixed = new Set(marks).size === 2
  const isGroups = !mixed && last !== undefined && (marks.length > 1 || (last === thousands && /^-?\d{1,3}[.,]\d{3}$/.test(plain)))
  const decimal = isGroups ? undefined : last
  if (decimal !== undefined && plain.split(decimal).length > 2) return undefined
  const digits = [...plain].map((sign) => (sign === decimal ? '.' : sign === '.' || sign === ',' ? '' : sign)).join('')
  const value = Number(digits)
  return Number.isFinite(value) ? value : undefined
}
