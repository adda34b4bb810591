// The places of many texts in the order of a collator. Asking the collator is slow: texts of plain letters are put in order by themselves,
// which comes to the same in languages that know no letters of two signs.

const plain = /^[A-Za-z ]*$/
const plainLanguages = ['en', 'de', 'fr', 'it', 'nl', 'pt']

/** For each text its place; texts that the collator holds equal have the same one. */
export function ranksOf(texts: readonly string[], collator: Intl.Collator): Uint32Array {
  const ranks = new Uint32Array(texts.length)
  const places = inOrder(texts, collator)
  let rank = 0
  for (let at = 0; at < places.length; at++) {
    if (at > 0 && compareTexts(texts[places[at - 1]!]!, texts[places[at]!]!, collator) !== 0) rank++
    ranks[places[at]!] = rank
  }
  return ranks
}

function compareTexts(a: string, b: string, collator: Intl.Collator): number {
  return a === b ? 0 : collator.compare(a, b)
}

function inOrder(texts: readonly string[], collator: Intl.Collator): number[] {
  const places = texts.map((_, at) => at)
  if (!plainLanguages.includes(collator.resolvedOptions().locale.slice(0, 2)))
    return places.sort((a, b) => compareTexts(texts[a]!, texts[b]!, collator))
  const isPlain = texts.map((text) => plain.test(text))
  const small = texts.map((text, at) => (isPlain[at] ? text.toLowerCase() : ''))
  const plainPlaces = places.filter((at) => isPlain[at]).sort((a, b) => comparePlain(small[a]!, small[b]!, texts[a]!, texts[b]!))
  const others = places.filter((at) => !isPlain[at]).sort((a, b) => compareTexts(texts[a]!, texts[b]!, collator))
  return merged(plainPlaces, others, (a, b) => compareTexts(texts[a]!, texts[b]!, collator))
}

/** Letters first, then small before capital at the first place where only that differs. */
function comparePlain(smallA: string, smallB: string, a: string, b: string): number {
  if (smallA !== smallB) return smallA < smallB ? -1 : 1
  return a === b ? 0 : a > b ? -1 : 1
}

/** The few are looked up in the many. */
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
