// Templates of other kinds than the plain letter: values in the header, a footnote, many conditions, a page of labels.
import type { FieldName } from './letter.ts'
import { bodyOf, complex, letterDocx, line, mergeField, wordTemplate, words } from './templates.ts'
import { char, code, page, makeDocx } from '../../word/makeDocx.ts'

const note = (id: number, content: string, type = '') =>
  `<w:footnote w:id="${id}"${type && ` w:type="${type}"`}><w:p>${content}</w:p></w:footnote>`
const notes =
  note(-1, '<w:r><w:separator/></w:r>', 'separator') +
  note(0, '<w:r><w:continuationSeparator/></w:r>', 'continuationSeparator') +
  note(1, `<w:r><w:footnoteRef/></w:r>${words(' Für ')}${mergeField('company')}`)

/** A field with a field in its instruction, as Word writes it. */
const condition = (name: string, than: string, yes: string, no: string) =>
  char('begin') +
  code(' IF ') +
  mergeField(name) +
  code(` = "${than}" "`) +
  code(yes) +
  code('" "') +
  code(no) +
  code('" ') +
  char('separate') +
  words(no) +
  char('end')

const conditions = Array.from({ length: 20 }, (_, at) =>
  line(condition(at % 2 ? 'city' : 'country', at % 3 ? 'Bern' : 'Schweiz', `Satz ${at} für alle dort.`, `Satz ${at} für alle anderen.`)),
).join('')

const labelsAcross = 3
const labelRows = 8
/** 24 labels a page: each but the first begins with NEXT. */
function labelTable(): string {
  const label = (at: number) =>
    line(
      (at === 0 ? '' : complex('NEXT', '«Nächster Datensatz»')) +
        mergeField('company') +
        '<w:r><w:br/></w:r>' +
        mergeField('firstName') +
        words(' ') +
        mergeField('lastName'),
    ) +
    line(mergeField('street')) +
    line(mergeField('zip') + words(' ') + mergeField('city'))
  const cell = (at: number) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${label(at)}</w:tc>`
  const row = (at: number) =>
    `<w:tr><w:trPr><w:trHeight w:val="1700" w:hRule="exact"/></w:trPr>${Array.from({ length: labelsAcross }, (_, i) => cell(at * labelsAcross + i)).join('')}</w:tr>`
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(labelsAcross)}</w:tblGrid>` +
    `${Array.from({ length: labelRows }, (_, at) => row(at)).join('')}</w:tbl><w:p/>`
  )
}

export const kinds = {
  'plain letter': wordTemplate,
  'a value in the header': () => letterDocx(bodyOf(mergeField), { header: mergeField('contactNo') }),
  'a footnote with a value': () =>
    letterDocx(bodyOf(mergeField, line(words('Summe') + '<w:r><w:footnoteReference w:id="1"/></w:r>')), { notes }),
  '20 conditions': () => letterDocx(bodyOf(mergeField, conditions)),
  'labels, 24 a page': () => makeDocx({ body: labelTable(), section: `<w:sectPr>${page}</w:sectPr>` }),
}
export type Kind = keyof typeof kinds
/** So many records one copy of the template takes. */
export const peopleOn = (kind: Kind): number => (kind === 'labels, 24 a page' ? labelsAcross * labelRows : 1)

/** The letter with the names that the app fills. */
const appNames: Record<FieldName, string> = {
  company: 'Company_Name',
  firstName: 'First_Name',
  lastName: 'Surname',
  street: 'Address',
  zip: 'ZIP_Code',
  city: 'City',
  country: 'Country',
  contactNo: 'Contact_No',
  salutation: 'CALC_Formal_Salutation',
  amount: 'Salesperson_Name',
  dueDate: 'Document_Date',
  comment: 'Comment',
}
export const appTemplate = (): Uint8Array => letterDocx(bodyOf((name) => mergeField(appNames[name])))
