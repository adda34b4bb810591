// The words of a finished letter as a person reads them, paragraph by paragraph: the text itself with its tables and text boxes,
// without headers, notes and pictures. What is deleted, hidden in codes, or stands there twice for older versions of Word is not read.
import { Package } from './package/package.ts'
import { below, isTwin, type XmlNode } from './package/xml.ts'
import { readZip } from './zip/zipRead.ts'

/** Line breaks are `\n`, tabs `\t`; an empty paragraph is an empty text. */
export function wordsOf(bytes: Uint8Array): string[] {
  const letter = new Package(readZip(bytes))
  const paragraphs = [...below(letter.xml(letter.main).root)].filter((node) => node.name === 'w:p' && !isTwin(node))
  return paragraphs.map(textOf)
}

function textOf(node: XmlNode): string {
  return node.children.map(signsOf).join('')
}

function signsOf(node: XmlNode): string {
  switch (node.name) {
    case 'w:t':
      return node.text
    case 'w:tab':
      return node.parent?.name === 'w:r' ? '\t' : ''
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    // A paragraph inside of a paragraph stands in a text box, and is read by itself.
    case 'w:p':
    case 'mc:Fallback':
    case 'w:del':
    case 'w:moveFrom':
      return ''
    default:
      return textOf(node)
  }
}
