// Values that a field is known to have, to be tapped in place of being typed: a condition compares letter by letter.
import type { FieldName } from '../../../core/letter/fields.ts'
import { countryName } from '../../../core/letter/locale.ts'
import { courtesyTitle } from '../../../core/letter/courtesyTitle.ts'
import { emptyContact } from '../../../core/contact/edit.ts'
import type { LetterLanguage } from '../../../model/parts.ts'
import type { Lists } from '../../../storage/read/lists.ts'

const near = ['DE', 'AT', 'CH', 'NL', 'BE', 'LU', 'FR', 'NO', 'GB', 'US']

/** @param language of the letter: titles and countries are written in it */
export function knownValues(field: string, lists: Lists | undefined, language: LetterLanguage): string[] {
  const values: Partial<Record<FieldName, () => readonly string[]>> = {
    Salesperson_Code: () => (lists?.salespeople ?? []).map(({ code }) => code),
    Salesperson_Name: () => (lists?.salespeople ?? []).map(({ name }) => name),
    Salesperson_Job_Title: () => (lists?.salespeople ?? []).map(({ jobTitle }) => jobTitle),
    Campaign_No: () => (lists?.campaigns ?? []).map(({ no }) => no),
    Campaign_Description: () => (lists?.campaigns ?? []).map(({ description }) => description),
    Courtesy_Title: () => ['M', 'F'].map((salutationCode) => courtesyTitle({ ...emptyContact('person'), salutationCode }, language)),
    CountryRegion_Code: () => near,
    Country: () => near.map((code) => countryName(code, language)),
  }
  const known = Object.hasOwn(values, field) ? (values[field as FieldName]?.() ?? []) : []
  return [...new Set(known.filter(Boolean))].slice(0, 12)
}
