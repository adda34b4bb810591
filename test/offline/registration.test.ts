// A newer version takes over by a tap in another window: this one goes only when what is typed in it is on the disk.
import { afterEach, expect, it, vi } from 'vitest'
import { Offline } from '../../src/offline/registration.svelte.ts'

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
  })
  vi.stubGlobal('navigator', { serviceWorker: workers })
  vi.stubGlobal('document', Object.assign(new EventTarget(), { readyState: 'complete', visibilityState: 'visible' }))
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('location', { href: 'http://localhost/', reload })
  return { workers, reload }
}

it('is loaded again when the drafts are written', async () => {
  const { workers, reload } = window_()
  void new Offline(() => Promise.resolve(true)).start()
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
  void new Offline(() => write()).start()
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
  void offline.start()
  await vi.advanceTimersByTimeAsync(10)
  const atStart = check.mock.calls.length
  await vi.advanceTimersByTimeAsync(3 * 3_600_000)
  expect(check.mock.calls.length - atStart).toBe(3)
  expect(reload).not.toHaveBeenCalled()
})
