// Contacts as cards, as phones and mail programs take them: version 4.0, or 3.0 for those that know no newer one.
// What stands against writing to somebody goes along in lines of our own (RFC 6350 6.10), which our import reads.
// Public source: RFC 6350 (4.0), RFC 2426 (3.0); `X-ABShowAs` is how Apple's address book marks a company in 3.0.
import { emailsOf } from '../core/contact/emails.ts'
import { nameOfPerson } from '../core/contact/name.ts'
import { withheld } from '../core/contact/privacy.ts'
import type { Contact } from '../model/contact.ts'
import type { ContactOut } from './exportContacts.ts'
import { listName, listNames } from './exportNames.ts'
import type { RowWriter } from './exportTable.ts'

export type VcardVersion = '4.0' | '3.0'

/** One contact as a card, its lines folded. @param countryName the country's name in the person's language, by its code */
export function vcardOf(row: ContactOut, version: VcardVersion, countryName: (code: string) => string): string {
  const { contact, company } = row
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    ...(version === '4.0' ? [`KIND:${contact.type === 'company' ? 'org' : 'individual'}`] : []),
    ...nameLines(contact),
    ...(contact.type === 'company' && version === '3.0' ? ['X-ABShowAs:COMPANY'] : []),
    ...line('ORG', organization(company?.name ?? '', contact.name2)),
    ...workLines(row),
    ...reachLines(contact),
    ...addressLine(contact, countryName),
    ...personLines(contact, version),
    ...line('NOTE', escaped(notesOf(contact))),
    ...line('CATEGORIES', categories(row)),
    ...(version === '4.0' && contact.languageCode ? [`LANG:${contact.languageCode}`] : []),
    ...ruleLines(contact),
    ...pictureLine(row, version),
    `UID:urn:uuid:${contact.id}`,
    `REV:${contact.changedAt.replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ]
  return lines.map((text) => `${folded(text)}\r\n`).join('')
}

function nameLines(contact: Contact): string[] {
  if (contact.type === 'company') return ['N:;;;;', `FN:${escaped(contact.name)}`]
  const { surname, firstName, middleName, title = '' } = contact
  const name = nameOfPerson(contact) || contact.name
  return [
    `N:${components(surname, firstName, middleName, title, '')}`,
    `FN:${escaped([title, name].filter(Boolean).join(' ') || contact.email)}`,
  ]
}

/** What a person does: her title at work, and what she answers for; that stands beside a title only, for programs take it for one. */
function workLines({ contact, names }: ContactOut): string[] {
  if (contact.type === 'company') return []
  const { jobTitle, jobResponsibilityIds } = contact
  return [
    ...line('TITLE', escaped(jobTitle)),
    ...line('ROLE', jobTitle && escaped(listNames(jobResponsibilityIds, names.jobResponsibilities))),
  ]
}

function reachLines(contact: Contact): string[] {
  const { phone, mobilePhone, fax = '', pager = '', extensionNo = '', homePage } = contact
  return [
    ...line('TEL;TYPE=WORK,VOICE', escaped(phone && extensionNo ? `${phone} ext. ${extensionNo}` : phone)),
    ...line('TEL;TYPE=CELL', escaped(mobilePhone)),
    ...line('TEL;TYPE=WORK,FAX', escaped(fax)),
    ...line('TEL;TYPE=PAGER', escaped(pager)),
    ...emailsOf(contact).flatMap((email) => line('EMAIL;TYPE=WORK', escaped(email))),
    ...line('URL', escaped(homePage)),
  ]
}

/** Oldest first, each with its day and its writer; a blank line between them. */
const notesOf = ({ notes = [] }: Contact): string =>
  notes.map(({ day, by, text }) => `${[day, by].filter(Boolean).join(' ')}: ${text}`).join('\n\n')

/** The photo or the sign itself, in Base64. RFC 6350 6.2.4, RFC 2426 3.1.4 */
function pictureLine({ picture }: ContactOut, version: VcardVersion): string[] {
  if (!picture) return []
  let text = ''
  // In portions: so many arguments at once are too many for a call.
  for (let at = 0; at < picture.bytes.length; at += 0x8000) text += String.fromCharCode(...picture.bytes.subarray(at, at + 0x8000))
  const kind = picture.type.slice('image/'.length).toUpperCase()
  return [version === '4.0' ? `PHOTO:data:${picture.type};base64,${btoa(text)}` : `PHOTO;ENCODING=b;TYPE=${kind}:${btoa(text)}`]
}

/** Post office box, extended address, street, town, region, post code, country. */
function addressLine(contact: Contact, countryName: (code: string) => string): string[] {
  const { address, address2, city, county, postCode, countryCode } = contact
  const parts = ['', address2, address, city, county, postCode, countryCode && countryName(countryCode)]
  return parts.some((part) => part !== '') ? [`ADR;TYPE=WORK:${components(...parts)}`] : []
}

const genders: Record<string, string> = { M: 'M', F: 'F' }

function personLines(contact: Contact, version: VcardVersion): string[] {
  if (contact.type === 'company') return []
  const { birthday, salutationCode } = contact
  const gender = genders[salutationCode]
  return [
    ...(birthday ? [`BDAY:${version === '4.0' ? birthday.replaceAll('-', '') : birthday}`] : []),
    ...(version === '4.0' && gender ? [`GENDER:${gender}`] : []),
  ]
}

const categories = ({ contact, names }: ContactOut): string =>
  contact.mailingGroupIds
    .map((id) => listName(names.mailingGroups.get(id)))
    .filter((name) => name !== '')
    .map(escaped)
    .join(',')

/** What stands against writing to somebody, and the line that says it. */
const cardRules = [
  ['X-FIELDBOOK-PRIVACY-BLOCKED', 'privacyBlocked'],
  ['X-FIELDBOOK-EXCLUDE-FROM-SEGMENT', 'excludeFromSegment'],
  ['X-FIELDBOOK-MINOR', 'minor'],
  ['X-FIELDBOOK-PARENTAL-CONSENT', 'parentalConsent'],
] as const

function ruleLines(contact: Contact): string[] {
  const rules: Partial<Record<(typeof cardRules)[number][1], boolean>> = contact
  return cardRules.flatMap(([name, field]) => (rules[field] ? [`${name}:true`] : []))
}

/** Whoever reads the card elsewhere may not know that this person is not to be written to, or only with the parents' consent. */
const isToBeSpared = (contact: Contact): boolean => contact.excludeFromSegment || withheld(contact) !== undefined

const line = (name: string, value: string | undefined): string[] => (value ? [`${name}:${value}`] : [])

/** Parts between semicolons. */
const components = (...parts: string[]): string => parts.map(escaped).join(';')
/** A company and, behind it, the unit; without either nothing. */
const organization = (name: string, unit: string): string => components(...(unit ? [name, unit] : name ? [name] : []))

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

const encoder = new TextEncoder()

/** At most 75 octets to a line, the next one led by a blank; no letter is torn. */
export function folded(text: string): string {
  if (text.length <= 25 || encoder.encode(text).length <= 75) return text
  if (/^[\x20-\x7e]*$/.test(text)) return [text.slice(0, 75), ...(text.slice(75).match(/.{1,74}/g) ?? [])].join('\r\n ')
  let out = ''
  let octets = 0
  for (const letter of text) {
    const length = encoder.encode(letter).length
    if (octets + length > 75) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += length
  }
  return out
}

/** Contacts as cards. @param language in which countries are called */
export function cardWriter(version: VcardVersion, language: string): RowWriter<ContactOut> {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  const countryName = (code: string) => (/^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? code) : code)
  let spared = 0
  return {
    begin: () => [],
    rows: (rows) => {
      spared += rows.filter(({ contact }) => isToBeSpared(contact)).length
      return [encoder.encode(rows.map((row) => vcardOf(row, version, countryName)).join(''))]
    },
    end: () => [],
    told: () => ({ cut: 0, formulas: 0, spared }),
  }
}
