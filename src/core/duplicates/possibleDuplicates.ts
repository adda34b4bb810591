// Who might be the same, found without comparing everybody with everybody: people meet under keys of name and evidence together (the sound of
// the surname with the company, the post code, the e-mail, a phone), and only those who meet are looked at.
import { hashOf, KeyTable } from './keyTable.ts'
import { likenessOf, worthALook, type Likeness } from './likeness.ts'
import type { Who } from './who.ts'

/** So many are looked at under one key: thousands of people with one dummy address are no evidence. */
const mostUnderOneKey = 40

export interface Likely extends Likeness {
  place: number
}

export class PossibleDuplicates {
  readonly #table = new KeyTable()
  #keysFor: Who | undefined
  #keys: number[] = []
  /** By place: the row that looked at it last. */
  #looked = new Int32Array(1024)
  #look = 0

  /** Makes somebody findable, at a place of the caller's own list. */
  add(who: Who, place: number): void {
    for (const key of this.#keysOf(who)) this.#table.add(key, place)
  }

  /** Who was looked for is often added next. */
  #keysOf(who: Who): readonly number[] {
    if (this.#keysFor === who) return this.#keys
    this.#keysFor = who
    return (this.#keys = who.isPerson ? personKeys(who) : companyKeys(who))
  }

  /** Who is most like this one, of those for whom enough speaks; the first of equals. @param whoAt by place; nothing = no longer to be found */
  likeliest(who: Who, whoAt: (place: number) => Who | undefined): Likely | undefined {
    let best: Likely | undefined
    this.each(who, whoAt, (place, likeness) => {
      const { score } = likeness
      if (best === undefined || score > best.score || (score === best.score && place < best.place)) best = { place, ...likeness }
    })
    return best
  }

  /** Calls for everybody who may be the same as this one, each once. */
  each(who: Who, whoAt: (place: number) => Who | undefined, call: (place: number, likeness: Likeness) => void): void {
    const look = ++this.#look
    // Whoever is gone, or was filed here before she was changed, takes nobody's place.
    const compare = (place: number): boolean => {
      if (this.#hasLooked(place, look)) return false
      const other = whoAt(place)
      if (!other) return false
      const likeness = likenessOf(who, other)
      if (likeness.score >= worthALook) call(place, likeness)
      return true
    }
    for (const key of this.#keysOf(who)) this.#table.each(key, mostUnderOneKey, compare)
    if (who.isPerson) for (const key of swappedKeys(who)) this.#table.each(key, mostUnderOneKey, compare)
  }

  #hasLooked(place: number, look: number): boolean {
    if (place >= this.#looked.length) {
      const longer = new Int32Array(Math.max(place + 1, this.#looked.length * 2))
      longer.set(this.#looked)
      this.#looked = longer
    }
    if (this.#looked[place] === look) return true
    this.#looked[place] = look
    return false
  }
}

const kind = { email: 1, given: 2, phone: 3, company: 4, postCode: 5, colleague: 6, name: 7, vat: 8, place: 9, ownPhone: 10, birthday: 11 }

function personKeys(who: Who): number[] {
  const surname = soundOf(lastWord(who.surname) || firstWord(who.first))
  const given = firstWord(who.first)
  const keys: number[] = []
  if (who.email !== '') keys.push(hashOf(kind.email, who.email, surname), hashOf(kind.given, who.email, given))
  for (const email of who.moreEmails) keys.push(hashOf(kind.email, email, surname), hashOf(kind.given, email, given))
  if (who.phone !== '') keys.push(hashOf(kind.phone, who.phone, surname))
  if (who.mobile !== '' && who.mobile !== who.phone) keys.push(hashOf(kind.phone, who.mobile, surname))
  if (who.mobile !== '') keys.push(hashOf(kind.ownPhone, who.mobile, given))
  if (who.birthday !== '') keys.push(hashOf(kind.birthday, who.birthday, given))
  if (who.bare !== '') {
    keys.push(hashOf(kind.company, who.bare, surname))
    // A slip in the consonants changes the sound: there the first name and a letter of the surname lead together.
    if (given.length > 1) keys.push(hashOf(kind.colleague, who.bare, given, who.surname.slice(0, 1)))
  }
  if (who.postCode !== '') keys.push(hashOf(kind.postCode, who.postCode, surname))
  return keys
}

/** Where somebody's names stand in each other's column. */
function swappedKeys(who: Who): number[] {
  const surname = soundOf(lastWord(who.first))
  const keys: number[] = []
  if (who.email !== '') keys.push(hashOf(kind.email, who.email, surname))
  if (who.bare !== '') keys.push(hashOf(kind.company, who.bare, surname))
  return keys
}

function companyKeys(who: Who): number[] {
  const first = firstWord(who.surname)
  const sound = soundOf(first)
  const keys = [hashOf(kind.name, who.surname)]
  if (who.postCode !== '') keys.push(hashOf(kind.place, who.postCode, sound))
  if (who.phone !== '') keys.push(hashOf(kind.phone, who.phone, first.slice(0, 1)))
  if (who.email !== '') keys.push(hashOf(kind.email, who.email, first.slice(0, 1)))
  if (who.vatNo !== '') keys.push(hashOf(kind.vat, who.vatNo))
  return keys
}

function firstWord(text: string): string {
  const end = text.indexOf(' ')
  return end < 0 ? text : text.slice(0, end)
}

const lastWord = (text: string) => text.slice(text.lastIndexOf(' ') + 1)

/** Classes of letters that sound alike, from `a` to `z`. After Soundex, with `j` as a vowel, `w` as `v`, and the first letter like the others. */
const classes = '01230120002455012623011202'

/** The consonants as classes: Meyer, Maier and Mayr, Schmidt and Schmitt are one. */
export function soundOf(word: string): string {
  let sound = ''
  let last = ''
  for (let at = 0; at < word.length && sound.length < 5; at++) {
    const code = word.charCodeAt(at) - 97
    const found = code >= 0 && code < 26 ? (classes[code] ?? '0') : word.charAt(at)
    if (found !== '0' && found !== last) sound += found
    last = found
  }
  return sound === '' ? word.slice(0, 1) : sound
}
