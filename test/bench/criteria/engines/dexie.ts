// Dexie as its documentation shows it: an index for what is asked first, `and` or `filter` for the rest; 16 indexes.
// https://dexie.org/docs/Table/Table.where() · https://dexie.org/docs/MultiEntry-Index · https://dexie.org/docs/Compound-Index
import Dexie, { type Table } from 'dexie'
import { answerOf, type Engine } from '../engine.ts'
import {
  dayNumber,
  peerContact,
  peerEntries,
  peerPurchases,
  placesOf,
  type PeerContact,
  type PeerEntry,
  type PeerPurchase,
} from '../peerRows.ts'
import { asked } from '../questions.ts'

type Store = Dexie & { contacts: Table<PeerContact, number>; entries: Table<PeerEntry, number>; purchases: Table<PeerPurchase, number> }

const schema = {
  contacts: '&id, salesperson, surnameF, country, created, companyId, territory, excluded, [country+place], *groups, *industries, *answers',
  entries: '&id, contactId, day, [template+day]',
  purchases: '&id, companyId, [itemGroup+day]',
}
const [createdFrom = 0, createdTo = 0] = asked.created.map(dayNumber)
const [boughtFrom = 0, boughtTo = 0] = asked.bought.map(dayNumber)
const since = dayNumber(asked.since)

async function fill(db: Store, size: number): Promise<void> {
  const places = placesOf(size)
  const portion = 5000
  for (let from = 0; from < size; from += portion) {
    const ats = Array.from({ length: Math.min(portion, size - from) }, (_, at) => from + at)
    await db.contacts.bulkAdd(ats.map((at) => peerContact(at, size, places)))
    await db.entries.bulkAdd(ats.flatMap(peerEntries))
    await db.purchases.bulkAdd(ats.flatMap(peerPurchases))
  }
}

/** In the order of `questions`. */
const questions = (db: Store): (() => Promise<number>)[] => [
  () => db.contacts.where('salesperson').equals(asked.salesperson).count(),
  () => db.contacts.where('surnameF').startsWith(asked.prefix).count(),
  () => db.contacts.filter(({ nameF }) => nameF.includes(asked.part)).count(),
  () =>
    db.contacts
      .where('country')
      .anyOf(asked.countries)
      .and(({ groups }) => groups.some((group) => asked.groups.includes(group)))
      .count(),
  () => db.contacts.where('created').between(createdFrom, createdTo, true, true).count(),
  () =>
    db.contacts
      .where('excluded')
      .equals(0)
      .and(({ language, groups }) => language !== asked.language && !groups.includes(asked.notGroup))
      .count(),
  async () => {
    const met = new Set<number>()
    const recent = db.entries.where('day').aboveOrEqual(since)
    await recent.and(({ cancelled }) => !cancelled).each(({ contactId }) => met.add(contactId))
    return db.contacts.filter(({ id }) => !met.has(id)).count()
  },
  () =>
    db.contacts
      .filter(
        ({ country, territory, salesperson, correspondence, blocked, answers }) =>
          (country === 'DE' && (asked.territories.includes(territory) || salesperson === asked.otherSalesperson)) ||
          (correspondence === 'email' && !blocked && answers.includes(asked.answer)),
      )
      .count(),
  async () => {
    const inIndustry = db.contacts.where('industries').equals(asked.industry)
    const companies = await inIndustry.and(({ country }) => country === 'DE').primaryKeys()
    return db.contacts
      .where('companyId')
      .anyOf(companies)
      .and(({ type }) => type === 'person')
      .count()
  },
  async () => {
    const people = () =>
      db.contacts
        .where('[country+place]')
        .between(['DE', Dexie.minKey], ['DE', Dexie.maxKey])
        .and(({ type }) => type === 'person')
    const first = await people().limit(50).toArray()
    return answerOf(
      await people().count(),
      first.map(({ id }) => id),
    )
  },
  () => db.contacts.filter(({ text }) => asked.words.every((word) => text.includes(word))).count(),
  async () => {
    const bought = db.purchases.where('[itemGroup+day]').between([asked.itemGroup, boughtFrom], [asked.itemGroup, boughtTo], true, true)
    const companies = new Set<number>()
    await bought.each(({ companyId }) => companies.add(companyId))
    return db.contacts
      .where('companyId')
      .anyOf([...companies])
      .and(({ type }) => type === 'person')
      .count()
  },
  async () => {
    const met = new Set<number>()
    const letters = db.entries.where('[template+day]').between([asked.template, boughtFrom], [asked.template, boughtTo], true, true)
    await letters.and(({ cancelled }) => !cancelled).each(({ contactId }) => met.add(contactId))
    return db.contacts.filter(({ id, type }) => type === 'person' && met.has(id)).count()
  },
]

export function dexie(): Engine {
  let counts: (() => Promise<number>)[] = []
  return {
    load: async (size) => {
      await Dexie.delete('criteria-peer')
      const db = new Dexie('criteria-peer', { chromeTransactionDurability: 'relaxed' }) as Store
      db.version(1).stores(schema)
      await fill(db, size)
      counts = questions(db)
    },
    ask: (question) => counts[question]?.() ?? Promise.reject(new Error('not loaded')),
  }
}
