// The rows of the list beside the letter: the people of the kind that is chosen, then all in the chosen order, each part with a heading.
import type { OddKind, OddLetters, OddLine } from '../../core/letter/oddLetter.ts'

/** Whose letters are odd in one way, or who gets none. */
export type PreviewKind = OddKind | 'without'

export type PreviewRow =
  | { is: 'head'; of: PreviewKind | 'all'; count: number; key: string }
  | { is: 'line'; lineNo: number; odd?: { kind: PreviewKind; line: OddLine }; key: string }

/** The kinds that stand, each with how many. */
export function kindsIn(found: OddLetters | undefined): { kind: PreviewKind; count: number }[] {
  if (!found) return []
  const kinds: { kind: PreviewKind; count: number }[] = found.odd.map(({ kind, lines }) => ({ kind, count: lines.length }))
  return found.without.length > 0 ? [...kinds, { kind: 'without', count: found.without.length }] : kinds
}

export function previewRows(found: OddLetters | undefined, kind: PreviewKind | undefined): PreviewRow[] {
  if (!found) return []
  const of = kind === 'without' ? found.without.map((lineNo) => ({ lineNo })) : found.odd.find((one) => one.kind === kind)?.lines
  return [
    ...(kind && of ? section(kind, of.length) : []),
    ...(kind && of
      ? of.map((line): PreviewRow => ({ is: 'line', lineNo: line.lineNo, odd: { kind, line }, key: `${kind} ${line.lineNo}` }))
      : []),
    ...section('all', found.letters.length),
    ...found.letters.map((lineNo): PreviewRow => ({ is: 'line', lineNo, key: `all ${lineNo}` })),
  ]
}

const section = (of: PreviewKind | 'all', count: number): PreviewRow[] => [{ is: 'head', of, count, key: `head ${of}` }]
