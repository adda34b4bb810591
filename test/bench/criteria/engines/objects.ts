// All rows loaded as objects, and `filter`: what a page does that reads everything once and keeps it.
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

type Loaded = PeerContact & { entries: PeerEntry[]; purchases: PeerPurchase[] }
const [createdFrom = 0, createdTo = 0] = asked.created.map(dayNumber)
const [boughtFrom = 0, boughtTo = 0] = asked.bought.map(dayNumber)
const since = dayNumber(asked.since)
const isBetween = (day: number) => day >= boughtFrom && day <= boughtTo

/** In the order of `questions`. */
const filters = (rows: readonly Loaded[]): ((row: Loaded) => boolean)[] => {
  const companyOf = (row: Loaded) => (row.companyId ? rows[row.companyId - 1] : undefined)
  return [
    ({ salesperson }) => salesperson === asked.salesperson,
    ({ surnameF }) => surnameF.startsWith(asked.prefix),
    ({ nameF }) => nameF.includes(asked.part),
    ({ country, groups }) => asked.countries.includes(country) && groups.some((group) => asked.groups.includes(group)),
    ({ created }) => created >= createdFrom && created <= createdTo,
    ({ excluded, language, groups }) => !excluded && language !== asked.language && !groups.includes(asked.notGroup),
    ({ entries }) => !entries.some(({ day, cancelled }) => day >= since && !cancelled),
    ({ country, territory, salesperson, correspondence, blocked, answers }) =>
      (country === 'DE' && (asked.territories.includes(territory) || salesperson === asked.otherSalesperson)) ||
      (correspondence === 'email' && !blocked && answers.includes(asked.answer)),
    (row) => {
      const company = row.type === 'person' ? companyOf(row) : undefined
      return company?.country === 'DE' && company.industries.includes(asked.industry)
    },
    ({ country, type }) => country === 'DE' && type === 'person',
    ({ text }) => asked.words.every((word) => text.includes(word)),
    (row) =>
      row.type === 'person' &&
      (companyOf(row)?.purchases.some(({ itemGroup, day }) => itemGroup === asked.itemGroup && isBetween(day)) ?? false),
    ({ type, entries }) =>
      type === 'person' && entries.some(({ template, cancelled, day }) => template === asked.template && !cancelled && isBetween(day)),
  ]
}

export function objects(): Engine {
  const rows: Loaded[] = []
  const asks = filters(rows)
  return {
    load: (size) => {
      const places = placesOf(size)
      for (let at = 0; at < size; at++) {
        const row = { ...peerContact(at, size, places), entries: peerEntries(at), purchases: peerPurchases(at) }
        rows.push(structuredClone(row))
      }
    },
    ask: (question) => {
      const isAsked = asks[question]
      if (!isAsked) throw new Error('no such question')
      const found = rows.filter(isAsked)
      if (question !== 9) return found.length
      const first = found.toSorted((a, b) => a.place - b.place).slice(0, 50)
      return answerOf(
        found.length,
        first.map(({ id }) => id),
      )
    },
  }
}
