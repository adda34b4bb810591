// What a condition is decided by: COMPARE counts for each record; what no merge can know decides nothing, the IF keeps its last result.
import { sample } from '../../sample.ts'

const compared = (name: string) => `{COMPARE {MERGEFIELD Name} = "${name}"¦1}`

export default [
  sample({
    name: 'COMPARE',
    records: [{ Name: 'Ann' }, { Name: 'Bo' }, { Name: 'Cy' }],
    letters: [
      ['is Ann', 'A or C', '1'],
      ['not Ann', 'neither', '0'],
      ['not Ann', 'A or C', '0'],
    ],
    findings: [],
    fields: ['Name'],
    source: ({ lines }) =>
      lines(`{IF ${compared('Ann')} = 1 "is Ann" "not Ann"¦old}`) +
      lines(`{IF {= OR(${compared('Ann')}, ${compared('Cy')})¦1} = 1 "A or C" "neither"¦old}`) +
      lines(compared('Ann')),
  }),
  sample({
    name: 'SKIPIF with COMPARE',
    records: [{ Name: 'Ann' }, { Name: 'Bo' }, { Name: 'Ann' }],
    letters: [['Bo 2']],
    source: ({ lines }) => lines(`{SKIPIF ${compared('Ann')} = 1}{MERGEFIELD Name} {MERGEREC¦1}`),
  }),
  sample({
    name: 'what no merge can know',
    records: [{ Name: 'Ann' }],
    letters: [['old', 'old', 'old', 'is y', 'Ann']],
    findings: ['FIELD_UNSUPPORTED', 'FIELD_UNSUPPORTED', 'FIELD_UNSUPPORTED'],
    source: ({ lines }) =>
      lines('{IF {= SUM(ABOVE)¦5} > 3 "more" "less"¦old}') +
      lines('{IF 5 > {REF amount¦1} "more" "less"¦old}') +
      lines('{QUOTE "{INCLUDETEXT "count.docx"¦5} pieces"¦old}') +
      lines('{IF {DOCPROPERTY x¦y} = "y" "is y" "is not"¦old}') +
      lines('{MERGEFIELD Name}'),
  }),
  sample({
    name: 'today, where no date is given',
    records: [{ Due: { day: '2001-02-03' } }, { Due: { day: '9001-02-03' } }],
    letters: [['past'], ['to come']],
    source: ({ lines }) => lines('{IF {MERGEFIELD Due \\@ "yyyyMMdd"} < {DATE \\@ "yyyyMMdd"¦20010101} "past" "to come"¦old}'),
  }),
]
