// A letter that ends with a table; Word itself would keep a paragraph behind it.
import { field, makeDocx, para, table, text } from '../../makeDocx.ts'

export default makeDocx({ body: para(field('MERGEFIELD Name')) + table([para(text('Total')), para(field('MERGEFIELD Amount'))]) })
