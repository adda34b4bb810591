// Numbers in words, in the languages that are spelled here; in others there is no answer, and figures stay figures.
import { localeOf, plainLanguage } from './locale.ts'
import { dutch } from './words/dutch.ts'
import { english } from './words/english.ts'
import { french, shortFrench } from './words/french.ts'
import { german } from './words/german.ts'
import { norwegian } from './words/norwegian.ts'
import type { Speller } from './words/speller.ts'

const spellers = new Map<string, Speller>([
  ['en', english],
  ['de', german],
  ['nl', dutch],
  ['nb', norwegian],
  ['fr', french],
])

function spellerOf(language: string): Speller | undefined {
  return /^fr-(BE|CH)\b/.test(localeOf(language)) ? shortFrench : spellers.get(plainLanguage(language))
}

const most = 999_999_999
const inReach = (value: number) => Number.isInteger(value) && value >= 0 && value <= most

/** Whether numbers are spelled in this language. */
export const spells = (language: string): boolean => spellerOf(language) !== undefined

/** `two hundred five`; undefined outside of 0 to 999 999 999, and in a language that is not spelled here. */
export const cardinal = (value: number, language: string): string | undefined =>
  inReach(value) ? spellerOf(language)?.cardinal(value) : undefined

/** `two hundred fifth`. */
export const ordinal = (value: number, language: string): string | undefined =>
  inReach(value) ? spellerOf(language)?.ordinal(value) : undefined

/** What leads over from the words to the cents. */
export const joining = (language: string): string => spellerOf(language)?.and ?? ''
