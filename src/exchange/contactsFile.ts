// A contacts file on its way into the tablet: what each row would do, told before anything happens.
// Four honest counts (new, updated, unchanged, problems) add up to the rows; importing the same file again changes nothing.
import type { Contact, IndustryGroup, MailingGroup, Salesperson } from '../model/contact.ts'
import type { Occasion } from '../model/occasion.ts'
import type { NumberSeries } from '../model/settings.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import { asRead } from '../core/asRead.ts'
import { emptyContact } from '../core/contact/edit.ts'
import { takeNumbers } from '../core/numbers.ts'
import { ContactIndex, type Slot } from './contactIndex.ts'
import { readContactRow, type ContactRow, type RowProblem } from './contactRow.ts'
import type { CsvRow, CsvTable } from './csv.ts'
import { dayOrderOf, type DayOrder } from './days.ts'
import type { Mapping } from './mapping.ts'
import { NamedList } from './namedList.ts'
import { sameContact, withRow, type Links } from './rowToContact.ts'

export type { RowProblem, RowProblemCode } from './contactRow.ts'

/** What is on the tablet now. Rows of the sample data are looked over: they may be removed at any time. */
export interface Existing {
  contacts: readonly Contact[]
  mailingGroups: readonly MailingGroup[]
  industryGroups: readonly IndustryGroup[]
  salespeople: readonly Salesperson[]
  /** The series of the contacts. */
  series: NumberSeries
  /** This tablet's own prefix; it stands before every number. */
  tabletPrefix: string
}

export interface PreviewRow {
  lineNo: number
  kind: 'new' | 'update' | 'unchanged' | 'problem'
  name: string
  companyName: string
  city: string
}

export interface ContactsImport {
  changes: Changes
  /** `new`, `updated`, `unchanged` and `problems` add up to the rows; companies made for persons come on top. */
  counts: { new: number; updated: number; unchanged: number; problems: number; companiesMade: number }
  /** Rows left out (`uneven`, `noName`, `sameIdTwice`), and what is to be told about rows that come in. */
  problems: RowProblem[]
  preview: PreviewRow[]
}

/**
 * Plans the import; nothing has happened yet. A row is the contact with the same external id, else with the same e-mail and name, else with
 * the same name, company and post code. Only cells that are not empty overwrite; groups are added, never taken away; a privacy block is
 * set but never lifted. Groups, salespeople and companies that are missing are made.
 */
export function planContactsImport(table: CsvTable, mapping: Mapping, existing: Existing, occasion: Occasion): ContactsImport {
  const work = new Work(existing, occasion)
  const uneven = new Set(table.uneven.map((row) => row.lineNo))
  const order = birthdayOrder(table, mapping)
  const rows = table.rows.map((row) => ({ row, read: readRow(row, mapping, uneven.has(row.lineNo), table.headers.length, order) }))
  const done = new Map<CsvRow, Done>()
  const surestFirst = rows.toSorted((one, other) => sureness(other.read) - sureness(one.read))
  for (const type of ['company', 'person'] as const) {
    for (const { row, read } of surestFirst) {
      const taken = read.type === type && !isLeftOut(read) ? work.take(read) : undefined
      if (taken) done.set(row, taken)
    }
    if (type === 'company') work.addPersons()
  }
  const preview = rows.map(({ row, read }) => work.preview(read, done.get(row)))
  const problems = rows.flatMap(({ read }) => read.problems)
  return { changes: work.changes(), counts: countsOf(preview, work.companiesMade), problems, preview }
}

function countsOf(preview: readonly PreviewRow[], companiesMade: number): ContactsImport['counts'] {
  const count = (kind: PreviewRow['kind']) => preview.filter((row) => row.kind === kind).length
  return { new: count('new'), updated: count('update'), unchanged: count('unchanged'), problems: count('problem'), companiesMade }
}

function birthdayOrder({ rows }: CsvTable, mapping: Mapping): DayOrder | undefined {
  const at = mapping.indexOf('birthday')
  return at < 0 ? undefined : dayOrderOf(rows.map(({ cells }) => cells[at] ?? ''))
}

function readRow(row: CsvRow, mapping: Mapping, uneven: boolean, expected: number, order: DayOrder | undefined): ContactRow {
  const read = readContactRow(row, mapping, order)
  const { lineNo } = row
  if (uneven) return { ...read, problems: [{ lineNo, code: 'uneven', detail: `${row.cells.length} / ${expected}` }] }
  const seen = row.cells.filter((cell) => cell.trim() !== '').slice(0, 3)
  return read.name === '' ? { ...read, problems: [{ lineNo, code: 'noName', detail: seen.join(' · ') }] } : read
}

/** Rows that say for certain who they are come first; the others are compared with what those have said. */
const sureness = (row: ContactRow) => (row.values.externalId ? 2 : row.values.email ? 1 : 0)
const isLeftOut = (row: ContactRow) => row.problems.some((problem) => problem.code === 'uneven' || problem.code === 'noName')

/** What one row did: which contact it is about, and which ones it changed. */
interface Done {
  slot: Slot
  made: boolean
  changed: Slot[]
}

/** The import while it goes on: all contacts as they are so far, the lists, the numbers taken. */
class Work {
  companiesMade = 0
  private readonly index = new ContactIndex()
  private readonly mailingGroups: NamedList<MailingGroup>
  private readonly industryGroups: NamedList<IndustryGroup>
  private readonly salespeople: NamedList<Salesperson>

  constructor(
    private readonly existing: Existing,
    private readonly occasion: Occasion,
  ) {
    const { nextId } = occasion
    const described = (row: { description: string }) => row.description
    const group = <T extends string>(code: string, description: string) => ({ id: nextId<T>(), rev: 0, code, description })
    this.mailingGroups = new NamedList<MailingGroup>(own(existing.mailingGroups), described, group)
    this.industryGroups = new NamedList<IndustryGroup>(own(existing.industryGroups), described, group)
    this.salespeople = new NamedList<Salesperson>(
      own(existing.salespeople),
      (row) => row.name,
      (code, name) => ({ id: nextId(), rev: 0, code, name, jobTitle: '', phone: '', email: '', blocked: false }),
    )
    this.addExisting('company')
  }

  /** Persons are filed after the companies of the file are known: they are found by their company's name as it is now. */
  addPersons() {
    this.addExisting('person')
  }

  private addExisting(type: Contact['type']) {
    for (const contact of own(this.existing.contacts)) {
      if (contact.type === type) this.index.put({ contact, original: contact, touched: false, order: this.index.slots.size })
    }
  }

  /** Takes one row in: changes the contact it is about, or makes one. One external id for two names is left out. */
  take(row: ContactRow): Done | undefined {
    if (this.index.usesIdTwice(row)) {
      row.problems.push({ lineNo: row.lineNo, code: 'sameIdTwice', detail: row.values.externalId ?? '' })
      return undefined
    }
    const changed: Slot[] = []
    const company = row.companyName ? this.takeCompany(row, changed) : undefined
    const links = this.links(row, company)
    const found = this.index.find(row)
    const before = found?.contact ?? this.newContact(row.type)
    const contact = withRow(before, row, links)
    const slot: Slot = found ?? { contact, touched: true, order: this.index.slots.size }
    if (!found || contact !== before) changed.push(slot)
    this.set(slot, contact)
    return { slot, made: !found, changed }
  }

  /** The company a person's row names: found, or made with the row's address. Persons have no industry groups of their own. */
  private takeCompany(row: ContactRow, changed: Slot[]): Slot {
    const { postCode = '', address, address2, city, county, countryCode } = row.values
    const found = this.index.company(row.companyName, postCode)
    const place = found ? {} : { postCode, address, address2, city, county, countryCode }
    const about: ContactRow = {
      ...row,
      type: 'company',
      name: found?.contact.name ?? row.companyName,
      companyName: '',
      values: filled(place),
      mailingGroups: [],
    }
    const before = found?.contact ?? this.newContact('company')
    const contact = withRow(before, about, { mailingGroupIds: [], industryGroupIds: this.industryIds(row) })
    const slot: Slot = found ?? { contact, touched: true, order: this.index.slots.size }
    if (!found) this.companiesMade++
    if (!found || contact !== before) changed.push(slot)
    this.set(slot, contact)
    return slot
  }

  private set(slot: Slot, contact: Contact) {
    const isKnown = this.index.slots.has(contact.id) && slot.contact === contact
    slot.contact = contact
    slot.touched = true
    if (!isKnown) this.index.put(slot)
  }

  private links(row: ContactRow, company: Slot | undefined): Links {
    const { code, name } = row.salesperson
    const salespersonId = this.salespeople.idOf(code, name || code)
    return {
      mailingGroupIds: row.mailingGroups.map((group) => this.mailingGroups.idOf(group)).filter((id) => id !== undefined),
      industryGroupIds: row.type === 'company' ? this.industryIds(row) : [],
      ...(salespersonId && { salespersonId }),
      ...(company && { companyId: company.contact.id }),
    }
  }

  private industryIds(row: ContactRow) {
    return row.industryGroups.map((group) => this.industryGroups.idOf(group)).filter((id) => id !== undefined)
  }

  /** It gets its number at the end, when it is known how many there are. */
  private newContact(type: Contact['type']): Contact {
    return { ...emptyContact(type), id: this.occasion.nextId(), changedAt: this.occasion.now }
  }

  preview(row: ContactRow, done: Done | undefined): PreviewRow {
    if (!done) return { lineNo: row.lineNo, kind: 'problem', name: row.name, companyName: row.companyName, city: row.values.city ?? '' }
    const { contact } = done.slot
    const kind = done.made ? 'new' : done.changed.some(hasChanged) ? 'update' : 'unchanged'
    return { lineNo: row.lineNo, kind, name: contact.name, companyName: this.index.companyOf(contact)?.name ?? '', city: contact.city }
  }

  changes(): Changes {
    const changes = noChanges()
    const changed = [...this.index.slots.values()].filter(hasChanged)
    const made = changed.filter((slot) => !slot.original).map((slot) => slot.contact)
    const numbers = takeNumbers(this.existing.series, this.existing.tabletPrefix, made.length)
    const updated = changed.filter((slot) => slot.original).map(({ contact }) => ({ ...contact, rev: 0, changedAt: this.occasion.now }))
    const put = <T extends keyof Changes['put']>(table: T, rows: Changes['put'][T]) => {
      if (rows && rows.length > 0) changes.put[table] = rows
    }
    put('contacts', [...updated, ...made.map((contact, index) => ({ ...contact, no: numbers.nos[index] ?? '' }))])
    put('mailingGroups', this.mailingGroups.made)
    put('industryGroups', this.industryGroups.made)
    put('salespeople', this.salespeople.made)
    for (const { original } of this.restsOn(changed)) if (original) changes.requires.push(asRead('contacts', original))
    if (made.length > 0) {
      put('series', numbers.changes.put.series)
      changes.requires.push(...numbers.changes.requires)
    }
    return changes
  }

  /** What it changes, and the companies to which it adds people. */
  private restsOn(changed: readonly Slot[]): Set<Slot> {
    const companies = changed.flatMap(({ contact, original }) => {
      if (contact.type !== 'person' || !contact.companyId) return []
      const before = original?.type === 'person' ? original.companyId : undefined
      return contact.companyId === before ? [] : (this.index.slots.get(contact.companyId) ?? [])
    })
    return new Set([...changed, ...companies])
  }
}

const own = <T extends { sample?: true | undefined }>(rows: readonly T[]) => rows.filter((row) => !row.sample)
const hasChanged = (slot: Slot) => !slot.original || !sameContact(slot.original, slot.contact)
const filled = <T extends object>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<T>
