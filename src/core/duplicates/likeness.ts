// How much speaks for two being the same: evidence of different weight is added up, and what contradicts is taken off.
// A name that is at least alike is always needed: colleagues share a phone, couples an address, and whole firms an info@. Only a company that
// has been renamed is known by its VAT number where it stands.
import { isShared } from './shared.ts'
import { alike, companyNames, isDayAlike, nameWeight, personNames } from './names.ts'
import { hasOwnMail, type Who } from './who.ts'

/** What speaks for it. */
export type Because = 'name' | 'company' | 'email' | 'phone' | 'address' | 'externalId' | 'birthday' | 'vatNo'

/** From this weight on somebody should look at it. */
export const worthALook = 7

const weight = { email: 5, sharedEmail: 2, phone: 4, mobile: 5, company: 3, address: 3, postCode: 1, town: 3, vatNo: 6, birthday: 3 }

export interface Likeness {
  score: number
  because: Because[]
  /** The names are the same; else they are alike. */
  sameName: boolean
  /** An e-mail address is the same that is not one of a whole house. */
  ownEmail: boolean
  /** Something speaks against it. */
  contradicted: boolean
}

const nothing: Likeness = { score: 0, because: [], sameName: false, ownEmail: false, contradicted: true }

export function likenessOf(one: Who, other: Who): Likeness {
  if (one.isPerson !== other.isPerson) return nothing
  const name = one.isPerson ? personNames(one, other) : companyNames(one, other)
  const said: [Because, number][] = [['name', isNamedAlone(one, other) ? worthALook : name]]
  const add = (because: Because, points: number) => points > 0 && said.push([because, points])
  const email = emails(one, other)
  const phone = phones(one, other)
  add('email', email)
  add('phone', phone)
  const address = addresses(one, other, one.isPerson ? weight.postCode : weight.town)
  add('address', address)
  add('vatNo', isSame(one.vatNo, other.vatNo) ? weight.vatNo : 0)
  if (one.isPerson) {
    add('company', isSame(one.bare, other.bare) || alike(one.bare, other.bare) ? weight.company : 0)
    add('birthday', isSame(one.birthday, other.birthday) ? weight.birthday : 0)
  }
  if (name === 0 && !isRenamed(one, other, email + phone + (address > weight.town ? address : 0))) return nothing
  // Only a part of the name is the same: then it takes something of her own, as after a marriage.
  if (name === nameWeight.partly && email < weight.email && !isOwnMobile(one, other) && !isSame(one.birthday, other.birthday))
    return nothing
  const counted = said.filter(([, points]) => points > 0).sort(([, a], [, b]) => b - a)
  const against = contradictions(one, other)
  return {
    score: counted.reduce((sum, [, points]) => sum + points, 0) - against,
    because: counted.map(([because]) => because),
    sameName: name === nameWeight.same,
    ownEmail: email === weight.email,
    contradicted: against > 0,
  }
}

const isSame = (one: string, other: string) => one !== '' && one === other
const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

/** Companies of one name of which one says nothing else, as those that came with their people: nothing could speak for it or against it. */
const isNamedAlone = (one: Who, other: Who) =>
  !one.isPerson && isSame(one.surname, other.surname) && one.surname.length > 3 && [one, other].some(saysNothingElse)

const saysNothingElse = ({ postCode, city, phone, mobile, email, vatNo }: Who) =>
  `${postCode}${city}${phone}${mobile}${email}${vatNo}` === ''

/** A company under another name, where it stood before. */
const isRenamed = (one: Who, other: Who, found: number) => !one.isPerson && isSame(one.vatNo, other.vatNo) && found > 0

/** An address of one's own says who it is; one like `info@` only where. */
function emails(one: Who, other: Who): number {
  if (one.email === '' || other.email === '') return 0
  const mails = [other.email, ...other.moreEmails]
  let points = 0
  for (const mail of [one.email, ...one.moreEmails])
    if (mails.includes(mail)) points = Math.max(points, one.isPerson && isShared(mail) ? weight.sharedEmail : weight.email)
  return points
}

function phones(one: Who, other: Who): number {
  if (isOwnMobile(one, other)) return weight.mobile
  const numbers = (who: Who) => [
    [who.phone, who.phoneLand],
    [who.mobile, who.mobileLand],
  ]
  const theirs = numbers(other)
  const isOne = numbers(one).some(([number, land]) =>
    theirs.some(([number2, land2]) => isSame(number ?? '', number2 ?? '') && !differ(land ?? '', land2 ?? '')),
  )
  return isOne ? weight.phone : 0
}

const isOwnMobile = (one: Who, other: Who) => isSame(one.mobile, other.mobile) && !differ(one.mobileLand, other.mobileLand)

/** The same street in the same town; or the town alone, which says little about people and more about companies with names alike. */
function addresses(one: Who, other: Who, town: number): number {
  // A firm has a post code for its street and one for its box; one of its branches in the same town has another telephone.
  if (differ(one.postCode, other.postCode))
    return !one.isPerson && isSame(one.city, other.city) && !differ(one.phone, other.phone) ? weight.postCode : 0
  if (!isSame(one.postCode, other.postCode) && !isSame(one.city, other.city)) return 0
  return alike(one.street, other.street) ? Math.max(weight.address, town + 1) : town
}

function contradictions(one: Who, other: Who): number {
  let points = 0
  if (differ(one.externalId, other.externalId)) points += 4
  if (differ(one.birthday, other.birthday)) points += isDayAlike(one.birthday, other.birthday) ? 2 : 8
  if (one.generation !== other.generation) points += differ(one.generation, other.generation) ? 10 : 4
  if (differ(one.vatNo, other.vatNo)) points += 4
  if (hasOwnMail(one) && hasOwnMail(other) && emails(one, other) === 0) points += 1
  if (differ(one.bare, other.bare) && !alike(one.bare, other.bare)) points += 1
  // Neighbours with names alike, as of one trade, have a telephone each.
  if (!one.isPerson && one.surname !== other.surname && differ(one.phone, other.phone)) points += 1
  if (!one.isPerson && isElsewhere(one, other)) points += differ(one.phone, other.phone) ? 12 : 2
  return points
}

/** Branches of one firm share its name, its VAT number and often its e-mail; they differ in the town, and in the telephone. */
const isElsewhere = (one: Who, other: Who) => differ(one.postCode, other.postCode) && differ(one.city, other.city)
