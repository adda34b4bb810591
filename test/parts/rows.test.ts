// Long lists: where a list stands that is higher than a browser lets an element be, and which pages of it are fetched.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RowPages, type RowSource } from '../../src/parts/rowPages.svelte.ts'
import { RowsScroll } from '../../src/parts/rowsScroll.ts'

const height = 600
const row = 56

describe('A list of a million rows', () => {
  const scroll = () => {
    const made = new RowsScroll()
    made.measure(1_000_000 * row, height)
    return made
  }
  test('is no higher than a browser allows, and its last row can be reached', () => {
    const list = scroll()
    expect(list.drawn).toBe(10_000_000)
    list.moved(list.drawn - height)
    expect(list.top).toBe(1_000_000 * row - height)
  })
  test('moves with the finger, pixel by pixel', () => {
    const list = scroll()
    list.goTo(5_000_000)
    const before = list.top
    const physical = before - list.ahead
    expect(list.moved(physical + 30)).toBe(30)
    expect(list.top).toBe(before + 30)
  })
  test('wherever it is led, it stands there, and what the browser shows fits', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(56_000_000), fc.integer({ min: -900, max: 900 })), { maxLength: 30 }), (moves) => {
        const list = scroll()
        let physical = 0
        for (const move of moves) {
          if (Math.abs(move) > 900) physical = list.goTo(move)
          else {
            physical = Math.max(0, Math.min(list.drawn - height, physical + move))
            list.moved(physical)
          }
          expect(list.top).toBeGreaterThanOrEqual(0)
          expect(list.top).toBeLessThanOrEqual(1_000_000 * row - height)
          expect(Math.abs(list.top - (physical + list.ahead))).toBeLessThan(0.001)
        }
      }),
    )
  })
})

test('A list that fits moves as the browser does', () => {
  const list = new RowsScroll()
  list.measure(100 * row, height)
  list.moved(777)
  expect([list.top, list.ahead, list.drawn]).toEqual([777, 0, 5600])
})

describe('Rows that come in pages', () => {
  const source = (total: number, asked: string[], label = '') =>
    ({
      total,
      rowsAt: (from, to) => {
        asked.push(`${String(from)}-${String(to)}`)
        return Promise.resolve(Array.from({ length: to - from }, (_, at) => `${label}${String(from + at)}`))
      },
    }) satisfies RowSource<string>
  const settled = () => new Promise((done) => setTimeout(done, 5))

  test('are fetched where they are seen, each page once, and the far ones are let go', async () => {
    const asked: string[] = []
    const rows = new RowPages<string>(() => undefined)
    await rows.show(source(100_000, asked), 'all')
    expect([rows.total, rows.at(3), rows.at(99_999)]).toEqual([100_000, '3', undefined])
    rows.need(99_980, 100_000)
    rows.need(99_950, 99_990)
    await settled()
    expect(rows.at(99_999)).toBe('99999')
    expect(asked).toEqual(['0-100', '99900-100000'])
    for (let page = 1; page < 60; page++) {
      rows.need(page * 100, page * 100 + 10)
      await settled()
    }
    expect([rows.at(5900), rows.at(0)]).toEqual(['5900', undefined])
  })

  test('stay until those of the next list are there; who asked first comes too late', async () => {
    const rows = new RowPages<string>(() => undefined)
    await rows.show(source(10, [], 'old '), 'all')
    let answer: (rows: string[]) => void = () => undefined
    const slow = rows.show({ total: 5, rowsAt: () => new Promise<string[]>((done) => (answer = done)) }, 'slow')
    expect([rows.at(0), rows.total]).toEqual(['old 0', 10])
    await rows.show({ total: 1, first: ['new'], rowsAt: () => Promise.resolve(undefined) }, 'new')
    answer(['slow'])
    await slow
    expect([rows.at(0), rows.total, rows.name]).toEqual(['new', 1, 'new'])
  })

  test('of a list that is no longer there are asked for anew', async () => {
    let lost = 0
    const rows = new RowPages<string>(() => lost++)
    await rows.show({ total: 5, rowsAt: () => Promise.resolve(undefined) }, 'gone')
    expect([lost, rows.total]).toEqual([1, 0])
  })
})
