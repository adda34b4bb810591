// A table that only keeps things in their places: no lines, no padding.
import { BorderStyle, type ITableOptions } from 'docx'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export const nothingAround: Pick<ITableOptions, 'borders' | 'margins'> = {
  borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
}
