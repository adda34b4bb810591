// What a recipe is wished to be, and what it would do: the question and the answer while cards are edited. Nothing has happened yet.
import type { Day } from '../../base/day.ts'
import type { Criteria, StepOptions } from '../../model/criteria.ts'
import type { StepId } from '../../model/ids.ts'
import type { CardKind, LeftOut, RecipeCard } from '../../model/segment.ts'
import type { FirstName } from './outcome.ts'

/** A card as it is wished. People chosen by hand and a logged segment used again are told by the id of the card that has them. */
export interface CardWish {
  /** The standing card it is; missing for a new one. */
  id?: StepId | undefined
  kind: CardKind
  criteria?: Criteria | undefined
  options?: StepOptions | undefined
  from?: RecipeCard['from']
  off?: true | undefined
}

export interface RecipeWish {
  cards: readonly CardWish[]
  /** Runs every card again, not only those from the first change on. */
  again?: true | undefined
  /** The day that relative dates are asked on, where it is not today. */
  asOf?: Day | undefined
}

/** What one card does. A card before the first change says what it did when it ran last. */
export interface CardAnswer {
  added: number
  removed: number
  /** Lines after it. */
  after: number
  /** Of a card that ran: contacts that match its criteria, of all for Add, of the list otherwise. */
  matched?: number
  leftOut: LeftOut
  /** Pinned lines that stay against the criteria. */
  kept: number
  /** It was run for this answer. */
  ran: boolean
}

/** What stands at a place of the tree: `` the whole, `0` its first item, `1.0` the first item of its second. */
export type RulePath = string

export interface RuleCount {
  path: RulePath
  /** How many it matches by itself: of all contacts in an Add, of the list before the card otherwise. */
  count: number
  /** How many of those asked have no value there, where the rule can take them in or leave them out. */
  blanks?: number
}

/** The card that is being edited, looked at closely. */
export interface OpenCardAnswer {
  rules: RuleCount[]
  /** What switching an option over would change in the number of lines after the card: `entireCompanies: 14`. */
  options: Partial<Record<keyof StepOptions, number>>
  /** Up to 20: the new people of Add, those who go in Reduce, those who stay in Refine; nobody for a card that is off. */
  first: FirstName[]
  /** How many `first` are of. */
  firstOf: number
  /** Of a card that did not run for this answer, whose numbers are those of its day. */
  stood?: StoodCard
}

export interface StoodCard {
  /** The day it ran on, and the day its relative dates were asked on. */
  ranOn: Day
  asked: Day
  /** What it would do if it was asked now. */
  now: { added: number; removed: number }
}

export interface RecipeAnswer {
  /** The number of the last commit it rests on. */
  rev: number
  cards: CardAnswer[]
  /** Lines now, and with the recipe as it is wished. */
  before: number
  after: number
  /** Lines that would come and go; lines with values of their own among those that go. */
  coming: number
  going: number
  goingOwn: number
  comingFirst: FirstName[]
  goingFirst: FirstName[]
  /** Of the list as it would be: without a postal address, without an e-mail address. */
  noAddress: number
  noEmail: number
  /** How many of that list are companies, and its first 20. */
  companies: number
  first: FirstName[]
  open?: OpenCardAnswer
}
