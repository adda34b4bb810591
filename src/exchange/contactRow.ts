// One row of a contacts file as what it says about one company or person. Only what stands in the row: empty cells say nothing.
import { nameOfPerson, type NameParts } from '../core/contact/name.ts'
import type { Person } from '../model/contact.ts'
import { readCountry } from './countries.ts'
import type { CsvRow } from './csv.ts'
import { readLanguage } from './languages.ts'
import { isNoDay, readDay, type DayOrder } from './days.ts'
import type { Mapping, TargetField } from './mapping.ts'
import { splitFullName } from './personName.ts'
import { readCorrespondenceType, readSalutation, readType, readYesNo } from './words.ts'

/** Rows with `uneven`, `noName` or `sameIdTwice` are left out; with the others they are imported and the person is told. */
export type RowProblemCode =
  | 'uneven'
  | 'noName'
  | 'sameIdTwice'
  | 'unknownCountry'
  | 'unknownLanguage'
  | 'unknownSalutation'
  | 'unknownCorrespondenceType'
  | 'unclearYesNo'
  | 'unclearDay'
  | 'phoneInScientificNotation'
  | 'personLeftOut'
  | 'privacyBlockKept'

export interface RowProblem {
  lineNo: number
  code: RowProblemCode
  /** What stood in the cell. */
  detail: string
}

/** Fields that a row sets as they are; a missing one stays as it was. */
export type RowValues = Partial<
  Omit<Person, 'id' | 'no' | 'type' | 'name' | keyof NameParts | 'rev' | 'sample' | 'companyId' | 'changedAt'>
>

export interface ContactRow {
  lineNo: number
  type: 'company' | 'person'
  /** Full name of the person or company; blank when the row has none. */
  name: string
  /** The person's company; blank for a company. */
  companyName: string
  /** Of a person: the parts as they were typed, or as the full name was split. */
  parts?: NameParts & { typed: boolean }
  values: RowValues
  mailingGroups: string[]
  industryGroups: string[]
  salesperson: { code: string; name: string }
  problems: RowProblem[]
}

type Cell = (target: TargetField) => string
type Tell = (code: RowProblemCode, detail: string) => void

/** Reads one row. It has no name when it can become neither a company nor a person. @param order of days written with a slash */
export function readContactRow(row: CsvRow, mapping: Mapping, order?: DayOrder): ContactRow {
  const problems: RowProblem[] = []
  const tell: Tell = (code, detail) => problems.push({ lineNo: row.lineNo, code, detail })
  const cell = cellReader(row.cells, mapping)
  const names = readNames(cell, tell)
  return {
    lineNo: row.lineNo,
    ...names,
    values: { ...readTexts(cell, names.type, tell), ...readChoices(cell, tell), ...readBirthday(cell, names.type, order, tell) },
    mailingGroups: readList(cell('mailingGroups')).filter((group) => !group.startsWith('* ')),
    industryGroups: readList(cell('industryGroups')),
    salesperson: { code: cell('salespersonCode'), name: cell('salespersonName') },
    problems,
  }
}

/** Text of a cell without what Excel and other programs put around it: `="0123"`, an apostrophe before `+49`, line breaks. */
function cellReader(cells: readonly string[], mapping: Mapping): Cell {
  return (target) => {
    const index = mapping.indexOf(target)
    const text = index < 0 ? '' : (cells[index] ?? '').trim().replace(/\s*\n\s*/g, ', ')
    return text === '' ? '' : text.replace(/^="(.*)"$/, '$1').replace(/^'(?=[=+@-])/, '')
  }
}

function readNames(cell: Cell, tell: Tell): Pick<ContactRow, 'type' | 'name' | 'companyName' | 'parts'> {
  const said = readType(cell('type'))
  const full = cell('fullName')
  const typed = { firstName: cell('firstName'), middleName: cell('middleName'), surname: cell('surname') }
  const companyName = cell('companyName')
  const own = nameOfPerson(typed) || full
  if ((said ?? guessType(own, companyName, nameOfPerson(typed) !== '')) === 'company') {
    const name = companyName || own
    if (own && own !== name) tell('personLeftOut', own)
    return { type: 'company', name, companyName: '' }
  }
  const parts = typed.surname || typed.firstName ? { ...typed, typed: true } : { ...splitFullName(full), typed: false }
  return { type: 'person', name: nameOfPerson(parts), companyName, parts }
}

const legalForm =
  /\b(gmbh|mbh|ag|kg|ohg|e\.? ?k\.|se|sarl|sàrl|sas|b\.?v\.?|n\.?v\.?|asa?|ltd\.?|limited|plc|inc\.?|llc|s\.?a\.?|e\.v\.|co\.)$/i

/** Without a column that says it: a name of a person makes a person, unless it is the company's own or has its legal form. */
function guessType(own: string, companyName: string, hasParts: boolean): 'company' | 'person' {
  if (own === '' || own === companyName) return 'company'
  return !hasParts && companyName === '' && legalForm.test(own) ? 'company' : 'person'
}

const plainTexts = [
  'name2',
  'address',
  'address2',
  'postCode',
  'city',
  'county',
  'phone',
  'mobilePhone',
  'email',
  'homePage',
  'vatNo',
  'externalId',
] as const
const personTexts = ['jobTitle', 'initials'] as const

function readTexts(cell: Cell, type: ContactRow['type'], tell: Tell): RowValues {
  const values: RowValues = {}
  for (const field of type === 'person' ? [...plainTexts, ...personTexts] : plainTexts) {
    const text = cell(field)
    if (text !== '') values[field] = text
  }
  for (const phone of [values.phone, values.mobilePhone]) {
    if (phone && /^\d([.,]\d+)?E\+?\d+$/i.test(phone)) tell('phoneInScientificNotation', phone)
  }
  return values
}

function readChoices(cell: Cell, tell: Tell): RowValues {
  const choice = <T>(field: TargetField, read: (text: string) => T | undefined, unknown: RowProblemCode): T | undefined => {
    const text = cell(field)
    const value = text === '' ? undefined : read(text)
    if (text !== '' && value === undefined) tell(unknown, text)
    return value
  }
  return defined({
    countryCode: choice('country', readCountry, 'unknownCountry'),
    languageCode: choice('language', readLanguage, 'unknownLanguage'),
    salutationCode: choice('salutation', readSalutation, 'unknownSalutation'),
    correspondenceType: choice('correspondenceType', readCorrespondenceType, 'unknownCorrespondenceType'),
    excludeFromSegment: choice('excludeFromSegment', readYesNo, 'unclearYesNo'),
    privacyBlocked: choice('privacyBlocked', readYesNo, 'unclearYesNo'),
  })
}

function readBirthday(cell: Cell, type: ContactRow['type'], order: DayOrder | undefined, tell: Tell): RowValues {
  const text = type === 'person' ? cell('birthday') : ''
  if (text === '' || isNoDay(text)) return {}
  const birthday = readDay(text, order)
  if (!birthday) tell('unclearDay', text)
  return birthday ? { birthday } : {}
}

type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> }
const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>

/** Several values in one cell: `;` `,` `|`, and Google's `:::`. */
const readList = (text: string) => [
  ...new Set(
    text
      .split(/:::|[;,|]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]
