// Sections of every kind in one letter: portrait, a landscape page, two columns going on on the same page.
import { page, para } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const landscape =
  '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'

export default [
  sample({
    name: 'landscape and columns',
    records: [{ Name: 'Ann' }, { Name: 'Bo' }],
    letters: ['Ann', 'Bo'].map((name) => [`Dear ${name}`, '', `wide ${name}`, '', `columns ${name}`, 'End']),
    source: ({ lines }) => ({
      body:
        lines('Dear {MERGEFIELD Name}') +
        para('', `<w:sectPr>${page}</w:sectPr>`) +
        lines('wide {MERGEFIELD Name}') +
        para('', `<w:sectPr>${landscape}</w:sectPr>`) +
        lines('columns {MERGEFIELD Name}') +
        lines('End'),
      section: `<w:sectPr>${page}<w:cols w:num="2" w:space="708"/></w:sectPr>`,
    }),
  }),
  sample({
    name: 'going on on the same page',
    records: [{ Name: 'Ann' }, { Name: 'Bo' }],
    letters: ['Ann', 'Bo'].map((name) => [`Dear ${name}`, '', `columns ${name}`, 'End']),
    source: ({ lines }) => ({
      body: lines('Dear {MERGEFIELD Name}') + para('', `<w:sectPr>${page}</w:sectPr>`) + lines('columns {MERGEFIELD Name}') + lines('End'),
      section: `<w:sectPr><w:type w:val="continuous"/>${page}<w:cols w:num="2" w:space="708"/></w:sectPr>`,
    }),
  }),
  sample({
    name: 'the break in the paragraph of a field',
    records: [{ Name: 'Ann' }, { Name: 'Bo' }, {}],
    letters: [
      ['Ann', 'Ann again'],
      ['Bo', 'Bo again'],
      ['', ' again'],
    ],
    source: ({ lines }) => ({
      body: lines('{MERGEFIELD Name}', `<w:sectPr>${page}</w:sectPr>`) + lines('{MERGEFIELD Name} again'),
    }),
  }),
]
