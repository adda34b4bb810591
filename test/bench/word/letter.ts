// The letter that all compared engines write: one page, twelve fields, a logo in the header, a small table.
import { dot, field, makeDocx, page, para, part, picture, relation, table, text } from '../../word/makeDocx.ts'

export const fieldNames = [
  'salutation',
  'firstName',
  'lastName',
  'company',
  'street',
  'zip',
  'city',
  'country',
  'contactNo',
  'amount',
  'dueDate',
  'comment',
] as const
export type FieldName = (typeof fieldNames)[number]

export const paragraph =
  'We are glad to tell you about the results of the year and the events to which we invite you. Please look at the details below and write to us with any question. '

export const valuesOf = (letter: number): Record<FieldName, string> =>
  Object.fromEntries(fieldNames.map((name) => [name, `${name} ${letter} äöü & Co.`])) as Record<FieldName, string>

const merged = (name: FieldName) =>
  field(`MERGEFIELD ${name} \\* MERGEFORMAT`, `«${name}»`, '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>')
const lines: FieldName[][] = [['company'], ['firstName', 'lastName'], ['street'], ['zip', 'city'], ['country'], ['contactNo']]

/** As a Word template with merge fields. */
export const template = (): Uint8Array =>
  makeDocx({
    body:
      lines.map((names) => para(names.map(merged).join(text(' ')))).join('') +
      para(merged('salutation') + text(',')) +
      para(text(paragraph)).repeat(2) +
      table([para(text('Amount')), para(text('Due'))], [para(merged('amount')), para(merged('dueDate'))]) +
      para(merged('comment')) +
      para(text(paragraph)) +
      para(text('Yours sincerely')),
    section: `<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>${page}</w:sectPr>`,
    parts: [
      {
        name: 'header1.xml',
        type: 'header',
        id: 'rIdH',
        xml: part('hdr', para(picture('rId1', 1))),
        rels: relation('rId1', 'image', 'media/logo.png'),
      },
    ],
    files: { 'word/media/logo.png': dot },
  })

export const logo = dot
