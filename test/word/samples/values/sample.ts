// What values hold: breaks, tabs, several paragraphs, signs of XML, what no file can hold, other scripts, words like fields.
import { sample } from '../../sample.ts'

const one = (name: string, value: string | readonly string[], shows: string[]) =>
  sample({
    name,
    records: [{ Note: value }],
    letters: [[...shows, 'End']],
    source: ({ lines }) => lines('{MERGEFIELD Note}') + lines('End'),
  })

export default [
  one('breaks', 'a\nb\r\nc\rd', ['a\nb\nc\nd']),
  one('a vertical tab of Excel', 'a\u000bb', ['a\nb']),
  one('tabs', 'a\tb', ['a\tb']),
  one('signs of XML', '<b> & "x" \'y\' ]]> <!-- &amp; &#0;', ['<b> & "x" \'y\' ]]> <!-- &amp; &#0;']),
  one('controls', 'a\u0000b\u0007c\u001fd\ufffe\uffff', ['abcd']),
  one('half a pair', 'a\ud800b\udc00c', ['abc']),
  one('emoji', '👩‍👩‍👧 😀', ['👩‍👩‍👧 😀']),
  one('right to left', 'שלום 123', ['שלום 123']),
  one('like fields', '{{Note}} «Note» {MERGEFIELD Note}', ['{{Note}} «Note» {MERGEFIELD Note}']),
  one('paragraphs', ['first', 'second\nline', 'third'], ['first', '', 'second\nline', '', 'third']),
  one('no paragraph', [], []),
  one('blanks', '  a  ', ['  a  ']),
  one('soft and hard signs', 'a\u00adb\u00a0c\u2011d', ['a\u00adb\u00a0c\u2011d']),
]
