// The seal: a ZIP's closing comment that holds a SHA-256. In files of version 4 it is that of manifest and contents, which name the sums of
// all pieces; before, it was that of everything before it. Any ZIP program still opens the file.

const word = 'fieldbook sha256 '
export const sealLength = word.length + 64

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The end of a ZIP, made for no comment, with one that is a seal. */
export function withSeal(end: Uint8Array, hash: string): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(end.length + sealLength)
  sealed.set(end)
  sealed[end.length - 2] = sealLength
  sealed.set(new TextEncoder().encode(`${word}${hash}`), end.length)
  return sealed
}

/** The sum in the seal; nothing when these are not the last bytes of a sealed file. */
export function sealIn(end: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(end.subarray(-sealLength))
  return text.startsWith(word) ? text.slice(word.length) : undefined
}

/** Of versions 1 to 3: whether the file ends with a seal at all, and whether it holds. */
export async function checkSeal(file: Uint8Array): Promise<'holds' | 'broken' | 'missing'> {
  const hash = sealIn(file)
  if (hash === undefined) return 'missing'
  return hash === (await sha256(file.subarray(0, -64))) ? 'holds' : 'broken'
}
