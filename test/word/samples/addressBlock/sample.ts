// ADDRESSBLOCK: its own layout, lines without a value left out, the country never, always or unless it is ours; the caller's layout.
import type { MergeRecord } from '../../../../src/word/index.ts'
import { sample, type Run } from '../../sample.ts'

const ann: MergeRecord = {
  ...{ 'Courtesy Title': 'Ms', 'First Name': 'Ann', 'Middle Name': 'B.', 'Last Name': 'Smith', Suffix: '', Company: 'Acme' },
  ...{ 'Address 1': '1 High St', 'Address 2': '', City: 'York', State: 'NY', 'Postal Code': '10001', 'Country or Region': 'Norway' },
}
const bo: MergeRecord = { 'First Name': 'Bo', 'Last Name': 'Li', 'Address 1': '2 Low St', City: 'Oslo', 'Country or Region': 'Sweden' }
const layout =
  '<<_TITLE0_ >><<_FIRST0_>><< _LAST0_>><< _SUFFIX0_>>\n<<_COMPANY_\n>><<_STREET1_\n>><<_STREET2_\n>><<_CITY_>><<, _STATE_>><< _POSTAL_>><<\n_COUNTRY_>>'
const of = (code: string, lines: string[][], options: Run['options'] = {}) =>
  sample({
    name: code.replace(layout, '…'),
    asItIs: true,
    records: [ann, bo],
    letters: lines.map((each) => [each.join('\n'), 'End']),
    options: { language: 'en-US', ...options },
    source: (write) => write.lines(`{ADDRESSBLOCK ${code}¦old}`) + write.lines('End'),
  })
const inland = ['Ms Ann Smith', 'Acme', '1 High St', 'York, NY 10001']
const bosLines = ['Bo Li', '2 Low St', 'Oslo']

export default [
  of(`\\f "${layout}" \\c 1`, [
    [...inland, 'Norway'],
    [...bosLines, 'Sweden'],
  ]),
  of(`\\f "${layout}" \\c 0`, [inland, bosLines]),
  of(`\\f "${layout}" \\l 1033 \\c 2 \\e "Norway"`, [inland, [...bosLines, 'Sweden']]),
  of(`\\c 2 \\e "Norway" \\f "${layout}"`, [['Ann!'], ['Bo!']], { address: ({ part }) => [`${part('First Name')}!`] }),
]
