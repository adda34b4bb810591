// Workers as chunks of the one build: what the page and the workers both need is there once, on the tablet and over the line.
// Vite builds each worker as a bundle of its own, which repeats a third of the app. Dev and tests keep Vite's own way.
import { dirname, resolve } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const mark = '\0shared-worker:'
/** When the page needs a module first. */
const stages = ['begin', 'shell', 'page', 'never']
const workers = ['indexWorker', 'workWorker']

/** For the build: `x.ts?worker&url` gives the address of a chunk that is an entry beside the page's. */
export function sharedWorkers(): Plugin {
  const places = new Map<string, string>()
  return {
    name: 'fieldbook-shared-workers',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting: { groups: fewFiles(places) } } } } }),
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
    buildEnd() {
      for (const [id, place] of placesOf(this)) places.set(id, place)
    },
    transform: (code, id) => (id.includes('vite/preload-helper') ? { code: loading(code), map: null } : undefined),
  }
}

/**
 * What Vite puts around each dynamic import, with two changes. It runs in workers as well, which have no document to hang a link on. And
 * what does not come is asked for once more: while the window before this one is going, a request may go with it.
 */
function loading(code: string): string {
  const changes = [
    ['deps && deps.length > 0', 'globalThis.document && deps?.length > 0'],
    ['window.', 'globalThis.'],
    ['baseModule().catch(', 'baseModule().catch(() => new Promise((over) => setTimeout(over, 300)).then(baseModule)).catch('],
  ] as const
  for (const [from] of changes) if (!code.includes(from)) throw new Error(`Vite loads late parts in another way now: no "${from}".`)
  return changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), code)
}

/**
 * What workers share with the page or with each other, in a handful of files: by when the page needs it first, and by how many workers
 * do. Left alone it would be some fifty small ones, each asked for at every start. A file needs only files that are needed as early and
 * by as many, so none waits for another in a circle; those take their modules first.
 */
const fewFiles = (places: Map<string, string>) =>
  stages.flatMap((stage, late) =>
    [workers.join('+'), ...workers].map((users, few) => ({
      name: (id: string) => (places.get(id) === `${stage}-${users}` ? places.get(id) : null),
      priority: 100 - 10 * late - few,
    })),
  )

type Modules = Pick<Rolldown.PluginContext, 'getModuleIds' | 'getModuleInfo'>

/** For each module that a worker reads at its start: when the page needs it, and which workers do. */
function placesOf(modules: Modules): Map<string, string> {
  const reached = (start: string[], late: boolean) => {
    const found = new Set(start)
    for (const id of found) {
      const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(id) ?? {}
      for (const next of late ? [...importedIds, ...dynamicallyImportedIds] : importedIds) found.add(next)
    }
    return found
  }
  const named = (end: string) => [...modules.getModuleIds()].filter((id) => id.endsWith(end))
  const page = [named('/src/app/main.ts'), named('/src/app/App.svelte')].map((start) => reached(start, false))
  page.push(reached(named('/src/app/main.ts'), true))
  const readers = workers.map((name) => ({ name, reads: reached(named(`/src/workers/${name}.ts`), false) }))
  const places = new Map<string, string>()
  for (const id of modules.getModuleIds()) {
    const users = readers.filter(({ reads }) => reads.has(id)).map(({ name }) => name)
    // Found nowhere, it is the last one.
    const stage = stages.at(page.findIndex((reads) => reads.has(id)))
    // What one worker has for itself stays in its own file.
    if (users.length && !(stage === 'never' && users.length === 1)) places.set(id, `${stage}-${users.join('+')}`)
  }
  return places
}
