// Contacts as a table that Excel opens and the import takes back. RFC 4180; UTF-8 with its mark, without which Excel garbles accents.

/** Column names as Business Central has them; our own import knows them. */
const columns = [
  ['Type', (row) => (row.type === 'person' ? 'Person' : 'Company')],
  ['External ID', 'externalId'],
  ['Fieldbook No.', 'no'],
  ['Name', 'name'],
  ['Salutation', 'salutationCode'],
  ['First Name', 'firstName'],
  ['Middle Name', 'middleName'],
  ['Surname', 'surname'],
  ['Job Title', 'jobTitle'],
  ['Company', (row, companies) => (row.type === 'company' ? row.name : companies.get(row.companyId))],
  ['Address', 'address'],
  ['Address 2', 'address2'],
  ['Post Code', 'postCode'],
  ['City', 'city'],
  ['County', 'county'],
  ['Country', 'countryCode'],
  ['Phone', 'phone'],
  ['Mobile Phone', 'mobilePhone'],
  ['E-Mail', 'email'],
  ['Home Page', 'homePage'],
  ['Language', 'languageCode'],
  ['Birthday', 'birthday'],
  ['VAT No.', 'vatNo'],
  ['Exclude from Segment', (row) => (row.excludeFromSegment ? 'Yes' : '')],
  ['Privacy Blocked', (row) => (row.privacyBlocked ? 'Yes' : '')],
]

/** A cell as text. What a spreadsheet would run as a formula gets a stroke before it; a phone number keeps its plus. */
export function cell(value) {
  const text = value === undefined || value === null ? '' : String(value)
  const formula = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s()/.,-]*$/.test(text))
  const safe = formula ? `'${text}` : text
  return /[",;\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells) => `${cells.map(cell).join(';')}\r\n`

/** The header line. */
export const csvHead = () => `\ufeff${line(columns.map(([name]) => name))}`

/** @param companies names of companies by id */
export const csvLines = (rows, companies) =>
  rows.map((row) => line(columns.map(([, read]) => (typeof read === 'function' ? read(row, companies) : row[read])))).join('')
