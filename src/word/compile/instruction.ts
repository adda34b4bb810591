// Reads a field's instruction: ` MERGEFIELD "First Name" \* Upper \b "c/o " ` into its kind, its words and its switches.

export interface Switch {
  /** The letter after the backslash, lower case: `*`, `b`, `f`, `@`, `#`, … */
  name: string
  value: string
}

export interface Instruction {
  /** Upper case: MERGEFIELD, PAGE, IF, … */
  kind: string
  words: string[]
  switches: Switch[]
}

/** Quotes as Word's keyboard makes them of straight ones: “ ” „. */
export const opensQuote = (char: string): boolean => '"\u201c\u201d\u201e'.includes(char)

const closesQuote = (char: string): boolean => '"\u201c\u201d'.includes(char)

/**
 * Where a quote that opens at `from` is closed (the length of the text, when it is not): a straight one by its like, where there is one;
 * any other by a curly or a straight one. A quote behind a backslash is a sign of the text.
 */
export function closeOf(at: (index: number) => string, length: number, from: number): number {
  let curly = length
  for (let i = from + 1; i < length; i++) {
    const char = at(i)
    if (char === '\\' && /^["\\]$/.test(i + 1 < length ? at(i + 1) : '')) i++
    else if (char === '"' || (at(from) !== '"' && closesQuote(char))) return i
    else if (curly === length && closesQuote(char)) curly = i
  }
  return curly
}

const withValue = new Set(['*', '@', '#', 'b', 'f', 'l', 'e', 'c', 'o', 's', 'r', 't'])

interface Token {
  text: string
  quoted: boolean
  /** Where its first sign stands, behind the quote. */
  from: number
}

/** Splits at blanks; quotes (straight and curly) hold words together, `\"` and `\\` stand for themselves inside them. */
export function tokens(code: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (at < code.length) {
    if (/\s/.test(code[at] as string)) at++
    else at = opensQuote(code[at] as string) ? quoted(code, at, found) : plain(code, at, found)
  }
  return found
}

function quoted(code: string, from: number, found: Token[]): number {
  const end = closeOf((index) => code[index] as string, code.length, from)
  found.push({ text: code.slice(from + 1, end).replace(/\\(["\\])/g, '$1'), quoted: true, from: from + 1 })
  return end + 1
}

function plain(code: string, from: number, found: Token[]): number {
  // A switch may stand against its value: \@d, \*Upper, \b"text".
  const length = code[from] === '\\' ? Math.min(2, code.length - from) : lengthOfWord(code, from)
  found.push({ text: code.slice(from, from + length), quoted: false, from })
  return from + length
}

function lengthOfWord(code: string, from: number): number {
  // \*, \@ and \# end a word that they stand against.
  let at = from
  while (at < code.length && !/^\\[*@#]/.test(code.slice(at, at + 2)) && !/\s/.test(code[at] as string) && !opensQuote(code[at] as string))
    at++
  return at - from
}

export function readInstruction(code: string): Instruction {
  const all = tokens(code)
  const found: Instruction = { kind: (all[0]?.text ?? '').toUpperCase(), words: [], switches: [] }
  if (found.kind.startsWith('=')) found.kind = '='
  for (let i = 1; i < all.length; i++) {
    const token = all[i] as Token
    const next = all[i + 1]
    if (token.quoted || !token.text.startsWith('\\')) found.words.push(token.text)
    else {
      const name = token.text.slice(1).toLowerCase()
      const takes = withValue.has(name) && next !== undefined && (next.quoted || !next.text.startsWith('\\'))
      found.switches.push({ name, value: takes ? next.text : '' })
      if (takes) i++
    }
  }
  return found
}

/** The name of a merge field; unquoted words belong to the name when more than one stands there. */
export const fieldName = (instruction: Instruction): string => instruction.words.join(' ').trim()
