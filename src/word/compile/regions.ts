// Regions: what stands between two marks is repeated for each entry of one of the person's lists. Marks are merge fields as other
// programs write them (`TableStart:Purchases` … `TableEnd:Purchases`, `RangeStart:`, `GroupStart:`, `BlockStart:`), or typed:
// `{{#each Purchases}}` … `{{/each}}`, `{{#Purchases}}` … `{{/Purchases}}`.
import type { Field } from './fields.ts'
import { fieldName } from './instruction.ts'
import { findPlaceholders, type Placeholder } from './placeholders.ts'
import { firstToken, lastToken, type Place } from './place.ts'
import { rangeOf, runStart } from './range.ts'
import type { Token } from './story.ts'

/** The beginning or the end of a region. */
export interface Mark {
  opens: boolean
  /** Empty at an end that does not say which. */
  list: string
  /** Written as a merge field's name: in a table it speaks of rows. */
  named: boolean
  /** First and last token. */
  from: number
  to: number
  /** In the source. */
  start: number
  end: number
  /** Ends the run that the mark stands in, and resumes it behind the mark. */
  leave: string
  enter: string
  field: Field | null
  typed: Placeholder | null
}

export interface Region {
  list: string
  open: Mark
  close: Mark
}

type Read = Pick<Mark, 'opens' | 'list' | 'named'>

const signs = /\{\{\s*(?:#(?:\s*each\s+)?(?!if\b|unless\b)([\p{L}_][^{}]{0,78}?)|\/\s*(?!if\b|unless\b)([\p{L}_][^{}]{0,78}?)?)\s*\}\}/giu
const names = /^(?:Table|Range|Group|Block)(Start|End):\s*(.+)$/i
const quoted = /(?:\{\{\s*|«)((?:Table|Range|Group|Block)(?:Start|End):[^{}«»]{1,78}?)\s*(?:\}\}|»)/giu

/** The pairs of a story, those within others behind them; `broken` are the names of marks without their like. */
export function pairsIn(place: Place, fields: readonly Field[]): { regions: Region[]; broken: Mark[] } {
  const marks = [...fields.flatMap((field) => fieldMark(place, field)), ...typedMarks(place, fields)].sort((a, b) => a.start - b.start)
  const open: Mark[] = []
  const [regions, broken]: [Region[], Mark[]] = [[], []]
  for (const mark of marks) {
    if (mark.opens) open.push(mark)
    else {
      const at = open.findLastIndex((each) => mark.list === '' || same(each.list, mark.list))
      const begun = open[at]
      if (begun) {
        broken.push(...open.splice(at).slice(1))
        regions.push({ list: begun.list, open: begun, close: mark })
      } else broken.push(mark)
    }
  }
  broken.push(...open)
  return { regions: regions.sort((a, b) => a.open.start - b.open.start), broken }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

function fieldMark(place: Place, field: Field): Mark[] {
  const read = field.instruction.kind === 'MERGEFIELD' ? named(fieldName(field.instruction)) : null
  if (!read) return []
  const { start, end, open, close } = rangeOf(place, field)
  return [{ ...read, from: field.from, to: field.to, start, end, leave: open, enter: close, field, typed: null }]
}

function named(name: string): Read | null {
  const [, side, list] = names.exec(name) ?? []
  return side !== undefined && list !== undefined ? { opens: side.toLowerCase() === 'start', list: list.trim(), named: true } : null
}

/** All marks in a text, by their offsets. */
export function marksIn(text: string): (Read & { name: string; from: number; to: number })[] {
  if (!/\{\{|«/.test(text)) return []
  const at = ({ 0: whole, index }: RegExpExecArray) => ({ name: whole, from: index, to: index + whole.length })
  const bySigns = [...text.matchAll(signs)].map((match) => {
    const [, begun, ended] = match
    const list = (begun ?? ended ?? '').trim()
    return { opens: begun !== undefined, list: begun === undefined && /^each$/i.test(list) ? '' : list, named: false, ...at(match) }
  })
  const byNames = [...text.matchAll(quoted)].flatMap((match) => {
    const read = named(match[1] ?? '')
    return read ? [{ ...read, ...at(match) }] : []
  })
  return [...bySigns, ...byNames].sort((a, b) => a.from - b.from)
}

function typedMarks(place: Place, fields: readonly Field[]): Mark[] {
  const taken = new Set(fields.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)))
  const found = findPlaceholders(place.part, place.tokens, (at) => taken.has(at), marksIn)
  return found.flatMap((typed) => {
    const [read] = marksIn(typed.name)
    const [first, last] = [place.tokens[typed.from.token] as Token, place.tokens[typed.to.token] as Token]
    if (!read) return []
    const { opens, list, named: byName } = read
    return [
      {
        ...{ opens, list, named: byName, from: typed.from.token, to: typed.to.token, start: typed.from.at, end: typed.to.at },
        leave: `</${first.node.tag}></${first.run.tag}>`,
        enter: `${runStart(place.part, last.run)}<${last.node.tag} xml:space="preserve">`,
        ...{ field: null, typed },
      },
    ]
  })
}

/** Whether a field begins in a region and ends beyond it, or the other way round. */
export const isCrossed = (place: Place, { open, close }: Region, fields: readonly Field[]): boolean =>
  fields.some((field) => {
    const [start, end] = [firstToken(place, field).node.start, lastToken(place, field).node.end]
    return (start < open.start && end > open.start && end < close.end) || (start > open.start && start < close.start && end > close.end)
  })
