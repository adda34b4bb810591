// The instruction of a field as a row of atoms: signs, fields, tabs and pictures, marks, the ends of paragraphs, tables between them.
// It reads in words: quoted ones, with anything in them, and bare ones up to the next blank.
import type { Field } from './fields.ts'
import { closeOf, opensQuote } from './instruction.ts'
import { isRangeMark, type Token } from './story.ts'
import { typedIn } from './placeholders.ts'
import type { XmlNode } from '../package/xml.ts'

export type Atom =
  | { k: 'char'; char: string; run: XmlNode | null }
  | { k: 'field'; field: Field }
  /** A placeholder among the words. */
  | { k: 'typed'; name: string; run: XmlNode | null }
  /** A tab, a break, a picture: anything else that a run holds. */
  | { k: 'thing'; node: XmlNode; run: XmlNode }
  | { k: 'mark'; node: XmlNode }
  /** The end of a paragraph. */
  | { k: 'end'; para: XmlNode }
  /** A table or a content control between paragraphs. */
  | { k: 'block'; node: XmlNode }

export interface Word {
  from: number
  to: number
  /** Where the next one may begin. */
  after: number
  quoted: boolean
}

/** The end of a field's instruction among the story's tokens. */
export const codeEnd = (field: Field): number => (field.separate < 0 ? field.to : field.separate)

/** The atoms of an instruction. Over several paragraphs: those must be siblings, as must the blocks between them. */
export const atomsOf = (tokens: readonly Token[], field: Field): Atom[] => withTyped(readAtoms(tokens, field))

function readAtoms(tokens: readonly Token[], field: Field): Atom[] {
  const first = tokens[field.from] as Token
  if (field.simple) return charsOf(field.code, tokens.slice(field.from, field.to).find((token) => token.kind === 'text')?.run ?? null)
  const end = codeEnd(field)
  const last = (tokens[end] as Token).para
  if (first.para === last || !first.para || !last) return atomsBetween(tokens, innerOf(field), field.from + 1, end)
  return overParagraphs(tokens, field, first.para, last, end)
}

const charsOf = (text: string, run: XmlNode | null): Atom[] => [...text].map((char) => ({ k: 'char', char, run }))

const innerOf = (field: Field) => field.inner.map((entry) => entry.field)

/** Some tokens of one paragraph, with the fields among them. */
export function atomsBetween(tokens: readonly Token[], fields: readonly Field[], from: number, to: number): Atom[] {
  const atoms: Atom[] = []
  const inner = new Map(fields.map((field) => [field.from, field]))
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    const nested = inner.get(at)
    if (nested) {
      atoms.push({ k: 'field', field: nested })
      at = nested.to
    } else if (token.kind === 'code' || token.kind === 'text') for (const atom of charsOf(token.node.text, token.run)) atoms.push(atom)
    else if (token.kind === 'mark') atoms.push({ k: 'mark', node: token.node })
    else if (token.kind === 'other') atoms.push({ k: 'thing', node: token.node, run: token.run })
  }
  return atoms
}

function overParagraphs(tokens: readonly Token[], field: Field, first: XmlNode, last: XmlNode, end: number): Atom[] {
  const siblings = first.parent?.children ?? []
  const atoms: Atom[] = []
  let at = field.from + 1
  for (const block of siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1)) {
    const from = at
    while (at < end && (tokens[at] as Token).node.start < block.end) at++
    if (block.name === 'w:p') {
      for (const atom of atomsBetween(tokens, innerOf(field), from, at)) atoms.push(atom)
      if (block !== last) atoms.push({ k: 'end', para: block })
    } else if (isRangeMark(block)) atoms.push({ k: 'mark', node: block })
    else atoms.push({ k: 'block', node: block })
  }
  return atoms
}

/** Placeholders among the signs become atoms: in quotes or bare, each is one thing. */
export function withTyped(atoms: Atom[]): Atom[] {
  const text = atoms.map((atom) => (atom.k === 'char' && atom.char.length === 1 ? atom.char : '\0')).join('')
  const found = typedIn(text)
  if (found.length === 0) return atoms
  const joined: Atom[] = []
  let at = 0
  for (const { name, from, to } of found) {
    const first = atoms[from]
    for (const atom of atoms.slice(at, from)) joined.push(atom)
    joined.push({ k: 'typed', name, run: first?.k === 'char' ? first.run : null })
    at = to
  }
  return [...joined, ...atoms.slice(at)]
}

/** Fields and marks are no blanks, but nothing that is spelled. */
const charAt = (atoms: readonly Atom[], at: number): string => {
  const atom = atoms[at]
  return atom?.k === 'char' ? atom.char : atom && /^(field|typed|mark)$/.test(atom.k) ? '\0' : ' '
}

const isBlank = (atoms: readonly Atom[], at: number) => /\s/.test(charAt(atoms, at))

/** The word that begins at the next sign that is no blank; a bare one ends before what `ends` it as well. */
export function wordAt(atoms: readonly Atom[], at: number, ends?: (char: string) => boolean): Word | null {
  let from = at
  while (from < atoms.length && (isBlank(atoms, from) || atoms[from]?.k === 'mark')) from++
  if (from >= atoms.length) return null
  if (opensQuote(charAt(atoms, from))) {
    const to = closeOf((index) => charAt(atoms, index), atoms.length, from)
    return { from: from + 1, to, after: to + 1, quoted: true }
  }
  let to = from
  while (to < atoms.length && !isBlank(atoms, to) && !opensQuote(charAt(atoms, to)) && !ends?.(charAt(atoms, to))) to++
  return { from, to, after: to, quoted: false }
}

/** The signs of a bare word. */
export const spelled = (atoms: readonly Atom[], word: Word): string =>
  atoms
    .slice(word.from, word.to)
    .map((atom) => (atom.k === 'char' ? atom.char : atom.k === 'mark' ? '' : '\0'))
    .join('')

/** All words up to the first switch (`\*`, `\@`, `\#`, …). */
export function wordsUpToSwitch(atoms: readonly Atom[], at: number): Word[] {
  const words: Word[] = []
  for (let word = wordAt(atoms, at); word; word = wordAt(atoms, word.after)) {
    if (!word.quoted && charAt(atoms, word.from) === '\\') break
    words.push(word)
    if (word.after <= word.from && !word.quoted) break
  }
  return words
}

/** Whether a backslash stands for the sign after it. */
export const escapes = (atoms: readonly Atom[], at: number): boolean =>
  charAt(atoms, at) === '\\' && /^["\\]$/.test(at + 1 < atoms.length ? charAt(atoms, at + 1) : '')
