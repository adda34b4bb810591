// The list from which answers are recorded: everybody of a campaign or a logged segment, found by a few letters while they are typed.
import { bearsAll, searchKey, wordsOf } from '../../base/fold.ts'
import type { Answer } from '../../core/campaign/respond.ts'
import {
  answerOf,
  respondCounts,
  respondentsOf,
  respondTest,
  type RespondCounts,
  type Respondent,
  type RespondFilter,
  type RespondOf,
} from '../../core/campaign/respondents.ts'
import type { Day } from '../../base/day.ts'
import type { CampaignId, ContactId, EntryId, ResponseStatusId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { ColumnHost } from './columnHost.ts'
import type { EntryIndex } from './entryIndex.ts'

export type { RespondCounts, RespondFilter, RespondOf } from '../../core/campaign/respondents.ts'

/** A person as the list shows her, with the interaction that she answers. */
export interface RespondRow {
  id: ContactId
  /** Whom to go to; nothing where there is nobody any more. */
  contactId: ContactId | undefined
  no: string
  name: string
  companyName: string
  city: string
  erased: boolean
  entryId: EntryId
  campaignId: CampaignId | undefined
  templateId: InteractionLogEntry['templateId']
  companyId: ContactId | undefined
  loggedSegmentId: InteractionLogEntry['loggedSegmentId']
  sample: boolean
  description: string
  day: Day
  /** How many of hers could be answered. */
  count: number
  /** What she answered last, on what day, and whether that was to the newest; blank when it was not said what. */
  answer: { statusId: ResponseStatusId | ''; day: Day | undefined; toNewest: boolean } | undefined
  responded: boolean
  reached: boolean
  /** The answer to the newest as it stands: what she is answered with rests on it. */
  seen: Answer
}

export interface RespondAsk {
  of: RespondOf
  filter: RespondFilter
  text: string
  /** Who is being answered: told as she stands, whether she is among those found or not. */
  chosen: ContactId | undefined
}

export interface RespondFound {
  counts: RespondCounts
  /** The words of the text in their plain form, for what is marked in the rows. */
  words: string[]
  /** How many are shown, and the first of them. */
  total: number
  first: RespondRow[]
  chosen: RespondRow | undefined
  /** By it the next rows are fetched; it changes with what is known. */
  ticket: string
}

export interface ResponseJobs {
  respondents: (ask: RespondAsk, first: number) => Promise<RespondFound>
  /** Further rows; nothing when something was changed since. */
  respondentRows: (ask: RespondAsk, ticket: string, from: number, to: number) => Promise<RespondRow[] | undefined>
}

interface Known {
  key: string
  people: { person: Respondent; row: RespondRow; searched: string }[]
  counts: RespondCounts
}

export function responseJobs(log: EntryIndex, columns: ColumnHost): ResponseJobs {
  const people = new Respondents(log, columns)
  const find = async ({ of, filter, text }: RespondAsk) => {
    const known = await people.read(of)
    const words = wordsOf(text)
    const isAsked = respondTest(filter)
    // Whoever is looked for is found, whatever she has answered.
    const found = known.people.filter(({ person, searched }) => (words.length > 0 ? bearsAll(searched, words) : isAsked(person)))
    if (words.length > 0 && filter !== 'all') found.sort((a, b) => Number(isAsked(b.person)) - Number(isAsked(a.person)))
    return { known, words, rows: found.map(({ row }) => row) }
  }
  return {
    respondents: async (ask, first) => {
      const { known, words, rows } = await find(ask)
      const chosen = ask.chosen && known.people.find(({ row }) => row.id === ask.chosen)?.row
      return { counts: known.counts, words, total: rows.length, first: rows.slice(0, first), chosen, ticket: known.key }
    },
    respondentRows: async (ask, ticket, from, to) => {
      const { known, rows } = await find(ask)
      return known.key === ticket ? rows.slice(from, to) : undefined
    },
  }
}

const collator = new Intl.Collator(undefined, { numeric: true })

/** The people looked at, by name; looked up anew when the log or a contact was changed. */
class Respondents {
  readonly #log: EntryIndex
  readonly #columns: ColumnHost
  #known: Known | undefined
  /** What each is found by, with the text it was made of. */
  readonly #searched = new Map<ContactId, { of: string; key: string }>()
  #order = new Map<ContactId, { name: string; place: number }>()

  constructor(log: EntryIndex, columns: ColumnHost) {
    this.#log = log
    this.#columns = columns
  }

  async read(of: RespondOf): Promise<Known> {
    const log = await this.#log.fresh()
    const index = await this.#columns.fresh()
    const key = `${JSON.stringify(of)} ${String(log.rev)} ${String(this.#columns.rev)}`
    if (this.#known?.key === key) return this.#known
    const respondents = respondentsOf(log.entries.values(), log.cancelled, of)
    const people = respondents.map((person) => {
      const row = rowOf(person, index.contactRow(person.id))
      return { person, row, searched: this.#searchedOf(row) }
    })
    this.#sort(people)
    return (this.#known = { key, people, counts: respondCounts(respondents) })
  }

  #searchedOf({ id, name, companyName, city, no }: RespondRow): string {
    const of = `${name} ${companyName} ${city} ${no}`
    const known = this.#searched.get(id)
    if (known?.of === of) return known.key
    const key = searchKey(of)
    this.#searched.set(id, { of, key })
    return key
  }

  /** By name. As long as nobody came and nobody is called otherwise, everybody stands where she stood. */
  #sort(people: Known['people']): void {
    const places = people.map(({ row }) => {
      const known = this.#order.get(row.id)
      return known?.name === row.name ? known.place : undefined
    })
    if (places.every((place) => place !== undefined)) {
      people.sort((a, b) => (this.#order.get(a.row.id)?.place ?? 0) - (this.#order.get(b.row.id)?.place ?? 0))
      return
    }
    people.sort((a, b) => collator.compare(a.row.name, b.row.name) || (a.row.id < b.row.id ? -1 : 1))
    this.#order = new Map(people.map(({ row }, place) => [row.id, { name: row.name, place }]))
  }
}

type Contact = ReturnType<Awaited<ReturnType<ColumnHost['fresh']>>['contactRow']>

/** The contact as it is called now; of one that is gone as it was called then. */
function rowOf(person: Respondent, contact: Contact): RespondRow {
  const { id, entry, count, responded, reached } = person
  const { campaignId, templateId, description, day, companyId, loggedSegmentId, responseStatusId, respondedDay } = entry
  const statusId = answerOf(person)
  return {
    ...{ id, contactId: contact?.id, no: contact?.no ?? '', erased: entry.erased === true },
    ...{ name: contact ? contact.name : entry.contactName, companyName: contact ? contact.companyName : entry.companyName },
    city: contact?.city ?? '',
    ...{ entryId: entry.id, campaignId, templateId, companyId, loggedSegmentId, description, day, count, responded, reached },
    sample: entry.sample === true,
    answer: statusId === undefined ? undefined : { statusId, day: person.answered?.respondedDay, toNewest: person.answered === entry },
    seen: { ...(responseStatusId ? { responseStatusId } : {}), ...(respondedDay ? { respondedDay } : {}) },
  }
}
