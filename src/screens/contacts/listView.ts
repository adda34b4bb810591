// What the contact list shows, as it stands in the address: Back leads to the same list.
import { heldLists } from '../../core/contact/lists.ts'
import type { ListAsk, ListSort, QuickFilter, SortField } from '../../workers/jobs/contactList.ts'

/** In the order of the chips. */
export const quickFilters: readonly QuickFilter[] = [
  ...(['mine', 'companies', 'persons', 'due', 'noAddress', 'noEmail', 'neverContacted', 'changedLately', 'excluded', 'withheld'] as const),
]
export const sortFields: readonly SortField[] = [
  ...(['name', 'company', 'city', 'postCode', 'lastInteraction', 'nextContact', 'changedAt', 'no', 'salesperson'] as const),
]
/** Days are looked at from the newest on. */
export const beginsDown = (by: SortField): boolean => by === 'lastInteraction' || by === 'changedAt'

export function askOf(query: URLSearchParams): ListAsk {
  const by = sortFields.find((field) => field === query.get('sort')) ?? 'name'
  const sort: ListSort = { by, descending: query.get('down') === 'yes' }
  const asked = (query.get('quick') ?? '').split(' ')
  const list = heldLists.find((name) => name === query.get('list'))
  const id = query.get('id')
  return {
    text: query.get('q') ?? '',
    ...(list && id ? { within: { list, id } } : {}),
    quick: quickFilters.filter((filter) => asked.includes(filter)),
    sort,
    ...(query.get('by') === 'company' ? { groupedBy: 'company' as const } : {}),
  }
}

export function addressOf({ text, within, quick, sort, groupedBy }: ListAsk): string {
  const query = new URLSearchParams(within ? { list: within.list, id: within.id } : {})
  if (text.trim()) query.set('q', text.trim())
  if (quick.length > 0) query.set('quick', quick.join(' '))
  if (sort.by !== 'name') query.set('sort', sort.by)
  if (sort.descending) query.set('down', 'yes')
  if (groupedBy) query.set('by', groupedBy)
  return query.size > 0 ? `#/contacts?${query.toString()}` : '#/contacts'
}
