// Builds an old compound file with streams at its root and in a storage below, as [MS-CFB] lays it out: one sector for the allocation
// table, the directory behind it, then whatever the streams hold.

const sector = 512
const [endOfChain, none, tableSector] = [0xfffffffe, 0xffffffff, 0xfffffffd]

interface Entry {
  name: string
  type: number
  left?: number
  child?: number
}

/** `inside` lies in a storage of the root; `content` follows the directory. */
export function makeOle(root: readonly string[], inside: readonly string[] = [], content = ''): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, child: 1 }]
  // Neighbours in a row: the tree is a list, which is allowed.
  root.forEach((name, at) => entries.push({ name, type: 2, ...(at + 1 < root.length + (inside.length ? 1 : 0) && { left: at + 2 }) }))
  if (inside.length > 0) entries.push({ name: 'ObjectPool', type: 1, child: root.length + 2 })
  inside.forEach((name, at) => entries.push({ name, type: 2, ...(at + 1 < inside.length && { left: root.length + 3 + at }) }))
  const sectors = Math.ceil(entries.length / 4)
  const tail = new Uint8Array([...content].flatMap((letter) => [letter.charCodeAt(0), letter.charCodeAt(0) >> 8]))
  const bytes = new Uint8Array(sector * (2 + sectors) + tail.length)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, value] of [
    [24, 62],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(at, value, true)
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [60, endOfChain],
    [68, endOfChain],
  ] as const)
    view.setUint32(at, value, true)
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, i === 0 ? 0 : none, true)
  for (let i = 0; i < 128; i++)
    view.setUint32(sector + i * 4, i === 0 ? tableSector : i < sectors ? i + 1 : i === sectors ? endOfChain : none, true)
  entries.forEach((entry, i) => writeEntry(view, 2 * sector + i * 128, entry))
  bytes.set(tail, sector * (2 + sectors))
  return bytes
}

function writeEntry(view: DataView, at: number, { name, type, left = none, child = none }: Entry): void {
  ;[...name].forEach((letter, i) => view.setUint16(at + i * 2, letter.charCodeAt(0), true))
  view.setUint16(at + 64, (name.length + 1) * 2, true)
  view.setUint8(at + 66, type)
  view.setUint8(at + 67, 1)
  view.setUint32(at + 68, left, true)
  view.setUint32(at + 72, none, true)
  view.setUint32(at + 76, child, true)
}
