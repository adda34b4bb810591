// A count as a figure, the same wherever it stands: by itself, or inside a text.

/** Thin no-break space between thousands, a true minus sign. */
export function figure(count: number): string {
  const digits = String(Math.abs(count)).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, '\u202f')
  return count < 0 ? `\u2212${digits}` : digits
}
