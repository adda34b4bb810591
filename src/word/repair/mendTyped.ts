// Writes what was typed anew: all of it in the run that its first sign stands in.
import { escapeXml } from '../emit/text.ts'
import { lookOf } from '../compile/format.ts'
import type { Placeholder } from '../compile/placeholders.ts'
import type { Token } from '../compile/story.ts'
import type { XmlPart } from '../package/xml.ts'
import { fieldName, readInstruction } from '../compile/instruction.ts'
import type { Meant } from './mendSigns.ts'
import { keepsBlanks, type Edit, type Mend } from './mend.ts'

export function mendTyped(part: XmlPart, tokens: readonly Token[], found: Placeholder, meant: Meant): Mend {
  const first = tokens[found.from.token] as Token
  const text = meant.code === undefined ? escapeXml(meant.becomes) : fieldRuns(part, first, meant.code)
  const edits = found.tokens.flatMap((at): Edit[] => {
    const { node } = tokens[at] as Token
    const start = at === found.from.token ? found.from.at : node.innerStart
    const end = at === found.to.token ? found.to.at : node.innerEnd
    return [...keepsBlanks(part, node), { start, end, text: at === found.from.token ? text : '' }]
  })
  return { kind: meant.kind, was: found.name, becomes: meant.becomes, edits }
}

/** Ends the run, puts a field behind it, and resumes the run. */
function fieldRuns(part: XmlPart, { node, run }: Token, code: string): string {
  const { w } = part
  const { format } = lookOf(part, run)
  const inRun = (inner: string) => `<${w}r>${format}${inner}</${w}r>`
  const char = (type: string) => inRun(`<${w}fldChar ${w}fldCharType="${type}"/>`)
  const instruction = readInstruction(code)
  const shown = instruction.kind === 'MERGEFIELD' ? `«${fieldName(instruction)}»` : '…'
  return [
    `</${node.tag}></${run.tag}>`,
    char('begin'),
    inRun(`<${w}instrText xml:space="preserve"> ${escapeXml(code)} </${w}instrText>`),
    char('separate'),
    inRun(`<${w}t>${escapeXml(shown)}</${w}t>`),
    char('end'),
    `<${run.tag}>${format}<${node.tag} xml:space="preserve">`,
  ].join('')
}
