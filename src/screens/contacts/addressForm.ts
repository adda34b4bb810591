// An alternative address as it is typed, and back.
import { isDay, type Day } from '../../base/day.ts'
import type { AlternativeAddress } from '../../model/contact.ts'

export type AddressForm = Omit<AlternativeAddress, 'ranges'> & { ranges: RangeForm[] }
/** Days as a date field holds them; blank = not chosen. */
export interface RangeForm {
  startingDay: string
  endingDay: string
}

export function formOf(address: AlternativeAddress | undefined): AddressForm {
  const texts = { code: '', description: '', address: '', address2: '', postCode: '', city: '', county: '', countryCode: '' }
  if (!address) return { ...texts, phone: '', email: '', ranges: [{ startingDay: '', endingDay: '' }] }
  const ranges = address.ranges.map(({ startingDay, endingDay }) => ({ startingDay, endingDay: endingDay ?? '' }))
  return { ...address, ranges }
}

/** The address of a form without troubles; a range in which nothing was chosen is none. */
export function addressOf({ ranges, ...texts }: AddressForm): AlternativeAddress {
  const filled = ranges.filter(({ startingDay }) => isDay(startingDay))
  return {
    ...texts,
    ranges: filled.map(({ startingDay, endingDay }) => ({
      startingDay: startingDay as Day,
      ...(isDay(endingDay) ? { endingDay } : {}),
    })),
  }
}

/** A range with an end and no beginning, if there is one. */
export const halfRange = ({ ranges }: AddressForm): RangeForm | undefined =>
  ranges.find(({ startingDay, endingDay }) => endingDay !== '' && !isDay(startingDay))
