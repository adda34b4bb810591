// Is the app on the tablet, is there a newer version? A newer one waits until the person asks for it; then drafts are written first.
import { Workbox } from 'workbox-window'
import { serviceWorkerUrl } from '../base/trusted.ts'

export type OfflineState = 'unsupported' | 'installing' | 'ready' | 'waiting' | 'failed'

const hour = 3_600_000

export class Offline {
  state = $state<OfflineState>('installing')
  /** When the host was last asked for a newer version. */
  lastChecked = $state<Date | undefined>()
  readonly build: string = __BUILD__
  readonly #beforeReload: () => Promise<void>
  #workbox: Workbox | undefined

  /** @param beforeReload writes what is being typed; the page reloads when a new version takes over */
  constructor(beforeReload: () => Promise<void>) {
    this.#beforeReload = beforeReload
  }

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) {
      this.state = 'unsupported'
      return
    }
    const workbox = new Workbox(serviceWorkerUrl(`${import.meta.env.BASE_URL}sw.js`), { scope: import.meta.env.BASE_URL })
    this.#workbox = workbox
    workbox.addEventListener('activated', () => this.#settle('ready'))
    workbox.addEventListener('waiting', () => (this.state = 'waiting'))
    const controlled = navigator.serviceWorker.controller !== null
    let reloading = false
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (!controlled || reloading) return
      reloading = true
      void this.#beforeReload().finally(() => location.reload())
    })
    try {
      const registration = await workbox.register()
      if (registration?.waiting) this.state = 'waiting'
      else if (registration?.active) this.#settle('ready')
    } catch {
      this.state = controlled ? 'ready' : 'failed'
    }
    this.#watch()
  }

  #settle(state: OfflineState): void {
    if (this.state !== 'waiting') this.state = state
  }

  #watch(): void {
    this.lastChecked = new Date()
    const check = () => {
      if (this.lastChecked && Date.now() - this.lastChecked.getTime() < hour) return
      void this.check()
    }
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check())
    window.addEventListener('online', check)
  }

  /** Asks the host for a newer version; without a network nothing happens. */
  async check(): Promise<void> {
    try {
      await this.#workbox?.update()
      this.lastChecked = new Date()
    } catch {
      // No network: the answer is the version that is here.
    }
  }

  /** Moves to the version that waits. All windows move with it. */
  async apply(): Promise<void> {
    await this.#beforeReload()
    this.#workbox?.messageSkipWaiting()
  }
}
