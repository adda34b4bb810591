// Rows of a list that go into another one, and a code that becomes another one: whatever named the one names the other.
// A list that is tidied up changes nothing about a contact: her date of change stays.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { SalutationFormulaId } from '../../model/ids.ts'
import { formulaId, type Salutation, type SalutationFormula } from '../../model/lists.ts'
import { noChanges, tableNames, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { codedLists, type SetupList } from '../contact/lists.ts'
import { namedIn, renamedRow, type Renaming } from './mentions.ts'

export interface ListMerge {
  list: SetupList
  /** Ids, or codes of salutations, countries and languages. */
  from: readonly string[]
  to: string
  /** The salutation gets another code: it is what stays, under its new code. */
  salutation?: Salutation
}

/** Rows that name what goes, by table. */
export type Naming = { [T in TableName]?: Row<T>[] }

/** How many rows of each table name another one from now on. */
export type Followed = Partial<Record<TableName, number>>

/** Failures: `listMergeDocuments` when a template would have two documents in one language. */
export function planListMerge(
  merge: ListMerge,
  naming: Naming,
  salutations: readonly Salutation[] = [],
): Result<{ changes: Changes; followed: Followed }, Failure> {
  const changes: Changes = { ...noChanges(), remove: removed(merge, salutations) }
  const followed: Followed = {}
  const to = renamingOf(merge)
  for (const table of tableNames) {
    if (table === 'salutationFormulas') continue
    const rows = naming[table] as Row<typeof table>[] | undefined
    const after = rows?.flatMap((row) => changedOnly(row, renamedRow(table, row, merge.list, to))) ?? []
    if (after.length === 0) continue
    Object.assign(changes.put, { [table]: after })
    followed[table] = after.length
  }
  if (merge.salutation) changes.put.salutations = [merge.salutation]
  formulasOf(merge, naming.salutationFormulas ?? [], changes)
  const twice = (changes.put.templates ?? []).filter(({ documents }) => hasRepeats(documents.map(({ languageCode }) => languageCode)))
  if (twice.length > 0) return refuse({ code: 'listMergeDocuments', names: twice.map(({ description, code }) => description || code) })
  return ok({ changes, followed })
}

export const renamingOf = ({ from, to }: Pick<ListMerge, 'from' | 'to'>): Renaming => {
  const goes = new Set(from)
  return (key) => (goes.has(key) ? to : key)
}

const changedOnly = <R>(before: R, after: R): R[] => (after === before ? [] : [after])
const hasRepeats = (keys: readonly string[]): boolean => new Set(keys).size < keys.length

/** The rows of the list itself that go; countries and languages have none. */
function removed({ list, from, salutation }: ListMerge, salutations: readonly Salutation[]): Changes['remove'] {
  if (list === 'salespeople') return { salespeople: [...from] }
  if (list === 'salutations') {
    const gone = salutations.filter(({ code, id }) => from.includes(code) && id !== salutation?.id)
    return gone.length > 0 ? { salutations: gone.map(({ id }) => id) } : {}
  }
  const table = codedLists.find((name) => name === list)
  return table ? { [table]: [...from] } : {}
}

/**
 * Greeting lines of one's own. With a new code, or another spelling of a language, they move along, where there is none yet; those of a
 * salutation that goes into another one go with it: everybody is greeted as the other one is.
 */
function formulasOf(merge: ListMerge, rows: readonly SalutationFormula[], changes: Changes): void {
  const to = renamingOf(merge)
  const taken = new Set(rows.map(({ id }) => id))
  const gone: SalutationFormulaId[] = []
  const moved: SalutationFormula[] = []
  for (const row of rows) {
    if (![...namedIn('salutationFormulas', row, merge.list)].some((key) => merge.from.includes(key))) continue
    const after = renamedRow('salutationFormulas', row, merge.list, to)
    const id = formulaId(after.salutationCode, after.languageCode, after.kind)
    if (id === row.id) {
      moved.push(after)
      continue
    }
    gone.push(row.id)
    if ((merge.list === 'salutations' && !merge.salutation) || taken.has(id)) continue
    taken.add(id)
    moved.push({ ...after, id, rev: 0 })
  }
  if (gone.length > 0) changes.remove.salutationFormulas = gone
  if (moved.length > 0) changes.put.salutationFormulas = moved
}

/** Companies that had a number or a search word with both, each another one: that of the row that stays is kept. */
export function differing(merge: ListMerge, naming: Naming): number {
  const { list, from, to } = merge
  if (list !== 'businessRelations' && list !== 'webSources') return 0
  return (naming.contacts ?? []).filter((contact) => {
    if (contact.type !== 'company') return false
    const held =
      list === 'businessRelations'
        ? contact.businessRelations.map(({ businessRelationId, no }) => [businessRelationId, no] as const)
        : (contact.webSources ?? []).map(({ webSourceId, searchWord }) => [webSourceId, searchWord] as const)
    const words = held.filter(([key, word]) => word !== '' && (key === to || from.includes(key))).map(([, word]) => word)
    return new Set(words).size > 1
  }).length
}
