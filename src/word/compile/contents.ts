// What fields stand for: MERGEFIELD, MERGEREC, MERGESEQ, DATE, TIME, ADDRESSBLOCK, GREETINGLINE, formulas, QUOTE, and texts made of these.
// Public source: ECMA-376 part 1, 17.16.5.
import { atomsOf, codeEnd, escapes, spelled, wordAt, wordsUpToSwitch, type Atom, type Word } from './atoms.ts'
import { isPlainReference, markedBy, markedOf, namesBookmark, nameOfReference } from './bookmarks.ts'
import { readCondition, type ConditionRead } from './condition.ts'
import { joined } from './cuts.ts'
import { deepest, signOf, type Field } from './fields.ts'
import { fieldName } from './instruction.ts'
import { addressLayout } from '../language/addressBlock.ts'
import { unknownLetters } from '../language/datePicture.ts'
import { formatOf, plainFormat, unknownSwitches, type Format } from '../language/dress.ts'
import { formula } from '../language/formula.ts'
import { greetingLayout } from '../language/greetingLine.ts'
import { isProperty, propertyContent } from './properties.ts'
import { questionOf } from './questions.ts'
import { bookmark, setNamed } from './sets.ts'
import { countUse, firstToken, newPlace, tell, type Place } from './place.ts'
import type { Condition, Content, Words } from '../plan.ts'
import type { Marked } from './book.ts'
import type { Token } from './story.ts'
import type { XmlNode } from '../package/xml.ts'

/** Kinds that show something computed from the record; DATE and TIME stay live where no date is given. */
const computed = new Set('MERGEFIELD MERGEREC MERGESEQ ADDRESSBLOCK GREETINGLINE = QUOTE DATE TIME IF COMPARE FILLIN'.split(' '))
/** What no merge carries out: it keeps its last result. */
export const unsupported = new Set(
  (
    'ASK SET DATABASE INCLUDEPICTURE INCLUDETEXT INCLUDE IMPORT LINK DDE DDEAUTO AUTOTEXT AUTOTEXTLIST GLOSSARY RD ' + 'MERGEBARCODE SHARE'
  ).split(' '),
)
/** What only the finished page can know. */
const ofPages = /^(PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|STYLEREF|NUMWORDS|NUMCHARS)$/

/** Those whose switches are the general ones, and `\\b`, `\\f`. */
const plainKinds = /^(MERGEFIELD|MERGEREC|MERGESEQ|=|QUOTE)$/

export const isComputed = (field: Field): boolean => computed.has(field.instruction.kind)

/** The number of what a field stands for; null when it stands for nothing that a record decides. */
export function contentOf(place: Place, field: Field): number | null {
  if (!(isComputed(field) || namesBookmark(field) || isProperty(field)) || place.depth > deepest) return null
  place.depth++
  const content = read(place, field)
  place.depth--
  if (!content) return null
  tellSwitches(place, field)
  return place.book.content(content)
}

/** Says which switches cannot be read, and which letters of a date picture. */
function tellSwitches(place: Place, field: Field): void {
  const { instruction } = field
  const letters = unknownLetters(formatOf(instruction).date ?? '').join(', ')
  if (letters === '' && !(plainKinds.test(instruction.kind) && unknownSwitches(instruction).length > 0)) return
  tell(place, 'SWITCH_BAD', field, undefined, letters ? { letters } : {})
}

function read(place: Place, field: Field): Content | null {
  const { instruction } = field
  const format = formatOf(instruction)
  switch (instruction.kind) {
    case 'MERGEFIELD':
      return mergeField(place, field, format)
    case 'MERGEREC':
    case 'MERGESEQ':
      return { k: 'count', of: instruction.kind === 'MERGEREC' ? 'records' : 'letters', format }
    case 'DATE':
    case 'TIME':
      return dateContent(instruction.kind === 'TIME', format)
    case 'ADDRESSBLOCK':
      return { k: 'address', layout: addressLayout(instruction), format: caseOnly(format) }
    case 'GREETINGLINE':
      return { k: 'greeting', layout: greetingLayout(instruction, place.book.language), format: caseOnly(format) }
    case '=':
      return formulaOf(place, field, format)
    case 'QUOTE':
      return quoted(place, field, format)
    case 'IF':
    case 'COMPARE':
      return comparison(place, field, format)
    case 'FILLIN':
      return filled(place, field, format)
    default:
      return isProperty(field) ? propertyContent(place, field, format) : referred(place, field, format)
  }
}

/** A time is shown as such, unless a picture says otherwise. */
const dateContent = (time: boolean, format: Format): Content => ({
  ...{ k: 'date', time },
  format: time && format.date === undefined ? { ...format, date: 'HH:mm' } : format,
})

/** `\f`, `\e`, … mean something else there. */
const caseOnly = (format: Format): Format => ({ ...format, before: '', after: '' })

function mergeField(place: Place, field: Field, format: Format): Content | null {
  const name = fieldName(field.instruction)
  if (name === '') return null
  countUse(place, name, firstToken(place, field))
  return { k: 'field', field: name, mapped: field.instruction.switches.some((each) => each.name === 'm'), format }
}

function formulaOf(place: Place, field: Field, format: Format): Content | null {
  const atoms = atomsOf(place.tokens, field)
  const from = atoms.findIndex((atom) => atom.k === 'char' && atom.char === '=') + 1
  const end = switchAt(atoms, from)
  const words = withBookmarks(place, wordsIn(place, atoms, from, end))
  // With numbers in the places of its fields it can be told whether it speaks of cells or bookmarks.
  const tried = words?.map((word) => (typeof word === 'number' ? '1' : word)).join('')
  return words && tried !== undefined && formula(tried, 'en') !== undefined ? { k: 'formula', words, format } : null
}

function switchAt(atoms: readonly Atom[], from: number): number {
  const at = atoms.findIndex((atom, i) => i >= from && atom.k === 'char' && atom.char === '\\')
  return at < 0 ? atoms.length : at
}

function filled(place: Place, field: Field, format: Format): Content | null {
  const atoms = atomsOf(place.tokens, field)
  const content = questionOf(place, field, atoms, { kind: 'FILLIN', name: '', at: wordAt(atoms, 0)?.after ?? 0 })
  return content && { ...content, format: caseOnly(format) }
}

function quoted(place: Place, field: Field, format: Format): Content | null {
  const atoms = atomsOf(place.tokens, field)
  const [, ...read] = wordsUpToSwitch(atoms, 0)
  const words: Words = []
  for (const [at, word] of read.entries()) {
    const part = wordsIn(place, atoms, word.from, word.to)
    if (!part) return null
    words.push(...(at > 0 ? [' '] : []), ...part)
  }
  return { k: 'words', words: joined(words), format }
}

function comparison(place: Place, field: Field, format: Format): Content | null {
  const atoms = atomsOf(place.tokens, field)
  const read = readCondition(atoms)
  const condition = read && conditionOf(place, atoms, read)
  if (!condition) return null
  if (field.instruction.kind === 'COMPARE') return { k: 'if', condition, then: ['1'], otherwise: ['0'], format }
  const branch = (word: Word | null) => (word ? wordsIn(place, atoms, word.from, word.to) : [])
  const [then, otherwise] = [branch(read.then), branch(read.otherwise)]
  return then && otherwise ? { k: 'if', condition, then, otherwise, format } : null
}

/** The number of a placeholder's value. */
export function typedContent(place: Place, { name, run, at }: { name: string; run: XmlNode | null; at?: number }): number {
  countUse(place, name, { node: run ?? place.part.root, ...(at !== undefined && { at }) })
  return place.book.content({ k: 'field', field: name, mapped: false, format: plainFormat })
}

/** Some atoms as text; null when only the finished page can tell it. */
export function wordsIn(place: Place, atoms: readonly Atom[], from: number, to: number): Words | null {
  const words: Words = []
  for (let at = from; at < to; at++) {
    const atom = atoms[at] as Atom
    if (escapes(atoms, at)) at++
    const now = atoms[at] as Atom
    if (now.k === 'char') words.push(now.char)
    else if (atom.k === 'field') {
      const word = wordOf(place, atom.field)
      if (word === null) return null
      words.push(word)
    } else if (atom.k === 'typed') words.push(typedContent(place, atom))
    else if (atom.k === 'end') words.push('\n')
    else if (atom.k === 'thing') words.push(signOf(atom.node))
  }
  return joined(words)
}

/** What a reference to a bookmark shows: what it was given, or what stands there, with this record's values. */
function referred(place: Place, field: Field, format: Format): Content | null {
  if (!isPlainReference(field)) return null
  const set = nameOfReference(field)
  if (place.book.sets.has(set)) return { ...bookmark(set), format: caseOnly(format) }
  const marked = markedBy(place, field)
  const words = marked?.merges ? wordsAt(place, marked) : null
  return words && { k: 'words', words, format: caseOnly(format) }
}

/** The words at a bookmark of the document. */
function wordsAt(place: Place, marked: Marked): Words | null {
  const { reading } = place.book
  if (!marked.atoms || reading.has(marked)) return null
  const around = newPlace(marked.part, marked.tokens, place.book, true, true)
  around.depth = place.depth
  reading.add(marked)
  const words = wordsIn(around, marked.atoms, 0, marked.atoms.length)
  reading.delete(marked)
  return words
}

/** The names of bookmarks in a formula become what these have; the name of a function has a bracket behind it. */
function withBookmarks(place: Place, words: Words | null): Words | null {
  if (!words) return null
  return joined(
    words.flatMap((word): Words => (typeof word === 'number' ? [word] : word.split(named).flatMap((part) => bookmarked(place, part)))),
  )
}

const named = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)(?![\p{L}\p{N}_]|\s*\()/u

function bookmarked(place: Place, part: string): Words {
  const name = part.toLowerCase()
  if (place.book.sets.has(name)) return [place.book.content(bookmark(name))]
  const marked = markedOf(place, name)
  return (marked && wordsAt(place, marked)) ?? [part]
}

/** An operand of a comparison: words, or a bare one that names a bookmark. */
function operand(place: Place, atoms: readonly Atom[], word: Word): Words | null {
  const set = setNamed(place, atoms, word)
  if (set !== null) return [set]
  const marked = word.quoted ? undefined : markedOf(place, spelled(atoms, word).toLowerCase())
  return marked?.atoms ? wordsAt(place, marked) : wordsIn(place, atoms, word.from, word.to)
}

/** The last result counts where no record can change it; null where one might, and no merge can tell. */
function wordOf(place: Place, field: Field): number | string | null {
  const { kind } = field.instruction
  if (ofPages.test(kind) || unsupported.has(kind)) return null
  const content = contentOf(place, field)
  if (content !== null) return content
  if (isComputed(field) || (namesBookmark(field) && markedBy(place, field)?.merges !== false)) return null
  return resultOf(place, field)
}

/** The tokens of a field's last result, without the instructions of the fields in it. */
export function resultTokens(place: Place, field: Field): Token[] {
  const inner = new Map(field.inner.map((entry) => [entry.field.from, entry.field]))
  const found: Token[] = []
  for (let at = codeEnd(field); at < field.to; at++) {
    const nested = inner.get(at)
    if (nested) found.push(...resultTokens(place, nested))
    else found.push(place.tokens[at] as Token)
    at = nested?.to ?? at
  }
  return found
}

export const resultOf = (place: Place, field: Field): string =>
  resultTokens(place, field)
    .map(({ kind, node }) => (kind === 'text' || kind === 'code' ? node.text : ''))
    .join('')

/** Whether only the finished page can tell what a field shows. */
export const speaksOfPages = (field: Field): boolean =>
  field.inner.some(({ field: inner, side }) => side === 'code' && (ofPages.test(inner.instruction.kind) || speaksOfPages(inner)))

/** A condition alone: of IF, NEXTIF and SKIPIF. */
export function conditionOf(place: Place, atoms: readonly Atom[], read: ConditionRead): Condition | null {
  const left = operand(place, atoms, read.left)
  const right = operand(place, atoms, read.right)
  return left && right ? { left, operator: read.operator, right } : null
}
