// The greeting of a letter for several. Each is greeted by the line she would get alone, one's own or the shipped one; the lines are
// joined as their language joins them: "Dear Ms Huber and Mr Smith,", "Sehr geehrte Frau Huber, sehr geehrter Herr Maier,". Nobody is
// taken for a couple. Women stand first, as the letter guides of all five languages have it (peopleOf), else the order of the list.
import type { Contact } from '../../model/contact.ts'
import type { SalutationKind } from '../../model/lists.ts'
import { toLetterLanguage, type LetterLanguage } from '../../model/parts.ts'
import { mostNamed } from './addressTogether.ts'
import { localeOf } from './locale.ts'
import { filledLine, greetingLine, isGreetedIn, neutralGreeting, salutation } from './salutation.ts'
import type { FormulaBook, Greeting, GreetingLine } from './salutation.ts'

/**
 * The greeting of all these people, in their order; a company is greeted through its people. Where there are more than `mostNamed`, or
 * somebody of them cannot be greeted by name, nobody is named, and all are told as fallen back.
 * @param companyName of the company they share, for lines that name it
 */
export function severalGreeting(
  people: readonly Contact[],
  language: LetterLanguage | undefined,
  kind: SalutationKind,
  formulas: FormulaBook,
  companyName: string,
): Greeting {
  const persons = people.filter(({ type }) => type === 'person')
  const [first, ...more] = persons.length > 0 ? persons : people
  if (!first) return { text: neutralGreeting(language, kind, formulas), fellBack: true }
  if (more.length === 0) return salutation(first, language, kind, formulas, companyName)
  if (!isGreetedIn(language, kind, formulas)) {
    return { ...severalGreeting(people, toLetterLanguage('en'), kind, formulas, companyName), fellBack: true }
  }
  const lines = persons.map((contact) => greetingLine(contact, language, kind, formulas, companyName))
  const text = persons.length <= mostNamed && isWhole(lines) ? joined(lines, language, kind) : undefined
  return text === undefined ? { text: neutralGreeting(language, kind, formulas), fellBack: true } : { text, fellBack: false }
}

const isWhole = (lines: readonly (GreetingLine | undefined)[]): lines is GreetingLine[] => !lines.includes(undefined)

function joined(lines: readonly GreetingLine[], language: LetterLanguage | undefined, kind: SalutationKind): string | undefined {
  const phrases = unlike(lines).map(phraseOf)
  const closing = closingOf(phrases)
  if (closing === undefined) return undefined
  const fixed = phrases.filter(({ core }) => core === '')
  if (fixed.length > 0) return fixed.length === phrases.length ? nameless(phrases, closing) : undefined
  const tag = phrases[0]?.line.tag ?? ''
  const asOne = sharesOpening(tag, kind) ? shared(phrases, language) : undefined
  return `${asOne ?? chained(phrases)}${closing}`
}

/** English and Norwegian say "Dear" once, Dutch does among friends; where the word bends with the person each is greeted for herself. */
const sharesOpening = (tag: string, kind: SalutationKind) => /^(en|nb|nn|no)\b/.test(tag) || (kind === 'informal' && /^nl\b/.test(tag))

/** A line taken apart: `Dear Ms {{Surname}},` opens with `Dear `, then comes the title `Ms `, the names, and a comma. */
interface Phrase {
  line: GreetingLine
  opening: string
  title: string
  /** The fields, and what stands between them; blank in a line that names nobody. */
  core: string
  closing: string
}

function phraseOf(line: GreetingLine): Phrase {
  const { pattern } = line
  const [start, end] = [pattern.indexOf('{{'), pattern.lastIndexOf('}}') + 2]
  if (start < 0) {
    const words = pattern.replace(/[\s,.;:!]+$/, '')
    return { line, opening: words, title: '', core: '', closing: pattern.slice(words.length) }
  }
  const before = pattern.slice(0, start)
  const title = / ((?:\S+ )+)$/.exec(before)?.[1]?.match(titles)?.[0] ?? ''
  const opening = before.slice(0, before.length - title.length)
  return { line, opening, title, core: pattern.slice(start, end), closing: pattern.slice(end) }
}

/** Titles at the end of the words before a name. */
const titles = /(?:(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|herr|frau|fru|frk)\.? )+$/i

/** What stands behind all of them; signs may differ, words may not. */
function closingOf(phrases: readonly Phrase[]): string | undefined {
  const closings = new Set(phrases.map(({ closing }) => closing))
  if (closings.size > 1 && [...closings].some((closing) => /[\p{L}\p{N}]/u.test(closing))) return undefined
  return phrases.at(-1)?.closing
}

/** "Dear Ms Huber, Mr Smith and Kim Jones"; nothing where they do not open alike. */
function shared(phrases: readonly Phrase[], language: LetterLanguage | undefined): string | undefined {
  const opening = phrases[0]?.opening ?? ''
  const isAlike = phrases.every((phrase) => phrase.opening === opening)
  // A word of several that begins with a capital may be a title we do not know: it must not be left out.
  if (!isAlike || isTitle(opening) || / \p{Lu}/u.test(opening)) return undefined
  const surname = oneSurname(phrases)
  const fill = ({ line, title, core }: Phrase) => filledLine({ ...line, pattern: surname === undefined ? title + core : '{{First_Name}}' })
  const names = allOf(phrases.map(fill), language)
  return `${opening}${names}${surname === undefined ? '' : ` ${surname}`}`
}

/** The surname that all have, where all are called by first name and surname without a title: "Kjære Anna og Ole Nordmann". */
function oneSurname(phrases: readonly Phrase[]): string | undefined {
  const isPlain = ({ title, core, line }: Phrase) =>
    title === '' && core === '{{First_Name}} {{Surname}}' && line.names.First_Name !== '' && line.names.Surname !== ''
  if (!phrases.every(isPlain)) return undefined
  const whole = phrases.map(({ line, core }) => filledLine({ ...line, pattern: core }).slice(line.names.First_Name.length + 1))
  const [first] = whole
  return whole.every((surname) => surname === first) ? first : undefined
}

/** All of them with the language's word for *and* before the last. */
export const allOf = (names: readonly string[], language: LetterLanguage | undefined): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names)

/** "Sehr geehrte Frau Huber, sehr geehrter Herr Maier" */
function chained(phrases: readonly Phrase[]): string {
  return phrases
    .map(({ line, opening, title, core }, at) => {
      const text = filledLine({ ...line, pattern: opening + title + core })
      return at === 0 || opening === '' || isTitle(opening) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
    })
    .join(', ')
}

/** A title keeps its capital, also where a line begins with it. */
const isTitle = (opening: string) =>
  /^(frau|herr|familie|madame|monsieur|mademoiselle|mevrouw|heer|mr|mrs|ms|miss|mx|dr|prof)\b/i.test(opening)

/** French names nobody: "Madame, Monsieur", and of several "Mesdames". What is the same for all is said once. */
function nameless(phrases: readonly Phrase[], closing: string): string {
  const texts = phrases.map(({ opening }) => opening)
  const each = [...new Set(texts)].map((text) => {
    const isFrench = phrases.some(({ line }) => /^fr\b/.test(line.tag)) && texts.filter((other) => other === text).length > 1
    return (isFrench ? plurals[text] : undefined) ?? text
  })
  const rest = each
    .slice(1)
    .map((text) => (isTitle(text) || text.startsWith('Mes') ? text : text.slice(0, 1).toLowerCase() + text.slice(1)))
  return [...each.slice(0, 1), ...rest].join(', ') + closing
}

const plurals: Readonly<Partial<Record<string, string>>> = { Madame: 'Mesdames', Monsieur: 'Messieurs' }

/** Who bears the same name is greeted once; two whom the same words would greet are told apart by the other part of their names. */
function unlike(lines: readonly GreetingLine[]): GreetingLine[] {
  const whole = ({ pattern, names: { First_Name, Middle_Name, Surname } }: GreetingLine) =>
    pattern.includes('{{') ? [First_Name, Middle_Name, Surname].join('\n') : ''
  const wholes = lines.map((line) => `${filledLine(line)}\n${whole(line)}`)
  const each = lines.filter((line, at) => whole(line) === '' || wholes.indexOf(wholes[at] ?? '') === at)
  const texts = each.map(filledLine)
  return each.map((line, at) => (texts.filter((text) => text === texts[at]).length > 1 ? withBothNames(line) : line))
}

function withBothNames(line: GreetingLine): GreetingLine {
  const { pattern, names } = line
  const [hasFirst, hasLast] = [pattern.includes('{{First_Name}}'), pattern.includes('{{Surname}}')]
  if (hasFirst === hasLast || names.First_Name === '' || names.Surname === '') return line
  const one = hasFirst ? '{{First_Name}}' : '{{Surname}}'
  return { ...line, pattern: pattern.replace(one, '{{First_Name}} {{Surname}}') }
}
