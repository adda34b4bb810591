// Contacts for the search for duplicates: of the names most are borne by one, a few by several, as in a country; one of a hundred is there
// twice, written otherwise the second time.
import type { Contact } from '../../../src/model/contact.ts'
import type { ContactId } from '../../../src/model/ids.ts'
import { contactAt } from '../criteria/data.ts'

const syllables = 'ber gen hol stein mann dorf wald lind au kamp berg roth feld moos eich horn sand graf voss thal'.split(' ')
const firstNames = 'Anna Björn Çağla Dörte Émile Frauke Gerd Håkon Ines Jörg Käthe Lars Maëlle Noor Øystein Petra Quentin Rüdiger'.split(
  ' ',
)

const mixed = (at: number) => Math.imul(at ^ (at >>> 15), 0x2c1b3c6d) >>> 0
const cased = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function wordAt(at: number): string {
  const number = mixed(at * 31 + 7)
  const parts = Array.from({ length: 4 }, (_, part) => syllables[(number >>> (part * 5)) % syllables.length]!)
  return cased(parts.slice(0, 3 + (number % 2)).join(''))
}

function contactOf(at: number, size: number): Contact {
  const one = contactAt(at, size)
  if (one.type === 'company') return { ...one, name: `${wordAt(at)} GmbH`, email: `info@${wordAt(at).toLowerCase()}${at}.example` }
  const [firstName, surname] = [firstNames[mixed(at) % firstNames.length]!, wordAt(at)]
  return { ...one, firstName, surname, name: `${firstName} ${surname}`, email: `${surname.toLowerCase()}${at}@post.example` }
}

/** The same once more, as somebody else would have typed it. */
function typedAgain(one: Contact, at: number): Contact {
  const id = `${one.id}-2` as ContactId
  const phone = one.phone.replace('+49 ', '0')
  return { ...one, id, no: `KD${at}`, phone, email: one.email.toUpperCase(), mobilePhone: '' }
}

export const peopleTwice = (size: number): Contact[] =>
  Array.from({ length: size }, (_, at) => (at % 100 === 99 ? typedAgain(contactOf(at - 1, size), at) : contactOf(at, size)))
