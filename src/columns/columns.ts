// All columns: one row for each contact. A row is given to every id that is spoken of, also to one that nobody has (yet, or any more): so an
// entry keeps its owner while the contact is deleted, and has it again when that is undone. Row 0 is nobody.
import { isDay, type Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import { readUuid } from '../base/packedIds.ts'
import { isCadence } from '../core/contact/cadence.ts'
import { choiceOf, createdOn, flagOf, textOf } from '../core/criteria/values.ts'
import type { TargetGroup } from '../model/campaign.ts'
import type { Contact } from '../model/contact.ts'
import { ChoiceField, FlagField, TextField } from '../model/criteria.ts'
import type { CampaignId, LoggedSegmentId, SegmentId } from '../model/ids.ts'
import type { SegmentLines } from '../model/segment.ts'
import type { Cadence } from '../model/settings.ts'
import type { Bitmap, SetKind } from './answers.ts'
import { put, wordsFor } from './bitmap.ts'
import { Entries } from './entries.ts'
import { IdTable } from './ids.ts'
import { numberOfDay, NumberColumn, roomFor } from './numbers.ts'
import { Purchases } from './purchases.ts'
import { SetColumn } from './setColumn.ts'
import { TextColumn } from './textColumn.ts'

/** Texts that no criterion asks for; they are found by search. */
const extraTexts = ['name2', 'title', 'formerNos', 'email2', 'fax'] as const
type ExtraText = (typeof extraTexts)[number]
export type OwnText = Exclude<TextField, 'companyName'> | ExtraText
export type OwnChoice = Exclude<ChoiceField, 'type'>
export type OwnDay = 'birthday' | 'createdAt' | 'changedAt'
/** `posted`: has a street or box and a town; `placed`: has anything of an address. */
export type Flag = FlagField | 'live' | 'isCompany' | 'sample' | 'posted' | 'placed'

export const ownTexts: readonly OwnText[] = [...TextField.options.filter((field) => field !== 'companyName'), ...extraTexts]
export const ownChoices: readonly OwnChoice[] = ChoiceField.options.filter((field) => field !== 'type')
export const ownDays: readonly OwnDay[] = ['birthday', 'createdAt', 'changedAt']
export const setKinds: readonly SetKind[] = ['mailingGroup', 'answer', 'jobResponsibility', 'industryGroup', 'businessRelation']
export const flags: readonly Flag[] = [...FlagField.options, 'live', 'isCompany', 'sample', 'posted', 'placed']

const each = <K extends string, V>(keys: readonly K[], make: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>

export interface ColumnParts {
  ids: IdTable
  texts: Record<OwnText, TextColumn>
  choices: Record<OwnChoice, TextColumn>
  sets: Record<SetKind, SetColumn>
  days: Record<OwnDay, NumberColumn>
  flags: Record<Flag, Uint32Array>
  /** The row of the company: a company's own; 0 for none. */
  employer: Uint32Array
  entries: Entries
  purchases: Purchases
  /** Rows of the people on each open segment, each once. */
  lists: Map<SegmentId, Uint32Array>
  cancelled: ReadonlySet<LoggedSegmentId>
  /** Each contact's own rhythm: the days and one more; 1 is never, 0 as its classes. */
  rhythm: NumberColumn
  /** Rhythms of classes. */
  cadences: readonly Cadence[]
  /** Rows of those whom each active campaign is for. */
  targets: Map<CampaignId, Uint32Array>
}

const emptyParts = (): ColumnParts => ({
  ids: new IdTable(),
  texts: each(ownTexts, () => TextColumn.empty()),
  choices: each(ownChoices, () => TextColumn.empty()),
  sets: each(setKinds, () => new SetColumn()),
  days: each(ownDays, () => new NumberColumn(new Uint16Array(32))),
  flags: each(flags, () => new Uint32Array(1)),
  employer: new Uint32Array(32),
  entries: new Entries(),
  purchases: new Purchases(),
  lists: new Map(),
  cancelled: new Set(),
  rhythm: new NumberColumn(new Uint8Array(32)),
  cadences: [],
  targets: new Map(),
})

const noContacts = { contacts: new Map() }
const words = new Uint32Array(4)

export class Columns {
  readonly parts: ColumnParts

  constructor(parts: ColumnParts = emptyParts()) {
    this.parts = parts
    if (parts.ids.count === 0) parts.ids.add('')
  }

  get rows(): number {
    return this.parts.ids.count
  }

  get words(): number {
    return wordsFor(this.rows)
  }

  /** Those who are there. */
  get live(): Bitmap {
    return this.parts.flags.live
  }

  putContact(contact: Contact): number {
    const { parts } = this
    const row = this.rowFor(contact.id)
    for (const field of ownTexts)
      parts.texts[field].set(row, isExtra(field) ? extraText(contact, field) : textOf(contact, field, noContacts))
    for (const field of ownChoices) parts.choices[field].set(row, choiceOf(contact, field))
    for (const kind of setKinds) parts.sets[kind].set(row, ownIds(contact, kind))
    parts.days.birthday.set(row, numberOfDay(contact.type === 'person' ? contact.birthday : undefined))
    parts.rhythm.set(row, isRhythm(contact.cadenceDays) ? contact.cadenceDays + 1 : 0)
    parts.days.createdAt.set(row, createdNumber(contact.id))
    parts.days.changedAt.set(row, numberOfDay(dayIn(contact.changedAt)))
    for (const field of FlagField.options) this.#setFlag(field, row, flagOf(contact, field))
    this.#setFlag('isCompany', row, contact.type === 'company')
    this.#setFlag('sample', row, contact.sample === true)
    const street = contact.address.trim() !== '' || contact.address2.trim() !== ''
    const city = contact.city.trim() !== ''
    this.#setFlag('posted', row, street && city)
    this.#setFlag('placed', row, street || city || contact.postCode.trim() !== '')
    this.#setFlag('live', row, true)
    this.#employ(row, contact.type === 'company' ? row : contact.companyId ? this.rowFor(contact.companyId) : 0)
    return row
  }

  /** Nothing of it stays but its id, which others may speak of. */
  removeContact(row: number): void {
    const { parts } = this
    for (const field of ownTexts) parts.texts[field].set(row, '')
    for (const field of ownChoices) parts.choices[field].set(row, '')
    for (const kind of setKinds) parts.sets[kind].set(row, [])
    for (const field of ownDays) parts.days[field].set(row, 0)
    parts.rhythm.set(row, 0)
    for (const flag of flags) this.#setFlag(flag, row, false)
    this.#employ(row, 0)
  }

  putLines({ id, lines }: SegmentLines): void {
    const rows = new Set<number>()
    for (const { contactId } of lines) rows.add(this.rowFor(contactId))
    this.parts.lists.set(id, Uint32Array.from(rows).sort())
  }

  putTargets({ id, contactIds }: TargetGroup): void {
    this.parts.targets.set(id, Uint32Array.from(new Set(contactIds.map((contactId) => this.rowFor(contactId)))).sort())
  }

  /** Its row; an id that was never spoken of gets one. */
  rowFor(id: string): number {
    return this.parts.ids.add(id)
  }

  #setFlag(flag: Flag, row: number, value: boolean): void {
    const { flags } = this.parts
    if (row >>> 5 >= flags[flag].length) flags[flag] = longer(flags[flag], roomFor(row + 1, flags[flag].length << 5) >>> 5)
    put(flags[flag], row, value)
  }

  #employ(row: number, company: number): void {
    if (row >= this.parts.employer.length) this.parts.employer = longer(this.parts.employer, roomFor(row + 1, this.parts.employer.length))
    this.parts.employer[row] = company
  }

  /** Every column has room for all rows that were given: no loop has to ask for its end. */
  reserve(): void {
    const { parts, rows } = this
    const room = roomFor(rows, 0)
    for (const field of ownTexts) parts.texts[field].reserve(rows)
    for (const field of ownChoices) parts.choices[field].reserve(rows)
    for (const kind of setKinds) parts.sets[kind].reserve(rows)
    for (const field of ownDays) parts.days[field].reserve(rows)
    parts.rhythm.reserve(rows)
    for (const flag of flags) if (parts.flags[flag].length < room >>> 5) parts.flags[flag] = longer(parts.flags[flag], room >>> 5)
    if (parts.employer.length < room) parts.employer = longer(parts.employer, room)
  }

  bytes(): number {
    const { parts } = this
    const columns = [parts.ids, ...Object.values(parts.texts), ...Object.values(parts.choices), ...Object.values(parts.sets)]
    const arrays = [
      ...Object.values(parts.flags),
      ...Object.values(parts.days).map(({ data }) => data),
      ...parts.lists.values(),
      ...parts.targets.values(),
      parts.rhythm.data,
    ]
    const sum = columns.reduce((all, column) => all + column.bytes(), parts.entries.bytes() + parts.purchases.bytes())
    return arrays.reduce((all, { byteLength }) => all + byteLength, sum + parts.employer.byteLength)
  }
}

function longer(before: Uint32Array, length: number): Uint32Array {
  const after = new Uint32Array(length)
  after.set(before)
  return after
}

const isRhythm = (days: number | undefined): days is number => days !== undefined && (days === 0 || isCadence(days))

const isExtra = (field: OwnText): field is ExtraText => (extraTexts as readonly OwnText[]).includes(field)

/** What stands in it; `formerNos` are the numbers of those who were merged into this contact. */
export function extraText(contact: Contact, field: ExtraText): string {
  switch (field) {
    case 'title':
      return contact.type === 'person' ? (contact.title ?? '') : ''
    case 'formerNos':
      return (contact.former ?? []).map(({ no }) => no).join(' ')
    case 'name2':
    case 'email2':
    case 'fax':
      return contact[field] ?? ''
  }
  return exhaustive(field)
}

/** Lists of a company stand at the company; its people ask there. */
function ownIds(contact: Contact, kind: SetKind): readonly string[] {
  switch (kind) {
    case 'mailingGroup':
      return contact.mailingGroupIds
    case 'answer':
      return contact.answerIds
    case 'jobResponsibility':
      return contact.type === 'person' ? contact.jobResponsibilityIds : []
    case 'industryGroup':
      return contact.type === 'company' ? contact.industryGroupIds : []
    case 'businessRelation':
      return contact.type === 'company' ? contact.businessRelations.map(({ businessRelationId }) => businessRelationId) : []
  }
}

/** The day that an id tells, read from its bits. */
function createdNumber(id: string): number {
  if (!readUuid(id, words)) return numberOfDay(createdOn(id))
  if ((words[1]! & 0xf000) !== 0x7000 || words[2]! >>> 30 !== 2) return 0
  const days = Math.floor((words[0]! * 0x10000 + (words[1]! >>> 16)) / 86_400_000)
  return days > 2_932_896 ? 0 : days + 25568
}

let lastInstant = ''
let lastDay: Day | undefined

function dayIn(instant: string): Day | undefined {
  const text = instant.slice(0, 10)
  if (text !== lastInstant) {
    lastInstant = text
    lastDay = isDay(text) ? text : undefined
  }
  return lastDay
}
