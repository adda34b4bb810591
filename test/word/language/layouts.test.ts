// Layouts of addresses and greetings as documents say them, and Windows' numbers of languages.
import { describe, expect, it } from 'vitest'
import { readInstruction } from '../../../src/word/compile/instruction.ts'
import { addressLayout, fillAddress } from '../../../src/word/language/addressBlock.ts'
import { fillGreeting, greetingLayout } from '../../../src/word/language/greetingLine.ts'
import { languageOfLcid, lcidOf } from '../../../src/word/language/lcid.ts'
import type { StandardName } from '../../../src/word/standardNames.ts'

type Values = Partial<Record<StandardName, string>>

const anna: Values = {
  ...{ 'Courtesy Title': 'Mag.', 'First Name': 'Anna', 'Last Name': 'Maier', Company: 'Adatum', 'Address 1': 'Hauptplatz 1' },
  ...{ City: 'Linz', State: 'OÖ', 'Postal Code': '4020', 'Country or Region': 'Austria' },
}
const partOf = (values: Values) => (name: StandardName) => values[name] ?? ''
const usual =
  '<<_TITLE0_ >><<_FIRST0_>><< _LAST0_>><< _SUFFIX0_>>\n<<_COMPANY_\n>><<_STREET1_\n>><<_STREET2_\n>><<_CITY_>><<, _STATE_>><< _POSTAL_>><<\n_COUNTRY_>>'
const address = (switches: string, values: Values) =>
  fillAddress(addressLayout(readInstruction(`ADDRESSBLOCK ${switches}`)), partOf(values))
const own = (layout: string, values: Values, more = '') => address(`\\f "${layout}" ${more}`, values)

describe('An address', () => {
  it('in the form that Word writes', () => {
    expect(own(usual, anna)).toEqual(['Mag. Anna Maier', 'Adatum', 'Hauptplatz 1', 'Linz, OÖ 4020', 'Austria'])
  })

  it('leaves out what is missing, with its text and its line', () => {
    const { Company, State, 'Courtesy Title': title, ...rest } = anna
    expect([Company, State, title]).toHaveLength(3)
    expect(own(usual, rest)).toEqual(['Anna Maier', 'Hauptplatz 1', 'Linz 4020', 'Austria'])
    expect(own(usual, { 'Last Name': 'Maier', State: 'OÖ' })).toEqual(['Maier', 'OÖ'])
    expect(own(usual, {})).toEqual([])
  })

  it('in a form of one’s own, with curly quotes and any kind of line break', () => {
    const layout = '<<_POSTAL_ >><<_CITY_>>\r\n<<Attn. _FIRST0_ _LAST0_>>\v<<_STREET1_>>'
    expect(address(`\\f “${layout}”`, anna)).toEqual(['4020 Linz', 'Attn. Anna Maier', 'Hauptplatz 1'])
    expect(own('<<_POSTAL_ >><<Attn. _FIRST0_ _LAST0_>>', { 'Postal Code': '4020' })).toEqual(['4020'])
  })

  it('parts names that the form leaves side by side, but not in Chinese', () => {
    expect(own('<<_FIRST0_>><<_LAST0_>>', anna)).toEqual(['Anna Maier'])
    expect(own('<<_LAST0_>><<_FIRST0_>>', { 'First Name': '小明', 'Last Name': '王' })).toEqual(['王小明'])
  })

  it('knows the short names, the partner, and Word’s own way with the partner’s suffix', () => {
    const couple = { ...anna, 'Spouse First Name': 'Eva', 'Spouse Nickname': 'Evi' }
    expect(own('<</t0 >><</f0>><< and /f1>><< /l0>>', couple)).toEqual(['Mag. Anna and Eva Maier'])
    expect(own('<<_FIRST1_>><< _SUFFIX1_>><< _NICK1_>>', couple)).toEqual(['Eva Evi'])
    expect(own('<<c/o _COMPANY_>>', anna)).toEqual(['c/o Adatum'])
    expect(own('<<_FIRST0_>><< _NOSUCH_>>', anna)).toEqual(['Anna'])
  })

  it.each([
    ['\\c 0', 'Austria', false],
    ['\\c 1', 'Austria', true],
    ['\\c 2 \\e "Austria"', 'Austria', false],
    ['\\c 2 \\e "austria"', 'Austria', false],
    ['\\c 2 \\e "Germany"', 'Austria', true],
    ['\\c 2 \\e "Germany; Austria"', 'Austria', false],
    ['\\c 1 \\e "Austria"', 'Austria', true],
    ['\\e "Austria"', 'Austria', false],
    ['', 'Austria', true],
    ['\\c 9', 'Austria', true],
  ])('with %s and the country %s: %s', (switches, country, shown) => {
    expect(own('<<_CITY_>><<\n_COUNTRY_>>', { City: 'Linz', 'Country or Region': country }, switches)).toEqual(
      shown ? ['Linz', country] : ['Linz'],
    )
  })

  it('says what the document asked for', () => {
    const { groups, ...rest } = addressLayout(readInstruction('ADDRESSBLOCK \\f "<<_CITY_>>" \\l 1049 \\c 2 \\e "Россия" \\d '))
    expect(rest).toEqual({ own: true, country: 'unless', except: 'Россия', byCountry: true, language: 'ru-RU' })
    expect(structuredClone(groups)).toEqual([{ kind: 'group', pieces: [{ part: 'City' }] }])
    expect(addressLayout(readInstruction('ADDRESSBLOCK'))).toMatchObject({ own: false, country: 'always', except: '', byCountry: false })
  })

  it('without a form takes Word’s usual one', () => {
    expect(address('', anna)).toEqual(['Mag. Anna Maier', 'Adatum', 'Hauptplatz 1', 'Linz, OÖ 4020', 'Austria'])
  })

  it('of a broken form shows it as text', () => {
    expect(own('<<_CITY_>> <<_STATE_', anna)).toEqual(['Linz <<_STATE_'])
    expect(own('a > b < c', anna)).toEqual(['a > b < c'])
  })

  it('of another template comes out whole', () => {
    const layout =
      '<<_COMPANY_\n>><<_FIRST0_>><< _MIDDLE0_>><< _LAST0_>><< _SUFFIX0_>>\n<<_STREET1_\n>><<_CITY_\n>><<_STATE_\n>><<_COUNTRY_\n>><<_POSTAL_>>'
    expect(own(layout, anna, '\\l 1049 \\c 2 \\e "Россия" \\d')).toEqual([
      ...['Adatum', 'Anna Maier', 'Hauptplatz 1', 'Linz', 'OÖ', 'Austria', '4020'],
    ])
  })
})

describe('A greeting', () => {
  const layoutOf = (switches: string, language?: string) => greetingLayout(readInstruction(`GREETINGLINE ${switches}`), language)
  const greeting = (layout: string, values: Values) => fillGreeting(layoutOf(`\\f "${layout}"`), partOf(values))

  it.each([
    ['<<_BEFORE_ Dear >><<_TITLE0_>><< _LAST0_>> <<_AFTER_ ,>>', 'Dear Mag. Maier,'],
    ['<<_BEFORE_ Dear >><<_TITLE0_ >><<_LAST0_>><<_AFTER_ ,>>', 'Dear Mag. Maier,'],
    ['<<_BEFORE_ Dear >><<_TITLE0_>><<_LAST0_>><<_AFTER_ ,>>', 'Dear Mag. Maier,'],
    ['<< _BEFORE_ Dear >><< _TITLE0_ >><< _LAST0_ >><< _AFTER_ ,>> ', 'Dear Mag. Maier,'],
    ['<<_BEFORE_ Уважаемый >><<_TITLE0_>><< _LAST0_>>\r\n<<_AFTER_ !>>', 'Уважаемый Mag. Maier!'],
    ['<<_BEFORE_ Cher >><<_FIRST0_>><<_AFTER_  !>>', 'Cher Anna !'],
    ['<<_BEFORE_ Hi>><<_FIRST0_>>', 'Hi Anna'],
    ['<</g Dear >><</f0>><< /l0>><</x :>>', 'Dear Anna Maier:'],
    ['<<_FIRST0_>><< _LAST0_>><< _SUFFIX0_>><<_AFTER_ ,>>', 'Anna Maier,'],
    ['<<_BEFORE_ Dear >><<_FIRST0_>><< and _FIRST1_>><<_AFTER_ ,>>', 'Dear Anna,'],
    ['<<_BEFORE_ Dear >><<Mr. and Mrs. _LAST0_>><<_AFTER_ ,>>', 'Dear Mr. and Mrs. Maier,'],
  ])('by %j', (layout, line) => {
    expect(greeting(layout, anna)).toBe(line)
  })

  it('with the partner’s name where there is one', () => {
    expect(greeting('<<_BEFORE_ Dear >><<_FIRST0_>><< and _FIRST1_>>', { ...anna, 'Spouse First Name': 'Eva' })).toBe('Dear Anna and Eva')
  })

  it.each([
    ['a title that is asked for', '<<_BEFORE_ Dear >><<_TITLE0_>><< _LAST0_>>', { 'Last Name': 'Maier' }],
    ['the last name', '<<_BEFORE_ Dear >><<_TITLE0_>><< _LAST0_>>', { 'Courtesy Title': 'Mag.', 'Last Name': '  ' }],
    ['the first name', '<<_BEFORE_ Dear >><<_FIRST0_>>', { 'Last Name': 'Maier' }],
    ['any name', '<<_BEFORE_ Dear >><<_AFTER_ ,>>', anna],
  ])('cannot be used without %s', (_, layout, values) => {
    expect(greeting(layout, values)).toBeUndefined()
  })

  it('says what the document asked for', () => {
    expect(layoutOf('\\f "<<_BEFORE_ Dear >><<_FIRST0_>><<_AFTER_ ,>>" \\l 1031 \\e "Dear Sir or Madam,"')).toEqual({
      ...{ before: 'Dear ', after: ',', own: true, language: 'de-DE', otherwise: 'Dear Sir or Madam,', needed: ['First Name'] },
      name: [{ kind: 'group', pieces: [{ part: 'First Name' }] }],
    })
    expect(layoutOf('\\e ""').otherwise).toBe('')
    expect(layoutOf('')).not.toHaveProperty('otherwise')
  })

  it('without a form is Word’s usual one in English, and the name alone elsewhere', () => {
    expect(fillGreeting(layoutOf('', 'en'), partOf(anna))).toBe('Dear Mag. Maier,')
    expect(fillGreeting(layoutOf('', 'de'), partOf(anna))).toBe('Mag. Maier,')
    expect(fillGreeting(layoutOf('\\l 1031', 'en'), partOf(anna))).toBe('Mag. Maier,')
  })
})

describe('Windows’ numbers of languages', () => {
  it.each([
    [1031, 'de-DE'],
    ['3079', 'de-AT'],
    [' 1033 ', 'en-US'],
    ['2057', 'en-GB'],
    [1044, 'nb-NO'],
    [1043, 'nl-NL'],
    [1036, 'fr-FR'],
    [1049, 'ru-RU'],
    [1034, 'es-ES'],
    [7, undefined],
    ['', undefined],
    ['de', undefined],
    ['0x407', undefined],
  ])('%j is %s', (lcid, language) => {
    expect(languageOfLcid(lcid)).toBe(language)
  })

  it.each([
    ['de-DE', 1031],
    ['de', 1031],
    ['DE_at', 3079],
    ['no', 1044],
    ['en-XX', 1033],
    ['tlh', undefined],
    ['', undefined],
  ])('%j has %s', (language, lcid) => {
    expect(lcidOf(language)).toBe(lcid)
  })

  it('lead there and back', () => {
    for (let lcid = 0; lcid < 20_000; lcid++) {
      const language = languageOfLcid(lcid)
      if (language !== undefined) expect(languageOfLcid(lcidOf(language) ?? 0)).toBe(language)
      if (language !== undefined) expect(Intl.getCanonicalLocales(language)).toEqual([language])
    }
  })
})
