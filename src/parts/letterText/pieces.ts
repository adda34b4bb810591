// What stands in the text as one piece: a merge field and a condition among the words, a picture and a page break between paragraphs.
// Each is named by functions that are handed in, in the language of the screen; each is reached by arrow keys and by a tap.
import { Node, type NodeViewRenderer } from '@tiptap/core'

export type Attributes = Readonly<Record<string, unknown>>

/** What a piece is called and how it is seen. */
export interface Shown {
  /** The words on it. */
  text: string
  /** What a screen reader says of it. */
  said: string
  /** Something is wrong with it. */
  bad?: boolean
  /** An icon in front of the words, by the name of its drawing. */
  icon?: string
}

export interface Drawing {
  show: (type: string, attributes: Attributes) => Shown
  /** Where a picture is shown from; nothing when its bytes are gone. */
  picture: (attributes: Attributes) => Promise<string | undefined>
  /** A piece was tapped. */
  tapped: (position: number) => void
}

interface Piece {
  name: string
  attributes: Readonly<Record<string, string | number>>
  inline: boolean
}

const pieces: readonly Piece[] = [
  { name: 'mergeField', attributes: { field: '' }, inline: true },
  { name: 'condition', attributes: { field: '', is: 'equal', value: '', then: '', otherwise: '' }, inline: true },
  { name: 'image', attributes: { attachmentId: '', width: 60, align: 'left', alt: '' }, inline: false },
  { name: 'pageBreak', attributes: {}, inline: false },
]

export const pieceNames: ReadonlySet<string> = new Set(pieces.map(({ name }) => name))
export const pieceNodes = (drawing: Drawing) => pieces.map((piece) => pieceNode(piece, drawing))

function pieceNode({ name, attributes, inline }: Piece, drawing: Drawing) {
  const tag = inline ? 'span' : 'div'
  return Node.create({
    name,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    draggable: false,
    addAttributes: () => Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { default: value, rendered: false }])),
    parseHTML: () => [{ tag: `${tag}[data-lt]`, priority: 70, getAttrs: (element) => unpacked(element, name, attributes) }],
    renderHTML: ({ node }) => [tag, { 'data-lt': packed(name, node.attrs) }, drawing.show(name, node.attrs).text],
    renderText: ({ node }) => {
      if (name === 'mergeField') return `{{${String(node.attrs['field'])}}}`
      return inline ? drawing.show(name, node.attrs).text : ''
    },
    addNodeView: () => (name === 'image' ? pictureView(drawing) : chipView(drawing, name, tag)),
  })
}

/** As one value that survives the clipboard and the cleaning of what is pasted. */
const packed = (name: string, attributes: Attributes) => encodeURIComponent(JSON.stringify([name, attributes]))

function unpacked(element: HTMLElement, name: string, known: Attributes): Attributes | false {
  try {
    const [found, said] = JSON.parse(decodeURIComponent(element.getAttribute('data-lt') ?? '')) as [unknown, Record<string, unknown>]
    const fits = found === name && Object.entries(known).every(([key, value]) => typeof said[key] === typeof value)
    return fits && Object.fromEntries(Object.keys(known).map((key) => [key, said[key]]))
  } catch {
    return false
  }
}

function chipView(drawing: Drawing, name: string, tag: 'span' | 'div'): NodeViewRenderer {
  return ({ node, getPos }) => {
    const dom = document.createElement(tag)
    const words = document.createElement('span')
    dom.contentEditable = 'false'
    dom.setAttribute('role', 'button')
    words.className = 'lt-words'
    const draw = (attributes: Attributes) => {
      const { text, said, bad, icon } = drawing.show(name, attributes)
      dom.className = `lt-piece lt-${name}${bad ? ' is-bad' : ''}`
      dom.setAttribute('aria-label', said)
      words.textContent = text
      dom.replaceChildren(...(icon ? [iconOf(icon)] : []), words)
    }
    draw(node.attrs)
    dom.addEventListener('click', () => tapped(drawing, getPos))
    return {
      dom,
      update: (next) => {
        if (next.type.name !== name) return false
        draw(next.attrs)
        return true
      },
      ignoreMutation: () => true,
    }
  }
}

function pictureView(drawing: Drawing): NodeViewRenderer {
  return ({ node, getPos }) => {
    const dom = document.createElement('div')
    const image = document.createElement('img')
    const words = document.createElement('span')
    dom.contentEditable = 'false'
    words.className = 'lt-words'
    image.draggable = false
    let shownOf = ''
    const draw = (attributes: Attributes) => {
      const { text, said, bad } = drawing.show('image', attributes)
      dom.className = `lt-piece lt-image${bad ? ' is-bad' : ''}`
      dom.dataset['align'] = String(attributes['align'])
      dom.style.setProperty('--lt-width', String(attributes['width']))
      image.alt = said
      words.textContent = text
      const of = String(attributes['attachmentId'])
      if (of === shownOf) return
      shownOf = of
      void drawing.picture(attributes).then((url) => {
        if (of !== shownOf) return
        if (url) image.src = url
        dom.replaceChildren(url ? image : words)
      })
    }
    draw(node.attrs)
    dom.addEventListener('click', () => tapped(drawing, getPos))
    return {
      dom,
      update: (next) => {
        if (next.type.name !== 'image') return false
        draw(next.attrs)
        return true
      },
      ignoreMutation: () => true,
    }
  }
}

function tapped(drawing: Drawing, getPos: () => number | undefined): void {
  const position = getPos()
  if (position !== undefined) drawing.tapped(position)
}

const svg = 'http://www.w3.org/2000/svg'
function iconOf(name: string): SVGElement {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('class', 'icon icon-s')
  icon.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(svg, 'use')
  use.setAttribute('href', `#i-${name}`)
  icon.append(use)
  return icon
}
