// What a company bought: the reference's value entries, as far as choosing people needs them. BC: Inventory/Ledger/ValueEntry.Table.al
import * as z from 'zod/mini'
import { id, type ContactId, type PurchaseId } from './ids.ts'
import { day, row } from './parts.ts'

export const Purchase = z.object({
  ...row,
  id: id<PurchaseId>(),
  companyId: id<ContactId>(),
  day,
  itemNo: z.string(),
  description: z.string(),
  /** What the item is counted among, as "Bicycles". BC: "Inventory Posting Group" */
  itemGroup: z.string(),
  quantity: z.number(),
  /** In our own currency. */
  amount: z.number(),
})
export type Purchase = z.infer<typeof Purchase>
