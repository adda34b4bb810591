// A footnote with a field, and a comment: each letter refers to notes of its own.
import { field, makeDocx, page, para, part, text } from '../../makeDocx.ts'

const footnotes =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>' +
  `<w:footnote w:id="2">${para('<w:r><w:footnoteRef/></w:r>' + field('MERGEFIELD Sender'))}</w:footnote>`
const comments = `<w:comment w:id="5" w:author="A" w:initials="A">${para(text('Ask about this'))}</w:comment>`

export default makeDocx({
  body:
    para(
      `<w:commentRangeStart w:id="5"/>${text('Dear ')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>${field('MERGEFIELD Name')}`,
    ) +
    para(text('A claim') + '<w:r><w:footnoteReference w:id="2"/></w:r>') +
    para(text('End')),
  section: `<w:sectPr>${page}</w:sectPr>`,
  parts: [
    { name: 'footnotes.xml', type: 'footnotes', id: 'rId1', xml: part('footnotes', footnotes) },
    { name: 'comments.xml', type: 'comments', id: 'rId2', xml: part('comments', comments) },
  ],
})
