// What is known of a contact, in the words of the interface: sections, labels, days and choices, for the file that is read.
import { isDay } from '../../base/day.ts'
import type { KnownData, KnownValue } from '../../core/contact/known.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { clock, countryName, letterLanguageName, mediumDay, figure } from '../../text/format.ts'
import { isKey, t } from '../../text/language.svelte.ts'
import type { FactsWish } from '../../workers/jobs/known.ts'

type Section = FactsWish['sections'][number]
type Block = Section['blocks'][number]
type Fact = Block['facts'][number]

const isData = (value: KnownValue): value is KnownData => typeof value === 'object' && !Array.isArray(value)
const isList = (value: KnownValue): value is readonly KnownValue[] => Array.isArray(value)

/** Every section, also those with nothing in them: that nothing is known is an answer too. */
export const sections = [
  ...(['contact', 'consents', 'alternativeAddresses', 'groups', 'answers', 'notes', 'interactions'] as const),
  ...(['tasks', 'opportunities', 'openSegments', 'callRounds', 'loggedSegments', 'campaigns', 'targetGroups'] as const),
  ...(['purchases', 'merged', 'origin'] as const),
]

export const sectionsOf = (data: KnownData, isCompany: boolean): Section[] =>
  sections
    .filter((name) => isCompany || name !== 'purchases')
    .map((name) => {
      const blocks = blocksOf(data[name])
      return { heading: t(`known.section.${name}`), note: blocks.length === 0 ? t('known.nothing') : '', blocks }
    })

function blocksOf(value: KnownValue | undefined): Block[] {
  if (value === undefined) return []
  if (!isList(value)) return isData(value) ? [{ heading: '', facts: factsOf(value) }] : []
  if (!value.some(isData)) return [{ heading: '', facts: [{ label: '', lines: value.map((one) => said('', one)) }] }]
  return value.map((one) => (isData(one) ? { heading: headingOf(one), facts: factsOf(one) } : { heading: '', facts: [] }))
}

/** Of something dated its day, and what it is called. */
function headingOf({ day, at, description, question, name, what }: KnownData): string {
  const when = day ?? at
  return [when === undefined ? '' : said('', when), what === undefined ? '' : said('what', what), description ?? question ?? name ?? '']
    .map(String)
    .filter(Boolean)
    .join(' · ')
}

const inHeading: ReadonlySet<string> = new Set(['day', 'at', 'what', 'description', 'question'])

function factsOf(data: KnownData): Fact[] {
  const isDated = 'day' in data || 'at' in data || 'question' in data
  return Object.entries(data).flatMap(([name, value]) => (isDated && inHeading.has(name) ? [] : factOf(name, value)))
}

function factOf(name: string, value: KnownValue): Fact[] {
  if (isList(value)) return [{ label: labelOf(name), lines: value.map((one) => said(name, one)) }]
  if (!isData(value)) return [{ label: labelOf(name), lines: said(name, value).split('\n') }]
  // What stands in a letter, under its own names.
  return Object.entries(value).flatMap(([inner, one]) => factOf(inner, one))
}

/** Names that have no word of their own are those of merge fields. */
function labelOf(name: string): string {
  const key = `known.field.${name}`
  return isKey(key) ? t(key) : name.replaceAll('_', ' ')
}

function said(name: string, value: KnownValue): string {
  if (typeof value === 'boolean') return t(value ? 'known.yes' : 'known.no')
  if (typeof value === 'number') return figure(value)
  if (typeof value === 'string') return wordsOf(name, value)
  if (isList(value)) return value.map((one) => said('', one)).join(', ')
  return Object.entries(value)
    .map(([inner, one]) => said(inner, one))
    .join(' · ')
}

function wordsOf(name: string, value: string): string {
  if (isDay(value)) return mediumDay(value)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return clock(value)
  if (name === 'countryCode') return countryName(value)
  if (name === 'languageCode' || name === 'language') return letterLanguageName(toLetterLanguage(value))
  const key = keyOf(name, value)
  if (isKey(key)) return t(key)
  return name === 'what' ? t('files.did.other') : value
}

/** Answers are shipped in words of their own, and so is what was done. */
function keyOf(name: string, value: string): string {
  if (name === 'what') return `files.did.${value}`
  return name === 'response' ? `response.${value}` : `known.value.${value}`
}
