// What somebody is recognised by: names, company, e-mail, phones and address in plain forms that do not mind umlauts, particles and legal forms.
import { fold } from '../../base/fold.ts'
import type { Contact } from '../../model/contact.ts'
import { landOf, phoneKey } from '../contact/phones.ts'
import { isShared } from './shared.ts'

export interface Who {
  isPerson: boolean
  /** The name, folded. */
  name: string
  /** Given names and surname without titles and particles, `ae` as `a`; of a company `surname` is its name without legal form. */
  first: string
  surname: string
  /** The company of a person: folded, and without legal form. */
  company: string
  bare: string
  email: string
  /** Further addresses, where there are any. */
  moreEmails: readonly string[]
  /** The ends of the numbers; and the codes of their countries, blank where nothing tells. */
  phone: string
  phoneLand: string
  mobile: string
  mobileLand: string
  /** `jun` or `sen`, where the name says so. */
  generation: string
  postCode: string
  city: string
  street: string
  no: string
  externalId: string
  vatNo: string
  birthday: string
}

const spelled = /[aou]e/
const isPlain = (code: number) => (code >= 97 && code <= 122) || code === 32 || (code >= 48 && code <= 57)

/** Folded, one blank between words, and `ae`, `oe`, `ue` as `a`, `o`, `u`: Sauerländer and Sauerlaender are one. */
export const loose = (text: string): string => loosened(fold(text))

function loosened(folded: string): string {
  const short = spelled.test(folded) ? folded.replace(/([aou])e/g, '$1') : folded
  for (let at = 0; at < short.length; at++) if (!isPlain(short.charCodeAt(at))) return short.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return short
}

const particles = new Set('von vom zu zum zur van der den de ten ter te het t la le du des del della di da dos af av v d vd vdr'.split(' '))
const titles = new Set('dr prof dipl mag ing ir drs mr mrs ms herr frau hr fr phd mba msc bsc jr sr jun sen'.split(' '))
const legalForms = new Set(
  'gmbh mbh ag kg kgaa ohg gbr ek ug se sarl sas sa spa srl bv nv vof cv as asa ab oy aps ltd limited plc inc llc corp co ev eg mbb'.split(
    ' ',
  ),
)

const without = (text: string, left: ReadonlySet<string>) => {
  if (!text.includes(' ')) return text
  const kept = text.split(' ').filter((word) => !left.has(word))
  return kept.length > 0 ? kept.join(' ') : text
}

/** A surname that stands with the first names. */
export const withoutParticles = (text: string) => without(text, particles)
const behind = new Set('jr sr jun sen junior senior'.split(' '))
const surnameKey = (text: string) => without(without(loose(text), particles), behind)
const givenKey = (text: string) => without(loose(text), titles)

/** Words between the partners of a firm; a sign between them (`&`, `+`) is none. */
const joining = new Set('und and et en og och y e u'.split(' '))

/** Without legal form at its end, and without what joins its partners: `Muster B.V.` and `Muster`, `Brückner & Söhne` and `Brueckner und Soehne`. */
export function bareCompany(name: string): string {
  const words: string[] = []
  let letters = false
  for (const word of partnersOf(loose(name).split(' '))) {
    // The letters of `B. V.` and `G.m.b.H.` belong together.
    const isLetter = word.length === 1
    if (isLetter && letters) words[words.length - 1] += word
    else words.push(word)
    letters = isLetter
  }
  let end = words.length
  while (end > 1 && legalForms.has(words[end - 1] ?? '')) end--
  return words.slice(0, end).join(' ')
}

/** A joining word stands between two others; one letter beside letters is part of an abbreviation. */
const partnersOf = (words: readonly string[]) =>
  words.filter((word, at) => {
    const [before = '', after = ''] = [words[at - 1], words[at + 1]]
    return !joining.has(word) || before === '' || after === '' || (word.length === 1 && (before.length === 1 || after.length === 1))
  })

function streetKey(text: string): string {
  const plain = loose(text)
  const short = plain.includes('stra') ? plain.replace(/(stra(s?se)?|str)\b/g, 'str') : plain
  return short.includes(' ') ? short.replace(/ /g, '') : short
}
const fewDigits = /^\d{4,6}$/

/** Without the land's letters in front: `D-50667` and `50667` are one. */
export const postKey = (text: string): string =>
  fewDigits.test(text)
    ? text
    : fold(text)
        .replace(/[\s-]/g, '')
        .replace(/^[a-z]{1,2}(?=\d{4,5}$)/, '')

/** Fields of a row or a contact that say who it is. */
export interface Saying {
  name: string
  firstName?: string
  surname?: string
  email?: string | undefined
  email2?: string | undefined
  countryCode?: string | undefined
  phone?: string | undefined
  mobilePhone?: string | undefined
  postCode?: string | undefined
  city?: string | undefined
  address?: string | undefined
  no?: string | undefined
  externalId?: string | undefined
  vatNo?: string | undefined
  birthday?: string | undefined
}

const none: readonly string[] = []

/** The first address, and those behind it and in the second field. */
function emailsOf({ email = '', email2 = '' }: Saying): Pick<Who, 'email' | 'moreEmails'> {
  if (email2 === '' && !email.includes(';') && !email.includes(',')) return { email: fold(email), moreEmails: none }
  const all = `${email};${email2}`.split(/[;,]/).flatMap((address) => fold(address) || [])
  return { email: all[0] ?? '', moreEmails: all.slice(1) }
}

/** Somebody has an address that is not the one of the whole house. */
export const hasOwnMail = ({ email }: Who): boolean => email !== '' && !isShared(email)

const youngerOrElder = /\b(jun|jr|junior|sen|sr|senior)\b/i

function generationOf(name: string): string {
  const found = youngerOrElder.exec(name)?.[1]?.toLowerCase() ?? ''
  return found === '' ? '' : found.startsWith('j') ? 'jun' : 'sen'
}

/** So many different texts of one kind are remembered: towns and first names stand in many rows. */
const remembered = 20_000

/** Plain forms, each made once for a text that comes again. */
class Memory {
  readonly #made = new Map<string, string>()
  readonly #make: (text: string) => string

  constructor(make: (text: string) => string) {
    this.#make = make
  }

  of(text: string): string {
    const known = this.#made.get(text)
    if (known !== undefined) return known
    const made = this.#make(text)
    if (this.#made.size < remembered) this.#made.set(text, made)
    return made
  }
}

/** Makes plain forms; company names stand in many rows and are made once. */
export class Recogniser {
  readonly #companies = new Map<string, { folded: string; bare: string }>()
  readonly #given = new Memory(givenKey)
  readonly #towns = new Memory(loose)
  readonly #surnames = new Memory(surnameKey)

  company(name: string): { folded: string; bare: string } {
    const known = this.#companies.get(name)
    if (known) return known
    const made = { folded: fold(name), bare: bareCompany(name) }
    this.#companies.set(name, made)
    return made
  }

  given = (text: string): string => (text === '' ? '' : this.#given.of(text))

  who(isPerson: boolean, said: Saying, companyName: string): Who {
    const company = this.company(isPerson ? companyName : said.name)
    return {
      isPerson,
      name: isPerson ? fold(said.name) : company.folded,
      first: isPerson ? this.given(said.firstName ?? '') : '',
      surname: isPerson ? this.#surnames.of(said.surname ?? '') : company.bare,
      company: isPerson ? company.folded : '',
      bare: isPerson ? company.bare : '',
      ...emailsOf(said),
      phone: said.phone ? phoneKey(said.phone) : '',
      phoneLand: said.phone ? landOf(said.phone, said.countryCode ?? '') : '',
      mobile: said.mobilePhone ? phoneKey(said.mobilePhone) : '',
      mobileLand: said.mobilePhone ? landOf(said.mobilePhone, said.countryCode ?? '') : '',
      generation: isPerson ? generationOf(said.name) : '',
      postCode: said.postCode ? postKey(said.postCode) : '',
      city: said.city ? this.#towns.of(said.city) : '',
      street: said.address ? streetKey(said.address) : '',
      no: said.no ? fold(said.no) : '',
      externalId: said.externalId ? fold(said.externalId) : '',
      vatNo: said.vatNo ? fold(said.vatNo).replace(/[^a-z0-9]/g, '') : '',
      birthday: said.birthday ?? '',
    }
  }

  whoOf(contact: Contact, companyName: string): Who {
    return this.who(contact.type === 'person', contact, companyName)
  }
}
