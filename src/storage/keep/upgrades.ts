// A database of an older version becomes one of today, in the transaction that opens it: all of it or nothing.
import type { Transaction } from 'dexie'
import { companyNames, secondDraft, secondRow, toSecond, withCompanyName, type StoredRows } from '../../model/upgrades.ts'

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
  await transaction
    .table<{ id: string; value: unknown }, string>('drafts')
    .toCollection()
    .modify((draft, place) => void (place.value = { ...draft, value: secondDraft(draft.id, draft.value) }))
}
