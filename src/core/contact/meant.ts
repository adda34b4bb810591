// For whom something is made, one for each: whoever must not be contacted is left out, and everybody stands with the company of today.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import { withheld } from './privacy.ts'

/** What names a contact, or nobody in particular. */
export interface About {
  contactId?: ContactId
  companyId?: ContactId
  sample?: true
}

/** Everybody who is named, each once. */
export const namedIn = (about: readonly About[]): ContactId[] => [...new Set(about.flatMap(({ contactId }) => contactId ?? []))]

/** Refused with `withheld` or `nobodyLeft` when nobody is left; what is for nobody in particular stays. */
export function meantOf<A extends About>(about: readonly A[], people: ReadonlyMap<ContactId, Contact>): Result<A[], Failure> {
  const meant = about.flatMap((one) => resolved(one, people))
  return meant.length === 0 ? refuse(nobody(about, people)) : ok(meant)
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
