// Pairs that were looked at and found to be two: taken back, they are looked at again.
import { ok, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { NotDuplicateId } from '../model/ids.ts'
import { noChanges, unchanged } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { planAndWrite, type House } from './house.ts'

/** They may be one again; nothing happens when somebody else was faster. */
export const forgetToldApart = (house: House, id: NotDuplicateId): Promise<Result<Committed & { value: boolean }, Failure>> =>
  planAndWrite(house, 'forgetToldApart', async () => {
    const row = await house.db.notDuplicates.get(id)
    if (!row) return ok({ changes: noChanges(), value: false })
    return ok({
      changes: { ...noChanges(), remove: { notDuplicates: [id] }, requires: [unchanged('notDuplicates', row)] },
      value: true,
    })
  })
