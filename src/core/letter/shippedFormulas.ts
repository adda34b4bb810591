// The greeting lines that are shipped: sensible ones in five languages, for everybody who has none of their own.
// Which code stands for whom is Business Central's habit. BC: Setup/SalutationFormula.Table.al
import { fold } from '../../base/fold.ts'
import type { SalutationKind } from '../../model/lists.ts'

export type SalutationCode = 'M' | 'F' | 'UNISEX' | 'COMPANY'

/** The codes that everybody has, in the order in which they are shown. */
export const salutationCodes: readonly SalutationCode[] = ['F', 'M', 'UNISEX', 'COMPANY']

/** Stands in a formula's place of the code: the line for whoever cannot be addressed by name. */
export const neutral = ''

type Pair = Record<SalutationKind, string>
type Formulas = Record<SalutationCode | 'neutral', Pair>

const first = '{{First_Name}}'
const last = '{{Surname}}'
const both = `${first} ${last}`
/** German greets with the title (titledGreeting.ts). */
const title = '{{Academic_Title}}'

const nobody = (formal: string, informal: string): Pick<Formulas, 'COMPANY' | 'neutral'> => ({
  COMPANY: { formal, informal },
  neutral: { formal, informal },
})

const shipped: Record<string, Formulas> = {
  en: {
    M: { formal: `Dear Mr ${last},`, informal: `Dear ${first},` },
    F: { formal: `Dear Ms ${last},`, informal: `Dear ${first},` },
    UNISEX: { formal: `Dear ${both},`, informal: `Dear ${first},` },
    ...nobody('Dear Sir or Madam,', 'Hello,'),
  },
  de: {
    M: { formal: `Sehr geehrter Herr ${title} ${last},`, informal: `Lieber ${first},` },
    F: { formal: `Sehr geehrte Frau ${title} ${last},`, informal: `Liebe ${first},` },
    UNISEX: { formal: `Guten Tag ${title} ${both},`, informal: `Hallo ${first},` },
    ...nobody('Sehr geehrte Damen und Herren,', 'Guten Tag,'),
  },
  nl: {
    M: { formal: `Geachte heer ${last},`, informal: `Beste ${first},` },
    F: { formal: `Geachte mevrouw ${last},`, informal: `Beste ${first},` },
    UNISEX: { formal: `Beste ${both},`, informal: `Beste ${first},` },
    ...nobody('Geachte heer, mevrouw,', 'Goedendag,'),
  },
  // Norwegian letters put no comma after the greeting, and know no Mr and Mrs.
  nb: {
    M: { formal: `Kjære ${both}`, informal: `Hei, ${first}!` },
    F: { formal: `Kjære ${both}`, informal: `Hei, ${first}!` },
    UNISEX: { formal: `Kjære ${both}`, informal: `Hei, ${first}!` },
    ...nobody('Til rette vedkommende', 'Hei!'),
  },
  // French letters do not name the person: "Monsieur," is the polite form.
  fr: {
    M: { formal: 'Monsieur,', informal: `Cher ${first},` },
    F: { formal: 'Madame,', informal: `Chère ${first},` },
    UNISEX: { formal: `Bonjour ${both},`, informal: `Bonjour ${first},` },
    ...nobody('Madame, Monsieur,', 'Bonjour,'),
  },
}

/** The languages that greeting lines are shipped in. */
export const shippedLanguages: readonly string[] = Object.keys(shipped)

/** The shipped line of a code (or `neutral`) in a language without its region; nothing when there is none. */
export function shippedFormula(code: string, language: string, kind: SalutationKind): string | undefined {
  const formulas = shipped[language]
  if (!formulas) return undefined
  return code === neutral ? formulas.neutral[kind] : formulas[code as SalutationCode]?.[kind]
}

/** What stands in imported address books, and in Business Central, for our codes. */
const written: Record<SalutationCode, readonly string[]> = {
  M: ['m', 'mr', 'herr', 'hr', 'h', 'heer', 'dhr', 'monsieur', 'male', 'm-job'],
  F: ['f', 'w', 'ms', 'mrs', 'miss', 'frau', 'fr', 'fru', 'mevrouw', 'mevr', 'mw', 'madame', 'mme', 'female', 'f-mar', 'f-umar', 'f-job'],
  UNISEX: ['unisex', 'u', 'mx', 'd'],
  COMPANY: ['company', 'firma'],
}

const meant = new Map(salutationCodes.flatMap((code) => written[code].map((word): [string, SalutationCode] => [word, code])))

/** The code that is meant: `Herr` → M, Business Central's `F-MAR` → F; nothing for a code of one's own. */
export const salutationCodeOf = (code: string): SalutationCode | undefined => meant.get(fold(code).replace(/\./g, ''))
