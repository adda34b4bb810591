// `\#`: number pictures in the signs of five languages. Rounding, places, groups, signs, sections for below zero and zero, words.
import { table, type Row } from '../../sample.ts'

const each = (en: string, de: string, nl: string, nb: string, fr: string) => ({ en, de, nl, nb, fr })

const rows: Row[] = [
  ['MERGEFIELD X \\# "0"', 25, '25'],
  ['MERGEFIELD X \\# "000"', 25, '025'],
  ['MERGEFIELD X \\# 0', 25.5, '26'],
  ['MERGEFIELD X \\# 0', -25.4, '-25'],
  ['MERGEFIELD X \\# 0', 0, '0'],
  ['MERGEFIELD X \\# "0%"', 25, '25%'],
  ['MERGEFIELD X \\# "0;(0);none"', 5, '5'],
  ['MERGEFIELD X \\# "0;(0);none"', -5, '(5)'],
  ['MERGEFIELD X \\# "0;(0);none"', 0, { en: 'none', de: 'none' }],
  ['MERGEFIELD X \\# "0 \'pieces\'"', 5, '5 pieces'],
  ['MERGEFIELD X \\# "0"', 'five', 'five'],
  ['MERGEFIELD X \\# "0"', '', ''],
  ['MERGEFIELD X \\# "0"', '12', '12'],
  ['MERGEFIELD X \\# "0" \\b "EUR "', 12, 'EUR 12'],
]
const english: Row[] = [
  ['MERGEFIELD X \\# "0.00"', 25, '25.00'],
  ['MERGEFIELD X \\# "0.00"', 345.12314, '345.12'],
  ['MERGEFIELD X \\# "#,##0.00"', 1234567.891, '1,234,567.89'],
  ['MERGEFIELD X \\# "$#,##0.00"', 1234.5, '$1,234.50'],
  ['MERGEFIELD X \\# "0.00"', '1,234.5', '1234.50'],
  ['MERGEFIELD X \\# "#,##0.00;(#,##0.00)"', -1234.5, '(1,234.50)'],
]
const german: Row[] = [
  ['MERGEFIELD X \\# "#.##0,00"', 1234567.891, '1.234.567,89'],
  ['MERGEFIELD X \\# "#.##0,00 €"', 1234.5, '1.234,50 €'],
  ['MERGEFIELD X \\# "0,00"', '1.234,5', '1234,50'],
  ['MERGEFIELD X \\# "#,##0.00"', 1234.5, '1.234,50'],
]
const plain: Row[] = [
  ['MERGEFIELD X', 1234.5, each('1234.5', '1234,5', '1234,5', '1234,5', '1234,5')],
  ['MERGEFIELD X', 7, '7'],
]

export default [
  table('in every language', rows),
  table('English', english, ['en']),
  table('German and Dutch', german, ['de', 'nl']),
  table('without a picture', plain),
]
