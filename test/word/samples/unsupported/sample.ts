// Fields that no letter can have filled keep their last result and are told; merge fields in the result are merged.
import { sample } from '../../sample.ts'

export default sample({
  records: [{ Name: 'Ann', Photo: 'x.png' }],
  letters: [['picture', 'asked Ann', 'linked', 'data', 'Ann']],
  findings: ['FIELD_UNSUPPORTED', 'FIELD_UNSUPPORTED', 'FIELD_UNSUPPORTED', 'FIELD_UNSUPPORTED'],
  source: ({ lines }) =>
    lines('{INCLUDETEXT "C:\\\\x.docx"¦picture}') +
    lines('{AUTOTEXT who¦asked {MERGEFIELD Name}}') +
    lines('{LINK Excel.Sheet.12 "C:\\\\x.xlsx" "A1" \\a¦linked}') +
    lines('{DATABASE \\d "C:\\\\x.mdb"¦data}') +
    lines('{MERGEFIELD Name}'),
})
