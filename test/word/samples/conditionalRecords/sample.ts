// NEXTIF and SKIPIF, with MERGEREC and MERGESEQ counting: skipped first, last, all; the next record only where it is asked for.
import { sample } from '../../sample.ts'

const people = (...names: string[]) => names.map((Name, at) => ({ Name, Order: (at + 1) * 50 }))

export default [
  sample({
    name: 'SKIPIF',
    records: people('one', 'two', 'three', 'one', 'four', 'one'),
    letters: [['two 2 1'], ['three 3 2'], ['four 5 3']],
    fields: ['Name'],
    findings: [],
    source: ({ lines }) => lines('{SKIPIF {MERGEFIELD Name} = "one"}{MERGEFIELD Name} {MERGEREC} {MERGESEQ}'),
  }),
  sample({
    name: 'SKIPIF by number, in a paragraph of its own',
    records: people('a', 'b', 'c', 'd'),
    letters: [
      ['', 'b', 'End'],
      ['', 'c', 'End'],
      ['', 'd', 'End'],
    ],
    source: ({ lines }) => lines('{SKIPIF {MERGEFIELD Order} < 100}') + lines('{MERGEFIELD Name}') + lines('End'),
  }),
  sample({
    name: 'SKIPIF of all',
    records: people('one', 'one'),
    letters: [],
    source: ({ lines }) => lines('{SKIPIF {MERGEFIELD Name} = "one"}{MERGEFIELD Name}'),
  }),
  sample({
    name: 'SKIPIF at the end of the document',
    records: people('one', 'two', 'one'),
    letters: [['two', '.']],
    source: ({ lines }) => lines('{MERGEFIELD Name}') + lines('{SKIPIF {MERGEFIELD Name} = "o*"}.'),
  }),
  sample({
    name: 'NEXTIF',
    records: people('one', 'two', 'three', 'four', 'five'),
    letters: [['one two'], ['three three'], ['four four'], ['five five']],
    source: ({ lines }) => lines('{MERGEFIELD Name} {NEXTIF {MERGEFIELD Name} = "one"}{MERGEFIELD Name}'),
  }),
  sample({
    name: 'NEXTIF after the last record',
    records: people('two', 'one'),
    letters: [['two two'], ['one ']],
    source: ({ lines }) => lines('{MERGEFIELD Name} {NEXTIF {MERGEFIELD Name} = "one"}{MERGEFIELD Name}'),
  }),
  sample({
    name: 'counters with NEXT',
    records: people('a', 'b', 'c', 'd'),
    letters: [
      ['a 1 1', 'b 2 2'],
      ['c 3 3', 'd 4 4'],
    ],
    source: ({ lines }) => lines('{MERGEFIELD Name} {MERGEREC} {MERGESEQ}{NEXT}') + lines('{MERGEFIELD Name} {MERGEREC} {MERGESEQ}'),
  }),
  sample({
    name: 'counters as numbers',
    records: people('a', 'b', 'c', 'd'),
    letters: [['0001 i odd'], ['0002 ii even'], ['0003 iii odd'], ['0004 iv even']],
    source: ({ lines }) => lines('{MERGEREC \\# 0000} {MERGESEQ \\* roman} {IF {=MOD({MERGEREC},2)} = 1 "odd" "even"}'),
  }),
]
