// Is the app on the tablet, is there a newer version? A newer one waits until the person asks for it, and until work that runs in any
// window is done; then drafts are written first.
// All windows of the app move together: the others write what is being typed, too, before they load again.
import type { Workbox } from 'workbox-window'
import { pause } from '../base/pause.ts'
import { serviceWorkerUrl } from '../base/trusted.ts'

export type OfflineState = 'unsupported' | 'installing' | 'ready' | 'waiting' | 'failed'

const hour = 3_600_000
/** So long a version may take to take over; a page that no version controls yet hears nothing of it and loads again then by itself. */
const patience = 2_000
/** How often the version that waits is asked to take over before the page loads again all the same. */
const turns = 5
/** What is being typed could not be written: the page does not go before it is, and tries again after this time. */
const again = 3_000
/** So often it is looked whether the work that runs is done. */
const glance = 500

export class Offline {
  state = $state<OfflineState>(navigator.serviceWorker?.controller ? 'ready' : 'installing')
  /** When the host was last asked for a newer version, and answered. */
  lastChecked = $state<Date | undefined>()
  /** She will move to the version that waits another time; at the next start she is asked again. */
  postponed = $state(false)
  /** She asked for the version that waits, and it comes when the work that runs is done. */
  afterWork = $state(false)
  readonly build: string = __BUILD__
  readonly #beforeReload: () => Promise<boolean>
  readonly #atWork: () => Promise<boolean>
  #workbox: Workbox | undefined
  #asked = 0
  #reloading = false

  /**
   * @param beforeReload writes what is being typed, and says whether all of it is on the disk; the page reloads when a new version takes over
   * @param atWork whether something long runs, in this window or another: an import, letters, a backup
   */
  constructor(beforeReload: () => Promise<boolean>, atWork: () => Promise<boolean> = () => Promise.resolve(false)) {
    this.#beforeReload = beforeReload
    this.#atWork = atWork
  }

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV || __SELF_DESTROYS__) {
      this.state = 'unsupported'
      return
    }
    let controlled = navigator.serviceWorker.controller !== null
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // The first version to take over is the one this page came with.
      if (controlled) void this.#reload()
      controlled = true
    })
    try {
      await this.#register()
      void this.check()
    } catch {
      this.state = controlled ? 'ready' : 'failed'
    }
    this.#watch()
  }

  /** What registers comes when the page stands: the first picture does not wait for it. */
  async #register(): Promise<void> {
    const { Workbox } = await import('workbox-window')
    const workbox = new Workbox(serviceWorkerUrl(`${import.meta.env.BASE_URL}sw.js`), { scope: import.meta.env.BASE_URL })
    this.#workbox = workbox
    workbox.addEventListener('activated', () => this.#settle('ready'))
    workbox.addEventListener('waiting', () => (this.state = 'waiting'))
    const registration = await workbox.register()
    if (registration?.waiting) this.state = 'waiting'
    else if (registration?.active) this.#settle('ready')
    else registration?.installing?.addEventListener('statechange', (event) => this.#watchFirst(event.target as ServiceWorker))
  }

  #settle(state: OfflineState): void {
    if (this.state !== 'waiting') this.state = state
  }

  /** The first version: when it cannot be stored whole (the network went, the disk is full), the app is not on the tablet. */
  #watchFirst(worker: ServiceWorker): void {
    if (worker.state === 'redundant') this.#settle('failed')
  }

  /** Asks when the person comes back and while the app stays open, at most once an hour, and when the network does. */
  #watch(): void {
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - this.#asked >= hour) void this.check()
    }
    document.addEventListener('visibilitychange', look)
    setInterval(look, hour / 4)
    window.addEventListener('online', () => void this.check())
  }

  /** Asks the host for a newer version; without a network nothing happens. */
  async check(): Promise<void> {
    this.#asked = Date.now()
    try {
      await this.#workbox?.update()
      this.lastChecked = new Date()
    } catch {
      // No network: the answer is the version that is here.
    }
  }

  /** Moves to the version that waits, when no work runs any more; until then she may put it off. All windows move with it. */
  async apply(): Promise<void> {
    if (this.afterWork) return
    this.postponed = false
    this.afterWork = true
    while (!this.postponed && (await this.#atWork())) await pause(glance)
    this.afterWork = false
    if (this.postponed) return
    // What could not be written would be lost with the page: the old version goes on until there is room.
    if (!(await this.#beforeReload())) return
    const registration = await navigator.serviceWorker.getRegistration()
    // A version takes over when the one before it has nothing in hand any more; a page that is just loading keeps that one busy.
    for (let asked = 0; registration?.waiting && asked < turns; asked++) {
      registration.waiting.postMessage({ type: 'SKIP_WAITING' })
      await pause(patience)
    }
    await this.#reload()
  }

  async #reload(): Promise<void> {
    if (this.#reloading) return
    this.#reloading = true
    // The tap was in another window, perhaps, and work began here meanwhile.
    while (await this.#atWork()) await pause(glance)
    // What stands here and is not on the disk would be lost with the page.
    while (!(await this.#beforeReload().catch(() => false))) await pause(again)
    location.reload()
  }
}
