// Workers as chunks of the one build: what the page and the workers both need is there once, on the tablet and over the line.
// Vite builds each worker as a bundle of its own, which repeats a third of the app. Dev and tests keep Vite's own way.
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

const mark = '\0shared-worker:'

/** For the build: `x.ts?worker&url` gives the address of a chunk that is an entry beside the page's. */
export const sharedWorkers = (): Plugin => ({
  name: 'fieldbook-shared-workers',
  apply: 'build',
  enforce: 'pre',
  resolveId(id, importer) {
    const [path = '', query] = id.split('?')
    return query === 'worker&url' && importer ? mark + resolve(dirname(importer), path) : undefined
  },
  load(id) {
    if (!id.startsWith(mark)) return undefined
    const file = id.slice(mark.length)
    const name = /([^/\\]+)\.ts$/.exec(file)?.[1] ?? 'worker'
    const chunk = this.emitFile({ type: 'chunk', id: file, name })
    return `export default import.meta.ROLLUP_FILE_URL_${chunk}`
  },
  // What Vite puts around a dynamic import runs in workers as well, where there is no window.
  transform(code, id) {
    return id.includes('vite/preload-helper') ? { code: code.replaceAll('window.', 'globalThis.'), map: null } : undefined
  },
})

/** Scripts that a dynamic import needs are asked for by the import itself: a worker has no document to hang a link on. Styles stay. */
export const preloaded = (_file: string, needs: string[], { hostType }: { hostType: 'html' | 'js' }): string[] =>
  hostType === 'html' ? needs : needs.filter((file) => file.endsWith('.css'))
