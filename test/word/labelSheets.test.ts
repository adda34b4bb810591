// Label sheets to a tenth of a millimetre: the table as it is written, and the lines and words of the PDF that LibreOffice makes of it.
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { envelopes, envelopeZones } from '../../src/core/letter/envelopes.ts'
import { labelPlace, labelProblems, labelsOn } from '../../src/core/letter/labelFormats.ts'
import { roomOn, setLabels } from '../../src/core/letter/labelFit.ts'
import { shippedLabels } from '../../src/core/letter/labelFormatsShipped.ts'
import type { LabelFormat } from '../../src/model/settings.ts'
import { coverSheetDocument } from '../../src/word/author/coverSheets.ts'
import { envelopeDocument } from '../../src/word/author/envelopes.ts'
import { labelGrid, type Stretch } from '../../src/word/author/labelGrid.ts'
import { labelDocument } from '../../src/word/author/labels.ts'
import { labelTestDocument } from '../../src/word/author/labelTest.ts'
import { pdfBoxWidths, pdfLines, pdfPages, pdfWords } from './pdfLines.ts'
import { DrawingRoom } from './rendering.ts'

const none = { x: 0, y: 0 }
const format = (id: string) => shippedLabels.find((one) => one.id === id)!
const mm = (twips: number) => (twips * 25.4) / 1440
const on = { step: () => Promise.resolve(true) }

/** Where the labels of a row or column begin, as the table says it, in millimetres. */
function starts(first: number, stretches: readonly Stretch[]): number[] {
  let at = first
  return stretches.flatMap(({ size, isLabel }) => {
    const start = mm(at)
    at += size
    return isLabel ? [start] : []
  })
}

/** Half of Word's smallest length. */
const half = mm(0.5) + 1e-6

function expectExact(one: LabelFormat) {
  const grid = labelGrid(one, none)
  const columns = starts(grid.left, grid.columns)
  const rows = starts(grid.top, grid.rows)
  expect(columns).toHaveLength(one.columns)
  expect(rows).toHaveLength(one.rows)
  columns.forEach((x, at) => expect(Math.abs(x - (one.left + at * one.stepX))).toBeLessThan(half))
  rows.forEach((y, at) => expect(Math.abs(y - (one.top + at * one.stepY))).toBeLessThan(half))
  const total = (all: readonly Stretch[]) => all.reduce((sum, { size }) => sum + size, 0)
  expect(grid.left + total(grid.columns)).toBeLessThanOrEqual(grid.page.width)
  expect(grid.top + total(grid.rows)).toBeLessThanOrEqual(grid.page.height)
}

describe('the measures of a label sheet', () => {
  test.each(shippedLabels.map((one) => [one.id, one] as const))(
    '%s fits on its sheet, and its table has each label where it lies',
    (_, one) => {
      expect(labelProblems(one)).toEqual([])
      expectExact(one)
    },
  )

  it('no two shipped formats have the same name', () => {
    expect(new Set(shippedLabels.map(({ id }) => id)).size).toBe(shippedLabels.length)
    expect(new Set(shippedLabels.map(({ maker, name }) => `${maker} ${name}`)).size).toBe(shippedLabels.length)
  })

  it('of any sheet of her own that fits, each label lies where its measures say, however many there are', () => {
    const length = (least: number, most: number) => fc.integer({ min: least * 100, max: most * 100 }).map((hundredths) => hundredths / 100)
    const sheets = fc.record({
      ...{
        id: fc.constant('own'),
        name: fc.constant('own'),
        columns: fc.integer({ min: 1, max: 6 }),
        rows: fc.integer({ min: 1, max: 20 }),
      },
      ...{ width: length(15, 60), height: length(8, 40), left: length(0, 15), top: length(0, 15), gapX: length(0, 6), gapY: length(0, 6) },
    })
    fc.assert(
      fc.property(sheets, ({ gapX, gapY, ...rest }) => {
        const [stepX, stepY] = [rest.width + gapX, rest.height + gapY]
        const sheetWidth = rest.left + stepX * (rest.columns - 1) + rest.width + 1
        const sheetHeight = rest.top + stepY * (rest.rows - 1) + rest.height + 1
        const one = { ...rest, stepX, stepY, sheetWidth: Math.max(50, sheetWidth), sheetHeight: Math.max(50, sheetHeight) }
        if (labelProblems(one).length > 0) return
        expectExact(one)
      }),
    )
  })

  test.each<[string, Partial<LabelFormat>, object[]]>([
    ['too wide for the sheet', { width: 73.2, stepX: 73.2 }, [{ is: 'beyondRight', by: 9.6 }]],
    ['over each other', { height: 40 }, [{ is: 'overlapDown', by: 4 }]],
    ['too high', { rows: 9 }, [{ is: 'beyondBottom', by: 31.4 }]],
    ['a tenth of a millimetre too wide', { width: 70.03, stepX: 70.03 }, []],
    ['no number', { top: Number.NaN }, [{ is: 'missing', measure: 'top', limit: 0 }]],
    ['half a label', { columns: 2.5 }, [{ is: 'missing', measure: 'columns', limit: 0 }]],
    ['nothing to read on', { width: 3 }, [{ is: 'tooSmall', measure: 'width', limit: 15 }]],
  ])('what is wrong is said: %s', (_, change, problems) => {
    expect(labelProblems({ ...format('Avery Zweckform 3475'), ...change })).toEqual(problems)
  })

  it('what a printer that is off would push over the edge ends at the edge, and all others lie where they should', () => {
    const grid = labelGrid(format('Avery Zweckform 3474'), { x: -2, y: -1.5 })
    expect([grid.left, grid.top]).toEqual([0, 0])
    expect(starts(grid.left, grid.columns).slice(1)).toEqual([expect.closeTo(68, 1), expect.closeTo(138, 1)])
    expect(starts(grid.top, grid.rows)[7]).toBeCloseTo(7 * 37 - 1.5, 1)
  })
})

/** Somebody with a number, which stands in the address as one word. */
const address = (n: number) => [`Person${n}`, 'Lange Straße 15', '20095 Hamburg']
const written = (one: LabelFormat, count: number, startAt: number, nudge = none) => {
  const { labels, size } = setLabels(
    Array.from({ length: count }, (_, at) => address(at + 1)),
    one,
    'same',
  )
  const found = labels.flatMap((label) => label ?? [])
  const sheets = { format: one, nudge, startAt, labels: found, size, inset: roomOn(one).inset, title: 'Labels', language: 'de' }
  return labelDocument(sheets, on)
}

describe('printed by LibreOffice', () => {
  const room = new DrawingRoom()
  const frames = [
    ['Avery Zweckform 3474', none],
    ['Avery A4 L7160', none],
    ['Herma 4461', none],
    ['Avery US 5160', none],
    ['Herma 4346', { x: 1.5, y: -2.25 }],
  ] as const
  /** Up to the end of a sheet, or over it. */
  const sheets = [
    ['Avery Zweckform 3475', 30, 7, 2],
    ['Avery US 5160', 60, 1, 2],
    ['Herma 4461', 80, 1, 2],
    ['Avery Zweckform 3474', 66, 7, 3],
  ] as const
  const pdf = (name: string) => join(room.folder, 'pdf', basename(room.path(name)).replace('.docx', '.pdf'))
  const drawnEnvelopes = envelopes.filter(({ id }) => ['C6/5', 'C4', '#10', 'C5'].includes(id))
  const logo = {
    type: 'image/png' as const,
    width: 1,
    height: 1,
    bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  }
  const common = { logo, logoWords: 'Us', title: 'T', language: 'de' }
  const three = [1, 2, 3].map((n) => ({ lines: address(n), size: 12 }))

  beforeAll(async () => {
    const words = ['This box is 100 mm wide.', 'Print at 100 %.']
    for (const [id, nudge] of frames)
      room.add(`frame ${id}`, labelTestDocument({ format: format(id), nudge, words, title: id, language: 'en' }))
    for (const [id, count, startAt] of sheets) room.add(`labels ${id}`, (await written(format(id), count, startAt))!)
    const sent = three.map((one) => ({ ...one, sender: ['Sender', 'Ring 5'] }))
    for (const envelope of drawnEnvelopes) {
      const pages = { ...common, envelope, zones: envelopeZones(envelope), to: sent }
      room.add(`envelope ${envelope.id}`, (await envelopeDocument(pages, on))!)
    }
    const head = {
      paper: 'A4' as const,
      heading: 'Cover',
      text: ['Words', '', 'more'],
      ruled: 3,
      ruledWords: 'Remarks',
    }
    const to = three.map((one, at) => ({
      ...{ head: ['Us', 'Ring 5'], returnLine: 'Us', address: one },
      ...{ day: '22 November 2026', remark: at === 1 ? ['As said.'] : [] },
    }))
    room.add('cover', (await coverSheetDocument({ ...common, ...head, to }, on))!)
    await room.draw()
  }, 240_000)
  afterAll(() => room.close())
  const drawn = it.runIf(room.canDraw)
  if (!room.canDraw) console.warn('LibreOffice is not here: where labels stand in its PDF is not looked at.')

  drawn.each(frames)('the frames of %s, moved by %o, lie where the labels lie, to 0.1 mm', (id, nudge) => {
    const one = format(id)
    const lines = pdfLines(pdf(`frame ${id}`))
    const upright = lines.filter(({ x1, x2 }) => Math.abs(x1 - x2) < 0.01)
    const level = lines.filter(({ y1, y2 }) => Math.abs(y1 - y2) < 0.01)
    const near = (a: number, b: number) => Math.abs(a - b) <= 0.1
    const spans = (from: number, to: number, at: number) => Math.min(from, to) <= at && at <= Math.max(from, to)
    for (let n = 1; n <= labelsOn(one); n++) {
      const { x, y } = labelPlace(one, n)
      const [left, top] = [x + nudge.x, y + nudge.y]
      const [middleX, middleY] = [left + one.width / 2, top + one.height / 2]
      for (const edge of [left, left + one.width])
        expect(
          upright.some((line) => near(line.x1, edge) && spans(line.y1, line.y2, middleY)),
          `label ${n}: upright at ${edge}`,
        ).toBe(true)
      // The very last row gives a little of its height to the end of the document where nothing else is left.
      const bottom = n > labelsOn(one) - one.columns && one.sheetHeight - top - one.height < 0.6 ? [] : [top + one.height]
      for (const edge of [top, ...bottom])
        expect(
          level.some((line) => near(line.y1, edge) && spans(line.x1, line.x2, middleX)),
          `label ${n}: level at ${edge}`,
        ).toBe(true)
    }
    expect(pdfBoxWidths(pdf(`frame ${id}`)), 'the box to hold a ruler to').toEqual([expect.closeTo(100, 1)])
    const numbers = pdfWords(pdf(`frame ${id}`)).map(({ text }) => text)
    expect(numbers).toContain(String(labelsOn(one)))
    expect(pdfPages(pdf(`frame ${id}`)).pages).toBe(1)
  })

  drawn.each(sheets)('%s: %i addresses from label %i on stand on %i sheets, each on its own label', (id, count, startAt, pages) => {
    const one = format(id)
    expect(pdfPages(pdf(`labels ${id}`))).toEqual({
      pages,
      width: expect.closeTo(one.sheetWidth, 1) as number,
      height: expect.closeTo(one.sheetHeight, 1) as number,
    })
    const words = pdfWords(pdf(`labels ${id}`))
    const people = words.filter(({ text }) => text.startsWith('Person'))
    expect(people).toHaveLength(count)
    const { inset } = roomOn(one)
    for (const { text, page, x } of people) {
      const place = startAt - 2 + Number(text.slice(6))
      expect(page).toBe(Math.floor(place / labelsOn(one)) + 1)
      const label = labelPlace(one, (place % labelsOn(one)) + 1)
      expect(x, text).toBeCloseTo(label.x + inset, 0)
      const lines = words.filter(
        (word) =>
          word.page === page &&
          word.x >= label.x &&
          word.right <= label.x + one.width &&
          word.y >= label.y &&
          word.bottom <= label.y + one.height,
      )
      expect(lines.map((word) => word.text)).toEqual([text, 'Lange', 'Straße', '15', '20095', 'Hamburg'])
      const middle = (Math.min(...lines.map((word) => word.y)) + Math.max(...lines.map((word) => word.bottom))) / 2
      expect(Math.abs(middle - label.y - one.height / 2), `${text} in the middle`).toBeLessThan(1.2)
    }
  })

  drawn.each(drawnEnvelopes.map((envelope) => [envelope.id, envelope] as const))(
    '%s: an envelope for each, the address where the post reads it',
    (id, envelope) => {
      expect(pdfPages(pdf(`envelope ${id}`))).toEqual({
        pages: 3,
        width: expect.closeTo(envelope.width, 0) as number,
        height: expect.closeTo(envelope.height, 0) as number,
      })
      const words = pdfWords(pdf(`envelope ${id}`))
      const { address: zone, sender } = envelopeZones(envelope)
      for (const page of [1, 2, 3]) {
        const person = words.find((word) => word.page === page && word.text === `Person${page}`)!
        expect(person.x).toBeCloseTo(zone.x, 0)
        expect(person.y).toBeGreaterThanOrEqual(40)
        expect(person.y - zone.y).toBeLessThan(2)
        expect(words.find((word) => word.page === page && word.text === 'Sender')!.x).toBeCloseTo(sender.x, 0)
      }
      for (const { right, bottom } of words) expect([right <= envelope.width - 15, bottom <= envelope.height - 15]).toEqual([true, true])
    },
  )

  drawn('cover sheets: a page for each, the address in the window of DIN 5008 B', () => {
    expect(pdfPages(pdf('cover')).pages).toBe(3)
    const words = pdfWords(pdf('cover'))
    for (const page of [1, 2, 3]) {
      const person = words.find((word) => word.page === page && word.text === `Person${page}`)!
      expect([person.x >= 20, person.x <= 30, person.y >= 45 + 17.7, person.y <= 90]).toEqual([true, true, true, true])
    }
    expect(words.filter(({ text }) => text === 'said.').map(({ page }) => page)).toEqual([2])
  })

  it.each(['labels Avery US 5160', 'envelope C5', 'cover'])('the validator finds nothing in %s', async (name) => {
    expect(await room.validate(name)).toEqual([])
  })
})

describe('very many labels', () => {
  it('are made in pieces, and stopping ends it', async () => {
    const one = format('Avery Zweckform 3475')
    const label = { lines: address(1), size: 10 }
    let steps = 0
    const step = () => Promise.resolve(++steps < 5)
    const sheets = {
      format: one,
      nudge: none,
      startAt: 1,
      labels: Array.from({ length: 5000 }, () => label),
      size: 10,
      inset: 5,
      title: '',
      language: 'de',
    }
    expect(await labelDocument(sheets, { step })).toBeUndefined()
    expect(steps).toBe(5)
  })
})
