// Fields in cells, in a table inside a cell, and alone in a cell, where the paragraph must stay though it is empty.
import { field, makeDocx, para, table, text } from '../../makeDocx.ts'

const inner = table([para(field('MERGEFIELD Street')), para(text('inner'))])

export default makeDocx({
  body:
    para(text('Table')) +
    table(
      [para(field('MERGEFIELD Name')), para(field('MERGEFIELD Phone'))],
      [inner + para(''), para(field('MERGEFIELD City')) + para(field('MERGEFIELD Country'))],
    ) +
    para(text('End')),
})
