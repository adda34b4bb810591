// Data to look around with: invented companies and people in seven countries, a year of interactions, two logged segments and one that is
// half finished, a call round that is begun, what was answered, tasks and opportunities. Every row bears `sample`, so that all of it can be taken
// out again; only the number series moves on.
import type { Occasion } from '../../model/occasion.ts'
import type { NumberSeries } from '../../model/settings.ts'
import { joinChanges, noChanges, tableNames, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { defaultSeries, takeNumbers } from '../numbers.ts'
import { sampleCalls } from './calls.ts'
import { sampleContacts, storyCompanies, storyPeople } from './contacts.ts'
import { chanceFrom } from './generator.ts'
import { sampleLists, type SampleLists } from './lists.ts'
import { sampleLog } from './log.ts'
import { followUps, sampleFollowUps } from './followUps.ts'
import { profiledCompanies, profiledPeople } from './profiles.ts'
import { samplePurchases } from './purchases.ts'
import { sampleSegments } from './segments.ts'
import { inWords } from './words/inWords.ts'
import type { SampleText } from './words/texts.ts'

export interface SampleOptions {
  /** How many people; three to a company. A large sample has one interaction per person, a small one four or five. */
  people?: number
  seed?: number
  /** What is written in it, in another language than English. */
  words?: Record<SampleText, string> | undefined
}

/**
 * The sample as changes. The same occasion (with the same ids) and seed give the same rows.
 * @param series the number series as they are stored; those that are missing start anew
 * @param prefix the tablet's own, before every number
 */
export function sampleChanges(occasion: Occasion, series: readonly NumberSeries[], prefix: string, options: SampleOptions = {}): Changes {
  const { people: peopleCount = storyPeople, seed = 1, words } = options
  const companyCount = Math.max(storyCompanies, Math.ceil(peopleCount / 3))
  const take = (id: NumberSeries['id'], count: number) => takeNumbers(seriesOf(series, id), prefix, count)
  const numbers = { contact: take('contact', companyCount + peopleCount), segment: take('segment', 4), campaign: take('campaign', 2) }
  const later = { task: take('task', sampleFollowUps.tasks), opportunity: take('opportunity', sampleFollowUps.opportunities) }
  const chance = chanceFrom(seed)
  const lists = sampleLists(occasion, numbers.campaign.nos)
  const plain = sampleContacts({ occasion, chance, lists, numbers: numbers.contact.nos }, companyCount, peopleCount)
  // A chance of its own: what else is known does not change who is there and what happened.
  const knowing = { occasion, chance: chanceFrom(seed + 1000), lists }
  const companies = profiledCompanies(knowing, plain.companies)
  const people = profiledPeople(knowing, plain.people)
  const purchases = samplePurchases(occasion, knowing.chance, lists, companies)
  const entries = sampleLog(
    occasion,
    chance,
    lists,
    { people, companies },
    peopleCount > 1000 ? peopleCount : Math.round(peopleCount * 4.6),
  )
  const contacts = [...companies, ...people]
  const { put } = sampleSegments({ occasion, chance, lists, contacts, entries }, numbers.segment.nos)
  const planned = followUps(
    { occasion, chance: chanceFrom(seed + 2000), lists, people, entries: put.entries ?? [] },
    { task: later.task.nos, opportunity: later.opportunity.nos },
  )
  const calls = sampleCalls(
    { occasion, lists, people, companies, entries: put.entries ?? [], steps: put.steps ?? [] },
    numbers.segment.nos[3] ?? '',
  )
  const taken = Object.values({ ...numbers, ...later }).map(({ changes }) => changes)
  const all = joined(
    { ...put, ...rowsOf(lists), contacts, purchases, ...planned, entries: [...entries, ...(planned.entries ?? [])] },
    calls,
  )
  return {
    put: {
      ...marked(words ? inWords(all, words) : all),
      series: taken.flatMap((changes) => changes.put.series ?? []),
    },
    remove: {},
    requires: taken.flatMap((changes) => changes.requires),
  }
}

function seriesOf(stored: readonly NumberSeries[], id: NumberSeries['id']): NumberSeries {
  const found = [...stored, ...defaultSeries].find((series) => series.id === id)
  if (!found) throw new Error(`No number series for ${id}`)
  return found
}

const rowsOf = (lists: SampleLists): Changes['put'] => ({
  mailingGroups: Object.values(lists.mailingGroups),
  industryGroups: [...lists.industryGroups],
  salespeople: [...lists.salespeople],
  templates: Object.values(lists.templates),
  campaigns: Object.values(lists.campaigns),
  businessRelations: Object.values(lists.kinds.businessRelations),
  jobResponsibilities: lists.kinds.jobResponsibilities,
  organizationalLevels: lists.kinds.organizationalLevels,
  territories: [...lists.kinds.territories],
  webSources: Object.values(lists.kinds.webSources),
  questionnaires: Object.values(lists.kinds.questionnaires),
  interactionGroups: Object.values(lists.kinds.interactionGroups),
})

/** The rows of both. */
const joined = (put: Changes['put'], more: Changes['put']): Changes['put'] =>
  joinChanges({ ...noChanges(), put }, { ...noChanges(), put: more }).put

/** Every row bears the mark. */
function marked(put: Changes['put']): Changes['put'] {
  const mark = <T extends TableName>(table: T) => put[table]?.map((row): Row<T> => ({ ...row, sample: true }))
  return Object.fromEntries(tableNames.flatMap((table) => (put[table] ? [[table, mark(table)]] : [])))
}
