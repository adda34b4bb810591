// Two lists, one nested, one numbered by its style, an item per field; items without a value are left out and the list goes on.
import { part } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const level = (at: number, style = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${style}<w:lvlText w:val="%${at + 1}."/><w:lvlJc w:val="left"/></w:lvl>`
const numbering =
  `<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>${level(0)}${level(1)}${level(2)}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/>${level(0, '<w:pStyle w:val="Clause"/>')}</w:abstractNum>` +
  '<w:num w:numId="2"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="5"/></w:num>'
const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
const item = (list: number, at = 0) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`

export default sample({
  records: [
    { A: 'a', B: 'b', C: 'c', Clause: 'x' },
    { A: 'a2', C: 'c2', Clause: 'y' },
  ],
  letters: [
    ['a', 'b', 'sub c', 'other a', 'x', 'fixed', 'End'],
    ['a2', 'sub c2', 'other a2', 'y', 'fixed', 'End'],
  ],
  source: ({ lines }) => ({
    body:
      lines('{MERGEFIELD A}', item(2)) +
      lines('{MERGEFIELD B}', item(2)) +
      lines('sub {MERGEFIELD C}', item(2, 1)) +
      lines('other {MERGEFIELD A}', item(9)) +
      lines('{MERGEFIELD Clause}', '<w:pStyle w:val="Clause"/>') +
      lines('fixed', '<w:pStyle w:val="Clause"/>') +
      lines('End'),
    parts: [
      { name: 'numbering.xml', type: 'numbering', id: 'rId1', xml: part('numbering', numbering) },
      { name: 'styles.xml', type: 'styles', id: 'rId2', xml: part('styles', styles) },
    ],
  }),
})
