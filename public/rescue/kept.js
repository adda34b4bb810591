// Which database the app uses, and the copies it made by itself in the browser's own file system.
import { openAsItIs, rowOf } from './read.js'

/** The name of the database in use: after a restore one row says it; before, it is the usual one. */
export async function inUse() {
  const known = typeof indexedDB.databases === 'function' ? (await indexedDB.databases()).map(({ name }) => name) : []
  const door = known.includes('fieldbook-door') ? await openAsItIs('fieldbook-door') : undefined
  const said = door && (await rowOf(door, 'door', 'door'))
  door?.close()
  return said?.inUse ?? 'fieldbook'
}

/** Copies that lie in the browser's own file system, the newest first. */
export async function snapshots() {
  const found = []
  const walk = async (folder) => {
    for await (const entry of folder.values()) {
      if (entry.kind === 'directory') await walk(entry)
      else if (entry.name.endsWith('.fieldbook')) {
        const { size } = await entry.getFile()
        found.push({ name: entry.name, size, read: () => entry.getFile() })
      }
    }
  }
  if (navigator.storage?.getDirectory) await walk(await navigator.storage.getDirectory())
  return found.sort((a, b) => (a.name < b.name ? 1 : -1))
}
