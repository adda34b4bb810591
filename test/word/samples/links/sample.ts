// HYPERLINK with a merged address: the address is the letter's own and the link stays a link; what is no address of the web is text only.
import { sample } from '../../sample.ts'

export default [
  sample({
    name: 'merged text in a link',
    records: [{ Name: 'Ann' }, { Name: 'Bo' }],
    letters: [['Write to Ann'], ['Write to Bo']],
    source: ({ lines }) => lines('Write to {HYPERLINK "https://example.com"¦{MERGEFIELD Name}}'),
  }),
  sample({
    name: 'merged address',
    records: [{ Email: 'ann@b.c' }, { Email: 'bo@b.c' }],
    letters: [['Mail: here'], ['Mail: here']],
    fields: ['Email'],
    findings: [],
    source: ({ lines }) => lines('Mail: {HYPERLINK "mailto:{MERGEFIELD Email}"¦here}'),
  }),
]
