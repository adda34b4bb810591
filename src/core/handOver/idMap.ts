// The same thing may have another key on another tablet: a mailing group that both made under one code, a contact that was merged into another
// one. What comes is led to the keys of this tablet before anything is compared.
import type { Contact } from '../../model/contact.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { AllRows, TableName } from '../../model/tables.ts'
import type { HandOverState } from '../../model/handOver.ts'
import type { AnyRow } from './parts.ts'
import { stateId } from './stamp.ts'

/** Short lists in which a code stands once. */
export const codedTables = [
  ...(['mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities', 'organizationalLevels', 'territories'] as const),
  ...(['webSources', 'salespeople', 'interactionGroups', 'campaignStatuses', 'salutations', 'questionnaires'] as const),
]

export type Ways = ReadonlyMap<string, string>

/** What is looked at to find the same things here. */
export type Lists = { [T in (typeof codedTables)[number]]: AllRows[T] }

/** Rows of short lists that stand here under another key: found by their code, of questionnaires also the questions and answers. */
export function waysOfLists(rows: Partial<Record<TableName, readonly AnyRow[]>>, lists: Lists): Map<string, string> {
  const ways = new Map<string, string>()
  for (const table of codedTables) {
    const own = lists[table] as readonly { id: string; code: string }[]
    const known = new Set(own.map(({ id }) => id))
    const byCode = new Map(own.map((row) => [codeOf(row), row]))
    for (const row of (rows[table] ?? []) as unknown as readonly { id: string; code: string }[]) {
      const same = known.has(row.id) || codeOf(row) === '' ? undefined : byCode.get(codeOf(row))
      if (!same) continue
      ways.set(row.id, same.id)
      if (table === 'questionnaires') waysOfAnswers(row as unknown as Questionnaire, same as unknown as Questionnaire, ways)
    }
  }
  return ways
}

const codeOf = ({ code }: { code: string }) => code.trim().toUpperCase()
const plain = (text: string) => text.trim().toLowerCase()

function waysOfAnswers(theirs: Questionnaire, mine: Questionnaire, ways: Map<string, string>): void {
  for (const question of theirs.questions) {
    const same = mine.questions.find(({ description }) => plain(description) === plain(question.description))
    if (!same) continue
    ways.set(question.id, same.id)
    for (const answer of question.answers) {
      const one = same.answers.find(({ description }) => plain(description) === plain(answer.description))
      if (one) ways.set(answer.id, one.id)
    }
  }
}

/** Contacts that were merged, here or there: both tablets mean the same person. */
export function waysOfContacts(theirs: readonly Contact[], mine: readonly Contact[], isHere: (id: string) => boolean): Map<string, string> {
  const ways = new Map<string, string>()
  for (const contact of mine) for (const { id } of contact.former ?? []) if (!isHere(id)) ways.set(id, contact.id)
  for (const contact of theirs) {
    if (isHere(contact.id) || ways.has(contact.id)) continue
    const same = (contact.former ?? []).find(({ id }) => isHere(id) || ways.has(id))
    if (same) ways.set(contact.id, ways.get(same.id) ?? same.id)
  }
  return ways
}

/** Any value with all keys in it led; itself where none is. */
export function led<V>(value: V, ways: Ways): V {
  if (ways.size === 0) return value
  return walk(value, ways) as V
}

function walk(value: unknown, ways: Ways): unknown {
  if (typeof value === 'string') return ways.get(value) ?? value
  if (Array.isArray(value)) {
    const after = (value as unknown[]).map((one) => walk(one, ways))
    if (after.every((one, at) => one === value[at])) return value
    return after.every((one) => typeof one === 'string') ? [...new Set(after)] : after
  }
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return value
  let after: Record<string, unknown> | undefined
  for (const [name, field] of Object.entries(value)) {
    const now = walk(field, ways)
    if (now !== field) (after ??= { ...value })[name] = now
  }
  return after ?? value
}

/** What is known of a row, under the key it has here. Marks of words stay as they are: they are made anew when the row is merged. */
export function ledState(state: HandOverState, ways: Ways): HandOverState {
  if (ways.size === 0) return state
  const [table = '', id = ''] = splitId(state.id)
  const base = state.base && Object.fromEntries(Object.entries(state.base).map(([part, one]) => [part, led(one, ways)]))
  return { ...state, id: stateId(table as TableName, ways.get(id) ?? id), ...(base ? { base } : {}) }
}

/** Table and key of a state. */
export function splitId(id: string): [table: TableName, id: string] {
  const at = id.indexOf(' ')
  return [id.slice(0, at) as TableName, id.slice(at + 1)]
}
