// A purchase as it is typed, and back. Amounts are read as people write them: with comma or point, with or without thousands marks.
import type { Day } from '../../base/day.ts'
import { isDay } from '../../base/day.ts'
import { readAmount } from '../../base/number.ts'
import type { PurchaseFields } from '../../core/contact/purchase.ts'
import type { Purchase } from '../../model/purchase.ts'

export interface PurchaseForm {
  day: string
  itemNo: string
  description: string
  itemGroup: string
  quantity: string
  amount: string
}

/** @param mark the decimal mark of the interface's language */
export function formOf(purchase: Purchase | undefined, today: Day, mark: string): PurchaseForm {
  const written = (value: number) => String(value).replace('.', mark)
  if (!purchase) return { day: today, itemNo: '', description: '', itemGroup: '', quantity: '1', amount: '' }
  const { day, itemNo, description, itemGroup, quantity, amount } = purchase
  return { day, itemNo, description, itemGroup, quantity: written(quantity), amount: written(amount) }
}

export type PurchaseTroubles = Partial<Record<'day' | 'description' | 'quantity' | 'amount', true>>

export function troublesOf(form: PurchaseForm, mark: string): PurchaseTroubles {
  return {
    ...(isDay(form.day) ? {} : { day: true }),
    ...(form.description.trim() || form.itemNo.trim() ? {} : { description: true }),
    ...(readAmount(form.quantity, mark) === undefined ? { quantity: true } : {}),
    ...(readAmount(form.amount, mark) === undefined ? { amount: true } : {}),
  }
}

/** The fields of a form without troubles. */
export const fieldsOf = (form: PurchaseForm, mark: string): PurchaseFields => ({
  ...form,
  day: form.day as Day,
  quantity: readAmount(form.quantity, mark) ?? 0,
  amount: readAmount(form.amount, mark) ?? 0,
})
