// `\b` and `\f`: text before and after, only where there is a value.
import { table } from '../../sample.ts'

export default table('', [
  ['MERGEFIELD X \\b "c/o "', 'Acme', 'c/o Acme'],
  ['MERGEFIELD X \\b "c/o "', '', ''],
  ['MERGEFIELD X \\b "c/o "', undefined, ''],
  ['MERGEFIELD X \\f ", "', 'Acme', 'Acme, '],
  ['MERGEFIELD X \\b "(" \\f ")"', 'Acme', '(Acme)'],
  ['MERGEFIELD X \\b "(" \\f ")" \\* Upper', 'Acme', '(ACME)'],
  ['MERGEFIELD X \\* MERGEFORMAT \\b "(" \\f ")"', 'Acme', '(Acme)'],
  ['MERGEFIELD X \\b ( \\f )', 12, '(12)'],
  ['MERGEFIELD "X" \\b "[" \\f "]" \\* MERGEFORMAT', 'a & b', '[a & b]'],
])
