// A year of interactions: calls, visits, letters, on working days, some cancelled, some in vain.
import { addDays, daysBetween, toDay, type Day } from '../../base/day.ts'
import type { Company, Person } from '../../model/contact.ts'
import type { EntryId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { given } from '../asRead.ts'
import type { Chance } from './generator.ts'
import type { SampleLists } from './lists.ts'

const comments = [
  'Wants an offer for two more machines.',
  'Asked for the new price list.',
  'Very pleased with the last delivery.',
  'Has a new colleague in purchasing, see next visit.',
  'Complaint about a late delivery; settled.',
  'Call again after the holidays.',
  'Interested in a service contract.',
  'Reads the newsletter, likes the short ones.',
]
const evaluations = ['veryPositive', 'positive', 'positive', 'neutral', 'neutral', 'negative', 'veryNegative'] as const

/** Nothing in the last days before today: what an open segment found then holds. */
const lastDaysAgo = 6

/** Single interactions, `count` in all, spread over people and days. */
export function sampleLog(
  occasion: Occasion,
  chance: Chance,
  lists: SampleLists,
  { people, companies }: { people: readonly Person[]; companies: readonly Company[] },
  count: number,
): InteractionLogEntry[] {
  const known = new Map(companies.map((company) => [company.id, company.name]))
  return Array.from({ length: count }, () => {
    const contact = chance.pick(people)
    const day = workday(addDays(occasion.today, -lastDaysAgo - chance.below(356)))
    const id = occasion.nextId<EntryId>()
    const companyId = contact.companyId && known.has(contact.companyId) ? contact.companyId : undefined
    const companyName = (companyId && known.get(companyId)) ?? ''
    return { ...entry(id, contact, day, chance, lists), companyName, ...given({ companyId, salespersonId: contact.salespersonId }) }
  })
}

function entry(id: EntryId, contact: Person, day: Day, chance: Chance, { templates }: SampleLists): InteractionLogEntry {
  const { call, visit, letter, invitation } = templates
  const template = chance.pick([call, call, call, call, visit, visit, visit, letter, invitation])
  const theyCalled = template === call && chance.happens(0.3)
  const attemptFailed = template === call && !theyCalled && chance.happens(0.2)
  const spoke = !attemptFailed && (template === call || template === visit)
  const time = `${two(7 + chance.below(10))}:${two(chance.below(60))}`
  const said = { comment: '', ...(spoke && talk(chance)) }
  return {
    ...{
      rev: 0,
      sample: true,
      id,
      contactId: contact.id,
      contactName: contact.name,
      companyName: '',
      day,
      loggedAt: `${day}T${time}:00.000Z`,
    },
    ...{ templateId: template.id, description: template.description, subject: template.subject, ...said },
    ...{ informationFlow: theyCalled ? 'inbound' : 'outbound', initiatedBy: theyCalled ? 'them' : 'us' },
    ...{ cost: template.unitCost, duration: template.unitDuration + (spoke ? 5 * chance.below(4) : 0) },
    ...given({ correspondenceType: template.correspondenceType, languageCode: contact.languageCode }),
    ...given({ interactionGroupId: template.interactionGroupId }),
    ...{ attemptFailed, cancelled: chance.happens(0.04), campaignTarget: false, campaignResponse: false, comments: [], loggedBy: '' },
  }
}

/** What came of a talk, as far as it was written down. */
function talk(chance: Chance): Partial<InteractionLogEntry> {
  const comment = chance.happens(0.25) ? chance.pick(comments) : ''
  return chance.happens(0.5) ? { comment, evaluation: chance.pick(evaluations) } : { comment }
}

const two = (count: number) => String(count).padStart(2, '0')
const monday = toDay('2024-01-01')

/** The day itself, or the Friday before it. */
export function workday(day: Day): Day {
  const weekday = ((daysBetween(monday, day) % 7) + 7) % 7
  return weekday > 4 ? addDays(day, 4 - weekday) : day
}
