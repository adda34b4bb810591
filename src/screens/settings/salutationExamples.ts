// Invented people who show how a greeting line will read: with a whole name, with a particle in it, without a name, a company.
import { emptyContact } from '../../core/contact/edit.ts'
import { nameOfPerson } from '../../core/contact/name.ts'
import { salutation, type FormulaBook, type Greeting } from '../../core/letter/salutation.ts'
import { neutral, salutationCodes } from '../../core/letter/shippedFormulas.ts'
import type { Contact } from '../../model/contact.ts'
import type { SalutationKind } from '../../model/lists.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { t } from '../../text/language.svelte.ts'
import { salutationName } from '../pieces/salutations.ts'

export interface CodeRow {
  code: string
  name: string
  /** One of one's own. */
  own: boolean
}

/** All codes, those of one's own among them; last who cannot be addressed by name. */
export function codeRows(lists: Lists): CodeRow[] {
  const [woman, man, unisex, company] = salutationCodes.map((code) => ({ code: code, name: salutationName(code), own: false }))
  const own = lists.salutations.map(({ code, description }) => ({ code, name: description || code, own: true }))
  const last = { code: neutral, name: t('salutation.neutral'), own: false }
  return [woman, man, unisex, ...own, company, last].filter((row) => row !== undefined)
}

export interface Example {
  who: string
  contact: Contact
}

const firm = 'Ahorn Holzbau'
const person = (fields: object): Contact => ({ ...emptyContact('person'), ...fields })
const woman = { firstName: 'Anna', surname: 'Berg', initials: 'A.' }
const man = { firstName: 'Lars', surname: 'Berg', initials: 'L.' }
const second = (firstName: string) => ({ firstName, middleName: 'van', surname: 'Dijk', initials: `${firstName.slice(0, 1)}.` })

/** The one whose greeting stands in the table. */
export function exampleFor(code: string): Contact {
  if (code === 'COMPANY') return { ...emptyContact('company'), name: firm }
  if (code === neutral) return person({})
  return person({ ...(code === 'M' ? man : woman), jobTitle: t('salutation.exampleJob'), salutationCode: code })
}

/** Those who are greeted by this code's line, and who has no name. */
export function examplesFor(code: string): Example[] {
  const company: Example = { who: firm, contact: exampleFor('COMPANY') }
  const unknown: Example = { who: t('salutation.exampleNobody'), contact: person({ salutationCode: code }) }
  if (code === 'COMPANY') return [company]
  if (code === neutral) return [unknown, company]
  const jobTitle = t('salutation.exampleJob')
  const named = [code === 'M' ? man : woman, second(code === 'F' ? 'Maria' : 'Jan')].map((names): Example => {
    const contact = person({ ...names, jobTitle, salutationCode: code })
    return { who: nameOfPerson({ middleName: '', ...names }), contact }
  })
  return [...named, unknown]
}

/** How somebody is greeted, at our example company. */
export const greetingOf = (contact: Contact, language: LetterLanguage, kind: SalutationKind, formulas: FormulaBook): Greeting =>
  salutation(contact, language, kind, formulas, firm)
