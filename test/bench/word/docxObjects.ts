// A peer: the docx package's objects, one section per letter in one Document, packed with its Packer, as its documentation shows.
import { Document, Header, ImageRun, Packer, Paragraph, SectionType, Table, TableCell, TableRow, TextRun, type ISectionOptions } from 'docx'
import { fieldNames, logo, paragraph, valuesOf, type FieldName } from './letter.ts'

const run22 = (text: string) => new TextRun({ text, font: 'Calibri', size: 22 })
const line = (...texts: string[]) => new Paragraph({ children: texts.map(run22) })

function section(values: Record<FieldName, string>): ISectionOptions {
  const cell = (text: string) => new TableCell({ children: [line(text)] })
  const header = new Header({
    children: [new Paragraph({ children: [new ImageRun({ type: 'png', data: logo, transformation: { width: 42, height: 21 } })] })],
  })
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { pageNumbers: { start: 1 } } },
    headers: { default: header },
    children: [
      ...[line(values.company), line(values.firstName, ' ', values.lastName), line(values.street), line(values.zip, ' ', values.city)],
      ...[line(values.country), line(values.contactNo), line(values.salutation, ','), line(paragraph), line(paragraph)],
      new Table({
        rows: [
          new TableRow({ children: [cell('Amount'), cell('Due')] }),
          new TableRow({ children: [cell(values.amount), cell(values.dueDate)] }),
        ],
      }),
      ...[line(values.comment), line(paragraph), line('Yours sincerely')],
    ],
  }
}

/** Milliseconds for one document of `count` letters; above a thousand it takes gigabytes. */
export async function run(count: number): Promise<number> {
  const letters = Array.from({ length: Math.min(count, 1_000) }, (_, letter) => valuesOf(letter))
  const start = performance.now()
  const bytes = await Packer.toBuffer(new Document({ sections: letters.map(section) }))
  if (bytes.length === 0 || fieldNames.length !== 12) throw new Error('nothing written')
  return performance.now() - start
}
