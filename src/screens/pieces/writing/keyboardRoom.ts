// How much the keyboard on the screen takes. Where it lies over the page instead of making it smaller, as on an iPad, the tools stay in
// sight above the text, and the last lines can be scrolled over it.

/** Attached to what scrolls: sets `--keyboard`, what is covered below, and `--pan`, how far the page was pushed out at the top. */
export function keyboardRoom(element: HTMLElement): () => void {
  const view = window.visualViewport
  if (!view) return () => undefined
  const measure = () => {
    const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop)
    const pushed = Math.max(0, view.offsetTop - element.getBoundingClientRect().top)
    const zoomed = view.scale > 1.05
    element.style.setProperty('--keyboard', `${zoomed ? 0 : covered}px`)
    element.style.setProperty('--pan', `${zoomed ? 0 : pushed}px`)
  }
  view.addEventListener('resize', measure)
  view.addEventListener('scroll', measure)
  return () => {
    view.removeEventListener('resize', measure)
    view.removeEventListener('scroll', measure)
  }
}
