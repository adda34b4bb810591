// Headers of an e-mail: words that are not ASCII are encoded, lines folded, and nothing that somebody typed can begin a header of its own.
// Public sources: RFC 5322 2.2.3 (folding), 3.2.4 (quoted strings), 3.4 (mailboxes); RFC 2047 (encoded words); RFC 2231 (parameters).
import { base64 } from './emlContent.ts'

export interface Mailbox {
  /** How the person is called; may be blank. */
  name: string
  address: string
}

/** A line of a header aims at so many characters. RFC 5322 2.1.1 */
const wide = 76
/** So many bytes stand in one encoded word: with its frame and the name of the header it has less than a line. RFC 2047 2 */
const perWord = 39
const encoder = new TextEncoder()

/** One line without signs that control something: line breaks and tabs become blanks. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

/** A header with words that stand in it as they are, one after the other: `Subject`. */
export function textHeader(name: string, text: string): string {
  const said = oneLine(text)
  return folded(name, isPlain(said) ? said.split(/(?<=\S)(?=\s)/) : encodedWords(said).map((word, at) => (at > 0 ? ` ${word}` : word)))
}

/** A header with mailboxes: `From`, `To`. */
export const mailboxHeader = (name: string, boxes: readonly Mailbox[]): string =>
  folded(
    name,
    boxes.flatMap((box, at) => {
      const said = mailbox(box)
      const last = said.length - 1
      return said.map((part, i) => (at + i > 0 ? ' ' : '') + part + (i === last && at < boxes.length - 1 ? ',' : ''))
    }),
  )

/** A header that holds nothing typed by hand, in parts between which it may be folded. */
export const plainHeader = (name: string, ...parts: readonly string[]): string => folded(name, parts)

/** The parts of one mailbox: the words of its name, and the address. */
function mailbox({ name, address }: Mailbox): string[] {
  const said = oneLine(name)
  if (said === '') return [asciiAddress(address)]
  const quoted = `"${said.replace(/["\\]/g, '\\$&')}"`
  return [...(isPlain(said) && quoted.length <= 60 ? [quoted] : encodedWords(said)), `<${asciiAddress(address)}>`]
}

/** The domain in the letters that every mail program takes: `münchen.de` is `xn--mnchen-3ya.de`. Public source: RFC 5891 */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  // eslint-disable-next-line no-control-regex -- everything that is ASCII
  if (/^[\x00-\x7f]*$/.test(domain)) return address
  try {
    return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`
  } catch {
    return address
  }
}

/** It may stand as it is: ASCII, nothing that reads as an encoded word, no word longer than a line. */
const isPlain = (text: string): boolean =>
  /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && !/\S{66}/.test(text) && !/\s{10}/.test(text)

/** As words in base64, none of which cuts a sign in two. */
function encodedWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  let size = 0
  for (const sign of text) {
    const length = encoder.encode(sign).length
    if (size + length > perWord) {
      words.push(word)
      word = ''
      size = 0
    }
    word += sign
    size += length
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(encoder.encode(part))}?=`)
}

/** Parts that bring their blank in front; a line is broken before a part that would make it too long. */
function folded(name: string, parts: readonly string[]): string {
  let line = `${name}:`
  let text = ''
  parts.forEach((part, at) => {
    const said = at === 0 ? ` ${part}` : part
    if (at > 0 && line.length + said.length > wide) {
      text += `${line}\r\n`
      line = said
    } else line += said
  })
  return `${text}${line}\r\n`
}

/**
 * A file's name as parameters of a header, each a part of its own: plain where it is ASCII, else as RFC 2231 says, in pieces where it is long.
 * @param key `filename`
 */
export function nameParameters(key: string, fileName: string): string[] {
  const said = oneLine(fileName)
  if (/^[\x20-\x7e]*$/.test(said) && said.length <= 60) return [` ${key}="${said.replace(/["\\]/g, '\\$&')}"`]
  const pieces: string[] = []
  let piece = `UTF-8''`
  for (const sign of said) {
    const coded = percent(sign)
    if (piece.length + coded.length > 58) {
      pieces.push(piece)
      piece = ''
    }
    piece += coded
  }
  pieces.push(piece)
  if (pieces.length === 1) return [` ${key}*=${pieces[0] ?? ''}`]
  return pieces.map((part, at) => ` ${key}*${at}*=${part}${at < pieces.length - 1 ? ';' : ''}`)
}

/** RFC 2231 7, attribute-char: what is neither a sign of its own nor of the header. */
const percent = (sign: string): string =>
  /^[A-Za-z0-9!#$&+.^_`{|}~-]$/.test(sign)
    ? sign
    : Array.from(encoder.encode(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/** The name for programs that know no RFC 2231: accents go, other letters become underscores, and it is short. */
export function asciiName(fileName: string): string {
  const plain = oneLine(fileName)
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]+|["\\]/g, '_')
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, plain.length - ending.length).slice(0, 50) + ending
}
