// The rows of a planned contacts file as the check shows them, their counts, and the people they are about.
import type { Contact } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'
import type { Slot } from './contactIndex.ts'
import { isChanged, type Outcome } from './contactsFile.ts'
import { fieldChanges } from './fieldChanges.ts'
import type { ImportCounts, Match, PlannedRow } from './importPlan.ts'
import type { MadeLists } from './madeLists.ts'

export interface PlannedContacts {
  rows: PlannedRow[]
  counts: Omit<ImportCounts, 'companiesMade'>
  people: ContactId[]
}

export function plannedContacts(outcomes: readonly Outcome[], lists: MadeLists): PlannedContacts {
  const rows = outcomes.map((outcome) => plannedRow(outcome, lists))
  return { rows, counts: countsOf(rows), people: peopleOf(outcomes) }
}

/** The five numbers of any plan: new, update, possible duplicate and problem add up to the rows, and so do taken and out. */
export function countsOf(rows: readonly PlannedRow[]): Omit<ImportCounts, 'companiesMade'> {
  const counts = { new: 0, update: 0, unchanged: 0, duplicate: 0, undecided: 0, problem: 0, taken: 0, out: 0 }
  for (const row of rows) {
    if (row.kind === 'unchanged') counts.update++
    counts[row.kind]++
    if (row.kind === 'duplicate' && row.decision === undefined) counts.undecided++
    if (row.out) counts.out++
    else counts.taken++
  }
  return counts
}

function plannedRow(outcome: Outcome, lists: MadeLists): PlannedRow {
  const { row, out, match, target, before, after, companyBefore, decision } = outcome
  const { values } = row
  const planned: PlannedRow = {
    lineNo: row.lineNo,
    kind: kindOf(outcome),
    out,
    name: row.name,
    companyName: row.companyName,
    place: placeOf(values.postCode ?? '', values.city ?? ''),
    phone: values.phone ?? values.mobilePhone ?? '',
    email: values.email ?? '',
    problems: row.problems,
  }
  if (match) planned.match = matchOf(match, outcome.because ?? [])
  if (decision) planned.decision = decision
  if (before && after && target && planned.kind !== 'unchanged') {
    const changes = fieldChanges(before, after, lists)
    if (companyBefore !== undefined && target.company)
      changes.push({ field: 'companyName', before: companyBefore, after: target.company.contact.name })
    planned.changes = changes
  }
  return planned
}

function kindOf({ kind, target, match, before, after, company, out }: Outcome): PlannedRow['kind'] {
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
  const slots = outcomes.flatMap(({ target, match, kind, out, decision }) => {
    if (!out && target) return [target]
    return kind === 'known' && decision === undefined && match ? [match] : []
  })
  const staffed = new Set(slots.flatMap(({ company }) => company ?? []))
  const people = slots.filter((slot) => slot.contact.type === 'person' || !staffed.has(slot))
  return [...new Set(people.map(({ contact }) => contact.id))]
}
