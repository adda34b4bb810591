// Two tablets that hand work over to each other, in memory.
import type { House } from '../../src/actions/house.ts'
import { makeHandOver, previewHandOver, takeHandOver, type ComingTold } from '../../src/actions/handOver.ts'
import { nothingWished, type HandOverWish } from '../../src/model/handOverWish.ts'
import type { Choice } from '../../src/core/handOver/coming.ts'
import { readEverything } from '../../src/storage/read/everything.ts'
import { good } from '../open.ts'

export const everybody: HandOverWish = { ...nothingWished, contactIds: 'all', history: true }
/** Without a password the many rounds of a property take seconds, not minutes; with one it is the same file behind a lock. */
export const password = ''

/** The file, as it is handed over. */
export async function fileOf(from: House, wish: HandOverWish = everybody): Promise<Blob> {
  const made = await good(makeHandOver(from, wish, { app: 'test', tablet: 'Tablet', title: 'Spring', password }))
  return made.file
}

export type Choosing = (conflict: ComingTold['conflicts'][number]) => Choice

/** Takes a file in, with the choices made on what the preview shows. */
export async function takeIn(to: House, file: Blob, choose: Choosing = () => 'mine') {
  const told = await good(previewHandOver(to, file, 'a.fieldbook', { password, choices: {} }))
  const choices = Object.fromEntries(told.conflicts.map((conflict) => [conflict.key, choose(conflict)]))
  return good(takeHandOver(to, file, 'a.fieldbook', { password, choices }))
}

export const handOver = async (from: House, to: House, choose?: Choosing, wish?: HandOverWish) =>
  takeIn(to, await fileOf(from, wish), choose)

/** Contacts and log as they stand, comparable: lists in any order. */
export async function contactsAndLog({ db }: House): Promise<unknown> {
  const { rows } = await readEverything(db)
  const plain = (row: object) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(
          ([field, value]) =>
            !['rev', 'changedAt', 'sample'].includes(field) && value !== undefined && !(Array.isArray(value) && value.length === 0),
        )
        .map(([field, value]) => [
          field,
          Array.isArray(value) ? [...(value as unknown[])].map((one) => JSON.stringify(one)).sort() : value,
        ]),
    )
  const sorted = (list: readonly { id: string }[]) => list.map(plain).sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
  return { contacts: sorted(rows.contacts), entries: sorted(rows.entries) }
}
