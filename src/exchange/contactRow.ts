// One row of a contacts file as what it says about one company or person. Only what stands in the row: empty cells say nothing.
import type { Day } from '../base/day.ts'
import { isEmail } from '../core/contact/email.ts'
import { nameOfPerson, type NameParts } from '../core/contact/name.ts'
import type { Person } from '../model/contact.ts'
import { readCountry } from './countries.ts'
import { isNoDay, readBirthdayAs } from './days.ts'
import type { RowProblem } from './importPlan.ts'
import type { ContactTarget } from './importTargets.ts'
import { readLanguage } from './languages.ts'
import { frontOf, splitName } from '../core/contact/personName.ts'
import { isMobile, isScientific } from '../core/contact/phones.ts'
import type { SheetCells } from './sheetCells.ts'
import type { SheetRow } from './sheet.ts'
import { legalForm, readCadence, readCorrespondenceType, readSalutation, readType, readYesNo } from './words.ts'

/** Fields that a row sets as they are; a missing one stays as it was. */
export type RowValues = Partial<
  Pick<
    Person,
    | 'name2'
    | 'address'
    | 'address2'
    | 'postCode'
    | 'city'
    | 'county'
    | 'countryCode'
    | 'phone'
    | 'mobilePhone'
    | 'email'
    | 'homePage'
    | 'languageCode'
    | 'salutationCode'
    | 'correspondenceType'
    | 'vatNo'
    | 'externalId'
    | 'excludeFromSegment'
    | 'privacyBlocked'
    | 'jobTitle'
    | 'initials'
    | 'minor'
    | 'parentalConsent'
    | 'birthday'
    | 'cadenceDays'
  >
>

/** Rows of other tables that a row names, by table. */
export type NamedLists = Partial<Record<'mailingGroups' | 'industryGroups' | 'businessRelations' | 'jobResponsibilities', string[]>>

export interface ContactRow {
  lineNo: number
  type: 'company' | 'person'
  /** Full name of the person or company; blank when the row has none. */
  name: string
  /** The person's company; blank for a company. */
  companyName: string
  /** Of a person: the parts as they were typed, or as the full name was split. */
  parts?: NameParts & { typed: boolean }
  /** Our own number, as a file that was exported here bears it. */
  no: string
  values: RowValues
  lists: NamedLists
  salesperson: { code: string; name: string }
  territory: string
  organizationalLevel: string
  /** So many cells say something. */
  filled: number
  problems: RowProblem[]
}

/** What the reader knows beside the file. */
export interface Around {
  /** Salutation codes of one's own, by folded code. */
  salutations: ReadonlyMap<string, string>
  /** Our own country, for phones without a country code. */
  country: string
  /** Birthdays lie before it. */
  today: Day
}

type Tell = (code: string, detail: string, target: ContactTarget) => void

const noProblems: RowProblem[] = []
const noSalesperson = { code: '', name: '' }

/** Reads one row. It has no name when it can become neither a company nor a person. */
export function readContactRow(raw: SheetRow, cells: SheetCells, around: Around): ContactRow {
  const row = cells.row(raw)
  const problems: RowProblem[] = []
  const tell: Tell = (code, detail, target) => problems.push(problemOf(row.lineNo, code, detail, cells.columns(target)[0]))
  const cell = (target: ContactTarget) => cells.text(row, target)
  const names = readNames(cell, cells.nameOrder('fullName'), tell)
  const values = readTexts(cell, names.type)
  readChoices(values, cell, around, tell)
  // Without a column that says it, `Frau Anna Berg` does.
  const salutation = names.courtesy && values.salutationCode === undefined ? readSalutation(names.courtesy) : undefined
  if (salutation !== undefined) values.salutationCode = salutation
  if (names.type === 'person') readPersonal(values, cell, cells, around, tell)
  readReach(values, row, cells, around, tell)
  const uneven = cells.uneven(row)
  if (!uneven && names.name === '') problems.unshift(problemOf(row.lineNo, 'noName', seenIn(row), firstNameColumn(cells)))
  const { type, name, companyName, parts } = names
  const salesperson = { code: cell('salespersonCode'), name: cell('salespersonName') }
  return {
    lineNo: row.lineNo,
    type,
    name,
    companyName,
    ...(parts && { parts }),
    no: cell('no'),
    values,
    lists: readLists(row, cells, names.type),
    salesperson: salesperson.code === '' && salesperson.name === '' ? noSalesperson : salesperson,
    territory: cell('territory'),
    organizationalLevel: names.type === 'person' ? cell('organizationalLevel') : '',
    filled: filledIn(row.cells),
    problems: uneven ? [uneven] : problems.length > 0 ? problems : noProblems,
  }
}

/** What decides about a row's turn, without reading all of it: whether it becomes a company, and how sure it says who it is. */
export function glanceAt(raw: SheetRow, cells: SheetCells): { isCompany: boolean; sure: 0 | 1 | 2; filled: number } {
  const row = cells.row(raw)
  const cell = (target: ContactTarget) => cells.text(row, target)
  const typedName = () => nameOfPerson({ firstName: cell('firstName'), middleName: cell('middleName'), surname: cell('surname') })
  const guessed = (typed: string) => guessType(typed || cell('fullName'), cell('companyName'), typed !== '')
  const said = readType(cell('type')) ?? guessed(typedName())
  const sure = cell('externalId') !== '' || cell('no') !== '' ? 2 : cells.list(row, 'email').length > 0 ? 1 : 0
  return { isCompany: said === 'company', sure, filled: filledIn(row.cells) }
}

const problemOf = (lineNo: number, code: string, detail: string, column: number | undefined): RowProblem => ({
  lineNo,
  code,
  detail,
  ...(column !== undefined && { column }),
})
const seenIn = (row: SheetRow) =>
  row.cells
    .filter((text) => text.trim() !== '')
    .slice(0, 3)
    .join(' · ')
const firstNameColumn = (cells: SheetCells) =>
  (['fullName', 'surname', 'companyName', 'firstName'] as const).flatMap((target) => cells.columns(target))[0]

function filledIn(cells: readonly string[]): number {
  let filled = 0
  for (const cell of cells) if (cell !== '') filled++
  return filled
}

type Cell = (target: ContactTarget) => string

function readNames(
  cell: Cell,
  order: Parameters<typeof splitName>[1],
  tell: Tell,
): Pick<ContactRow, 'type' | 'name' | 'companyName' | 'parts'> & { courtesy?: string } {
  const said = readType(cell('type'))
  const full = cell('fullName')
  const typed = { firstName: cell('firstName'), middleName: cell('middleName'), surname: cell('surname') }
  const typedName = nameOfPerson(typed)
  const companyName = cell('companyName')
  const own = typedName || full
  if ((said ?? guessType(own, companyName, typedName !== '')) === 'company') {
    const name = companyName || own
    if (own && own !== name) tell('personLeftOut', own, typedName ? 'surname' : 'fullName')
    return { type: 'company', name, companyName: '' }
  }
  const title = cell('title') || titleOf(cell('salutation'))
  if (typed.surname || typed.firstName) {
    return { type: 'person', name: typedName, companyName, parts: { ...typed, ...(title !== '' && { title }), typed: true } }
  }
  const { courtesy = '', ...split } = splitName(full, order)
  const parts = { ...split, ...(title !== '' && { title }), typed: false }
  return { type: 'person', name: nameOfPerson(parts), companyName, parts, courtesy }
}

/** `Frau Dr.` in the column of the salutation says both. */
const titleOf = (text: string) => (text.includes('r') ? frontOf(text).title : '')
const courtesyOf = (text: string) => frontOf(text).courtesy

/** Without a column that says it: a name of a person makes a person, unless it is the company's own or has its legal form. */
function guessType(own: string, companyName: string, hasParts: boolean): 'company' | 'person' {
  if (own === '' || own === companyName) return 'company'
  return !hasParts && companyName === '' && legalForm.test(own) ? 'company' : 'person'
}

const plainTexts = [...(['name2', 'address', 'address2', 'postCode', 'city', 'county', 'homePage', 'vatNo', 'externalId'] as const)]

function readTexts(cell: Cell, type: ContactRow['type']): RowValues {
  const values: RowValues = {}
  for (const field of plainTexts) {
    const text = cell(field)
    if (text !== '') values[field] = text
  }
  if (type === 'company') return values
  for (const field of ['jobTitle', 'initials'] as const) {
    const text = cell(field)
    if (text !== '') values[field] = text
  }
  return values
}

function readChoices(values: RowValues, cell: Cell, around: Around, tell: Tell): void {
  const salutation = (text: string) =>
    around.salutations.get(text.toLowerCase()) ?? readSalutation(text) ?? readSalutation(courtesyOf(text))
  const choice = <F extends keyof RowValues>(
    field: F,
    target: ContactTarget,
    read: (text: string) => RowValues[F] | undefined,
    unknown: string,
  ) => {
    const text = cell(target)
    if (text === '') return
    const value = read(text)
    if (value === undefined && field === 'salutationCode' && titleOf(text) !== '') return
    if (value === undefined) tell(unknown, text, target)
    else values[field] = value
  }
  choice('countryCode', 'country', readCountry, 'unknownCountry')
  choice('languageCode', 'language', readLanguage, 'unknownLanguage')
  choice('salutationCode', 'salutation', salutation, 'unknownSalutation')
  choice('correspondenceType', 'correspondenceType', readCorrespondenceType, 'unknownCorrespondenceType')
  choice('excludeFromSegment', 'excludeFromSegment', readYesNo, 'unclearYesNo')
  choice('privacyBlocked', 'privacyBlocked', readYesNo, 'unclearYesNo')
  choice('cadenceDays', 'cadenceDays', readCadence, 'unclearCadence')
}

function readPersonal(values: RowValues, cell: Cell, cells: SheetCells, around: Around, tell: Tell): void {
  for (const field of ['minor', 'parentalConsent'] as const) {
    const text = cell(field)
    const value = text === '' ? undefined : readYesNo(text)
    if (value !== undefined) values[field] = value
    else if (text !== '') tell('unclearYesNo', text, field)
  }
  const text = cell('birthday')
  if (text === '' || isNoDay(text)) return
  const birthday = readBirthdayAs(text, cells.dayOrder('birthday'), around.today)
  if (birthday) values.birthday = birthday
  else tell('unclearDay', text, 'birthday')
}

/** E-mail and phones: of several in one cell the first is taken, a second one that is a mobile number goes there, the rest is told. */
function readReach(values: RowValues, row: SheetRow, cells: SheetCells, around: Around, tell: Tell): void {
  const emails = cells.list(row, 'email')
  const [email, ...moreEmails] = emails
  if (email !== undefined) {
    values.email = email
    if (!isEmail(email)) tell('emailNotValid', email, 'email')
    for (const more of moreEmails) tell('furtherEmail', more, 'email')
  }
  const phones = numbersIn(cells.list(row, 'phone'))
  const mobiles = numbersIn(cells.list(row, 'mobilePhone'))
  const country = values.countryCode ?? around.country
  for (const phone of [...phones, ...mobiles]) if (isScientific(phone)) tell('phoneInScientificNotation', phone, 'phone')
  const [phone, ...more] = phones
  const [mobile, ...moreMobiles] = mobiles
  if (phone !== undefined) values.phone = phone
  if (mobile !== undefined) values.mobilePhone = mobile
  for (const further of more) {
    if (values.mobilePhone === undefined && isMobile(further, country)) values.mobilePhone = further
    else tell('furtherPhone', further, 'phone')
  }
  for (const further of moreMobiles) {
    if (values.phone === undefined) values.phone = further
    else tell('furtherPhone', further, 'mobilePhone')
  }
}

/** What has too few digits for a number belongs to the one before: `030 1234, ext. 5`. */
function numbersIn(parts: string[]): string[] {
  if (parts.length < 2) return parts
  const numbers: string[] = []
  for (const part of parts) {
    if (numbers.length > 0 && part.replace(/\D/g, '').length < 5) numbers[numbers.length - 1] = `${numbers.at(-1) ?? ''}, ${part}`
    else numbers.push(part)
  }
  return numbers
}

const noLists: NamedLists = {}

function readLists(row: SheetRow, cells: SheetCells, type: ContactRow['type']): NamedLists {
  let lists = noLists
  for (const table of ['mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities'] as const) {
    if (!cells.has(table) || (table === 'jobResponsibilities' && type === 'company')) continue
    // Google marks groups of its own with an asterisk: `* myContacts`.
    const names = cells.list(row, table).filter((name) => !name.startsWith('* '))
    if (names.length > 0) lists = { ...lists, [table]: names }
  }
  return lists
}
