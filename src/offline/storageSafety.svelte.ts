// Is the data safe on this tablet? The browser is asked to keep it, and a small write tells whether the disk still answers.

export type SafetyState = 'safe' | 'no'

const diskTrouble = ['diskFull', 'connectionLost', 'storage']

export class StorageSafety {
  state = $state<SafetyState>('safe')
  /** Whether the browser promised to keep the data; nothing while it was not asked. */
  persisted = $state<boolean | undefined>()
  usage = $state<number | undefined>()
  readonly #probe: () => Promise<boolean>
  #asked = false

  /** @param probe writes and reads something small; false when the disk does not answer */
  constructor(probe: () => Promise<boolean>) {
    this.#probe = probe
    void this.#look()
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

  /** Asks the browser to keep the data; its answer is shown. */
  async ask(): Promise<void> {
    this.#asked = true
    if (typeof navigator.storage?.persist !== 'function') return
    this.persisted = await navigator.storage.persist()
    await this.#look()
  }

  async check(): Promise<void> {
    this.state = (await this.#probe().catch(() => false)) ? 'safe' : 'no'
  }

  async #look(): Promise<void> {
    if (typeof navigator.storage?.persisted === 'function') this.persisted = await navigator.storage.persisted()
    if (typeof navigator.storage?.estimate === 'function') this.usage = (await navigator.storage.estimate()).usage
  }
}
