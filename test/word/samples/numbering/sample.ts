// `\*` on a number: roman, ordinal, letters.
import { table } from '../../sample.ts'

export default [
  table('in every language', [
    ['MERGEFIELD X \\* Arabic', 7, '7'],
    ['MERGEFIELD X \\* roman', 14, 'xiv'],
    ['MERGEFIELD X \\* Roman', 2026, 'MMXXVI'],
    ['MERGEFIELD X \\* alphabetic', 3, 'c'],
    ['MERGEFIELD X \\* ALPHABETIC', 28, 'BB'],
    ['MERGEFIELD X \\* Hex', 255, 'FF'],
    ['MERGEFIELD X \\* ArabicDash', 7, '- 7 -'],
  ]),
  table(
    'English',
    [
      ['MERGEFIELD X \\* Ordinal', 1, '1st'],
      ['MERGEFIELD X \\* Ordinal', 12, '12th'],
      ['MERGEFIELD X \\* Ordinal', 23, '23rd'],
    ],
    ['en'],
  ),
]
