// A field whose instruction or result runs over paragraphs, as `\f` with a paragraph in its text, or an old result of several lines.
import { sample } from '../../sample.ts'

export default [
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
