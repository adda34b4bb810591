// Whose letter greets nobody by name. Whether it does depends on few things only (the code, the language, which parts of the name are
// there), so that each such case is tried once, and not each of 50 000 letters.
import type { Contact } from '../../model/contact.ts'
import type { SalutationKind } from '../../model/lists.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { salutation, type FormulaBook } from '../letter/salutation.ts'

export type FallsBack = (contact: Contact, companyName: string, language: LetterLanguage | undefined, kind: SalutationKind) => boolean

/** @param formulas greeting lines of one's own */
export function fallsBack(formulas: FormulaBook): FallsBack {
  const tried = new Map<string, boolean>()
  return (contact, companyName, language, kind) => {
    const key = `${contact.type} ${kind} ${language ?? ''} ${partsThere(contact, companyName)} ${contact.salutationCode}`
    const known = tried.get(key)
    if (known !== undefined) return known
    const { fellBack } = salutation(contact, language, kind, formulas, companyName)
    tried.set(key, fellBack)
    return fellBack
  }
}

/** Which of the parts that a greeting line may name are there, as bits. */
function partsThere(contact: Contact, companyName: string): number {
  const company = isThere(companyName)
  if (contact.type === 'company') return company
  const { title = '', firstName, middleName, surname, initials, jobTitle } = contact
  const own = isThere(firstName) + 2 * isThere(middleName) + 4 * isThere(surname) + 8 * isThere(initials) + 16 * isThere(jobTitle)
  return own + 32 * company + 64 * isThere(title)
}

const isThere = (part: string) => (part.trim() === '' ? 0 : 1)
