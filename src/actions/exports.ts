// Files that go out: made in the worker, saved with a tap. Nothing is written to the data, except how far the back office has been told.
import { ok, type Result } from '../base/result.ts'
import { columnsFor, type ColumnChoice, type ExportKind } from '../exchange/exportColumns.ts'
import { cardWriter } from '../exchange/writeVcard.ts'
import type { CardPicture } from '../exchange/exportContacts.ts'
import { exportNamesOf } from '../exchange/exportNames.ts'
import { displayName } from '../core/contact/name.ts'
import type { Contact } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { Tablet } from '../model/settings.ts'
import { lastRev } from '../storage/changes.ts'
import { readTablet, type Lists } from '../storage/read/lists.ts'
import type { JobWatch } from '../workers/call.ts'
import type { BackOfficeAsk, BackOfficeWish, EverythingWish, ExportPreview, ExportWish, MadeExport } from '../workers/jobs/exports.ts'
import type { House } from './house.ts'
import { saveTablet } from './settings.ts'

export { columnsFor, type ColumnChoice, type ExportKind }
export type { ExportFormat, ExportSource, ExportPreview, ExportWords, MadeExport } from '../workers/jobs/exports.ts'

type Made = Promise<Result<MadeExport, Failure>>

/** A name as it stands in a folder: `fieldbook-contacts-2026-11-22`. @param stem what the file holds, in one word */
export const exportName = (house: House, stem: string): string => `fieldbook-${stem}-${house.occasion().today}`

export const previewExport = (house: House, wish: Omit<ExportWish, 'name'>): Promise<ExportPreview> => house.calls.work.previewExport(wish)

export const makeExport = (house: House, wish: ExportWish, watch: JobWatch = {}): Made =>
  house.calls.watched(watch, (work, job) => work.makeExport(wish, job))

export const previewBackOffice = (house: House, ask: BackOfficeAsk, firstNo?: number): Promise<ExportPreview> =>
  house.calls.work.previewBackOffice(ask, firstNo)

export const makeBackOffice = (house: House, wish: BackOfficeWish, watch: JobWatch = {}): Made =>
  house.calls.watched(watch, (work, job) => work.makeBackOffice(wish, job))

export const makeEverything = (house: House, wish: EverythingWish, watch: JobWatch = {}): Made =>
  house.calls.watched(watch, (work, job) => work.makeEverything(wish, job))

/** What was saved may still be on its way for a minute. */
export const discardExport = (house: House, run: string): Promise<void> => house.calls.work.discardExport(run, 60_000)

/**
 * One contact as a card for phones: version 3.0, which all of them read. It is handed to others: what we noted among ourselves stays here.
 * @param picture its photo or sign, read before the tap
 */
export function cardFile(
  contact: Contact,
  company: Contact | undefined,
  lists: Lists,
  language: string,
  picture?: CardPicture,
): { name: string; bytes: ArrayBuffer; mime: string } {
  const own = [contact, company].find((one) => one?.type === 'company')
  const writer = cardWriter('3.0', language)
  const [bytes] = writer.rows([{ contact: { ...contact, notes: [] }, company: own, names: exportNamesOf(lists), picture }])
  const name = displayName(contact)
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
  return { name: `${name || contact.no}.vcf`, bytes: bytes?.buffer ?? new ArrayBuffer(0), mime: 'text/vcard' }
}

/** Up to which commit the back office has been told, if it ever was. */
export const lastTold = (tablet: Tablet | undefined): Tablet['lastLogExport'] => tablet?.lastLogExport

/** The file with all that is new reached the person's hands: from now on only later entries are new. */
export async function logExported(house: House, { rev, rows }: MadeExport): Promise<Result<unknown, Failure>> {
  // An older file that is saved later, in another window, makes nothing new that was told already.
  const before = await readTablet(house.db)
  const isOlder =
    before?.lastLogExport !== undefined && before.lastLogExport.rev > rev && before.lastLogExport.rev <= (await lastRev(house.db))
  return isOlder ? ok(undefined) : saveTablet(house, { lastLogExport: { at: house.occasion().now, rev, entries: rows } })
}
