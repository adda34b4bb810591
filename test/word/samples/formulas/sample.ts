// `=` over merged numbers, QUOTE with fields in it.
import { sample, table } from '../../sample.ts'

export default [
  table(
    'English',
    [
      ['= {MERGEFIELD X} * 2', 21, '42'],
      ['= {MERGEFIELD X} * 1.19 \\# "#,##0.00"', 1000, '1,190.00'],
      ['= ({MERGEFIELD X} + 2) / 4', 10, '3'],
      ['= ROUND({MERGEFIELD X}, 1)', 2.345, '2.3'],
      ['= {MERGEFIELD X} > 3', 5, '1'],
      ['= AND({MERGEFIELD X} > 3, {MERGEFIELD X} < 9)', 5, '1'],
      ['= MOD({MERGEFIELD X}, 3)', 7, '1'],
      ['IF {= {MERGEFIELD X} - 5} > 0 "over" "under"', 7, 'over'],
    ],
    ['en'],
  ),
  table('German', [['= {MERGEFIELD X} * 1,5 \\# "#.##0,00"', 1000, '1.500,00']], ['de']),
  sample({
    name: 'QUOTE',
    records: [{ Name: 'Ann' }],
    letters: [['Hello Ann!']],
    source: ({ lines }) => lines('{QUOTE "Hello {MERGEFIELD Name}!"}'),
  }),
]
