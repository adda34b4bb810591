// Putting the app on the home screen: what the browser offers is kept until the person wishes it, and nothing pops up by itself.
// https://developer.mozilla.org/docs/Web/API/Window/beforeinstallprompt_event
import { howInstalledHere, type HowInstalled } from './howInstalled.ts'

interface InstallOffer extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** What is said of installing: `must` where a tab may lose the data, `can` where it is a comfort, nothing where it is done or impossible. */
export type InstallAdvice = 'must' | 'can' | undefined

export class Install {
  readonly how: HowInstalled
  #offer = $state.raw<InstallOffer | undefined>()
  #installed = $state(false)

  /** @param how how the app stands on this device */
  constructor(how: HowInstalled = howInstalledHere(), at: EventTarget = window) {
    this.how = how
    at.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault()
      this.#offer = event as InstallOffer
    })
    at.addEventListener('appinstalled', () => {
      this.#offer = undefined
      this.#installed = true
    })
  }

  /** In a tab of WebKit the browser may clear the data, and an icon would begin empty. */
  get fleeting(): boolean {
    return this.how.standing === 'tab' && (this.how.device === 'iPad' || this.how.device === 'safari')
  }

  /** The browser installs by itself when asked. */
  get canAsk(): boolean {
    return this.#offer !== undefined
  }

  get advice(): InstallAdvice {
    if (this.#installed || this.how.standing === 'icon') return undefined
    if (this.fleeting) return 'must'
    return this.canAsk || this.how.device === 'android' ? 'can' : undefined
  }

  /** Lets the browser ask. An offer serves once: after a refusal the steps by hand remain. */
  async ask(): Promise<boolean> {
    const offer = this.#offer
    this.#offer = undefined
    if (!offer) return false
    const { outcome } = await offer.prompt()
    this.#installed = outcome === 'accepted'
    return this.#installed
  }
}
