// What "Check my data" found: alike findings stand together, with a count and the first few by name.
import type { Row, TableName } from '../../model/tables.ts'
import type { Target } from './references.ts'

/**
 * `shape`: a row does not look as this version knows it. `gone`: a row rests on another one that is not there. `twice`: two rows bear the
 * same number. `bytes`: a document is not what it was when it was attached.
 */
export type FindingKind = 'shape' | 'gone' | 'twice' | 'bytes'

export interface Finding {
  kind: FindingKind
  table: TableName
  /** The field in question. */
  field: string
  /** Of `gone`: where the other row should be. */
  to?: Target
  count: number
  /** The first ones. */
  examples: { id: string; name: string }[]
}

const listed = 5

/** Takes findings in one by one. */
export class Findings {
  readonly #found = new Map<string, Finding>()

  add(finding: Pick<Finding, 'kind' | 'table' | 'field' | 'to'>, row: unknown): void {
    const { kind, table, field, to } = finding
    const key = [kind, table, field, to].join(' ')
    const known = this.#found.get(key) ?? { kind, table, field, ...(to ? { to } : {}), count: 0, examples: [] }
    known.count++
    if (known.examples.length < listed) known.examples.push(calledRow(row))
    this.#found.set(key, known)
  }

  /** Most first. */
  list(): Finding[] {
    return [...this.#found.values()].sort((a, b) => b.count - a.count)
  }
}

/** A row's id and what a person calls it; of a row without its shape, too. */
function calledRow(row: unknown): { id: string; name: string } {
  const field = (name: string): string => {
    const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined
    return typeof value === 'string' ? value : ''
  }
  const name = ['name', 'contactName', 'description', 'fileName', 'code', 'no'].map(field).find((text) => text !== '') ?? ''
  return { id: field('id'), name }
}

/** Tables whose rows bear a number that only one of them may have. */
export const numbered = ['contacts', 'segments', 'campaigns', 'tasks', 'opportunities'] as const satisfies readonly TableName[]

/** The number of a row; blank when it has none. */
export const numberOf = (row: Row<(typeof numbered)[number]>): string => row.no
