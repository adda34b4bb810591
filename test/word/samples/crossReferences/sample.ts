// Bookmarks and what points to them: cross-references and links stay within the letter.
import { field, para, simple, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const mark = (id: number, name: string, inner: string) =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`

export default sample({
  asItIs: true,
  records: [{ Name: 'Ann' }, { Name: 'Bo' }],
  letters: [
    ['Offer for Ann', 'See Offer for Ann1', 'Go', 'A', 'B'],
    ['Offer for Bo', 'See Offer for Bo1', 'Go', 'A', 'B'],
  ],
  source: () => ({
    body:
      `<w:p w14:paraId="11111111" w14:textId="77777777">${mark(0, '_GoBack', '')}${mark(1, 'offer', text('Offer for ') + field('MERGEFIELD Name'))}</w:p>` +
      para(text('See ') + field('REF offer \\h', 'the offer') + simple('PAGEREF offer', '1')) +
      para(`<w:hyperlink w:anchor="offer">${text('Go')}</w:hyperlink>`) +
      para(mark(2, '_Toc123456789012345678901234567890123456', text('A'))) +
      para(mark(3, '_Toc123456789012345678901234567890123457', text('B'))),
  }),
})
