// A footnote that nothing refers to any more stands before the others: each letter shows its own all the same, also where notes are
// taken by their place.
import { field, page, para, part, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const note = (id: number, inner: string) => `<w:footnote w:id="${id}">${para('<w:r><w:footnoteRef/></w:r>' + inner)}</w:footnote>`
const footnotes =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>' +
  note(1, text('Left over')) +
  note(2, field('MERGEFIELD Sender'))

export default sample({
  records: [
    { Name: 'Ann', Sender: 'Jo' },
    { Name: 'Bo', Sender: 'Li' },
  ],
  letters: [
    { body: ['Dear Ann', 'A claim'], notes: ['Jo'] },
    { body: ['Dear Bo', 'A claim'], notes: ['Li'] },
  ],
  source: () => ({
    body: para(text('Dear ') + field('MERGEFIELD Name')) + para(text('A claim') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    section: `<w:sectPr>${page}</w:sectPr>`,
    parts: [{ name: 'footnotes.xml', type: 'footnotes', id: 'rId1', xml: part('footnotes', footnotes) }],
  }),
})
