// What is pasted from Word or a web page, cleaned while it is still a string: once a parser has seen a style or a handler, the
// security policy reports it. Paragraphs, lists, tables and bold, italic, underlined words stay; of our own copies the chips as well.

/** Of these only the tag itself stays, with the few attributes that the text knows. */
const kept = new Set(['p', 'br', 'div', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'span'])
const asParagraph = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'section',
  'article',
  'pre',
  'address',
  'dt',
  'dd',
  'figcaption',
])
const marks: Readonly<Record<string, string>> = { b: 'b', strong: 'b', i: 'i', em: 'i', u: 'u', ins: 'u' }
const heading = /^h[1-6]$/

const attribute = /\s(?:data-(?:lt|pm-slice|align)|colspan|rowspan|start)=(?:"[^"<>]*"|'[^'<>]*')/gi

/** The same words without anything but their shape. */
export function cleanPastedHtml(html: string): string {
  const bare = wordLists(html)
    .replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>|<![a-z][^>]*>|<\?[^>]*>/gi, '')
    .replace(/<(script|style|head|title|xml|svg|math|iframe|object|select|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
  const closers: { name: string; close: string }[] = []
  let cleaned = ''
  let at = 0
  for (const { 0: all, 1: slash, 2: tag = '', 3: rest = '', index } of bare.matchAll(tags)) {
    const name = tag.toLowerCase()
    cleaned += words(bare.slice(at, index)) + (slash ? closed(name, closers) : opened(name, rest, closers))
    at = index + all.length
  }
  return (cleaned + words(bare.slice(at))).replace(/<\/(ul|ol)>\s*<\1>/g, '')
}

const tags = /<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi

/** A bracket that opens no tag must not open one with what comes to stand behind it. */
const words = (text: string) => text.replaceAll('<', '&lt;')

function opened(name: string, rest: string, closers: { name: string; close: string }[]): string {
  if (name === 'br') return '<br>'
  const [open, close] = shapeOf(name, rest)
  closers.push({ name, close })
  return open
}

/** Closes the last one of this name; what somebody forgot to close inside of it is closed by the parser. */
function closed(name: string, closers: { name: string; close: string }[]): string {
  const at = closers.findLastIndex((one) => one.name === name)
  if (at < 0) return ''
  const [last] = closers.splice(at, 1)
  return last?.close ?? ''
}

function shapeOf(name: string, rest: string): [open: string, close: string] {
  const styled = marksIn(name, rest)
  const inner = styled.map((mark) => `<${mark}>`).join('')
  const outer = [...styled].reverse().map((mark) => `</${mark}>`)
  if (marks[name] !== undefined || !(kept.has(name) || asParagraph.has(name))) return [inner, outer.join('')]
  const tag = kept.has(name) ? name : 'p'
  const own = (rest.match(attribute) ?? []).join('')
  return [`<${tag}${own}${own.includes('data-align') ? '' : alignOf(tag, rest)}>${inner}`, `${outer.join('')}</${tag}>`]
}

/** Bold, italic, underlined: by the tag, or by the style of any tag. Google Docs wraps all in a `b` that says it is none. */
function marksIn(name: string, rest: string): string[] {
  const style = /\sstyle=(?:"([^"]*)"|'([^']*)')/i.exec(rest)
  const says = (style?.[1] ?? style?.[2] ?? '').toLowerCase()
  const found = new Set<string>()
  const byTag = heading.test(name) || name === 'th' ? 'b' : marks[name]
  if (byTag !== undefined && !(byTag === 'b' && /font-weight:\s*(?:normal|[1-4]00)/.test(says))) found.add(byTag)
  if (/font-weight:\s*(?:bold|[6-9]00)/.test(says)) found.add('b')
  if (/font-style:\s*italic/.test(says)) found.add('i')
  if (/text-decoration(?:-line)?:[^;]*underline/.test(says)) found.add('u')
  return name === 'table' || name === 'tr' || name === 'ul' || name === 'ol' || name === 'tbody' || name === 'thead' ? [] : [...found]
}

function alignOf(tag: string, rest: string): string {
  if (tag !== 'p' && tag !== 'div') return ''
  const align = /text-align:\s*(center|right|justify)|\salign=["']?(center|right|justify)/i.exec(rest)
  return align ? ` data-align="${(align[1] ?? align[2] ?? '').toLowerCase()}"` : ''
}

/** Word writes lists as paragraphs that begin with their mark, between comments that only Word reads. */
function wordLists(html: string): string {
  const item = /<p\b[^>]*class=["']?MsoListParagraph[^>]*>([\s\S]*?)<\/p>/gi
  const mark = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i
  return html.replace(item, (all, inner: string) => {
    const found = mark.exec(inner)
    if (!found) return all
    const sign = (found[1] ?? '').replace(/<[^>]*>|&nbsp;|\s/g, '')
    const list = /^\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(sign) ? 'ol' : 'ul'
    return `<${list}><li><p>${inner.replace(mark, '')}</p></li></${list}>`
  })
}
