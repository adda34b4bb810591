// What is asked most often, as ready rules.
import type { Rule } from '../../../model/criteria.ts'

/** A ready rule; or one of several fields, for what can be asked in more than one way. */
export type Preset =
  | { name: 'notInTouch' | 'overdue' | 'newSince' | 'birthday' | 'segment' | 'bought'; rule: Rule }
  | { name: 'region'; fields: readonly PlaceField[] }

/** Where people are, from the smallest place to the largest. */
export const placeFields = ['city', 'postCode', 'county', 'countryCode', 'territoryId'] as const
export type PlaceField = (typeof placeFields)[number]

/** In the order of the cards. */
export const presets: readonly Preset[] = [
  {
    name: 'notInTouch',
    rule: { kind: 'date', field: 'lastInteraction', operator: 'before', from: { kind: 'ago', count: 90, unit: 'day' }, blanks: true },
  },
  { name: 'overdue', rule: { kind: 'number', field: 'overdueDays', operator: 'atLeast', from: 1 } },
  { name: 'region', fields: placeFields },
  {
    name: 'bought',
    rule: { kind: 'purchase', operator: 'has', atLeast: 1, where: { within: { from: { kind: 'ago', count: 1, unit: 'year' } } } },
  },
  {
    name: 'birthday',
    rule: {
      ...{ kind: 'date', field: 'birthday', operator: 'anniversary' },
      ...{ from: { kind: 'start', unit: 'month', shift: 1 }, to: { kind: 'end', unit: 'month', shift: 1 } },
    },
  },
  { name: 'newSince', rule: { kind: 'date', field: 'createdAt', operator: 'onOrAfter', from: { kind: 'ago', count: 30, unit: 'day' } } },
  { name: 'segment', rule: { kind: 'segment', operator: 'hasAnyOf', ids: [] } },
]
