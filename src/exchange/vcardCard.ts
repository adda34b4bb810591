// One vCard as named cells: the columns that a list of contacts would have. RFC 6350 (4.0), RFC 2426 (3.0), vCard 2.1, and Apple's labels.
// What to call, where to write: the work number and address before those at home; whatever is left stands in columns of its own.
import ICAL from 'ical.js'
import { kindOfPhone, placeOf, put, putAddresses, putFree, putPhones, type Cells } from './cardCells.ts'
import type { SheetNote } from './sheet.ts'
import { tidyLine, type RawCard } from './vcardTidy.ts'
import { readSalutation } from './words.ts'

/** Order of the columns; further ones follow as they come. */
export const cardHeaders = [
  ...[
    'Type',
    'Name',
    'Salutation',
    'Academic Title',
    'First Name',
    'Middle Name',
    'Last Name',
    'Name Suffix',
    'Company',
    'Department',
    'Job Title',
  ],
  ...['Street', 'Address 2', 'Post Code', 'City', 'County', 'Country', 'Phone', 'Phone (mobile)', 'E-mail', 'Home Page', 'Birthday'],
  ...['Language', 'Categories'],
]

export type { Cells }

interface Property {
  name: string
  /** Lower case; `pref` is taken out. */
  types: string[]
  label: string
  preferred: boolean
  parameters: Record<string, string | string[]>
  values: Value[]
}
type Value = string | (string | string[])[]

/** The cells of a card; nothing when it is no contact (a list of others), or empty. */
export function readCard({ no, lines }: RawCard, notes: SheetNote[]): Cells | undefined {
  const four = lines.some((line) => /^VERSION\s*:\s*4/i.test(line))
  const properties = lines.flatMap((line) => {
    const property = readProperty(line, four)
    if (!property) notes.push({ lineNo: no, code: 'vcardLine', detail: line.slice(0, 80) })
    return property ?? []
  })
  const labels = new Map(properties.filter(({ name }) => name === 'x-ablabel').map((one) => [groupOf(one), textOf(one)]))
  for (const one of properties) one.label = groupOf(one) ? plainLabel(labels.get(groupOf(one)) ?? '') : ''
  const all = (name: string) =>
    properties
      .filter((one) => one.name === name && textOf(one) !== '')
      .sort((one, other) => Number(other.preferred) - Number(one.preferred))
  const kind = [...all('kind'), ...all('x-addressbookserver-kind')].map(textOf)[0]?.toLowerCase()
  const cells: Cells = new Map()
  if (kind !== 'group') {
    readNames(all, kind, cells)
    readPhones(all('tel'), cells)
    readAddresses(all('adr'), cells)
    readRest(all, cells)
  }
  if (cells.size > 1 || (cells.size === 1 && !cells.has('Type'))) return cells
  notes.push({ lineNo: no, code: 'vcardCard', detail: all('fn').map(textOf)[0] ?? '' })
  return undefined
}

function readProperty(line: string, four: boolean): Property | undefined {
  try {
    const [name, parameters, , ...values] = ICAL.parse.property(tidyLine(line), four ? ICAL.design.vcard : ICAL.design.vcard3) as [
      string,
      Record<string, string | string[]>,
      string,
      ...Value[],
    ]
    const types = [parameters['type'] ?? []].flat().flatMap((type) => type.toLowerCase().split(','))
    const preferred = types.includes('pref') || parameters['pref'] !== undefined
    return {
      name,
      types: types.filter((type) => type !== 'pref'),
      label: '',
      preferred,
      parameters,
      values: inParts.has(name) ? values : values.map(unescaped),
    }
  } catch {
    return undefined
  }
}

const groupOf = ({ parameters }: Property) => String(parameters['group'] ?? '').toLowerCase()
/** Apple writes its own labels as `_$!<Work>!$_`. */
const plainLabel = (label: string) => label.replace(/^_\$!<(.*)>!\$_$/, '$1').trim()
/** Of all others the parser leaves some escapes as they are: `\;` in texts, `\:` in addresses of pages. */
const inParts = new Set(['n', 'adr', 'org'])
const unescaped = (value: Value): Value => (typeof value === 'string' ? value.replace(/\\([:;])/g, '$1') : value)

/** The parts of a structured value, each as one text; `between` stands where a part has several. */
const partsOf = ({ values }: Property, between: string): string[] =>
  [values[0] ?? ''].flat().map((part) =>
    [part]
      .flat()
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .join(between),
  )
/** A text with commas that nobody escaped comes as several values. */
const textOf = (property: Property): string =>
  property.values.length > 1 && property.values.every((value) => typeof value === 'string')
    ? property.values.join(',').trim()
    : partsOf(property, ', ').filter(Boolean).join(', ')

type All = (name: string) => Property[]

function readNames(all: All, kind: string | undefined, cells: Cells) {
  const [surname = '', first = '', middle = '', prefix = '', suffix = ''] = all('n').map((one) => partsOf(one, ' '))[0] ?? []
  const full = all('fn').map(textOf)[0] ?? ''
  const [organisation = '', ...units] = all('org').map((one) => partsOf(one, ', '))[0] ?? []
  const shown = all('x-abshowas').some((one) => textOf(one).toLowerCase() === 'company')
  const nameless = surname === '' && first === '' && middle === ''
  const isCompany = kind === 'org' || shown || (nameless && organisation !== '' && (full === '' || full === organisation))
  put(cells, 'Type', isCompany ? 'company' : 'person')
  put(cells, 'Company', organisation || (isCompany ? full : ''))
  put(cells, 'Department', units.filter(Boolean).join(', '))
  const titles = isCompany ? undefined : titlesOf(prefix)
  put(cells, 'Salutation', titles?.salutation || genderOf(all))
  if (!isCompany) {
    put(cells, 'Name', full || all('nickname').map(textOf)[0])
    put(cells, 'Academic Title', titles?.others)
    put(cells, 'First Name', first)
    put(cells, 'Middle Name', middle)
    put(cells, 'Last Name', surname)
    put(cells, 'Name Suffix', suffix)
  } else if (!nameless) putFree(cells, 'Contact Person', [first, middle, surname].filter(Boolean).join(' '))
  put(cells, 'Job Title', [...all('title'), ...all('role')].map(textOf)[0])
}

/** Of `Herr Dr.` the salutation and the title. */
function titlesOf(prefix: string): { salutation: string; others: string } {
  const words = prefix.split(/[\s,]+/).filter(Boolean)
  const salutation = words.find((word) => readSalutation(word) !== undefined) ?? ''
  return { salutation, others: words.filter((word) => word !== salutation).join(' ') }
}

/** M and F say a salutation, O a neutral one; N and U say nothing. RFC 6350 6.2.7 */
function genderOf(all: All): string | undefined {
  const said = [...all('gender'), ...all('x-gender')].map(textOf)[0] ?? ''
  const sex = /^(m|f|o)(?:;|,|$)/i.exec(said)?.[1]?.toUpperCase()
  return sex === 'O' ? 'UNISEX' : (sex ?? (readSalutation(said) ? said : undefined))
}

/** What is said of a number or an address: its types, and Apple's label. */
const saidOf = ({ types, label }: Property) => [...types, label].filter(Boolean)

function readPhones(phones: readonly Property[], cells: Cells) {
  const number = (one: Property) => textOf(one).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
  putPhones(
    cells,
    phones.map((one) => ({ kind: kindOfPhone(saidOf(one)), number: number(one) })),
  )
}

function readAddresses(addresses: readonly Property[], cells: Cells) {
  putAddresses(
    cells,
    addresses.map((one) => {
      const [box = '', extended = '', street = '', city = '', region = '', postCode = '', country = ''] = partsOf(one, ', ')
      return { kind: placeOf(saidOf(one)), box, extended, street, city, region, postCode, country }
    }),
  )
}

function readRest(all: All, cells: Cells) {
  for (const mail of all('email')) {
    putFree(cells, 'E-mail', textOf(mail).replace(/^mailto:/i, ''))
  }
  for (const page of all('url')) putFree(cells, 'Home Page', textOf(page))
  for (const birthday of all('bday').slice(0, 1)) readBirthday(birthday, cells)
  for (const [name, header] of rules) put(cells, header, all(name).map(textOf)[0])
  put(cells, 'Language', all('lang').map(textOf)[0])
  put(
    cells,
    'Categories',
    [...new Set(all('categories').flatMap(({ values }) => values.flat(2).map((value) => value.trim())))].filter(Boolean).join('; '),
  )
  for (const [name, header] of [...further]) for (const one of all(name)) putFree(cells, header, textOf(one))
}

/** Our own lines: what stands against writing to somebody. */
const rules = [
  ['x-fieldbook-privacy-blocked', 'Privacy Blocked'],
  ['x-fieldbook-exclude-from-segment', 'Exclude from Segment'],
  ['x-fieldbook-minor', 'Minor'],
  ['x-fieldbook-parental-consent', 'Parental Consent Received'],
] as const

const further = new Map([
  ['nickname', 'Nickname'],
  ['role', 'Role'],
  ['note', 'Note'],
  // Not plain UID, which is a VAT number in Austria and Switzerland.
  ['uid', 'Card UID'],
  ['anniversary', 'Anniversary'],
  ['impp', 'Messenger'],
])

/** Apple writes 1604 for a year that nobody knows; the standard writes `--06-12`. */
function readBirthday(property: Property, cells: Cells) {
  const text = textOf(property)
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? []
  if (year && year !== String(property.parameters['x-apple-omit-year'] ?? '1604')) return put(cells, 'Birthday', `${year}-${month}-${day}`)
  const [, otherMonth, otherDay] = /^--(\d{2})-?(\d{2})/.exec(text) ?? []
  if (month ?? otherMonth) return put(cells, 'Birthday (without year)', `${month ?? otherMonth}-${day ?? otherDay}`)
  put(cells, 'Birthday', text)
}
