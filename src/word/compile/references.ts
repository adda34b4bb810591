// Where fields speak of bookmarks: each letter's fields mean its own. Only where an instruction names a bookmark; the same word in an
// address, a text or a style's name is a word. Public source: ECMA-376 part 1, 17.16.5.
import { codeEnd, type Atom } from './atoms.ts'
import { readCondition } from './condition.ts'
import type { Cut } from './cuts.ts'
import type { Field } from './fields.ts'
import { tokens as wordsOf } from './instruction.ts'
import { firstToken, type Place } from './place.ts'
import { attrAt, type XmlPart } from '../package/xml.ts'

/** One sign of an instruction, and where it stands in the source; a field within is one that stands nowhere. */
interface Sign {
  char: string
  from: number
  to: number
}

/** A name in an instruction: from which sign to which. */
type Name = [from: number, to: number]

export function referenceCuts(place: Place, fields: readonly Field[]): Cut[] {
  if (!place.book.ids.hasBookmarks()) return []
  return fields.flatMap((field) => [
    ...ownCuts(place, field),
    ...referenceCuts(
      place,
      field.inner.map((entry) => entry.field),
    ),
  ])
}

function ownCuts(place: Place, field: Field): Cut[] {
  const { ids } = place.book
  const signs = signsOf(place, field)
  const code = signs.map((sign) => sign.char).join('')
  return namesIn(field.instruction.kind, code)
    .filter(([from, to]) => ids.isBookmark(code.slice(from, to)))
    .flatMap(([from, to]) => nameCuts(signs.slice(from, to), ids.referenceTo(code.slice(from, to))))
}

/** The name in the place of its first signs; where it is cut into runs, the others go. */
function nameCuts(signs: readonly Sign[], piece: Cut['pieces'][number]): Cut[] {
  const cuts: Cut[] = []
  for (const { from, to } of signs) {
    const last = cuts.at(-1)
    if (last?.end === from) last.end = to
    else cuts.push({ start: from, end: to, pieces: cuts.length === 0 ? [piece] : [] })
  }
  return cuts
}

function signsOf(place: Place, field: Field): Sign[] {
  const { part, tokens } = place
  if (field.simple) {
    const at = attrAt(part, firstToken(place, field).node, 'w:instr')
    return at ? signsAt(part, at.from, at.to) : []
  }
  const inner = new Map(field.inner.map((entry) => [entry.field.from, entry.field.to]))
  const signs: Sign[] = []
  for (let at = field.from + 1; at < codeEnd(field); at++) {
    const token = tokens[at]
    const behind = inner.get(at)
    if (token?.para !== tokens[at - 1]?.para) signs.push({ char: ' ', from: -1, to: -1 })
    if (behind !== undefined) {
      signs.push({ char: '\0', from: -1, to: -1 })
      at = behind
    } else if (token?.kind === 'code') signs.push(...signsAt(part, token.node.innerStart, token.node.innerEnd))
    else if (token?.kind === 'other') signs.push({ char: ' ', from: -1, to: -1 })
  }
  return signs
}

const entities: Record<string, string> = { '&quot;': '"', '&apos;': "'", '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"' }

function signsAt(part: XmlPart, from: number, to: number): Sign[] {
  return [...part.xml.slice(from, to).matchAll(/&[^;]*;|[^]/g)].map(({ 0: written, index }) => ({
    ...{ char: written.length > 1 ? (entities[written] ?? '\0') : written },
    ...{ from: from + index, to: from + index + written.length },
  }))
}

/** What is named by its first word; what by the value of a switch; and in which a bookmark is a bare word of the text. */
const byWord = /^(REF|PAGEREF|NOTEREF|FTNREF|GOTOBUTTON|SET|ASK)$/
const bySwitch: Record<string, string> = { HYPERLINK: '\\l', TOC: '\\b', TOA: '\\b', INDEX: '\\b', XE: '\\r' }
const compares = /^(IF|COMPARE|NEXTIF|SKIPIF)$/
/** Names of fields: without one, the first word is that of a bookmark. */
const kinds = new Set(
  (
    '= ADDRESSBLOCK ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE BIBLIOGRAPHY CITATION COMMENTS CREATEDATE ' +
    'DATABASE DATE DDE DDEAUTO DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EMBED EQ FILENAME FILESIZE FILLIN FORMCHECKBOX ' +
    'FORMDROPDOWN FORMTEXT GLOSSARY GREETINGLINE IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT INFO KEYWORDS LASTSAVEDBY LINK LISTNUM ' +
    'MACROBUTTON MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ NEXT NUMCHARS NUMPAGES NUMWORDS PAGE PRINT PRINTDATE PRIVATE QUOTE RD ' +
    'REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SHAPE STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE USERADDRESS USERINITIALS USERNAME'
  ).split(' '),
)

/** Whether a field that begins so may be one without a kind, whose first word is a bookmark. */
export const isKindless = (kind: string): boolean => !(kinds.has(kind) || byWord.test(kind) || compares.test(kind) || kind in bySwitch)

function namesIn(kind: string, code: string): Name[] {
  if (kind === '=') return inFormula(code)
  if (compares.test(kind)) return operands(code)
  const words = wordsOf(code)
  const nameOf = (at: number): Name[] => words.slice(at, at + 1).map(({ from, text }) => [from, from + text.length])
  if (byWord.test(kind)) return nameOf(1)
  if (kind === 'SEQ') return nameOf(2)
  const named = bySwitch[kind]
  if (named !== undefined)
    return words.flatMap(({ text, quoted }, at) => (!quoted && text.toLowerCase() === named && at > 0 ? nameOf(at + 1) : []))
  return isKindless(kind) ? nameOf(0) : []
}

/** Bare words up to the first switch. */
function inFormula(code: string): Name[] {
  const end = code.indexOf('\\')
  const found = (end < 0 ? code : code.slice(0, end)).matchAll(/"[^"]*"|[\p{L}_][\p{L}\p{N}_.]*/gu)
  return [...found].map(({ 0: word, index }) => [index, index + word.length])
}

function operands(code: string): Name[] {
  const atoms = code.split('').map((char): Atom => ({ k: 'char', char, run: null }))
  const read = readCondition(atoms)
  return read ? [read.left, read.right].filter((word) => !word.quoted).map(({ from, to }) => [from, to]) : []
}
