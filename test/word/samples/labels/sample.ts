// A label sheet of text boxes, each twice in the file, for newer and for older readers: both show the same record.
import { para } from '../../makeDocx.ts'
import { sample } from '../../sample.ts'
import { textBox } from '../../textBox.ts'

const sheet = 6
const people = (count: number) => Array.from({ length: count }, (_, at) => ({ Name: `Name ${at + 1}`, Company: `Co ${at + 1}` }))
const places = (from: number, count: number) =>
  Array.from({ length: sheet }, (_, at) => (at < count ? [`Name ${from + at}`, `Co ${from + at}`] : []))

export default sample({
  pagesVary: true,
  runs: [
    {
      records: people(8),
      letters: [
        { body: ['', ...places(1, 6).flat()], fallback: places(1, 6).flat() },
        { body: ['', ...places(7, 2).flat(), ...Array<string>(0)], fallback: places(7, 2).flat() },
      ],
    },
  ],
  source: ({ lines }) =>
    para(
      Array.from({ length: sheet }, (_, at) =>
        textBox(at + 1, lines(`${at === 0 ? '' : '{NEXT}'}{MERGEFIELD Name}`) + lines('{MERGEFIELD Company}')),
      ).join(''),
    ),
})
