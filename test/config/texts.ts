// The law of the interface texts: every language has every key with the same words to fill in, every key that is asked for exists,
// and none stands idle. A family of keys, put together while running, is known by its literal parts.
import { IntlMessageFormat } from 'intl-messageformat'
import { calleeOf, lineOf, nodesOf, shiftOf, type Node, type Source } from './sources.ts'

export type Messages = Record<string, Record<string, string>>

interface Element {
  type: number
  value?: string
  options?: Record<string, { value: Element[] }>
  children?: Element[]
}

/** The words that a text wants filled in, and those of them that it shows; a plural may choose by a number without showing it. */
export function wordsIn(text: string, language: string): { wanted: Set<string>; shown: Set<string> } {
  const wanted = new Set<string>()
  const shown = new Set<string>()
  const visit = (elements: Element[], plural = ''): void => {
    for (const one of elements) {
      const { type, value = '' } = one
      if (type === kinds.number) shown.add(plural)
      if (type === kinds.plain || type === kinds.number) continue
      wanted.add(value)
      if (!one.options) shown.add(value)
      for (const option of Object.values(one.options ?? {})) visit(option.value, type === kinds.plural ? value : plural)
      visit(one.children ?? [], plural)
    }
  }
  visit(new IntlMessageFormat(text, language).getAst())
  return { wanted, shown }
}

/** What a text consists of, by the parser's numbers: plain text, a plural, and the number sign inside it. */
const kinds = { plain: 0, plural: 6, number: 7 }

/** The plain text alone. */
const plainOf = (text: string, language: string): string =>
  new IntlMessageFormat(text, language)
    .getAst()
    .map((one: Element) => (one.type === kinds.plain ? one.value : ''))
    .join('')

const list = (words: Iterable<string>): string => [...words].sort().join(', ') || 'none'

/** Keys and words that differ between the languages; English leads. */
export function unlikeLanguages(messages: Messages): string[] {
  const { en = {}, ...others } = messages
  return Object.entries(others).flatMap(([language, texts]) => [
    ...Object.keys(en)
      .filter((key) => !(key in texts))
      .map((key) => `${language}.json has no "${key}". Add it with node test/tools/words.mjs.`),
    ...Object.keys(texts)
      .filter((key) => !(key in en))
      .map((key) => `${language}.json has "${key}", which English has not. Add or remove it with node test/tools/words.mjs.`),
    ...Object.entries(en).flatMap(([key, text]) => {
      const other = texts[key]
      if (other === undefined) return []
      const [ours, theirs] = [wordsIn(text, 'en'), wordsIn(other, language)]
      const unlike = [
        ...[...ours.shown].filter((word) => !theirs.wanted.has(word)),
        ...[...theirs.wanted].filter((word) => !ours.wanted.has(word)),
      ]
      return unlike.length ? [`"${key}" has ${list(unlike)} in one of en and ${language} only: the words to fill in must be the same.`] : []
    }),
  ])
}

/** Long texts that are the same in another language were most likely never translated. */
export function untranslated(messages: Messages, names: readonly string[] = []): string[] {
  const { en = {}, ...others } = messages
  return Object.entries(others).flatMap(([language, texts]) =>
    Object.entries(en)
      .filter(([key, text]) => texts[key] === text && plainOf(text, 'en').trim().length > 12 && !names.includes(key))
      .map(([key, text]) => `"${key}" is "${text}" in ${language} too: translate it, or say in house.test.ts that it is a name.`),
  )
}

/** Texts that are asked for and do not exist, or are asked for without a word that they want. */
export function missingTexts(en: Record<string, string>, asked: readonly Asked[]): string[] {
  return asked.flatMap(({ at, key, called, words }) => {
    if (!called) return []
    if (typeof key !== 'string')
      return Object.keys(en).some((one) => key.test(one)) ? [] : [`${at} asks for the family ${key.source}, and no text is of it.`]
    const text = en[key]
    if (text === undefined) return [`${at} asks for "${key}", which is no text. Add it in every language with node test/tools/words.mjs.`]
    if (!words) return []
    const left = [...wordsIn(text, 'en').wanted].filter((word) => !words.includes(word))
    return left.length ? [`${at} asks for "${key}" without ${list(left)}: the text would not come out.`] : []
  })
}

/** Texts that nobody asks for. */
export function idleTexts(en: Record<string, string>, asked: readonly Asked[]): string[] {
  const whole = new Set(asked.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])))
  const families = asked.flatMap(({ key }) => (typeof key === 'string' ? [] : [key]))
  return Object.keys(en)
    .filter((key) => !whole.has(key) && !families.some((family) => family.test(key)))
    .map((key) => `"${key}" is asked for nowhere: node test/tools/words.mjs remove ${key}`)
}

/** Keys of texts that a file names: as a whole, or as a family put together while running. */
export interface Asked {
  at: string
  /** The whole key, or a pattern for a family. */
  key: string | RegExp
  /** Names of the words handed in, when they stand there as an object; nothing when that cannot be read. */
  words: string[] | undefined
  /** The key stands in a call of t or textIn: it must exist. */
  called: boolean
}

export function askedTexts(source: Source): Asked[] {
  const calls = new Map<number, Node>()
  const nodes = nodesOf(source)
  const shift = shiftOf(source)
  for (const node of nodes) {
    const callee = calleeOf(node, source)
    if (node.type !== 'CallExpression' || (callee !== 't' && callee !== 'textIn')) continue
    const key = (node['arguments'] as Node[])[callee === 't' ? 0 : 1]
    const plain = key?.type === 'TSAsExpression' ? (key['expression'] as Node) : key
    if (plain) calls.set(plain.start - shift, node)
  }
  return nodes.flatMap((node): Asked[] => {
    const key = keyOf(node)
    if (key === undefined) return []
    const call = calls.get(node.start)
    return [{ at: lineOf(source, node.start), key, called: call !== undefined, words: call && wordsOf(call, source) }]
  })
}

function keyOf(node: Node): string | RegExp | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'Text' && typeof node['data'] === 'string') return node['data']
  if (node.type !== 'TemplateLiteral') return undefined
  const pieces = (node['quasis'] as Node[]).map((piece) => (piece['value'] as { cooked: string }).cooked)
  if (pieces.length === 1) return pieces[0]
  if (!/^[\w-]+\./.test(pieces[0] ?? '') || !pieces.every((piece) => /^[\w.-]*$/.test(piece))) return undefined
  return new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('[\\w.-]+')}$`)
}

function wordsOf(call: Node, source: Source): string[] | undefined {
  const given = (call['arguments'] as Node[])[calleeOf(call, source) === 't' ? 1 : 2]
  if (!given) return []
  if (given.type !== 'ObjectExpression') return undefined
  const names = (given['properties'] as Node[]).map((one) => {
    const key = one['key'] as Node | undefined
    return one.type === 'Property' && key?.type === 'Identifier' ? String(key['name']) : undefined
  })
  return names.every((name) => name !== undefined) ? names : undefined
}

/**
 * Sentences glued from pieces: words of the program beside a text. Another language wants them in another order, so they belong into the text.
 * Whole texts may stand one after the other, with a colon or a dot between them; field codes are no words, and `Fieldbook` is a name.
 */
export function gluedTexts(source: Source): string[] {
  const glued = (node: Node): boolean => {
    if (node.type === 'TemplateLiteral')
      return (node['expressions'] as Node[]).some((one) => says(one, source)) && (node['quasis'] as Node[]).some((one) => hasWords(one))
    if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return false
    const sides = [node['left'], node['right']] as Node[]
    return sides.some((one) => says(one, source)) && sides.some((one) => one.type === 'Literal' && hasWords(one))
  }
  return nodesOf(source)
    .filter(glued)
    .map((node) => `${lineOf(source, node.start)} glues words to a text: put the whole sentence into the messages.`)
}

const says = (node: Node, source: Source): boolean => node.type === 'CallExpression' && calleeOf(node, source) === 't'

/** Words that somebody reads; a field code is written the same in every language. */
function hasWords(node: Node): boolean {
  const value: unknown = node['value']
  const text = typeof value === 'string' ? value : ((value as { cooked?: string } | undefined)?.cooked ?? '')
  return !/[{}]/.test(text) && /\p{L}{2}/u.test(text.replaceAll('Fieldbook', ''))
}
