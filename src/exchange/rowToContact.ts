// What a row of a file makes of a contact: cells that are not empty overwrite, groups are added, everything else stays as it was.
import type { Company, Contact, IndustryGroup, MailingGroup, Person, Salesperson } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'
import type { ContactRow } from './contactRow.ts'
import { nameOfPerson } from '../core/contact/name.ts'

/** The rows of other tables that the row names. */
export interface Links {
  mailingGroupIds: MailingGroup['id'][]
  industryGroupIds: IndustryGroup['id'][]
  salespersonId?: Salesperson['id']
  companyId?: ContactId
}

/** The contact with what the row says; the same object when it says nothing new. */
export function withRow(before: Contact, row: ContactRow, links: Links): Contact {
  const values = { ...row.values }
  if (before.privacyBlocked && values.privacyBlocked === false) {
    delete values.privacyBlocked
    row.problems.push({ lineNo: row.lineNo, code: 'privacyBlockKept', detail: before.name })
  }
  const shared = {
    ...values,
    mailingGroupIds: union(before.mailingGroupIds, links.mailingGroupIds),
    ...(links.salespersonId && { salespersonId: links.salespersonId }),
  }
  const after: Contact =
    before.type === 'company'
      ? ({
          ...before,
          ...shared,
          name: row.name,
          industryGroupIds: union(before.industryGroupIds, links.industryGroupIds),
        } satisfies Company)
      : ({ ...before, ...shared, ...nameOf(before, row), ...(links.companyId && { companyId: links.companyId }) } satisfies Person)
  return sameContact(before, after) ? before : after
}

/** Parts that were typed overwrite one by one. A full name that reads the same leaves the parts as they are: someone may have set them right. */
function nameOf(before: Person, { parts, name }: ContactRow) {
  if (!parts || (!parts.typed && name === before.name)) return {}
  const { typed, ...read } = parts
  const keep = (text: string, old: string) => (typed && text === '' ? old : text)
  const all = {
    firstName: keep(read.firstName, before.firstName),
    middleName: keep(read.middleName, before.middleName),
    surname: keep(read.surname, before.surname),
  }
  return { ...all, name: nameOfPerson(all) }
}

const union = <T>(mine: T[], theirs: readonly T[]): T[] =>
  theirs.every((one) => mine.includes(one)) ? mine : [...new Set([...mine, ...theirs])]

/** Nothing that a file can say differs. */
export function sameContact(one: Contact, other: Contact): boolean {
  if (one === other) return true
  const left = one as Record<string, unknown>
  const right = other as Record<string, unknown>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]))
}

const sameValue = (one: unknown, other: unknown) =>
  one === other ||
  (Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => item === other[index]))
