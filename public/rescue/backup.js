// Everything as a backup that Fieldbook restores: the frame of pieces. The rows stand in it as they were stored; the
// version of their shape is said, so that the app brings them up to date when it restores them.
import { countsOf, lastCommit, rowOf, rowsOf, schemaOf, tablesOf } from './read.js'
import { packed, Zip } from './zip.js'

/** The format of the file; the app beside this page reads it. */
const version = 6
const rowsOfPiece = 2000
const encoder = new TextEncoder()

async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The whole file.
 * @param ondone is told table, rows done and rows in all
 * @returns the file, rows per table, how many could not be read (`lost`), and tables that could not be read to their end (`broken`)
 */
export async function makeBackup(db, at, ondone = () => undefined) {
  const tablet = await rowOf(db, 'settings', 'tablet')
  const schema = schemaOf(db)
  const about = { format: 'fieldbook-backup', version, app: 'rescue', at, tablet: tablet?.name ?? '', prefix: tablet?.prefix ?? '' }
  // Rows of a newer shape: an app that does not know it must say so, not read them as its own.
  const said = schema < version ? { ...about, shape: schema } : { ...about, version: schema }
  const manifest = encoder.encode(JSON.stringify(said))
  const maker = { zip: new Zip(), pieces: [], counts: {}, lost: 0, broken: [] }
  maker.zip.add('manifest.json', manifest)
  const all = await countsOf(db)
  for (const table of tablesOf(db)) await addTable(maker, db, table, (done) => ondone(table, done, all[table]))
  const { zip, pieces, counts, lost, broken } = maker
  const contents = encoder.encode(JSON.stringify({ rev: await lastCommit(db), counts, newest: {}, pieces }))
  zip.add('contents.json', contents)
  const seal = await sha256(await new Blob([manifest, contents]).arrayBuffer())
  return { file: zip.end(`fieldbook sha256 ${seal}`), counts, lost, broken }
}

async function add(maker, name, bytes, more = {}) {
  const data = await packed(bytes)
  maker.zip.add(name, bytes, data)
  maker.pieces.push({ name, ...more, sha256: await sha256(bytes), packed: await sha256(data) })
}

/** One table in pieces; documents beside their rows. */
async function addTable(maker, db, table, ondone) {
  let [held, seen, done, no] = [[], 0, 0, 1]
  const write = async () => {
    if (held.length === 0) return
    const lines = encoder.encode(held.map((row) => `${JSON.stringify(row)}\n`).join(''))
    await add(maker, `rows/${table}/${String(no++).padStart(4, '0')}.jsonl`, lines, { rows: held.length })
    done += held.length
    held = []
  }
  for await (const rows of rowsOf(db, table, (key) => (key === undefined ? maker.broken.push(table) : maker.lost++))) {
    for (const row of rows) {
      const { bytes, ...rest } = row
      if (table !== 'attachments') held.push(row)
      else if (bytes instanceof ArrayBuffer) {
        await add(maker, `attachments/${row.id}`, new Uint8Array(bytes))
        held.push(rest)
      } else maker.lost++
      if (held.length >= rowsOfPiece) await write()
    }
    ondone((seen += rows.length))
  }
  await write()
  maker.counts[table] = done
}
