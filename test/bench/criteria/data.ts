// A tablet full of people, the same ones every time: contact `at` of `size`, its interactions, and what a company bought. Each row comes from its
// own place alone, so that any engine can make any part of them.
import { addDays, toDay, type Day } from '../../../src/base/day.ts'
import { emptyContact } from '../../../src/core/contact/edit.ts'
import type { Company, Contact, Person } from '../../../src/model/contact.ts'
import type { InteractionLogEntry } from '../../../src/model/interaction.ts'
import type { Purchase } from '../../../src/model/purchase.ts'
import type { CorrespondenceType } from '../../../src/model/parts.ts'

export const today = toDay('2026-11-20')
const firstMoment = Date.parse('2016-12-01T12:00:00Z')
const lastMoment = Date.parse('2026-11-19T12:00:00Z')
const aDay = 86_400_000

type Die = (sides: number) => number

/** A die that falls the same way for the same place. */
function dieOf(seed: number): Die {
  let state = seed | 0
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const list = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const one = <T>(values: readonly T[], die: Die): T => values[die(values.length)] as T
/** The first values come up more often than the last. */
const often = <T>(values: readonly T[], die: Die): T => values[Math.min(die(values.length), die(values.length))] as T

const parts =
  'ber mül hof gard mann stein ross ker lin sen vik dor mar tin sch wal fel bach kow ski ford ham ley ton son gren ström lund quist holm'
const syllables = parts.split(' ')
export const surnames = list(6000, (at) => {
  const die = dieOf(at * 7 + 1)
  const name = one(syllables, die) + one(syllables, die) + (die(3) === 0 ? one(syllables, die) : '')
  return capital(name) + (at > 4000 ? `-${capital(one(syllables, die))}` : '')
})
const firstNames = list(800, (at) => {
  const die = dieOf(at * 13 + 5)
  const begin = one(['an', 'el', 'jo', 'mä', 'pe', 'li', 'ka', 'rö', 'ti', 'su'], die)
  const middle = one(['na', 'ke', 'han', 'ria', 'ter', 'sa', 'rin', 'bert', 'mo', 'ne'], die)
  return capital(begin + middle + (['', 's', 'a', 'o', 'y', 'ka', 'le', 'nn'][at % 8] ?? ''))
})
const cityBegins = 'Ber Ham Mün Köl Frank Stutt Düss Leip Dort Ess Bre Dres Nürn Wup Biele Bonn Mann Karls Wies Augs'.split(' ')
const cityEnds = 'lin burg chen furt gart dorf zig mund men den berg tal feld heim ruhe baden'.split(' ')
const cities = list(2000, (at) => {
  const die = dieOf(at * 17 + 9)
  const name = one(cityBegins, die) + one(cityEnds, die)
  return at < 300 ? name : `${name} ${one(['am See', 'an der Au', 'im Tal', 'bei Ulm', 'Süd', 'Nord'], die)} ${at % 90}`
})
const streets = ['straße', 'weg', 'gasse', 'allee']
const endings = ['GmbH', 'AG', 'Ltd', 'KG', 'Inc', 'BV']
export const countries = 'DE AT CH US GB FR NL DK SE NO FI PL CZ IT ES PT BE LU IE HU'.split(' ')
export const languages = 'de en fr nl da sv it es'.split(' ')
const jobs = ['', 'Buyer', 'Managing director', 'Head of sales', 'Assistant', 'Engineer', 'Förster']

/** A key that says when it was made, as those of the app do. */
const key = (kind: string, at: number, moment: number) => {
  const time = moment.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-${kind}-${at.toString(16).padStart(12, '0')}`
}
const listed = (kind: string, count: number) => list(count, (at) => key(kind, at, firstMoment))
export const salespeople = listed('8001', 50)
export const territories = listed('8002', 25)
export const mailingGroups = listed('8003', 30)
export const industryGroups = listed('8004', 40)
export const answers = listed('8005', 200)
export const templates = listed('8006', 8)
const interactionGroups = listed('8007', 4)
const campaigns = listed('8008', 20)
const levels = listed('8009', 5)
const responsibilities = listed('800a', 10)
const relations = listed('800b', 4)
const loggedSegments = listed('800c', 200)
export const itemGroups = ['Bicycles', 'Machines', 'Räder', 'Service', 'Tools', 'Wood', 'Paper', 'Steel', 'Paint', 'Energy']

const isCompanyAt = (at: number) => at % 4 === 0
const createdAt = (at: number) => firstMoment + dieOf(at * 1_597 + 3)(3640) * aDay
export const contactIdAt = (at: number) => key('8000', at, createdAt(at))
const noOf = (at: number) => `KT${String(at + 1).padStart(7, '0')}`
const companyNameAt = (at: number) => {
  const die = dieOf(at * 31 + 7)
  return `${one(surnames, die)} ${one(endings, die)} ${1 + die(1000)}`
}

/** Some of a list, none twice. */
function some(values: readonly string[], most: number, die: Die): string[] {
  const taken = new Set<string>()
  for (let left = die(most + 1); left > 0; left--) taken.add(one(values, die))
  return [...taken]
}

function sharedOf(at: number, die: Die) {
  const city = often(cities, die)
  const language = often(languages, die)
  return {
    id: contactIdAt(at),
    rev: 1,
    no: noOf(at),
    address: `${capital(one(surnames, die))}${one(streets, die)} ${1 + die(200)}`,
    postCode: String(10_000 + die(9000) * 10),
    city,
    county: `Kreis ${die(60)}`,
    countryCode: often(countries, die),
    phone: `+49 ${100 + die(899)} ${10_000 + die(899_999)}`,
    mobilePhone: `+49 15${die(9)} ${1_000_000 + die(8_999_999)}`,
    salutationCode: one(['', 'F', 'M', 'COMPANY', 'JOB'], die),
    salespersonId: one(salespeople, die),
    territoryId: one(territories, die),
    mailingGroupIds: some(mailingGroups, 4, die),
    answerIds: some(answers, 6, die),
    excludeFromSegment: die(20) === 0,
    privacyBlocked: die(25) === 0,
    changedAt: new Date(createdAt(at) + die(1 + (lastMoment - createdAt(at)) / aDay) * aDay).toISOString(),
    ...(die(10) > 0 ? { languageCode: language } : {}),
    ...correspondence(one(['hardCopy', 'email', undefined] as const, die)),
  }
}
const correspondence = (type: CorrespondenceType | undefined) => (type ? { correspondenceType: type } : {})

const plainLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const mailName = (text: string) => text.toLowerCase().replace(/[äöü]/g, (letter) => plainLetters[letter] ?? '')

function companyAt(at: number): Company {
  const die = dieOf(at * 2_654_435 + 12_345)
  return {
    ...emptyContact('company'),
    ...sharedOf(at, die),
    name: companyNameAt(at),
    email: `info@firma${at}.example`,
    homePage: `www.firma${at}.example`,
    vatNo: `DE${100_000_000 + die(899_999_999)}`,
    industryGroupIds: some(industryGroups, 2, die),
    businessRelations: some(relations, 2, die).map((id) => ({ businessRelationId: id, no: `K${at}` })),
  } as Company
}

function personAt(at: number, size: number): Person {
  const die = dieOf(at * 2_654_435 + 12_345)
  const company = die(10) < 8 ? die(Math.ceil(size / 4)) * 4 : undefined
  const firstName = one(firstNames, die)
  const surname = often(surnames, die)
  return {
    ...emptyContact('person'),
    ...sharedOf(at, die),
    name: `${firstName} ${surname}`,
    firstName,
    surname,
    email: die(8) > 0 ? `${mailName(firstName)}.${mailName(surname)}${at % 997}@post${die(300)}.example` : '',
    jobTitle: one(jobs, die),
    jobResponsibilityIds: some(responsibilities, 2, die),
    minor: die(100) === 0,
    parentalConsent: die(2) === 0,
    ...(company === undefined ? {} : { companyId: contactIdAt(company) }),
    ...(die(3) === 0 ? { organizationalLevelId: one(levels, die) } : {}),
    ...(die(10) < 7 ? { birthday: addDays(toDay('1945-01-01'), die(25_000)) } : {}),
  } as Person
}

export const contactAt = (at: number, size: number): Contact => (isCompanyAt(at) ? companyAt(at) : personAt(at, size))

const daysAgo = list(1600, (count) => addDays(today, -count))

/** What happened with the contact at this place: none to ten interactions, five on average. */
export function entriesOf(at: number): InteractionLogEntry[] {
  const die = dieOf(at * 40_503 + 977)
  return list(die(11), (n) => entryAt(at, n, die))
}

function entryAt(at: number, n: number, die: Die): InteractionLogEntry {
  const ago = Math.min(die(1500), die(1500))
  const kind = die(templates.length)
  const day = daysAgo[ago] as Day
  return {
    ...{
      id: key('9000', at * 16 + n, Date.parse(`${day}T09:00:00Z`)),
      rev: 1,
      contactId: contactIdAt(at),
      contactName: noOf(at),
      companyName: '',
    },
    ...{ day, description: `Letter ${die(40)}`, templateId: templates[kind], interactionGroupId: interactionGroups[kind % 4] },
    ...{ salespersonId: one(salespeople, die), ...(die(10) < 3 ? { campaignId: one(campaigns, die) } : {}) },
    ...(die(10) < 4 ? { loggedSegmentId: one(loggedSegments, die) } : {}),
    ...{ campaignTarget: die(10) === 0, campaignResponse: die(20) === 0, subject: 'News', comment: '', comments: [] },
    ...{ informationFlow: die(4) ? 'outbound' : 'inbound', initiatedBy: die(4) ? 'us' : 'them', cost: die(500), duration: die(60) },
    ...(die(2) ? { evaluation: one(['veryPositive', 'positive', 'neutral', 'negative', 'veryNegative'] as const, die) } : {}),
    ...{ ...correspondence(one(['hardCopy', 'email', undefined] as const, die)), attemptFailed: die(20) === 0, cancelled: die(50) === 0 },
    ...{ loggedBy: 'Vera', loggedAt: `${day}T09:00:00.000Z` },
  } as unknown as InteractionLogEntry
}

/** What the company at this place bought: none to four purchases, two on average. */
export function purchasesOf(at: number): Purchase[] {
  if (!isCompanyAt(at)) return []
  const die = dieOf(at * 69_069 + 41)
  return list(die(5), (n) => {
    const group = die(itemGroups.length)
    const itemNo = String(1000 + group * 10 + die(10))
    const day = daysAgo[die(1500)] as Day
    const id = key('a000', at * 16 + n, Date.parse(`${day}T09:00:00Z`))
    const amount = 10 + die(9000)
    return {
      id,
      rev: 1,
      companyId: contactIdAt(at),
      day,
      itemNo,
      description: '',
      itemGroup: itemGroups[group],
      quantity: 1 + die(40),
      amount,
    } as Purchase
  })
}
