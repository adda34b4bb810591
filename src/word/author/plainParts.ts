// Paragraphs, their styles and page numbers of the documents that are written directly: lists, and what is known of a contact.
import { clean, isRightToLeft } from '../emit/text.ts'
import { escaped } from './wordFile.ts'

/** A paragraph of one line of words. */
export function para(style: string, words: string, strong = false): string {
  const said = clean(words).replace(/[ \t\r\n]+/g, ' ')
  const looks = (strong ? '<w:b/>' : '') + (isRightToLeft(said) ? '<w:rtl/>' : '')
  const run = said === '' ? '' : `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(said)}</w:t></w:r>`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`
}

/** @param pattern with `{1}` for the number of the page and `{2}` for how many there are */
export function pageNumbers(style: string, pattern: string): string {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  const parts = pattern.split(/(\{[12]\})/).map((part) => {
    if (part === '{1}') return field('PAGE')
    if (part === '{2}') return field('NUMPAGES')
    return part === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`
  })
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${parts.join('')}</w:p>`
}

/** A style of paragraphs. @param size in half points @param run more about the type @param paragraph about the paragraph */
export const style = (id: string, size: number, run = '', paragraph = ''): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/>${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}<w:rPr>${run}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
