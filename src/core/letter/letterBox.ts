// The letter box of an address: what goes to the same street, post code and town goes to the same one.
import { fold } from '../../base/fold.ts'
import type { Contact } from '../../model/contact.ts'

/** Folding is slow for 50 000 letters; a contact is the same object until it changes. */
const boxes = new WeakMap<Contact, string>()

/** Street, post code and town as one plain word; blank when there is no street or no town. */
export function boxOf(place: Contact): string {
  const known = boxes.get(place)
  if (known !== undefined) return known
  const street = `${place.address} ${place.address2}`.trim()
  const box =
    street === '' || place.city.trim() === '' ? '' : fold(`${street}|${place.postCode}|${place.city}`).replace(/[^\p{L}\p{N}|]/gu, '')
  boxes.set(place, box)
  return box
}
