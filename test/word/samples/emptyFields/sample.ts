// A line of merge fields that come out empty is left out; a line with anything else stays, and so does the only one in a cell.
import { part } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const mailMerge =
  '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/><w:doNotSuppressBlankLines/></w:mailMerge>'

export default [
  sample({
    name: 'left out',
    records: [
      { Name: 'Ann', Street: 'A 1' },
      { Name: 'Bo', Company: 'Acme', City: 'Rome' },
    ],
    letters: [
      ['Ann', 'A 1 ', 'Dear Ann'],
      ['Bo', 'Acme', 'Rome', 'Dear Bo'],
    ],
    source: ({ lines }) =>
      lines('{MERGEFIELD Name}') +
      lines('{MERGEFIELD Company}') +
      lines('{MERGEFIELD Street} {MERGEFIELD House}') +
      lines('{MERGEFIELD Zip}{MERGEFIELD City}') +
      lines('Dear {MERGEFIELD Name}'),
  }),
  sample({
    name: 'kept',
    records: [{}],
    letters: [['Tel. ', '', 'End']],
    source: ({ lines }) => lines('Tel. {MERGEFIELD Phone}') + lines('') + lines('{MERGEFIELD Phone \\b "Tel. "}') + lines('End'),
  }),
  sample({
    name: 'kept where the document says so',
    records: [{}],
    letters: [['', 'End']],
    source: ({ lines }) => ({
      body: lines('{MERGEFIELD Phone}') + lines('End'),
      parts: [{ name: 'settings.xml', type: 'settings', id: 'rIdS', xml: part('settings', mailMerge) }],
    }),
  }),
]
