// Names as people write them, in lists and on cards, as their parts and back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedName } from '../../src/core/contact/name.ts'
import { frontOf, joinName, splitName, titleInFront, withoutSuffix } from '../../src/core/contact/personName.ts'
import { person } from '../make.ts'

type Row = [full: string, courtesy: string, title: string, firstName: string, middleName: string, surname: string]

const plain: Row[] = [
  ['Anna', '', '', 'Anna', '', ''],
  ['Anna Berg', '', '', 'Anna', '', 'Berg'],
  ['Anna Maria Berg', '', '', 'Anna', 'Maria', 'Berg'],
  ['Anna Maria Sofie Berg', '', '', 'Anna Maria', 'Sofie', 'Berg'],
  ['Kari Nordmann Hansen', '', '', 'Kari', 'Nordmann', 'Hansen'],
  ['Bjørn-Erik Sæther', '', '', 'Bjørn-Erik', '', 'Sæther'],
  ['J. P. Maier', '', '', 'J.', 'P.', 'Maier'],
  ['J.P. Maier', '', '', 'J.P.', '', 'Maier'],
  ['Anna V. Berg', '', '', 'Anna', 'V.', 'Berg'],
  ['Anna D. Berg', '', '', 'Anna', 'D.', 'Berg'],
  ['Eva Maier-Huber', '', '', 'Eva', '', 'Maier-Huber'],
  ['Eva Maier - Huber', '', '', 'Eva', '', 'Maier - Huber'],
  ['Anna und Karl Huber', '', '', 'Anna und Karl', '', 'Huber'],
  ['Amartya Sen', '', '', 'Amartya', '', 'Sen'],
  ['Yo-Yo Ma', '', '', 'Yo-Yo', '', 'Ma'],
  ['YO YO MA', '', '', 'YO', 'YO', 'MA'],
  ['Le Corbusier', '', '', 'Le', '', 'Corbusier'],
  ['Lang Lang', '', '', 'Lang', '', 'Lang'],
  ['Ben Berg', '', '', 'Ben', '', 'Berg'],
  ['Siân O’Brien', '', '', 'Siân', '', 'O’Brien'],
]
const particles: Row[] = [
  ['Anna van der Berg', '', '', 'Anna', '', 'van der Berg'],
  ['Anna Maria van der Berg', '', '', 'Anna', 'Maria', 'van der Berg'],
  ['Jan van ’t Hoff', '', '', 'Jan', '', 'van ’t Hoff'],
  ["Sophie in 't Veld", '', '', 'Sophie', '', "in 't Veld"],
  ['Karel De Smet', '', '', 'Karel', '', 'De Smet'],
  ['Lieve Van den Broeck', '', '', 'Lieve', '', 'Van den Broeck'],
  ['Ludwig van Beethoven', '', '', 'Ludwig', '', 'van Beethoven'],
  ['Maria v. Stein', '', '', 'Maria', '', 'v. Stein'],
  ['Karl Graf von Spee', '', '', 'Karl', '', 'Graf von Spee'],
  ['Steffi Graf', '', '', 'Steffi', '', 'Graf'],
  ['Anna von und zu Hohenstein', '', '', 'Anna', '', 'von und zu Hohenstein'],
  ['Uwe auf der Heide', '', '', 'Uwe', '', 'auf der Heide'],
  ['Yves Le Gall', '', '', 'Yves', '', 'Le Gall'],
  ['Anne de la Fontaine', '', '', 'Anne', '', 'de la Fontaine'],
  ["Jeanne d'Arc", '', '', 'Jeanne', '', "d'Arc"],
  ['Maria di Stefano', '', '', 'Maria', '', 'di Stefano'],
  ['Luís dos Santos', '', '', 'Luís', '', 'dos Santos'],
  ['Omar bin Khalid al-Saud', '', '', 'Omar', '', 'bin Khalid al-Saud'],
  ['Ian Mc Donald', '', '', 'Ian', '', 'Mc Donald'],
  ["Sean O' Brien", '', '', 'Sean', '', "O' Brien"],
  ['Seán Ó Briain PhD', '', '', 'Seán', '', 'Ó Briain PhD'],
  ['Máire Ní Bhriain', '', '', 'Máire', '', 'Ní Bhriain'],
  ['Frau Le Pen', 'Frau', '', '', '', 'Le Pen'],
  ['Frau Dr. De La Cruz', 'Frau', 'Dr.', '', '', 'De La Cruz'],
  ['Frau Marine Le Pen', 'Frau', '', 'Marine', '', 'Le Pen'],
  ['Peter St. John', '', '', 'Peter', '', 'St. John'],
  ['Pia af Klint', '', '', 'Pia', '', 'af Klint'],
  ['van der Berg', '', '', '', '', 'van der Berg'],
  ['Carlos Gómez y Martínez', '', '', 'Carlos', '', 'Gómez y Martínez'],
]
const titles: Row[] = [
  ['Dr. Anna Maier-Huber', '', 'Dr.', 'Anna', '', 'Maier-Huber'],
  ['Dr Anna Berg', '', 'Dr', 'Anna', '', 'Berg'],
  ['Dr. Maier', '', 'Dr.', '', '', 'Maier'],
  ['Prof. Dr. Max Muster', '', 'Prof. Dr.', 'Max', '', 'Muster'],
  ['Univ.-Prof. Dr. Max Muster', '', 'Univ.-Prof. Dr.', 'Max', '', 'Muster'],
  ['Dr. rer. nat. habil. Jo Klein', '', 'Dr. rer. nat. habil.', 'Jo', '', 'Klein'],
  ['Prof. Dr. h. c. mult. Uwe Klein', '', 'Prof. Dr. h. c. mult.', 'Uwe', '', 'Klein'],
  ['Dr. med. dent. Eva Klein', '', 'Dr. med. dent.', 'Eva', '', 'Klein'],
  ['Dr.-Ing. Karl Huber', '', 'Dr.-Ing.', 'Karl', '', 'Huber'],
  ['Dipl.-Ing. (FH) Karl Huber', '', 'Dipl.-Ing. (FH)', 'Karl', '', 'Huber'],
  ['Dipl.-Kfm. Karl Huber', '', 'Dipl.-Kfm.', 'Karl', '', 'Huber'],
  ['DI Anna Huber', '', 'DI', 'Anna', '', 'Huber'],
  ['MMag. DDr. Eva Huber', '', 'MMag. DDr.', 'Eva', '', 'Huber'],
  ['Mag. Eva Huber', '', 'Mag.', 'Eva', '', 'Huber'],
  ['ir. Jan de Vries', '', 'ir.', 'Jan', '', 'de Vries'],
  ['mr. drs. J.P. de Vries', '', 'mr. drs.', 'J.P.', '', 'de Vries'],
  ['Prof.dr.ir. A. van Dijk', '', 'Prof.dr.ir.', 'A.', '', 'van Dijk'],
  ['Frau Dr. Anna Maria van der Berg', 'Frau', 'Dr.', 'Anna', 'Maria', 'van der Berg'],
  ['Herr Maier', 'Herr', '', '', '', 'Maier'],
  ['Mevrouw Anna de Wit', 'Mevrouw', '', 'Anna', '', 'de Wit'],
  ['De heer Jan de Wit', 'De heer', '', 'Jan', '', 'de Wit'],
  ['Mme Anne Le Roux', 'Mme', '', 'Anne', '', 'Le Roux'],
  ['Mr. John Smith Jr.', 'Mr.', '', 'John', '', 'Smith Jr.'],
  ['Dr. Med Ahmed', '', 'Dr.', 'Med', '', 'Ahmed'],
  ['Dr.', '', '', 'Dr.', '', ''],
]
const behind: Row[] = [
  ['Karl Huber jun.', '', '', 'Karl', '', 'Huber jun.'],
  ['Karl Huber III', '', '', 'Karl', '', 'Huber III'],
  ['Anna Berg MBA', '', '', 'Anna', '', 'Berg MBA'],
  ['Dr. Anna Maria Berg LL.M.', '', 'Dr.', 'Anna', 'Maria', 'Berg LL.M.'],
]
/** The surname stands first, as a comma or capitals say. */
const turned: Row[] = [
  ['Berg, Anna', '', '', 'Anna', '', 'Berg'],
  ['Maier, Dr. Anna', '', 'Dr.', 'Anna', '', 'Maier'],
  ['Maier Dr., Anna', '', '', 'Anna', '', 'Maier Dr.'],
  ['Berg, Anna van der', '', '', 'Anna', '', 'van der Berg'],
  ['van der Berg, Anna Maria', '', '', 'Anna', 'Maria', 'van der Berg'],
  ['Berger, Anna, MBA', '', '', 'Anna', '', 'Berger, MBA'],
  ['Berger, Anna Maria, Dr., MBA', '', 'Dr.', 'Anna', 'Maria', 'Berger, MBA'],
  ['Huber, Frau Dr. Eva', 'Frau', 'Dr.', 'Eva', '', 'Huber'],
  ['DUPONT Jean-Pierre', '', '', 'Jean-Pierre', '', 'DUPONT'],
  ['LE GALL Yves', '', '', 'Yves', '', 'LE GALL'],
]

const parts = ([full, courtesy, title, firstName, middleName, surname]: Row) => ({
  full,
  parts: { ...(courtesy && { courtesy }), ...(title && { title }), firstName, middleName, surname },
})

describe('A whole name', () => {
  test.each([...plain, ...particles, ...titles, ...behind].map(parts))('$full comes apart and together again', ({ full, parts }) => {
    expect(splitName(full)).toEqual(parts)
    expect(joinName(splitName(full))).toBe(full)
  })

  test.each(turned.map(parts))('$full says itself that the surname stands first', ({ full, parts }) => {
    expect(splitName(full)).toEqual(parts)
  })

  test('in capitals behind the first names is the surname, with its particles', () => {
    expect(splitName('Jean-Pierre LE GALL DUPONT')).toEqual({ firstName: 'Jean-Pierre', middleName: '', surname: 'LE GALL DUPONT' })
    expect(splitName('Anne de LA FONTAINE')).toEqual({ firstName: 'Anne', middleName: '', surname: 'de LA FONTAINE' })
    expect(splitName('ANNA MARIA BERG')).toEqual({ firstName: 'ANNA', middleName: 'MARIA', surname: 'BERG' })
  })

  test('of a Spaniard has two surnames', () => {
    expect(splitName('María García López', undefined, 'ES')).toEqual({ firstName: 'María', middleName: '', surname: 'García López' })
    expect(splitName('José Luis Rodríguez de la Torre', undefined, 'ES')).toMatchObject({ surname: 'Rodríguez de la Torre' })
    expect(splitName('Ana de la Cruz', undefined, 'ES')).toMatchObject({ firstName: 'Ana', surname: 'de la Cruz' })
    expect(splitName('María López', undefined, 'ES')).toMatchObject({ firstName: 'María', surname: 'López' })
  })

  test('with the surname first is asked for by the column', () => {
    expect(splitName('van der Berg Anna Maria', 'surnameFirst')).toMatchObject({ firstName: 'Anna', surname: 'van der Berg' })
    expect(splitName('Dr. Berg Anna', 'surnameFirst')).toEqual({ title: 'Dr.', firstName: 'Anna', middleName: '', surname: 'Berg' })
    expect(splitName('Berg', 'surnameFirst')).toMatchObject({ firstName: '', surname: 'Berg' })
  })

  test('loses no word, whatever stands in it', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...'Dr. Prof. Frau Herr Mr. von van der de y - jun. MBA III Anna Karl Berg J. (FH) med. ir. Graf und , DUPONT LE'.split(' '),
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), fc.constantFrom(undefined, 'firstNameFirst', 'surnameFirst'), (all, order) => {
        const signs = (text: string) => [...text.replace(/[\s,]/g, '')].sort().join('')
        const text = all.join(' ')
        expect(signs(joinName(splitName(text, order as undefined)))).toBe(signs(text))
      }),
      { numRuns: 300 },
    )
  })

  test('is the same again where no comma and no capitals turn it', () => {
    const word = fc.constantFrom(...'Dr. Prof. Frau Mr. von van der de y - jun. Anna Karl Berg J. (FH) med. ir. Graf und'.split(' '))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (all) => {
        expect(joinName(splitName(`  ${all.join('  ')} `))).toBe(all.join(' '))
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['Dr. Anna', { title: 'Dr.', rest: 'Anna' }],
  ['Prof. Dr. Anna Maria', { title: 'Prof. Dr.', rest: 'Anna Maria' }],
  ['Anna', undefined],
  ['Dr.', undefined],
  ['J. P.', undefined],
])('a title that stands with the first name %s is found', (firstName, found) => expect(titleInFront(firstName)).toEqual(found))

test.each([
  ['Huber jun.', 'Huber'],
  ['Berg, MBA', 'Berg'],
  ['van der Berg', 'van der Berg'],
  ['Berg MSc LL.M.', 'Berg'],
  ['Sen', 'Sen'],
])('%s is addressed as %s', (surname, said) => expect(withoutSuffix(surname)).toBe(said))

test('how somebody is addressed, with nothing behind it', () => {
  expect(frontOf('Frau Dr.')).toEqual({ courtesy: 'Frau', title: 'Dr.' })
  expect(frontOf('Mr')).toEqual({ courtesy: 'Mr', title: '' })
  expect(frontOf('Sehr geehrte')).toEqual({ courtesy: '', title: '' })
})

test('the name is printed with its title, and sorted without', () => {
  const anna = person({ name: 'Anna Maier', title: 'Dr.' })
  expect([anna.name, printedName(anna)]).toEqual(['Anna Maier', 'Dr. Anna Maier'])
})
