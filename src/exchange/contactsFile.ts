// A contacts file on its way into the tablet: what each row would do, told before anything happens.
// Four honest counts (new, update, possible duplicate, problem) add up to the rows; importing the same file again changes nothing.
import type { Contact } from '../model/contact.ts'
import type { Occasion } from '../model/occasion.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import { asRead } from '../core/asRead.ts'
import { takeNumbers } from '../core/numbers.ts'
import { blankContact } from './blankContact.ts'
import { bearsFormer, ContactIndex, type Slot } from './contactIndex.ts'
import { glanceAt, readContactRow, type ContactRow } from './contactRow.ts'
import { inFileOrder, isChanged, isOut, outcomeOf, restsOn, weightOf, type Outcome } from './contactOutcome.ts'
import type { Existing } from './existing.ts'
import { fieldChanges } from './fieldChanges.ts'
import type { FieldChange, ImportChoices, ImportPlan } from './importPlan.ts'
import { problemsThatStop } from './importTargets.ts'
import { MadeLists } from './madeLists.ts'
import { PlannedContacts } from './plannedContacts.ts'
import { fill, withRow, type Links, type Way } from './rowToContact.ts'
import { SheetCells } from './sheetCells.ts'
import type { Sheet } from './sheet.ts'
import type { Who } from '../core/duplicates/who.ts'

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
  const read = (at: number) => readContactRow(sheet.rows[at] ?? noRow, cells, around)
  const total = sheet.rows.length
  const weights = new Float64Array(total)
  const companies = new Uint8Array(total)
  for (const [at, row] of sheet.rows.entries()) {
    const glance = glanceAt(row, cells)
    weights[at] = weightOf(glance, row.cells)
    if (glance.isCompany) companies[at] = 1
    if (at % portion === portion - 1) yield at / 5
  }
  const work = new Work(existing, choices, occasion)
  yield total / 5
  const surestFirst = Uint32Array.from({ length: total }, (_, at) => at).sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
  const outcomes = new Array<Outcome>(total)
  let done = 0
  for (const isCompany of [1, 0]) {
    for (const at of surestFirst) {
      if (companies[at] !== isCompany) continue
      outcomes[at] = work.take(read(at))
      if (++done % portion === 0) yield (total + 4 * done) / 5
    }
    if (isCompany === 1) work.addPersons()
  }
  return work.plan(outcomes, read)
}

const noRow = { lineNo: 0, cells: [] }

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
    if (stopped(row)) return outcomeOf(row, 'problem')
    const who = this.#index.whoOfRow(row)
    if (this.#index.usesIdTwice(who)) {
      row.problems = [{ lineNo: row.lineNo, code: 'sameIdTwice', detail: row.values.externalId ?? '' }, ...row.problems]
      return outcomeOf(row, 'problem')
    }
    const decision = this.choices.decisions[row.lineNo]
    const sure = this.#index.find(who)
    const chosen = decision?.as === 'same' && decision.contactId ? this.#index.byId(decision.contactId) : undefined
    const isAnother = decision?.as === 'different' && sure !== undefined && !saysTheSame(who, sure.who)
    if (sure && !isAnother && (!chosen || chosen === sure)) {
      if (bearsFormer(sure.contact, 'externalId', who.externalId) && sure.who.externalId !== '') delete row.values.externalId
      const known = outcomeOf(row, 'known', decision?.as, sure)
      return known.out ? known : this.#change(sure, row, known)
    }
    const likely = this.#index.likeliest(who)
    const match = chosen ?? likely?.slot
    if (!match) {
      const made = outcomeOf(row, 'new', decision?.as)
      return made.out ? made : this.#make(row, who, made)
    }
    const about = outcomeOf(row, 'duplicate', decision?.as, match)
    about.because = likely?.slot === match ? likely.because : []
    const as = decision?.as ?? this.choices.duplicates
    about.out = isOut(as)
    if (about.out) return about
    return as === 'different' ? this.#make(row, who, about) : this.#change(match, row, about)
  }

  /** Known contacts are left as they are when the person wants it so; one that this file has made is not meant by that. */
  #change(target: Slot, row: ContactRow, about: Outcome): Outcome {
    about.target = target
    if (this.choices.updates === 'leave' && target.original) {
      about.out = true
      about.differs = this.#kept(row, target, this.#lists.links(row, target.contact.type))
      return about
    }
    const way: Way = this.choices.updates === 'overwrite' ? 'overwrite' : 'fillBlanks'
    const before = target.contact
    const company = before.type === 'person' ? this.#companyFor(row, target, way) : undefined
    const links = this.#lists.links(row, before.type)
    if (company?.slot.original) links.companyId = company.slot.original.id
    const after = this.#tagged(withRow(before, row, links, way), row)
    const moved = company !== undefined && company.slot !== target.company
    if (moved) about.companyBefore = target.company?.contact.name ?? ''
    if (moved) target.company = company.slot
    if (after !== before || moved) {
      target.contact = after
      this.#index.changed(target)
    }
    if (target.lineNo === 0) target.lineNo = row.lineNo
    if (company && (company.changed || moved)) about.company = company.slot
    if (way === 'fillBlanks') about.differs = this.#kept(row, target, links)
    return Object.assign(about, { before, after, problems: row.problems })
  }

  /** What the file would change on somebody, were it to win over what stands there. */
  #kept(row: ContactRow, { contact, company }: Slot, links: Links): FieldChange[] | undefined {
    const differs = fieldChanges(contact, withRow(contact, { ...row, problems: [] }, links, 'overwrite'), this.#lists)
    const isStaffed = contact.type === 'person' && row.companyName !== ''
    if (isStaffed && (!company || this.#index.company(row.companyName, row.values.postCode ?? '') !== company))
      differs.push({ field: 'companyName', before: company?.contact.name ?? '', after: row.companyName })
    return differs.length > 0 ? differs : undefined
  }

  /** The company that the row names for somebody known. It moves nobody when only blanks are filled. */
  #companyFor(row: ContactRow, { company }: Slot, way: Way): TakenCompany | undefined {
    if (row.companyName === '') return undefined
    const named = this.#index.company(row.companyName, row.values.postCode ?? '')
    if (company && named !== company && way === 'fillBlanks') return undefined
    return this.#takeCompany(row, named)
  }

  #make(row: ContactRow, who: Who, about: Outcome): Outcome {
    const company =
      row.companyName === '' ? undefined : this.#takeCompany(row, this.#index.company(row.companyName, row.values.postCode ?? ''))
    const links = this.#lists.links(row, row.type)
    if (company?.slot.original) links.companyId = company.slot.original.id
    about.after = this.#tagged(fill(this.#fresh(row.type), row, links), row)
    about.target = this.#index.made(about.after, company?.slot, row.lineNo, who)
    if (company?.changed) about.company = company.slot
    return about
  }

  #tagged(contact: Contact, { lineNo }: ContactRow): Contact {
    const group = this.#lists.idOf('mailingGroups', this.choices.tag.trim(), lineNo)
    if (!group || contact.mailingGroupIds.includes(group)) return contact
    return { ...contact, mailingGroupIds: [...contact.mailingGroupIds, group] }
  }

  /** The company of a person's row: as it is known, or made with the row's address. What belongs to companies only goes there. */
  #takeCompany(row: ContactRow, found: Slot | undefined): TakenCompany {
    if (found?.original && this.choices.updates === 'leave') return { slot: found, changed: false }
    // Most rows say nothing about a company that is there: the row's own address is the person's.
    if (found && !row.lists.industryGroups && !row.lists.businessRelations) return { slot: found, changed: false }
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

  plan(outcomes: readonly Outcome[], read: (at: number) => ContactRow): ImportPlan {
    const changes = this.#changes()
    const planned = new PlannedContacts(outcomes, read, this.#lists)
    const counts = { ...planned.counts(), companiesMade: this.companiesMade, listsMade: this.#lists.told() }
    return {
      get rows() {
        return planned.all()
      },
      listed: planned,
      counts,
      changes,
      people: planned.people(),
    }
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
    const changed = slots.filter((slot) => slot.original !== undefined && isChanged(slot))
    const contacts: Contact[] = []
    for (const slot of changed) contacts.push((slot.contact = this.#whole(slot)))
    for (const { contact, company } of made) {
      if (contact.type === 'person' && company) contact.companyId = company.contact.id
      contacts.push(contact)
    }
    if (contacts.length > 0) changes.put.contacts = contacts
    this.#lists.keepOnly(contacts)
    this.#lists.putInto(changes)
    for (const { original } of restsOn(changed, made)) if (original) changes.requires.push(asRead('contacts', original))
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

/** Whoever was made for a row that was decided to be somebody else says the same as the row: the decision is done. */
const saysTheSame = (one: Who, other: Who) => one.name === other.name && one.email === other.email && one.company === other.company

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
