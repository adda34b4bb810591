// Bits into a row of bytes, the first one lowest, as deflate has them (RFC 1951, 3.1.1).

export class Bits {
  private bytes = new Uint8Array(32_768)
  private length = 0
  /** What is not yet a pair of bytes. */
  private held = 0
  private heldBits = 0

  /** Begins anew, with room for so many bytes. */
  open(room: number): void {
    if (this.bytes.length < room) this.bytes = new Uint8Array(Math.max(room, 2 * this.bytes.length))
    this.length = this.held = this.heldBits = 0
  }

  /** At most 16. */
  put(value: number, count: number): void {
    this.held |= value << this.heldBits
    this.heldBits += count
    if (this.heldBits < 16) return
    this.bytes[this.length++] = this.held
    this.bytes[this.length++] = this.held >>> 8
    this.held >>>= 16
    this.heldBits -= 16
  }

  /** Bytes as they are, from the next whole byte on. */
  putBytes(bytes: Uint8Array): void {
    this.toByte()
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** A copy. */
  close(): Uint8Array<ArrayBuffer> {
    this.toByte()
    return this.bytes.slice(0, this.length)
  }

  private toByte(): void {
    for (; this.heldBits > 0; this.heldBits -= 8) {
      this.bytes[this.length++] = this.held
      this.held >>>= 8
    }
    this.heldBits = 0
  }
}
