// Regions: words, paragraphs and rows are repeated for each entry of the person's own lists.
import { dot, page, para, part, picture, relation, table, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const bought = {
  list: [
    { Product: 'Lamp', Price: '20' },
    { Product: 'Desk', Price: '300' },
  ],
}
const people = [
  { Name: 'Ann', City: 'Rome', Purchases: bought },
  { Name: 'Bo', City: 'Oslo', Purchases: { list: [] } },
  { Name: 'Cy', City: 'Kiel' },
]
const one = people.slice(0, 1)

export default [
  sample({
    name: 'words of one paragraph, typed',
    records: people,
    letters: [['Bought: Lamp (20), Desk (300), thanks'], ['Bought: thanks'], ['Bought: thanks']],
    findings: [],
    fields: ['Purchases', 'Product', 'Price'],
    source: () => para(text('Bought: {{#each Purchases}}{{Product}} ({{Price}}), {{/each}}thanks')),
  }),
  sample({
    name: 'words of one paragraph between merge fields, with merge fields',
    records: people,
    letters: [['Lamp of Ann; Desk of Ann; end'], ['end'], ['end']],
    findings: [],
    source: ({ lines }) =>
      lines('{MERGEFIELD TableStart:Purchases}{MERGEFIELD Product} of {MERGEFIELD Name}; {MERGEFIELD TableEnd:Purchases}end'),
  }),
  sample({
    name: 'paragraphs between marks that stand alone',
    records: people,
    letters: [
      ['Dear Ann', 'Lamp', '20 EUR', 'Desk', '300 EUR', 'end'],
      ['Dear Bo', 'end'],
      ['Dear Cy', 'end'],
    ],
    findings: [],
    source: ({ lines }) =>
      lines('Dear {MERGEFIELD Name}') +
      lines('{MERGEFIELD RangeStart:Purchases}') +
      lines('{MERGEFIELD Product}') +
      lines('{MERGEFIELD Price} EUR') +
      lines('{MERGEFIELD RangeEnd:Purchases}') +
      lines('end'),
  }),
  sample({
    name: 'paragraphs with their marks in them, typed',
    records: one,
    letters: [['Lamp', 'costs 20', 'Desk', 'costs 300', 'end']],
    source: () => para(text('{{#Purchases}}{{Product}}')) + para(text('costs {{Price}}{{/Purchases}}')) + para(text('end')),
  }),
  sample({
    name: 'at the end of the letter',
    records: people,
    letters: [['Lamp', 'Desk'], [], []],
    source: () => para(text('{{#each Purchases}}')) + para(text('{{Product}}')) + para(text('{{/each}}')),
  }),
  sample({
    name: 'a row of a table, its head stays',
    records: people,
    letters: [
      ['Product', 'Price', 'Lamp', '20', 'Desk', '300', 'end'],
      ['Product', 'Price', 'end'],
      ['Product', 'Price', 'end'],
    ],
    findings: [],
    source: ({ lines }) =>
      table(
        [para(text('Product')), para(text('Price'))],
        [lines('{MERGEFIELD TableStart:Purchases}{MERGEFIELD Product}'), lines('{MERGEFIELD Price}{MERGEFIELD TableEnd:Purchases}')],
      ) + para(text('end')),
  }),
  sample({
    name: 'a row of a table, typed marks in two cells',
    records: one,
    letters: [['Lamp', '20', 'Desk', '300', 'sum', '2', 'end']],
    source: ({ lines }) =>
      table(
        [para(text('{{#each Purchases}}{{Product}}')), para(text('{{Price}}{{/each}}'))],
        [para(text('sum')), lines('{MERGEFIELD Purchases}')],
      ) + para(text('end')),
  }),
  sample({
    name: 'rows between two that hold nothing but marks',
    records: people.slice(0, 2),
    letters: [
      ['head', '', 'Lamp', '20', 'Desk', '300', 'end'],
      ['head', '', 'end'],
    ],
    source: () =>
      table(
        [para(text('head')), para('')],
        [para(text('{{#each Purchases}}')), para('')],
        [para(text('{{Product}}')), para(text('{{Price}}'))],
        [para(text('{{/each}}')), para('')],
      ) + para(text('end')),
  }),
  sample({
    name: 'all rows of a table: without an entry there is no table',
    records: people.slice(0, 2),
    letters: [['Lamp', '20', 'Desk', '300', 'end'], ['end']],
    source: () => table([para(text('{{#each Purchases}}{{Product}}')), para(text('{{Price}}{{/each}}'))]) + para(text('end')),
  }),
  sample({
    name: 'paragraphs of a cell: it is never empty',
    records: people.slice(0, 2),
    letters: [
      ['Lamp', 'Desk', 'beside', 'end'],
      ['', 'beside', 'end'],
    ],
    source: () =>
      table([para(text('{{#each Purchases}}')) + para(text('{{Product}}')) + para(text('{{/each}}')), para(text('beside'))]) +
      para(text('end')),
  }),
  sample({
    name: 'tables in a region stay parted',
    records: one,
    letters: [['Lamp', '20', '', 'Desk', '300', '', 'end']],
    source: () =>
      para(text('{{#each Purchases}}')) +
      table([para(text('{{Product}}')), para(text('{{Price}}'))]) +
      para(text('{{/each}}')) +
      para(text('end')),
  }),
  sample({
    name: 'lists in entries, and what the entry does not have is the person’s',
    records: [
      {
        Name: 'Ann',
        Orders: {
          list: [
            { No: '1', Lines: { list: [{ What: 'a' }, { What: 'b' }] } },
            { No: '2', Name: 'Al' },
          ],
        },
      },
    ],
    letters: [['1 Ann: a/1 b/1 ;2 Al: ;']],
    fields: ['Orders', 'No', 'Name', 'Lines', 'What', 'Orders.No'],
    source: () => para(text('{{#each Orders}}{{No}} {{Name}}: {{#each Lines}}{{What}}/{{Orders.No}} {{/each}};{{/each}}')),
  }),
  sample({
    name: 'conditions, formulas and lines of empty fields within',
    records: [
      {
        Purchases: {
          list: [
            { Product: 'Lamp', Price: '20', Note: 'red' },
            { Product: 'Desk', Price: '300' },
          ],
        },
      },
    ],
    letters: [['Lamp cheap 24', 'red', 'Desk dear 360', 'end']],
    findings: [],
    source: ({ lines }) =>
      para(text('{{#each Purchases}}')) +
      lines('{MERGEFIELD Product} {IF {MERGEFIELD Price} > 100 "dear" "cheap"¦old} {= {MERGEFIELD Price} * 1.2¦old}') +
      lines('{MERGEFIELD Note}') +
      para(text('{{/each}}')) +
      para(text('end')),
  }),
  sample({
    name: 'a running sum',
    records: one,
    letters: [['20 320 ', 'all 320']],
    findings: [],
    source: ({ lines }) =>
      lines(
        '{SET Sum 0}{MERGEFIELD TableStart:Purchases}{SET Sum {= Sum + {MERGEFIELD Price}¦}}{REF Sum¦old} {MERGEFIELD TableEnd:Purchases}',
      ) + lines('all {REF Sum¦old}'),
  }),
  sample({
    name: 'in a header',
    records: people.slice(0, 2),
    letters: [
      { body: ['x'], around: { 'header default': 'Lamp Desk ' } },
      { body: ['x'], around: {} },
    ],
    source: () => ({
      body: para(text('x')),
      section: `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>${page}</w:sectPr>`,
      parts: [
        { name: 'header1.xml', type: 'header', id: 'rId5', xml: part('hdr', para(text('{{#each Purchases}}{{Product}} {{/each}}'))) },
      ],
    }),
  }),
  sample({
    name: 'pictures and bookmarks in what is repeated are each their own',
    records: [...one, ...one],
    letters: [
      ['Lamp', 'Desk', 'end'],
      ['Lamp', 'Desk', 'end'],
    ],
    source: () => ({
      body:
        para(text('{{#each Purchases}}')) +
        para(`<w:bookmarkStart w:id="3" w:name="here"/>${picture('rIdP', 4)}${text('{{Product}}')}<w:bookmarkEnd w:id="3"/>`) +
        para(text('{{/each}}')) +
        para(text('end')),
      rels: relation('rIdP', 'image', 'media/p.png'),
      files: { 'word/media/p.png': dot },
    }),
  }),
  sample({
    name: 'a mark without its like stands as it is, and is told',
    records: one,
    letters: [['{{#each Purchases}}Ann']],
    findings: ['REGION_BROKEN'],
    source: () => para(text('{{#each Purchases}}{{Name}}')),
  }),
  sample({
    name: 'a region from a cell into the text behind the table cannot be repeated',
    records: one,
    letters: [['{{#each Purchases}}Ann', 'x', 'Ann{{/each}}', 'end']],
    findings: ['REGION_BROKEN'],
    source: () => table([para(text('{{#each Purchases}}{{Name}}')), para(text('x'))]) + para(text('{{Name}}{{/each}}')) + para(text('end')),
  }),
  sample({
    name: 'the next person does not come to hand in a region',
    records: people.slice(0, 2),
    letters: [['Ann Ann '], ['']],
    findings: ['FIELD_MISPLACED'],
    source: ({ lines }) => lines('{MERGEFIELD TableStart:Purchases}{NEXT}{MERGEFIELD Name} {MERGEFIELD TableEnd:Purchases}'),
  }),
]
