// The backup: everything in one file. What is packed comes back, and a file that is not whole says so.
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { packBackup, readBackup } from '../../src/exchange/backup.ts'
import type { AllRows } from '../../src/model/tables.ts'
import { sealed, sha256 } from '../../src/exchange/seal.ts'
import type { AttachmentId, ContactId, EntryId } from '../../src/model/ids.ts'
import type { Attachment } from '../../src/model/interaction.ts'
import { tableNames } from '../../src/model/tables.ts'
import { company, entry, person } from '../make.ts'

const meta = { app: '0.1.0', at: '2026-03-02T08:00:00.000Z', rev: 77, tablet: 'Annas Tablet 🧳' }
const noRows = () => Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as AllRows

const hof = company({ name: 'Hof Müßig & Söhne' })
const anna = person({ name: 'Änne Yıldız 👩‍🌾', company: hof })
const document = (id: string, bytes: number[]): Attachment => ({
  ...{ id: id as AttachmentId, rev: 3, fileName: `${id}.docx`, size: bytes.length, bytes: new Uint8Array(bytes).buffer },
})
const rows: AllRows = {
  ...noRows(),
  contacts: [hof, anna],
  entries: [entry(anna, '2026-02-01')],
  attachments: [document('a1', [0, 255, 10, 13, 26, 0]), document('b2', []), document('c3', [80, 75, 3, 4])],
  settings: [{ rev: 1, id: 'tablet', name: 'Annas Tablet', prefix: 'A-', started: true }],
  series: [{ rev: 2, id: 'contact', prefix: 'KT', next: 3, digits: 5 }],
}

const codeOf = async (bytes: Uint8Array) => {
  const read = await readBackup(bytes, 'x.fieldbook')
  return read.ok ? 'ok' : read.failure.code
}

describe('Pack, then read', () => {
  test('gives the same rows, and says what is in the file', async () => {
    const read = await readBackup(await packBackup(rows, meta), 'x.fieldbook')
    expect(read).toMatchObject({ ok: true, value: { rows, manifest: { format: 'fieldbook-backup', version: 4, ...meta } } })
    if (!read.ok) return
    expect(read.value.manifest.counts).toMatchObject({ contacts: 2, attachments: 3, campaigns: 0 })
    expect(new Uint8Array(read.value.rows.attachments[0]?.bytes as ArrayBuffer)).toEqual(new Uint8Array([0, 255, 10, 13, 26, 0]))
  })

  test('gives the same rows for any text and any bytes', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Ä\nß\r\n', '\u2028', '"\\', '🧑🏽‍🔧', '\ufeff'),
    )
    const someRows = fc.record({
      texts: fc.array(fc.tuple(text, text), { maxLength: 20 }),
      files: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(someRows, async ({ texts, files }) => {
        const all: AllRows = {
          ...noRows(),
          contacts: texts.map(([name, note], index) => person({ id: `c${index}` as ContactId, name, address: note })),
          entries: texts.map(([subject, comment], index) => entry(anna, '2026-01-01', { id: `e${index}` as EntryId, subject, comment })),
          attachments: files.map((bytes, index) => document(`f${index}`, [...bytes])),
        }
        const read = await readBackup(await packBackup(all, meta), 'x.fieldbook')
        expect(read.ok && read.value.rows).toEqual(all)
      }),
      { numRuns: 60 },
    )
  })

  test('gives the same bytes for the same rows', async () => {
    expect(await packBackup(rows, meta)).toEqual(await packBackup(rows, meta))
  })
})

describe('A damaged file', () => {
  test('is noticed by one flipped bit, wherever it is', async () => {
    const whole = await packBackup(rows, meta)
    for (let round = 0; round < 200; round++) {
      const bytes = whole.slice()
      const at = (round * 7919 + 13) % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8))
      expect([at, await codeOf(bytes)]).not.toEqual([at, 'ok'])
    }
  })

  test('is noticed wherever it was cut off', async () => {
    const whole = await packBackup(rows, meta)
    for (const length of [300, 500, 1000, whole.length - 70, whole.length - 1])
      expect(await codeOf(whole.slice(0, length))).toBe('backupBroken')
    expect(await codeOf(whole.slice(0, 20))).toBe('backupNotOurs')
  })

  test('names the part that differs from the manifest', async () => {
    const whole = await packBackup(
      {
        ...rows,
        attachments: [
          document(
            'a1',
            [...'stored as it is'].map((sign) => sign.charCodeAt(0)),
          ),
        ],
      },
      meta,
    )
    const at = Buffer.from(whole).indexOf('stored as it is')
    whole[at] = 0
    expect(await readBackup(whole, 'x.fieldbook')).toMatchObject({ failure: { code: 'backupBroken', detail: 'attachments/a1' } })
  })

  test.each<[string, Partial<AllRows>, string]>([
    ['a row that is not what its table holds', { contacts: [hof, { ...anna, name: 7 as unknown as string }] }, 'contacts, 2'],
    ['two rows with the same key', { contacts: [hof, hof] }, 'contacts, 2'],
  ])('names table and row: %s', async (_, wrong, detail) => {
    const packed = await packBackup({ ...rows, ...wrong }, meta)
    expect(await readBackup(packed, 'x.fieldbook')).toEqual({
      ok: false,
      failure: { code: 'backupBroken', fileName: 'x.fieldbook', detail },
    })
  })
})

describe('A file that is not a backup of this app', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [new TextEncoder().encode(text), { level: 0 }]])))
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'backupNotOurs'],
    ['a text', new TextEncoder().encode('Name;Ort\n'), 'backupNotOurs'],
    ['some ZIP', zip({ 'photo.jpg': 'x' }), 'backupNotOurs'],
    ['a Word document', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }), 'backupNotOurs'],
    ['a ZIP with another manifest', zip({ 'manifest.json': '{"format":"other"}' }), 'backupNotOurs'],
    ['a backup of a newer app', zip({ 'manifest.json': '{"format":"fieldbook-backup","version":5,"more":1}' }), 'backupNewer'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await readBackup(bytes, 'x.fieldbook')).toMatchObject({ ok: false, failure: { code, fileName: 'x.fieldbook' } })
  })

  test('a well sealed ZIP without our parts is refused', async () => {
    const manifest = {
      format: 'fieldbook-backup',
      version: 1,
      ...meta,
      counts: { contacts: 1 },
      parts: { 'rows/contacts.jsonl': await sha256(new Uint8Array()) },
    }
    expect(await codeOf(await sealed(zip({ 'manifest.json': JSON.stringify(manifest) })))).toBe('backupBroken')
    expect(await codeOf(await sealed(zip({ 'manifest.json': JSON.stringify(manifest), 'rows/contacts.jsonl': '' })))).toBe('backupBroken')
  })

  test.each<[string, string]>([
    ['a row that is no row', '7'],
    ['a row that cannot be brought up to date', '{"id":"x","lines":[null],"header":{},"steps":[]}'],
    ['a row that is not what the table held', '{"id":"x","lines":[],"header":{},"steps":[]}'],
  ])('an older backup with %s is refused', async (_, row) => {
    const text = `${row}\n`
    const parts = { 'rows/loggedSegments.jsonl': await sha256(new TextEncoder().encode(text)) }
    const manifest = { format: 'fieldbook-backup', version: 1, ...meta, counts: { loggedSegments: 1 }, parts }
    expect(await codeOf(await sealed(zip({ 'manifest.json': JSON.stringify(manifest), 'rows/loggedSegments.jsonl': text })))).toBe(
      'backupBroken',
    )
  })
})
