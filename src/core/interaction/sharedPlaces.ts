// Who stands on the list more than once, and which letters go to one and the same letter box.
import { fold } from '../../base/fold.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { placeOf } from '../letter/address.ts'
import type { Effective } from '../segment/effective.ts'
import { isByPost } from './lineProblems.ts'
import type { Problem } from './problem.ts'

interface Box {
  lineNos: number[]
  people: Set<ContactId>
}

/** Gathers the lines one by one. */
export class SharedPlaces {
  readonly #byContact = new Map<ContactId, number[]>()
  readonly #byBox = new Map<string, Box>()

  look(line: Effective): void {
    const { lineNo, contactId } = line.line
    add(this.#byContact, contactId, lineNo)
    const place = isByPost(line) ? placeOf(line) : undefined
    const key = place ? boxOf(place) : ''
    if (key === '') return
    const box = this.#byBox.get(key)
    if (!box) this.#byBox.set(key, { lineNos: [lineNo], people: new Set([contactId]) })
    else {
      box.lineNos.push(lineNo)
      box.people.add(contactId)
    }
  }

  /** The same contact twice, and several people at one address. */
  problems(): Problem[] {
    const twice = [...this.#byContact.values()].filter((lineNos) => lineNos.length > 1)
    const shared = [...this.#byBox.values()].filter(({ people }) => people.size > 1).map(({ lineNos }) => lineNos)
    return [...grouped('duplicate', twice), ...grouped('sameAddress', shared)]
  }
}

function grouped(code: 'duplicate' | 'sameAddress', groups: number[][]): Problem[] {
  return groups.length > 0 ? [{ code, severity: 'warn', lineNos: groups.flat(), groups }] : []
}

function add(lists: Map<ContactId, number[]>, key: ContactId, lineNo: number): void {
  const list = lists.get(key)
  if (list) list.push(lineNo)
  else lists.set(key, [lineNo])
}

/** Folding is slow for 50 000 letters; a contact is the same object until it changes. */
const boxes = new WeakMap<Contact, string>()

/** Street, post code and town as one plain word; blank when there is no street or no town. */
function boxOf(place: Contact): string {
  const known = boxes.get(place)
  if (known !== undefined) return known
  const street = `${place.address} ${place.address2}`.trim()
  const box =
    street === '' || place.city.trim() === '' ? '' : fold(`${street}|${place.postCode}|${place.city}`).replace(/[^\p{L}\p{N}|]/gu, '')
  boxes.set(place, box)
  return box
}
