// What is typed between signs of the keyboard, as a whole: whether it is a field that is misspelt, one with a brace too few, or one with
// the braces of a field that Word takes for words.
import { fieldName, readInstruction } from '../compile/instruction.ts'
import { marksIn } from '../compile/regions.ts'
import type { RepairKind } from './mend.ts'

/** What the caller knows of names. */
export interface Names {
  /** The right name for one that nobody knows; nothing where it stays. */
  right: (name: string) => string | undefined
  /** Whether a name means a field. */
  isKnown: (name: string) => boolean
}

/** What it becomes: other words, or a real field with this instruction. */
export interface Meant {
  kind: RepairKind
  becomes: string
  /** Of a real field. */
  code?: string
}

const codes = 'MERGEFIELD|DATE|TIME|ADDRESSBLOCK|GREETINGLINE|NEXT|MERGESEQ|MERGEREC|PAGE|NUMPAGES'
const pattern = new RegExp(
  [
    String.raw`\{\{[^{}]{1,80}\}\}`,
    String.raw`\{\{[^{}]{1,80}\}(?!\})`,
    String.raw`(?<!\{)\{[^{}]{1,200}\}\}?`,
    String.raw`«[^«»]{1,60}»`,
    String.raw`<<[^<>]{1,80}>>`,
    String.raw`\[\[[^[\]]{1,80}\]\]`,
  ].join('|'),
  'gu',
)

/** Everything between signs in a text, by its offsets; the name is all of it, signs included. */
export function typedSigns(text: string): { name: string; from: number; to: number }[] {
  if (!/[{«]|<<|\[\[/.test(text)) return []
  return [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ name, from: index, to: index + name.length }))
}

/** What becomes of it; nothing where it stays as it is. @param split it stands in several runs */
export function mendSigns(written: string, names: Names, split: boolean): Meant | undefined {
  const code = codeIn(written)
  if (code !== undefined) return { kind: 'field', becomes: `{ ${code} }`, code }
  const name = written.replace(/^(\{\{?|«|<<|\[\[)\s*/, '').replace(/\s*(\}?\}|»|>>|\]\])$/, '')
  const isWhole = /^(\{\{.*\}\}|«.*»)$/su.test(written)
  // The mark of a region is no field.
  const isMark = marksIn(written).length > 0
  const right = isMark || !/^[\p{L}_]/u.test(name) ? undefined : names.right(name)
  if (isWhole) {
    const wanted = right === undefined ? written : written.startsWith('«') ? `«${right}»` : `{{${right}}}`
    if (wanted !== written) return { kind: 'name', becomes: wanted }
    return split && (isMark || names.isKnown(name)) ? { kind: 'split', becomes: written } : undefined
  }
  if (right === undefined && !names.isKnown(name)) return undefined
  return { kind: 'braces', becomes: `{{${right ?? name}}}` }
}

/** The instruction between braces of the keyboard; one that holds signs of another field is left alone. */
function codeIn(written: string): string | undefined {
  const code = /^\{([^{}]*)\}$/.exec(written)?.[1]?.replace(/[“”„]/g, '"').replace(/\s+/g, ' ').trim()
  if (code === undefined || !new RegExp(`^(${codes})\\b`, 'i').test(code)) return undefined
  const instruction = readInstruction(code)
  return instruction.kind !== 'MERGEFIELD' || fieldName(instruction) !== '' ? code : undefined
}
