// A photo or a sign as a card needs it: drawn anew and small, so that ten thousand of them fit, without what cameras write beside it.
import { pictureFacts } from '../../base/picture.ts'

/** In points in the longer direction: sharp at the size of a card on any tablet. */
const enough = 480

export interface SmallPicture {
  bytes: ArrayBuffer
  fileName: string
}

/** Nothing when the tablet cannot draw the file. @param clear a sign through which the paper may shine, kept as a PNG */
export async function smallPicture(file: File, clear: boolean): Promise<SmallPicture | undefined> {
  const drawn = await createImageBitmap(file).catch(() => undefined)
  if (!drawn) return undefined
  const share = Math.min(1, enough / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(drawn.width * share))
  canvas.height = Math.max(1, Math.round(drawn.height * share))
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const shines = clear && pictureFacts(new Uint8Array(await file.arrayBuffer()))?.type !== 'image/jpeg'
  if (!shines) {
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  drawn.close()
  const type = shines ? 'image/png' : 'image/jpeg'
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.85))
  if (!blob) return undefined
  return { bytes: await blob.arrayBuffer(), fileName: `${file.name.replace(/\.[^.]*$/, '')}.${shines ? 'png' : 'jpg'}` }
}
