// Several files as one ZIP, written as they grow. Public source: PKWARE APPNOTE 4.3.
import { Zip, ZipDeflate } from 'fflate'

export class ZipOut {
  readonly #taken: Uint8Array<ArrayBuffer>[] = []
  readonly #zip = new Zip((error, bytes) => {
    if (error) throw error
    this.#taken.push(bytes)
  })
  #file: ZipDeflate | undefined

  /** The next file; the one before ends. */
  file(name: string): void {
    this.#endFile()
    this.#file = new ZipDeflate(name, { level: 6 })
    this.#zip.add(this.#file)
  }

  add(bytes: Uint8Array): void {
    this.#file?.push(bytes)
  }

  end(): void {
    this.#endFile()
    this.#zip.end()
  }

  /** What is ready to be written. */
  take(): Uint8Array<ArrayBuffer>[] {
    return this.#taken.splice(0)
  }

  #endFile(): void {
    this.#file?.push(new Uint8Array(), true)
    this.#file = undefined
  }
}
