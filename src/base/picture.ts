// What kind of picture some bytes are, and how many points it is wide and high, read from its first bytes; nothing is drawn.
// Public sources: PNG, W3C Recommendation, 11.2.2 (IHDR); JPEG, ITU-T T.81, B.2.2 (frame header); GIF89a, 18 (logical screen descriptor).

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif'

export interface PictureFacts {
  type: PictureType
  /** In points (pixels). */
  width: number
  height: number
}

/** What may be chosen where a picture is wanted. */
export const acceptsPictures = 'image/png,image/jpeg,image/gif'

/** Nothing when these bytes are none of the three, or their head is cut off. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const facts = asPng(bytes, view) ?? asGif(bytes, view) ?? asJpeg(bytes, view)
  return facts && facts.width > 0 && facts.height > 0 ? facts : undefined
}

const begins = (bytes: Uint8Array, with_: readonly number[]) => with_.every((byte, at) => bytes[at] === byte)

function asPng(bytes: Uint8Array, view: DataView): PictureFacts | undefined {
  if (bytes.length < 24 || !begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return undefined
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function asGif(bytes: Uint8Array, view: DataView): PictureFacts | undefined {
  if (bytes.length < 10 || !begins(bytes, [0x47, 0x49, 0x46, 0x38])) return undefined
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Frames of all kinds (SOF0 to SOF15) but for the tables that stand among their numbers (DHT, JPG, DAC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function asJpeg(bytes: Uint8Array, view: DataView): PictureFacts | undefined {
  if (!begins(bytes, [0xff, 0xd8, 0xff])) return undefined
  let at = 2
  while (at + 9 < bytes.length) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return undefined
    if (isFrame(marker)) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // Fill bytes may stand before a marker; a marker without a length is only 0xD0–0xD9 and 0x01.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)) at += 2
    else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
