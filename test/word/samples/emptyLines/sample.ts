// The last paragraph is empty and stands behind a page break: the second page belongs to the letter and must not get lost.
import { field, para, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

export default sample({
  asItIs: true,
  records: [{ Name: 'Ann' }, {}],
  letters: [
    ['Ann', 'First page', '\n'],
    ['First page', '\n'],
  ],
  source: () => ({
    body: para(field('MERGEFIELD Name')) + para(text('First page')) + para('<w:r><w:br w:type="page"/></w:r>') + '<w:p/>',
  }),
})
