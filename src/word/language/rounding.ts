// Rounding as people do it on paper: on the figures that stand there, half away from zero (1.005 to two places is 1.01).

/** The whole and the part of a number's size, the part in so many figures. Fifteen figures of a number count. */
export function roundedFigures(value: number, places: number): [whole: string, part: string] {
  const [figures, point] = plainly(Math.abs(value))
  const kept = figures.slice(0, Math.max(0, point + places)).padEnd(Math.max(0, point + places), '0')
  const next = point + places >= 0 ? (figures[point + places] ?? '0') : '0'
  const rounded = next >= '5' ? increased(kept) : kept
  const whole = rounded.slice(0, rounded.length - places).replace(/^0+(?=\d)/, '')
  return [whole === '' ? '0' : whole, places > 0 ? rounded.slice(-places).padStart(places, '0') : '']
}

/** A number rounded to so many places after the point, or before it where negative. */
export function rounded(value: number, places: number): number {
  const limit = Math.max(-300, Math.min(15, Math.trunc(places)))
  if (limit < 0) return rounded(value / 10 ** -limit, 0) * 10 ** -limit
  const [whole, part] = roundedFigures(value, limit)
  return Math.sign(value) * Number(`${whole}.${part || '0'}`) || 0
}

/** All figures, and how many of them stand before the point; with zeros in front where it needs some. */
function plainly(size: number): [figures: string, point: number] {
  const [mantissa = '', exponent = '0'] = size.toExponential(14).split('e')
  const figures = mantissa.replace('.', '').replace(/0+$/, '')
  const point = Number(exponent) + 1
  if (point <= 0) return ['0'.repeat(1 - point) + figures, 1]
  return [figures.padEnd(point, '0'), point]
}

function increased(figures: string): string {
  const nines = /9*$/.exec(figures)?.[0].length ?? 0
  const at = figures.length - nines - 1
  const zeros = '0'.repeat(nines)
  return at < 0 ? `1${zeros}` : figures.slice(0, at) + String(Number(figures[at]) + 1) + zeros
}
