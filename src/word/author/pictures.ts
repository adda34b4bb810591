// A picture that stands in a line of a document written by ourselves.
import type { FilePicture } from './wordFile.ts'

/** With its width and height in points (pixels), of which only the proportion counts. */
export interface Picture extends FilePicture {
  width: number
  height: number
}

const emu = 36_000

/** The picture as large as fits into so many millimetres. @param id different for each drawing of a document @param words what it shows */
export function pictureRun(picture: Picture, id: number, room: { width: number; height: number }, words: string): string {
  const scale = Math.min(room.width / picture.width, room.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale].map((length) => Math.max(1, Math.round(length * emu)))
  const size = `cx="${width}" cy="${height}"`
  const graphic = [
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="Picture ${id}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    '<pic:blipFill><a:blip r:embed="rIdPicture1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>',
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic>',
  ].join('')
  return [
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
    `<wp:docPr id="${id}" name="Picture ${id}" descr="${words}"/><wp:cNvGraphicFramePr/>${graphic}</wp:inline></w:drawing></w:r>`,
  ].join('')
}
