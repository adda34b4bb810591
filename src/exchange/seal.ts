// The seal: a ZIP's closing comment that holds the SHA-256 of everything before it. Any ZIP program still opens the file.

const word = 'fieldbook sha256 '
const commentLength = word.length + 64

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The ZIP with its seal. It must have no comment yet: its last two bytes are the comment's length. */
export async function sealed(zip: Uint8Array): Promise<Uint8Array> {
  const file = new Uint8Array(zip.length + commentLength)
  file.set(zip)
  file[zip.length - 2] = commentLength
  file.set(new TextEncoder().encode(word), zip.length)
  const hash = await sha256(file.subarray(0, -64))
  file.set(new TextEncoder().encode(hash), file.length - 64)
  return file
}

/** Whether the file ends with a seal at all, and whether it holds. */
export async function checkSeal(file: Uint8Array): Promise<'holds' | 'broken' | 'missing'> {
  const end = new TextDecoder('latin1').decode(file.subarray(-commentLength))
  if (!end.startsWith(word)) return 'missing'
  return end.slice(word.length) === (await sha256(file.subarray(0, -64))) ? 'holds' : 'broken'
}
