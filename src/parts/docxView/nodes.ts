// The nodes of a drawn document, made one by one: no markup as text, no style element, no frame, nothing that is loaded, and only links that
// lead to the web, to mail or to a telephone.
import { sheetWithStandIns, withStandIn } from './fonts.ts'

/** What docx-preview asks for: an element with its properties, a text, or a node that is there already. */
export interface Wanted {
  ns?: string
  tagName: string
  className?: string
  style?: Record<string, string> | string
  children?: (Wanted | Node | string)[]
  [property: string]: unknown
}
type Asked = Wanted | Node | string

const html = 'http://www.w3.org/1999/xhtml'
const harmlessLink = /^(https?|mailto|tel):/i
/** What would be loaded; pictures of the document itself come as data. */
const loads = /url\(\s*['"]?(?!data:image\/|data:application\/octet-stream)/i
const notShown = new Set(['iframe', 'object', 'embed', 'script', 'link', 'base', 'meta', 'form'])
const plainProperties = new Set(['id', 'lang', 'colSpan', 'rowSpan', 'dateTime'])

/** A maker of nodes, and the style sheets that were asked of it. */
export function nodeMaker(): { h: (asked: Asked) => Node; sheets: CSSStyleSheet[] } {
  const sheets: CSSStyleSheet[] = []
  const h = (asked: Asked): Node => {
    if (typeof asked === 'string') return document.createTextNode(asked)
    if (asked instanceof Node) return asked
    if (asked.tagName === 'style') {
      sheets.push(sheetOf((asked.children ?? []).filter((one) => typeof one === 'string').join('\n')))
      return document.createComment('')
    }
    if (asked.tagName === '#comment' || notShown.has(asked.tagName.toLowerCase())) return document.createComment('')
    const made = asked.tagName === '#fragment' ? document.createDocumentFragment() : element(asked)
    for (const child of asked.children ?? []) made.appendChild(h(child))
    return made
  }
  return { h, sheets }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    sheetWithStandIns(css)
      .split('\n')
      .filter((line) => !loads.test(line))
      .join('\n'),
  )
  return sheet
}

function element(asked: Wanted): Element {
  const { ns = html, tagName, className, style, children: _children, ...properties } = asked
  const made = document.createElementNS(ns, tagName) as HTMLElement
  if (className) made.setAttribute('class', className)
  if (style) dress(made, style)
  if (tagName === 'img') made.setAttribute('alt', '')
  if (tagName === 'a') link(made, properties['href'])
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'href' || name === 'xmlns') continue
    if (ns !== html) {
      if (typeof value === 'string' || typeof value === 'number') made.setAttribute(name, String(value))
    } else if (value !== undefined && plainProperties.has(name)) Object.assign(made, { [name]: value })
  }
  return made
}

function dress(made: HTMLElement, style: Record<string, string> | string) {
  if (typeof style === 'string') {
    if (!loads.test(style)) made.style.cssText = style
    return
  }
  for (const [name, value] of Object.entries(style)) {
    if (typeof value !== 'string' || loads.test(value)) continue
    const property = name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
    made.style.setProperty(property, property === 'font-family' ? withStandIn(value) : value)
  }
}

/** A link to a place of the same document would lead out of the page that shows it: it stays text. */
function link(made: HTMLElement, href: unknown) {
  if (typeof href !== 'string' || !harmlessLink.test(href.trim())) return
  made.setAttribute('href', href.trim())
  made.setAttribute('target', '_blank')
  made.setAttribute('rel', 'noopener noreferrer')
}
