// SET gives a bookmark its words; REF, a bare name, conditions and formulas show them, record by record and in the order of the text.
import { page, part } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'

const people = [
  { Name: 'Ann', Amount: '120' },
  { Name: 'Bo', Amount: '40' },
]

export default [
  sample({
    name: 'REF and the bare name show what SET gave',
    records: people,
    letters: [
      ['Dear Ann', 'and ANN again', '120.00'],
      ['Dear Bo', 'and BO again', '40.00'],
    ],
    findings: [],
    fields: ['Name', 'Amount'],
    source: ({ lines }) =>
      lines('{SET Who "{MERGEFIELD Name}"¦old}{SET Sum {MERGEFIELD Amount}¦old}Dear {REF Who¦old}') +
      lines('and {Who \\* Upper¦old} again') +
      lines('{REF Sum \\# "0.00" \\h¦old}'),
  }),
  sample({
    name: 'the last one before it counts',
    records: people,
    letters: [
      ['first', 'second', 'second'],
      ['first', 'second', 'second'],
    ],
    source: ({ lines }) => lines('{SET X "first"}{REF X¦old}') + lines('{SET X "second"}{REF X¦old}') + lines('{X¦old}'),
  }),
  sample({
    name: 'asked for before it is given: what it had when the document was saved, in every letter',
    records: people,
    letters: [
      ['saved', 'Ann'],
      ['saved', 'Bo'],
    ],
    source: ({ lines }) => lines('{REF X¦old}') + lines('{SET X {MERGEFIELD Name}¦saved}{REF X¦old}'),
  }),
  sample({
    name: 'a branch of an IF gives another; that of the other branch is not carried out',
    records: people,
    letters: [['great: 3 %'], ['small: 1 %']],
    findings: [],
    source: ({ lines }) =>
      lines(
        '{IF {MERGEFIELD Amount} > 100 "{SET Kind "great"}{SET Rate 3}" "{SET Kind "small"}{SET Rate 1}"¦}{REF Kind¦old}: {REF Rate¦old} %',
      ),
  }),
  sample({
    name: 'conditions name it, bare or as REF',
    records: people,
    letters: [
      ['yes', 'yes', '1'],
      ['no', 'no', '0'],
    ],
    findings: [],
    source: ({ lines }) =>
      lines('{SET Who {MERGEFIELD Name}}{IF Who = "Ann" "yes" "no"¦old}') +
      lines('{IF {REF Who¦old} = "Ann" "yes" "no"¦old}') +
      lines('{COMPARE Who = "A*"¦old}'),
  }),
  sample({
    name: 'a word in quotes is no bookmark',
    records: people.slice(0, 1),
    letters: [['the word']],
    source: ({ lines }) => lines('{SET Who {MERGEFIELD Name}}{IF "Who" = "Who" "the word" "Ann"¦old}'),
  }),
  sample({
    name: 'formulas compute with it, with functions, and DEFINED tells whether that can be done',
    records: people,
    letters: [
      ['144.00', '240', '1', '0', '1'],
      ['48.00', '80', '1', '0', '1'],
    ],
    findings: [],
    source: ({ lines }) =>
      lines('{SET Net {MERGEFIELD Amount}}{SET Vat "{= Net * 20 %¦old}"}{= Net + Vat \\# "0.00"¦old}') +
      lines('{= SUM(Net; Net)¦old}') +
      lines('{= DEFINED(Net)¦old}') +
      lines('{= DEFINED(Nothing)¦old}') +
      lines('{= IF(DEFINED(Net * 2), 1, 2)¦old}'),
  }),
  sample({
    name: 'formulas and conditions speak of bookmarks of the text as well',
    records: people,
    letters: [
      ['Net 120', '240', 'much'],
      ['Net 40', '80', 'little'],
    ],
    findings: [],
    source: ({ lines }) =>
      lines('Net ⟨<w:bookmarkStart w:id="5" w:name="Net"/>⟩{MERGEFIELD Amount}⟨<w:bookmarkEnd w:id="5"/>⟩') +
      lines('{= Net * 2¦old}') +
      lines('{IF Net > 100 "much" "little"¦old}'),
  }),
  sample({
    name: 'a bookmark that is asked for within itself decides nothing',
    records: people.slice(0, 1),
    letters: [['old']],
    findings: ['FIELD_UNSUPPORTED'],
    source: ({ lines }) => lines('⟨<w:bookmarkStart w:id="5" w:name="Net"/>⟩{IF Net > 100 "much" "little"¦old}⟨<w:bookmarkEnd w:id="5"/>⟩'),
  }),
  sample({
    name: 'the next person on a page may have another',
    records: people,
    letters: [['Ann Ann', 'Bo Bo']],
    source: ({ lines }) =>
      lines('{SET Who {MERGEFIELD Name}}{MERGEFIELD Name} {REF Who¦old}') +
      lines('{NEXT}{SET Who {MERGEFIELD Name}}{MERGEFIELD Name} {REF Who¦old}'),
  }),
  sample({
    name: 'a header shows what the letter ends with',
    records: people,
    letters: [
      { body: ['Ann'], around: { 'header default': 'For Ann' } },
      { body: ['Bo'], around: { 'header default': 'For Bo' } },
    ],
    source: ({ lines }) => ({
      body: lines('{SET Who "nobody"}{SET Who {MERGEFIELD Name}}{REF Who¦old}'),
      section: `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>${page}</w:sectPr>`,
      parts: [{ name: 'header1.xml', type: 'header', id: 'rId5', xml: part('hdr', lines('For {REF Who¦old}')) }],
    }),
  }),
  sample({
    name: 'a SET is a line of its own, as in Word',
    records: people.slice(0, 1),
    letters: [['', 'Ann']],
    source: ({ lines }) => lines('{SET Who {MERGEFIELD Name}}') + lines('{REF Who¦old}'),
  }),
]
