// Simple fields, with switches; in a link and in a content control.
import { para, relation, simple, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const control = `<w:sdt><w:sdtPr><w:alias w:val="City"/><w:id w:val="-1234"/></w:sdtPr><w:sdtContent>${simple('MERGEFIELD City')}</w:sdtContent></w:sdt>`
const block = `<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>${para(simple('MERGEFIELD Country'))}</w:sdtContent></w:sdt>`

export default sample({
  asItIs: true,
  records: [
    { Name: 'Ann', Company: 'Acme', City: 'Rome', Country: 'IT', Web: 'x.org' },
    { Name: 'Bo', Country: 'NO' },
  ],
  letters: [
    ['ANN', 'c/o (Acme)2026', 'Rome', 'IT', 'x.org'],
    ['BO', 'c/o 2026', 'NO'],
  ],
  source: () => ({
    body:
      para(simple('MERGEFIELD Name \\* Upper')) +
      para(text('c/o ') + simple('MERGEFIELD Company \\b &quot;(&quot; \\f &quot;)&quot;') + simple('DATE \\@ &quot;yyyy&quot;', '2026')) +
      para(control) +
      block +
      para(`<w:hyperlink r:id="rIdLink">${simple('MERGEFIELD Web')}</w:hyperlink>`),
    rels: relation('rIdLink', 'hyperlink', 'https://example.com', ' TargetMode="External"'),
  }),
})
