// DATE and TIME: the letter's date where one is given, live where not; other dates of a document stay live.
import { sample, type Run } from '../../sample.ts'

const live: Run[] = [{ records: [{ Name: 'Ann' }], letters: [['Ann, 1.1.2020', '1.1.2020', '1.1.2020']] }]
const fixed = (language: string, words: string): Run => ({
  options: { language, date: { day: '2026-05-19', time: '17:07' } },
  records: [{ Name: 'Ann' }],
  letters: [[`Ann, ${words}`, '17:07', '1.1.2020']],
})

export default [
  sample({
    runs: [
      ...live,
      fixed('en', '19 May 2026'),
      fixed('de', '19 Mai 2026'),
      fixed('nl', '19 mei 2026'),
      fixed('nb', '19 mai 2026'),
      fixed('fr', '19 mai 2026'),
    ],
    source: ({ lines }) =>
      lines('{MERGEFIELD Name}, {DATE \\@ "d MMMM yyyy"¦1.1.2020}') +
      lines('{TIME \\@ "HH:mm"¦1.1.2020}') +
      lines('{CREATEDATE \\@ "d.M.yyyy"¦1.1.2020}'),
  }),
  sample({
    name: 'a date of its own for each',
    runs: [
      {
        options: { date: (record) => ({ day: record['Day'] as string }) },
        records: [{ Day: '2026-01-02' }, { Day: '2026-03-04' }],
        letters: [['2.1.2026'], ['4.3.2026']],
      },
    ],
    source: ({ lines }) => lines('{DATE \\@ "d.M.yyyy" \\* MERGEFORMAT¦1.1.2020}'),
  }),
  sample({
    name: 'compared with a value',
    runs: [
      {
        options: { date: { day: '2026-05-19' } },
        records: [{ Due: { day: '2026-05-01' } }, { Due: { day: '2026-06-01' } }],
        letters: [['Past due'], ['Thanks']],
      },
    ],
    source: ({ lines }) => lines('{IF {MERGEFIELD Due \\@ "yyyyMMdd"} < {DATE \\@ "yyyyMMdd"} "Past due" "Thanks"}'),
  }),
]
