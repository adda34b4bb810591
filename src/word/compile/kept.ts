// Fields that stay: live ones, whose instruction may hold merged values, and those that no merge can carry out, with their last result.
// Merge fields in a result are merged. Public source: ECMA-376 part 1, 17.16.5.
import { atomsOf, codeEnd, spelled, wordAt, type Word } from './atoms.ts'
import { isPlainReference, markedBy, namesBookmark } from './bookmarks.ts'
import { contentOf, isComputed, resultTokens, speaksOfPages, unsupported, wordsIn } from './contents.ts'
import { cutComplex, cutSimple } from './cutting.ts'
import { isDate, isMove, type Field } from './fields.ts'
import { pagesCuts } from './pageCount.ts'
import { firstToken, lastToken, tell, type Late, type Place } from './place.ts'
import type { Words } from '../plan.ts'
import { bareRange, runStart, wholeRange } from './range.ts'
import type { Token } from './story.ts'

type Visit = (place: Place, field: Field) => void

/** Keeps a field; `visit` merges those in its result. */
export function keep(place: Place, field: Field, visit: Visit): void {
  const { kind } = field.instruction
  for (let at = field.from; at < codeEnd(field); at++) place.code.add(at)
  const live = isDate(field) || !(unsupported.has(kind) || isComputed(field) || isMove(field)) || speaksOfPages(field)
  if (kind === 'NUMPAGES') pagesCuts(place, field)
  if (!live || missesValues(place, field)) tell(place, 'FIELD_UNSUPPORTED', field)
  if (live && kind === 'HYPERLINK') mergeLink(place, field, visit)
  else if (live) mergeCode(place, field, visit)
  for (const entry of field.inner) if (entry.side === 'result') visit(place, entry.field)
}

/** A reference that stays, though values stand where it points to. */
const missesValues = (place: Place, field: Field): boolean =>
  namesBookmark(field) && isPlainReference(field) && markedBy(place, field)?.merges === true

/** Values go into the instruction of a field that stays live. */
function mergeCode(place: Place, field: Field, visit: Visit): void {
  for (const { field: inner, side } of field.inner) {
    if (side !== 'code') continue
    const content = isDate(inner) ? null : contentOf(place, inner)
    if (content === null) keep(place, inner, visit)
    else (inner.simple ? cutSimple : cutComplex)(place, inner, codeValue(place, inner, content))
  }
}

function codeValue(place: Place, field: Field, content: number): Late {
  const { w } = place.part
  const { run } = firstToken(place, field)
  const start = field.simple ? `<${w}r>` : runStart(place.part, run)
  return () => [
    `${start}<${w}instrText xml:space="preserve">`,
    { k: 'code', content },
    `</${w}instrText></${field.simple ? `${w}r` : run.tag}>`,
  ]
}

/** A link to a merged address is one only where the address is: else its text stands there. */
function mergeLink(place: Place, field: Field, visit: Visit): void {
  if (!field.inner.some(({ side }) => side === 'code')) return
  const range = wholeRange(place, field)
  const sameParagraph = firstToken(place, field).para === lastToken(place, field).para
  const address = addressOf(place, field)
  if (!range || !sameParagraph || !address) return tell(place, 'FIELD_UNSUPPORTED', field)
  mergeCode(place, field, visit)
  if (!address.some((word) => typeof word === 'number')) return
  const { start, end, open, close } = range
  const plain = plainResult(place, field)
  place.cuts.push({
    ...{ start, end, pieces: [] },
    make: (weave) => [{ k: 'link', address, live: weave(start, end), plain: [open, ...plain(weave), close] }],
  })
}

/** Switches of a link that have a word behind them: a place in the document, a tip, a window. */
const withWord = /^\\[lot]$/i

/** The address of a link, before or behind its switches; null when values stand where they are neither address nor a switch's word. */
function addressOf(place: Place, field: Field): Words | null {
  const atoms = atomsOf(place.tokens, field)
  let address: Word | null = null
  let isValue = false
  let at = wordAt(atoms, 0)?.after ?? 0
  for (let word = wordAt(atoms, at); word; word = wordAt(atoms, at)) {
    at = word.after
    const text = word.quoted ? '' : spelled(atoms, word)
    const isSwitch = text.startsWith('\\')
    if (!isSwitch && !isValue && !address) address = word
    else if (!isValue && atoms.slice(word.from, word.to).some(({ k }) => k === 'field' || k === 'typed')) return null
    isValue = isSwitch && withWord.test(text)
  }
  return address ? wordsIn(place, atoms, address.from, address.to) : []
}

/** The result of a complex field without the field. */
function plainResult(place: Place, field: Field): Late {
  const separate = place.tokens[field.separate]
  const last = lastToken(place, field)
  if (!separate) return () => []
  const after = separate.run.children.some((child) => child.start >= separate.node.end)
  const before = last.run.children.some((child) => child.name !== 'w:rPr' && child.end <= last.node.start)
  const shared = separate.run === last.run
  const start = after ? separate.node.end : separate.run.end
  const end = before ? last.node.start : last.run.start
  const open = after ? runStart(place.part, separate.run) : ''
  const close = before || shared ? `</${last.run.tag}>` : ''
  return (weave) => (start < end ? [open, ...weave(start, end), close] : [])
}

/** A field that stays in a branch of an IF: its result, which stands there as code, becomes text. Nothing when it cannot be taken out. */
export function keptInBranch(place: Place, field: Field, visit: Visit): Late | null {
  const range = bareRange(place, field)
  if (!range) return null
  keep(place, field, visit)
  for (const token of resultTokens(place, field)) textCuts(place, token)
  const [first, last] = [firstToken(place, field), lastToken(place, field)]
  const open = range.open && runStart(place.part, first.run)
  const close = range.close && `</${last.run.tag}>`
  return (weave) => [open, ...weave(range.start, range.end), close]
}

/** Code becomes text. */
export function textCuts(place: Place, { kind, node }: Token): void {
  if (kind !== 'code' || node.selfClosing) return
  const { w } = place.part
  place.cuts.push({ start: node.start, end: node.innerStart, pieces: [`<${w}t xml:space="preserve">`] })
  place.cuts.push({ start: node.innerEnd, end: node.end, pieces: [`</${w}t>`] })
}
