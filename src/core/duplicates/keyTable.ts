// Numbers under which places are filed: a table of hashes in plain arrays, lean for 100 000 contacts with ten keys each. Two texts may share a
// hash: who looks something up compares it, too.

/** One number of up to three texts. The kind keeps an e-mail from being found as a phone. */
export function hashOf(kind: number, one: string, two = '', three = ''): number {
  let hash = mixed(0x811c9dc5 ^ kind, one)
  hash = mixed(Math.imul(hash ^ 0x1f, 0x01000193), two)
  return mixed(Math.imul(hash ^ 0x1f, 0x01000193), three)
}

// Fowler–Noll–Vo, variant 1a.
function mixed(start: number, text: string): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

export class KeyTable {
  #size = 0
  #keys = new Int32Array(1024)
  #places = new Int32Array(1024)
  #next = new Int32Array(1024)
  #heads = new Int32Array(1024).fill(-1)

  add(key: number, place: number): void {
    if (this.#size === this.#keys.length) this.#grow()
    const at = this.#size++
    const head = this.#headOf(key)
    this.#keys[at] = key
    this.#places[at] = place
    this.#next[at] = this.#heads[head] ?? -1
    this.#heads[head] = at
  }

  /** Calls for each place filed under the key, the newest first, at most so many; one for which the call says `false` does not count. */
  each(key: number, most: number, call: (place: number) => boolean | undefined): void {
    let left = most
    for (let at = this.#heads[this.#headOf(key)] ?? -1; at >= 0 && left > 0; at = this.#next[at] ?? -1) {
      if (this.#keys[at] !== key) continue
      if (call(this.#places[at] ?? 0) !== false) left--
    }
  }

  #headOf = (key: number) => (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 0) & (this.#heads.length - 1)

  #grow(): void {
    const length = this.#keys.length * 2
    this.#keys = longer(this.#keys, length)
    this.#places = longer(this.#places, length)
    this.#next = longer(this.#next, length)
    this.#heads = new Int32Array(length).fill(-1)
    for (let at = 0; at < this.#size; at++) {
      const head = this.#headOf(this.#keys[at] ?? 0)
      this.#next[at] = this.#heads[head] ?? -1
      this.#heads[head] = at
    }
  }
}

function longer(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length)
  grown.set(array)
  return grown
}
