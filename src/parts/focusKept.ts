// The focus never falls to nowhere: when what had it is taken away (a row is deleted, a chip goes, a sheet closes over what opened it),
// it goes to what stood next to it, else to the head of the page or of the sheet. A field is never entered so, for that would raise the
// keyboard of the tablet.
import { sheets } from './sheets.svelte.ts'

const places =
  'a[href], button:not(:disabled), summary, [tabindex]:not([tabindex="-1"]), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable=true]'
const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'

interface Memory {
  /** What had the focus. */
  at: HTMLElement
  /** What could have it, around it, in the order of the page. */
  around: HTMLElement[]
}

const seen = (element: Element): boolean => element.isConnected && element.checkVisibility({ visibilityProperty: true })
const isFree = (element: HTMLElement): boolean => seen(element) && element.matches(places) && !element.closest('[inert]')

/** The sheet that lies over all else, or the page. */
const layer = (doc: Document): Element => sheets.top ?? doc.querySelector('main') ?? doc.body

/** Watches over the focus of a page; what it gives ends that. */
export function keepFocus(doc: Document): () => void {
  const memories = new Map<Element, Memory>()
  const isNowhere = () => doc.activeElement === null || doc.activeElement === doc.body

  function onfocusin(event: FocusEvent): void {
    const at = event.target
    if (!(at instanceof HTMLElement)) return
    const around = at.closest('dialog, main') ?? doc.body
    memories.set(around, { at, around: [...around.querySelectorAll<HTMLElement>(places)] })
  }
  /** She tapped beside everything: then nothing has the focus because she wished so. */
  function onfocusout(event: FocusEvent): void {
    const left = event.target
    if (event.relatedTarget !== null || !(left instanceof HTMLElement) || !doc.hasFocus()) return
    queueMicrotask(() => {
      if (isNowhere() && isFree(left)) for (const [around, { at }] of memories) if (at === left) memories.delete(around)
    })
  }
  function look(): void {
    if (!isNowhere() || !doc.hasFocus()) return
    for (const around of memories.keys()) if (!around.isConnected) memories.delete(around)
    const within = layer(doc)
    const memory = memories.get(within)
    // A button that only waits has the focus again when it has its turn.
    if (!memory || (seen(memory.at) && !isFree(memory.at) && memory.at.matches(':disabled'))) return
    successor(memory, within)?.focus({ preventScroll: true })
  }

  // What the page does about it itself comes first.
  let soon: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver(() => {
    if (isNowhere()) soon ??= setTimeout(() => ((soon = undefined), look()))
  })
  observer.observe(doc.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'open'] })
  doc.addEventListener('focusin', onfocusin)
  doc.addEventListener('focusout', onfocusout)
  return () => {
    observer.disconnect()
    clearTimeout(soon)
    doc.removeEventListener('focusin', onfocusin)
    doc.removeEventListener('focusout', onfocusout)
  }
}

/** What has the focus after the one that went: itself where it is back, what followed it, what stood before it, the head. */
function successor({ at, around }: Memory, within: Element): HTMLElement | undefined {
  if (isFree(at)) return at
  const place = around.indexOf(at)
  const fits = (one: HTMLElement) => within.contains(one) && isFree(one) && !one.matches(fields)
  return (
    around.slice(place + 1).find(fits) ??
    around.slice(0, Math.max(0, place)).findLast(fits) ??
    within.querySelector<HTMLElement>(':is(h1, h2)[tabindex]') ??
    (within instanceof HTMLElement ? within : undefined)
  )
}
