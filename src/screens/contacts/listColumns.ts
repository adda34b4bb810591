// What the contact list can show of everybody: lying down each has a column of its own, upright they stand one after the other in the second line.
import { daysBetween, type Day } from '../../base/day.ts'
import { countryName, letterLanguageName, nearDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { dueText } from '../pieces/dueText.ts'
import type { ListAsk, ListRow, SortField } from '../../workers/jobs/contactList.ts'

export const listColumns = [
  ...(['company', 'jobTitle', 'city', 'postCode', 'country', 'salesperson', 'phone', 'email', 'language', 'no'] as const),
  ...(['nextContact', 'changedAt', 'lastInteraction'] as const),
]
export type ListColumn = (typeof listColumns)[number]

export const usualColumns: readonly ListColumn[] = ['company', 'city', 'lastInteraction']
/** More do not fit beside the name. */
export const mostColumns = 5

/** Those that were chosen; and by when somebody is due while the list is about that. */
export const columnsFor = (chosen: readonly ListColumn[], { quick, sort }: ListAsk): ListColumn[] => {
  const isAboutDue = quick.includes('due') || sort.by === 'nextContact'
  return listColumns.filter((column) => chosen.includes(column) || (column === 'nextContact' && isAboutDue))
}

export const sortOf = (column: ListColumn): SortField | undefined =>
  column === 'company' ||
  column === 'city' ||
  column === 'postCode' ||
  column === 'salesperson' ||
  column === 'no' ||
  column === 'changedAt' ||
  column === 'nextContact' ||
  column === 'lastInteraction'
    ? column
    : undefined

/** What is found by words, and so can be marked. */
export const isSearched = (column: ListColumn): boolean =>
  column === 'company' || column === 'city' || column === 'postCode' || column === 'phone' || column === 'email' || column === 'no'

export interface ShownWith {
  today: Day
  salespeople: ReadonlyMap<string, string>
}

/** The words of a column; blank where there is nothing. */
export function columnText(row: ListRow, column: ListColumn, { today, salespeople }: ShownWith): string {
  switch (column) {
    case 'company':
      return row.type === 'company' ? '' : row.companyName
    case 'country':
      return row.countryCode && countryName(row.countryCode)
    case 'salesperson':
      return salespeople.get(row.salespersonId) ?? ''
    case 'phone':
      return row.phone || row.mobilePhone
    case 'language':
      return row.languageCode && letterLanguageName(row.languageCode)
    case 'changedAt':
      return row.changedAt ? nearDay(row.changedAt, today) : ''
    case 'nextContact':
      return row.due ? dueText(daysBetween(row.due.day, today)) : ''
    case 'lastInteraction':
      return row.lastInteraction ? nearDay(row.lastInteraction, today) : t('contacts.never')
    case 'city':
    case 'postCode':
    case 'email':
    case 'jobTitle':
    case 'no':
      return row[column]
  }
}
