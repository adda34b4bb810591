// What nobody caught is said once, and an abort not at all.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchUnforeseen } from '../../src/app/unforeseen.ts'

describe('What nobody caught', () => {
  let page: EventTarget
  let told: unknown[]
  const rejected = (reason: unknown) => page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }))
  const thrown = (error: unknown) => page.dispatchEvent(Object.assign(new Event('error'), { error }))
  beforeEach(() => {
    vi.useFakeTimers()
    page = new EventTarget()
    told = []
    watchUnforeseen(page, (one) => told.push(one))
  })
  afterEach(() => vi.useRealTimers())

  it('is said, whether thrown or rejected', () => {
    const [one, two] = [new Error('one'), new Error('two')]
    thrown(one)
    rejected(two)
    rejected('three')
    expect(told).toEqual([one, two, 'three'])
  })

  it('is said once, and again when it comes back after a minute', () => {
    rejected(new Error('loop'))
    rejected(new Error('loop'))
    thrown(new Error('loop'))
    expect(told).toHaveLength(1)
    vi.advanceTimersByTime(60_000)
    rejected(new Error('loop'))
    expect(told).toHaveLength(2)
  })

  it('is not said of an abort, nor of a remark of the browser without an error', () => {
    rejected(new DOMException('closed', 'AbortError'))
    thrown(null)
    page.dispatchEvent(new Event('error'))
    expect(told).toEqual([])
  })
})
