// For whom something is made, read as they are now.
import { ok, type Result } from '../base/result.ts'
import { meantOf, namedIn, type About } from '../core/contact/meant.ts'
import type { Failure } from '../model/failure.ts'
import { lastRev } from '../storage/changes.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { byId } from '../storage/read/watch.ts'
import type { Changes } from '../model/tables.ts'
import type { House } from './house.ts'

export interface MeantPeople<A> {
  about: A[]
  leftOut: number
  /** Nobody of these was written since they were read. */
  untouched: NonNullable<Changes['untouched']>
}

/** Refused with `withheld` or `nobodyLeft` when nobody is left; what is for nobody in particular stays. */
export async function readMeant<A extends About>({ db }: House, about: readonly A[]): Promise<Result<MeantPeople<A>, Failure>> {
  const since = await lastRev(db)
  const meant = meantOf(about, byId(await readContacts(db, namedIn(about))))
  if (!meant.ok) return meant
  const untouched = [{ table: 'contacts' as const, ids: namedIn(meant.value), since }]
  return ok({ about: meant.value, leftOut: about.length - meant.value.length, untouched })
}
