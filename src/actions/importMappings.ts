// Saved mappings: how files of one kind are read. They are saved with an import; here they are looked through and deleted.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { ImportMappingId } from '../model/ids.ts'
import type { ImportMapping } from '../model/importMapping.ts'
import { noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { planAndWrite, type House } from './house.ts'

/** The one used last stands first. */
export const listImportMappings = async (house: House): Promise<ImportMapping[]> =>
  (await house.db.importMappings.toArray()).sort((one, other) => other.usedAt.localeCompare(one.usedAt))

/** The next file of its kind is guessed anew. It can be undone. */
export const deleteImportMapping = (house: House, id: ImportMappingId): Promise<Result<Committed, Failure>> =>
  planAndWrite(house, 'deleteImportMapping', async () => {
    const mapping = await house.db.importMappings.get(id)
    if (!mapping) return { ok: false, failure: { code: 'notFound', table: 'importMappings', id } }
    return {
      ok: true,
      value: {
        changes: { ...noChanges(), remove: { importMappings: [id] }, requires: [unchanged('importMappings', mapping)] },
        value: undefined,
      },
    }
  })
