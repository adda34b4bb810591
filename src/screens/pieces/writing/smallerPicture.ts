// A picture as a letter can hold it: what is larger than print needs, or of a kind that Word does not show, is drawn anew, smaller.
import { pictureFacts } from '../../../base/picture.ts'

export interface ReadyPicture {
  bytes: ArrayBuffer
  fileName: string
  /** It was drawn anew: from how many points in the longer direction to how many. */
  from?: number
  to?: number
}

/** 20 cm at 300 points to the inch: no printer shows more. */
const enough = 2400
const manyBytes = 1_500_000

/** The file as it is where it will do, or a smaller one; as it is, too, when the tablet cannot draw it: whoever takes it says why not. */
export async function readyPicture(file: File): Promise<ReadyPicture> {
  const bytes = await file.arrayBuffer()
  const facts = pictureFacts(new Uint8Array(bytes))
  const small = facts !== undefined && Math.max(facts.width, facts.height) <= enough && bytes.byteLength <= manyBytes
  const asItIs = { bytes, fileName: file.name }
  if (small) return asItIs
  const drawn = await createImageBitmap(file).catch(() => undefined)
  if (!drawn) return asItIs
  const from = Math.max(drawn.width, drawn.height)
  const share = Math.min(1, enough / from)
  const smaller = await drawAt(drawn, share, facts?.type === 'image/png' || facts === undefined)
  drawn.close()
  if (!smaller) return asItIs
  const name = file.name.replace(/\.[^.]*$/, '')
  return {
    bytes: await smaller.arrayBuffer(),
    fileName: `${name}.${smaller.type === 'image/png' ? 'png' : 'jpg'}`,
    from,
    to: Math.round(from * share),
  }
}

/** As a PNG where something may shine through and it stays small; else as a photograph, on white. */
async function drawAt(picture: ImageBitmap, share: number, clear: boolean): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * share))
  canvas.height = Math.max(1, Math.round(picture.height * share))
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const png = clear ? await written(canvas, 'image/png') : undefined
  if (png && png.size <= manyBytes) return png
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return written(canvas, 'image/jpeg')
}

const written = (canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> =>
  new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), type, 0.86))
