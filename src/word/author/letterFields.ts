// Merge fields and conditions as Word writes them: complex fields over runs of one look, so that the document works in Word itself.
// Public source: ECMA-376 part 1, 17.16.2 (complex fields), 17.16.5.22 (IF), 17.16.5.35 (MERGEFIELD), 17.16.5.44 (PAGE).
import { BuilderElement, Tab, TextRun, type IRunOptions, type XmlComponent } from 'docx'
import { typedPieces } from '../../base/typedWords.ts'
import type { LetterInline } from '../../model/writtenLetter.ts'

/** How a run looks: bold, italic, underlined. */
export type Look = Pick<IRunOptions, 'bold' | 'italics' | 'underline'>
export type Condition = Extract<LetterInline, { type: 'condition' }>['attrs']
/** What a paragraph holds. */
export type Inline = TextRun
/** Numbers what needs one of its own in the document: pictures and marks. */
export type NextId = () => number

type FieldMark = 'begin' | 'separate' | 'end'

const run = (look: Look, ...children: (XmlComponent | string)[]): TextRun => new TextRun({ ...look, children })

const mark = (kind: FieldMark) =>
  new BuilderElement<{ type: FieldMark }>({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: kind } } })

/** Words of an instruction. */
class Instruction extends BuilderElement<{ space: string }> {
  constructor(words: string) {
    super({ name: 'w:instrText', attributes: { space: { key: 'xml:space', value: 'preserve' } } })
    this.root.push(writable(words))
  }
}

/** Without signs that no XML can hold. */
export const writable = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** A run of words; tabs and line breaks among them are what they say. */
export const wordsRun = (words: string, look: Look = {}): TextRun =>
  run(
    look,
    ...writable(words.replaceAll('\r\n', '\n'))
      .split(/([\t\n\r])/)
      .flatMap((part) => (part === '' ? [] : [asSign(part)])),
  )

const asSign = (part: string) => (part === '\t' ? new Tab() : part === '\n' || part === '\r' ? lineBreak() : part)

const code = (words: string, look: Look) => run(look, new Instruction(words))

function field(inside: readonly Inline[], result: string, look: Look): Inline[] {
  return [
    run(look, mark('begin')),
    ...inside,
    run(look, mark('separate')),
    ...(result ? [wordsRun(result, look)] : []),
    run(look, mark('end')),
  ]
}

/** A merge field; in the template it shows its name as Word does. @param switches as `\b "…"`, already written */
export const mergeField = (name: string, look: Look = {}, switches = ''): Inline[] =>
  field([code(` MERGEFIELD ${named(name)}${switches} `, look)], `«${name}»`, look)

/** The number of the page. */
export const pageField = (): Inline[] => field([code(' PAGE ', {})], '2', {})

/** A name of letters, digits and underscores stands as it is. */
const named = (name: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `"${escaped(name)}"`)

/** `\b` before a field, `\f` behind it: only where the field has a value. */
export const switched = (name: 'b' | 'f', words: string): string => (words === '' ? '' : ` \\${name} "${escaped(words)}"`)

/** Inside quotes a quote and a backslash have one before them. */
export const escaped = (words: string): string => words.replace(/["\\]/g, '\\$&')

/** If the field is so, then these words, else those. Both may hold fields, and lines. */
export function conditionField(condition: Condition, look: Look, nextId: NextId): Inline[] {
  const { field: name, then, otherwise } = condition
  const { sign, before, after } = comparison(condition)
  const value = condition.is === 'blank' || condition.is === 'notBlank' ? '' : condition.value
  const inside = [
    ...[code(' IF ', look), ...mergeField(name, look), code(` ${sign} "${before}`, look), ...wordsInCode(value, look, nextId)],
    ...[
      code(`${after}" "`, look),
      ...wordsInCode(then, look, nextId),
      code('" "', look),
      ...wordsInCode(otherwise, look, nextId),
      code('" ', look),
    ],
  ]
  return field(inside, shown(then) || shown(otherwise), look)
}

/** These words, with fields among them, where at least one of the fields of each group has a value; else nothing. */
export function conditionFieldOf([names = [], ...more]: readonly (readonly string[])[], words: string, nextId: NextId): Inline[] {
  const look: Look = {}
  const then = more.length > 0 ? conditionFieldOf(more, words, nextId) : wordsInCode(words, look, nextId)
  const inside = [
    ...[code(' IF "', look), ...names.flatMap((name) => mergeField(name, look)), code('" <> "" "', look)],
    ...[...then, code('" "" ', look)],
  ]
  return field(inside, shown(words), look)
}

/** Word knows no "contains": a star stands for any signs. */
function comparison({ is }: Condition): { sign: string; before: string; after: string } {
  switch (is) {
    case 'equal':
    case 'blank':
      return { sign: '=', before: '', after: '' }
    case 'notEqual':
    case 'notBlank':
      return { sign: '<>', before: '', after: '' }
    case 'contains':
      return { sign: '=', before: '*', after: '*' }
    case 'startsWith':
      return { sign: '=', before: '', after: '*' }
    case 'less':
      return { sign: '<', before: '', after: '' }
    case 'greater':
      return { sign: '>', before: '', after: '' }
  }
}

/** Words between the quotes of an instruction, with fields among them. */
function wordsInCode(text: string, look: Look, nextId: NextId): Inline[] {
  return typedPieces(text).flatMap((piece) => {
    if ('field' in piece) return mergeField(piece.field, look)
    return piece.words
      .split(/\r\n|[\n\r]/)
      .flatMap((line, at) => [...(at > 0 ? [run(look, lineBreak())] : []), ...apart(line, nextId, (words) => code(escaped(words), look))])
  })
}

export const lineBreak = () => new BuilderElement({ name: 'w:br' })

/** What a template shows before it is merged. */
const shown = (text: string) =>
  typedPieces(text)
    .map((piece) => ('field' in piece ? `«${piece.field}»` : piece.words.replaceAll('\n', ' ')))
    .join('')

/** Words with `{{names}}` among them. */
export const typedRuns = (text: string, look: Look, nextId: NextId): Inline[] =>
  typedPieces(text).flatMap((piece) =>
    'field' in piece ? mergeField(piece.field, look) : apart(piece.words, nextId, (words) => wordsRun(words, look)),
  )

/** Quoted «words» are no placeholders here: a mark that shows nothing stands behind the sign. */
const apart = (text: string, nextId: NextId, asRun: (words: string) => Inline): Inline[] =>
  text.split(/(?<=«)(?=[\p{L}_])/u).flatMap((words, at) => [...(at > 0 ? silentMark(nextId()) : []), ...(words ? [asRun(words)] : [])])

function silentMark(id: number): Inline[] {
  const start = new BuilderElement<{ id: number; name: string }>({
    name: 'w:bookmarkStart',
    attributes: { id: { key: 'w:id', value: id }, name: { key: 'w:name', value: `_quoted${id}` } },
  })
  const end = new BuilderElement<{ id: number }>({ name: 'w:bookmarkEnd', attributes: { id: { key: 'w:id', value: id } } })
  return [start, end] as unknown as Inline[]
}
