// A database of an older version becomes one of today, in the transaction that opens it: all of it or nothing.
import type { Transaction } from 'dexie'
import { companyNames, secondDraft, secondRow, thirdDraft, toSecond, withCompanyName, type StoredRows } from '../../model/upgrades.ts'

type Old = Record<string, unknown>

/** To version 2: correspondence rules, same-entry history rules, logged lines in pieces. */
export async function upgradeToSecond(transaction: Transaction): Promise<void> {
  const names = companyNames(await transaction.table<Old, string>('contacts').toArray())
  for (const [name, upgrade] of Object.entries(secondRow)) {
    const named = (row: Old) => (name === 'entries' ? withCompanyName(row, names) : row)
    const table = transaction.table<Old, string>(name)
    await table.toCollection().modify((row, place) => void (place.value = named(upgrade(row))))
  }
  const logged = await transaction.table<Old, string>('loggedSegments').toArray()
  const { loggedSegments = [], loggedLines = [] } = toSecond({ loggedSegments: logged } satisfies StoredRows)
  await transaction.table('loggedSegments').bulkPut(loggedSegments)
  await transaction.table('loggedLines').bulkPut(loggedLines)
  await upgradeDrafts(transaction, secondDraft)
}

/** To version 3: the recipe of a segment is edited as a whole. Snapshots begin empty. */
export async function upgradeToThird(transaction: Transaction): Promise<void> {
  const steps = await transaction.table<Old, string>('steps').toArray()
  const of = (id: string) => steps.filter((step) => id === `criteria:${String(step['segmentId'])}`)
  await upgradeDrafts(transaction, (id, value) => thirdDraft(id, value, of(id)))
}

const upgradeDrafts = (transaction: Transaction, upgrade: (id: string, value: unknown) => unknown) =>
  transaction
    .table<{ id: string; value: unknown }, string>('drafts')
    .toCollection()
    .modify((draft, place) => void (place.value = { ...draft, value: upgrade(draft.id, draft.value) }))
