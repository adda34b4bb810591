// A greeting line as a pattern: words and name fields, `Dear {{First_Name}} {{Surname}},`. What is typed may name the fields as
// documents do (captions, «…», Business Central's %1); it is kept by stable names.
// BC: Setup/SalutationFormula.Table.al, Contact/Contact.Table.al GetSalutation
import type { SalutationKind } from '../../model/lists.ts'
import { resolveField } from './fields.ts'

/** The fields that a greeting line may use, in the order in which they are offered. */
export const formulaFields = ['First_Name', 'Middle_Name', 'Surname', 'Initials', 'Job_Title', 'Company_Name'] as const
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
  return braces.replace(field, (_, name: string) => `{{${resolveField(name) ?? name.trim()}}}`).trim()
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

/** A pattern is read once, and 50 000 letters fill it. */
const read = new Map<string, readonly FormulaField[]>()

/** The fields that a pattern uses. */
export function fieldsOfFormula(pattern: string): readonly FormulaField[] {
  const known = read.get(pattern)
  if (known) return known
  const fields = [...pattern.matchAll(field)].map(([, name]) => name).filter(isFormulaField)
  read.set(pattern, fields)
  return fields
}

/** Whether somebody with these names can be greeted so: by the name the line rests on, never by half a line ("Dear Mr ,"). */
export function canFill(pattern: string, names: Names, kind: SalutationKind): boolean {
  const fields = fieldsOfFormula(pattern)
  const main: FormulaField = kind === 'formal' ? 'Surname' : 'First_Name'
  if (fields.includes(main)) return names[main] !== ''
  return fields.length === 0 || fields.some((name) => names[name] !== '')
}

/**
 * Fills the names in. A missing one takes its blank along, so that no gap stays.
 * BC: Contact/Contact.Table.al, GetSalutation
 */
export function fillFormula(pattern: string, names: Names): string {
  const empty = fieldsOfFormula(pattern).filter((name) => names[name] === '')
  const cut = empty.reduce((text, name) => without(text, `{{${name}}}`), pattern)
  return cut.replace(field, (_, name: FormulaField) => names[name] ?? '')
}

/** Without the field and the blank behind it, at the end of words the one before it. */
function without(text: string, name: string): string {
  return text.replaceAll(`${name} `, '').replaceAll(` ${name}`, '').replaceAll(name, '')
}
