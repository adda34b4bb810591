// Puts changed rows in their places in the columns.
import type { ContactId } from '../model/ids.ts'
import type { Contact } from '../model/contact.ts'
import type { Patch } from './answers.ts'
import { has } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { Ground } from './derived.ts'

export interface Patched {
  /** What has changed, and with it the answers that rest on it. */
  grounds: ReadonlySet<Ground>
  /** Contacts that may stand elsewhere in an order. */
  moved: ReadonlySet<number>
}

export function patchColumns(columns: Columns, patch: Patch): Patched {
  const before = columns.rows
  const grounds = new Set<Ground>()
  const moved = patchContacts(columns, patch.contacts ?? [])
  if (moved.size > 0) grounds.add('contacts')
  const { entries, purchases } = columns.parts
  if (patch.entries) {
    entries.rows.remove(patch.entries.map(([id]) => id))
    for (const [, entry] of patch.entries) if (entry) entries.add(entry, columns.rowFor(entry.contactId))
    entries.rows.settle()
    grounds.add('entries')
  }
  if (patch.purchases) {
    purchases.rows.remove(patch.purchases.map(([id]) => id))
    for (const [, purchase] of patch.purchases) if (purchase) purchases.add(purchase, columns.rowFor(purchase.companyId))
    purchases.rows.settle()
    grounds.add('purchases')
  }
  for (const [id, lines] of patch.segmentLines ?? []) {
    if (lines) columns.putLines(lines)
    else columns.parts.lists.delete(id)
    grounds.add('lists')
  }
  if (patch.cancelledSegments) {
    columns.parts.cancelled = patch.cancelledSegments
    grounds.add('entries')
  }
  for (const [id, group] of patch.targetGroups ?? []) {
    if (group) columns.putTargets(group)
    else columns.parts.targets.delete(id)
    grounds.add('targets')
  }
  if (patch.cadences) {
    columns.parts.cadences = patch.cadences
    grounds.add('cadences')
  }
  if (columns.rows !== before) grounds.add('rows')
  columns.reserve()
  return { grounds, moved }
}

function patchContacts(columns: Columns, rows: readonly (readonly [ContactId, Contact | undefined])[]): Set<number> {
  const moved = new Set<number>()
  const companies = new Set<number>()
  for (const [id, contact] of rows) {
    const row = columns.rowFor(id)
    const before = placeOf(columns, row)
    if (contact) columns.putContact(contact)
    else columns.removeContact(row)
    moved.add(row)
    if (placeOf(columns, row) !== before) companies.add(row)
  }
  // The people of a company stand where it stands.
  if (companies.size > 0) {
    const { employer } = columns.parts
    for (let row = 1; row < columns.rows; row++) if (companies.has(employer[row]!)) moved.add(row)
  }
  return moved
}

/** What the place of a company hangs on, and whether it is one. */
function placeOf(columns: Columns, row: number): string {
  const { flags, texts } = columns.parts
  if (!has(flags.live, row) || !has(flags.isCompany, row)) return ''
  return `${texts.name.value(row)}\n${texts.no.value(row)}`
}
