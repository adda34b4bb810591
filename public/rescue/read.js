// Reads what Fieldbook keeps in the browser, as it is: whatever version wrote it, and without changing it.

/** What stands beside the rows a person made: worked out, on its way, or bound to this browser. */
export const housekeeping = ['changes', 'drafts', 'snapshots', 'imports', 'pendingContacts', 'importBefore', 'handles']
/** A document may be large: these come one by one. */
const single = ['attachments', 'segmentLines']
const portion = 200

/** Names of the databases with data of Fieldbook. An old browser lists none: then the usual name is tried. */
export async function findDatabases() {
  const all = typeof indexedDB.databases === 'function' ? (await indexedDB.databases()).map(({ name }) => name) : ['fieldbook']
  return all.filter((name) => /^fieldbook(-\d+)?$/.test(name ?? '')).sort()
}

/** Opens a database in the version it has; nothing when there is none. It is never made, and never brought to another version. */
export function openAsItIs(name) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(name)
    opening.onupgradeneeded = () => opening.transaction.abort()
    opening.onsuccess = () => {
      const db = opening.result
      // A window of the app that wants to go on must not wait for this page.
      db.onversionchange = () => db.close()
      done(db)
    }
    opening.onerror = (event) => {
      event.preventDefault()
      if (opening.error?.name === 'AbortError') done(undefined)
      else failed(opening.error)
    }
    opening.onblocked = () => failed(new Error('blocked'))
  })
}

/** The version of the shape: the database counts in tens. */
export const schemaOf = (db) => Math.round(db.version / 10)

/** Tables with rows a person made, in the order of the database. */
export const tablesOf = (db) => [...db.objectStoreNames].filter((name) => !housekeeping.includes(name))

const asked = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      failed(request.error)
    }
  })
const storeOf = (db, table) => db.transaction(table).objectStore(table)

/** How many rows each table has, nothing for one that does not say it; contacts that an import has not put in their places yet are counted. */
export async function countsOf(db) {
  const counts = {}
  for (const table of tablesOf(db)) {
    try {
      counts[table] = await asked(storeOf(db, table).count())
    } catch {
      counts[table] = undefined
    }
  }
  const unread = () => (counts.contacts = undefined)
  for await (const piece of piecesOf(db, unread)) if (counts.contacts !== undefined) counts.contacts += piece.length
  return counts
}

/**
 * All rows of a table, portion by portion. Packed contacts come first: what is put in its place meanwhile is not missed, and not told twice.
 * @param onlost is told the key of a row that cannot be read; no key when the table cannot be read to its end
 */
export async function* rowsOf(db, table, onlost = () => undefined) {
  const told = new Set()
  if (table === 'contacts')
    for await (const rows of piecesOf(db, onlost)) {
      for (const { id } of rows) told.add(id)
      yield rows
    }
  const most = single.includes(table) ? 1 : portion
  let after
  for (;;) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true)
    const keys = await keysOf(db, table, range, most)
    if (keys === undefined) onlost()
    if (!keys?.length) break
    after = keys[keys.length - 1]
    const together = IDBKeyRange.bound(keys[0], after)
    const read = await asked(storeOf(db, table).getAll(together)).catch(() => oneByOne(db, table, keys, onlost))
    const rows = read.filter(({ id }) => !told.has(id))
    if (rows.length > 0) yield rows
  }
}

async function keysOf(db, table, range, most) {
  try {
    return await asked(storeOf(db, table).getAllKeys(range, most))
  } catch {
    return undefined
  }
}

/** What can be read of a portion in which something cannot. */
async function oneByOne(db, table, keys, onlost) {
  const rows = []
  for (const key of keys) {
    try {
      const row = await asked(storeOf(db, table).get(key))
      if (row !== undefined) rows.push(row)
    } catch {
      onlost(key)
    }
  }
  return rows
}

/** Contacts of an import that are still packed, without those that stand in their places by now. */
async function* piecesOf(db, onlost) {
  if (!db.objectStoreNames.contains('pendingContacts')) return
  const keys = await keysOf(db, 'pendingContacts')
  if (keys === undefined) onlost()
  for (const key of keys ?? []) {
    let waiting = []
    try {
      const { contacts = [], rev } = (await asked(storeOf(db, 'pendingContacts').get(key))) ?? {}
      const placed = await Promise.all(contacts.map(({ id }) => asked(storeOf(db, 'contacts').getKey(id))))
      waiting = contacts.filter((_, at) => placed[at] === undefined).map((row) => ({ rev, ...row }))
    } catch {
      onlost()
    }
    if (waiting.length > 0) yield waiting
  }
}

/** The number of the last commit. */
export async function lastCommit(db) {
  if (!db.objectStoreNames.contains('changes')) return 0
  const keys = await new Promise((done, failed) => {
    const looking = storeOf(db, 'changes').openKeyCursor(null, 'prev')
    looking.onsuccess = () => done(looking.result?.key ?? 0)
    looking.onerror = () => failed(looking.error)
  }).catch(() => 0)
  return Number(keys) || 0
}

/** One row; nothing when there is none. */
export const rowOf = (db, table, key) =>
  db.objectStoreNames.contains(table) ? asked(storeOf(db, table).get(key)).catch(() => undefined) : Promise.resolve(undefined)
