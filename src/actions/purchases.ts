// Purchases of a company: written down, changed, deleted.
import { ok, refuse, type Result } from '../base/result.ts'
import { planNewPurchase, planPurchaseChange, planPurchaseDelete, type PurchaseFields } from '../core/contact/purchase.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId, PurchaseId } from '../model/ids.ts'
import type { Purchase } from '../model/purchase.ts'
import type { Committed } from '../storage/commit.ts'
import { readContact } from '../storage/read/contacts.ts'
import { planAndWrite, write, type House } from './house.ts'

/** Writes down what a company bought. */
export function createPurchase(
  house: House,
  companyId: ContactId,
  fields: PurchaseFields,
): Promise<Result<Committed & { value: PurchaseId }, Failure>> {
  return planAndWrite(house, 'createPurchase', async () => {
    const company = await readContact(house.db, companyId)
    if (company?.type !== 'company') return refuse({ code: 'notFound', table: 'contacts', id: companyId })
    const { changes, purchase } = planNewPurchase(company, fields, house.occasion())
    return ok({ changes, value: purchase.id })
  })
}

/** Changes a purchase as it was read. */
export const changePurchase = (house: House, purchase: Purchase, fields: PurchaseFields): Promise<Result<Committed, Failure>> =>
  write(house, planPurchaseChange(purchase, fields), 'changePurchase')

export const deletePurchase = (house: House, purchase: Purchase): Promise<Result<Committed, Failure>> =>
  write(house, planPurchaseDelete(purchase), 'deletePurchase')
