// Fields in cells, in a table inside a cell, and alone in a cell, where the paragraph must stay though it is empty.
import { field, para, table, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const inner = table([para(field('MERGEFIELD Street')), para(text('inner'))])

export default sample({
  asItIs: true,
  records: [{ Name: 'Ann', Phone: '2', Street: 'A 1', City: 'Rome', Country: 'IT' }, {}],
  letters: [
    ['Table', 'Ann', '2', 'A 1', 'inner', '', 'Rome', 'IT', 'End'],
    ['Table', '', '', '', 'inner', '', '', 'End'],
  ],
  source: () => ({
    body:
      para(text('Table')) +
      table(
        [para(field('MERGEFIELD Name')), para(field('MERGEFIELD Phone'))],
        [inner + para(''), para(field('MERGEFIELD City')) + para(field('MERGEFIELD Country'))],
      ) +
      para(text('End')),
  }),
})
