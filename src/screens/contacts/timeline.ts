// What has happened with a contact as one row of days: interactions by their kind, orders, notes. Which kinds there are comes from the data.
import type { Day } from '../../base/day.ts'
import { fold } from '../../base/fold.ts'
import { wasWithDeleted } from '../../core/criteria/gone.ts'
import { isCancelled } from '../../core/interaction/cancel.ts'
import type { ContactNote } from '../../model/contact.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { CompanyEntries, LoggedHead } from '../../storage/read/contacts.ts'
import type { Lists } from '../../storage/read/lists.ts'
import type { IconName } from '../../parts/icons.ts'
import { t, type Key } from '../../text/language.svelte.ts'

/** `all`, `call`, `letter`, `email`, `other`, `order`, `note`, or the id of an interaction group. */
export type Kind = string

interface Row {
  key: string
  day: Day
  kind: Kind
}
export interface EntryRow extends Row {
  entry: InteractionLogEntry
  logged: LoggedHead | undefined
  cancelled: boolean
}
/** What was bought on one day. */
export interface OrderRow extends Row {
  purchases: Purchase[]
}
export interface NoteRow extends Row {
  note: ContactNote
}
export type Happening = EntryRow | OrderRow | NoteRow

/** Everything, newest first. */
export function happenings(
  { entries, logged }: CompanyEntries,
  purchases: readonly Purchase[],
  notes: readonly ContactNote[],
  lists: Lists | undefined,
): Happening[] {
  const kindOf = kinds(lists)
  const rows: Happening[] = entries.map((entry) => {
    const head = entry.loggedSegmentId && logged.get(entry.loggedSegmentId)
    return { key: entry.id, day: entry.day, kind: kindOf(entry), entry, logged: head, cancelled: isCancelled(entry, head?.state) }
  })
  const orders = new Map<Day, Purchase[]>()
  for (const purchase of purchases) orders.set(purchase.day, [...(orders.get(purchase.day) ?? []), purchase])
  for (const [day, bought] of orders) rows.push({ key: `order ${day}`, day, kind: 'order', purchases: bought })
  for (const note of notes) rows.push({ key: `note ${note.id}`, day: note.day, kind: 'note', note })
  return rows.sort((one, other) => other.day.localeCompare(one.day))
}

/** The interactions by which a contact was heard of: neither cancelled, nor attempts that failed, nor with somebody who is deleted. */
export const heardIn = (rows: readonly Happening[]): EntryRow[] =>
  rows.filter((row): row is EntryRow => 'entry' in row && !row.cancelled && !row.entry.attemptFailed && !wasWithDeleted(row.entry))

/** What an entry is: by paper, by mail, by telephone, else by its interaction group, as visits. */
function kinds(lists: Lists | undefined): (entry: InteractionLogEntry) => Kind {
  const groups = new Map((lists?.templates ?? []).map(({ id, interactionGroupId }) => [id, interactionGroupId]))
  const calls = lists?.interactionSetup?.callsTemplateId
  const callGroup = calls && groups.get(calls)
  const known = new Set(lists?.interactionGroups.map(({ id }) => id))
  return ({ correspondenceType, templateId, interactionGroupId, contactVia }) => {
    if (correspondenceType) return correspondenceType === 'email' ? 'email' : 'letter'
    const group = interactionGroupId ?? (templateId && groups.get(templateId))
    if ((calls && templateId === calls) || (group && group === callGroup) || (!group && contactVia)) return 'call'
    return group && known.has(group) ? group : 'other'
  }
}

export interface KindCount {
  kind: Kind
  label: string
  count: number
}

const order = ['all', 'call', 'letter', 'email']
const behind = ['other', 'order', 'note']
const place = (kind: Kind) => (order.includes(kind) ? order.indexOf(kind) : behind.includes(kind) ? 90 + behind.indexOf(kind) : 50)
const labels: Partial<Record<Kind, Key>> = {
  all: 'contact.only.all',
  call: 'contact.only.call',
  letter: 'contact.only.letter',
  email: 'contact.only.email',
  other: 'contact.only.other',
  order: 'contact.only.order',
  note: 'contact.only.note',
}

/** The kinds that are there, each with how many; all of them first. */
export function kindCounts(rows: readonly Happening[], lists: Lists | undefined): KindCount[] {
  const counts = new Map<Kind, number>([['all', rows.length]])
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const labelOf = (kind: Kind) => {
    const key = labels[kind]
    return key ? t(key) : groupName(kind, lists)
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count, label: labelOf(kind) }))
    .sort((one, other) => place(one.kind) - place(other.kind) || one.label.localeCompare(other.label))
}

function groupName(id: string, lists: Lists | undefined): string {
  const group = lists?.interactionGroups.find((one) => one.id === id)
  return group?.description || group?.code || t('contact.only.other')
}

const icons: Partial<Record<Kind, IconName>> = { call: 'phone', letter: 'doc', email: 'mail', order: 'order', note: 'note', other: 'note' }

/** Groups are named by the person: one that speaks of visits or meetings bears their sign. */
export function iconOf(kind: Kind, lists: Lists | undefined): IconName {
  const isVisit = () => /visit|meeting|besuch|treffen|termin|bezoek|besok|moter|visite|rendez/.test(fold(groupName(kind, lists)))
  return icons[kind] ?? (isVisit() ? 'visit' : 'clock')
}

/** Rows by year, in their order. */
export function byYear(rows: readonly Happening[]): { year: string; rows: Happening[] }[] {
  const years: { year: string; rows: Happening[] }[] = []
  for (const row of rows) {
    const year = row.day.slice(0, 4)
    const last = years.at(-1)
    if (last?.year === year) last.rows.push(row)
    else years.push({ year, rows: [row] })
  }
  return years
}

/** How many days usually lie between two days with an interaction; nothing before there are three of them. */
export function usualDays(entries: readonly EntryRow[], between: (from: Day, to: Day) => number): number | undefined {
  const days = [...new Set(entries.filter(({ cancelled }) => !cancelled).map(({ day }) => day))].sort()
  const [first, last] = [days[0], days.at(-1)]
  return first && last && days.length > 2 ? Math.round(between(first, last) / (days.length - 1)) : undefined
}
