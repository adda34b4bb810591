// Salutations: a formula per salutation code and language, formal and informal; one of one's own wins over the shipped one.
// Whoever cannot be addressed by name gets the neutral line, never half a one, and is told as fallen back: a missing formula
// stops no letter. BC: Setup/SalutationFormula.Table.al, Contact/Contact.Table.al GetSalutation (there it is an error)
import type { Contact } from '../../model/contact.ts'
import type { SalutationFormulaId } from '../../model/ids.ts'
import { formulaId, type SalutationFormula, type SalutationKind } from '../../model/lists.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { withoutSuffix } from '../contact/personName.ts'
import { canFill, fieldsOfFormula, fillFormula, type Names } from './formula.ts'
import { neutral, salutationCodeOf, salutationCodes, shippedFormula } from './shippedFormulas.ts'
import { spokenTitle, titledFormula } from './titledGreeting.ts'

/** Greeting lines of one's own, by `formulaId`. */
export type FormulaBook = ReadonlyMap<SalutationFormulaId, SalutationFormula>

const onlyShipped: FormulaBook = new Map()

/** A greeting line. */
export interface Greeting {
  text: string
  /** A person got the neutral line for want of a formula or name, or there are none in this language and the English ones stand in. */
  fellBack: boolean
}

/**
 * The greeting line of a contact.
 * @param language of the letter; none = English
 * @param companyName of the contact's company, for lines that name it
 */
export function salutation(
  contact: Contact,
  language: LetterLanguage | undefined,
  kind: SalutationKind,
  formulas: FormulaBook = onlyShipped,
  companyName = contact.type === 'company' ? contact.name : '',
): Greeting {
  const names = namesOf(contact, companyName)
  const inLanguage = (tags: readonly string[]): Greeting | undefined => {
    const byName = lineOf(codesOf(contact), tags, kind, formulas, names)
    if (byName) return { text: filledLine(byName), fellBack: false }
    const text = neutralLine(tags, kind, formulas, names)
    return text === undefined ? undefined : { text, fellBack: true }
  }
  return inLanguage(tagsOf(language)) ?? { text: inLanguage(['en'])?.text ?? '', fellBack: true }
}

/** A greeting line before it is filled, and the names of whom it greets. */
export interface GreetingLine {
  pattern: string
  names: Names
  /** The language it is written in. */
  tag: string
  /** The same with its region, where the letter has one. */
  full: string
}

/** The line that greets a contact in this language by name, or as a company; nothing when there is none. */
export function greetingLine(
  contact: Contact,
  language: LetterLanguage | undefined,
  kind: SalutationKind,
  formulas: FormulaBook,
  companyName: string,
): GreetingLine | undefined {
  return lineOf(codesOf(contact), tagsOf(language), kind, formulas, namesOf(contact, companyName))
}

/** The line with the names as it says them. */
export const filledLine = ({ pattern, names, tag, full }: GreetingLine): string => fillFormula(pattern, spoken(pattern, tag, names, full))

/** The line that greets nobody by name, in this language or in English. */
export function neutralGreeting(language: LetterLanguage | undefined, kind: SalutationKind, formulas: FormulaBook): string {
  return neutralLine(tagsOf(language), kind, formulas, nameless) ?? neutralLine(['en'], kind, formulas, nameless) ?? ''
}

/** Whether there are greeting lines in this language, of one's own or shipped; if not, the English ones stand in. */
export const isGreetedIn = (language: LetterLanguage | undefined, kind: SalutationKind, formulas: FormulaBook): boolean =>
  neutralLine(tagsOf(language), kind, formulas, nameless) !== undefined

function neutralLine(tags: readonly string[], kind: SalutationKind, formulas: FormulaBook, names: Names): string | undefined {
  const line = lineOf([neutral], tags, kind, formulas, names)
  return line && filledLine(line)
}

/** The line of the first of these codes that has one: of the language with its region, else of the language; one's own before the shipped one. */
function lineOf(
  codes: readonly string[],
  tags: readonly string[],
  kind: SalutationKind,
  formulas: FormulaBook,
  names: Names,
): GreetingLine | undefined {
  for (const code of codes) {
    for (const tag of tags) {
      const pattern = formulaFor(code, tag, kind, formulas, { title: names.Academic_Title, full: tags[0] ?? tag })
      if (pattern !== undefined && canFill(pattern, names, kind)) return { pattern, names, tag, full: tags[0] ?? tag }
    }
  }
  return undefined
}

/** The formula of a code in exactly this language: one's own, else the shipped one; nothing when there is neither. */
function formulaFor(
  code: string,
  language: string,
  kind: SalutationKind,
  formulas: FormulaBook,
  titled?: { title: string; full: string },
): string | undefined {
  const own = formulas.size > 0 ? formulas.get(formulaId(code, language, kind)) : undefined
  if (own && own.pattern !== '') return own.pattern
  const shipped = shippedFormula(code, language.toLowerCase(), kind)
  if (!shipped || !titled?.title || kind === 'informal') return shipped
  return titledFormula(code, titled.full, titled.title) ?? shipped
}

/** The formula that holds as long as there is none of one's own for just this code and language: of the language without its region, or shipped. */
export function inheritedFormula(code: string, language: LetterLanguage, kind: SalutationKind, formulas: FormulaBook): string | undefined {
  const others = new Map([...formulas].filter(([id]) => id !== formulaId(code, language, kind)))
  return tagsOf(language)
    .map((tag) => formulaFor(code, tag, kind, others))
    .find((pattern) => pattern !== undefined)
}

const tags = new Map<string, readonly string[]>()

/** The language as it is, then without its region; all of Norway's are one. */
function tagsOf(language: LetterLanguage | undefined): readonly string[] {
  const full = (language ?? 'en').toLowerCase()
  const known = tags.get(full)
  if (known) return known
  const short = full.split('-')[0] ?? full
  const base = short === 'no' || short === 'nn' ? 'nb' : short
  const list = [...new Set([full, short, base])]
  tags.set(full, list)
  return list
}

const codes = new Map<string, readonly string[]>()

/** The code as it stands there, which may be one of one's own, then the one it means; a company is no person. */
function codesOf({ type, salutationCode }: Contact): readonly string[] {
  const key = `${type} ${salutationCode}`
  const known = codes.get(key)
  if (known) return known
  const written = salutationCode.trim().toUpperCase()
  const isOwn = written !== '' && !(salutationCodes as readonly string[]).includes(written)
  const meant = type === 'company' ? 'COMPANY' : salutationCodeOf(written)
  const isFit = meant !== undefined && (meant === 'COMPANY') === (type === 'company')
  const list = [...(isOwn ? [written] : []), ...(isFit ? [meant] : [])]
  codes.set(key, list)
  return list
}

const nameless: Names = { Academic_Title: '', First_Name: '', Middle_Name: '', Surname: '', Initials: '', Job_Title: '', Company_Name: '' }

function namesOf(contact: Contact, companyName: string): Names {
  if (contact.type === 'company') return { ...nameless, Company_Name: companyName.trim() }
  const { title = '', firstName, middleName, surname, initials, jobTitle } = contact
  return {
    ...{
      Academic_Title: title.trim(),
      First_Name: firstName.trim(),
      Middle_Name: middleName.trim(),
      Surname: withoutSuffix(surname.trim()),
    },
    ...{ Initials: initials.trim(), Job_Title: jobTitle.trim(), Company_Name: companyName.trim() },
  }
}

/**
 * The names as this line says them. A middle name in small letters belongs to the surname: Ludwig *van* Beethoven; Dutch writes
 * it large where no first name stands before it.
 */
function spoken(pattern: string, tag: string, names: Names, full: string): Names {
  const { Middle_Name: middle, Surname: surname } = names
  const fields = fieldsOfFormula(pattern)
  if (names.Academic_Title !== '' && fields.includes('Academic_Title')) {
    const said = spokenTitle(names.Academic_Title, full)
    if (said !== names.Academic_Title) names = { ...names, Academic_Title: said }
  }
  const apart = fields.includes('Middle_Name')
  const isParticle = middle !== '' && middle === middle.toLowerCase() && surname !== ''
  const whole = isParticle && !apart ? `${middle} ${surname}` : surname
  const isAfterName = fields.some((field) => (field === 'First_Name' || field === 'Initials') && names[field] !== '')
  if (!tag.startsWith('nl') || isAfterName) return { ...names, Surname: whole }
  return apart && middle !== '' ? { ...names, Middle_Name: capital(middle) } : { ...names, Surname: capital(whole) }
}

const capital = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)
