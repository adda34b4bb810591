// How the drawn pages lie on the screen: paper in the colours of the page, one below the other, what was merged shaded when it is asked for.

let made: CSSStyleSheet | undefined

const css = `
:host { display: block; }
.scaled { position: relative; overflow: hidden; margin-inline: auto; }
.pages { position: absolute; inset: 0 auto auto 0; transform-origin: 0 0; inline-size: max-content; }
.docx-wrapper { display: grid; gap: 24px; padding: 0; background: none; justify-items: center; counter-reset: none; }
.docx-wrapper > section.docx {
  margin: 0; box-shadow: 0 0 0 1px var(--line, #ccc); background: var(--sheet-paper, white); color: var(--sheet-ink, black);
  font-family: 'Times New Roman', Times, 'Liberation Serif', serif; font-size: 10pt; line-height: 1.15; hyphens: none;
}
.docx { color: var(--sheet-ink, black); }
.docx a[href] { text-decoration: underline; }
.first .docx-wrapper > section.docx ~ section.docx { display: none; }
mark { background: none; color: inherit; }
.fields mark {
  background: linear-gradient(var(--sheet-field, #e1e6ee), var(--sheet-field, #e1e6ee)) no-repeat center / 100% 1.12em; border-radius: 2px;
  padding-inline: 0.12em; margin-inline: -0.12em; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
p.own-words { position: relative; }
p.own-words::after {
  content: ''; position: absolute; inset: 0.35em auto auto -1.4em; inline-size: 0.6em; block-size: 0.6em; border-radius: 50%; background: var(--sheet-ink, black);
}
@media (forced-colors: active) { .fields mark { outline: 1px solid; } }
`

/** Our own sheet, behind those of the document. */
export function paperSheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet()
    made.replaceSync(css)
  }
  return made
}

/** Shapes were measured while they stood nowhere: their boxes get the size they have now. */
export function sizeShapes(pages: ParentNode) {
  for (const shape of pages.querySelectorAll<SVGSVGElement>('svg')) {
    const inner = shape.firstElementChild
    if (!(inner instanceof SVGGraphicsElement) || shape.parentElement?.closest('svg')) continue
    const box = inner.getBBox()
    if (box.width === 0 && box.height === 0) continue
    shape.setAttribute('width', String(Math.ceil(box.x + box.width)))
    shape.setAttribute('height', String(Math.ceil(box.y + box.height)))
  }
}

/** What was seen of a document on the screen. */
export interface Shown {
  /** Pages that were drawn. */
  pages: number
  /** A page is longer than its paper: Word breaks it where it likes, and that cannot be shown. */
  longer: boolean
}

/** Counts the pages, and says whether one is longer than its paper (its least height is the height of the paper). */
export function lookedAt(pages: ParentNode): Shown {
  const sections = [...pages.querySelectorAll<HTMLElement>('section.docx')]
  return {
    pages: sections.length,
    longer: sections.some((one) => one.offsetHeight > Number.parseFloat(getComputedStyle(one).minHeight) + 1),
  }
}

/** How much smaller or larger than it is a page must be to fit. */
export function scaleOf(page: { width: number; height: number }, room: { width: number; height: number }, fit: 'width' | 'page'): number {
  const byWidth = room.width / page.width
  const scale = fit === 'page' && room.height > 0 ? Math.min(byWidth, room.height / page.height) : byWidth
  return Number.isFinite(scale) && scale > 0 ? Math.min(scale, 1.5) : 1
}
