// The people of an import on a segment: an open one, or a new one. They are many, not chosen one by one: who is excluded from segments
// stays out, as from every step by criteria.
import type { House } from '../../actions/house.ts'
import { addByHand, createSegment } from '../../actions/segments.ts'
import { ok, type Result } from '../../base/result.ts'
import { withheld } from '../../core/contact/privacy.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import { readContacts } from '../../storage/read/contacts.ts'
import type { PutOnSegment, SegmentWish } from './importDraft.ts'

/**
 * Puts them on it. When that fails, the segment that was made for them stays, and is in `onmade`: the next try goes on with it.
 * @param onmade hears of a segment that was made
 */
export async function putOnSegment(
  house: House,
  people: readonly ContactId[],
  wish: SegmentWish,
  onmade: (id: SegmentId) => void,
): Promise<Result<PutOnSegment, Failure>> {
  const id = wish.id === '' ? await make(house, wish.name.trim(), onmade) : ok(wish.id)
  if (!id.ok) return id
  const contacts = await readContacts(house.db, [...people])
  const open = contacts.filter((contact) => !withheld(contact))
  const fine = open.filter(({ excludeFromSegment }) => !excludeFromSegment)
  const done = await addByHand(
    house,
    id.value,
    fine.map((contact) => contact.id),
  )
  if (!done.ok) return done
  const [excluded, blocked] = [open.length - fine.length, contacts.length - open.length]
  return ok({ id: id.value, name: wish.name, added: done.value.value.added, excluded, blocked })
}

async function make(house: House, name: string, onmade: (id: SegmentId) => void): Promise<Result<SegmentId, Failure>> {
  const made = await createSegment(house, name)
  if (!made.ok) return made
  onmade(made.value.value)
  return ok(made.value.value)
}
