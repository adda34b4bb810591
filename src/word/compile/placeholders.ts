// Placeholders typed by hand: {{First Name}} and «First_Name». Word splits typed text into runs as it likes;
// they are found in the paragraph's text as a whole.
import type { Token } from './story.ts'
import type { XmlPart } from '../package/xml.ts'

/** Where in a token's source text a placeholder begins or ends. */
export interface Spot {
  token: number
  /** Offset in the part's source. */
  at: number
}

export interface Placeholder {
  name: string
  from: Spot
  to: Spot
  /** Tokens that it touches, from the first brace to the last. */
  tokens: number[]
}

// «…» is also how some languages quote; a name does not begin or end with a blank and holds no other signs.
const pattern = /\{\{\s*([\p{L}_][^{}]{0,78}?)\s*\}\}|«([\p{L}_][\p{L}\p{N}_ .-]{0,38}[\p{L}\p{N}_]|[\p{L}])»/gu

/** Placeholders in a text, by their offsets. */
export function typedIn(text: string): { name: string; from: number; to: number }[] {
  if (!/\{\{|«/.test(text)) return []
  return [...text.matchAll(pattern)].map((match) => ({
    ...{ name: (match[1] ?? match[2] ?? '').trim(), from: match.index, to: match.index + match[0].length },
  }))
}

/** Finds what is typed between signs, by its offsets. */
type Read = (text: string) => readonly { name: string; from: number; to: number }[]

interface Char {
  token: number
  from: number
  to: number
}

/** `taken` says which tokens belong to a field already. */
export function findPlaceholders(
  part: XmlPart,
  tokens: readonly Token[],
  taken: (token: number) => boolean,
  read: Read = typedIn,
): Placeholder[] {
  const found: Placeholder[] = []
  let run: number[] = []
  const flush = () => {
    if (run.length > 0) found.push(...inTokens(part, tokens, run, read))
    run = []
  }
  tokens.forEach((token, at) => {
    const before = run.at(-1)
    if (before !== undefined && (tokens[before] as Token).para !== token.para) flush()
    if (token.kind === 'text' && !taken(at) && !part.xml.slice(token.node.innerStart, token.node.innerEnd).includes('<')) run.push(at)
    else flush()
  })
  flush()
  return found
}

function inTokens(part: XmlPart, tokens: readonly Token[], run: readonly number[], read: Read): Placeholder[] {
  const text = run.map((at) => (tokens[at] as Token).node.text).join('')
  const typed = read(text)
  if (typed.length === 0) return []
  const chars = run.flatMap((at) => charsOf(part, tokens[at] as Token, at))
  return typed.map(({ name, from, to }) => {
    const first = chars[from] as Char
    const last = chars[to - 1] as Char
    const touched = run.filter((at) => at >= first.token && at <= last.token)
    return { name, from: { token: first.token, at: first.from }, to: { token: last.token, at: last.to }, tokens: touched }
  })
}

/** Each decoded character with its place in the source, where `&amp;` is one character. */
function charsOf(part: XmlPart, token: Token, at: number): Char[] {
  const raw = part.xml.slice(token.node.innerStart, token.node.innerEnd)
  return [...raw.matchAll(/&[^;]*;|\r\n|[^]/g)].flatMap((match) => {
    const from = token.node.innerStart + match.index
    const char = { token: at, from, to: from + match[0].length }
    // A reference to a character beyond the basic plane decodes to two.
    return /^&#/.test(match[0]) && codeOf(match[0]) > 0xffff ? [char, char] : [char]
  })
}

const codeOf = (reference: string) => (reference[2] === 'x' ? parseInt(reference.slice(3), 16) : parseInt(reference.slice(2), 10))
