// What a branch may hold: formats, tabs, breaks, several paragraphs, a table, a picture, other fields.
import { cell, dot, para, picture, relation, table, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const both = [
  { a: '1', Name: 'Ann' },
  { a: '2', Name: 'Bo' },
]

export default [
  sample({
    name: 'formats',
    records: both,
    letters: [['It is so, Ann.'], ['It is not, Bo.']],
    source: ({ lines }) => lines('It is {IF {MERGEFIELD a} = 1 "⟦so⟧, {MERGEFIELD Name}" "not, ⟦{MERGEFIELD Name}⟧"}.'),
  }),
  sample({
    name: 'tabs and breaks',
    records: both,
    letters: [['a\tb\nc'], ['none']],
    source: ({ lines }) => lines('{IF {MERGEFIELD a} = 1 "a\tb\nc" "none"}'),
  }),
  sample({
    name: 'paragraphs',
    records: both,
    letters: [
      ['Dear Ann,', 'second', 'third Ann.', 'End'],
      ['Dear short.', 'End'],
    ],
    source: ({ lines }) =>
      lines('Dear {IF {MERGEFIELD a} = 1 "{MERGEFIELD Name},¶second¶third {MERGEFIELD Name}" "short"}.') + lines('End'),
  }),
  sample({
    name: 'paragraphs in both',
    records: both,
    letters: [
      ['Ann is ', 'one'],
      ['Bo is not ', 'one'],
    ],
    source: ({ lines }) => lines('{IF {MERGEFIELD a} = 1 "{MERGEFIELD Name} is ¶" "{MERGEFIELD Name} is not ¶"}one'),
  }),
  sample({
    name: 'a table',
    records: both,
    letters: [
      ['', 'Ann', 'cell', '', 'End'],
      ['no table', 'End'],
    ],
    source: ({ lines, runs }) =>
      lines(`{IF {MERGEFIELD a} = 1 "⟨${table([para(runs('{MERGEFIELD Name}')), para(text('cell'))])}⟩" "no table"}`) + lines('End'),
  }),
  sample({
    name: 'a picture',
    records: both,
    letters: [
      ['Seal: .', 'End'],
      ['Seal: none.', 'End'],
    ],
    source: ({ lines }) => ({
      body: lines(`Seal: {IF {MERGEFIELD a} = 1 "⟨${picture('rIdPicture', 7)}⟩" "none"}.`) + lines('End'),
      rels: relation('rIdPicture', 'image', 'media/dot.png'),
      files: { 'word/media/dot.png': dot },
    }),
  }),
  sample({
    name: 'alone in a cell',
    records: both,
    letters: [
      ['yes', 'x', 'End'],
      ['', 'x', 'End'],
    ],
    source: ({ lines }) =>
      `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid><w:tr>` +
      `${cell(lines('{IF {MERGEFIELD a} = 1 "yes"}'))}${cell(lines('x'))}</w:tr></w:tbl>` +
      lines('End'),
  }),
  sample({
    name: 'an IF that comes out empty keeps its line',
    records: both,
    letters: [
      ['one', 'End'],
      ['', 'End'],
    ],
    source: ({ lines }) => lines('{IF {MERGEFIELD a} = 1 "one"}') + lines('End'),
  }),
  sample({
    name: 'a symbol',
    asItIs: true,
    records: both,
    letters: [['[] Ann'], ['[ ] Bo']],
    source: ({ lines }) =>
      lines('[{IF {MERGEFIELD a} = 1 "⟨<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>⟩" " "}] {MERGEFIELD Name}'),
  }),
]
