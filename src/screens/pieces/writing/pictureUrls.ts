// Where the pictures of a letter are shown from: their bytes are attachments. The addresses live as long as the page that asks.
import type { House } from '../../../actions/house.ts'
import { pictureFacts } from '../../../base/picture.ts'
import type { AttachmentId } from '../../../model/ids.ts'

export class PictureUrls {
  readonly #house: House
  readonly #urls = new Map<string, Promise<string | undefined>>()

  constructor(house: House) {
    this.#house = house
  }

  /** Nothing when the bytes are gone, or are no picture. */
  of(id: string): Promise<string | undefined> {
    const known = this.#urls.get(id) ?? this.#make(id)
    this.#urls.set(id, known)
    return known
  }

  async #make(id: string): Promise<string | undefined> {
    const row = await this.#house.db.attachments.get(id as AttachmentId)
    const facts = row && pictureFacts(new Uint8Array(row.bytes))
    return facts && URL.createObjectURL(new Blob([row.bytes], { type: facts.type }))
  }

  async close(): Promise<void> {
    for (const url of await Promise.all(this.#urls.values())) if (url) URL.revokeObjectURL(url)
    this.#urls.clear()
  }
}
