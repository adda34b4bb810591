// Label formats of one's own, and by how much each print is moved: kept on this tablet, and in its backups.
import { ok, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { LabelFormat, Printing } from '../model/settings.ts'
import { noChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readPrinting, usualPrinting } from '../storage/read/printing.ts'
import { planAndWrite, type House } from './house.ts'

type Done = Promise<Result<Committed & { value: undefined }, Failure>>

function savePrinting(house: House, what: string, change: (before: Printing) => Partial<Printing>): Done {
  return planAndWrite(house, what, async () => {
    const before = await readPrinting(house.db)
    const stored = before !== usualPrinting
    const row = { ...before, ...change(before) }
    const requires = [{ table: 'settings' as const, id: 'printing', rev: stored ? before.rev : ('absent' as const) }]
    return ok({ changes: { ...noChanges(), put: { settings: [row] }, requires }, value: undefined })
  })
}

/** Moves every print by so many millimetres to the right and down. */
export const saveNudge = (house: House, nudge: Printing['nudge']): Done => savePrinting(house, 'saveNudge', () => ({ nudge }))

/** Adds a label format of one's own, or puts it in the place of the one with its id. */
export const saveLabelFormat = (house: House, format: LabelFormat): Done =>
  savePrinting(house, 'saveLabelFormat', ({ labelFormats }) => ({
    labelFormats: [...labelFormats.filter(({ id }) => id !== format.id), format].sort((one, other) => one.name.localeCompare(other.name)),
  }))

export const removeLabelFormat = (house: House, id: string): Done =>
  savePrinting(house, 'removeLabelFormat', ({ labelFormats }) => ({ labelFormats: labelFormats.filter((format) => format.id !== id) }))
