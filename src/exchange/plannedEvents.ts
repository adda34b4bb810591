// What interactions and purchases of a file have in common: a row is new, says what is there already, or stays out with a reason.
import type { Contact } from '../model/contact.ts'
import type { ContactId } from '../model/ids.ts'
import type { ImportChoices, ImportPlan, PlannedRow, RowProblem } from './importPlan.ts'
import type { MadeLists } from './madeLists.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import { countsOf, placeOf } from './plannedContacts.ts'

/** What a row would become, or why it becomes nothing. */
export interface Event<Row> {
  lineNo: number
  /** Whom the row names, as it stands there. */
  name: string
  companyName: string
  email: string
  problems: RowProblem[]
  contact?: Contact
  row?: Row
  /** Its words in short. */
  words: string
}

/** The same thing said twice is two things; said again in another file it is the same two. */
class Known {
  readonly #left = new Map<string, number>()
  add = (key: string) => this.#left.set(key, (this.#left.get(key) ?? 0) + 1)
  take(key: string): boolean {
    const left = this.#left.get(key) ?? 0
    if (left > 0) this.#left.set(key, left - 1)
    return left > 0
  }
}

export function planEvents<Row extends { id: string }>(
  events: readonly Event<Row>[],
  known: readonly Row[],
  keyOf: (row: Row) => string,
  choices: ImportChoices,
): { rows: PlannedRow[]; made: Row[]; people: ContactId[]; counts: ImportPlan['counts'] } {
  const there = new Known()
  for (const row of known) there.add(keyOf(row))
  const made: Row[] = []
  const people = new Set<ContactId>()
  const rows = events.map((event): PlannedRow => {
    const { row, contact } = event
    const decision = choices.decisions[event.lineNo]?.as
    const isOut = row === undefined || decision === 'leaveOut' || decision === 'later'
    const isKnown = row !== undefined && there.take(keyOf(row))
    if (contact && !isOut) people.add(contact.id)
    if (row && !isOut && !isKnown) made.push(row)
    const kind = row === undefined ? 'problem' : isKnown ? 'unchanged' : 'new'
    const planned = { lineNo: event.lineNo, kind, out: isOut, ...shown(event), problems: event.problems, ...(decision && { decision }) }
    return planned as PlannedRow
  })
  return { rows, made, people: [...people], counts: { ...countsOf(rows), companiesMade: 0 } }
}

function shown<Row>({ name, companyName, email, contact, words }: Event<Row>) {
  const phone = contact ? contact.phone || contact.mobilePhone : ''
  const match = contact && {
    contactId: contact.id,
    name: contact.name,
    companyName: '',
    place: placeOf(contact.postCode, contact.city),
    phone,
    email: contact.email,
    because: [],
  }
  return { name: contact?.name ?? name, companyName, place: words, phone, email: contact?.email ?? email, ...(match && { match }) }
}

/** The rows rest on the people they are about: each must still be there. */
export function changesOf(put: Changes['put'], rests: ReadonlyMap<string, Contact>, lists?: MadeLists): Changes {
  const changes = noChanges()
  Object.assign(changes.put, put)
  lists?.putInto(changes)
  for (const { id, rev } of rests.values()) changes.requires.push({ table: 'contacts', id, rev })
  return changes
}
