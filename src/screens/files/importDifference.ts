// What of a text is unlike another one, word by word, so that the eye finds it: `Pieter [v.d.] Veen` beside `Pieter van der Veen`.
import { fold } from '../../base/fold.ts'

export interface Piece {
  text: string
  differs: boolean
}

/** The text in pieces; words that stand in the other one in the same order are alike, whatever their accents and capitals. */
export function differences(text: string, other: string): Piece[] {
  if (text === '') return []
  if (other === '') return [{ text, differs: false }]
  const words = text.split(/(\s+)/)
  const theirs = other.split(/\s+/).filter(Boolean)
  const alike = common(
    words.map((word) => fold(word)),
    theirs.map((word) => fold(word)),
  )
  const free = theirs.filter((_, at) => !alike.theirs.has(at))
  return joined(
    words.flatMap((word, at) => (alike.ours.has(at) || word.trim() === '' ? [{ text: word, differs: false }] : beyond(word, free))),
  )
}

/** Only what comes after a beginning that both have, when that is most of the word, or all of the other: `5504[6]`, `Boer[-Jansen]`. */
function beyond(word: string, theirs: readonly string[]): Piece[] {
  const starts = theirs.map((other) => ({ shared: sameStart(word, other), whole: other.length }))
  const told = starts.filter(({ shared, whole }) => shared > 2 && shared < word.length && (shared === whole || shared * 2 >= word.length))
  const shared = Math.max(0, ...told.map((start) => start.shared))
  const rest = { text: word.slice(shared), differs: true }
  return shared === 0 ? [rest] : [{ text: word.slice(0, shared), differs: false }, rest]
}

function sameStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && fold(a[at] ?? '') === fold(b[at] ?? '')) at++
  return at
}

/** The longest row of words that stands in both: which of ours, which of theirs. */
function common(ours: readonly string[], theirs: readonly string[]) {
  const best = Array.from({ length: ours.length + 1 }, () => new Array<number>(theirs.length + 1).fill(0))
  const get = (i: number, j: number) => best[i]?.[j] ?? 0
  const same = (i: number, j: number) => (ours[i] ?? '').trim() !== '' && ours[i] === theirs[j]
  for (let i = ours.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      (best[i] ?? [])[j] = same(i, j) ? get(i + 1, j + 1) + 1 : Math.max(get(i + 1, j), get(i, j + 1))
  const found = { ours: new Set<number>(), theirs: new Set<number>() }
  for (let i = 0, j = 0; i < ours.length && j < theirs.length;) {
    if (same(i, j)) {
      found.ours.add(i++)
      found.theirs.add(j++)
    } else if (get(i + 1, j) >= get(i, j + 1)) i++
    else j++
  }
  return found
}

/** Neighbours of one kind as one piece; a blank between two that differ differs with them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const full = pieces.filter(({ text }) => text !== '')
  return full.reduce<Piece[]>((done, { text, differs }, at) => {
    const last = done.at(-1)
    const unlike = differs || (text.trim() === '' && last?.differs === true && full[at + 1]?.differs === true)
    if (last?.differs === unlike) last.text += text
    else done.push({ text, differs: unlike })
    return done
  }, [])
}
