// The browser is asked to keep the data: after the first good save, and at each start with own data until it promises. The answer is shown.
import { afterEach, expect, it, vi } from 'vitest'
import { StorageSafety } from '../../src/offline/storageSafety.svelte.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser that answers as told. */
function browser(promised: boolean, answer = promised) {
  let persisted = promised
  const persist = vi.fn(() => Promise.resolve((persisted = answer)))
  const storage = { persist, persisted: () => Promise.resolve(persisted), estimate: () => Promise.resolve({ usage: 5, quota: 50 }) }
  vi.stubGlobal('navigator', { storage })
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  return { persist, page }
}
const settled = () => new Promise((done) => setTimeout(done, 5))

it('asks once, after the first good save, and shows what the browser says', async () => {
  const { persist } = browser(false, true)
  const safety = new StorageSafety(() => Promise.resolve(true))
  await settled()
  expect([persist.mock.calls.length, safety.persisted, safety.usage, safety.quota]).toEqual([0, false, 5, 50])
  safety.written('stale')
  expect(persist).not.toHaveBeenCalled()
  safety.written(undefined)
  safety.written(undefined)
  await settled()
  expect([persist.mock.calls.length, safety.persisted, safety.refused]).toEqual([1, true, false])
})

it('asks again at a start until the browser has promised, and not a second time in the same session', async () => {
  const { persist } = browser(false)
  const safety = new StorageSafety(() => Promise.resolve(true))
  await safety.askAgain()
  safety.written(undefined)
  await safety.askAgain()
  expect([persist.mock.calls.length, safety.persisted]).toEqual([1, false])
  await new StorageSafety(() => Promise.resolve(true)).askAgain()
  expect(persist).toHaveBeenCalledTimes(2)
})

it('does not ask a browser that has promised', async () => {
  const { persist } = browser(true)
  await new StorageSafety(() => Promise.resolve(true)).askAgain()
  expect(persist).not.toHaveBeenCalled()
})

it('says that the browser refused only to somebody who asked', async () => {
  browser(false)
  const safety = new StorageSafety(() => Promise.resolve(true))
  await safety.askAgain()
  expect(safety.refused).toBe(false)
  await safety.askNow()
  expect(safety.refused).toBe(true)
})

it('is silent where the browser cannot be asked', async () => {
  browser(false)
  vi.stubGlobal('navigator', {})
  const safety = new StorageSafety(() => Promise.resolve(true))
  await safety.askAgain()
  expect([safety.canAsk, safety.persisted, safety.quota]).toEqual([false, undefined, undefined])
})

it('looks whether the disk answers when the person comes back; a save tells, too', async () => {
  const { page } = browser(true)
  let answers = false
  const safety = new StorageSafety(() => (answers ? Promise.resolve(true) : Promise.reject(new Error('gone'))))
  expect(safety.state).toBe('safe')
  page.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(safety.state).toBe('no')
  answers = true
  page.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(safety.state).toBe('safe')
  safety.written('changedSince')
  expect(safety.state).toBe('safe')
  safety.written('diskFull')
  expect(safety.state).toBe('no')
  safety.written(undefined)
  expect(safety.state).toBe('safe')
})
