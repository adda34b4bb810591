// Huffman codes for a few hundred symbols: how long each code is, by how often the symbol comes, and the codes themselves.
// Public source: RFC 1951, 3.2.2; A. Moffat, J. Katajainen, "In-place calculation of minimum-redundancy codes" (1995).

const most = 288
const longest = 15
const sorted = new Uint32Array(most)
const weights = new Uint32Array(most)
const counts = new Uint16Array(most)

/** Lengths of the codes, none above `limit`; at least two symbols get one, so that every reader finds the code complete. */
export function codeLengths(often: Uint32Array, limit: number, lengths: Uint8Array): void {
  const used = sort(often)
  lengths.fill(0)
  for (let i = 0; i < used; i++) weights[i] = (sorted[i] as number) >>> 9
  counts.fill(0)
  depths(used)
  limited(used, limit)
  let i = 0
  for (let length = limit; length > 0; length--) {
    for (let left = counts[length] as number; left > 0; left--) lengths[(sorted[i++] as number) & 511] = length
  }
}

/** The symbols that come, rarest first. Answers how many. */
function sort(often: Uint32Array): number {
  let used = 0
  for (let symbol = 0; symbol < often.length; symbol++) if (often[symbol]) sorted[used++] = ((often[symbol] as number) << 9) | symbol
  for (let symbol = 0; used < 2; symbol++) if (!often[symbol]) sorted[used++] = (1 << 9) | symbol
  sorted.subarray(0, used).sort()
  return used
}

/** How deep the leaves of the tree lie: `counts` by depth. First the weights become parents, then depths of inner nodes, then of leaves. */
function depths(used: number): void {
  const w = weights
  let leaf = 0
  let root = 0
  for (let next = 0; next < used - 1; next++) {
    let weight = 0
    for (let two = 0; two < 2; two++) {
      if (leaf >= used || (root < next && (w[root] as number) < (w[leaf] as number))) {
        weight += w[root] as number
        w[root++] = next
      } else weight += w[leaf++] as number
    }
    w[next] = weight
  }
  w[used - 2] = 0
  for (let node = used - 3; node >= 0; node--) w[node] = (w[w[node] as number] as number) + 1
  countLeaves(used)
}

function countLeaves(used: number): void {
  let free = 1
  let node = used - 2
  for (let depth = 0, left = used; left > 0; depth++) {
    let inner = 0
    while (node >= 0 && weights[node] === depth) {
      inner++
      node--
    }
    counts[depth] = free - inner
    left -= free - inner
    free = 2 * inner
  }
}

/** Leaves below the limit come up to it; for each that is too many there, one above makes room by going down. */
function limited(used: number, limit: number): void {
  let over = 0
  for (let depth = limit + 1; depth < used; depth++) {
    over += counts[depth] as number
    counts[depth] = 0
  }
  if (over === 0) return
  counts[limit] = (counts[limit] as number) + over
  let room = 0
  for (let depth = 1; depth <= limit; depth++) room += (counts[depth] as number) << (limit - depth)
  for (; room > 1 << limit; room--) {
    let depth = limit - 1
    while (counts[depth] === 0) depth--
    counts[depth] = (counts[depth] as number) - 1
    counts[depth + 1] = (counts[depth + 1] as number) + 2
    counts[limit] = counts[limit] - 1
  }
}

const nextCode = new Uint16Array(longest + 1)
const ofLength = new Uint16Array(longest + 1)

/** The codes of these lengths, first bit lowest, as deflate writes them. */
export function codesOf(lengths: Uint8Array, codes: Uint16Array): void {
  ofLength.fill(0)
  for (let i = 0; i < lengths.length; i++) ofLength[lengths[i] as number] = (ofLength[lengths[i] as number] as number) + 1
  let code = 0
  for (let length = 1; length <= longest; length++) {
    nextCode[length] = code
    code = (code + (ofLength[length] as number)) << 1
  }
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i] as number
    if (length === 0) continue
    codes[i] = reversed(nextCode[length] as number, length)
    nextCode[length] = (nextCode[length] as number) + 1
  }
}

function reversed(code: number, length: number): number {
  let turned = ((code & 0x5555) << 1) | ((code >>> 1) & 0x5555)
  turned = ((turned & 0x3333) << 2) | ((turned >>> 2) & 0x3333)
  turned = ((turned & 0x0f0f) << 4) | ((turned >>> 4) & 0x0f0f)
  turned = ((turned & 0x00ff) << 8) | ((turned >>> 8) & 0x00ff)
  return turned >>> (16 - length)
}
