// The branches of an IF become pieces: the text of the instruction as text of the letter, in the format of its runs, with the fields,
// breaks, pictures and tables that stand in it. Marks of ranges stay, whichever branch is taken.
// Public source: ECMA-376 part 1, 17.16.5.22.
import { atomsOf, codeEnd, escapes, type Atom, type Word } from './atoms.ts'
import { readCondition } from './condition.ts'
import { conditionOf, typedContent } from './contents.ts'
import type { Weave } from './cuts.ts'
import type { Field } from './fields.ts'
import { formatOf } from '../language/dress.ts'
import { lookOf } from './format.ts'
import { formatRun, valueLate } from './slotValue.ts'
import { marksIn, runStart } from './range.ts'
import type { Late, Place } from './place.ts'
import type { Condition, Piece } from '../plan.ts'
import { escapeXml } from '../emit/text.ts'
import type { XmlNode } from '../package/xml.ts'

/** One step of a branch: pieces; or the end of a paragraph, or a block between paragraphs. */
export type Step = Late | { end: XmlNode } | { block: XmlNode }

export interface Branches {
  condition: Condition
  then: Step[]
  otherwise: Step[]
}

/** Reads an IF; nothing when it cannot be told, or cannot be built. `inner` says what stands for a field in a branch. */
export function branchesOf(place: Place, field: Field, inner: (field: Field) => Late | null): Branches | null {
  const atoms = atomsOf(place.tokens, field)
  const read = readCondition(atoms)
  if (!read || (hasBlocks(atoms) && [read.then, read.otherwise].some((word) => word && word.to >= atoms.length))) return null
  const condition = conditionOf(place, atoms, read)
  if (!condition) return null
  const fields = new Map<Field, Late>()
  for (const word of [read.then, read.otherwise]) {
    for (const atom of word ? atoms.slice(word.from, word.to) : []) {
      const late = atom.k === 'field' ? inner(atom.field) : null
      if (atom.k === 'field' && !late) return null
      if (atom.k === 'field' && late) fields.set(atom.field, late)
    }
  }
  const look = formatOf(field.instruction).likeCode ? formatRun(place, field) : null
  const steps = (word: Word | null) => stepsOf(place, field, atoms, word, { fields, look })
  return { condition, then: steps(read.then), otherwise: steps(read.otherwise) }
}

const hasBlocks = (atoms: readonly Atom[]) => atoms.some((atom) => atom.k === 'block')

interface Means {
  fields: ReadonlyMap<Field, Late>
  /** CHARFORMAT: the run that all text looks like. */
  look: XmlNode | null
}

/** All atoms in order: those of the branch, and of the others the marks. */
function stepsOf(place: Place, field: Field, atoms: readonly Atom[], word: Word | null, means: Means): Step[] {
  const [from, to] = word ? [word.from, word.to] : [0, 0]
  const steps: Step[] = []
  const look = (run: XmlNode | null) => means.look ?? run
  for (let at = 0; at < atoms.length; at++) {
    const inside = at >= from && at < to
    const atom = atoms[at] as Atom
    if (!inside) steps.push(...marksOf(place, atom))
    else if (atom.k !== 'char') steps.push(...stepOf(place, atom, means))
    else {
      const { words, after } = textAt(atoms, at, to)
      steps.push(textRun(place, words, look(atom.run)))
      at = after - 1
    }
  }
  return [...steps, marksIn(place, codeEnd(field), field.to)]
}

/** The signs of one run. */
function textAt(atoms: readonly Atom[], from: number, to: number): { words: string; after: number } {
  const first = atoms[from]
  const run = first?.k === 'char' ? first.run : null
  let words = ''
  let at = from
  for (; at < to; at++) {
    if (escapes(atoms, at) && at + 1 < to) at++
    const atom = atoms[at] as Atom
    if (atom.k !== 'char' || atom.run !== run) break
    words += atom.char
  }
  return { words, after: at }
}

function stepOf(place: Place, atom: Atom, { fields, look }: Means): Step[] {
  switch (atom.k) {
    case 'field':
      return [fields.get(atom.field) ?? (() => []), ...(fields.has(atom.field) ? [] : marksOf(place, atom))]
    case 'typed':
      return [valueLate(place, typedContent(place, atom), lookOf(place.part, look ?? atom.run), null)]
    case 'thing':
      return [(weave) => [runStart(place.part, look ?? atom.run), ...weave(atom.node.start, atom.node.end), `</${atom.run.tag}>`]]
    case 'end':
      return [{ end: atom.para }]
    case 'block':
      return [{ block: atom.node }]
    case 'char':
    case 'mark':
      return marksOf(place, atom)
  }
}

function marksOf(place: Place, atom: Atom): Step[] {
  if (atom.k === 'mark') return [(weave) => weave(atom.node.start, atom.node.end)]
  return atom.k === 'field' ? [marksIn(place, atom.field.from, atom.field.to)] : []
}

function textRun(place: Place, words: string, run: XmlNode | null): Step {
  const { w } = place.part
  const start = run ? runStart(place.part, run) : `<${w}r>`
  const text = `${start}<${w}t xml:space="preserve">${escapeXml(words)}</${w}t></${run?.tag ?? `${w}r`}>`
  return () => [text]
}

/** A branch within one paragraph: what ends paragraphs in it is a line break. */
export const inLine =
  (place: Place, steps: readonly Step[]): Late =>
  (weave) =>
    steps.flatMap((step): Piece[] => {
      if (typeof step === 'function') return step(weave)
      return 'end' in step ? [`<${place.part.w}r><${place.part.w}br/></${place.part.w}r>`] : []
    })

/** A branch over paragraphs, up to the text behind the field: `open` opens a paragraph like another. */
export function inParagraphs(steps: readonly Step[], last: XmlNode, open: (like: XmlNode, weave: Weave) => Piece[]): Late {
  return (weave) => {
    const pieces: Piece[] = []
    let isOpen = true
    steps.forEach((step, at) => {
      if (typeof step !== 'function' && 'block' in step) return pieces.push(...weave(step.block.start, step.block.end))
      if (!isOpen) pieces.push(...open(likeAt(steps, at, last), weave))
      isOpen = typeof step === 'function'
      return typeof step === 'function' ? pieces.push(...step(weave)) : pieces.push(`</${step.end.tag}>`)
    })
    return isOpen ? pieces : [...pieces, ...open(last, weave)]
  }
}

/** The paragraph whose end comes next: text takes its form. */
export function likeAt(steps: readonly Step[], at: number, last: XmlNode): XmlNode {
  for (let next = at; next < steps.length; next++) {
    const step = steps[next]
    if (typeof step === 'object' && 'end' in step) return step.end
  }
  return last
}
