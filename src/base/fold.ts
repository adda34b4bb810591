// Folding for search and comparison: case, accents and umlauts do not keep a person from being found. Böhme is found by "bohme" and by
// "boehme", Müßig by "mussig", Ærø by "aero", Łukasz by "lukasz". Greek loses its accents as Latin does. Cyrillic keeps its letters: й stays й,
// only ё is one with е. Letters of other scripts stay as they are.

/** Letters that are no plain letter with a mark, by what they are found by. */
const spellings: Record<string, string> = {
  ...{ a: 'ⱥ', b: 'ƀɓƃ', c: 'ƈȼ', d: 'đðɖɗƌȡ', e: 'ǝəɛɇ', f: 'ƒ', g: 'ǥɠɣ', h: 'ħ', i: 'ıɨɩ', j: 'ȷɉ', k: 'ĸƙ', l: 'łƚɫȴ' },
  ...{ m: 'ɯ', n: 'ŋɲƞȵ', o: 'øɔɵ', p: 'ƥ', q: 'ɋ', r: 'ɍʀ', s: 'ȿʃ', t: 'ŧƭʈƫȶⱦ', u: 'ʉʊ', v: 'ʋʌ', w: 'ƿ', y: 'ɏƴ', z: 'ƶȥʒƹɀ' },
  ...{ ae: 'æ', db: 'ȸ', hv: 'ƕ', ij: 'ĳ', oe: 'œ', oi: 'ƣ', ou: 'ȣ', qp: 'ȹ', ss: 'ß', th: 'þ' },
  ...{ σ: 'ς', е: 'ё', "'": '’‘ʼ`', '-': '‐‑–' },
}
const letters = new Map(Object.entries(spellings).flatMap(([plain, all]) => [...all].map((letter) => [letter, plain] as const)))
const special = new RegExp(`[${[...letters.keys()].join('')}]`, 'g')
const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

const beyondAscii = /\P{ASCII}/u
const blanks = /\s{2,}|[^\S ]/
/** Marks over and under letters; with a letter of Cyrillic, of which they may be a part. */
const marks = /\p{Script=Cyrillic}?(?:[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f])+/gu
/** They are not seen, and come along when a name is pasted. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g

const withoutMarks = (found: string): string => (/^\p{Script=Cyrillic}/u.test(found) ? ([...found.normalize('NFC')][0] ?? '') : '')

/** One plain form: lower case, no accents, `ß` as `ss`, blanks as one space. */
export function fold(text: string): string {
  let from = 0
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128) continue
    if (code < firstLatin || code > lastLatin) return foldAny(text)
    plain += text.slice(from, at) + (latin[code - firstLatin] ?? '')
    from = at + 1
  }
  return tidy((from === 0 ? text : plain + text.slice(from)).toLowerCase())
}

function foldAny(text: string): string {
  const lower = text.replace(unseen, '').normalize('NFKD').toLowerCase().replace(marks, withoutMarks)
  return tidy(lower.replace(special, (letter) => letters.get(letter) ?? letter).normalize('NFC'))
}

const tidy = (text: string) => (blanks.test(text) ? text.replace(/\s+/g, ' ') : text).trim()

/** Letters of Western Europe from `À` to `ÿ`, as they are found: most texts have no others beyond ASCII. */
const firstLatin = 0xc0
const lastLatin = 0xff
const latin = Array.from({ length: lastLatin - firstLatin + 1 }, (_, at) => foldAny(String.fromCharCode(firstLatin + at)))

/** The words of a search, each in the plain form. */
export const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean)

/** Whether a key has all these words in it; no words are in every one. */
export const bearsAll = (key: string, words: readonly string[]): boolean => words.every((word) => key.includes(word))

/** The form with `oe` for `ö`; nothing where a text has no such letter. */
export function spelledOut(text: string): string | undefined {
  if (!beyondAscii.test(text)) return undefined
  const lower = text.toLowerCase().normalize('NFC')
  const spelled = lower.replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter)
  return spelled === lower ? undefined : fold(spelled)
}

/** What a text can be found by: the plain form, and the one with `oe` for `ö` where that differs. */
export function searchKey(text: string): string {
  const plain = fold(text)
  const spelled = spelledOut(text)
  return spelled === undefined || plain === spelled ? plain : `${plain} ${spelled}`
}
