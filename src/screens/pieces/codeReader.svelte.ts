// Reads QR codes without drawing anything: from the camera's pictures, a few each second, or from one file. A card of a contact ends it.
import { readCode } from '../../actions/codes.ts'
import type { House } from '../../actions/house.ts'
import { t } from '../../text/language.svelte.ts'

/** Milliseconds between two looks, and how many points a look is wide at most. */
const rest = 200
const widest = 900

export class CodeReader {
  camera = $state<'asking' | 'on' | 'none'>('asking')
  /** A code that holds no contact: the beginning of what it says. */
  other = $state('')
  busy = $state(false)
  trouble = $state('')
  #stream: MediaStream | undefined
  #stopped = false
  readonly #house: House
  readonly #oncard: (card: string) => void

  /** @param oncard gets the card of a contact, once */
  constructor(house: House, oncard: (card: string) => void) {
    this.#house = house
    this.#oncard = oncard
  }

  /** Looks through the camera until a card is found or `stop`; where there is no camera, or none is allowed, a file can be chosen. */
  async watch(video: HTMLVideoElement): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (this.#stopped) return stopAll(stream)
      this.#stream = stream
      video.srcObject = stream
      await video.play()
      this.camera = 'on'
    } catch {
      this.camera = 'none'
      return
    }
    while (!this.#stopped) {
      if (video.videoWidth > 0 && (await this.#look(video, video.videoWidth, video.videoHeight))) return
      await new Promise((next) => setTimeout(next, rest))
    }
  }

  async readFile(file: File): Promise<void> {
    this.busy = true
    this.trouble = ''
    try {
      const picture = await createImageBitmap(file)
      const found = await this.#look(picture, picture.width, picture.height)
      if (!found && !this.other) this.trouble = t('code.nothingFound', { fileName: file.name })
      picture.close()
    } catch {
      this.trouble = t('code.noPicture', { fileName: file.name })
    }
    this.busy = false
  }

  stop(): void {
    this.#stopped = true
    if (this.#stream) stopAll(this.#stream)
  }

  /** Whether it was a contact. */
  async #look(picture: CanvasImageSource, width: number, height: number): Promise<boolean> {
    const scale = Math.min(1, widest / Math.max(width, height))
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return false
    // A drawing may have no ground of its own.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const text = await readCode(this.#house, { width: canvas.width, height: canvas.height, data })
    if (text === undefined || this.#stopped) return false
    const isCard = /^\s*BEGIN:VCARD/i.test(text)
    this.other = isCard ? '' : text.slice(0, 80)
    if (isCard) {
      this.stop()
      this.#oncard(text)
    }
    return isCard
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
