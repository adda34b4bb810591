// The language of the tests: short builders for the nouns, frozen through and through so that no rule changes what it was given,
// an occasion with a fixed day and counted ids, and Changes applied as a commit would.
import * as z from 'zod/mini'
import { toDay } from '../src/base/day.ts'
import { factsOf, type Facts } from '../src/core/criteria/facts.ts'
import { emptyContact } from '../src/core/contact/edit.ts'
import { nameOfPerson } from '../src/core/contact/name.ts'
import { splitName } from '../src/core/contact/personName.ts'
import type { Around } from '../src/core/segment/effective.ts'
import type { SegmentState } from '../src/core/segment/steps.ts'
import type { Campaign } from '../src/model/campaign.ts'
import type { Company, Contact, Person, Salesperson } from '../src/model/contact.ts'
import type { Group, Rule } from '../src/model/criteria.ts'
import type { AttachmentId, CampaignId, ContactId, EntryId, Id, SalespersonId, SegmentId, TemplateId } from '../src/model/ids.ts'
import type { InteractionLogEntry, InteractionTemplate } from '../src/model/interaction.ts'
import type { LetterDocument } from '../src/model/letter.ts'
import type { Occasion } from '../src/model/occasion.ts'
import { toLetterLanguage } from '../src/model/parts.ts'
import type { SalutationFormula } from '../src/model/lists.ts'
import type { Purchase } from '../src/model/purchase.ts'
import type { Line, Segment } from '../src/model/segment.ts'
import type { CompanyInformation } from '../src/model/settings.ts'
import { tableNames, tables, type Changes, type Row, type TableName } from '../src/model/tables.ts'

export const today = toDay('2026-11-20')
const now = '2026-11-20T09:00:00.000Z'

/** Freezes a value and all that it holds. Maps are not frozen, their values are. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of value instanceof Map ? (value.values() as Iterable<unknown>) : Object.values(value)) frozen(part)
  return Object.freeze(value)
}

let lastId = 0

/** Friday 20 November 2026, nine o'clock and some minutes; ids are counted. */
export function occasion(minute = 0): Occasion {
  const time = `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000Z`
  return { today, now: time, user: 'Vera', nextId: <T extends string>() => `id-${String(++lastId).padStart(6, '0')}` as T }
}

/** An id made of a word: "Anna Berg" → `anna-berg`. */
export const idOf = <T extends Id<string>>(words: string) => words.toLowerCase().replace(/\W+/g, '-') as T

export function company(fields: Partial<Company> & { name: string }): Company {
  return frozen({ ...emptyContact('company'), rev: 1, no: fields.name, id: idOf<ContactId>(fields.name), changedAt: now, ...fields })
}

/** A person; name or parts, whichever is shorter to write. `company` is the one she works for. */
export function person({ company: employer, ...fields }: Partial<Person> & { company?: Company }): Person {
  const parts = fields.name === undefined ? { ...emptyContact('person'), ...fields } : { ...splitName(fields.name), ...fields }
  const name = fields.name ?? nameOfPerson(parts)
  const stored = { rev: 1, no: name, id: idOf<ContactId>(name), changedAt: now, ...(employer ? { companyId: employer.id } : {}) }
  return frozen({ ...emptyContact('person'), ...stored, ...parts, name })
}

export function entry(contact: Contact, day: string, fields: Partial<InteractionLogEntry> = {}): InteractionLogEntry {
  return frozen({
    ...{
      rev: 1,
      id: `entry ${contact.id} ${day}` as EntryId,
      contactId: contact.id,
      contactName: contact.name,
      companyName: '',
      day: toDay(day),
    },
    ...{ description: 'Visit', subject: '', comment: '', informationFlow: 'outbound' as const, initiatedBy: 'us' as const },
    ...{ cost: 0, duration: 0, attemptFailed: false, cancelled: false, loggedAt: now },
    ...{ campaignTarget: false, campaignResponse: false, comments: [], loggedBy: 'Vera', ...fields },
  })
}

export const factsAbout = (
  contacts: readonly Contact[],
  entries: readonly InteractionLogEntry[] = [],
  purchases: readonly Purchase[] = [],
): Facts => factsOf(contacts, entries, new Set(), purchases)

export const text = (
  field: Extract<Rule, { kind: 'text' }>['field'],
  operator: Extract<Rule, { kind: 'text' }>['operator'],
  ...values: string[]
): Rule => frozen({ kind: 'text', field, operator, values })
export const choice = (
  field: Extract<Rule, { kind: 'choice' }>['field'],
  operator: Extract<Rule, { kind: 'choice' }>['operator'],
  ...values: string[]
): Rule => frozen({ kind: 'choice', field, operator, values })
export const all = (...items: Group['items']): Group => frozen({ kind: 'group', match: 'all', items })
export const any = (...items: Group['items']): Group => frozen({ kind: 'group', match: 'any', items })
export const none = (...items: Group['items']): Group => frozen({ kind: 'group', match: 'none', items })

export function lineOf(contact: Contact | ContactId, lineNo: number, fields: Partial<Line> = {}): Line {
  return frozen({ lineNo, contactId: typeof contact === 'string' ? contact : contact.id, own: {}, comment: '', ...fields })
}

/** A stored segment with these people (or lines), numbered from 1; it has no steps yet. */
export function segmentOf(people: readonly (Contact | Line)[], header: Partial<Segment> = {}): SegmentState {
  const id = header.id ?? ('segment' as SegmentId)
  const lines = people.map((one, i) => ('lineNo' in one ? one : lineOf(one, i + 1)))
  const nextLineNo = Math.max(0, ...lines.map(({ lineNo }) => lineNo)) + 1
  return frozen({
    segment: {
      rev: 1,
      id,
      no: 'SM00001',
      description: 'Autumn letter',
      day: today,
      subject: '',
      ignoreContactCorrespondence: false,
      ignoreContactLanguage: false,
      createdAt: now,
      changedAt: now,
      ...header,
    },
    lines: { rev: 1, id, nextLineNo, lines },
    steps: [],
  })
}

/** The state as it is read again after the changes were committed. */
export function after(state: SegmentState, changes: Changes): SegmentState {
  valid(changes)
  const rev = state.segment.rev + 1
  const gone = new Set(changes.remove.steps)
  const put = new Map((changes.put.steps ?? []).map((step) => [step.id, { ...step, rev }]))
  const steps = [...state.steps.filter((step) => !gone.has(step.id) && !put.has(step.id)), ...put.values()]
  const header = changes.put.segments?.find(({ id }) => id === state.segment.id)
  const lines = changes.put.segmentLines?.find(({ id }) => id === state.segment.id)
  return frozen({
    segment: header ? { ...header, rev } : state.segment,
    lines: lines ? { ...lines, rev } : state.lines,
    steps: steps.sort((a, b) => a.position - b.position),
  })
}

/** Every row satisfies its schema, no field is set to undefined, and rows of existing nouns are required as they were read. */
export function valid(changes: Changes): Changes {
  for (const name of tableNames) for (const row of (changes.put[name] ?? []) as Row<typeof name>[]) validRow(name, row)
  return frozen(changes)
}

function validRow(table: TableName, row: Row<TableName>) {
  const parsed = z.safeParse(tables[table], row)
  if (!parsed.success) throw new Error(`Not a row of ${table}: ${JSON.stringify(parsed.error.issues)} in ${JSON.stringify(row)}`)
  if (hasUndefined(row)) throw new Error(`A field of a row of ${table} is set to undefined: ${Object.keys(row).join(', ')}`)
}

function hasUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return false
  return Object.values(value).some((part) => part === undefined || hasUndefined(part))
}

/** One letter per language tag, without a mapping. */
export function documentIn(language: string, fields: Partial<LetterDocument> = {}): LetterDocument {
  const attachmentId = `letter-${language}` as AttachmentId
  return frozen({
    languageCode: toLetterLanguage(language),
    attachmentId,
    fileName: `letter-${language}.docx`,
    subject: '',
    mapping: {},
    ...fields,
  })
}

export function template(fields: Partial<InteractionTemplate> = {}): InteractionTemplate {
  return frozen({
    ...{ rev: 1, id: 'letter' as TemplateId, code: 'LETTER', description: 'Letter', unitCost: 2, unitDuration: 5, subject: '' },
    ...{ ignoreContactCorrespondence: false, campaignTarget: false, campaignResponse: false },
    ...{ informationFlow: 'outbound' as const, initiatedBy: 'us' as const, documents: [documentIn('en')], ...fields },
  })
}

export function salesperson(fields: Partial<Salesperson> & { name: string }): Salesperson {
  const id = idOf<SalespersonId>(fields.name)
  return frozen({ rev: 1, id, code: fields.name.slice(0, 2).toUpperCase(), jobTitle: '', phone: '', email: '', blocked: false, ...fields })
}

export function campaign(fields: Partial<Campaign> & { description: string }): Campaign {
  return frozen({ rev: 1, id: idOf<CampaignId>(fields.description), no: 'CP00001', ...fields })
}

export function ourCompany(fields: Partial<CompanyInformation> = {}): CompanyInformation {
  return frozen({
    ...{ rev: 1, id: 'company' as const, name: 'Our Bikes', address: 'Hauptstr. 1', address2: '', postCode: '80331', city: 'München' },
    ...{ county: '', countryCode: 'DE', phone: '+49 89 1', email: 'us@example.com', homePage: '', bankName: '', bankAccount: '' },
    ...{ vatNo: '', registrationNo: '', ...fields },
  })
}

const byId = <K extends string, T extends { id: K }>(rows: readonly T[]): ReadonlyMap<K, T> => new Map(rows.map((row) => [row.id, row]))

interface Lists {
  contacts?: readonly Contact[]
  templates?: readonly InteractionTemplate[]
  salespeople?: readonly Salesperson[]
  campaigns?: readonly Campaign[]
  formulas?: readonly SalutationFormula[]
  company?: CompanyInformation
}

export function around({ contacts = [], templates = [], salespeople = [], campaigns = [], formulas = [], company: our }: Lists): Around {
  return {
    contacts: byId<ContactId, Contact>(contacts),
    templates: byId<TemplateId, InteractionTemplate>(templates),
    salespeople: byId<SalespersonId, Salesperson>(salespeople),
    campaigns: byId<CampaignId, Campaign>(campaigns),
    company: our,
    formulas: new Map(formulas.map((formula) => [formula.id, formula])),
  }
}
