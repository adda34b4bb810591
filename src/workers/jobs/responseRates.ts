// What came of a campaign or a logged segment, and who stands in a part of its picture; counted from the log in memory.
import { packIds, type PackedIds } from '../../base/packedIds.ts'
import type { RespondOf } from '../../core/campaign/respondents.ts'
import { peopleOfPart, responseRates, type Ground, type PartOf, type ResponseRates } from '../../core/campaign/responseRates.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import type { ColumnHost } from './columnHost.ts'
import type { EntryIndex } from './entryIndex.ts'

export type { Breakdown, PartOf, Reached, ResponseRates, Share } from '../../core/campaign/responseRates.ts'
export type { RespondOf } from '../../core/campaign/respondents.ts'

/** Somebody of a part of the picture. */
export interface PartPerson {
  id: ContactId
  no: string
  name: string
  companyName: string
  city: string
}

export interface PartPeople {
  /** Of those who are still on the tablet, by name. */
  people: PartPerson[]
  ids: PackedIds
  /** Who is not, deleted or forgotten since. */
  gone: number
}

/** @property names of the segments they are told apart by, as they were called when they were logged */
export type NamedRates = ResponseRates & { names: Record<string, string> }

export interface ResponseRateJobs {
  responseRates: (of: RespondOf) => Promise<NamedRates>
  partPeople: (of: RespondOf, part: PartOf) => Promise<PartPeople>
}

/** What campaign entries, logged and open segments are called. */
async function segmentNames(db: Database, keys: readonly string[]): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  const [entries, logged, open] = await Promise.all([
    db.campaignEntries.bulkGet([...keys]),
    db.loggedSegments.bulkGet([...keys]),
    db.segments.bulkGet([...keys]),
  ])
  keys.forEach((key, at) => {
    names[key] = entries[at]?.description ?? logged[at]?.header.description ?? open[at]?.description ?? ''
  })
  return names
}

const collator = new Intl.Collator(undefined, { numeric: true })

export function responseRateJobs(db: Database, log: EntryIndex, columns: ColumnHost): ResponseRateJobs {
  const ground = async (): Promise<Ground> => {
    const { entries, cancelled } = await log.fresh()
    const campaigns = new Map((await db.campaigns.toArray()).map((campaign) => [campaign.id, campaign]))
    return { entries: { [Symbol.iterator]: () => entries.values() }, cancelled, campaigns }
  }
  return {
    responseRates: async (of) => {
      const rates = responseRates(await ground(), of)
      const keys = rates.by.segment.map(({ key }) => key)
      return { ...rates, names: await segmentNames(db, keys) }
    },
    partPeople: async (of, part) => {
      const found = peopleOfPart(await ground(), of, part)
      const index = await columns.fresh()
      const people = found.flatMap((id) => {
        const row = index.contactRow(id)
        return row ? [{ id, no: row.no, name: row.name, companyName: row.companyName, city: row.city }] : []
      })
      people.sort((a, b) => collator.compare(a.name, b.name))
      return { people, ids: packIds(people.map(({ id }) => id)), gone: found.length - people.length }
    },
  }
}
