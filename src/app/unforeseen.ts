// What nobody caught: it is said, not swallowed. An abort is an answer and is shown as nothing.

/** The same trouble is said again only after this long, so that a loop does not cover the page. */
const pause = 60_000

const isAbort = (thrown: unknown) => typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'AbortError'

/** Listens for errors and rejections that nobody caught; `tell` gets each once, and again when it comes back a minute later. */
export function watchUnforeseen(page: EventTarget, tell: (thrown: unknown) => void): void {
  const last = new Map<string, number>()
  const hear = (thrown: unknown) => {
    if (isAbort(thrown)) return
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    const now = Date.now()
    if (now - (last.get(message) ?? -pause) < pause) return
    last.set(message, now)
    tell(thrown)
  }
  page.addEventListener('unhandledrejection', (event) => hear((event as PromiseRejectionEvent).reason))
  page.addEventListener('error', (event) => {
    const error: unknown = (event as ErrorEvent).error
    // Remarks of the browser, as on the size of things, come without an error.
    if (error !== undefined && error !== null) hear(error)
  })
}
