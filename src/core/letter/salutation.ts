// Salutations: a formula per salutation code and language, formal and informal. Whoever cannot be addressed by name gets the
// neutral form, never a half one ("Dear Mr ,"). BC: Setup/SalutationFormula.Table.al, Contact/Contact.Table.al GetSalutation
import { fold } from '../../base/fold.ts'
import type { Contact, Person } from '../../model/contact.ts'
import type { SalutationFormulaId } from '../../model/ids.ts'
import type { SalutationFormula, SalutationKind } from '../../model/lists.ts'
import type { LetterLanguage } from '../../model/parts.ts'

export type SalutationCode = 'M' | 'F' | 'UNISEX' | 'COMPANY'

/** Greeting lines of one's own, by `formulaId`. */
export type FormulaBook = ReadonlyMap<SalutationFormulaId, SalutationFormula>

/** %1 is the first name, %2 the surname with what belongs to it ("van Berg"). */
type Formulas = Record<SalutationCode | 'neutral', { formal: string; informal: string }>

const formulas: Record<string, Formulas> = {
  en: {
    M: { formal: 'Dear Mr %2,', informal: 'Dear %1,' },
    F: { formal: 'Dear Ms %2,', informal: 'Dear %1,' },
    UNISEX: { formal: 'Dear %1 %2,', informal: 'Dear %1,' },
    COMPANY: { formal: 'Dear Sir or Madam,', informal: 'Hello,' },
    neutral: { formal: 'Dear Sir or Madam,', informal: 'Hello,' },
  },
  de: {
    M: { formal: 'Sehr geehrter Herr %2,', informal: 'Lieber %1,' },
    F: { formal: 'Sehr geehrte Frau %2,', informal: 'Liebe %1,' },
    UNISEX: { formal: 'Guten Tag %1 %2,', informal: 'Hallo %1,' },
    COMPANY: { formal: 'Sehr geehrte Damen und Herren,', informal: 'Guten Tag,' },
    neutral: { formal: 'Sehr geehrte Damen und Herren,', informal: 'Guten Tag,' },
  },
  nl: {
    M: { formal: 'Geachte heer %2,', informal: 'Beste %1,' },
    F: { formal: 'Geachte mevrouw %2,', informal: 'Beste %1,' },
    UNISEX: { formal: 'Beste %1 %2,', informal: 'Beste %1,' },
    COMPANY: { formal: 'Geachte heer, mevrouw,', informal: 'Goedendag,' },
    neutral: { formal: 'Geachte heer, mevrouw,', informal: 'Goedendag,' },
  },
  // Norwegian letters put no comma after the greeting, and know no Mr and Mrs.
  nb: {
    M: { formal: 'Kjære %1 %2', informal: 'Hei, %1!' },
    F: { formal: 'Kjære %1 %2', informal: 'Hei, %1!' },
    UNISEX: { formal: 'Kjære %1 %2', informal: 'Hei, %1!' },
    COMPANY: { formal: 'Til rette vedkommende', informal: 'Hei!' },
    neutral: { formal: 'Til rette vedkommende', informal: 'Hei!' },
  },
  // French letters do not name the person: "Monsieur," is the polite form.
  fr: {
    M: { formal: 'Monsieur,', informal: 'Cher %1,' },
    F: { formal: 'Madame,', informal: 'Chère %1,' },
    UNISEX: { formal: 'Bonjour %1 %2,', informal: 'Bonjour %1,' },
    COMPANY: { formal: 'Madame, Monsieur,', informal: 'Bonjour,' },
    neutral: { formal: 'Madame, Monsieur,', informal: 'Bonjour,' },
  },
}

/** What stands in imported address books for our codes. */
const codes: Record<SalutationCode, readonly string[]> = {
  M: ['m', 'mr', 'herr', 'hr', 'h', 'heer', 'dhr', 'monsieur', 'male'],
  F: ['f', 'w', 'ms', 'mrs', 'miss', 'frau', 'fr', 'fru', 'mevrouw', 'mevr', 'mw', 'madame', 'mme', 'female'],
  UNISEX: ['unisex', 'u', 'mx', 'd'],
  COMPANY: ['company', 'firma'],
}

/**
 * The greeting line. `fellBack`: a person got the neutral form for want of a code or name, or there are no formulas in
 * this language and the English ones stand in.
 */
export function salutation(
  contact: Contact,
  language: LetterLanguage | undefined,
  kind: SalutationKind,
): { text: string; fellBack: boolean } {
  const tag = language?.toLowerCase().split('-')[0] ?? 'en'
  const known = formulas[tag === 'no' || tag === 'nn' ? 'nb' : tag]
  const table = known ?? formulas['en']
  if (!table) return { text: '', fellBack: true }
  if (contact.type === 'company') return { text: table.COMPANY[kind], fellBack: !known }
  const code = codeOf(contact.salutationCode)
  const parts = [contact.firstName.trim(), surnameOf(contact, tag)]
  const pattern = code && code !== 'COMPANY' && canGreet(contact, kind) ? table[code][kind] : undefined
  return { text: fillFormula(pattern ?? table.neutral[kind], parts), fellBack: !known || pattern === undefined }
}

/**
 * Fills %1, %2 … with names. A missing name takes the blank after it along, so that no gap stays.
 * BC: Contact/Contact.Table.al, GetSalutation
 */
export function fillFormula(pattern: string, parts: readonly string[]): string {
  const cut = parts.reduce((text, part, i) => (part === '' ? text.replace(`%${i + 1} `, '') : text), pattern)
  return cut.replace(/%(\d)/g, (_, n: string) => parts[Number(n) - 1] ?? '')
}

function codeOf(written: string): SalutationCode | undefined {
  const word = fold(written).replace(/\./g, '')
  return (Object.keys(codes) as SalutationCode[]).find((code) => codes[code].includes(word))
}

const canGreet = (person: Person, kind: SalutationKind) => (kind === 'formal' ? person.surname : person.firstName).trim() !== ''

/** A middle name in small letters belongs to the surname: Ludwig *van* Beethoven. Dutch writes it large after heer or mevrouw. */
function surnameOf(person: Person, tag: string): string {
  const middle = person.middleName.trim()
  const isParticle = middle !== '' && middle === middle.toLowerCase()
  const surname = isParticle ? `${middle} ${person.surname.trim()}` : person.surname.trim()
  return tag === 'nl' && person.salutationCode !== 'UNISEX' ? surname.slice(0, 1).toUpperCase() + surname.slice(1) : surname
}
