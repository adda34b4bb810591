// A letter head: logo and fields in the header, page number and a field in the footer, another header on the first page; two pages.
import { dot, field, page, para, part, picture, relation, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const logo = relation('rIdLogo.1', 'image', 'media/logo.png')
const header = (id: number, inner: string) => part('hdr', para(picture('rIdLogo.1', id) + inner))

export default sample({
  asItIs: true,
  records: [
    { Name: 'Ann', Contact_No: '7', Sender: 'Jo' },
    { Name: 'Bo', Contact_No: '8' },
  ],
  letters: [
    {
      body: ['Dear Ann', '', '\n', 'Second page for Ann'],
      around: { 'header default': '7', 'header first': 'Fieldbook Ltd', 'footer default': 'Page 1Jo', 'footer first': 'Page 1Jo' },
    },
    {
      body: ['Dear Bo', '', '\n', 'Second page for Bo'],
      around: { 'header default': '8', 'header first': 'Fieldbook Ltd', 'footer default': 'Page 1', 'footer first': 'Page 1' },
    },
  ],
  source: () => ({
    body:
      para(text('Dear ') + field('MERGEFIELD Name')) +
      para(picture('rIdPicture', 1)) +
      para('<w:r><w:br w:type="page"/></w:r>') +
      para(text('Second page for ') + field('MERGEFIELD Name')),
    section:
      '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:footerReference w:type="default" r:id="_f"/><w:headerReference w:type="first" r:id="rIdFirst"/>' +
      `<w:footerReference w:type="first" r:id="_f"/>${page}<w:pgNumType w:fmt="decimal"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>`,
    parts: [
      { name: 'header1.xml', type: 'header', id: 'rIdH', xml: header(1, field('MERGEFIELD Contact_No')), rels: logo },
      { name: 'header2.xml', type: 'header', id: 'rIdFirst', xml: header(1, text('Fieldbook Ltd')), rels: logo },
      {
        name: 'footer1.xml',
        type: 'footer',
        id: '_f',
        xml: part('ftr', para(text('Page ') + field('PAGE', '1') + field('MERGEFIELD Sender'))),
      },
    ],
    rels: relation('rIdPicture', 'image', 'media/logo.png'),
    files: { 'word/media/logo.png': dot },
  }),
})
