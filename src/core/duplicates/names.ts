// How alike two names are: as they are printed, but for slips of the finger, initials, particles, legal forms and columns that were swapped.
// A father and his son, Andrea and Andreas are two, however alike they are written.
import { distance } from 'fastest-levenshtein'
import { withoutParticles, type Who } from './who.ts'

/** What names that are the same, alike, or the same in part weigh. */
export const nameWeight = { same: 6, alike: 4, partly: 2 }

/** The same but for a slip of the finger: one letter of five, two of nine. */
export function alike(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one === other) return true
  const length = Math.min(one.length, other.length)
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2
  if (Math.abs(one.length - other.length) > allowed) return false
  return allowed > 0 && distance(one, other) <= allowed
}

export function personNames(one: Who, other: Who): number {
  if (one.surname === '' || other.surname === '') return aloneNames(one, other)
  if (isSame(one.surname, other.surname) && one.first === other.first) return nameWeight.same
  const given = givenNames(one.first, other.first)
  if (given > 0 && (alike(one.surname, other.surname) || transposed(one.surname, other.surname))) return nameWeight.alike
  // Surname and first name in each other's column.
  if (isSame(one.surname, withoutParticles(other.first)) && isSame(withoutParticles(one.first), other.surname)) return nameWeight.alike
  if (one.surname === other.surname && (one.first === '' || other.first === '')) return nameWeight.partly
  if (given === 2 && one.first.length > 2) return shareWord(one.surname, other.surname) ? nameWeight.alike : nameWeight.partly
  return 0
}

/** A name of one word stands with the first names. */
function aloneNames(one: Who, other: Who): number {
  const [a, b] = [`${one.first} ${one.surname}`.trim(), `${other.first} ${other.surname}`.trim()]
  if (a === '' || b === '') return 0
  if (a === b) return nameWeight.same
  return shareWord(a, b) ? nameWeight.partly : 0
}

/** 2 = the same, 1 = an initial, one of several, or a slip; 0 = others. */
function givenNames(one: string, other: string): 0 | 1 | 2 {
  if (one === other) return one === '' ? 0 : 2
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short === '') return 0
  if (long.startsWith(`${short} `) || initialsOf(short, long)) return 1
  if (areTwo(short, long)) return 0
  return alike(one, other) || transposed(one, other) ? 1 : 0
}

/** A woman's and a man's form of one name: Andrea and Andreas, Christian and Christina, Simon and Simone. */
function areTwo(short: string, long: string): boolean {
  if (short.slice(0, 3) !== long.slice(0, 3)) return false
  const isHers = (name: string) => /[ae]$/.test(name)
  return isHers(short) !== isHers(long) && long.startsWith(short.slice(0, -2))
}

/** `s` and `s m` are the initials of `solveig marie`; `jp` is of `jan pieter`. */
function initialsOf(short: string, long: string): boolean {
  const letters = short.replace(/ /g, '')
  const words = long.split(' ')
  const areInitials = short.split(' ').every((word) => word.length === 1) || letters.length === words.length
  return areInitials && letters.length <= words.length && [...letters].every((letter, at) => words[at]?.startsWith(letter) ?? false)
}

/** Two neighbouring letters changed places: Brenger and Bernger. */
function transposed(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 4) return false
  let at = 0
  while (one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

const isSame = (one: string, other: string) => one !== '' && one === other

/** Two days of one year of which one may be the other, mistyped: one figure, or day and month in each other's place. */
export function isDayAlike(one: string, other: string): boolean {
  const [year = '', month = '', day = ''] = one.split('-')
  return other.startsWith(`${year}-`) && (distance(one, other) <= 1 || other === `${year}-${day}-${month}`)
}

const shareWord = (one: string, other: string) => {
  const words = other.split(' ')
  return one.split(' ').some((word) => word.length > 2 && words.includes(word))
}

export function companyNames(one: Who, other: Who): number {
  if (isSame(one.surname, other.surname)) return nameWeight.same
  if (alike(one.surname, other.surname) || transposed(one.surname, other.surname)) return nameWeight.alike
  const [short, long] = one.surname.length < other.surname.length ? [one.surname, other.surname] : [other.surname, one.surname]
  return short.length > 3 && long.startsWith(`${short} `) ? nameWeight.alike - 1 : 0
}
