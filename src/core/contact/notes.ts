// Remarks about a contact, by whom and when; the oldest stands first. BC: Rlshp. Mgt. Comment Line, table 5061
import type { Contact, ContactNote } from '../../model/contact.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { planContactChange } from './edit.ts'

/** Newest first; of one day the one that was written last. */
export const newestNotes = (contact: Contact): ContactNote[] =>
  (contact.notes ?? []).toReversed().sort((one, other) => other.day.localeCompare(one.day))

/** A remark of today. Nothing is written when it says nothing. */
export function planNewNote(contact: Contact, text: string, occasion: Occasion): Changes {
  if (text.trim() === '') return noChanges()
  const note: ContactNote = { id: occasion.nextId<NoteId>(), day: occasion.today, by: occasion.user, text: text.trim() }
  return planContactChange(contact, { notes: [...(contact.notes ?? []), note] }, occasion)
}

/** Other words; day and writer stay. Nothing is written when nothing differs. */
export function planNoteChange(contact: Contact, id: NoteId, text: string, occasion: Occasion): Changes {
  if (!contact.notes) return noChanges()
  const notes = contact.notes.map((note) => (note.id === id ? { ...note, text: text.trim() } : note))
  return planContactChange(contact, { notes }, occasion)
}

export function planNoteDelete(contact: Contact, id: NoteId, occasion: Occasion): Changes {
  const notes = (contact.notes ?? []).filter((note) => note.id !== id)
  return planContactChange(contact, { notes: notes.length > 0 ? notes : undefined }, occasion)
}
