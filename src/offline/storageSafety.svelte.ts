// Is the data safe on this tablet? The browser is asked to keep it, and a small write tells whether the disk still answers.

export type SafetyState = 'safe' | 'no'

const diskTrouble = ['diskFull', 'connectionLost', 'storage', 'storeDamaged']

export class StorageSafety {
  state = $state<SafetyState>('safe')
  /** Whether the browser promised to keep the data; nothing while it was not asked. */
  persisted = $state<boolean | undefined>()
  usage = $state<number | undefined>()
  /** How much the browser would let the app use; missing where it does not say. */
  quota = $state<number | undefined>()
  /** The browser was asked by a tap and did not promise. */
  refused = $state(false)
  readonly #probe: () => Promise<boolean>
  readonly #looked: Promise<void>
  #asked = false

  /** @param probe writes and reads something small; false when the disk does not answer */
  constructor(probe: () => Promise<boolean>) {
    this.#probe = probe
    this.#looked = this.#look().catch(() => undefined)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.check())
  }

  /** How a save went. From the first good one on the browser is asked to keep the data; trouble with the disk turns the light. */
  written(failureCode: string | undefined): void {
    if (failureCode !== undefined) {
      if (diskTrouble.includes(failureCode)) this.state = 'no'
      return
    }
    this.state = 'safe'
    if (!this.#asked) void this.ask()
  }

  /** The browser can be asked. */
  get canAsk(): boolean {
    return typeof navigator.storage?.persist === 'function'
  }

  /** Asks because the person wishes it: a refusal is said. */
  async askNow(): Promise<void> {
    await this.ask()
    this.refused = this.persisted !== true
  }

  /** What is used and what is free may have changed. */
  look(): Promise<void> {
    return this.#look()
  }

  /** Asks the browser to keep the data; its answer is shown. */
  async ask(): Promise<void> {
    this.#asked = true
    if (typeof navigator.storage?.persist !== 'function') return
    this.persisted = await navigator.storage.persist()
    await this.#look()
  }

  /** At a start with own data: the browser is asked unless it has promised already. */
  async askAgain(): Promise<void> {
    await this.#looked
    if (this.persisted !== true && !this.#asked) await this.ask()
  }

  async check(): Promise<void> {
    this.state = (await this.#probe().catch(() => false)) ? 'safe' : 'no'
  }

  async #look(): Promise<void> {
    if (typeof navigator.storage?.persisted === 'function') this.persisted = await navigator.storage.persisted()
    if (typeof navigator.storage?.estimate !== 'function') return
    const { usage, quota } = await navigator.storage.estimate()
    this.usage = usage
    this.quota = quota
  }
}
