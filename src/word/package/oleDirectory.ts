// The directory of an old compound file: which streams lie at its root. A .doc may hold other documents further inside,
// and any text at all; only the root says what the file itself is. Public source: [MS-CFB] 2.2 to 2.6.

const endOfChain = 0xfffffffe
const none = 0xffffffff

/** The names at the root; null when the directory cannot be read. */
export function rootStreams(bytes: Uint8Array): string[] | null {
  if (bytes.length < 512) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return null
  const sector = 2 ** shift
  const entries = directorySectors(view, sector).flatMap((number) => {
    const at = (number + 1) * sector
    return Array.from({ length: sector / 128 }, (_, i) => at + i * 128).filter((entry) => entry + 128 <= bytes.length)
  })
  const root = entries[0]
  if (root === undefined || view.getUint8(root + 66) !== 5) return null
  return namesBelow(view, entries, view.getUint32(root + 76, true))
}

/** The directory's sectors, along the chain of the allocation table. */
function directorySectors(view: DataView, sector: number): number[] {
  const table = tableSectors(view, sector)
  const perSector = sector / 4
  const found = new Set<number>()
  for (let number = view.getUint32(48, true); number < endOfChain && !found.has(number) && found.size < 10_000;) {
    found.add(number)
    const part = table[Math.floor(number / perSector)]
    const at = part === undefined ? -1 : (part + 1) * sector + (number % perSector) * 4
    number = at < 0 || at + 4 > view.byteLength ? endOfChain : view.getUint32(at, true)
  }
  return [...found]
}

/** Where the allocation table lies: 109 sectors stand in the header, further ones in a chain. */
function tableSectors(view: DataView, sector: number): number[] {
  const found = Array.from({ length: 109 }, (_, i) => view.getUint32(76 + i * 4, true))
  let more = view.getUint32(68, true)
  for (let round = 0; more < endOfChain && round < 1_000; round++) {
    const at = (more + 1) * sector
    if (at + sector > view.byteLength) break
    for (let i = 0; i < sector / 4 - 1; i++) found.push(view.getUint32(at + i * 4, true))
    more = view.getUint32(at + sector - 4, true)
  }
  return found.filter((number) => number < endOfChain)
}

/** Streams of one storage hang together as a tree: left and right neighbours. */
function namesBelow(view: DataView, entries: readonly number[], first: number): string[] {
  const seen = new Set<number>()
  const names: string[] = []
  const open = [first]
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const at = entries[number]
    if (number === none || at === undefined || seen.has(number)) continue
    seen.add(number)
    names.push(nameAt(view, at))
    open.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true))
  }
  return names
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1))
  return String.fromCharCode(...Array.from({ length: Math.floor(length) }, (_, i) => view.getUint16(at + i * 2, true)))
}
