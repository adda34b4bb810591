// FILLIN and ASK: what was answered before the first letter stands in all; without an answer, the standard.
import { sample } from '../../sample.ts'

const people = [{ Name: 'Ann' }, { Name: 'Bo' }]

export default [
  sample({
    name: 'FILLIN shows the answer, else its standard, else the last answer',
    findings: ['FIELD_ASKS', 'FIELD_ASKS', 'FIELD_ASKS'],
    fields: [],
    source: ({ lines }) =>
      lines('Meet at {FILLIN "Which place?"¦old}') +
      lines('Bring {FILLIN "What to bring?" \\d "nothing"¦old}') +
      lines('{FILLIN "Which day?" \\d "Friday" \\o \\* Upper¦old}.'),
    runs: [
      {
        records: people,
        options: { answers: { 'FILLIN Which place?': 'the fair', 'FILLIN What to bring?': '' } },
        letters: [
          ['Meet at the fair', 'Bring ', 'FRIDAY.'],
          ['Meet at the fair', 'Bring ', 'FRIDAY.'],
        ],
      },
      { records: people.slice(0, 1), letters: [['Meet at old', 'Bring nothing', 'FRIDAY.']] },
    ],
  }),
  sample({
    name: 'ASK gives a bookmark the answer',
    findings: ['FIELD_ASKS'],
    source: ({ lines }) =>
      lines('{ASK Place "Which place?" \\d "our office"¦old}See you at {REF Place¦old}') +
      lines('{IF Place = "our office" "Coffee is ready" ""¦old}.'),
    runs: [
      { records: people.slice(0, 1), letters: [['See you at our office', 'Coffee is ready.']] },
      { records: people.slice(0, 1), options: { answers: { 'ASK place': 'yours' } }, letters: [['See you at yours', '.']] },
    ],
  }),
  sample({
    name: 'a standard may be another from letter to letter',
    fields: ['Name'],
    records: people,
    letters: [['Ann'], ['Bo']],
    source: ({ lines }) => lines('{FILLIN "Whom for {MERGEFIELD Name}?" \\d "{MERGEFIELD Name}"¦old}'),
  }),
  sample({
    name: 'conditions and formulas take the answer',
    records: people.slice(0, 1),
    options: { answers: { 'FILLIN How many?': '6' } },
    letters: [['many', '12', '6 pieces']],
    findings: ['FIELD_ASKS'],
    source: ({ lines }) =>
      lines('{IF {FILLIN "How many?"¦5} > 5 "many" "few"¦old}') +
      lines('{= 2 * {FILLIN "How many?"¦5}¦old}') +
      lines('{QUOTE "{FILLIN "How many?"¦5} pieces"¦old}'),
  }),
]
