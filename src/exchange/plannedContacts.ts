// The rows of a planned contacts file as the check shows them, their counts, and the people they are about.
import type { Contact } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'
import type { Slot } from './contactIndex.ts'
import type { ContactRow } from './contactRow.ts'
import { isChanged, type Outcome } from './contactOutcome.ts'
import { fieldChanges } from './fieldChanges.ts'
import type { ImportCounts, ListedRows, Match, PlannedRow, RowKind } from './importPlan.ts'
import type { MadeLists } from './madeLists.ts'

/** What became of the rows: told row by row when a page asks for it. */
export class PlannedContacts implements ListedRows {
  constructor(
    private readonly outcomes: readonly Outcome[],
    private readonly read: (at: number) => ContactRow,
    private readonly lists: MadeLists,
  ) {
    for (const outcome of outcomes) outcome.kind = kindOf(outcome)
  }

  get length(): number {
    return this.outcomes.length
  }

  kindAt = (index: number): RowKind => this.outcomes[index]?.kind as RowKind
  hasProblems = (index: number): boolean => (this.outcomes[index]?.problems.length ?? 0) > 0

  isDiffering = (index: number): boolean => this.outcomes[index]?.differs !== undefined
  isOut = (index: number): boolean => this.outcomes[index]?.out ?? false

  rowAt = (index: number): PlannedRow => {
    const outcome = this.outcomes[index]
    if (!outcome) throw new Error(`There is no row ${index}`)
    return plannedRow(outcome, this.read(index), this.lists)
  }

  all = (): PlannedRow[] => this.outcomes.map((_, index) => this.rowAt(index))
  counts = (): Omit<ImportCounts, 'companiesMade'> => countsOf(this.outcomes as readonly (Outcome & { kind: RowKind })[])
  people = (): ContactId[] => peopleOf(this.outcomes)
}

/** The five numbers of any plan: new, update, possible duplicate and problem add up to the rows, and so do taken and out. */
export function countsOf(
  rows: readonly { kind: RowKind; out: boolean; decision?: Outcome['decision']; differs?: Outcome['differs'] }[],
): Omit<ImportCounts, 'companiesMade'> {
  const counts = { new: 0, update: 0, unchanged: 0, nothingNew: 0, differing: 0, duplicate: 0, undecided: 0, problem: 0, taken: 0, out: 0 }
  for (const row of rows) {
    if (row.kind === 'unchanged') counts.update++
    counts[row.kind]++
    if (row.differs && (row.kind === 'update' || row.kind === 'unchanged')) counts.differing++
    else if (row.kind === 'unchanged') counts.nothingNew++
    if (row.kind === 'duplicate' && row.decision === undefined) counts.undecided++
    if (row.out) counts.out++
    else counts.taken++
  }
  return counts
}

function plannedRow(outcome: Outcome, row: ContactRow, lists: MadeLists): PlannedRow {
  const { out, match, target, before, after, companyBefore, decision } = outcome
  const { values } = row
  const planned: PlannedRow = {
    lineNo: row.lineNo,
    kind: outcome.kind as RowKind,
    out,
    name: row.name,
    companyName: row.companyName,
    place: placeOf(values.postCode ?? '', values.city ?? ''),
    phone: values.phone ?? values.mobilePhone ?? '',
    email: values.email ?? '',
    problems: outcome.problems,
  }
  if (match) planned.match = matchOf(match, outcome.because ?? [])
  if (decision) planned.decision = decision
  if (outcome.differs) planned.differs = outcome.differs
  if (before && after && target && planned.kind !== 'unchanged') {
    const changes = fieldChanges(before, after, lists)
    if (companyBefore !== undefined && target.company)
      changes.push({ field: 'companyName', before: companyBefore, after: target.company.contact.name })
    planned.changes = changes
  }
  return planned
}

function kindOf({ kind, target, match, before, after, company, out }: Outcome): RowKind {
  if (kind !== 'known') return kind
  if (out) return 'update'
  const slot = target ?? match
  const said = (before !== after || company !== undefined) && slot !== undefined
  const stands = slot !== undefined && (isChanged(slot) || (company !== undefined && isChanged(company)))
  return said && stands ? 'update' : 'unchanged'
}

export const placeOf = (postCode: string, city: string) => (postCode && city ? `${postCode} ${city}` : postCode || city)

/** A contact as it is shown beside a row. */
export function shownContact(contact: Contact, companyName: string): Omit<Match, 'because'> {
  return {
    name: contact.name,
    companyName,
    place: placeOf(contact.postCode, contact.city),
    phone: contact.phone || contact.mobilePhone,
    email: contact.email,
  }
}

function matchOf(slot: Slot, because: Match['because']): Match {
  const contact = slot.original ?? slot.contact
  const shown = { ...shownContact(contact, contact.type === 'person' ? (slot.company?.contact.name ?? '') : ''), because }
  return slot.original ? { ...shown, contactId: slot.original.id } : { ...shown, lineNo: slot.lineNo }
}

/** Everybody the file is about who is on the tablet afterwards; a company only where none of its people is among them. */
function peopleOf(outcomes: readonly Outcome[]): ContactId[] {
  const slots = new Set<Slot>()
  const staffed = new Set<Slot>()
  for (const { target, match, out, decision, kind } of outcomes) {
    const isKnown = kind === 'update' || kind === 'unchanged'
    const slot = !out && target ? target : isKnown && decision === undefined ? match : undefined
    if (!slot) continue
    slots.add(slot)
    if (slot.company) staffed.add(slot.company)
  }
  const people: ContactId[] = []
  for (const slot of slots) if (slot.contact.type === 'person' || !staffed.has(slot)) people.push(slot.contact.id)
  return people
}
