// Label sheets that are sold, with the measures their makers publish. Sheets of inches are written in inches.
// Sources: product pages and templates of Avery, Avery Zweckform and Herma; the same measures stand in the label lists of LibreOffice
// and gLabels.
import type { LabelFormat } from '../../model/settings.ts'

/** By whom a sheet is sold. */
export type LabelMaker = 'Avery Zweckform' | 'Herma' | 'Avery A4' | 'Avery US'

export interface ShippedLabel extends LabelFormat {
  maker: LabelMaker
}

/** Columns, rows, width, height, left, top; then from label to label across and down, where there are gaps. */
type Measures = readonly [
  columns: number,
  rows: number,
  width: number,
  height: number,
  left: number,
  top: number,
  stepX?: number,
  stepY?: number,
]

const a4 = { sheetWidth: 210, sheetHeight: 297 }
/** 8.5 by 11 inches. */
const letter = { sheetWidth: 215.9, sheetHeight: 279.4 }
const inch = 25.4

const zweckform: Record<string, Measures> = {
  '3422': [3, 8, 70, 35, 0, 8.43],
  '3425': [2, 5, 105, 57, 0, 5.93],
  '3427': [2, 4, 105, 74.2, 0, 0],
  '3474': [3, 8, 70, 37, 0, 0],
  '3475': [3, 8, 70, 36, 0, 4.43],
  '3490': [3, 8, 70, 36, 0, 4.43],
  '3651': [4, 10, 52.5, 29.69, 0, 0],
  '3652': [3, 7, 70, 42.41, 0, 0],
  '3658': [3, 8, 64.6, 33.8, 8.1, 13.23],
  '3659': [2, 6, 97, 42.3, 8, 21.53],
  '3664': [3, 8, 70, 33.8, 0, 13.23],
  '3669': [3, 5, 70, 50.8, 0, 21.43],
  '4780': [4, 10, 48.5, 25.4, 8, 21.43],
}

const avery: Record<string, Measures> = {
  L7159: [3, 8, 64, 33.86, 6.46, 13.06, 66.54],
  L7160: [3, 7, 63.5, 38.1, 7.2, 15.15, 66.04],
  L7161: [3, 6, 63.5, 46.56, 7.21, 8.82, 66.04],
  L7162: [2, 8, 99.06, 33.87, 4.67, 13.02, 101.6],
  L7163: [2, 7, 99.06, 38.1, 4.67, 15.15, 101.6],
  L7164: [3, 4, 63.5, 71.97, 7.21, 4.57, 66.04],
  L7165: [2, 4, 99.06, 67.73, 4.67, 13.04, 101.6],
  L7166: [2, 3, 99.06, 93.13, 4.67, 8.81, 101.6],
  L7167: [1, 1, 199.6, 289.05, 5.2, 3.98],
  L7168: [1, 2, 199.6, 143.53, 5.2, 4.97],
  L7173: [2, 5, 99.06, 57, 4.67, 6, 101.6],
  L7651: [5, 13, 38.1, 21.17, 4.67, 10.9, 40.64],
  J8160: [3, 7, 63.5, 38.1, 7.2, 15.15, 66.04],
}

const herma: Record<string, Measures> = {
  '4200': [4, 8, 48.3, 33.87, 8.4, 13.02],
  '4262': [3, 8, 64.6, 33.87, 8.1, 13.03],
  '4263': [3, 8, 70, 33.87, 0, 13.03],
  '4265': [3, 6, 63.5, 46.56, 7.21, 8.82, 66.04],
  '4266': [3, 4, 63.5, 72, 7.21, 4.5, 66.04],
  '4267': [2, 8, 99.06, 33.87, 4.67, 13.03, 101.6],
  '4268': [2, 5, 99.06, 57, 4.67, 6, 101.6],
  '4269': [2, 4, 99.06, 67.73, 4.67, 13.03, 101.6],
  '4281': [2, 5, 105, 50.8, 0, 21.5],
  '4346': [4, 12, 45.72, 21.17, 9.75, 21.5, 48.26],
  '4357': [4, 10, 48.5, 25.4, 8, 21.5],
  '4360': [3, 8, 70, 36, 0, 4.5],
  '4427': [2, 8, 105, 35, 0, 8.5],
  '4429': [3, 8, 70, 35, 0, 8.5],
  '4457': [2, 6, 105, 48, 0, 4.5],
  '4461': [4, 10, 52.5, 29.7, 0, 0],
  '4464': [3, 8, 70, 37.125, 0, 0],
  '4473': [3, 7, 70, 41, 0, 5],
  '4474': [4, 10, 48.5, 25.4, 8, 21.5],
  '4475': [2, 7, 105, 41, 0, 5],
  '4626': [2, 4, 105, 74.25, 0, 0],
  '4676': [2, 2, 105, 148.5, 0, 0],
  '4677': [3, 7, 63.5, 38.1, 7.21, 15.15, 66.04],
  '5053': [3, 8, 66, 33.87, 6, 13.03],
}

/** In inches. */
const averyUs: Record<string, Measures> = {
  '5160': [3, 10, 2.625, 1, 0.1875, 0.5, 2.75],
  '5161': [2, 10, 4, 1, 0.15625, 0.5, 4.1875],
  '5162': [2, 7, 4, 4 / 3, 0.15625, 5 / 6, 4.1875],
  '5163': [2, 5, 4, 2, 0.15625, 0.5, 4.1875],
  '5164': [2, 3, 4, 10 / 3, 0.15625, 0.5, 4.1875],
  '5167': [4, 20, 1.75, 0.5, 0.28125, 0.5, 2.0625],
  '5168': [2, 2, 3.5, 5, 0.5, 0.5, 4],
  '8160': [3, 10, 2.625, 1, 0.1875, 0.5, 2.75],
}

function formats(maker: LabelMaker, sheet: Pick<LabelFormat, 'sheetWidth' | 'sheetHeight'>, unit: number, all: Record<string, Measures>) {
  return Object.entries(all).map(([no, measures]): ShippedLabel => {
    const [columns, rows, ...lengths] = measures
    const [width = 0, height = 0, left = 0, top = 0, stepX = width, stepY = height] = lengths.map((length) => length && length * unit)
    const id = `${maker} ${no}`
    return {
      id,
      name: `${maker.replace(' A4', '').replace(' US', '')} ${no}`,
      maker,
      ...sheet,
      columns,
      rows,
      width,
      height,
      left,
      top,
      stepX,
      stepY,
    }
  })
}

/** By maker, and by number. */
export const shippedLabels: readonly ShippedLabel[] = [
  ...formats('Avery Zweckform', a4, 1, zweckform),
  ...formats('Herma', a4, 1, herma),
  ...formats('Avery A4', a4, 1, avery),
  ...formats('Avery US', letter, inch, averyUs),
]

/** Somewhere to begin: the sheet that most shops have. */
export const usualLabel = (ownCountry: string): ShippedLabel => {
  const id = ['US', 'CA', 'MX'].includes(ownCountry.toUpperCase()) ? 'Avery US 5160' : 'Avery Zweckform 3475'
  return shippedLabels.find((format) => format.id === id)!
}
