// A full name as its parts and back. Where nothing else is known, as BC: Contact/Contact.Table.al NameBreakdown: the last word is the
// surname, the one before it the middle name if there are more than two, the rest the first name, a single word a first name. Titles stand by
// themselves, `van der`, `von`, `de la` with the surname, `jun.` and `MBA` behind it; a comma or capitals say which part stands first.
import type { NameParts } from './name.ts'
import {
  goesOn,
  isBehind,
  isCourtesy,
  isNoble,
  isParticle,
  isSmallParticle,
  isSuffix,
  isTitle,
  joinsPeople,
  joinsSurnames,
} from './nameWords.ts'

export type NameOrder = 'firstNameFirst' | 'surnameFirst' | undefined

/** The parts of a name, and the word that addresses somebody, where one stood in front: `Frau`. */
export interface SplitName extends NameParts {
  courtesy?: string
}

/** Where people bear the surnames of both parents. */
const twoSurnames = new Set(['ES', 'PT', 'MX', 'AR', 'CL', 'CO', 'PE', 'VE', 'EC', 'BO', 'UY', 'PY', 'CU', 'DO', 'GT', 'CR', 'PA'])

/**
 * `Maier-Huber, Anna` and `Frau Dr. Anna Maria van der Berg` in their parts.
 * @param order of names without a comma; missing = the first name first, unless capitals say otherwise (`DUPONT Jean`)
 * @param country ISO code: in Spain and where its language is spoken the last two words are the surname
 */
export function splitName(text: string, order?: NameOrder, country?: string): SplitName {
  if (!text.includes(',')) return splitWords(words(text), [], order, country)
  const [before = [], after = [], ...more] = text
    .split(',')
    .map(words)
    .filter((part) => part.length > 0)
  if (after.every(isBehind)) return splitWords(before, [after, ...more], order, country)
  const front = inFront(before)
  // Behind a second comma stands what belongs to the whole name: it stays where `Anna Berger, MBA` has it.
  return splitWords(inFront(after).rest, more, 'commaSaid', country, { ...join(front, inFront(after)), surname: front.rest })
}

/** The name as it was typed: its parts one behind the other. */
export const joinName = ({ courtesy, title, firstName, middleName, surname }: SplitName): string =>
  [courtesy, title, firstName, middleName, surname]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ')

/** A title that stands before the first name: `Dr. Anna` → `Dr.`, `Anna`; nothing when there is none, or nothing else. */
export function titleInFront(firstName: string): { title: string; rest: string } | undefined {
  const { courtesy, title, rest } = inFront(words(firstName))
  return title.length > 0 && courtesy.length === 0 && rest.length > 0 ? { title: title.join(' '), rest: rest.join(' ') } : undefined
}

/** How somebody is addressed, where nothing but that and a title stands: `Frau Dr.` */
export function frontOf(text: string): { courtesy: string; title: string } {
  const { courtesy, title, rest } = inFront(words(text))
  return rest.length > 0 ? { courtesy: '', title: '' } : { courtesy: courtesy.join(' '), title: title.join(' ') }
}

/** A surname as one addresses somebody: without `jun.` and `, MBA`. */
export function withoutSuffix(surname: string): string {
  if (!surname.includes(' ')) return surname
  const all = words(surname.split(',', 1)[0] ?? '')
  while (all.length > 1 && isSuffix(all.at(-1) ?? '')) all.pop()
  return all.length > 0 ? all.join(' ') : surname
}

interface Front {
  courtesy: string[]
  title: string[]
  rest: string[]
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

/** What stands in front of the name itself. */
function inFront(all: readonly string[]): Front {
  let at = 0
  while (at < all.length && isCourtesy(all[at] ?? '')) at++
  if (all[at] === 'De' && all[at + 1] === 'heer') at += 2
  const begin = at
  while (at < all.length) {
    const word = all[at] ?? ''
    if (!isTitle(word) && !(at > begin && goesOn(word, all[at + 1], all[at - 1] ?? ''))) break
    at++
  }
  return { courtesy: all.slice(0, begin), title: all.slice(begin, at), rest: all.slice(at) }
}

/** Nothing but a title: then it is the name. */
function frontBefore(all: readonly string[]): Front {
  const front = inFront(all)
  return front.rest.length > 0 ? front : { courtesy: [], title: [], rest: [...all] }
}

const join = (one: Front, other: Front): Omit<Front, 'rest'> => ({
  courtesy: [...one.courtesy, ...other.courtesy],
  title: [...one.title, ...other.title],
})

/** @param said of a name with a comma: what stood before it, and what stood in front of either part */
function splitWords(
  all: readonly string[],
  behind: readonly (readonly string[])[],
  order: NameOrder | 'commaSaid',
  country: string | undefined,
  said?: Omit<Front, 'rest'> & { surname: readonly string[] },
): SplitName {
  const front = said ? { ...said, rest: [...all] } : frontBefore(all)
  const isAddressed = front.courtesy.length + front.title.length > 0
  const suffix = suffixOf(front.rest, isAddressed || said ? 1 : 2)
  const name = front.rest.slice(0, front.rest.length - suffix.length)
  const { given, surname } = said
    ? ofComma(name, said.surname)
    : parted(name, order === 'commaSaid' ? undefined : order, country, isAddressed)
  const titles = behind.filter((part) => part.length > 0 && part.every(isTitle)).flat()
  const others = behind.filter((part) => part.length > 0 && !part.every(isTitle)).map((part) => part.join(' '))
  const whole = [[...surname, ...suffix].join(' '), ...others].filter(Boolean).join(', ')
  return plain(front.courtesy, [...front.title, ...titles], given, [whole])
}

function plain(courtesy: readonly string[], title: readonly string[], given: readonly string[], surname: readonly string[]): SplitName {
  return {
    ...(courtesy.length > 0 && { courtesy: courtesy.join(' ') }),
    ...(title.length > 0 && { title: title.join(' ') }),
    ...givenNames(given),
    surname: surname.join(' '),
  }
}

/** What stands behind the surname; so many words are the name itself at least. */
function suffixOf(all: readonly string[], least: number): string[] {
  let end = all.length
  while (end > least && isSuffix(all[end - 1] ?? '')) end--
  // All in capitals: `YO YO MA` is no master of arts.
  const isShouted = all.slice(0, end).every((word) => word === word.toUpperCase())
  return isShouted && all.slice(end).some((word) => /^(MA|BA|II)$/.test(word)) ? [] : all.slice(end)
}

/** Dutch lists write `Berg, Anna van der`: what stands last there stands before the surname. */
function ofComma(after: readonly string[], before: readonly string[]): { given: readonly string[]; surname: readonly string[] } {
  let end = after.length
  while (end > 0 && isSmallParticle(after[end - 1] ?? '')) end--
  if (end === 0) return { given: after, surname: before }
  return { given: after.slice(0, end), surname: [...after.slice(end), ...before] }
}

function parted(
  all: readonly string[],
  order: NameOrder,
  country: string | undefined,
  isAddressed: boolean,
): { given: readonly string[]; surname: readonly string[] } {
  if (all.length === 1) return isAddressed || order === 'surnameFirst' ? { given: [], surname: all } : { given: all, surname: [] }
  const capitals = order ? undefined : inCapitals(all)
  if (order === 'surnameFirst' || capitals === 'front') return surnameInFront(all, capitals === 'front')
  // Whoever is addressed by name is called by the surname: `Frau Le Pen` has no first name Le.
  const isSurname = isAddressed && all.slice(0, -1).every(isParticle)
  const start = isSurname ? 0 : (capitals ?? surnameStart(all, country))
  return { given: all.slice(0, start), surname: all.slice(start) }
}

/** `van der Berg Anna Maria`: particles and the word behind them are the surname; a title between them is one of the first names. */
function surnameInFront(all: readonly string[], byCapitals: boolean): { given: readonly string[]; surname: readonly string[] } {
  let end = 0
  if (byCapitals) while (end < all.length - 1 && isLoud(all[end] ?? '')) end++
  else {
    while (end < all.length - 2 && isParticle(all[end] ?? '')) end++
    end++
  }
  return { given: all.slice(end), surname: all.slice(0, end) }
}

const isLoud = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() && !/[.()]/.test(word)

/** Where a surname in capitals stands, as in French lists: in front, or from which word on; nothing where capitals say nothing. */
function inCapitals(all: readonly string[]): 'front' | number | undefined {
  const loud = all.map(isLoud)
  if (loud[0] === loud[all.length - 1]) return undefined
  const start = loud.indexOf(true)
  const isRun = loud[0] ? !loud.slice(loud.indexOf(false)).includes(true) : !loud.slice(start).includes(false)
  if (!isRun || !all.some((word, at) => loud[at] && word.length > 2)) return undefined
  if (loud[0]) return 'front'
  let from = start
  while (from > 1 && isParticle(all[from - 1] ?? '')) from--
  return from
}

function surnameStart(all: readonly string[], country: string | undefined): number {
  const last = all.length - 1
  if (isSmallParticle(all[0] ?? '')) return 0
  const joint = all.findIndex((word, at) => at > 1 && at < last && joinsSurnames(word))
  if (joint > 0) return joint - 1
  const particle = all.findIndex((word, at) => at > 0 && at < last && isParticle(word))
  const isDouble = country !== undefined && twoSurnames.has(country)
  if (particle < 0) return isDouble && last >= 2 ? last - 1 : last
  if (particle > 1 && isNoble(all[particle - 1] ?? '')) return particle - 1
  return isDouble && particle > 1 ? particle - 1 : particle
}

/** Of two or more given names the last is the middle name. Two people in one line have none. */
function givenNames(all: readonly string[]): Omit<NameParts, 'surname'> {
  if (all.length < 2 || all.some(joinsPeople)) return { firstName: all.join(' '), middleName: '' }
  return { firstName: all.slice(0, -1).join(' '), middleName: all.at(-1) ?? '' }
}
