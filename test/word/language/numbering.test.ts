// Numbers in other ways: letters, Roman figures, ordinals, words.
import { describe, expect, it } from 'vitest'
import { inNumbering, numberingOf } from '../../../src/word/language/numbering.ts'
import { spells } from '../../../src/word/language/numberWords.ts'

const languages = ['en', 'de', 'nl', 'nb', 'fr'] as const
const shownBy = (name: string, value: number, language = 'en') => {
  const way = numberingOf(name)
  return way && inNumbering(value, way, language)
}

describe('A number', () => {
  it.each([
    ['Arabic', 12, '12'],
    ['Arabic', 12.5, '13'],
    ['Arabic', -3, '-3'],
    ['ArabicDash', 12, '- 12 -'],
    ['ALPHABETIC', 1, 'A'],
    ['alphabetic', 26, 'z'],
    ['alphabetic', 27, 'aa'],
    ['ALPHABETIC', 54, 'BBB'],
    ['alphabetic', 52, 'zz'],
    ['Alphabetic', 3, 'C'],
    ['alphabetic', 780, 'z'.repeat(30)],
    ['alphabetic', 781, undefined],
    ['alphabetic', 0, undefined],
    ['roman', 4, 'iv'],
    ['Roman', 1994, 'MCMXCIV'],
    ['ROMAN', 2026, 'MMXXVI'],
    ['roman', 0, undefined],
    ['roman', -5, undefined],
    ['roman', 40000, undefined],
    ['Hex', 458, '1CA'],
    ['hex', 255, 'FF'],
    ['Hex', -1, undefined],
    ['hexagon', 1, undefined],
    ['constructor', 1, undefined],
    ['CardText', 1e21, undefined],
    ['CardText', -1, undefined],
    ['CardText', 1_000_000_000, undefined],
    ['OrdText', 2.5, 'third'],
    ['DollarText', 14.55, 'fourteen and 55/100'],
    ['DollarText', 345.223, 'three hundred forty-five and 22/100'],
    ['DollarText', 0.999, 'one and 00/100'],
    ['DollarText', -3, undefined],
  ])('%s of %s is %s', (name, value, shown) => {
    expect(shownBy(name, value)).toBe(shown)
  })

  it.each([
    [1, ['1st', '1.', '1e', '1.', '1er']],
    [2, ['2nd', '2.', '2e', '2.', '2e']],
    [3, ['3rd', '3.', '3e', '3.', '3e']],
    [11, ['11th', '11.', '11e', '11.', '11e']],
    [112, ['112th', '112.', '112e', '112.', '112e']],
    [121, ['121st', '121.', '121e', '121.', '121e']],
  ])('%s as an ordinal', (value, shown) => {
    expect(languages.map((language) => shownBy('Ordinal', value, language))).toEqual(shown)
  })

  it.each([
    ['es', '5º'],
    ['sv', '5:e'],
    ['pl', '5.'],
  ])('in %s is the ordinal %s', (language, shown) => {
    expect(shownBy('Ordinal', 5, language)).toBe(shown)
  })
})

describe('A number in words', () => {
  it.each([
    [0, ['zero', 'null', 'nul', 'null', 'zéro']],
    [1, ['one', 'eins', 'een', 'en', 'un']],
    [7, ['seven', 'sieben', 'zeven', 'sju', 'sept']],
    [12, ['twelve', 'zwölf', 'twaalf', 'tolv', 'douze']],
    [16, ['sixteen', 'sechzehn', 'zestien', 'seksten', 'seize']],
    [17, ['seventeen', 'siebzehn', 'zeventien', 'sytten', 'dix-sept']],
    [20, ['twenty', 'zwanzig', 'twintig', 'tjue', 'vingt']],
    [21, ['twenty-one', 'einundzwanzig', 'eenentwintig', 'tjueen', 'vingt et un']],
    [22, ['twenty-two', 'zweiundzwanzig', 'tweeëntwintig', 'tjueto', 'vingt-deux']],
    [30, ['thirty', 'dreißig', 'dertig', 'tretti', 'trente']],
    [71, ['seventy-one', 'einundsiebzig', 'eenenzeventig', 'syttien', 'soixante et onze']],
    [77, ['seventy-seven', 'siebenundsiebzig', 'zevenenzeventig', 'syttisju', 'soixante-dix-sept']],
    [80, ['eighty', 'achtzig', 'tachtig', 'åtti', 'quatre-vingts']],
    [81, ['eighty-one', 'einundachtzig', 'eenentachtig', 'åttien', 'quatre-vingt-un']],
    [91, ['ninety-one', 'einundneunzig', 'eenennegentig', 'nittien', 'quatre-vingt-onze']],
    [100, ['one hundred', 'einhundert', 'honderd', 'ett hundre', 'cent']],
    [101, ['one hundred one', 'einhunderteins', 'honderdeen', 'ett hundre og en', 'cent un']],
    [200, ['two hundred', 'zweihundert', 'tweehonderd', 'to hundre', 'deux cents']],
    [280, ['two hundred eighty', 'zweihundertachtzig', 'tweehonderdtachtig', 'to hundre og åtti', 'deux cent quatre-vingts']],
    [1000, ['one thousand', 'eintausend', 'duizend', 'ett tusen', 'mille']],
    [1001, ['one thousand one', 'eintausendeins', 'duizend een', 'ett tusen og en', 'mille un']],
    [
      1234,
      [
        'one thousand two hundred thirty-four',
        'eintausendzweihundertvierunddreißig',
        'duizend tweehonderdvierendertig',
        'ett tusen to hundre og trettifire',
        'mille deux cent trente-quatre',
      ],
    ],
    [80000, ['eighty thousand', 'achtzigtausend', 'tachtigduizend', 'åtti tusen', 'quatre-vingt mille']],
    [
      201000,
      ['two hundred one thousand', 'zweihunderteintausend', 'tweehonderdeenduizend', 'to hundre og ett tusen', 'deux cent un mille'],
    ],
    [1_000_000, ['one million', 'eine Million', 'een miljoen', 'en million', 'un million']],
    [2_000_003, ['two million three', 'zwei Millionen drei', 'twee miljoen drie', 'to millioner og tre', 'deux millions trois']],
    [200_000_000, ['two hundred million', 'zweihundert Millionen', 'tweehonderd miljoen', 'to hundre millioner', 'deux cents millions']],
  ])('%s', (value, shown) => {
    expect(languages.map((language) => shownBy('CardText', value, language))).toEqual(shown)
  })

  it.each([
    [1, ['first', 'erste', 'eerste', 'første', 'premier']],
    [2, ['second', 'zweite', 'tweede', 'andre', 'deuxième']],
    [3, ['third', 'dritte', 'derde', 'tredje', 'troisième']],
    [4, ['fourth', 'vierte', 'vierde', 'fjerde', 'quatrième']],
    [5, ['fifth', 'fünfte', 'vijfde', 'femte', 'cinquième']],
    [6, ['sixth', 'sechste', 'zesde', 'sjette', 'sixième']],
    [7, ['seventh', 'siebte', 'zevende', 'sjuende', 'septième']],
    [8, ['eighth', 'achte', 'achtste', 'åttende', 'huitième']],
    [9, ['ninth', 'neunte', 'negende', 'niende', 'neuvième']],
    [10, ['tenth', 'zehnte', 'tiende', 'tiende', 'dixième']],
    [11, ['eleventh', 'elfte', 'elfde', 'ellevte', 'onzième']],
    [12, ['twelfth', 'zwölfte', 'twaalfde', 'tolvte', 'douzième']],
    [13, ['thirteenth', 'dreizehnte', 'dertiende', 'trettende', 'treizième']],
    [14, ['fourteenth', 'vierzehnte', 'veertiende', 'fjortende', 'quatorzième']],
    [15, ['fifteenth', 'fünfzehnte', 'vijftiende', 'femtende', 'quinzième']],
    [16, ['sixteenth', 'sechzehnte', 'zestiende', 'sekstende', 'seizième']],
    [17, ['seventeenth', 'siebzehnte', 'zeventiende', 'syttende', 'dix-septième']],
    [18, ['eighteenth', 'achtzehnte', 'achttiende', 'attende', 'dix-huitième']],
    [19, ['nineteenth', 'neunzehnte', 'negentiende', 'nittende', 'dix-neuvième']],
    [20, ['twentieth', 'zwanzigste', 'twintigste', 'tjuende', 'vingtième']],
    [21, ['twenty-first', 'einundzwanzigste', 'eenentwintigste', 'tjueførste', 'vingt et unième']],
    [30, ['thirtieth', 'dreißigste', 'dertigste', 'trettiende', 'trentième']],
    [58, ['fifty-eighth', 'achtundfünfzigste', 'achtenvijftigste', 'femtiåttende', 'cinquante-huitième']],
    [80, ['eightieth', 'achtzigste', 'tachtigste', 'åttiende', 'quatre-vingtième']],
    [100, ['one hundredth', 'einhundertste', 'honderdste', 'ett hundrede', 'centième']],
    [101, ['one hundred first', 'einhunderterste', 'honderdeerste', 'ett hundre og første', 'cent unième']],
    [107, ['one hundred seventh', 'einhundertsiebte', 'honderdzevende', 'ett hundre og sjuende', 'cent septième']],
    [200, ['two hundredth', 'zweihundertste', 'tweehonderdste', 'to hundrede', 'deux centième']],
    [1000, ['one thousandth', 'eintausendste', 'duizendste', 'ett tusende', 'millième']],
    [1_000_000, ['one millionth', 'eine millionste', 'een miljoenste', 'en millionte', 'un millionième']],
  ])('the ordinal %s', (value, shown) => {
    expect(languages.map((language) => shownBy('OrdText', value, language))).toEqual(shown)
  })

  it.each([
    ['en', 'fifty and 05/100'],
    ['de', 'fünfzig und 05/100'],
    ['nl', 'vijftig en 05/100'],
    ['nb', 'femti og 05/100'],
    ['fr', 'cinquante et 05/100'],
  ])('with cents in %s', (language, shown) => {
    expect(shownBy('DollarText', 50.05, language)).toBe(shown)
  })

  it('in Belgium and Switzerland counts by tens', () => {
    expect(shownBy('CardText', 71, 'fr-BE')).toBe('septante et un')
    expect(shownBy('CardText', 99, 'fr-CH')).toBe('nonante-neuf')
    expect(shownBy('OrdText', 70, 'fr-CH')).toBe('septantième')
  })

  it('is not to be had in a language that is not spelled here', () => {
    expect(shownBy('CardText', 5, 'pl')).toBeUndefined()
    expect(shownBy('DollarText', 5, 'pl')).toBeUndefined()
    expect([spells('pl'), spells('de-AT'), spells('no')]).toEqual([false, true, true])
  })
})
