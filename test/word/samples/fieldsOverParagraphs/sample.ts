// A field whose instruction or result runs over paragraphs, as `\f` with a paragraph in its text, or an old result of several lines.
import { table } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const people = [
  { FirstName: 'Ann', LastName: 'Berg', Company: 'ACME', City: 'Oslo' },
  { FirstName: 'Bo', LastName: 'Lie', City: 'Bergen' },
]
const address = '{ADDRESSBLOCK \\f "<<_FIRST0_>><< _LAST0_>><<\n_COMPANY_>>¶<<\n_CITY_>>" \\l 1033¦Old Name¶Old Co¶Old City}'

export default [
  sample({
    name: 'a value that ends a cell, with an old result of several lines',
    records: [{ City: 'Rome' }, {}],
    letters: [
      ['Rome', 'x', 'End'],
      ['', 'x', 'End'],
    ],
    asItIs: true,
    findings: [],
    source: ({ lines }) => table([lines('{MERGEFIELD City¦a¶b}'), lines('x')]) + lines('End'),
  }),
  sample({
    name: 'an address over paragraphs, with words behind it',
    records: people,
    letters: [
      ['To: Ann Berg\nACME\nOslo, by post', 'End'],
      ['To: Bo Lie\nBergen, by post', 'End'],
    ],
    asItIs: true,
    findings: [],
    source: ({ lines }) => lines(`To: ${address}, by post`) + lines('End'),
  }),
  sample({
    name: 'a line that is there only with a value',
    records: [{ Address2: 'Door 3', City: 'Oslo' }, { City: 'Rome' }],
    letters: [
      ['Door 3\nOslo', 'End'],
      ['Rome', 'End'],
    ],
    findings: [],
    source: ({ lines }) => lines('{MERGEFIELD Address2 \\f "¶"}{MERGEFIELD City}') + lines('End'),
  }),
  sample({
    name: 'an old result of two paragraphs',
    records: [
      { Name: 'Ann', City: 'Rome' },
      { Name: 'Bo', City: 'Oslo' },
    ],
    letters: [
      ['Dear Ann', 'Rome', 'End'],
      ['Dear Bo', 'Oslo', 'End'],
    ],
    asItIs: true,
    source: ({ lines }) => lines('Dear {MERGEFIELD Name¦old¶older}') + lines('{MERGEFIELD City}') + lines('End'),
  }),
  sample({
    name: 'an IF over paragraphs with an old result',
    records: [{ a: 1 }, { a: 2 }],
    letters: [
      ['yes 1', 'more', 'End'],
      ['no', 'End'],
    ],
    source: ({ lines }) => lines('{IF {MERGEFIELD a} = 1 "yes {MERGEFIELD a}¶more" "no"¦yes¶more}') + lines('End'),
  }),
]
