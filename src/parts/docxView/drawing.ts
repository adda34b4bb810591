// A .docx drawn as nodes and style sheets, ready to be put into a shadow root. A drawing can be prepared before it is shown: turning to the
// next letter is then only putting it there.
import { nodeMaker } from './nodes.ts'
import { turnIntoMarks } from './marks.ts'

export interface Drawing {
  nodes: Node[]
  sheets: CSSStyleSheet[]
  /** To be called when the nodes stand on the screen in their own size: what must be measured is set then. */
  whenShown: () => void
}

const prepared = new WeakMap<Blob, Promise<Drawing>>()

/** Draws a document ahead. A drawing is used once. */
export function prepareDrawing(file: Blob): void {
  if (prepared.has(file)) return
  const drawing = draw(file)
  // Whoever shows it hears of it; here nobody is waiting.
  drawing.catch(() => undefined)
  prepared.set(file, drawing)
}

/** The drawing that was prepared, or a new one. Throws what the package throws about a file it cannot read. */
export function drawingOf(file: Blob): Promise<Drawing> {
  const ready = prepared.get(file)
  prepared.delete(file)
  return ready ?? draw(file)
}

async function draw(file: Blob): Promise<Drawing> {
  const { parseAsync, renderDocument } = await import('docx-preview')
  const { h, sheets } = nodeMaker()
  const later: (() => void)[] = []
  const options = {
    h,
    // Pictures come as data: no address of an object is made that somebody would have to give back.
    useBase64URL: true,
    // Fonts inside a file would be loaded as data, which the policy refuses; other documents inside it would need a frame.
    ignoreFonts: true,
    renderAltChunks: false,
    renderComments: false,
    // Sets tab stops, when the page is there to be measured.
    experimental: true,
    whenShown: (set: () => void) => void later.push(set),
  }
  const nodes = await renderDocument(await parseAsync(file, options), options)
  const holder = document.createDocumentFragment()
  holder.append(...nodes)
  turnIntoMarks(holder)
  cleanShapes(holder)
  return { nodes: [...holder.childNodes], sheets, whenShown: () => later.forEach((set) => set()) }
}

/** Shapes get their colours as attributes: none may point to somewhere else. */
function cleanShapes(root: DocumentFragment) {
  for (const shape of root.querySelectorAll('[fill], [stroke]'))
    for (const name of ['fill', 'stroke']) if (/url\(/i.test(shape.getAttribute(name) ?? '')) shape.removeAttribute(name)
}
