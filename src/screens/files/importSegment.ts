// The people of an import on a segment: an open one, or a new one. They are many, not chosen one by one: who is excluded from segments
// stays out, as from every step by criteria.
import { undo, type House } from '../../actions/house.ts'
import { addByHand, createSegment, deleteSegment } from '../../actions/segments.ts'
import { ok, type Result } from '../../base/result.ts'
import { withheld } from '../../core/contact/privacy.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import { readContacts } from '../../storage/read/contacts.ts'
import { readSegment } from '../../storage/read/segments.ts'
import type { PutOnSegment, SegmentWish } from './importDraft.ts'

export interface Put {
  facts: PutOnSegment
  /** After the import was taken back: the segment that was made for them goes too, when nobody else is on it. @returns whether nobody of them is left on a segment */
  takeBack: () => Promise<boolean>
}

/**
 * Puts them on it. When that fails, the segment that was made for them stays, and is in `onmade`: the next try goes on with it.
 * @param onmade hears of a segment that was made
 */
export async function putOnSegment(
  house: House,
  people: readonly ContactId[],
  wish: SegmentWish,
  onmade: (id: SegmentId) => void,
): Promise<Result<Put, Failure>> {
  const made = wish.id === '' ? await createSegment(house, wish.name.trim()) : undefined
  if (made && !made.ok) return made
  if (made) onmade(made.value.value)
  const id = made ? made.value.value : (wish.id as SegmentId)
  const contacts = await readContacts(house.db, [...people])
  const open = contacts.filter((contact) => !withheld(contact))
  const fine = open.filter(({ excludeFromSegment }) => !excludeFromSegment)
  const ids = fine.map((contact) => contact.id)
  const done = await addByHand(house, id, ids)
  if (!done.ok) return done
  const [excluded, blocked] = [open.length - fine.length, contacts.length - open.length]
  const takeBack = async () => {
    const left = (await readSegment(house.db, id))?.lines.lines ?? []
    const ours = new Set(ids)
    if (!left.some(({ contactId }) => ours.has(contactId)) && !made) return true
    if (made && left.every(({ contactId }) => ours.has(contactId))) return (await deleteSegment(house, id)).ok
    return (await undo(house, done.value.inverse, 'addByHand')).ok
  }
  return ok({ facts: { id, name: wish.name, added: done.value.value.added, excluded, blocked }, takeBack })
}
