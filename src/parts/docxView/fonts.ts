// A font that the device does not have is replaced by one of its kind and, where there is one, of its widths.

const alike: Record<string, string> = {
  calibri: 'Carlito',
  cambria: 'Caladea',
  arial: '"Liberation Sans", Helvetica',
  helvetica: 'Arial, "Liberation Sans"',
  'times new roman': 'Times, "Liberation Serif"',
  'courier new': 'Courier, "Liberation Mono"',
}
const serif = /times|cambria|georgia|garamond|palatino|book antiqua|bookman|century|baskerville|caslon|didot|minion|serif$/
const fixed = /courier|consolas|mono|menlo|lucida console/

/** The families as they were asked for, and behind them what may stand for the first. */
export function withStandIn(families: string): string {
  const first = (families.split(',')[0] ?? '')
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase()
  if (first === '' || first.startsWith('var(')) return families
  const kind = first.includes('sans') ? 'sans-serif' : fixed.test(first) ? 'monospace' : serif.test(first) ? 'serif' : 'sans-serif'
  return [families, ...(alike[first] ? [alike[first]] : []), kind].join(', ')
}

/** A whole style sheet with a stand-in for every font; the theme's fonts are named in properties of their own. */
export const sheetWithStandIns = (css: string): string =>
  css.replace(
    /(font-family|--docx-\w+-font):\s*([^;{}]+);/g,
    (_whole, name: string, families: string) => `${name}: ${withStandIn(families)};`,
  )
