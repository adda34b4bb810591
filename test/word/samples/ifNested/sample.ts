// IF in IF, four deep, quoted and unquoted, in the condition and in the branches.
import { sample } from '../../sample.ts'

const deep = (at: number): string => (at > 4 ? '"more: {MERGEFIELD n}"' : `"${at}" "{IF {MERGEFIELD n} = ${at + 1} ${deep(at + 1)}}"`)

export default [
  sample({
    name: 'four deep',
    records: ['1', '2', '3', '4', '5', '6'].map((n) => ({ n })),
    letters: [['= 1.'], ['= 2.'], ['= 3.'], ['= 4.'], ['= more: 5.'], ['= .']],
    fields: ['n'],
    findings: [],
    source: ({ lines }) => lines(`= {IF {MERGEFIELD n} = 1 ${deep(1)}}.`),
  }),
  sample({
    name: 'without quotes',
    records: ['Seattle', 'Los Angeles', 'Boise'].map((city) => ({ city })),
    letters: [['on Tuesday.'], ['on Wednesday.'], ['on Friday.']],
    source: ({ lines }) =>
      lines('on {IF {MERGEFIELD city}= "Seattle" "Tuesday" {IF {MERGEFIELD city}= "Los Angeles" "Wednesday" "Friday"}}.'),
  }),
  sample({
    name: 'in the condition',
    records: [{ age: 70 }, { age: 20 }],
    letters: [['reduced'], ['full']],
    source: ({ lines }) => lines('{IF {IF {MERGEFIELD age} > 65 "Senior" "Adult"} = "Senior" "reduced" "full"}'),
  }),
  sample({
    name: 'as Word splits it, with old results',
    asItIs: true,
    records: ['one', 'two', 'five'].map((a) => ({ a })),
    letters: [['- one -!'], ['two!'], ['more: five!']],
    source: ({ lines }) =>
      lines(
        '{ IF {MERGEFIELD a \\* MERGEFORMAT¦«a»} <> "one" "{ IF {MERGEFIELD a¦«a»} = "two" "two" "more: {MERGEFIELD a¦«a»}" \\* MERGEFORMAT ¦more: {MERGEFIELD a¦«a»}}" "- one -" \\* MERGEFORMAT ¦more: {MERGEFIELD a¦five}}!',
      ),
  }),
]
