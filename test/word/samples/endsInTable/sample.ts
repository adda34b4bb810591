// A letter that ends with a table; Word itself would keep a paragraph behind it.
import { field, para, table, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

export default sample({
  asItIs: true,
  records: [
    { Name: 'Ann', Amount: '5' },
    { Name: 'Bo', Amount: '6' },
  ],
  letters: [
    ['Ann', 'Total', '5'],
    ['Bo', 'Total', '6'],
  ],
  source: () => ({ body: para(field('MERGEFIELD Name')) + table([para(text('Total')), para(field('MERGEFIELD Amount'))]) }),
})
