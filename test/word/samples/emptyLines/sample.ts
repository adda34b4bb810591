// The last paragraph is empty and stands behind a page break: the second page belongs to the letter and must not get lost.
import { field, makeDocx, para, text } from '../../makeDocx.ts'

export default makeDocx({
  body: para(field('MERGEFIELD Name')) + para(text('First page')) + para('<w:r><w:br w:type="page"/></w:r>') + '<w:p/>',
})
