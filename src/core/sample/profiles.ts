// What is known of the invented companies and people beyond name and address: relations, responsibilities, answers, other addresses, and
// two minors. Drawn from a chance of its own.
import { addDays } from '../../base/day.ts'
import type { AlternativeAddress, Company, Contact, Person } from '../../model/contact.ts'
import type { AnswerId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Chance } from './generator.ts'
import { lands } from './lands.ts'
import type { SampleLists } from './lists.ts'

interface Knowing {
  occasion: Occasion
  chance: Chance
  lists: SampleLists
}

/** The same companies, with what they are to us. Every second one is a customer. */
export const profiledCompanies = (knowing: Knowing, companies: readonly Company[]): Company[] =>
  companies.map((company, index) => ({
    ...company,
    ...region(company, knowing.lists),
    businessRelations: relations(index, knowing),
    webSources: webSources(company, index, knowing.lists),
    answerIds: answers(knowing.lists.kinds.questionnaires.companies, knowing.chance),
    alternativeAddresses: index === 2 ? [warehouse(company)] : [],
  }))

export const isCustomer = (index: number): boolean => index % 2 === 0

function relations(index: number, { chance, lists: { kinds } }: Knowing): Company['businessRelations'] {
  const { customer, prospect, supplier, competitor } = kinds.businessRelations
  const no = (letter: string) => `${letter}${10_000 + 10 * index}`
  const supplies = chance.happens(0.1) ? [{ businessRelationId: supplier.id, no: no('K') }] : []
  if (isCustomer(index)) return [{ businessRelationId: customer.id, no: no('D') }, ...supplies]
  if (index % 12 === 5) return [{ businessRelationId: competitor.id, no: '' }]
  return chance.happens(0.7) ? [{ businessRelationId: prospect.id, no: '' }, ...supplies] : supplies
}

/** Every third one is looked up on the map, every sixth in a network. */
function webSources({ name, city }: Company, index: number, { kinds }: SampleLists): NonNullable<Company['webSources']> {
  const map = index % 3 === 0 ? [{ webSourceId: kinds.webSources.map.id, searchWord: `${name}, ${city}` }] : []
  return index % 6 === 0 ? [...map, { webSourceId: kinds.webSources.network.id, searchWord: name }] : map
}

/** The same people, with what they answer for, what they said, and where else they are found. */
export const profiledPeople = (knowing: Knowing, people: readonly Person[]): Person[] =>
  people.map((person, index) => ({
    ...person,
    ...region(person, knowing.lists),
    ...work(person, knowing),
    answerIds: isMinor(index) || knowing.chance.happens(0.4) ? [] : answers(knowing.lists.kinds.questionnaires.persons, knowing.chance),
    alternativeAddresses: elsewhere(person, index, knowing.occasion),
    ...minority(person, index, knowing.lists),
  }))

/** The territory of the salesperson. */
function region({ salespersonId }: Contact, { salespeople, kinds }: SampleLists): Pick<Contact, 'territoryId'> {
  const territory = kinds.territories[salespeople.findIndex(({ id }) => id === salespersonId)]
  return territory ? { territoryId: territory.id } : {}
}

function work({ jobTitle }: Person, { chance, lists: { kinds } }: Knowing): Partial<Person> {
  const job = Math.max(...lands.map(({ jobs }) => jobs.indexOf(jobTitle)))
  const own = kinds.jobResponsibilities[job]
  if (!own) return {}
  const second = chance.happens(0.2) ? chance.pick(kinds.jobResponsibilities) : own
  const level = kinds.organizationalLevels[job === 0 ? 0 : chance.happens(0.4) ? 1 : 2]
  return { jobResponsibilityIds: [...new Set([own.id, second.id])], ...(level && { organizationalLevelId: level.id }) }
}

/** One answer to each question, or two where more than one may be given. */
function answers({ questions }: Questionnaire, chance: Chance): AnswerId[] {
  return questions.flatMap(({ answers: choices, multiple }) => {
    const first = chance.pick(choices).id
    return multiple && chance.happens(0.4) ? [...new Set([first, chance.pick(choices).id])] : [first]
  })
}

const isMinor = (index: number) => index === 59 || index === 99

/** Two who work for nobody: the parents of the one have not consented yet, those of the other have. */
function minority({ mailingGroupIds }: Person, index: number, { mailingGroups }: SampleLists): Partial<Person> {
  if (!isMinor(index)) return {}
  const ofGrownUps = new Set([mailingGroups.fair.id, mailingGroups.service.id])
  return { minor: true, parentalConsent: index === 99, mailingGroupIds: mailingGroupIds.filter((id) => !ofGrownUps.has(id)) }
}

const blank = { address2: '', county: '', phone: '', email: '' }

function elsewhere({ countryCode, email }: Person, index: number, { today }: Occasion): AlternativeAddress[] {
  if (index === 5) {
    const place = { address: 'Strandweg 4', postCode: '25980', city: 'Sylt', countryCode: 'DE' }
    const summer = (year: number) => ({ startingDay: addDays(today, year - 150), endingDay: addDays(today, year - 90) })
    return [{ ...blank, ...place, code: 'SUMMER', description: 'Summer house', ranges: [summer(0), summer(365)] }]
  }
  if (index === 24) {
    const place = { address: 'Baustelle Hafenstraße 1', postCode: '20457', city: 'Hamburg', countryCode: 'DE', email: `site.${email}` }
    return [{ ...blank, ...place, code: 'SITE', description: 'Building site', ranges: [{ startingDay: addDays(today, -40) }] }]
  }
  if (index !== 50) return []
  const place = { address: 'PO Box 12', postCode: '1000', city: 'Capital', countryCode }
  return [
    {
      ...blank,
      ...place,
      code: 'OLD',
      description: 'Address before the move',
      ranges: [{ startingDay: addDays(today, -900), endingDay: addDays(today, -400) }],
    },
  ]
}

/** Never by itself: it holds on no day, and is chosen on a line. */
const warehouse = ({ postCode, city, countryCode }: Company): AlternativeAddress => ({
  ...{ ...blank, code: 'STORE', description: 'Warehouse', address: 'Gate 3', postCode, city, countryCode, ranges: [] },
})
