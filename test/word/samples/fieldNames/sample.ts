// Names: as they are written, then without regard to case, blanks, underscores and signs; strange ones; ones that objects have by birth.
import { sample } from '../../sample.ts'

export default [
  sample({
    name: 'written in another way',
    records: [
      { 'First Name': 'Ann', 'E-Mail': 'a@b.c', straße: 'Weg 1', 'Items.Name': 'Pen', Price_: 5 },
      { FIRST_NAME: 'Bo', email: 'b@b.c' },
    ],
    letters: [
      ['Ann Ann Ann', 'a@b.c', 'Weg 1', 'Pen', '5', 'End'],
      ['Bo Bo Bo', 'b@b.c', 'End'],
    ],
    source: ({ lines }) =>
      lines('{MERGEFIELD First_Name} {MERGEFIELD "First Name"} {MERGEFIELD firstname}') +
      lines('{MERGEFIELD E_Mail}') +
      lines('{MERGEFIELD Straße}') +
      lines('{MERGEFIELD Items.Name}') +
      lines('{MERGEFIELD price}') +
      lines('End'),
  }),
  sample({
    name: 'the exact one first',
    records: [{ name: 'small', Name: 'large', NAME: 'all' }],
    letters: [['large small all']],
    source: ({ lines }) => lines('{MERGEFIELD Name} {MERGEFIELD name} {MERGEFIELD NAME}'),
  }),
  sample({
    name: 'of other programs',
    records: [{ 'client-name': 'Acme', Items: { list: [{ 'a.b': 'x' }, { 'a.b': 'y' }] } }],
    letters: [['Acme |x|y']],
    source: ({ lines }) => lines('{MERGEFIELD client-name} {MERGEFIELD TableStart:Items}|{MERGEFIELD a.b}{MERGEFIELD TableEnd:Items}'),
  }),
  sample({
    name: 'of objects',
    records: [{ Name: 'Ann' }],
    letters: [['Ann|||']],
    fields: ['Name', 'constructor', 'toString', '__proto__'],
    source: ({ lines }) => lines('{MERGEFIELD Name}|{MERGEFIELD constructor}|{MERGEFIELD toString}|{MERGEFIELD __proto__}'),
  }),
]
