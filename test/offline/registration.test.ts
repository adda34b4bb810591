// A newer version takes over by a tap in another window: this one goes only when what is typed in it is on the disk.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Offline } from '../../src/offline/registration.svelte.ts'
import { atWork, isAtWork } from '../../src/workers/life.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

/** A window that the service worker controls; `reload` counts. */
function window_(): { workers: EventTarget; reload: ReturnType<typeof vi.fn> } {
  vi.useFakeTimers()
  vi.stubEnv('DEV', false)
  const reload = vi.fn()
  const workers = Object.assign(new EventTarget(), {
    controller: { scriptURL: 'http://localhost/sw.js' },
    register: () => Promise.resolve(Object.assign(new EventTarget(), { active: {}, waiting: null, update: () => Promise.resolve() })),
    getRegistration: () => Promise.resolve({ waiting: null }),
  })
  vi.stubGlobal('navigator', { serviceWorker: workers })
  vi.stubGlobal('document', Object.assign(new EventTarget(), { readyState: 'complete', visibilityState: 'visible' }))
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('location', { href: 'http://localhost/', reload })
  return { workers, reload }
}

it('is loaded again when the drafts are written', async () => {
  const { workers, reload } = window_()
  await new Offline(() => Promise.resolve(true)).start()
  await vi.advanceTimersByTimeAsync(10)
  expect(reload).not.toHaveBeenCalled()
  workers.dispatchEvent(new Event('controllerchange'))
  await vi.advanceTimersByTimeAsync(10)
  expect(reload).toHaveBeenCalledTimes(1)
})

it.each([
  ['cannot be written', () => Promise.resolve(false)],
  ['fail to be written', () => Promise.reject(new Error('disk'))],
])('stays while the drafts %s, and goes when there is room again', async (_what, trouble) => {
  const { workers, reload } = window_()
  let write = trouble
  await new Offline(() => write()).start()
  await vi.advanceTimersByTimeAsync(10)
  workers.dispatchEvent(new Event('controllerchange'))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(reload).not.toHaveBeenCalled()
  write = () => Promise.resolve(true)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(reload).toHaveBeenCalledTimes(1)
})

it('asks for a newer version while it stays open, once an hour', async () => {
  const { reload } = window_()
  const offline = new Offline(() => Promise.resolve(true))
  const check = vi.spyOn(offline, 'check')
  await offline.start()
  await vi.advanceTimersByTimeAsync(10)
  const atStart = check.mock.calls.length
  await vi.advanceTimersByTimeAsync(3 * 3_600_000)
  expect(check.mock.calls.length - atStart).toBe(3)
  expect(reload).not.toHaveBeenCalled()
})

describe('Work that runs', () => {
  it('holds the page until it is done', async () => {
    const { workers, reload } = window_()
    let atWork = true
    await new Offline(
      () => Promise.resolve(true),
      () => Promise.resolve(atWork),
    ).start()
    await vi.advanceTimersByTimeAsync(10)
    workers.dispatchEvent(new Event('controllerchange'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reload).not.toHaveBeenCalled()
    atWork = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is waited for before the new version is asked in; put off meanwhile, it does not come', async () => {
    const { reload } = window_()
    let atWork = true
    const flush = vi.fn(() => Promise.resolve(true))
    const offline = new Offline(flush, () => Promise.resolve(atWork))
    void offline.apply()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([offline.afterWork, flush.mock.calls.length]).toEqual([true, 0])
    offline.postponed = true
    await vi.advanceTimersByTimeAsync(1_000)
    atWork = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect([offline.afterWork, flush.mock.calls.length, reload.mock.calls.length]).toEqual([false, 0, 0])
    // Asked for again, it comes.
    void offline.apply()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([flush.mock.calls.length > 0, reload.mock.calls.length, offline.postponed]).toEqual([true, 1, false])
  })

  it('is told to every window by a lock, and is over when it fails', async () => {
    const held = new Set<object>()
    const locks = {
      request: async (name: string, how: { mode: string }, hold: () => Promise<void>) => {
        const lock = { name, ...how }
        held.add(lock)
        await hold()
        held.delete(lock)
      },
      query: () => Promise.resolve({ held: [...held] }),
    }
    vi.stubGlobal('navigator', { locks })
    let fail = (_why: Error) => undefined as void
    const work = atWork(() => new Promise((_done, failed) => (fail = failed)))
    expect(await isAtWork()).toBe(true)
    expect([...held]).toEqual([{ name: 'fieldbook at work', mode: 'shared' }])
    fail(new Error('stopped'))
    await expect(work).rejects.toThrow('stopped')
    await vi.waitFor(async () => expect(await isAtWork()).toBe(false))
    // Another window's.
    held.add({ name: 'fieldbook at work', mode: 'shared' })
    expect(await isAtWork()).toBe(true)
  })

  it('is known in this window where there are no locks', async () => {
    vi.stubGlobal('navigator', {})
    expect(await isAtWork()).toBe(false)
    let end = () => undefined as void
    const work = atWork(() => new Promise<void>((done) => (end = done)))
    expect(await isAtWork()).toBe(true)
    end()
    await work
    expect(await isAtWork()).toBe(false)
  })
})
