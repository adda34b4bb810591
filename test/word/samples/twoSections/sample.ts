// A letter of two sections: a cover without a header, then pages with one; the sections say "continuous" and start at page 5.
import { field, page, para, part, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

export default sample({
  asItIs: true,
  records: [
    { Name: 'Ann', City: 'Rome' },
    { Name: 'Bo', City: 'Oslo' },
  ],
  letters: [
    { body: ['Cover for Ann', '', 'Inside for Rome', 'End'], around: { 'header default': 'Inside header', 'footer default': 'Page 1' } },
    { body: ['Cover for Bo', '', 'Inside for Oslo', 'End'] },
  ],
  source: () => ({
    body:
      para(text('Cover for ') + field('MERGEFIELD Name')) +
      para('', `<w:sectPr><w:type w:val="continuous"/>${page}<w:pgNumType w:start="5"/></w:sectPr>`) +
      para(text('Inside for ') + field('MERGEFIELD City')) +
      para(text('End')),
    section: `<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:footerReference w:type="default" r:id="rId8"/>${page}</w:sectPr>`,
    parts: [
      { name: 'header1.xml', type: 'header', id: 'rId9', xml: part('hdr', para(text('Inside header'))) },
      { name: 'footer1.xml', type: 'footer', id: 'rId8', xml: part('ftr', para(text('Page ') + field('PAGE', '1'))) },
    ],
  }),
})
