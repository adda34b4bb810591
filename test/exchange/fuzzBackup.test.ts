// Damaged backups, open and locked, of this version and of those before: each is refused with a sentence or gives exactly what was in it.
// Nothing between, nothing thrown, nothing slow. A seeded slice here; thousands in `npm run torture -- files`.
import { describe, expect, it } from 'vitest'
import { blobSource, openBackup, readingBackup, writeBackup } from '../../src/exchange/backup.ts'
import type { BackupEnd, BackupPortion, StoredRow } from '../../src/model/backupRows.ts'
import type { Failure } from '../../src/model/failure.ts'
import { tableNames, type TableName } from '../../src/model/tables.ts'
import { failureText } from '../../src/text/failures.ts'
import { company, person } from '../make.ts'
import { oldFile } from '../storage/old.ts'
import { rawZip } from '../word/rawZip.ts'
import { chance, damagedFile, one } from './damagedFiles.ts'

const all = 3000
const firstSeed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
const count = Math.ceil((Number(process.env['FIELDBOOK_MUTATIONS'] ?? 250) * all) / 10_000)
/** Opening a lock takes its time on purpose: so many only. */
const lockedCount = Math.ceil(count / 10)
const longest = 3000
const password = 'drei Lerchen im Feld'
console.info(`Damaged backups: ${count} of ${all}, ${lockedCount} of them locked, seed ${firstSeed}.`)

const hof = company({ name: 'Hof Müßig' })
const rows: [TableName, StoredRow[]][] = [
  ['contacts', [hof, person({ name: 'Änne Berg', company: hof })]],
  ['settings', [{ rev: 1, id: 'tablet', name: 'Annas Tablet', prefix: 'A-', started: true }]],
  ['attachments', [{ id: 'a1', rev: 3, fileName: 'a.docx', size: 3 }]],
]
// eslint-disable-next-line @typescript-eslint/require-await -- as a tablet gives them
async function* portions(): AsyncGenerator<BackupPortion, BackupEnd> {
  yield { document: 'a1', bytes: new Uint8Array([1, 2, 3]) }
  for (const [table, some] of rows) yield { table, rows: some }
  const counts = Object.fromEntries(tableNames.map((table) => [table, rows.find(([name]) => name === table)?.[1].length ?? 0]))
  return { rev: 7, counts: counts as Record<TableName, number> }
}

async function written(secret?: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const about = { app: '0.1.0', at: '2026-11-22T08:00:00.000Z', tablet: 'Annas Tablet', prefix: 'A-' }
  await writeBackup(portions(), about, { write: (bytes) => Promise.resolve(void parts.push(bytes.slice())) }, secret)
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** What a file gives: its rows as text, or why it is refused. */
async function answer(bytes: Uint8Array, secret?: string): Promise<{ rows: string } | Failure> {
  const opened = await openBackup(blobSource(new Blob([bytes.slice()])), 'damaged.fieldbook', secret)
  if (!opened.ok) return opened.failure
  const read = await readingBackup(async () => {
    await opened.value.check(() => undefined)
    const found: unknown[] = []
    for await (const portion of opened.value.portions()) found.push(portion)
    return JSON.stringify(found, (_, value: unknown) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value))
  })
  return read.ok ? { rows: read.value } : read.failure
}

const open = await written()
const locked = await written(password)
const wholes = {
  'an open backup': open,
  'one of the first version': oldFile('first.fieldbook'),
  'one of the third version': oldFile('third.fieldbook'),
}
const truths = Object.fromEntries(
  await Promise.all(Object.entries(wholes).map(async ([name, bytes]) => [name, JSON.stringify(await answer(bytes))] as const)),
)
const truthOfLocked = JSON.stringify(await answer(locked, password))

/** What went wrong with a file, or nothing. */
async function troubleWith(seed: number, isLocked: boolean): Promise<string | undefined> {
  const luck = chance(seed)
  const name = isLocked ? 'a locked backup' : one(luck, Object.keys(wholes) as (keyof typeof wholes)[])
  const source = isLocked ? locked : wholes[name as keyof typeof wholes]
  const { bytes, how } = damagedFile(luck, source)
  const told = `seed ${seed}, ${name}, ${how}`
  const begun = performance.now()
  try {
    const got = await answer(bytes, isLocked ? password : undefined)
    const time = performance.now() - begun
    if (time > longest) return `${told}: ${Math.round(time)} ms`
    if ('rows' in got) return JSON.stringify(got) === (isLocked ? truthOfLocked : truths[name]) ? undefined : `${told}: other rows came in`
    return failureText(got).includes('damaged.fieldbook') ? undefined : `${told}: ${failureText(got)}`
  } catch (error) {
    return `${told}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)}`
  }
}

describe('Damaged backups', () => {
  it('are whole before they are damaged', () => {
    for (const truth of [...Object.values(truths), truthOfLocked]) expect(truth).toMatch(/^\{"rows":/)
  })

  it('are refused with a sentence, or give exactly what was in them', { timeout: 900_000 }, async () => {
    const troubles: (string | undefined)[] = []
    for (let seed = firstSeed; seed < firstSeed + count; seed++) troubles.push(await troubleWith(seed, seed - firstSeed < lockedCount))
    expect(troubles.filter(Boolean).join('\n')).toBe('')
  })
})

describe('A backup that is refused says why', () => {
  const codeOf = async (bytes: Uint8Array, secret?: string) => {
    const got = await answer(bytes, secret)
    return 'rows' in got ? 'read' : `${got.code}: ${failureText(got)}`
  }

  it('cut off, in the middle and by one byte', async () => {
    expect(await codeOf(open.subarray(0, open.length / 2))).toMatch(/^backupCut: .*damaged\.fieldbook/)
    expect(await codeOf(open.subarray(0, open.length - 1))).toMatch(/^backupCut: /)
    expect(await codeOf(locked.subarray(0, locked.length - 1), password)).toMatch(/^backup(Cut|Broken): /)
  })

  it('with a wrong password, or none', async () => {
    expect(await codeOf(locked, 'zwei Lerchen im Feld')).toMatch(/^backupPassword: .*not the password/)
    expect(await codeOf(locked)).toMatch(/^backupPassword: /)
  })

  it('from a newer version of the app', async () => {
    const newer = open.slice()
    const at = Buffer.from(newer).indexOf('"version":8')
    newer[at + 10] = '9'.charCodeAt(0)
    expect(await codeOf(newer)).toMatch(/^backupNewer: /)
  })

  it('that says it unpacks to very much', async () => {
    // A piece of 60 MB of nothing, said to be as large as it is, in an otherwise plausible file.
    const bomb = rawZip([
      {
        name: 'manifest.json',
        content: new TextEncoder().encode(JSON.stringify({ format: 'fieldbook-backup', version: 4 })),
        stored: true,
      },
      { name: 'rows/contacts/0001.jsonl', content: new Uint8Array(60_000_000) },
    ])
    expect(bomb.length).toBeLessThan(1_000_000)
    const begun = performance.now()
    expect(await codeOf(bomb)).toMatch(/^backup(Broken|Cut): /)
    expect(performance.now() - begun).toBeLessThan(longest)
  })

  it('that is another file', async () => {
    for (const text of ['', 'Name;Ort\n', '%PDF-1.7', 'PK\u0003\u0004'])
      expect(await codeOf(new TextEncoder().encode(text))).toMatch(/^backupNotOurs: /)
  })
})
