// Which language a text is written in, by the small words that stand in every letter. It says nothing where it is not sure.
const small: Readonly<Record<string, string>> = {
  en: 'the and of to you your we our is are with for this that have will it not from by be as at if please or an',
  de: 'der die das und ist nicht sie ihnen ihr ihre wir uns unser mit für auf ein eine einen den dem zu im bei wenn auch sich oder',
  nl: 'het een en van de u uw wij ons onze niet met voor op dat is zijn bij ook wordt naar aan als te om deze of',
  nb: 'og er det ikke vi oss vår du dere deres med for til på som av en et kan har skal ved fra eller også den',
  fr: 'le la les et est nous vous votre notre vos nos pas avec pour dans sur une des du que qui au ce par ou ne',
}

const wordLists = Object.entries(small).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }))

/** Languages so near that their small words are the same. */
const asGoodAs: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', da: 'nb', sv: 'nb', af: 'nl', lb: 'de', nds: 'de' }

/** `en`, `de`, `nl`, `nb` or `fr`, where the text leaves no doubt. */
export function languageOf(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const counted = wordLists
    .map((list) => ({ language: list.language, times: words.filter((word) => list.words.has(word)).length }))
    .sort((one, other) => other.times - one.times)
  const [first, second] = counted
  if (!first || !second || first.times < 8 || first.times < words.length * 0.15) return undefined
  return first.times >= second.times * 2 ? first.language : undefined
}

/** The language a text is in where that is another one than it should be; nothing where it fits, or nobody can tell. */
export function wrongLanguage(found: string | undefined, wanted: string): string | undefined {
  const base = wanted.split('-')[0]?.toLowerCase() ?? ''
  return found !== undefined && found !== (asGoodAs[base] ?? base) ? found : undefined
}
