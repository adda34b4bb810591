// Where am I: the URL's hash, `#/segments/123?tab=steps`. Links are plain anchors; nothing else remembers the place.

export interface Place {
  /** Path without the query, `/segments/123`. */
  path: string
  query: URLSearchParams
}

function read(): Place {
  const hash = typeof location === 'undefined' ? '' : location.hash.replace(/^#/, '')
  const [path = '', query = ''] = hash.split('?', 2)
  return { path: path || '/', query: new URLSearchParams(query) }
}

let current = $state.raw<Place>(read())
if (typeof window !== 'undefined') window.addEventListener('hashchange', () => (current = read()))

export const place = (): Place => current

/** Goes to a path, as a link would. */
export function goTo(path: string): void {
  location.hash = path
}

/** Goes to a path in place of the present one: Back does not lead here again. */
export function replaceWith(path: string): void {
  history.replaceState(null, '', `#${path}`)
  current = read()
}

/** Back to where she came from; `otherwise` when the app was opened here. */
export function goBack(otherwise: string): void {
  if (history.length > 1) history.back()
  else goTo(otherwise)
}
