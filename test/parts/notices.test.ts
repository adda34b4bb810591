// What went wrong is said until it is closed, or does not belong to what she does now.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { notices } from '../../src/parts/notices.svelte.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  notices.release()
  notices.list = []
  vi.useRealTimers()
})

it('a failure stays beside what was done since, and goes with its page or when the next job begins', () => {
  notices.trouble('There was no letter to make.')
  notices.done('40 entries logged.')
  expect(notices.list.map(({ kind }) => kind)).toEqual(['trouble', 'done'])
  notices.over()
  expect(notices.list.map(({ text }) => text)).toEqual(['40 entries logged.'])
})

const texts = () => notices.list.map(({ text }) => text)

it('what was done is there for ten seconds', () => {
  notices.done('Header changed.')
  vi.advanceTimersByTime(9_900)
  expect(texts()).toEqual(['Header changed.'])
  vi.advanceTimersByTime(200)
  expect(texts()).toEqual([])
})

describe('While a finger or the keyboard is on it, or the page is out of sight', () => {
  it('it stays as long as that takes, and a moment more', () => {
    notices.done('Header changed.')
    vi.advanceTimersByTime(9_000)
    notices.hold()
    vi.advanceTimersByTime(60_000)
    expect(texts()).toEqual(['Header changed.'])
    notices.release()
    vi.advanceTimersByTime(2_000)
    expect(texts()).toEqual(['Header changed.'])
    vi.advanceTimersByTime(1_000)
    expect(texts()).toEqual([])
  })

  it('what comes meanwhile stays, too', () => {
    notices.hold()
    notices.done('40 entries logged.')
    vi.advanceTimersByTime(60_000)
    expect(texts()).toEqual(['40 entries logged.'])
    notices.release()
    vi.advanceTimersByTime(10_100)
    expect(texts()).toEqual([])
  })
})

it('the newest act is taken back by its notice once, and a notice without one is passed over', () => {
  const undone: string[] = []
  notices.done('Header changed.', { label: 'Undo', run: () => undone.push('header') })
  notices.trouble('There was no letter to make.')
  expect(notices.actOnLast()).toBe(true)
  expect(notices.actOnLast()).toBe(false)
  expect(undone).toEqual(['header'])
  expect(texts()).toEqual(['There was no letter to make.'])
})
