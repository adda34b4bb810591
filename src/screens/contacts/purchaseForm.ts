// A purchase as it is typed, and back. Amounts are read as people write them: with comma or point, with or without thousands marks.
import type { Day } from '../../base/day.ts'
import { isDay } from '../../base/day.ts'
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

/**
 * A number as it was typed; nothing when it is none. Where both marks stand, the last one is the decimal mark; one that stands before
 * three digits is a thousands mark where the language has it so.
 */
export function readFigure(text: string, mark: string): number | undefined {
  const plain = text.replace(/[\s'\u2019\u202f\u00a0]/g, '').replace('\u2212', '-')
  if (!/^-?\d[\d.,]*$|^-?[.,]\d+$/.test(plain)) return undefined
  const marks = plain.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  const thousands = mark === ',' ? '.' : ','
  const mixed = new Set(marks).size === 2
  const isGroups = !mixed && last !== undefined && (marks.length > 1 || (last === thousands && /^-?\d{1,3}[.,]\d{3}$/.test(plain)))
  const decimal = isGroups ? undefined : last
  if (decimal !== undefined && plain.split(decimal).length > 2) return undefined
  const digits = [...plain].map((sign) => (sign === decimal ? '.' : sign === '.' || sign === ',' ? '' : sign)).join('')
  const value = Number(digits)
  return Number.isFinite(value) ? value : undefined
}

export type PurchaseTroubles = Partial<Record<'day' | 'description' | 'quantity' | 'amount', true>>

export function troublesOf(form: PurchaseForm, mark: string): PurchaseTroubles {
  return {
    ...(isDay(form.day) ? {} : { day: true }),
    ...(form.description.trim() || form.itemNo.trim() ? {} : { description: true }),
    ...(readFigure(form.quantity, mark) === undefined ? { quantity: true } : {}),
    ...(readFigure(form.amount, mark) === undefined ? { amount: true } : {}),
  }
}

/** The fields of a form without troubles. */
export const fieldsOf = (form: PurchaseForm, mark: string): PurchaseFields => ({
  ...form,
  day: form.day as Day,
  quantity: readFigure(form.quantity, mark) ?? 0,
  amount: readFigure(form.amount, mark) ?? 0,
})
