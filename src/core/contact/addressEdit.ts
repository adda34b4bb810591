// Alternative addresses of a contact: written, deleted, and what is wrong with one before it is written.
// BC: Contact/ContactAltAddress.Table.al, Contact/ContactAltAddrDateRange.Table.al (a contact has one range for each starting day)
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Changes } from '../../model/tables.ts'
import { planContactChange } from './edit.ts'
import { sameCode } from './lists.ts'

export type AddressTrouble = Extract<Failure, { code: 'alternativeAddress' }>

/** What is wrong with an address, beside the others of its contact. @param was the code it is known by; missing when it is new */
export function addressTrouble(contact: Contact, address: AlternativeAddress, was?: string): AddressTrouble | undefined {
  const others = contact.alternativeAddresses.filter(({ code }) => code !== was)
  const say = (reason: AddressTrouble['reason'], detail = ''): AddressTrouble => ({ code: 'alternativeAddress', reason, detail })
  if (address.code.trim() === '') return say('noCode')
  const twin = others.find(({ code }) => sameCode(code, address.code))
  if (twin) return say('codeTaken', twin.code)
  const backwards = address.ranges.find(({ startingDay, endingDay }) => endingDay !== undefined && endingDay < startingDay)
  if (backwards) return say('endBeforeStart', backwards.startingDay)
  const starts = address.ranges.map(({ startingDay }) => startingDay)
  const twice = starts.find((day, at) => starts.indexOf(day) !== at)
  if (twice) return say('sameStart', address.code.trim())
  const rival = others.find(({ ranges }) => ranges.some(({ startingDay }) => starts.includes(startingDay)))
  return rival && say('sameStart', rival.code)
}

/** Adds an address, or writes it in place of the one it was. */
export function planAddressSave(
  contact: Contact,
  address: AlternativeAddress,
  was: string | undefined,
  occasion: Occasion,
): Result<Changes, Failure> {
  const trouble = addressTrouble(contact, address, was)
  if (trouble) return refuse(trouble)
  const clean = cleanAddress(address)
  const all = contact.alternativeAddresses
  const alternativeAddresses = was === undefined ? [...all, clean] : all.map((one) => (one.code === was ? clean : one))
  return ok(planContactChange(contact, { alternativeAddresses }, occasion))
}

export const planAddressDelete = (contact: Contact, code: string, occasion: Occasion): Changes =>
  planContactChange(contact, { alternativeAddresses: contact.alternativeAddresses.filter((one) => one.code !== code) }, occasion)

function cleanAddress({ ranges, ...texts }: AlternativeAddress): AlternativeAddress {
  const trimmed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()])) as typeof texts
  return { ...trimmed, ranges: [...ranges].sort((a, b) => (a.startingDay < b.startingDay ? -1 : 1)) }
}

export interface Overlap {
  /** The address that began earlier, and gives way. */
  yields: string
  /** The one that began later, and is in force on these days. */
  wins: string
  from: Day
  to: Day | undefined
}

/** Days on which two different addresses would hold; they are allowed, and the one that began later is in force. */
export function overlapsOf(addresses: readonly AlternativeAddress[]): Overlap[] {
  const all = addresses
    .flatMap(({ code, ranges }) => ranges.map((range) => ({ code, from: range.startingDay, to: range.endingDay })))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  return all.flatMap((later, at) =>
    all
      .slice(0, at)
      .filter((earlier) => earlier.code !== later.code && (earlier.to === undefined || earlier.to >= later.from))
      .map((earlier) => ({ yields: earlier.code, wins: later.code, from: later.from, to: sooner(earlier.to, later.to) })),
  )
}

function sooner(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}
