// What a person reads in each letter of a merged document: the body's paragraphs, the headers and footers of its sections, its notes
// and the text boxes as older readers see them. Read from the file, independent of how it was written.
import { below, type XmlNode } from '../../src/word/package/xml.ts'
import { readBack, type ReadBack } from './readBack.ts'

export interface LetterText {
  body: string[]
  /** `header first` and so on, of its first section that has one. */
  around: Record<string, string>
  notes: string[]
  /** Text boxes in the form for older readers. */
  fallback: string[]
}

/** The letters of a document whose template has so many sections. */
export function readLetters(bytes: Uint8Array, sectionsEach = 1): LetterText[] {
  const doc = readBack(bytes)
  const body = doc.nodes('word/document.xml').find((node) => node.name === 'w:body')
  const sections: XmlNode[][] = [[]]
  for (const block of body?.children ?? []) {
    sections.at(-1)?.push(block)
    if (sectionIn(block)) sections.push([])
  }
  if (sections.at(-1)?.length === 0) sections.pop()
  const letters: LetterText[] = []
  for (let at = 0; at < sections.length; at += sectionsEach) letters.push(letterOf(doc, sections.slice(at, at + sectionsEach).flat()))
  return letters
}

/** How many sections a template's letter has. */
export const sectionsOf = (bytes: Uint8Array): number => {
  const found = readBack(bytes)
    .nodes('word/document.xml')
    .filter((node) => node.name === 'w:sectPr' && node.parent?.name !== 'w:sectPrChange')
  return Math.max(1, found.filter((node) => node.parent?.name === 'w:pPr').length + 1)
}

const sectionIn = (block: XmlNode): boolean =>
  block.name === 'w:sectPr' || [...below(block)].some((node) => node.name === 'w:sectPr' && node.parent?.name === 'w:pPr')

function letterOf(doc: ReadBack, blocks: readonly XmlNode[]): LetterText {
  const nodes = blocks.flatMap((block) => [block, ...below(block)])
  const paras = nodes.filter((node) => node.name === 'w:p')
  const body = withoutEnd(paras.filter((para) => !isIn(para, 'mc:Fallback')))
  return {
    body,
    around: around(doc, nodes),
    notes: notes(doc, nodes),
    fallback: withoutEnd(paras.filter((para) => isIn(para, 'mc:Fallback'))),
  }
}

/** Empty paragraphs at the end are nothing to read: the one behind a table, the places of a sheet that nobody needs. */
function withoutEnd(paras: readonly XmlNode[]): string[] {
  const words = paras.map(textOf)
  while (words.at(-1) === '') words.pop()
  return words
}

export const isIn = (node: XmlNode, name: string): boolean => {
  for (let each = node.parent; each; each = each.parent) if (each.name === name) return true
  return false
}

/** Words of a paragraph: breaks as `\n`, tabs as `\t`, what was deleted and what stands in boxes left out. */
export function textOf(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (/^(w:p|mc:Fallback|w:del|w:moveFrom|w:pPr|w:rPr)$/.test(child.name)) return ''
      if (child.name === 'w:t') return child.text
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
      return child.name === 'w:tab' ? '\t' : textOf(child)
    })
    .join('')
}

function around(doc: ReadBack, nodes: readonly XmlNode[]): Record<string, string> {
  const rels = doc.files['word/_rels/document.xml.rels'] ? doc.nodes('word/_rels/document.xml.rels') : []
  const found: Record<string, string> = {}
  for (const node of nodes) {
    const kind = /^w:(header|footer)Reference$/.exec(node.name)?.[1]
    const target = rels.find((rel) => rel.attrs['Id'] === node.attrs['r:id'])?.attrs['Target']
    const name = `${kind} ${node.attrs['w:type'] ?? 'default'}`
    // An empty one says nothing, or keeps the header of the letter before from going on.
    const words = kind && target ? linesIn(doc, target.startsWith('/') ? target.slice(1) : `word/${target}`).join('\n') : ''
    if (words !== '') found[name] ??= words
  }
  return found
}

const linesIn = (doc: ReadBack, part: string) =>
  doc
    .nodes(part)
    .filter((node) => node.name === 'w:p' && !isIn(node, 'mc:Fallback'))
    .map(textOf)

/** Footnotes, endnotes and comments, in the order in which the letter speaks of them. */
function notes(doc: ReadBack, nodes: readonly XmlNode[]): string[] {
  return nodes.flatMap((node) => {
    const kind = /^w:(footnote|endnote|comment)Reference$/.exec(node.name)?.[1]
    const part = `word/${kind}s.xml`
    if (!kind || !doc.files[part]) return []
    const note = doc.nodes(part).find((each) => each.name === `w:${kind}` && each.attrs['w:id'] === node.attrs['w:id'])
    return note
      ? [
          [...below(note)]
            .filter((each) => each.name === 'w:p')
            .map(textOf)
            .join('\n'),
        ]
      : [`no ${kind}`]
  })
}
