// Where letters come from and where they go: records from anything that can be gone through, bytes to anything that can be written to,
// and a stop or a full disk at any moment.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  mergeCombined,
  mergeSingles,
  mergeToBytes,
  newLetterZip,
  openTemplate,
  type MergeOptions,
  type MergeRecord,
  type MergeRecords,
  type Sink,
  type SinglesOptions,
} from '../../src/word/index.ts'
import { dot, makeDocx, page, para, part, picture, relation, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

function opened(source: Parameters<typeof makeDocx>[0]) {
  const result = openTemplate(makeDocx(source))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const letter = opened({ body: para(text('Dear {{a}}')) })
const longLetter = opened({ body: para(text('Dear {{a}}')) + para(text('There is much to say. '.repeat(40))).repeat(25) })
const lettersOf = (count: number): MergeRecord[] => Array.from({ length: count }, (_, at) => ({ a: `person ${at}` }))
const merges: [string, (records: MergeRecords, options: SinglesOptions) => ReturnType<typeof mergeCombined>][] = [
  ['all in one', (records, options) => mergeCombined(letter, records, options)],
  ['singles', (records, options) => mergeSingles(letter, records, options)],
  ['long ones in one', (records, options) => mergeCombined(longLetter, records, options)],
  ['long singles', (records, options) => mergeSingles(longLetter, records, options)],
]

/** A sink that keeps what it is given, and what was done to it. */
function keeper(failing: Partial<Sink> = {}) {
  const chunks: Uint8Array[] = []
  const calls: string[] = []
  const sink: Sink = {
    write: (bytes) => {
      calls.push('write')
      chunks.push(bytes)
      return failing.write?.(bytes)
    },
    close: () => {
      calls.push('close')
      return failing.close?.()
    },
    abort: () => void calls.push('abort'),
  }
  return { sink, calls, chunks, bytes: () => Buffer.concat(chunks) }
}

describe('Records come', () => {
  const expected = (count: number) => lettersOf(count).map((_, at) => `Dear person ${at}`)
  const linesOf = async (records: MergeRecords) => {
    const result = await mergeToBytes(letter, records)
    return result.ok ? readBack(result.value).lines : result.failure.code
  }

  it('from a list, a set, a generator', async () => {
    const list = lettersOf(700)
    expect(await linesOf(list)).toEqual(expected(700))
    expect(await linesOf(new Set(list))).toEqual(expected(700))
    expect(await linesOf(list.values())).toEqual(expected(700))
  })

  it('from what comes later, one by one or in lumps', async () => {
    const lumps = async function* () {
      for (const [at, record] of lettersOf(700).entries()) {
        if (at % 300 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
        yield record
      }
    }
    expect(await linesOf(lumps())).toEqual(expected(700))
    const stream = new ReadableStream<MergeRecord>({
      start: (out) => {
        for (const record of lettersOf(20)) out.enqueue(record)
        out.close()
      },
    })
    expect(await linesOf(stream)).toEqual(expected(20))
  })

  it('one by one, not all at once', async () => {
    let asked = 0
    const records = function* () {
      for (const record of lettersOf(5_000)) {
        asked++
        yield record
      }
    }
    const seen: number[] = []
    await mergeSingles(letter, records(), { name: (_, number) => (seen.push(asked - number), 'a') })
    expect(asked).toBe(5_000)
    expect(Math.max(...seen)).toBeLessThan(600)
  })

  it.each(merges)('and are told when no more are wanted: %s', async (_, merge) => {
    let ended = 0
    const endless = function* () {
      try {
        for (let at = 0; ; at++) yield { a: String(at) }
      } finally {
        ended++
      }
    }
    const result = await merge(endless(), { signal: AbortSignal.timeout(30) })
    expect(result).toEqual({ ok: false, failure: { code: 'STOPPED' } })
    expect(ended).toBe(1)
  })

  it.each(merges)('and fail as the caller made them fail: %s', async (_, merge) => {
    const failing = (later: boolean) => {
      const records = function* () {
        yield* lettersOf(3)
        throw new TypeError('the table is gone')
      }
      return later ? laterOf(records()) : records()
    }
    await expect(merge(failing(false), {})).rejects.toThrow('the table is gone')
    await expect(merge(failing(true), {})).rejects.toThrow('the table is gone')
  })

  const laterOf = async function* (records: Iterable<MergeRecord>) {
    for (const record of records) {
      await Promise.resolve()
      yield record
    }
  }
})

describe.each(merges)('Bytes go: %s', (_, merge) => {
  it('to a sink in pieces it may keep, the same as into memory', async () => {
    const { sink, calls, chunks, bytes } = keeper()
    const asked: number[] = []
    const records = lettersOf(400)
    const there = await merge(records, { to: (file) => (asked.push(file), sink) })
    const here = await merge(records, {})
    if (!there.ok || !here.ok) throw new Error('refused')
    expect(asked).toEqual([0])
    expect(calls.at(-1)).toBe('close')
    expect(calls.filter((call) => call !== 'write')).toEqual(['close'])
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(1 << 20)
    expect(there.value.files[0]?.bytes).toBeUndefined()
    expect(there.value.files[0]?.size).toBe(bytes().length)
    expect(bytes().equals(here.value.files[0]?.bytes ?? new Uint8Array())).toBe(true)
  })

  it('the same each time', async () => {
    const [first, second] = [await merge(lettersOf(60), {}), await merge(lettersOf(60), {})]
    expect(first).toEqual(second)
  })

  it('to a sink that is slow, without running ahead of it', async () => {
    let open = 0
    let most = 0
    const slow = keeper({
      write: async () => {
        most = Math.max(most, ++open)
        await new Promise((resolve) => setTimeout(resolve, 2))
        open--
      },
    })
    const result = await merge(lettersOf(300), { to: () => Promise.resolve(slow.sink) })
    expect(result.ok).toBe(true)
    expect(most).toBe(1)
  })

  it.each([
    ['a full disk', new DOMException('full', 'QuotaExceededError'), { code: 'OUTPUT_QUOTA', detail: 'full' }],
    ['a lost folder', new Error('gone'), { code: 'OUTPUT_FAILED', detail: 'gone' }],
  ])('nowhere: %s, when writing, closing or opening', async (_name, error, failure) => {
    const refuse = () => Promise.reject(error)
    const throwing = () => {
      throw error
    }
    for (const failing of [{ write: refuse }, { write: throwing }, { close: refuse }]) {
      const { sink, calls } = keeper(failing)
      expect(await merge(lettersOf(300), { to: () => sink })).toEqual({ ok: false, failure })
      if (!('close' in failing)) expect(calls.at(-1)).toBe('abort')
    }
    expect(await merge(lettersOf(3), { to: throwing })).toEqual({ ok: false, failure })
  })

  it('no further when asked to stop, whatever is waited for', async () => {
    const forever = () => new Promise<never>(() => undefined)
    const cases: [MergeRecords, Partial<Sink>][] = [
      [lettersOf(1), { write: forever }],
      [lettersOf(1), { close: forever }],
      [{ [Symbol.asyncIterator]: () => ({ next: forever, return: forever }) }, {}],
    ]
    for (const [records, failing] of cases) {
      const { sink, calls } = keeper(failing)
      const start = performance.now()
      const result = await merge(records, { signal: AbortSignal.timeout(20), to: () => sink })
      expect(result).toEqual({ ok: false, failure: { code: 'STOPPED' } })
      expect(performance.now() - start).toBeLessThan(1_000)
      expect(calls.filter((call) => call === 'abort')).toHaveLength(calls.length > 0 ? 1 : 0)
    }
  })

  it('nowhere when it was stopped before it began', async () => {
    const { sink, calls } = keeper()
    expect(await merge(lettersOf(3), { signal: AbortSignal.abort(), to: () => sink })).toEqual({ ok: false, failure: { code: 'STOPPED' } })
    expect(await merge([], { to: () => sink })).toEqual({ ok: false, failure: { code: 'NO_LETTERS' } })
    expect(calls).toEqual([])
  })

  it('and progress is told now and then, with letters and records', async () => {
    const told: [number, number][] = []
    const start = performance.now()
    const result = await merge(lettersOf(3_000), { onProgress: (letters, records) => told.push([letters, records]) })
    expect(result.ok && [result.value.letters, result.value.records, result.value.skipped]).toEqual([3_000, 3_000, 0])
    expect(told.at(-1)).toEqual([3_000, 3_000])
    expect(told.length).toBeLessThanOrEqual((performance.now() - start) / 100 + 1)
  })
})

describe('A stop at any moment', () => {
  it.each(merges)('leaves nothing half done: %s', async (_, merge) => {
    for (let after = 0; after < 60; after += 7) {
      const { sink, calls, bytes } = keeper()
      const result = await merge(lettersOf(1_500), { signal: AbortSignal.timeout(after), to: () => sink })
      if (result.ok) expect(calls.at(-1)).toBe('close')
      else {
        expect(result.failure).toEqual({ code: 'STOPPED' })
        if (calls.length > 0) expect(calls.at(-1)).toBe('abort')
      }
      if (result.ok) expect(bytes().length).toBe(result.value.files[0]?.size)
    }
  })
})

describe('One letter', () => {
  const header = (words: string) =>
    opened({
      body: para(text(`${words} {{a}}`)),
      section: `<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>${page}</w:sectPr>`,
      parts: [
        {
          ...{ name: 'header1.xml', type: 'header', id: 'rIdH', xml: part('hdr', para(text('For {{a}}') + picture('rId1', 1))) },
          rels: relation('rId1', 'image', 'media/logo.png'),
        },
      ],
      files: { 'word/media/logo.png': dot },
    })

  it.each([
    ['a short one', letter],
    ['a long one', longLetter],
    ['one with a header of its own', header('Dear')],
    ['one that is much longer than a batch', header('Dear '.repeat(60_000))],
  ])('is the same document alone and in a ZIP: %s', async (_, template) => {
    const alone = await mergeToBytes(template, [{ a: 'Ærø' }])
    const zipped = await mergeSingles(template, [{ a: 'Ærø' }])
    if (!alone.ok || !zipped.ok) throw new Error('refused')
    const [inside] = Object.values(unzipSync(zipped.value.files[0]?.bytes ?? new Uint8Array()))
    expect(Buffer.from(inside ?? []).equals(alone.value)).toBe(true)
    expect(complaints(alone.value)).toEqual([])
  })
})

describe('A ZIP of several templates', () => {
  it('goes on after a template without letters, and is of no use after a refusal', async () => {
    const { sink, calls } = keeper()
    const zip = newLetterZip({ to: () => sink })
    expect(await zip.add(letter, [])).toEqual({ ok: true, value: 0 })
    expect(await zip.add(longLetter, lettersOf(2))).toEqual({ ok: true, value: 2 })
    expect(calls).toEqual([])
    const failed = newLetterZip({ to: () => keeper({ write: () => Promise.reject(new Error('gone')) }).sink })
    await failed.add(letter, lettersOf(5))
    const refusal = { ok: false, failure: { code: 'OUTPUT_FAILED', detail: 'gone' } }
    expect(await failed.end()).toEqual(refusal)
    expect(await failed.add(letter, lettersOf(1))).toEqual(refusal)
    expect(await failed.end()).toEqual(refusal)
    const result = await zip.end()
    expect(result.ok && result.value.files[0]?.names).toEqual(['1.docx', '2.docx'])
    expect(calls).toEqual(['write', 'close'])
  })

  it('tells progress over all of them', async () => {
    const told: [number, number][] = []
    const zip = newLetterZip({ onProgress: (letters, records) => told.push([letters, records]) })
    await zip.add(letter, lettersOf(30))
    await zip.add(longLetter, lettersOf(12))
    const result = await zip.end()
    expect(told.at(-1)).toEqual([42, 42])
    expect(result.ok && [result.value.letters, result.value.records]).toEqual([42, 42])
  })
})

describe('Values', () => {
  it('from which signs were taken are counted', async () => {
    const options: MergeOptions = {}
    const result = await mergeCombined(letter, [{ a: 'a\u0001b' }, { a: 'ab' }, { a: '\ud800' }], options)
    expect(result.ok && result.value.cleaned).toBe(2)
  })
})

describe('More than one document can hold', () => {
  const header = { id: 'rIdH', name: 'header1.xml', type: 'header', xml: part('hdr', para(text('To {{a}}'))) }
  const template = () =>
    opened({
      body: para(text('Dear {{a}}')),
      parts: [header],
      section: `<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>${page}</w:sectPr>`,
    })

  it('stands in several, each letter once and in order', async () => {
    const done = await mergeCombined(template(), lettersOf(10), { mostParts: 8 })
    if (!done.ok) throw new Error(done.failure.code)
    expect(done.value).toMatchObject({ letters: 10, records: 10 })
    expect(done.value.files.length).toBeGreaterThan(1)
    expect(done.value.files.flatMap(({ bytes }) => readBack(bytes!).lines.filter((line) => line.startsWith('Dear')))).toEqual(
      Array.from({ length: 10 }, (_, at) => `Dear person ${at}`),
    )
    for (const { bytes } of done.value.files) expect(complaints(bytes!)).toEqual([])
  })

  it('stands in one where it fits', async () => {
    const done = await mergeCombined(template(), lettersOf(10), { mostParts: 100 })
    expect(done.ok && done.value.files.map(({ letters }) => letters)).toEqual([10])
  })

  it('is refused where one file is asked for', async () => {
    expect(await mergeToBytes(template(), lettersOf(10), { mostParts: 8 })).toMatchObject({ ok: false, failure: { code: 'OUTPUT_LIMIT' } })
  })
})
