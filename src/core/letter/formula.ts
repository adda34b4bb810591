// A greeting line as a pattern: words and name fields, `Dear {{First_Name}} {{Surname}},`. What is typed may name the fields as
// documents do (captions, «…», Business Central's %1); it is kept by stable names.
// BC: Setup/SalutationFormula.Table.al, Contact/Contact.Table.al GetSalutation
import type { SalutationKind } from '../../model/lists.ts'
import { resolveField } from './fields.ts'

/** The fields that a greeting line may use, in the order in which they are offered. */
export const formulaFields = ['Academic_Title', 'First_Name', 'Middle_Name', 'Surname', 'Initials', 'Job_Title', 'Company_Name'] as const
export type FormulaField = (typeof formulaFields)[number]
export type Names = Readonly<Record<FormulaField, string>>

export type FormulaProblem =
  | { code: 'blank' }
  /** A field that nobody knows, or that has no place in a greeting. */
  | { code: 'unknownField'; name: string }
  /** A brace that is not closed, or not opened. */
  | { code: 'brace' }

const isFormulaField = (name: string | undefined): name is FormulaField => (formulaFields as readonly (string | undefined)[]).includes(name)

const field = /\{\{([^{}]*)\}\}/g

/** Everything that keeps the line from being used as it was typed. */
export function formulaProblems(typed: string, kind: SalutationKind): FormulaProblem[] {
  const pattern = stableFormula(typed, kind)
  if (pattern === '') return [{ code: 'blank' }]
  const unknown = [...pattern.matchAll(field)].map(([, name = '']) => name.trim()).filter((name) => !isFormulaField(name))
  const brace = /\{\{|\}\}/.test(pattern.replace(field, ''))
  return [...new Set(unknown)].map((name): FormulaProblem => ({ code: 'unknownField', name })).concat(brace ? [{ code: 'brace' }] : [])
}

/** The line with stable field names: «Vorname», {{first name}} and %1 become {{First_Name}}. */
export function stableFormula(typed: string, kind: SalutationKind): string {
  const braces = numbered(typed, kind).replace(/«([^«»]*)»/g, '{{$1}}')
  return braces.replace(field, (_, name: string) => `{{${meant(name) ?? name.trim()}}}`).trim()
}

/** Mr and Frau stand in the words of a greeting: {{Title}} means Dr. there. */
function meant(name: string): string | undefined {
  const stable = resolveField(name)
  return stable === 'Courtesy_Title' && !/courtesy|civilit|aanspreek/i.test(name) ? 'Academic_Title' : stable
}

/** Business Central's %1 … %5 in the order that its own formulas use: first name, middle name, surname, then job title and company. */
function numbered(typed: string, kind: SalutationKind): string {
  const highest = Math.max(0, ...[...typed.matchAll(/%([1-5])/g)].map(([, n]) => Number(n)))
  const single: FormulaField = kind === 'formal' ? 'Surname' : 'First_Name'
  const order: readonly FormulaField[] =
    highest < 2
      ? [single]
      : highest === 2
        ? ['First_Name', 'Surname']
        : ['First_Name', 'Middle_Name', 'Surname', 'Job_Title', 'Company_Name']
  return typed.replace(/%([1-5])/g, (_, n: string) => `{{${order[Number(n) - 1] ?? ''}}}`)
}

interface Read {
  pieces: readonly ({ words: string } | { field: FormulaField })[]
  fields: readonly FormulaField[]
}

/** A pattern is read once, and 50 000 letters fill it. */
const known = new Map<string, Read>()

function readFormula(pattern: string): Read {
  const before = known.get(pattern)
  if (before) return before
  // Every second part is what stood between the braces.
  const pieces = pattern
    .split(field)
    .map((part, at) => (at % 2 === 0 ? { words: part } : isFormulaField(part) ? { field: part } : { words: '' }))
  const read: Read = { pieces, fields: pieces.flatMap((piece) => ('field' in piece ? [piece.field] : [])) }
  known.set(pattern, read)
  return read
}

/** The fields that a pattern uses. */
export const fieldsOfFormula = (pattern: string): readonly FormulaField[] => readFormula(pattern).fields

/** Whether somebody with these names can be greeted so: by the name the line rests on, never by half a line ("Dear Mr ,"). */
export function canFill(pattern: string, names: Names, kind: SalutationKind): boolean {
  const fields = fieldsOfFormula(pattern)
  const main: FormulaField = kind === 'formal' ? 'Surname' : 'First_Name'
  if (fields.includes(main)) return names[main] !== ''
  return fields.length === 0 || fields.some((name) => names[name] !== '')
}

/**
 * Fills the names in. A missing one takes the blank behind it along, at the end of words the one before it, so that no gap stays.
 * BC: Contact/Contact.Table.al, GetSalutation
 */
export function fillFormula(pattern: string, names: Names): string {
  let text = ''
  let isBlankDue = false
  for (const piece of readFormula(pattern).pieces) {
    if ('words' in piece) {
      const cut = isBlankDue && piece.words.startsWith(' ')
      if (isBlankDue && !cut && text.endsWith(' ')) text = text.slice(0, -1)
      text += cut ? piece.words.slice(1) : piece.words
      if (piece.words !== '') isBlankDue = false
    } else {
      text += names[piece.field]
      isBlankDue = names[piece.field] === ''
    }
  }
  return isBlankDue && text.endsWith(' ') ? text.slice(0, -1) : text
}
