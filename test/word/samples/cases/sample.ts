// `\*` on a value: letters of every size, and what leaves it alone. Upper and lower follow the letter's language.
import { table } from '../../sample.ts'

export default [
  table('of letters', [
    ['MERGEFIELD X \\* Upper', 'ann o’neil', 'ANN O’NEIL'],
    ['MERGEFIELD X \\* Lower', 'ANN ÖRS', 'ann örs'],
    ['MERGEFIELD X \\* FirstCap', 'ann smith', 'Ann smith'],
    ['MERGEFIELD X \\* Caps', 'ann van der velde', 'Ann Van Der Velde'],
    ['MERGEFIELD X \\* Lower \\* FirstCap', 'RICHARD', 'Richard'],
    ['MERGEFIELD X \\* Lower \\* Caps', 'ANN BERG', 'Ann Berg'],
    ['MERGEFIELD X \\* Caps \\* Lower', 'ANN BERG', 'ann berg'],
    ['MERGEFIELD X \\* upper', 'ann', 'ANN'],
    ['mergefield X \\*Upper', 'ann', 'ANN'],
    ['MERGEFIELD X \\* Upper \\* MERGEFORMAT', 'ann', 'ANN'],
    ['MERGEFIELD X \\* MERGEFORMAT \\* Upper', 'ann', 'ANN'],
    ['MERGEFIELD X \\* MERGEFORMAT', 'aNn', 'aNn'],
    ['MERGEFIELD X \\* Upper', '', ''],
    ['MERGEFIELD X \\* Upper', undefined, ''],
    ['MERGEFIELD X \\* Upper', 'straße', 'STRASSE'],
    ['MERGEFIELD X \\* Caps', '😀 zoë', '😀 Zoë'],
  ]),
  table('of the language', [['MERGEFIELD X \\* Upper', 'izmir', 'İZMİR']], ['tr']),
]
