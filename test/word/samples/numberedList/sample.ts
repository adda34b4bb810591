// Numbered paragraphs: by their own list, on two levels, and by their style. Each letter counts from the beginning.
import { field, para, part, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const level = (at: number, start: number, style = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/>${style}<w:lvlText w:val="%${at + 1}#"/><w:lvlJc w:val="left"/></w:lvl>`
const numbering =
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, 3)}${level(1, 1)}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 1, '<w:pStyle w:val="Clause"/>')}</w:abstractNum>` +
  '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
const item = (words: string, at = 0) => para(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="4"/></w:numPr>`)
const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'

export default sample({
  asItIs: true,
  records: [{ Name: 'Ann' }, { Name: 'Bo' }],
  letters: [
    ['Ann', 'sub', 'second', 'clause one', 'clause two', 'End'],
    ['Bo', 'sub', 'second', 'clause one', 'clause two', 'End'],
  ],
  source: () => ({
    body:
      item(field('MERGEFIELD Name')) +
      item(text('sub'), 1) +
      item(text('second')) +
      para(text('clause one'), '<w:pStyle w:val="Clause"/>') +
      para(text('clause two'), '<w:pStyle w:val="Clause"/><w:jc w:val="left"/>') +
      para(text('End')),
    parts: [
      { name: 'numbering.xml', type: 'numbering', id: 'rId1', xml: part('numbering', numbering) },
      { name: 'styles.xml', type: 'styles', id: 'rId2', xml: part('styles', styles) },
    ],
  }),
})
