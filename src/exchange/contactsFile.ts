// A contacts file on its way into the tablet: what each row would do, told before anything happens.
// Four honest counts (new, update, possible duplicate, problem) add up to the rows; importing the same file again changes nothing.
import type { Contact } from '../model/contact.ts'
import type { Occasion } from '../model/occasion.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import { asRead } from '../core/asRead.ts'
import { takeNumbers } from '../core/numbers.ts'
import { blankContact } from './blankContact.ts'
import { ContactIndex, type Slot } from './contactIndex.ts'
import { readContactRow, type ContactRow } from './contactRow.ts'
import type { Existing } from './existing.ts'
import type { ImportChoices, ImportPlan, RowDecision } from './importPlan.ts'
import { problemsThatStop } from './importTargets.ts'
import type { Because } from './likeness.ts'
import { MadeLists } from './madeLists.ts'
import { plannedContacts } from './plannedContacts.ts'
import { fill, sameContact, withRow, type Way } from './rowToContact.ts'
import { SheetCells } from './sheetCells.ts'
import type { Sheet } from './sheet.ts'

/** What became of one row. */
export interface Outcome {
  row: ContactRow
  kind: 'new' | 'known' | 'duplicate' | 'problem'
  out: boolean
  /** Where the row went. */
  target?: Slot
  /** Of a known contact who it is, of a possible duplicate who it may be, and what speaks for it. */
  match?: Slot
  because?: Because[]
  decision?: RowDecision['as']
  /** What the contact was before the row and after it; nothing before a new one. */
  before?: Contact
  after?: Contact
  /** The company that the row made or changed, or to which the person moved. */
  company?: Slot
  /** Of somebody who moved: the name of the company before. */
  companyBefore?: string
}

/** So many rows are planned before others get a turn. */
const portion = 1000

/**
 * Plans the import, row by row; it gives how many are done now and then, and the plan in the end. Rows that say for certain who they are come
 * first and of equals those that say more, so that the order of the file does not decide who is new.
 */
export function* planningContacts(
  sheet: Sheet,
  choices: ImportChoices,
  existing: Existing,
  occasion: Occasion,
): Generator<number, ImportPlan> {
  const cells = new SheetCells(sheet, choices)
  const salutations = new Map(existing.salutations.map(({ code }) => [code.toLowerCase(), code]))
  const around = { salutations, country: existing.country, today: occasion.today }
  const rows: ContactRow[] = []
  const weights: number[] = []
  for (const row of sheet.rows) {
    const read = readContactRow(row, cells, around)
    rows.push(read)
    weights.push(weightOf(read, row.cells))
    if (rows.length % portion === 0) yield rows.length / 3
  }
  const work = new Work(existing, choices, occasion)
  yield rows.length / 3
  const surestFirst = rows.map((_, at) => at).sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
  const outcomes: Outcome[] = []
  let done = 0
  for (const type of ['company', 'person'] as const) {
    for (const at of surestFirst) {
      const row = rows[at]
      if (row?.type !== type) continue
      outcomes[at] = work.take(row)
      if (++done % portion === 0) yield (rows.length + 2 * done) / 3
    }
    if (type === 'company') work.addPersons()
  }
  return work.plan(outcomes)
}

/** Surer rows weigh more, then fuller ones; among equals the text itself decides, so that the place in the file does not. */
function weightOf(row: ContactRow, cells: readonly string[]): number {
  const sure = row.values.externalId || row.no ? 2 : row.values.email ? 1 : 0
  let hash = 0
  for (const cell of cells) for (let at = 0; at < cell.length; at++) hash = (Math.imul(hash, 31) + cell.charCodeAt(at)) | 0
  return (sure * 1000 + Math.min(row.filled, 999)) * 4294967296 + (hash >>> 0)
}

const stops: ReadonlySet<string> = new Set(problemsThatStop.contacts)
const stopped = (row: ContactRow) => row.problems.some((problem) => stops.has(problem.code))

/** The import while it goes on: all contacts as they are so far, the lists, the numbers taken. */
class Work {
  companiesMade = 0
  readonly #index = new ContactIndex()
  readonly #lists: MadeLists

  constructor(
    private readonly existing: Existing,
    private readonly choices: ImportChoices,
    private readonly occasion: Occasion,
  ) {
    this.#lists = new MadeLists(existing, occasion)
    this.#addExisting('company')
  }

  /** Persons are filed after the companies of the file are known: they are found by their company's name as it is now. */
  addPersons(): void {
    this.#addExisting('person')
  }

  #addExisting(type: Contact['type']): void {
    for (const contact of this.existing.contacts) if (contact.type === type && !contact.sample) this.#index.known(contact)
  }

  /** Decides who the row is, and does what it says. */
  take(row: ContactRow): Outcome {
    if (stopped(row)) return { row, kind: 'problem', out: true }
    const who = this.#index.whoOfRow(row)
    if (this.#index.usesIdTwice(who)) {
      row.problems = [{ lineNo: row.lineNo, code: 'sameIdTwice', detail: row.values.externalId ?? '' }, ...row.problems]
      return { row, kind: 'problem', out: true }
    }
    const decision = this.choices.decisions[row.lineNo]
    const sure = this.#index.find(who)
    const chosen = decision?.as === 'same' && decision.contactId ? this.#index.byId(decision.contactId) : undefined
    const said = decision && { decision: decision.as }
    if (sure && decision?.as !== 'different' && (!chosen || chosen === sure)) {
      const known: Outcome = { row, kind: 'known', out: false, match: sure, ...said }
      return isOut(decision?.as) ? { ...known, out: true } : this.#change(sure, known)
    }
    const likely = this.#index.likeliest(who)
    const match = chosen ?? likely?.slot
    if (!match) {
      const made: Outcome = { row, kind: 'new', out: false, ...said }
      return isOut(decision?.as) ? { ...made, out: true } : this.#make(made)
    }
    const because = likely?.slot === match ? likely.because : []
    const about: Outcome = { row, kind: 'duplicate', out: false, match, because, ...said }
    const as = decision?.as ?? this.choices.duplicates
    if (isOut(as)) return { ...about, out: true }
    return as === 'different' ? this.#make(about) : this.#change(match, about)
  }

  /** Known contacts are left as they are when the person wants it so; one that this file has made is not meant by that. */
  #change(target: Slot, about: Outcome): Outcome {
    const { row } = about
    if (this.choices.updates === 'leave' && target.original) return { ...about, target, out: true }
    const way: Way = this.choices.updates === 'overwrite' ? 'overwrite' : 'fillBlanks'
    const before = target.contact
    const company = before.type === 'person' ? this.#companyFor(row, target, way) : undefined
    const links = this.#lists.links(row, before.type)
    if (company?.slot.original) links.companyId = company.slot.original.id
    const after = this.#tagged(withRow(before, row, links, way), row)
    const moved = company !== undefined && company.slot !== target.company
    const companyBefore = target.company?.contact.name ?? ''
    if (moved) target.company = company.slot
    if (after !== before || moved) {
      target.contact = after
      this.#index.changed(target)
    }
    if (target.lineNo === 0) target.lineNo = row.lineNo
    const done: Outcome = { ...about, target, before, after }
    if (company && (company.changed || moved)) done.company = company.slot
    return moved ? { ...done, companyBefore } : done
  }

  /** The company that the row names for somebody known. It moves nobody when only blanks are filled. */
  #companyFor(row: ContactRow, { company }: Slot, way: Way): TakenCompany | undefined {
    if (row.companyName === '') return undefined
    const named = this.#index.company(row.companyName, row.values.postCode ?? '')
    if (company && named !== company && way === 'fillBlanks') return undefined
    return this.#takeCompany(row, named)
  }

  #make(about: Outcome): Outcome {
    const { row } = about
    const company =
      row.companyName === '' ? undefined : this.#takeCompany(row, this.#index.company(row.companyName, row.values.postCode ?? ''))
    const links = this.#lists.links(row, row.type)
    if (company?.slot.original) links.companyId = company.slot.original.id
    const after = this.#tagged(fill(this.#fresh(row.type), row, links), row)
    const target = this.#index.made(after, company?.slot, row.lineNo)
    return { ...about, target, after, ...(company?.changed && { company: company.slot }) }
  }

  #tagged(contact: Contact, { lineNo }: ContactRow): Contact {
    const group = this.#lists.idOf('mailingGroups', this.choices.tag.trim(), lineNo)
    if (!group || contact.mailingGroupIds.includes(group)) return contact
    return { ...contact, mailingGroupIds: [...contact.mailingGroupIds, group] }
  }

  /** The company of a person's row: as it is known, or made with the row's address. What belongs to companies only goes there. */
  #takeCompany(row: ContactRow, found: Slot | undefined): TakenCompany {
    if (found?.original && this.choices.updates === 'leave') return { slot: found, changed: false }
    const { industryGroupIds, businessRelationIds } = this.#lists.links(row, 'company')
    const links = { industryGroupIds, businessRelationIds, mailingGroupIds: [], jobResponsibilityIds: [] }
    const name = found?.contact.name ?? row.companyName
    const about: ContactRow = { ...row, type: 'company', name, companyName: '', values: {}, lists: {}, problems: [] }
    if (found) {
      const after = withRow(found.contact, about, links, 'fillBlanks')
      const changed = after !== found.contact
      found.contact = after
      return { slot: found, changed }
    }
    this.companiesMade++
    const { postCode, address, address2, city, county, countryCode } = row.values
    about.values = given({ postCode, address, address2, city, county, countryCode })
    return { slot: this.#index.made(fill(this.#fresh('company'), about, links), undefined, row.lineNo), changed: true }
  }

  /** It gets its id and its number at the end, in the order of the file. */
  #fresh = (type: Contact['type']): Contact => blankContact(type, this.occasion.now)

  plan(outcomes: readonly Outcome[]): ImportPlan {
    const changes = this.#changes()
    const { rows, counts, people } = plannedContacts(outcomes, this.#lists)
    return { rows, counts: { ...counts, companiesMade: this.companiesMade, listsMade: this.#lists.told() }, changes, people }
  }

  #changes(): Changes {
    const changes = noChanges()
    const { slots } = this.#index
    const made = slots.filter((slot) => !slot.original).sort(inFileOrder)
    const numbers = takeNumbers(this.existing.series, this.existing.tabletPrefix, made.length)
    // They are ours until they are handed out: written in place, 100 000 of them are not made twice.
    for (const [at, { contact }] of made.entries()) {
      contact.id = this.occasion.nextId()
      contact.no = numbers.nos[at] ?? ''
    }
    const changed = slots.filter(isChanged)
    const contacts: Contact[] = []
    for (const slot of changed) if (slot.original) contacts.push((slot.contact = this.#whole(slot)))
    for (const { contact, company } of made) {
      if (contact.type === 'person' && company) contact.companyId = company.contact.id
      contacts.push(contact)
    }
    if (contacts.length > 0) changes.put.contacts = contacts
    this.#lists.putInto(changes)
    for (const { original } of restsOn(changed)) if (original) changes.requires.push(asRead('contacts', original))
    if (made.length > 0) {
      Object.assign(changes.put, numbers.changes.put)
      changes.requires.push(...numbers.changes.requires)
    }
    return changes
  }

  /** With the company that got its id only now. */
  #whole({ contact, company }: Slot): Contact {
    const { now } = this.occasion
    if (contact.type === 'company' || !company) return { ...contact, changedAt: now }
    return { ...contact, changedAt: now, companyId: company.contact.id }
  }
}

interface TakenCompany {
  slot: Slot
  /** It was made, or the row added something to it. */
  changed: boolean
}

const isOut = (as: RowDecision['as'] | undefined) => as === 'later' || as === 'leaveOut'

/** By the row that made them; a company stands before the person it was made for. */
const inFileOrder = (one: Slot, other: Slot) =>
  one.lineNo - other.lineNo || Number(one.contact.type === 'person') - Number(other.contact.type === 'person')

/** A person who moved to a company that is only being made has changed, too. */
export const isChanged = ({ original, contact, company }: Slot): boolean =>
  !original ||
  !sameContact(original, contact) ||
  (original.type === 'person' && company !== undefined && original.companyId !== company.contact.id)

/** What it changes, and the companies to which it adds people. */
function restsOn(changed: readonly Slot[]): Set<Slot> {
  const rests = new Set(changed)
  for (const { contact, original, company } of changed) {
    if (!company || contact.type !== 'person') continue
    const before = original?.type === 'person' ? original.companyId : undefined
    if (company.contact.id !== before) rests.add(company)
  }
  return rests
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
