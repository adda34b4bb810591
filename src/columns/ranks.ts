// The places of many texts in the order of a collator. Asking the collator is slow: texts of Latin letters and figures are compared by a
// key of their own, which holds its first rule (letters without regard to case and accents, runs of figures as numbers); the collator is
// asked only where that key is the same, and for all other texts.

/** In these languages letters stand in the common order, and no two letters count as one. */
const plainLanguages = ['en', 'de', 'fr', 'it', 'nl', 'pt']

const accents = 'àáâäãèéêëìíîïòóôöõùúûüýÿñç'
const bare = 'aaaaaeeeeiiiiooooouuuuyync'
const bareOf = new Map([...accents].map((letter, at) => [letter, bare[at]!]))
const known = new RegExp(`^[a-z0-9 .${accents}-]*$`)
const endless = /[0-9]{40}/
const accented = new RegExp(`[${accents}]`, 'g')

/** Its key, or nothing for texts that only the collator knows. */
function keyOf(text: string, numeric: boolean): string | undefined {
  const small = text.toLowerCase()
  if (!known.test(small) || endless.test(small)) return undefined
  const letters = small.replace(accented, (letter) => bareOf.get(letter)!)
  // A run of figures is as large as it is long; figures stand before letters, and after all signs.
  return numeric
    ? letters.replace(/[0-9]+/g, (run) => {
        const figures = run.replace(/^0+(?=.)/, '')
        return String.fromCharCode(48 + figures.length) + figures
      })
    : letters
}

/** For each text its place; texts that the collator holds equal have the same one. */
export function ranksOf(texts: readonly string[], collator: Intl.Collator): Uint32Array {
  const { locale, numeric } = collator.resolvedOptions()
  const keys = plainLanguages.includes(locale.slice(0, 2)) ? texts.map((text) => keyOf(text, numeric)) : texts.map(() => undefined)
  const compare = (a: number, b: number) => {
    const [one, other] = [keys[a], keys[b]]
    if (one !== undefined && other !== undefined && one !== other) return one < other ? -1 : 1
    return texts[a] === texts[b] ? 0 : collator.compare(texts[a]!, texts[b]!)
  }
  const places = inOrder(keys, compare)
  const ranks = new Uint32Array(texts.length)
  for (let at = 1; at < places.length; at++)
    ranks[places[at]!] = ranks[places[at - 1]!]! + Number(compare(places[at - 1]!, places[at]!) !== 0)
  return ranks
}

/** Those with a key are put in order among themselves first; the few others are then looked up in them. */
function inOrder(keys: readonly (string | undefined)[], compare: (a: number, b: number) => number): number[] {
  const many: number[] = []
  const few: number[] = []
  for (const [at, key] of keys.entries()) (key === undefined ? few : many).push(at)
  return merged(many.sort(compare), few.sort(compare), compare)
}

function merged(many: number[], few: number[], compare: (a: number, b: number) => number): number[] {
  const out: number[] = []
  let from = 0
  for (const one of few) {
    let low = from
    let high = many.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(many[middle]!, one) <= 0) low = middle + 1
      else high = middle
    }
    for (; from < low; from++) out.push(many[from]!)
    out.push(one)
  }
  for (; from < many.length; from++) out.push(many[from]!)
  return out
}
