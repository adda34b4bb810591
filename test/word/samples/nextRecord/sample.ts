// NEXT: several records on one page, in paragraphs, in the cells of a table, after the last record, in its own paragraph.
import { cell, para, part } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const people = (...names: string[]) => names.map((Name) => ({ Name }))
const grid = (rows: string[][]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

export default [
  sample({
    name: 'in paragraphs',
    records: people('one', 'two', 'three', 'four', 'five'),
    letters: [
      ['one/one', 'two/two', 'End'],
      ['three/three', 'four/four', 'End'],
      ['five/five', '/', 'End'],
    ],
    fields: ['Name'],
    findings: [],
    source: ({ lines }) => lines('{MERGEFIELD Name}/{MERGEFIELD Name}{NEXT}') + lines('{MERGEFIELD Name}/{MERGEFIELD Name}') + lines('End'),
  }),
  sample({
    name: 'in cells',
    records: people('a', 'b', 'c', 'd', 'e', 'f'),
    letters: [
      ['a', 'b', 'c', 'd', 'End'],
      ['e', 'f', '', '', 'End'],
    ],
    source: ({ lines }) =>
      grid([
        [lines('{MERGEFIELD Name}'), lines('{NEXT}{MERGEFIELD Name}')],
        [lines('{NEXT¦«Next Record»}{MERGEFIELD Name}'), lines('{NEXT \\* MERGEFORMAT}{MERGEFIELD Name}')],
      ]) + lines('End'),
  }),
  sample({
    name: 'in a paragraph of its own',
    records: people('a', 'b', 'c'),
    letters: [
      ['1 a', '', '2 b', 'End'],
      ['1 c', '', '2 ', 'End'],
    ],
    source: ({ lines }) => lines('1 {MERGEFIELD Name}') + lines('{NEXT}') + lines('2 {MERGEFIELD Name}') + lines('End'),
  }),
  sample({
    name: 'in an empty line still counts',
    records: [{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }],
    letters: [
      ['a', 'b!', 'End'],
      ['c', '!', 'End'],
    ],
    source: ({ lines }) => lines('{MERGEFIELD Name}') + lines('{MERGEFIELD Nickname}{NEXT}') + lines('{MERGEFIELD Name}!') + lines('End'),
  }),
  sample({
    name: 'as the last thing',
    records: people('a', 'b', 'c'),
    letters: [['a'], ['c']],
    source: ({ lines }) => lines('{MERGEFIELD Name}{NEXT}'),
  }),
  sample({
    name: 'in headers it does nothing',
    asItIs: true,
    records: people('a', 'b'),
    letters: [
      { body: ['a'], around: { 'header default': 'a a' } },
      { body: ['b'], around: { 'header default': 'b b' } },
    ],
    findings: ['FIELD_MISPLACED'],
    source: ({ lines, runs }) => ({
      body: lines('{MERGEFIELD Name}'),
      section: `<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>`,
      parts: [
        { name: 'header1.xml', type: 'header', id: 'rIdH', xml: part('hdr', para(runs('{MERGEFIELD Name} {NEXT}{MERGEFIELD Name}'))) },
      ],
    }),
  }),
]
