// The short lists that a file's rows name by code or by words. What is not there yet is made once, and told.
import type { Occasion } from '../model/occasion.ts'
import type { Changes, Row, TableName } from '../model/tables.ts'
import type { ContactRow } from './contactRow.ts'
import type { ExistingLists } from './existing.ts'
import { NamedList } from './namedList.ts'
import type { Links } from './rowToContact.ts'

const codedTables = [
  'mailingGroups',
  'industryGroups',
  'businessRelations',
  'jobResponsibilities',
  'organizationalLevels',
  'territories',
  'interactionGroups',
] as const
type CodedTable = (typeof codedTables)[number]

export const own = <T extends { sample?: true | undefined }>(rows: readonly T[]): T[] => rows.filter((row) => !row.sample)

const nobody: never[] = []
const namingOne = ['salespersonId', 'territoryId', 'organizationalLevelId', 'interactionGroupId'] as const
const namingSeveral = ['mailingGroupIds', 'industryGroupIds', 'jobResponsibilityIds'] as const

export class MadeLists {
  readonly #coded: { [T in CodedTable]: NamedList<Row<T>> }
  readonly #salespeople: NamedList<Row<'salespeople'>>

  constructor(existing: Pick<ExistingLists, CodedTable | 'salespeople'>, { nextId }: Occasion) {
    const list = <T extends CodedTable>(table: T) =>
      new NamedList<Row<T>>(
        own(existing[table] as readonly Row<T>[]),
        (row) => row.description,
        (code, description) => ({ id: nextId(), rev: 0, code, description }) as unknown as Row<T>,
      )
    this.#coded = Object.fromEntries(codedTables.map((table) => [table, list(table)])) as never
    this.#salespeople = new NamedList<Row<'salespeople'>>(
      own(existing.salespeople),
      (row) => row.name,
      (code, name) => ({ id: nextId(), rev: 0, code, name, jobTitle: '', phone: '', email: '', blocked: false }),
    )
  }

  idOf<T extends CodedTable>(table: T, text: string, lineNo: number): Row<T>['id'] | undefined {
    return (this.#coded[table] as unknown as NamedList<Row<T>>).idOf(text, text, lineNo)
  }

  /** Nothing is made. */
  known<T extends CodedTable>(table: T, text: string): Row<T> | undefined {
    return (this.#coded[table] as unknown as NamedList<Row<T>>).rowOf(text)
  }

  salesperson = (code: string, name: string, lineNo: number): Row<'salespeople'>['id'] | undefined =>
    this.#salespeople.idOf(code, name || code, lineNo)

  #ids<T extends CodedTable & keyof ContactRow['lists']>(table: T, { lists, lineNo }: ContactRow): Row<T>['id'][] {
    const names = lists[table]
    if (!names) return nobody
    const ids = names.map((name) => this.idOf(table, name, lineNo)).filter((id) => id !== undefined)
    return ids.length > 1 ? [...new Set(ids)] : ids
  }

  /** What a row's names mean. Industry groups and relations belong to companies: those of a person are her company's. */
  links(row: ContactRow, type: ContactRow['type']): Links {
    const company = type === 'company'
    const links: Links = {
      mailingGroupIds: this.#ids('mailingGroups', row),
      industryGroupIds: company ? this.#ids('industryGroups', row) : nobody,
      businessRelationIds: company ? this.#ids('businessRelations', row) : nobody,
      jobResponsibilityIds: company ? nobody : this.#ids('jobResponsibilities', row),
    }
    const { code, name } = row.salesperson
    if (code !== '' || name !== '') links.salespersonId = this.salesperson(code, name, row.lineNo)
    if (row.territory !== '') links.territoryId = this.idOf('territories', row.territory, row.lineNo)
    if (row.organizationalLevel !== '') links.organizationalLevelId = this.idOf('organizationalLevels', row.organizationalLevel, row.lineNo)
    return links
  }

  /** The words of a row of a list, for telling what changes. */
  wordsOf(table: CodedTable | 'salespeople', id: string): string {
    if (table === 'salespeople') return this.#salespeople.byId(id)?.name ?? ''
    return this.#coded[table].byId(id)?.description ?? ''
  }

  /** Only what these rows name is made. */
  keepOnly(rows: readonly object[]): void {
    const ids = new Set<string>()
    for (const row of rows as readonly Record<string, unknown>[]) {
      for (const field of namingOne) if (row[field] !== undefined) ids.add(row[field] as string)
      for (const field of namingSeveral) for (const id of (row[field] as string[] | undefined) ?? nobody) ids.add(id)
      for (const { businessRelationId } of (row['businessRelations'] as { businessRelationId: string }[] | undefined) ?? nobody)
        ids.add(businessRelationId)
    }
    for (const table of codedTables) this.#coded[table].keepOnly(ids)
    this.#salespeople.keepOnly(ids)
  }

  putInto(changes: Changes): void {
    for (const table of codedTables) {
      const made = this.#coded[table].made()
      if (made.length > 0) Object.assign(changes.put, { [table]: made })
    }
    const salespeople = this.#salespeople.made()
    if (salespeople.length > 0) changes.put.salespeople = salespeople
  }

  told(): { table: TableName; names: string[] }[] {
    const told: { table: TableName; names: string[] }[] = []
    for (const table of codedTables) {
      const names = this.#coded[table].made().map((row) => row.description)
      if (names.length > 0) told.push({ table, names })
    }
    const names = this.#salespeople.made().map((row) => row.name)
    if (names.length > 0) told.push({ table: 'salespeople', names })
    return told
  }
}
