// Which database the app uses, and the copies it made by itself in the browser's own file system.
import { openAsItIs, rowsOf } from './read.js'

/** The name of the database in use; the usual one when nothing says otherwise. */
export async function inUse() {
  const known = typeof indexedDB.databases === 'function' ? (await indexedDB.databases()).map(({ name }) => name) : []
  if (!known.includes('fieldbook-door')) return 'fieldbook'
  const door = await openAsItIs('fieldbook-door')
  try {
    for (const store of door?.objectStoreNames ?? [])
      for await (const rows of rowsOf(door, store)) {
        const found = rows.map((row) => row.name ?? row.current ?? row.database).find((name) => known.includes(name))
        if (found) return found
      }
    return 'fieldbook'
  } finally {
    door?.close()
  }
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
