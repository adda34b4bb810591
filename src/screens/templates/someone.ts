// Somebody to show a letter with: whoever was tried last, else a person to whom a letter in this language would go.
import type { House } from '../../actions/house.ts'
import type { ContactId } from '../../model/ids.ts'
import { readContact, readContacts } from '../../storage/read/contacts.ts'

let lastTried: ContactId | undefined
/** So many contacts are looked through for one to begin with. */
const some = 60

export const triedWith = (id: ContactId): ContactId => (lastTried = id)

/** Nobody where there is no contact who may be written to. */
export async function someoneFor(house: House, languageCode: string): Promise<ContactId | undefined> {
  if (lastTried && (await readContact(house.db, lastTried))) return lastTried
  return someoneWriting(house, languageCode)
}

/** A person who speaks the language, else any, else a company. */
export async function someoneWriting(house: House, languageCode: string): Promise<ContactId | undefined> {
  const { rows } = await house.calls.index.search('', some)
  const free = rows.filter(({ withheld }) => !withheld)
  const people = free.filter(({ type }) => type === 'person')
  const contacts = await readContacts(
    house.db,
    people.map(({ id }) => id),
  )
  const base = languageCode.split('-')[0] ?? ''
  return (contacts.find((one) => one.languageCode?.startsWith(base)) ?? people[0] ?? free[0])?.id
}
