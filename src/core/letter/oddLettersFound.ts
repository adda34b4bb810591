// What only shows when all letters were seen: which fields are blank where most have something, and which letters are much longer.
import { oddKinds, type OddKind, type OddLetters, type OddLine, type SeenLetter } from './oddLetter.ts'
import { sortedBy, type LetterOrder } from './order.ts'

/** Words for one person are there for few: that others have none is not odd. */
const mayBeBlank = new Set(['Comment'])
/** Blank for nearly everybody, and no fault of anybody's. */
export const oftenBlank: ReadonlySet<string> = new Set([
  ...mayBeBlank,
  'Name_2',
  'Address_2',
  'Middle_Name',
  'Initials',
  'Academic_Title',
  'State',
  'Company_Name',
  'Company_Information_Address_2',
  'Company_Information_County',
])
/** At most so many are called the longest, and each has so much more than the usual one of its document. */
const longest = { most: 3, times: 1.5, signs: 100 }

/** Puts what was seen of each letter together. */
export function foundIn(
  seen: readonly SeenLetter[],
  without: readonly number[],
  order: LetterOrder,
  language: string | undefined,
  ourCountry: string,
): OddLetters {
  const letters = sortedBy(seen, ({ key }) => key, order, language, ourCountry)
  const { blank, never } = blanksIn(letters)
  const long = new Set(longestOf(letters))
  const linesOf = (kind: OddKind): OddLine[] => {
    if (kind === 'emptyFields')
      return [...blank].map(([lineNo, fields]) => ({ lineNo, fields })).sort((one, other) => other.fields.length - one.fields.length)
    const isOdd = (letter: SeenLetter) => (kind === 'longest' ? long.has(letter) : letter.kinds.includes(kind))
    return letters.filter(isOdd).map(({ lineNo, greeting }) => (kind === 'fallbackGreeting' ? { lineNo, greeting } : { lineNo }))
  }
  const goingBy = (way: SeenLetter['way']) => letters.filter((letter) => letter.way === way).length
  return {
    letters: letters.map(({ lineNo }) => lineNo),
    others: letters.flatMap(({ lineNo, others }) => (others.length > 0 ? [[lineNo, others]] : [])),
    ways: { print: goingBy('print'), email: goingBy('email') },
    without: [...without],
    odd: oddKinds.map((kind) => ({ kind, lines: linesOf(kind) })).filter(({ lines }) => lines.length > 0),
    neverFilled: never,
  }
}

function blanksIn(letters: readonly SeenLetter[]): { blank: Map<number, string[]>; never: string[] } {
  const blank = new Map<number, string[]>()
  const never = new Set<string>()
  for (const group of byDocument(letters)) {
    const counts = new Map<string, number>()
    for (const letter of group) for (const name of letter.blank) counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const [name, count] of counts) if (count === group.length && !oftenBlank.has(name)) never.add(name)
    const isOdd = (name: string) => !mayBeBlank.has(name) && 2 * (counts.get(name) ?? 0) <= group.length
    for (const letter of group) {
      const fields = letter.blank.filter(isOdd)
      if (fields.length > 0) blank.set(letter.lineNo, fields)
    }
  }
  return { blank, never: [...never] }
}

/** A letter is long beside those of its own document: what the document itself says stands in all of them. */
function longestOf(letters: readonly SeenLetter[]): SeenLetter[] {
  return byDocument(letters)
    .flatMap((group) => {
      const usual = median(group.map(({ length }) => length))
      return group.filter(({ length }) => length > longest.times * usual && length - usual >= longest.signs)
    })
    .sort((one, other) => other.length - one.length)
    .slice(0, longest.most)
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0

function byDocument(letters: readonly SeenLetter[]): SeenLetter[][] {
  const groups = new Map<string, SeenLetter[]>()
  for (const letter of letters) {
    const group = groups.get(letter.document)
    if (group) group.push(letter)
    else groups.set(letter.document, [letter])
  }
  return [...groups.values()]
}
