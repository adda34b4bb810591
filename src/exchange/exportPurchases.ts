// What companies bought, as rows of a file that our own import takes again.
import type { Contact } from '../model/contact.ts'
import type { Purchase } from '../model/purchase.ts'
import { column, further, type ColumnOf } from './exportColumn.ts'

export interface PurchaseOut {
  purchase: Purchase
  company: Contact | undefined
}

export const purchaseColumns: readonly ColumnOf<PurchaseOut>[] = [
  column('company', 'text', 28, ({ company }) => company?.name),
  column('externalId', 'code', 14, ({ company }) => company?.externalId),
  further('no', 'code', 14, ({ company }) => company?.no),
  column('day', 'day', 12, ({ purchase }) => purchase.day),
  column('itemNo', 'code', 14, ({ purchase }) => purchase.itemNo),
  column('description', 'text', 28, ({ purchase }) => purchase.description),
  column('itemGroup', 'text', 18, ({ purchase }) => purchase.itemGroup),
  column('quantity', 'number', 10, ({ purchase }) => purchase.quantity),
  column('amount', 'amount', 12, ({ purchase }) => purchase.amount),
]
