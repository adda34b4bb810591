// Footnotes and endnotes with fields, two of each, one of them empty for some.
import { para, part } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const separators = (kind: string) =>
  `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>`

export default sample({
  records: [{ Name: 'Ann', Source: 'list', Place: 'Rome' }, { Name: 'Bo', Place: 'Oslo' }, { Name: 'Cy' }],
  letters: [
    { body: ['Ann', 'twice', 'End'], notes: [' from list', ' seen in Rome', ' Ann at the end'] },
    { body: ['Bo', 'twice', 'End'], notes: [' from ', ' seen in Oslo', ' Bo at the end'] },
    { body: ['Cy', 'twice', 'End'], notes: [' from ', ' seen in ', ' Cy at the end'] },
  ],
  source: ({ lines, runs }) => ({
    body:
      lines('{MERGEFIELD Name}⟨<w:r><w:footnoteReference w:id="1"/></w:r>⟩') +
      lines('twice⟨<w:r><w:footnoteReference w:id="2"/></w:r>⟩⟨<w:r><w:endnoteReference w:id="1"/></w:r>⟩') +
      lines('End'),
    parts: [
      {
        ...{ name: 'footnotes.xml', type: 'footnotes', id: 'rId1' },
        xml: part(
          'footnotes',
          `${separators('footnote')}<w:footnote w:id="1">${para('<w:r><w:footnoteRef/></w:r>' + runs(' from {MERGEFIELD Source}'))}</w:footnote>` +
            `<w:footnote w:id="2">${para('<w:r><w:footnoteRef/></w:r>' + runs(' seen in {MERGEFIELD Place}'))}</w:footnote>`,
        ),
      },
      {
        ...{ name: 'endnotes.xml', type: 'endnotes', id: 'rId2' },
        xml: part(
          'endnotes',
          `${separators('endnote')}<w:endnote w:id="1">${para('<w:r><w:endnoteRef/></w:r>' + runs(' {MERGEFIELD Name} at the end'))}</w:endnote>`,
        ),
      },
    ],
  }),
})
