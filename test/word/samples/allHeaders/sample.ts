// First, even and default headers and footers with fields, in two sections; the second section takes its footer from the first.
import { page, para, part } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const kinds = ['default', 'first', 'even'] as const
const reference = (kind: 'header' | 'footer', type: string) => `<w:${kind}Reference w:type="${type}" r:id="${kind}${type}"/>`

export default sample({
  records: [
    { Name: 'Ann', No: 1 },
    { Name: 'Bo', No: 2 },
  ],
  letters: ['Ann', 'Bo'].map((name, at) => ({
    body: [`Dear ${name}`, '', `Annex for ${name}`],
    around: Object.fromEntries(
      kinds.flatMap((kind) => [
        [`header ${kind}`, `${kind}: ${name}`],
        [`footer ${kind}`, `${kind} ${at + 1} page 1`],
      ]),
    ),
  })),
  source: ({ lines, runs }) => ({
    body:
      lines('Dear {MERGEFIELD Name}') +
      para(
        '',
        `<w:sectPr>${kinds.map((type) => reference('header', type) + reference('footer', type)).join('')}${page}<w:titlePg/></w:sectPr>`,
      ) +
      lines('Annex for {MERGEFIELD Name}'),
    section: `<w:sectPr>${reference('header', 'default')}${page}</w:sectPr>`,
    parts: [
      ...kinds.map((kind) => ({
        ...{ name: `header_${kind}.xml`, type: 'header', id: `header${kind}` },
        xml: part('hdr', para(runs(`${kind}: {MERGEFIELD Name}`))),
      })),
      ...kinds.map((kind) => ({
        ...{ name: `footer_${kind}.xml`, type: 'footer', id: `footer${kind}` },
        xml: part('ftr', para(runs(`${kind} {MERGEFIELD No} page {PAGE¦1}`))),
      })),
      { name: 'settings.xml', type: 'settings', id: 'rIdS', xml: part('settings', '<w:evenAndOddHeaders/>') },
    ],
  }),
})
