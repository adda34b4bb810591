// The places in the browser where the app leaves something, as `erase` clears them. Where several apps share one address, only ours.
import Dexie from 'dexie'
import type { ErasablePlace, Ground } from './erase.ts'
import type { FileRoot } from './generatedFiles.ts'

/** Another window closes its database when it hears that it is to go. Longer than this it is not waited for. */
const patience = 5_000
const ours = (name: string) => name.toLowerCase().startsWith('fieldbook')

/** @param scope the whole address that the service worker answers for */
export const browserGround = (scope: string): Ground => ({ databases, files, workers: workersOf(scope), caches: cachesOf(scope), notes })

const databases: ErasablePlace = {
  list: async () => {
    // Dexie keeps a list of its own for browsers that have none.
    return (await Dexie.getDatabaseNames()).filter(ours)
  },
  remove: (name) =>
    new Promise<void>((done, failed) => {
      const asking = indexedDB.deleteDatabase(name)
      asking.onsuccess = () => done()
      asking.onerror = () => failed(asking.error ?? new Error(name))
      setTimeout(() => failed(new Error(`${name} is open in another window`)), patience)
    }),
}

const files: ErasablePlace = {
  list: async () => {
    const root = await fileRoot()
    const names: string[] = []
    if (root) for await (const name of root.keys()) names.push(name)
    return names
  },
  remove: async (name) => (await fileRoot())?.removeEntry(name, { recursive: true }),
}

/** Nothing in browsers without it, and in a private window of some. */
async function fileRoot(): Promise<FileRoot | undefined> {
  const storage = (navigator as { storage?: { getDirectory?: () => Promise<unknown> } }).storage
  return (await storage?.getDirectory?.().catch(() => undefined)) as FileRoot | undefined
}

const workersOf = (scope: string): ErasablePlace => {
  const registered = async () => ('serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : [])
  return {
    list: async () => (await registered()).map((one) => one.scope).filter((one) => one === scope),
    remove: async (name) => (await registered()).find((one) => one.scope === name)?.unregister(),
  }
}

const cachesOf = (scope: string): ErasablePlace => ({
  list: async () => ('caches' in globalThis ? (await caches.keys()).filter((name) => ours(name) || name.endsWith(scope)) : []),
  remove: (name) => caches.delete(name),
})

const notes: ErasablePlace = {
  list: () => Promise.resolve([...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(ours)),
  remove: (name) => {
    localStorage.removeItem(name)
    sessionStorage.removeItem(name)
    return Promise.resolve()
  },
}
