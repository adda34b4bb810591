// One condition on an interaction or a purchase, set or taken away.
import type { EntryWhere, PurchaseWhere } from '../../../model/criteria.ts'

/** The conditions with this one; nothing chosen takes it away. */
export function withCondition<W extends EntryWhere | PurchaseWhere, K extends keyof W>(
  where: W,
  name: K,
  value: W[K] | readonly string[],
): W {
  const { [name]: _, ...rest } = where
  const asks = Array.isArray(value) ? value.length > 0 : value !== undefined
  return (asks ? { ...rest, [name]: value } : rest) as W
}
