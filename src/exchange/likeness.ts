// How much speaks for two being the same: evidence of different weight is added up, and what contradicts is taken off.
// A name that is at least alike is always needed: colleagues share a phone, couples an address, and whole firms an info@.
import { distance } from 'fastest-levenshtein'
import type { Match } from './importPlan.ts'
import type { Who } from './who.ts'

export type Because = Match['because'][number]

/** From this weight on somebody should look at it. */
export const worthALook = 7

const weight = { same: 6, alike: 4, partly: 2, email: 5, phone: 4, company: 3, address: 3, postCode: 1, town: 3, vatNo: 6 }

export interface Likeness {
  score: number
  because: Because[]
}

const nothing: Likeness = { score: 0, because: [] }

export function likenessOf(one: Who, other: Who): Likeness {
  if (one.isPerson !== other.isPerson) return nothing
  const name = one.isPerson ? personNames(one, other) : companyNames(one, other)
  if (name === 0) return nothing
  const said: [Because, number][] = [['name', name]]
  const add = (because: Because, points: number) => points > 0 && said.push([because, points])
  add('email', isSame(one.email, other.email) ? weight.email : 0)
  add('phone', samePhone(one, other) ? weight.phone : 0)
  add('address', addresses(one, other, one.isPerson ? weight.postCode : weight.town))
  if (one.isPerson) add('company', isSame(one.bare, other.bare) || alike(one.bare, other.bare) ? weight.company : 0)
  else add('company', isSame(one.vatNo, other.vatNo) ? weight.vatNo : 0)
  // Only a part of the name is the same: then it takes an address of her own, as after a marriage.
  if (name === weight.partly && !isSame(one.email, other.email)) return nothing
  said.sort(([, a], [, b]) => b - a)
  const score = said.reduce((sum, [, points]) => sum + points, 0) - contradictions(one, other)
  return { score, because: said.map(([because]) => because) }
}

const isSame = (one: string, other: string) => one !== '' && one === other
const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

function samePhone(one: Who, other: Who): boolean {
  return [one.phone, one.mobile].some((number) => number !== '' && (number === other.phone || number === other.mobile))
}

/** The same street in the same town; or the town alone, which says little about people and more about companies with names alike. */
function addresses(one: Who, other: Who, town: number): number {
  if (differ(one.postCode, other.postCode)) return 0
  if (!isSame(one.postCode, other.postCode) && !isSame(one.city, other.city)) return 0
  return alike(one.street, other.street) ? Math.max(weight.address, town + 1) : town
}

function contradictions(one: Who, other: Who): number {
  let points = 0
  if (differ(one.externalId, other.externalId)) points += 4
  if (differ(one.birthday, other.birthday)) points += 6
  if (differ(one.vatNo, other.vatNo)) points += 4
  if (differ(one.email, other.email)) points += 1
  if (differ(one.bare, other.bare) && !alike(one.bare, other.bare)) points += 1
  return points
}

/** The same but for a slip of the finger: one letter of five, two of nine. */
function alike(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one === other) return true
  const length = Math.min(one.length, other.length)
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2
  if (Math.abs(one.length - other.length) > allowed) return false
  return allowed > 0 && distance(one, other) <= allowed
}

function personNames(one: Who, other: Who): number {
  if (one.surname === '' || other.surname === '') return aloneNames(one, other)
  if (isSame(one.surname, other.surname) && one.first === other.first) return weight.same
  const given = givenNames(one.first, other.first)
  if (given > 0 && (alike(one.surname, other.surname) || transposed(one.surname, other.surname))) return weight.alike
  // Surname and first name in each other's column.
  if (isSame(one.surname, other.first) && isSame(one.first, other.surname)) return weight.alike
  if (one.surname === other.surname && (one.first === '' || other.first === '')) return weight.partly
  if (given === 2 && one.first.length > 2) return shareWord(one.surname, other.surname) ? weight.alike : weight.partly
  return 0
}

/** A name of one word stands with the first names. */
function aloneNames(one: Who, other: Who): number {
  const [a, b] = [`${one.first} ${one.surname}`.trim(), `${other.first} ${other.surname}`.trim()]
  if (a === '' || b === '') return 0
  if (a === b) return weight.same
  return shareWord(a, b) ? weight.partly : 0
}

/** 2 = the same, 1 = an initial, one of several, or a slip; 0 = others. */
function givenNames(one: string, other: string): 0 | 1 | 2 {
  if (one === other) return one === '' ? 0 : 2
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short === '') return 0
  if (long.startsWith(`${short} `) || initialsOf(short, long)) return 1
  return alike(one, other) || transposed(one, other) ? 1 : 0
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

const shareWord = (one: string, other: string) => {
  const words = other.split(' ')
  return one.split(' ').some((word) => word.length > 2 && words.includes(word))
}

function companyNames(one: Who, other: Who): number {
  if (isSame(one.surname, other.surname)) return weight.same
  if (alike(one.surname, other.surname) || transposed(one.surname, other.surname)) return weight.alike
  const [short, long] = one.surname.length < other.surname.length ? [one.surname, other.surname] : [other.surname, one.surname]
  return short.length > 3 && long.startsWith(`${short} `) ? weight.alike - 1 : 0
}
