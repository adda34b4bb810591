// A full name as its parts. BC: Contact/Contact.Table.al NameBreakdown: the last word is the surname, the one before it the middle name if
// there are more than two, the rest the first name, a single word a first name. Here a title stays with the first name, and `van der`, `von`, `de la` with the surname.
import type { NameParts } from '../core/contact/name.ts'
import type { ImportColumn } from '../model/importMapping.ts'

const particles = new Set(
  "von vom zu zum zur van der den de ten ter te het 't la le du des del della di da dos af av y v. v.d. vd d.".split(' '),
)
const title = /^(dr|prof|dipl|mag|ing|ir|drs|mr|mrs|ms|herr|frau)\.?(-ing\.?)?$/i
/** What stands behind a comma and is no first name: `Anna Berger, MBA`. */
const degree = /^(dr|prof|mag|ing|ir|phd|mba|msc|bsc|ma|ba|jun|sen|jr|sr)\.?$/i
const titleWithDot = (word: string) => title.test(word) && (word.includes('.') || /^(dr|prof)$/i.test(word))

/**
 * `Maier-Huber, Anna` and `Dr. Anna Maria van der Berg` in their parts. A comma says itself which part stands first.
 * @param order of names without a comma
 */
export function splitFullName(text: string, order: ImportColumn['nameOrder'] = 'firstNameFirst'): NameParts {
  const [before = '', after = '', ...more] = text.split(',')
  if (!words(after).every((word) => degree.test(word))) {
    // Behind a second comma stands what belongs to the whole name: it stays where `Anna Berger, MBA` has it.
    const behind = more.flatMap((part) => words(part).join(' ') || [])
    return { ...givenNames(words(after)), surname: [words(before).join(' '), ...behind].join(', ') }
  }
  return order === 'surnameFirst' ? splitSurnameFirst(text) : splitPlain(text)
}

/** `van der Berg Anna Maria`: particles and the word behind them are the surname; a title in front stays with the first names. */
function splitSurnameFirst(text: string): NameParts {
  const all = words(text)
  if (all.length === 1) return { firstName: '', middleName: '', surname: text.trim() }
  const start = Math.max(
    all.findIndex((word) => !titleWithDot(word)),
    0,
  )
  let end = start
  while (end < all.length - 2 && particles.has((all[end] ?? '').toLowerCase())) end++
  const surname = all.slice(start, end + 1).join(' ')
  return { ...givenNames([...all.slice(0, start), ...all.slice(end + 1)]), surname }
}

function splitPlain(text: string): NameParts {
  const all = words(text)
  if (all.length === 1) return { ...givenNames(all), surname: '' }
  const start = surnameStart(all)
  return { ...givenNames(all.slice(0, start)), surname: all.slice(start).join(' ') }
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

function surnameStart(all: string[]): number {
  const first = all.findIndex((word, index) => index > 0 && index < all.length - 1 && particles.has(word.toLowerCase()))
  if (first > 0) return first
  const comma = all.findIndex((word) => word.endsWith(','))
  return Math.max((comma < 0 ? all.length : comma + 1) - 1, 0)
}

/** Of two or more given names the last is the middle name; titles do not count. */
function givenNames(all: string[]): Omit<NameParts, 'surname'> {
  const titles = all.filter(titleWithDot).length
  if (all.length - titles < 2) return { firstName: all.join(' '), middleName: '' }
  return { firstName: all.slice(0, -1).join(' '), middleName: all.at(-1) ?? '' }
}
