// A short mark of a value, to tell whether it is still the same: equal values have equal marks, and two different ones hardly ever do.
// FNV-1a (Fowler, Noll, Vo) in two lanes of 32 bits. It keeps nothing secret.

/** The value as text, with its fields in order; what is undefined is not there. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

/** Sixteen hexadecimal digits. */
export function printOf(value: unknown): string {
  const text = canonical(value)
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ (unit + at), 0x85ebca6b)
  }
  return hex(one ^ (other >>> 13)) + hex(other ^ (one >>> 7))
}

const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0')
