// What the list of all contacts is asked, and what it answers.
import type { Day } from '../base/day.ts'
import type { SalespersonId } from '../model/ids.ts'
import type { Bitmap, ContactRow } from './answers.ts'

/**
 * `mine`: whom the tablet's salesperson looks after; a person without a salesperson is looked after by her company's. `noAddress`: no postal
 * address of their own or their company's. `noEmail`: no first e-mail address of their own. `due`: wants to be heard of today or since before. `changedLately`: today or in the seven days before.
 */
export const quickFilters = [
  ...(['mine', 'companies', 'persons', 'due', 'noAddress', 'noEmail', 'neverContacted', 'changedLately', 'excluded', 'withheld'] as const),
]
export type QuickFilter = (typeof quickFilters)[number]

export type SortField = 'name' | 'company' | 'city' | 'postCode' | 'lastInteraction' | 'nextContact' | 'changedAt' | 'no' | 'salesperson'

export interface ListSort {
  by: SortField
  /** Blanks stand last in both directions; who is alike stands by name. */
  descending: boolean
}

export interface ListWish {
  /** Every word of it is borne by who is found. */
  text: string
  /** All of them hold. */
  quick: readonly QuickFilter[]
  sort: ListSort
  /** Companies with their people under them, persons without a company last. */
  groupedBy?: 'company'
}

/** What the index does not know of itself. */
export interface ListGround {
  today: Day
  /** Only these are looked among. */
  among?: Bitmap
  /** The tablet's salesperson. */
  salespersonId?: SalespersonId
  /** The names of the salespeople by id. */
  salespeople: ReadonlyMap<string, string>
}

/** A contact as a row of the list, with all that its columns can show. */
export interface ListRow extends ContactRow {
  postCode: string
  email: string
  phone: string
  mobilePhone: string
  jobTitle: string
  salespersonId: string
  languageCode: string
  changedAt: Day | undefined
  /** By when she wants to be heard of, and how often, in days; nothing for who is never due. */
  due: { day: Day; every: number } | undefined
  /** Stands as the head of its people: how many of them follow, and whether the company was found itself. */
  leads?: { people: number; isFound: boolean }
}

/** The head of the persons without a company. */
export interface ListHead {
  head: 'withoutCompany'
  people: number
}

/** Whatever takes one place in the list. */
export type ListItem = ListRow | ListHead

/** The list as it is shown, in rows of the index; good until the index is patched. */
export interface ListShown {
  found: Bitmap
  /** How many were found. */
  total: number
  /** A row for each place; 0 is the head of persons without a company. */
  places: Uint32Array
  isGrouped: boolean
  /** The day it was asked on. */
  today: Day
}
