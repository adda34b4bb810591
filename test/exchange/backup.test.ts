// The backup: everything in one file. What is packed comes back, and a file that is not whole says so.
import fc from 'fast-check'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { sha256, withSeal } from '../../src/exchange/seal.ts'
import type { AttachmentId, ContactId, EntryId } from '../../src/model/ids.ts'
import type { Attachment } from '../../src/model/interaction.ts'
import type { AllRows } from '../../src/model/tables.ts'
import { noRows, packBackup, readBackup } from '../backups.ts'
import { company, entry, person } from '../make.ts'

const meta = { at: '2026-03-02T08:00:00.000Z', rev: 77, tablet: 'Annas Tablet 🧳' }

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

const codeOf = async (bytes: Uint8Array, password?: string) => {
  const read = await readBackup(bytes, 'x.fieldbook', password)
  return read.ok ? 'ok' : read.failure.code
}
const flipped = (whole: Uint8Array, at: number, round = 0) => {
  const bytes = whole.slice()
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8))
  return bytes
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Ä\nß\r\n', '\u2028', '"\\', '🧑🏽‍🔧', '\ufeff'),
)
const anyRows = fc
  .record({
    texts: fc.array(fc.tuple(text, text), { maxLength: 20 }),
    files: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
  })
  .map(({ texts, files }): AllRows => ({
    ...noRows(),
    contacts: texts.map(([name, note], index) => person({ id: `c${index}` as ContactId, name, address: note })),
    entries: texts.map(([subject, comment], index) => entry(anna, '2026-01-01', { id: `e${index}` as EntryId, subject, comment })),
    attachments: files.map((bytes, index) => document(`f${index}`, [...bytes])),
  }))

describe('Written, then read', () => {
  test('gives the same rows', async () => {
    expect(await readBackup(await packBackup(rows, meta), 'x.fieldbook')).toEqual({ ok: true, value: rows })
  })

  test('gives the same rows for any text and any bytes', async () => {
    const same = async (all: AllRows) => {
      expect(await readBackup(await packBackup(all, meta), 'x.fieldbook')).toEqual({ ok: true, value: all })
    }
    await fc.assert(fc.asyncProperty(anyRows, same), { numRuns: 40 })
  })

  test('gives them in many pieces where they are many; a row that is longer than a piece has one of its own', async () => {
    const long = 'Bäckerei '.repeat(400_000)
    const contacts = [
      ...Array.from({ length: 2500 }, (_, at) => person({ id: `c${at}` as ContactId, name: `Anna ${at}`, address: 'x'.repeat(2000) })),
      person({ id: 'z' as ContactId, name: 'Zoë', address: long }),
    ]
    const file = await packBackup({ ...noRows(), contacts }, meta)
    expect(file.length).toBeLessThan(500_000)
    expect(Buffer.from(file).includes('rows/contacts/0003.jsonl')).toBe(true)
    const read = await readBackup(file, 'x')
    expect(read.ok && read.value.contacts).toEqual(contacts)
  })

  test('is a ZIP that any program opens', async () => {
    const files = unzipSync(await packBackup(rows, meta))
    expect(Object.keys(files)[0]).toBe('manifest.json')
    expect(JSON.parse(strFromU8(files['manifest.json']!))).toMatchObject({
      format: 'fieldbook-backup',
      version: 8,
      tablet: 'Annas Tablet 🧳',
    })
    expect(JSON.parse(strFromU8(files['contents.json']!))).toMatchObject({ rev: 77, counts: { contacts: 2, attachments: 3, campaigns: 0 } })
    expect(files['attachments/a1']).toEqual(new Uint8Array([0, 255, 10, 13, 26, 0]))
  })

  test('gives the same bytes for the same rows', async () => {
    expect(await packBackup(rows, meta)).toEqual(await packBackup(rows, meta))
  })
})

describe('Behind a password', () => {
  const password = 'Österreich 🔑'
  const locked = packBackup(rows, { ...meta, password })

  test('the same rows come back, the password typed on another keyboard or not', async () => {
    expect(await readBackup(await locked, 'x', password)).toEqual({ ok: true, value: rows })
    expect(await readBackup(await locked, 'x', password.normalize('NFD'))).toMatchObject({ ok: true })
  })

  test('nothing can be read without it, and a wrong one is not taken for damage', async () => {
    const bytes = await locked
    expect(Buffer.from(bytes).includes('manifest')).toBe(false)
    expect(await readBackup(bytes, 'x')).toMatchObject({ failure: { code: 'backupPassword', why: 'needed' } })
    expect(await readBackup(bytes, 'x', 'österreich 🔑')).toMatchObject({ failure: { code: 'backupPassword', why: 'wrong' } })
    expect(await packBackup(rows, { ...meta, password })).not.toEqual(bytes)
  })

  test('any wrong byte is noticed, and is not taken for a wrong password', async () => {
    const bytes = await locked
    const places = [3, 17, 20, 41, 50, 57, 70, bytes.length - 1]
    for (const at of places)
      expect([at, await codeOf(flipped(bytes, at), password)]).toEqual([at, at < 16 ? 'backupNotOurs' : 'backupBroken'])
  })

  test('frames of a megabyte: left out, changed about or cut off they are noticed', async () => {
    const noise = Uint8Array.from({ length: 2_600_000 }, (_, at) => (at * at * 31 + (at >> 7)) % 251)
    const large = { ...noRows(), attachments: [document('noise', [])].map((one) => ({ ...one, bytes: noise.buffer, size: noise.length })) }
    const packed = await packBackup({ ...large }, meta)
    const bytes = await packBackup(large, { ...meta, password })
    expect(bytes.length).toBe(64 + packed.length + 16 * Math.ceil(packed.length / 2 ** 20))
    expect((await readBackup(bytes, 'x', password)).ok).toBe(true)
    if (packed.length < 2 ** 20) return
    const frame = 2 ** 20 + 16
    expect(await codeOf(bytes.slice(0, 64 + frame), password)).toBe('backupCut')
    expect(await codeOf(bytes.slice(0, -5), password)).toMatch(/backup(Cut|Broken)/)
    const swapped = bytes.slice()
    swapped.set(bytes.subarray(64 + frame, 64 + 2 * frame), 64)
    expect(await codeOf(swapped, password)).toBe('backupBroken')
  })
})

describe('A damaged file', () => {
  test('is noticed by one flipped bit, wherever it is', async () => {
    const whole = await packBackup(rows, meta)
    for (let round = 0; round < 150; round++) {
      const at = (round * 7919 + 13) % whole.length
      expect([at, await codeOf(flipped(whole, at, round))]).not.toEqual([at, 'ok'])
    }
  })

  test('is noticed wherever it was cut off', async () => {
    const whole = await packBackup(rows, meta)
    for (const length of [300, 500, 1000, whole.length - 70, whole.length - 1])
      expect(await codeOf(whole.slice(0, length))).toBe('backupCut')
    expect(await codeOf(whole.slice(0, 20))).toBe('backupNotOurs')
  })

  test('names the part that is wrong', async () => {
    const whole = await packBackup(rows, meta)
    const at = Buffer.from(whole).indexOf('attachments/a1') + 'attachments/a1'.length + 2
    expect(await readBackup(flipped(whole, at), 'x.fieldbook')).toMatchObject({
      failure: { code: 'backupBroken', detail: 'attachments/a1' },
    })
  })

  test('counts a row that is not what its table holds', async () => {
    const packed = await packBackup({ ...rows, contacts: [hof, { ...anna, name: 7 as unknown as string }] }, meta)
    expect(await readBackup(packed, 'x.fieldbook')).toEqual({
      ok: false,
      failure: { code: 'backupUnreadable', fileName: 'x.fieldbook', rows: 1 },
    })
  })
})

describe('A file that is not a backup of this app', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [new TextEncoder().encode(text), { level: 0 }]])))
  /** As versions 1 to 3 sealed their files. */
  const sealed = async (bytes: Uint8Array) => {
    const file = withSeal(bytes, '0'.repeat(64))
    file.set(new TextEncoder().encode(await sha256(file.subarray(0, -64))), file.length - 64)
    return file
  }
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'backupNotOurs'],
    ['a text', new TextEncoder().encode('Name;Ort\n'), 'backupNotOurs'],
    ['some ZIP', zip({ 'photo.jpg': 'x' }), 'backupNotOurs'],
    ['a Word document', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }), 'backupNotOurs'],
    ['a ZIP with another manifest', zip({ 'manifest.json': '{"format":"other"}' }), 'backupNotOurs'],
    ['a backup of a newer app', zip({ 'manifest.json': '{"format":"fieldbook-backup","version":9,"more":1}' }), 'backupNewer'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await readBackup(bytes, 'x.fieldbook')).toMatchObject({ ok: false, failure: { code, fileName: 'x.fieldbook' } })
  })

  test('a ZIP that unpacks to far more than it says, or than it could hold, is refused', async () => {
    const bomb = await packBackup(
      { ...noRows(), attachments: [document('zeros', [])].map((one) => ({ ...one, bytes: new ArrayBuffer(2_000_000) })) },
      meta,
    )
    expect(bomb.length).toBeLessThan(10_000)
    expect(await codeOf(bomb)).toBe('ok')
    const view = new DataView(bomb.buffer)
    // Both headers say less than there is: the unpacking ends there.
    for (const sign of [0x04034b50, 0x02014b50])
      for (let at = 0; at + 46 < bomb.length; at++)
        if (view.getUint32(at, true) === sign && view.getUint32(at + (sign === 0x04034b50 ? 22 : 24), true) === 2_000_000)
          view.setUint32(at + (sign === 0x04034b50 ? 22 : 24), 1000, true)
    expect(await codeOf(bomb)).toBe('backupBroken')
  })

  test('a well sealed ZIP without our parts is refused', async () => {
    const manifest = {
      format: 'fieldbook-backup',
      version: 1,
      app: '0.1.0',
      ...meta,
      counts: { contacts: 1 },
      parts: { 'rows/contacts.jsonl': await sha256(new Uint8Array()) },
    }
    expect(await codeOf(await sealed(zip({ 'manifest.json': JSON.stringify(manifest) })))).toBe('backupBroken')
    expect(await codeOf(await sealed(zip({ 'manifest.json': JSON.stringify(manifest), 'rows/contacts.jsonl': '' })))).toBe('backupBroken')
  })

  test.each<[string, string, string]>([
    ['a row that is no row', '7', 'backupBroken'],
    ['a row that cannot be brought up to date', '{"id":"x","lines":[null],"header":{},"steps":[]}', 'backupBroken'],
    ['a row that is not what the table held', '{"id":"x","lines":[],"header":{},"steps":[]}', 'backupUnreadable'],
  ])('an older backup with %s is refused', async (_, row, code) => {
    const text = `${row}\n`
    const parts = { 'rows/loggedSegments.jsonl': await sha256(new TextEncoder().encode(text)) }
    const manifest = { format: 'fieldbook-backup', version: 1, app: '0.1.0', ...meta, counts: { loggedSegments: 1 }, parts }
    expect(await codeOf(await sealed(zip({ 'manifest.json': JSON.stringify(manifest), 'rows/loggedSegments.jsonl': text })))).toBe(code)
  })
})
