// For whom something is made, one for each: whoever must not be contacted is left out, and everybody stands with the company of today.
import { withheld } from '../core/contact/privacy.ts'
import { refuse, ok, type Result } from '../base/result.ts'
import type { Contact } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId } from '../model/ids.ts'
import { lastRev } from '../storage/changes.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { byId } from '../storage/read/watch.ts'
import type { Changes } from '../model/tables.ts'
import type { House } from './house.ts'

interface About {
  contactId?: ContactId
  companyId?: ContactId
  sample?: true
}

export interface MeantPeople<A> {
  about: A[]
  leftOut: number
  /** Nobody of these was written since they were read. */
  untouched: NonNullable<Changes['untouched']>
}

/** Refused with `withheld` or `nobodyLeft` when nobody is left; what is for nobody in particular stays. */
export async function readMeant<A extends About>({ db }: House, about: readonly A[]): Promise<Result<MeantPeople<A>, Failure>> {
  const since = await lastRev(db)
  const people = byId(await readContacts(db, [...new Set(about.flatMap(({ contactId }) => contactId ?? []))]))
  const meant = about.flatMap((one) => resolved(one, people))
  if (meant.length === 0) return refuse(nobody(about, people))
  const ids = meant.flatMap(({ contactId }) => contactId ?? [])
  return ok({ about: meant, leftOut: about.length - meant.length, untouched: [{ table: 'contacts', ids, since }] })
}

function resolved<A extends About>(about: A, people: ReadonlyMap<ContactId, Contact>): A[] {
  if (!about.contactId) return [about]
  const contact = people.get(about.contactId)
  if (!contact || withheld(contact)) return []
  const companyId = contact.type === 'company' ? contact.id : contact.companyId
  const { companyId: _, ...rest } = about
  return [{ ...(rest as A), ...(companyId ? { companyId } : {}), ...(contact.sample ? { sample: contact.sample } : {}) }]
}

function nobody(about: readonly About[], people: ReadonlyMap<ContactId, Contact>): Failure {
  const [only] = people.values()
  const reason = only && withheld(only)
  return people.size === 1 && only && reason ? { code: 'withheld', reason, name: only.name } : { code: 'nobodyLeft', count: about.length }
}
