// What a company bought: one line for each day and item.
import type { Company } from '../../model/contact.ts'
import type { PurchaseId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Purchase } from '../../model/purchase.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'

export type PurchaseFields = Pick<Purchase, 'day' | 'itemNo' | 'description' | 'itemGroup' | 'quantity' | 'amount'>

/** A purchase of this company, as long as the company is there. */
export function planNewPurchase(company: Company, fields: PurchaseFields, occasion: Occasion): { changes: Changes; purchase: Purchase } {
  const purchase: Purchase = { rev: 0, id: occasion.nextId<PurchaseId>(), companyId: company.id, ...trimmed(fields) }
  return { purchase, changes: { put: { purchases: [purchase] }, remove: {}, requires: [asRead('contacts', company)] } }
}

/** Nothing is written when nothing differs. */
export function planPurchaseChange(purchase: Purchase, fields: PurchaseFields): Changes {
  const changed: Purchase = { ...purchase, ...trimmed(fields) }
  if (JSON.stringify(changed) === JSON.stringify(purchase)) return noChanges()
  return { put: { purchases: [changed] }, remove: {}, requires: [asRead('purchases', purchase)] }
}

export const planPurchaseDelete = (purchase: Purchase): Changes => ({
  put: {},
  remove: { purchases: [purchase.id] },
  requires: [asRead('purchases', purchase)],
})

function trimmed({ day, itemNo, description, itemGroup, quantity, amount }: PurchaseFields): PurchaseFields {
  return { day, itemNo: itemNo.trim(), description: description.trim(), itemGroup: itemGroup.trim(), quantity, amount }
}
