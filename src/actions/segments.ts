// Open segments: made, their header and lines changed, people put in and taken out by hand, steps undone and redone.
import { ok, refuse, type Result } from '../base/result.ts'
import { answersGiven } from '../core/letter/answers.ts'
import { askedLists } from '../core/letter/lists.ts'
import { given as known } from '../core/asRead.ts'
import { segmentBegins } from '../core/contact/defaults.ts'
import {
  planBulkChange,
  planComment,
  planHeaderChange,
  planLineChange,
  planLineDocument,
  type BulkChange,
  type HeaderPatch,
  type LineField,
} from '../core/segment/edit.ts'
import { planPin, type Pin } from '../core/segment/pin.ts'
import type { RecipeWish } from '../core/segment/recipeWish.ts'
import { newSegment, planNewSegment, planAddByHand, planRemoveByHand, type SegmentState } from '../core/segment/steps.ts'
import type { Failure } from '../model/failure.ts'
import type { AttachmentId, ContactId, SegmentId, StepId } from '../model/ids.ts'
import type { Attachment } from '../model/interaction.ts'
import type { LetterDocument } from '../model/letter.ts'
import type { LetterLanguage } from '../model/parts.ts'
import type { LeftOut, LettersPer, LineOwn } from '../model/segment.ts'
import { joinChanges, noChanges, unchanged, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readBeginning } from './beginning.ts'
import { aroundOf, readAround, readSegment } from '../storage/read/segments.ts'
import type { InspectedDocument } from '../workers/jobs/documents.ts'
import type { RecipeApplied, RecipeDone } from '../workers/jobs/recipe.ts'
import { bytesStay } from './documentBytes.ts'
import { plainOccasion, planAndWrite, type House, type Undoable } from './house.ts'
import { nextNumber } from './numbers.ts'
import { readContact } from '../storage/read/contacts.ts'

type Done<T = undefined> = Promise<Result<Committed & { value: T }, Failure>>

/**
 * Makes an empty segment with the next number; it begins as the settings say, for this tablet's salesperson.
 * @param given what is known already, as the campaign
 */
export function createSegment(
  house: House,
  description: string,
  given: Pick<HeaderPatch, 'campaignId' | 'templateId'> = {},
): Done<SegmentId> {
  return planAndWrite(house, 'createSegment', async () => {
    const [{ no, changes }, beginning] = await Promise.all([nextNumber(house.db, 'segment'), readBeginning(house.db)])
    const made = newSegment(house.occasion(), { no, description, ...segmentBegins(beginning), ...known(given) })
    return ok({ changes: joinChanges(changes, planNewSegment(made)), value: made.segment.id })
  })
}

/** Reads the segment, plans on it, commits; once more on fresh data if another window was faster. */
function onSegment<T>(
  house: House,
  id: SegmentId,
  what: string,
  plan: (state: SegmentState) => Result<{ changes: Changes; value: T }, Failure>,
): Done<T> {
  return planAndWrite(house, what, async () => {
    const state = await readSegment(house.db, id)
    return state ? plan(state) : refuse({ code: 'notFound', table: 'segments', id })
  })
}

const plain = (changes: Changes) => ok({ changes, value: undefined })

/** Changes the header. Lines with a value of their own keep it, or take the header's: all (`replace`), or in the fields named. */
export const changeHeader = (house: House, id: SegmentId, patch: HeaderPatch, overrides: 'keep' | 'replace' | readonly LineField[]): Done =>
  onSegment(house, id, 'changeHeader', (state) => plain(planHeaderChange(state, patch, overrides, house.occasion())))

/** Says who gets one letter together; nothing = each person one. */
export const setLettersPer = (house: House, id: SegmentId, per: LettersPer | undefined): Done =>
  changeHeader(house, id, { lettersPer: per }, 'keep')

/** Answers the questions that the documents of the letters ask; a blank answer is none. Answers to other questions stay. */
export const setAnswers = (house: House, id: SegmentId, answers: Readonly<Record<string, string>>): Done =>
  onSegment(house, id, 'changeHeader', (state) => {
    const said = answersGiven({ ...state.segment.answers, ...answers })
    return plain(planHeaderChange(state, { answers: said }, 'keep', house.occasion()))
  })

/** Changes one line; a value of `undefined` goes back to the header's. */
export const changeLine = (house: House, id: SegmentId, lineNo: number, patch: LineOwn): Done =>
  onSegment(house, id, 'changeLine', (state) => plain(planLineChange(state, lineNo, patch, house.occasion())))

export const commentLine = (house: House, id: SegmentId, lineNo: number, comment: string): Done =>
  onSegment(house, id, 'commentLine', (state) => plain(planComment(state, lineNo, comment, house.occasion())))

/** Gives these lines the same values, as one act; a value of `undefined` goes back to the header's. */
export function changeLines(house: House, id: SegmentId, lineNos: readonly number[], patch: LineOwn): Done<BulkChange> {
  return planAndWrite(house, 'changeLines', async () => {
    const state = await readSegment(house.db, id)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id })
    const chosen = new Set(lineNos)
    const contactIds = state.lines.lines.filter(({ lineNo }) => chosen.has(lineNo)).map(({ contactId }) => contactId)
    const around = aroundOf(await readAround(house.db, contactIds))
    return ok(planBulkChange(state, around, chosen, patch, house.occasion()))
  })
}

export interface OwnDocument {
  languageCode: LetterLanguage
  fileName: string
  bytes: ArrayBuffer
  /** What unknown fields mean, as it was said for the template's document. */
  mapping: LetterDocument['mapping']
}

/** Reads a Word document and gives it to this one line; her letter is made from it. */
export async function setLineDocument(house: House, id: SegmentId, lineNo: number, own: OwnDocument): Done<InspectedDocument> {
  const { languageCode, fileName, bytes } = own
  const inspected = await house.calls.work.inspectDocument(bytes, fileName)
  if (!inspected.ok) return inspected
  const { hash, size, fields } = inspected.value
  const known = new Set(fields.map(({ name }) => name))
  const mapping = Object.fromEntries(Object.entries(own.mapping).filter(([name]) => known.has(name)))
  const attachment: Attachment = { id: hash as AttachmentId, rev: 0, fileName, size, bytes }
  const document: LetterDocument = {
    ...{ languageCode, attachmentId: attachment.id, fileName, subject: '', mapping },
    ...askedLists(inspected.value),
  }
  const done = await onSegment(house, id, 'setLineDocument', (state) => {
    const changes = planLineDocument(state, lineNo, document, house.occasion())
    // A line that is gone meanwhile takes no document, and none is stored.
    if (!changes.put.segments) return refuse({ code: 'notFound', table: 'segmentLines', id })
    return ok({ changes: joinChanges({ ...noChanges(), put: { attachments: [attachment] } }, changes), value: inspected.value })
  })
  return bytesStay(done)
}

/** Takes the document of one's own from the line; the template's holds again. Its bytes stay, for Undo and for what was logged. */
export const removeLineDocument = (house: House, id: SegmentId, lineNo: number): Done =>
  onSegment(house, id, 'removeLineDocument', (state) => plain(planLineDocument(state, lineNo, undefined, house.occasion())))

export interface AddedByHand {
  added: number
  leftOut: LeftOut
}

/** Puts these people on the segment, as one step. */
export function addByHand(house: House, id: SegmentId, contactIds: readonly ContactId[]): Done<AddedByHand> {
  return planAndWrite(house, 'addByHand', async () => {
    const state = await readSegment(house.db, id)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id })
    const contacts = await readContacts(house.db, contactIds)
    const { changes, leftOut } = planAddByHand(state, contacts, house.occasion())
    const after = changes.put.segmentLines?.[0]?.lines.length ?? state.lines.lines.length
    return ok({ changes, value: { added: after - state.lines.lines.length, leftOut } })
  })
}

/** Takes these lines out, as one step. */
export const removeByHand = (house: House, id: SegmentId, lineNos: readonly number[]): Done =>
  onSegment(house, id, 'removeByHand', (state) => plain(planRemoveByHand(state, lineNos, house.occasion())))

/** Applies the recipe as it is wished, on fresh data. @param seen the answer that was seen, by its `rev`: `stale` when the recipe was changed since */
export async function applyRecipe(house: House, id: SegmentId, wish: RecipeWish, seen?: number): Promise<Applied> {
  return applied(house, id, await house.calls.index.applyRecipe(id, wish, plainOccasion(house), seen))
}

/** What was applied, and its way back: the step it is. */
export type Applied = Result<Undoable & { value: RecipeApplied }, Failure>

/** Tells the shell, and gives the step its way back. */
export function applied(house: House, id: SegmentId, done: Result<RecipeApplied, Failure>): Applied {
  if (!done.ok || done.value.rev > 0) house.onWritten(done)
  if (!done.ok) return done
  const { rev, stepId } = done.value
  return ok({ rev, value: done.value, takeBack: () => stepBack(house, 'undo', id, stepId) })
}

async function stepBack(house: House, which: 'undo' | 'redo', id: SegmentId, only?: StepId): Promise<Result<RecipeDone, Failure>> {
  const done = await house.calls.index.stepBack(which, id, plainOccasion(house), only)
  house.onWritten(done)
  return done
}

/** Takes the last step back; the lines it removed return with their own values. */
export const undoStep = (house: House, id: SegmentId): Promise<Result<RecipeDone, Failure>> => stepBack(house, 'undo', id)
/** Does the step again that was undone last, with its lines as they were then. */
export const redoStep = (house: House, id: SegmentId): Promise<Result<RecipeDone, Failure>> => stepBack(house, 'redo', id)

/** Pins a contact in or out of the segment, or lets criteria decide again. Refused with `withheld` when she may be put on no list. */
export function pinContact(house: House, id: SegmentId, contactId: ContactId, pin: Pin = 'byRule'): Done {
  return planAndWrite(house, 'pinContact', async () => {
    const state = await readSegment(house.db, id)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id })
    const contact = await readContact(house.db, contactId)
    if (!contact && pin === 'in') return refuse({ code: 'notFound', table: 'contacts', id: contactId })
    const planned = planPin(state, contact ?? contactId, pin, house.occasion())
    return planned.ok ? plain(planned.value) : planned
  })
}

/** Deletes an open segment with its lines and steps; the undo of the commit brings it back. */
export const deleteSegment = (house: House, id: SegmentId): Done =>
  onSegment(house, id, 'deleteSegment', ({ segment, lines, steps }) =>
    plain({
      ...noChanges(),
      remove: { segments: [id], segmentLines: [id], steps: steps.map((step) => step.id) },
      requires: [unchanged('segments', segment), unchanged('segmentLines', lines)],
    }),
  )
