// Mends a merge field: its name, and an instruction that stands in several runs.
import type { Field } from '../compile/fields.ts'
import { fieldName, tokens as wordsOf } from '../compile/instruction.ts'
import type { Token } from '../compile/story.ts'
import { escapeXml } from '../emit/text.ts'
import { attrAt, type XmlPart } from '../package/xml.ts'
import type { Names } from './mendSigns.ts'
import { keepsBlanks, type Edit, type Mend } from './mend.ts'

/** The field itself and those inside it. */
export function mendField(part: XmlPart, tokens: readonly Token[], field: Field, names: Names): Mend[] {
  const own = field.instruction.kind === 'MERGEFIELD' ? mended(part, tokens, field, names) : []
  return [...own, ...field.inner.flatMap((one) => mendField(part, tokens, one.field, names))]
}

function mended(part: XmlPart, tokens: readonly Token[], field: Field, names: Names): Mend[] {
  // A field in the name: what it will be called is known only when it is merged.
  if (field.inner.some(({ side }) => side === 'code')) return []
  const name = fieldName(field.instruction)
  const right = names.right(name)
  const pieces = codeTokens(tokens, field)
  const split = !field.simple && pieces.filter(({ node }) => node.text !== '').length > 1
  if (right === undefined && !(split && names.isKnown(name))) return []
  const code = right === undefined ? field.code : renamed(field.code, right)
  const edits = field.simple ? simpleEdits(part, tokens, field, code) : codeEdits(part, pieces, code)
  if (edits.length === 0) return []
  const shown = right === undefined ? [] : resultEdits(tokens, field, name, right)
  const kind = right === undefined ? 'split' : 'name'
  return [{ kind, was: `«${name}»`, becomes: `«${right ?? name}»`, edits: [...edits, ...shown] }]
}

/** Its texts; a tab or a line's end among them stays as it is, and so does the field. */
function codeTokens(tokens: readonly Token[], field: Field): Token[] {
  const end = field.separate < 0 ? field.to : field.separate
  const inside = field.simple ? [] : tokens.slice(field.from + 1, end).filter(({ kind }) => kind !== 'mark')
  return inside.every(({ kind, node }) => kind === 'code' && !node.selfClosing) ? inside : []
}

/** The name in quotes where it has blanks; switches stay. */
function renamed(code: string, right: string): string {
  const [kind, name] = wordsOf(code)
  if (!kind || !name) return code
  const from = name.quoted ? name.from - 1 : name.from
  const end = name.quoted ? name.from + rawLength(code, name.from) + 1 : name.from + name.text.length
  return `${code.slice(0, from)}${/[^\p{L}\p{N}_]/u.test(right) ? `"${right}"` : right}${code.slice(end)}`
}

/** As it is written, up to the quote that closes it. */
function rawLength(code: string, from: number): number {
  const end = code.slice(from).search(/["“”]/)
  return end < 0 ? code.length - from : end
}

function simpleEdits(part: XmlPart, tokens: readonly Token[], field: Field, code: string): Edit[] {
  const at = attrAt(part, (tokens[field.from] as Token).node, 'w:instr')
  return at ? [{ start: at.from, end: at.to, text: escapeXml(code).replaceAll("'", '&apos;') }] : []
}

function codeEdits(part: XmlPart, pieces: readonly Token[], code: string): Edit[] {
  return pieces.flatMap(({ node }, at): Edit[] => {
    const keeps = at === 0 ? keepsBlanks(part, node) : []
    return [...keeps, { start: node.innerStart, end: node.innerEnd, text: at === 0 ? escapeXml(code) : '' }]
  })
}

/** What the field shows in Word is its name between «», unless somebody typed other words there. */
function resultEdits(tokens: readonly Token[], field: Field, name: string, right: string): Edit[] {
  const shown = tokens.slice(field.separate + 1, field.to).filter(({ kind }) => kind === 'text')
  if (field.separate < 0 || shown.map(({ node }) => node.text).join('') !== `«${name}»`) return []
  return shown.map(({ node }, at) => ({ start: node.innerStart, end: node.innerEnd, text: at === 0 ? `«${escapeXml(right)}»` : '' }))
}
