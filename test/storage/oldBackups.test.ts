// Every backup that any earlier version wrote restores to what its tablet opens to, for ever.
import { expect, it } from 'vitest'
import { contents } from '../open.ts'
import { restored } from '../restored.ts'
import { houseLeftBy, oldFile } from './old.ts'

it.each(['first', 'second', 'third', 'fourth', 'fifth', 'seventh'] as const)(
  'A backup of the %s version restores to what its tablet opens to',
  async (version) => {
    const [house, opened] = [
      await restored(new Blob([oldFile(`${version}.fieldbook`)]), `${version}.fieldbook`),
      await houseLeftBy(version),
    ]
    await opened.db.settings
      .where('id')
      .equals('tablet')
      .modify((row) => void delete (row as { lastBackup?: unknown }).lastBackup)
    // What comes back on another tablet is handed over as that one's.
    await opened.db.settings.delete('handOver')
    expect(await contents(house)).toEqual(await contents(opened))
  },
)
