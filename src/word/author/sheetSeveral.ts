// A line of the sheet with several fields: what stands around a blank one goes with it, and the rest reads as if it had never been there.
import { conditionFieldOf, mergeField, switched, type Inline, type NextId } from './letterFields.ts'
import type { TypedPiece } from '../../base/typedWords.ts'

/** A field with what goes with it. */
interface Told {
  field: string
  /** Parts it from what stands before it, where there is anything. */
  sign: string
  /** Says what it is. */
  label: string
  /** Follows it: a bracket, a unit. */
  behind: string
}

/** Fields under one label. */
type Group = [first: Told, ...more: Told[]]

/** @param before words that part the line from the one before */
export function lineOfSeveral(pieces: readonly TypedPiece[], before: string, nextId: NextId): Inline[] {
  const { lead, all, rest } = told(pieces)
  const said = (words: string, ...where: string[][]) => (words === '' ? [] : conditionFieldOf(where, words, nextId))
  const names = all.map(({ field }) => field)
  let known = 0
  const groups = grouped(all).flatMap((group): Inline[] => {
    const own = group.map(({ field }) => field)
    const earlier = names.slice(0, known)
    known += group.length
    const [{ sign, label }] = group
    return [
      ...(earlier.length > 0 ? said(sign, own, earlier) : []),
      ...(own.length > 1 ? said(label, own) : []),
      ...group.flatMap((each, at) => [
        ...(at > 0 ? said(each.sign, [each.field], own.slice(0, at)) : []),
        ...mergeField(each.field, {}, switched('b', at === 0 && own.length > 1 ? '' : each.label) + switched('f', each.behind)),
      ]),
    ]
  })
  return [...said(before + lead, names), ...groups, ...said(rest, names)]
}

/** A label stands for the fields up to the next label. */
function grouped(all: readonly Told[]): Group[] {
  const groups: Group[] = []
  for (const one of all) {
    const last = groups.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(one.label)) last.push(one)
    else groups.push([one])
  }
  return groups
}

/** `lead` and `rest` are the line's own words, at its beginning and at its end. */
function told(pieces: readonly TypedPiece[]): { lead: string; all: Told[]; rest: string } {
  let lead = ''
  let words = ''
  const all: Told[] = []
  for (const piece of pieces) {
    if ('words' in piece) {
      words = piece.words
      continue
    }
    const last = all.at(-1)
    if (last) {
      const { behind, sign, label } = between(words)
      last.behind = behind
      all.push({ field: piece.field, sign, label, behind: '' })
    } else {
      const at = lastSign(words)
      lead = words.slice(0, at?.to ?? 0)
      all.push({ field: piece.field, sign: '', label: words.slice(lead.length), behind: '' })
    }
    words = ''
  }
  const own = attached(words)
  const last = all.at(-1)
  if (last) last.behind = own
  return { lead, all, rest: words.slice(own.length) }
}

/** Words between two fields: what follows the first, what parts both, what the second is called. */
function between(words: string): Pick<Told, 'behind' | 'sign' | 'label'> {
  const behind = attached(words)
  const more = words.slice(behind.length)
  if (!/[\p{L}\p{N}]/u.test(more)) {
    const sign = more.replace(/[([„«"“+]*$/, '')
    return { behind, sign, label: more.slice(sign.length) }
  }
  const at = lastSign(more) ?? { from: 0, to: more.length - more.trimStart().length }
  return { behind: behind + more.slice(0, at.from), sign: more.slice(at.from, at.to), label: more.slice(at.to) }
}

/** What belongs to the field before: up to a bracket that closes, else what follows it without a blank, or a sign of a unit. */
const attached = (words: string): string => (/^[^([]*[)\]]/.exec(words) ?? /^(?: ?[%‰€$£]|[^\s,;:.|·•/&–—-])*/.exec(words))?.[0] ?? ''

/** Where the last sign stands that parts one thing from the next. */
function lastSign(words: string): { from: number; to: number } | undefined {
  const found = [...words.matchAll(/\s*[,;|·•–—]\s*|\s+[/&-]\s+/g)].at(-1)
  return found && { from: found.index, to: found.index + found[0].length }
}
