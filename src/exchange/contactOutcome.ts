// What becomes of one row of a contacts file while it is planned, and what a contact has become by all of them.
import type { Contact } from '../model/contact.ts'
import type { Slot } from './contactIndex.ts'
import type { ContactRow } from './contactRow.ts'
import type { FieldChange, RowDecision, RowKind, RowProblem } from './importPlan.ts'
import type { Because } from '../core/duplicates/likeness.ts'
import { sameContact } from './rowToContact.ts'

/** What became of one row. The row itself is read again when a page shows it. */
export interface Outcome {
  lineNo: number
  kind: RowKind | 'known'
  out: boolean
  /** As the planning has added to them. */
  problems: RowProblem[]
  /** Where the row went. */
  target: Slot | undefined
  /** Of a known contact who it is, of a possible duplicate who it may be, and what speaks for it. */
  match: Slot | undefined
  because: Because[] | undefined
  decision: RowDecision['as'] | undefined
  /** What the contact was before the row and after it; nothing before a new one. */
  before: Contact | undefined
  after: Contact | undefined
  /** The company that the row made or changed, or to which the person moved. */
  company: Slot | undefined
  /** Of somebody who moved: the name of the company before. */
  companyBefore: string | undefined
  /** What the row says otherwise, and what is kept against it. */
  differs: FieldChange[] | undefined
}

/** Each is made with all its fields: 100 000 of one shape. */
export const outcomeOf = (
  { lineNo, problems }: ContactRow,
  kind: Outcome['kind'],
  decision?: RowDecision['as'],
  match?: Slot,
): Outcome => ({
  lineNo,
  kind,
  out: kind === 'problem' || isOut(decision),
  problems,
  target: undefined,
  match,
  because: undefined,
  decision,
  before: undefined,
  after: undefined,
  company: undefined,
  companyBefore: undefined,
  differs: undefined,
})

export const isOut = (as: RowDecision['as'] | undefined) => as === 'later' || as === 'leaveOut'

/** Surer rows weigh more, then fuller ones; among equals the text itself decides, so that the place in the file does not. */
export function weightOf({ sure, filled }: { sure: number; filled: number }, cells: readonly string[]): number {
  let hash = 0
  for (const cell of cells) for (let at = 0; at < cell.length; at++) hash = (Math.imul(hash, 31) + cell.charCodeAt(at)) | 0
  return (sure * 1000 + Math.min(filled, 999)) * 4294967296 + (hash >>> 0)
}

/** By the row that made them; a company stands before the person it was made for. */
export const inFileOrder = (one: Slot, other: Slot) =>
  one.lineNo - other.lineNo || Number(one.contact.type === 'person') - Number(other.contact.type === 'person')

/** A person who moved to a company that is only being made has changed, too. */
export const isChanged = ({ original, contact, company }: Slot): boolean =>
  !original ||
  !sameContact(original, contact) ||
  (original.type === 'person' && company !== undefined && original.companyId !== company.contact.id)

/** Of those that are there what it changes, and the companies to which it adds people. */
export function restsOn(changed: readonly Slot[], made: readonly Slot[]): Set<Slot> {
  const rests = new Set(changed)
  for (const { contact, original, company } of changed) {
    const before = original?.type === 'person' ? original.companyId : undefined
    if (company && contact.type === 'person' && company.contact.id !== before) rests.add(company)
  }
  for (const { company } of made) if (company?.original) rests.add(company)
  return rests
}
