// In words: what a person takes over from her company, and what a saved change meant to others.
import type { Inheritance } from '../../actions/contacts.ts'
import type { MergeTold } from '../../core/contact/merge.ts'
import { together } from '../../text/format.ts'
import { t, type Key } from '../../text/language.svelte.ts'

const named: Partial<Record<string, Key>> = {
  salespersonId: 'settings.inherits.salesperson',
  territoryId: 'settings.inherits.territory',
  countryCode: 'settings.inherits.country',
  languageCode: 'settings.inherits.language',
  correspondenceType: 'settings.beginsCorrespondence',
  address: 'settings.inherits.address',
  phone: 'contact.phone',
  mobilePhone: 'contact.mobile',
  fax: 'contact.fax',
  email: 'contact.email',
  homePage: 'contact.homePage',
}

/** Nothing when nothing is taken over. @param fields of the person; of an address its street stands for all of it */
export function tookOverText(company: string | undefined, fields: readonly string[]): string {
  const words = fields.flatMap((field) => named[field] ?? []).map((key) => t(key))
  if (words.length === 0) return ''
  return company ? t('contact.takesOver', { company, what: together(words) }) : t('contact.tookOver', { what: together(words) })
}

/** What is told after merging. @param merged which contacts were merged */
export const mergedText = (merged: string, { reached }: Pick<MergeTold, 'reached'>): string =>
  reached > 0 ? `${merged} ${t('duplicates.alsoFor', { count: reached })}` : merged

/** What is told after saving. */
export function savedText(name: string, { reached, people, tookOver }: Inheritance): string {
  const saved = t('contact.saved', { name })
  if (reached > 0) return `${saved} ${t('contact.alsoFor', { count: reached, people })}`
  const words = tookOverText(undefined, tookOver)
  return words ? `${saved} ${words}` : saved
}
