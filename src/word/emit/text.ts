// A contact's words on their way into a letter: cleaned of what Word cannot read, escaped, with line breaks and tabs
// as Word writes them. One stray control character from a pasted cell would make the whole file unreadable.

const special = /[&<>"]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/* eslint-disable no-control-regex -- these are exactly the characters XML 1.0 forbids, and line ends of all kinds */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const lineEnds = /\r\n?|[\u000b\u2028\u2029]/g
/* eslint-enable no-control-regex */
const breaks = /(\n|\t)/

/** Escapes for element text and attribute values. */
export const escapeXml = (text: string): string => text.replace(special, (char) => entities[char] as string)

/** Without what XML forbids: control characters, half surrogates, non-characters. All line ends become `\n`. */
export function clean(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(lineEnds, '\n')
    .replace(forbidden, '')
}

/** What stands inside a run: `w:t`, with `w:br` and `w:tab` between; `w` is the file's prefix with colon. */
export function runContent(text: string, w: string): string {
  if (text === '') return ''
  const piece = (part: string) => {
    if (part === '\n') return `<${w}br/>`
    if (part === '\t') return `<${w}tab/>`
    return part === '' ? '' : `<${w}t xml:space="preserve">${escapeXml(part)}</${w}t>`
  }
  return breaks.test(text) ? text.split(breaks).map(piece).join('') : piece(text)
}

const strong = /[\p{L}]/u
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Is the first letter one that is written from right to left? */
export function isRightToLeft(text: string): boolean {
  if (!/[^\u0000-\u058f]/.test(text)) return false // eslint-disable-line no-control-regex -- a plain range test
  const first = strong.exec(text)
  return first !== null && rightToLeft.test(first[0])
}
