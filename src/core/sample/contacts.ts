// Invented companies and people. Most are as they should be; some lack what a letter needs, so that the checks have something to find.
import { toDay, type Day } from '../../base/day.ts'
import type { Company, MailingGroup, Person } from '../../model/contact.ts'
import type { Occasion } from '../../model/occasion.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { newCompany, newPerson } from '../contact/edit.ts'
import type { Chance } from './generator.ts'
import { lands, type Land } from './lands.ts'
import type { SampleLists } from './lists.ts'

/** Companies and people that also stand in the segments; those of a large sample beyond them stay out, so that segments stay small. */
export const storyCompanies = 40
export const storyPeople = 120

interface Making {
  occasion: Occasion
  chance: Chance
  lists: SampleLists
  numbers: readonly string[]
}

/** Companies first, then three people to each; every twentieth person is alone. */
export function sampleContacts(making: Making, companyCount: number, peopleCount: number): { companies: Company[]; people: Person[] } {
  const companies = Array.from({ length: companyCount }, (_, index) => company(making, index))
  const people = Array.from({ length: peopleCount }, (_, index) => {
    const at = Math.floor(index / 3) % companyCount
    return person(making, index, index % 20 === 19 ? undefined : companies[at], landOf(at), making.numbers[companyCount + index] ?? '')
  })
  return { companies, people }
}

const landOf = (company: number): Land => lands[company % lands.length] as Land
const sample = { sample: true } as const

function company({ occasion, chance, lists, numbers }: Making, index: number): Company {
  const land = landOf(index)
  const industry = index < storyCompanies ? ([0, 1, 2, 0, 3, 4][index % 6] ?? 0) : 1 + chance.below(4)
  const surname =
    index < storyCompanies ? land.surnames[(index * 11 + Math.floor(index / 20)) % land.surnames.length] : chance.pick(land.surnames)
  const firm = `${land.trades[industry]} ${surname}`
  const domain = `${plain(firm)}${index < storyCompanies ? '' : index}.example`
  const second = chance.happens(0.15) ? lists.industryGroups[3].id : undefined
  const first = lists.industryGroups[industry]?.id
  const made = newCompany(occasion, numbers[index] ?? '', {
    ...sample,
    name: `${firm} ${chance.pick(land.forms)}`,
    ...place(land, chance),
    ...{ email: `info@${domain}`, homePage: `www.${domain}`, salutationCode: 'COMPANY' },
    ...{ languageCode: toLetterLanguage(land.language), salespersonId: sellerOf(land, lists) },
    industryGroupIds: [...new Set([first, second].filter((id) => id !== undefined))],
    mailingGroupIds: chance.happens(0.3) ? [lists.mailingGroups.christmas.id] : [],
  })
  return index % 17 === 11 ? { ...made, address: '', postCode: '', city: '' } : made
}

function person({ occasion, chance, lists }: Making, index: number, employer: Company | undefined, land: Land, no: string): Person {
  const woman = chance.happens(0.5)
  const firstName = chance.pick(woman ? land.women : land.men)
  const surname = chance.pick(land.surnames)
  const at = employer ?? { ...place(land, chance), email: `post@${plain(surname)}${index}.example` }
  const made = newPerson(occasion, no, {
    ...{ ...sample, firstName, surname, salutationCode: index === 47 ? 'UNISEX' : woman ? 'F' : 'M' },
    ...{ address: at.address, postCode: at.postCode, city: at.city, county: at.county, countryCode: land.code },
    ...{ phone: extension(at.phone, index), email: at.email.replace(/^[^@]*/, `${plain(firstName)}.${plain(surname)}`) },
    ...{
      languageCode: toLetterLanguage(land.language),
      salespersonId: sellerOf(land, lists),
      mailingGroupIds: mailing(index, chance, lists),
    },
    ...(employer && { companyId: employer.id, jobTitle: chance.pick(land.jobs) }),
    ...(index % 5 !== 3 && { birthday: birthdayOf(index) }),
    excludeFromSegment: [10, 29, 61, 100].includes(index),
    privacyBlocked: [18, 76].includes(index),
  })
  return { ...made, ...flaws(index) }
}

/** Spread over the year, so that every month has some. */
function birthdayOf(index: number): Day {
  const two = (n: number) => String(n).padStart(2, '0')
  return toDay(`${1948 + ((index * 17) % 53)}-${two(((index * 5) % 12) + 1)}-${two(((index * 11) % 28) + 1)}`)
}

/** What is missing about some: e-mail, salutation, address. */
function flaws(index: number): Partial<Person> {
  if (index % 20 === 6) return { email: '' }
  if (index % 30 === 12) return { salutationCode: '' }
  if (index % 20 === 16) return { address: '', postCode: '', city: '', county: '' }
  return {}
}

function mailing(index: number, chance: Chance, { mailingGroups }: SampleLists): MailingGroup['id'][] {
  const { news, christmas, fair, service } = mailingGroups
  const shares: [MailingGroup, number][] = [
    [news, 0.5],
    [christmas, 0.35],
    [fair, index < storyPeople ? 0.25 : 0],
    [service, index < storyPeople ? 0.3 : 0],
  ]
  return shares.filter(([, share]) => chance.happens(share)).map(([group]) => group.id)
}

function place(land: Land, chance: Chance) {
  const [postCode, city, county, dial] = chance.pick(land.places)
  const [street, number] = [chance.pick(land.streets), 1 + chance.below(90)]
  const address = land.code === 'FR' || land.code === 'GB' ? `${number} ${street}` : `${street} ${number}`
  return { address, postCode, city, county, countryCode: land.code, phone: `${dial} ${100 + chance.below(90) * 10}` }
}

const sellerOf = (land: Land, { salespeople: [north, south, west] }: SampleLists) =>
  (land.code === 'NL' || land.code === 'GB' || land.code === 'FR' ? west : land.language === 'de' && land.code !== 'DE' ? south : north).id

/** The company's number with a last digit of one's own. */
const extension = (phone: string, index: number) => `${phone.slice(0, -1)}${1 + (index % 9)}`

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', æ: 'ae', å: 'a' }
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[äöüßøæå]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z]+/g, '')
