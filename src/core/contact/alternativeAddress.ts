// Which of a contact's addresses holds on a day.
// BC: Contact/Contact.Table.al ActiveAltAddress, Contact/ContactAltAddrDateRange.Table.al
import type { Day } from '../../base/day.ts'
import type { AlternativeAddress, Contact } from '../../model/contact.ts'

/** The alternative address in force on this day: of those whose range holds, the one that began last. */
export function activeAddress(contact: Contact, day: Day): AlternativeAddress | undefined {
  let active: { address: AlternativeAddress; since: Day } | undefined
  for (const address of contact.alternativeAddresses) {
    for (const { startingDay, endingDay } of address.ranges) {
      if (startingDay > day || (endingDay !== undefined && endingDay < day)) continue
      if (!active || active.since < startingDay) active = { address, since: startingDay }
    }
  }
  return active?.address
}

/** The contact as it is reached at this address: its place, and its e-mail and telephone where it has them there. */
export function contactAt(contact: Contact, at: AlternativeAddress | undefined): Contact {
  if (!at) return contact
  const { address, address2, postCode, city, county, countryCode } = at
  return {
    ...contact,
    address,
    address2,
    postCode,
    city,
    county,
    countryCode,
    phone: at.phone || contact.phone,
    email: at.email || contact.email,
  }
}
