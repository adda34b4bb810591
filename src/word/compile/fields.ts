// Finds fields among a story's tokens: simple and complex ones, nested ones, split over any number of runs.
import { readInstruction, type Instruction } from './instruction.ts'
import type { Token } from './story.ts'
import type { XmlNode } from '../package/xml.ts'

export interface Field {
  simple: boolean
  /** First and last token, and the one that parts code from result (-1: it has no result). */
  from: number
  separate: number
  to: number
  code: string
  instruction: Instruction
  /** Fields inside, with the side they stand on. */
  inner: { field: Field; side: 'code' | 'result' }[]
}

/** What takes the next record, or leaves one out. */
export const isMove = ({ instruction: { kind } }: Field): boolean => kind === 'NEXT' || kind === 'NEXTIF' || kind === 'SKIPIF'
export const isDate = ({ instruction: { kind } }: Field): boolean => kind === 'DATE' || kind === 'TIME'

export interface FieldsFound {
  fields: Field[]
  /** Tokens of fields that do not begin or do not end. */
  unbalanced: Token[]
}

/** The outermost fields of a story. A field that is never closed is reported, and those inside it still found. */
export function findFields(tokens: readonly Token[]): FieldsFound {
  const top: Field['inner'] = []
  const open: Field[] = []
  const unbalanced: Token[] = []
  tokens.forEach((token, at) => {
    const current = open.at(-1)
    if (token.kind === 'begin') open.push(newField(false, at, ''))
    else if (token.kind === 'simple') open.push(newField(true, at, token.node.attrs['w:instr'] ?? ''))
    else if (current && !current.simple && current.separate < 0 && (token.kind === 'code' || token.kind === 'other'))
      current.code += codeOf(token, tokens[at - 1])
    else if (token.kind === 'separate' && current && !current.simple) current.separate = at
    else if (token.kind === 'separate') unbalanced.push(token)
    else if (token.kind === 'end' || token.kind === 'simpleEnd') close(token, at, open, top, unbalanced, tokens)
  })
  for (const field of open) {
    unbalanced.push(tokens[field.from] as Token)
    top.push(...field.inner)
  }
  return { fields: top.map((entry) => entry.field).sort((a, b) => a.from - b.from), unbalanced }
}

/** A field and the fields around it: no deeper than this; what is deeper keeps its last result. */
export const deepest = 32

/** A tab or a line's end in an instruction is a blank, or stands in quotes as itself. */
const signs: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011' }

export const signOf = (node: XmlNode): string => signs[node.name] ?? ''

const codeOf = (token: Token, before: Token | undefined): string =>
  (before && before.para !== token.para ? '\n' : '') + (token.kind === 'code' ? token.node.text : signOf(token.node))

const newField = (simple: boolean, from: number, code: string): Field => ({
  ...{ simple, from, separate: simple ? from : -1, to: -1, code },
  ...{ instruction: { kind: '', words: [], switches: [] }, inner: [] },
})

function close(token: Token, at: number, open: Field[], top: Field['inner'], unbalanced: Token[], tokens: readonly Token[]): void {
  // A complex field cannot end outside the simple field it began in, nor the other way round: what is left open there is broken.
  if (token.kind === 'simpleEnd') {
    for (let field = open.at(-1); field && !field.simple; field = open.at(-1)) abandon(field, open, top, unbalanced, tokens)
  }
  const field = open.at(-1)
  if (!field || field.simple !== (token.kind === 'simpleEnd')) {
    unbalanced.push(token)
    return
  }
  open.pop()
  field.to = at
  field.instruction = readInstruction(field.code)
  put(field, open, top)
}

function put(field: Field, open: Field[], top: Field['inner']): void {
  const around = open.at(-1)
  if (around) {
    around.inner.push({ field, side: around.separate < 0 ? 'code' : 'result' })
    // What stands before and after it are words of their own.
    if (around.separate < 0) around.code += ' '
  } else top.push({ field, side: 'result' })
}

function abandon(field: Field, open: Field[], top: Field['inner'], unbalanced: Token[], tokens: readonly Token[]): void {
  open.pop()
  unbalanced.push(tokens[field.from] as Token)
  for (const entry of field.inner) put(entry.field, open, top)
}
