// A picture that is chosen from a file and looked at, as a logo or a signature; too large a one is made smaller. Without drawing.
import { addPicture } from '../../actions/writtenLetters.ts'
import type { House } from '../../actions/house.ts'
import type { AttachmentId } from '../../model/ids.ts'
import { failureText } from '../../text/failures.ts'
import { failureOf } from '../../workers/call.ts'
import { PictureUrls } from './writing/pictureUrls.ts'
import { readyPicture } from './writing/smallerPicture.ts'

export class PictureTaking {
  /** Where the picture can be looked at; nothing while it is read, or where it is gone. */
  url = $state<string | undefined>()
  isGone = $state(false)
  busy = $state(false)
  trouble = $state('')
  #shown: AttachmentId | undefined
  readonly #house: House
  readonly #urls: PictureUrls

  constructor(house: House) {
    this.#house = house
    this.#urls = new PictureUrls(house)
  }

  /** To be called in an effect with the picture that stands. */
  show(id: AttachmentId | undefined): void {
    this.#shown = id
    this.url = undefined
    this.isGone = false
    if (!id) return
    void this.#urls.of(id).then((found) => {
      if (id !== this.#shown) return
      this.url = found
      this.isGone = found === undefined
    })
  }

  /** Stores the picture of a file and hands it on; what is wrong with it stands in `trouble`. */
  async take(given: File, onready: (id: AttachmentId, ready: Awaited<ReturnType<typeof readyPicture>>) => unknown): Promise<void> {
    this.busy = true
    this.trouble = ''
    try {
      const ready = await readyPicture(given)
      const added = await addPicture(this.#house, ready.bytes, ready.fileName)
      if (added.ok) await onready(added.value.id, ready)
      else this.trouble = failureText(added.failure)
    } catch (error) {
      this.trouble = failureText(failureOf(error))
    }
    this.busy = false
  }

  close(): void {
    void this.#urls.close()
  }
}
