// What a file brings, in names and figures: told before it is taken in, and after.
import { displayName } from '../../core/contact/name.ts'
import type { Blocked } from '../../core/contact/deleteContact.ts'
import type { Outcome, RowPlan } from '../../core/handOver/coming.ts'
import type { AnyRow } from '../../core/handOver/parts.ts'
import type { ComingPlan, Here } from '../../core/handOver/planComing.ts'
import type { OpenedBackup } from '../../exchange/backup.ts'
import type { Contact } from '../../model/contact.ts'
import type { ComingTold, Told } from './handOverJobs.ts'

export function toldOf(opened: OpenedBackup, plan: ComingPlan, blocked: readonly Blocked[], here: Here): ComingTold {
  const of = (...outcomes: Outcome[]) => plan.plans.filter(({ outcome }) => outcomes.includes(outcome)).map((one) => toldRow(one, here))
  const held = new Set<string>(blocked.map(({ contact }) => contact.id))
  return {
    at: opened.at,
    from: opened.tablet,
    title: opened.handOver?.title ?? '',
    isBackup: opened.handOver === undefined,
    ...{ fresh: of('new'), changed: of('changed'), back: of('back'), stays: of('stays') },
    going: of('goes').filter(({ id }) => !held.has(id)),
    same: plan.plans.filter(({ outcome }) => outcome === 'same').length,
    conflicts: plan.conflicts.map(({ mine, theirs, ...conflict }) => ({ ...conflict, name: nameOf(conflict.table, mine ?? theirs) })),
    blocked: blocked.map(({ contact, blockers }) => ({ contactId: contact.id, name: displayName(contact), blockers })),
    forgottenThere: plan.forgottenThere.map((contact) => ({ id: contact.id, name: displayName(contact) })),
  }
}

const toldRow = ({ table, id, row, taken }: RowPlan, here: Here): Told => ({
  ...{ table, id, parts: taken },
  name: nameOf(table, row ?? here.row(table, id)),
})

/** What a row is called: a contact by its name, an entry by whom it was with, all else by what it is about. */
function nameOf(table: Told['table'], row: AnyRow | undefined): string {
  if (!row) return ''
  if (table === 'contacts') return displayName(row as unknown as Contact)
  const of = (value: Record<string, unknown>, ...fields: string[]) =>
    fields.map((field) => value[field]).find((text) => typeof text === 'string' && text !== '') as string | undefined
  if (table === 'entries') return [of(row, 'contactName'), of(row, 'description')].filter(Boolean).join(' · ')
  const header = row['header'] as Record<string, unknown> | undefined
  return (header && of(header, 'description', 'no')) ?? of(row, 'description', 'name', 'code', 'no', 'pattern') ?? ''
}
