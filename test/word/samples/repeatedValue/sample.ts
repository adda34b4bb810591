// A value that a letter repeats by a reference to the bookmark around its merge field, in its text, in conditions and in its header.
import { para, part, text } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const mark = (id: number, name: string, inner: string) =>
  `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`

export default [
  sample({
    name: 'a reference',
    records: [
      { Name: 'Ann', City: 'Rome' },
      { Name: 'Bo', City: 'Oslo' },
    ],
    letters: [
      ['To: Ann of Rome', 'Dear Ann of Rome, ANN OF ROME', 'for Ann of Rome'],
      ['To: Bo of Oslo', 'Dear Bo of Oslo, BO OF OSLO', 'for somebody else'],
    ].map((body) => ({ body, around: { 'header default': String(body[0]).slice(4) } })),
    findings: [],
    fields: ['Name', 'City'],
    source: ({ lines, runs }) => ({
      body:
        para(text('To: ') + mark(1, 'who', runs('{MERGEFIELD Name¦Preview} of {MERGEFIELD City¦Town}'))) +
        lines('Dear {REF who \\h¦Preview of Town}, { Who \\* Upper¦Preview of Town}') +
        lines('for {IF {REF who¦Preview of Town} = "Ann*" "{REF who¦Preview of Town}" "somebody else"¦old}'),
      parts: [{ name: 'header1.xml', type: 'header', id: 'rIdH', xml: part('hdr', lines('{REF who¦Preview of Town}')) }],
      section: '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>',
    }),
  }),
  sample({
    name: 'a reference to several paragraphs stays and is told, as what is decided by it',
    records: [{ Name: 'Ann' }],
    letters: [['To Ann', 'and all', 'last seen', 'old', 'static', 'is static']],
    findings: ['FIELD_UNSUPPORTED', 'FIELD_UNSUPPORTED'],
    source: ({ lines, runs }) =>
      `<w:p><w:bookmarkStart w:id="1" w:name="who"/>${runs('To {MERGEFIELD Name}')}</w:p><w:p>${text('and all')}<w:bookmarkEnd w:id="1"/></w:p>` +
      lines('{REF who \\h¦last seen}') +
      lines('{IF {REF who¦last seen} = "last seen" "seen" "unseen"¦old}') +
      para(mark(2, 'plain', text('static'))) +
      lines('{IF {REF plain¦static} = "static" "is static" "is not"¦old}'),
  }),
]
