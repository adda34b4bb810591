// What a row of a file makes of a contact: as the person chose, only blanks are filled or the file wins; groups are added, never taken away;
// a block and an exclusion are set, never lifted.
import type { Company, Contact, Person } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'
import { nameOfPerson } from '../core/contact/name.ts'
import { withheld } from '../core/contact/privacy.ts'
import type { ContactRow, RowValues } from './contactRow.ts'

/** The rows of other tables that the row names. */
export interface Links {
  mailingGroupIds: Contact['mailingGroupIds']
  industryGroupIds: Company['industryGroupIds']
  businessRelationIds: Company['businessRelations'][number]['businessRelationId'][]
  jobResponsibilityIds: Person['jobResponsibilityIds']
  salespersonId?: Contact['salespersonId']
  territoryId?: Contact['territoryId']
  organizationalLevelId?: Person['organizationalLevelId']
  companyId?: ContactId | undefined
}

export type Way = 'overwrite' | 'fillBlanks'

/** The contact with what the row says; the same object when it says nothing new. What is kept against the row is told in its problems. */
export function withRow(before: Contact, row: ContactRow, links: Links, way: Way): Contact {
  const patch: Record<string, unknown> = {}
  const known = before as unknown as Record<string, unknown>
  const set = (field: string, value: unknown) => {
    if (value === undefined || known[field] === value) return
    if (way === 'overwrite' || isBlank(known[field])) patch[field] = value
  }
  for (const field in row.values) if (!guarded.has(field)) set(field, row.values[field as keyof RowValues])
  keepOneOfSeveral(before, patch)
  setGuarded(before, row, patch, way)
  for (const field of ['salespersonId', 'territoryId'] as const) set(field, links[field])
  addTo(known, patch, 'mailingGroupIds', links.mailingGroupIds)
  if (before.type === 'company') {
    if (row.type === 'company') set('name', row.name)
    addTo(known, patch, 'industryGroupIds', links.industryGroupIds)
    const has = new Set(before.businessRelations.map((relation) => relation.businessRelationId))
    const more = links.businessRelationIds.filter((id) => !has.has(id)).map((businessRelationId) => ({ businessRelationId, no: '' }))
    if (more.length > 0) patch['businessRelations'] = [...before.businessRelations, ...more]
  } else {
    Object.assign(patch, nameOf(before, row, way))
    for (const field of ['companyId', 'organizationalLevelId'] as const) set(field, links[field])
    addTo(known, patch, 'jobResponsibilityIds', links.jobResponsibilityIds)
  }
  for (const field in patch) if (field !== '') return { ...before, ...patch }
  return before
}

/** What a row says about somebody new, put into a blank contact of the caller's own. */
export function fill(blank: Contact, row: ContactRow, links: Links): Contact {
  const made = blank as unknown as Record<string, unknown>
  for (const field in row.values) made[field] = row.values[field as keyof RowValues]
  for (const field in links) {
    const value = links[field as keyof Links]
    if (value !== undefined && field in linked && (field !== 'companyId' || value !== '')) made[field] = value
  }
  if (blank.type === 'company') {
    blank.name = row.name
    blank.industryGroupIds = links.industryGroupIds
    if (links.businessRelationIds.length > 0)
      blank.businessRelations = [...new Set(links.businessRelationIds)].map((businessRelationId) => ({ businessRelationId, no: '' }))
    return blank
  }
  blank.jobResponsibilityIds = links.jobResponsibilityIds
  if (links.organizationalLevelId) blank.organizationalLevelId = links.organizationalLevelId
  if (links.companyId) blank.companyId = links.companyId
  if (row.parts) {
    blank.firstName = row.parts.firstName
    blank.middleName = row.parts.middleName
    blank.surname = row.parts.surname
    if (row.parts.title) blank.title = row.parts.title
  }
  blank.name = row.name
  return blank
}
const linked = { mailingGroupIds: true, salespersonId: true, territoryId: true }

const isBlank = (value: unknown) => value === undefined || value === ''

/** A file cannot lift them, whatever it says. */
const guarded = new Set(['privacyBlocked', 'excludeFromSegment', 'minor', 'parentalConsent'])

function setGuarded(before: Contact, row: ContactRow, patch: Record<string, unknown>, way: Way): void {
  const { privacyBlocked, excludeFromSegment, minor, parentalConsent } = row.values
  const isNew = before.id === ''
  const tell = (code: string) => {
    row.problems = [...row.problems.filter((problem) => problem.code !== code), { lineNo: row.lineNo, code, detail: before.name }]
  }
  if (privacyBlocked === true && !before.privacyBlocked) patch['privacyBlocked'] = true
  if (privacyBlocked === false && before.privacyBlocked) tell('privacyBlockKept')
  if (excludeFromSegment === true && !before.excludeFromSegment) patch['excludeFromSegment'] = true
  if (excludeFromSegment === false && before.excludeFromSegment) tell('excludeKept')
  if (before.type !== 'person') return
  const isWithheld = !isNew && withheld(before) === 'minor'
  const lifts = minor === false || parentalConsent === true
  if (isWithheld && lifts) tell('withheldKept')
  if (minor !== undefined && minor !== before.minor && (minor || (!isWithheld && way === 'overwrite'))) patch['minor'] = minor
  if (parentalConsent !== undefined && parentalConsent !== before.parentalConsent && !isWithheld && (isNew || way === 'overwrite'))
    patch['parentalConsent'] = parentalConsent
}

/** A contact that has several addresses in one field keeps them when the file names one of them. */
function keepOneOfSeveral(before: Contact, patch: Record<string, unknown>): void {
  const email = patch['email']
  if (typeof email !== 'string' || !/[;,]/.test(before.email)) return
  const has = before.email.split(/[;,]/).map((one) => one.trim().toLowerCase())
  if (has.includes(email.toLowerCase())) delete patch['email']
}

function addTo(known: Record<string, unknown>, patch: Record<string, unknown>, field: string, ids: readonly string[]): void {
  if (ids.length === 0) return
  const mine = known[field] as string[]
  const more = ids.filter((id) => !mine.includes(id))
  if (more.length > 0) patch[field] = [...mine, ...new Set(more)]
}

/** Parts that were typed overwrite one by one. A full name that reads the same leaves the parts as they are: someone may have set them right. */
function nameOf(before: Person, { parts, name }: ContactRow, way: Way): Partial<Person> {
  if (!parts) return {}
  if (!parts.typed && name === before.name) return parts.title && !before.title ? { title: parts.title } : {}
  const { typed, ...read } = parts
  const isNameless = before.name === ''
  if (way === 'fillBlanks' && !isNameless && !typed) return {}
  const keep = (text: string, old: string) => (way === 'fillBlanks' && !isNameless && old !== '' ? old : typed && text === '' ? old : text)
  const all = {
    firstName: keep(read.firstName, before.firstName),
    middleName: keep(read.middleName, before.middleName),
    surname: keep(read.surname, before.surname),
  }
  const title = keep(read.title ?? '', before.title ?? '')
  const sameTitle = title === (before.title ?? '') || title === ''
  const same = all.firstName === before.firstName && all.middleName === before.middleName && all.surname === before.surname
  return same && sameTitle ? {} : { ...all, ...(!sameTitle && { title }), name: nameOfPerson(all) }
}

/** Nothing that a file can say differs. */
export function sameContact(one: Contact, other: Contact): boolean {
  if (one === other) return true
  const left = one as unknown as Record<string, unknown>
  const right = other as unknown as Record<string, unknown>
  for (const key in left) if (!sameValue(left[key], right[key])) return false
  for (const key in right) if (!(key in left) && right[key] !== undefined) return false
  return true
}

export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other ||
  (Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, index) => item === other[index] || JSON.stringify(item) === JSON.stringify(other[index])))
