// What is done right on a contact's card: a row of a list given or taken, a note, a picture. Each rests on the contact as it is now.
import { ok, refuse, type Result } from '../base/result.ts'
import type { ContactFields } from '../core/contact/edit.ts'
import { relationNo, searchWord, withHeld, withoutHeld, type Holding } from '../core/contact/holding.ts'
import type { ListTable } from '../core/contact/lists.ts'
import { planNewNote, planNoteChange, planNoteDelete } from '../core/contact/notes.ts'
import type { Contact } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { AttachmentId, BusinessRelationId, ContactId, NoteId, WebSourceId } from '../model/ids.ts'
import type { Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContact } from '../storage/read/contacts.ts'
import { changeContact } from './contacts.ts'
import { planAndWrite, undo, type House, type Undoable } from './house.ts'
import { createListRow } from './lists.ts'
import { addPicture } from './writtenLetters.ts'

type Done = Promise<Result<Committed, Failure>>

/** Gives the contact a row of a list; of a list of which it has one, in place of that. */
export const giveRow = (house: House, id: ContactId, list: Holding, row: string): Done =>
  onFresh(house, id, (contact) => withHeld(contact, list, row))

export const takeRow = (house: House, id: ContactId, list: Holding, row: string): Done =>
  onFresh(house, id, (contact) => withoutHeld(contact, list, row))

/** The number that the company has with this relation, as a customer's. */
export const setRelationNo = (house: House, id: ContactId, relation: BusinessRelationId, no: string): Done =>
  onFresh(house, id, (contact) => relationNo(contact, relation, no))

/** The word under which the company is found there. */
export const setSearchWord = (house: House, id: ContactId, source: WebSourceId, word: string): Done =>
  onFresh(house, id, (contact) => searchWord(contact, source, word))

/** Makes a row of a short list and gives it to the contact; both are taken back together. @param url of a web source */
export async function makeAndGive(
  house: House,
  id: ContactId,
  list: ListTable & Holding,
  { text, url }: { text: string; url: string },
): Promise<Result<Undoable & { row: string }, Failure>> {
  const made = await createListRow(house, list, text, '', url)
  if (!made.ok) return made
  const given = await giveRow(house, id, list, made.value.value)
  if (!given.ok) return given
  const takeBack = async () => {
    const taken = await undo(house, given.value.inverse, 'changeContact')
    return taken.ok ? undo(house, made.value.inverse, 'createListRow') : taken
  }
  return ok({ rev: given.value.rev, takeBack, row: made.value.value })
}

/** A tap on a card means the contact as it is, whatever another window wrote a moment ago. */
async function onFresh(house: House, id: ContactId, fieldsOf: (contact: Contact) => ContactFields): Done {
  for (let attempt = 1; ; attempt++) {
    const contact = await readContact(house.db, id)
    if (!contact) return refuse({ code: 'notFound', table: 'contacts', id })
    const done = await changeContact(house, id, contact.rev, fieldsOf(contact))
    if (done.ok || done.failure.code !== 'stale' || attempt === 2) return done
  }
}

function noted(house: House, what: string, id: ContactId, plan: (contact: Contact) => Changes): Done {
  return planAndWrite(house, what, async () => {
    const contact = await readContact(house.db, id)
    return contact ? ok({ changes: plan(contact), value: undefined }) : refuse({ code: 'notFound', table: 'contacts', id })
  })
}

export const addNote = (house: House, id: ContactId, text: string): Done =>
  noted(house, 'addNote', id, (contact) => planNewNote(contact, text, house.occasion()))

export const changeNote = (house: House, id: ContactId, note: NoteId, text: string): Done =>
  noted(house, 'changeNote', id, (contact) => planNoteChange(contact, note, text, house.occasion()))

export const deleteNote = (house: House, id: ContactId, note: NoteId): Done =>
  noted(house, 'deleteNote', id, (contact) => planNoteDelete(contact, note, house.occasion()))

/** Keeps the picture, once per content, and shows it on the card. */
export async function setPicture(house: House, id: ContactId, bytes: ArrayBuffer, fileName: string): Done {
  const added = await addPicture(house, bytes, fileName)
  return added.ok ? onFresh(house, id, () => ({ imageId: added.value.id })) : added
}

export const removePicture = (house: House, id: ContactId): Done =>
  onFresh(house, id, () => ({ imageId: undefined as AttachmentId | undefined }))
