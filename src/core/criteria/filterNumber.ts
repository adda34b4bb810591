// A number in a filter expression.
import { readNumber } from '../../base/number.ts'

/** Nothing where it is no number; a blank is none. */
export const readFilterNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : readNumber(text))
