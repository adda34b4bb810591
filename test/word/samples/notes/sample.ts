// A footnote with a field, and a comment: each letter refers to notes of its own.
import { field, page, para, part, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const footnotes =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>' +
  `<w:footnote w:id="2">${para('<w:r><w:footnoteRef/></w:r>' + field('MERGEFIELD Sender'))}</w:footnote>`
const comments = `<w:comment w:id="105" w:author="A" w:initials="A">${para(text('Ask about this'))}</w:comment>`

const merged = `<w:comment w:id="3" w:author="A" w:initials="A">${para(
  text('Ask ') + field('MERGEFIELD Name') + text(' about {{Sender}} ') + field('IF Bo = Bo "now" "later"'),
)}</w:comment>`

export default [
  sample({
    name: 'fields in a comment',
    asItIs: true,
    records: [
      { Name: 'Ann', Sender: 'Jo' },
      { Name: 'Bo', Sender: 'Li' },
    ],
    letters: [
      { body: ['Dear Ann', 'End'], notes: ['Ask Ann about Jo now'] },
      { body: ['Dear Bo', 'End'], notes: ['Ask Bo about Li now'] },
    ],
    source: () => ({
      body:
        para(
          `<w:commentRangeStart w:id="3"/>${text('Dear ')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${field('MERGEFIELD Name')}`,
        ) + para(text('End')),
      section: `<w:sectPr>${page}</w:sectPr>`,
      parts: [{ name: 'comments.xml', type: 'comments', id: 'rId2', xml: part('comments', merged) }],
    }),
  }),
  sample({
    name: 'as they are',

    asItIs: true,
    records: [
      { Name: 'Ann', Sender: 'Jo' },
      { Name: 'Bo', Sender: 'Li' },
    ],
    letters: [
      { body: ['Dear Ann', 'A claim', 'End'], notes: ['Ask about this', 'Jo'] },
      { body: ['Dear Bo', 'A claim', 'End'], notes: ['Ask about this', 'Li'] },
    ],
    source: () => ({
      body:
        para(
          `<w:commentRangeStart w:id="105"/>${text('Dear ')}<w:commentRangeEnd w:id="105"/><w:r><w:commentReference w:id="105"/></w:r>${field('MERGEFIELD Name')}`,
        ) +
        para(text('A claim') + '<w:r><w:footnoteReference w:id="2"/></w:r>') +
        para(text('End')),
      section: `<w:sectPr>${page}</w:sectPr>`,
      parts: [
        { name: 'footnotes.xml', type: 'footnotes', id: 'rId1', xml: part('footnotes', footnotes) },
        { name: 'comments.xml', type: 'comments', id: 'rId2', xml: part('comments', comments) },
      ],
    }),
  }),
]
