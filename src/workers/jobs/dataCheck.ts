// "Check my data": every row is held against the shape this version knows, every row it rests on is looked for, every document is compared
// with what it was. Nothing is changed.
import { ok, refuse, type Result } from '../../base/result.ts'
import { stateId } from '../../core/handOver/stamp.ts'
import { Findings, numbered, numberOf, type Finding } from '../../core/dataCheck/findings.ts'
import { referencesOf, type Target } from '../../core/dataCheck/references.ts'
import type { Failure } from '../../model/failure.ts'
import { tableNames, tables, type Row, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { eachContact } from '../../storage/read/pending.ts'
import { inPortions } from '../../storage/read/rows.ts'
import type { JobBook } from './jobBook.ts'

export interface DataChecked {
  rows: number
  findings: Finding[]
}

export interface DataCheckJobs {
  /** Progress counts rows. Failures: `stopped`, disk trouble. */
  checkData: (job: number) => Promise<Result<DataChecked, Failure>>
}

class Stopped extends Error {}

export const dataCheckJobs = (db: Database, book: JobBook): DataCheckJobs => ({
  checkData: async (job) => {
    const check = new DataCheck(db, (done, total) => {
      if (book.stopped(job)) throw new Stopped()
      book.progress(job, done, total)
    })
    try {
      return ok(await check.run())
    } catch (error) {
      if (error instanceof Stopped) return refuse({ code: 'stopped' })
      throw error
    }
  },
})

class DataCheck {
  readonly #db: Database
  readonly #told: (done: number, total: number) => void
  readonly #findings = new Findings()
  readonly #there = new Map<Target, Set<string>>()
  readonly #numbers = new Map<TableName, Set<string>>()
  #done = 0
  #total = 0

  constructor(db: Database, told: (done: number, total: number) => void) {
    this.#db = db
    this.#told = told
  }

  async run(): Promise<DataChecked> {
    await this.#know()
    for (const name of tableNames) {
      await this.#each(name, (rows) => {
        for (const row of rows) this.#look(name, row)
        this.#done += rows.length
        this.#told(this.#done, this.#total)
      })
    }
    return { rows: this.#done, findings: this.#findings.list() }
  }

  /** Which rows are there, before any is asked what it rests on. */
  async #know(): Promise<void> {
    for (const name of tableNames) {
      const ids = new Set<string>(await this.#db.table<unknown, string>(name).toCollection().primaryKeys())
      this.#there.set(name, ids)
      this.#total += ids.size
    }
    const contacts = this.#there.get('contacts')
    await eachContact(this.#db, (rows) => rows.forEach(({ id }) => contacts?.add(id)))
    const answers = (await this.#db.questionnaires.toArray()).flatMap(({ questions }) => questions.flatMap((question) => question.answers))
    this.#there.set('answers', new Set(answers.map(({ id }) => id)))
  }

  async #each(name: TableName, take: (rows: { id: string }[]) => void): Promise<void> {
    if (name === 'contacts') return eachContact(this.#db, take)
    if (name === 'attachments') return this.#documents(take)
    await inPortions(this.#db.table<{ id: string }, string>(name), take)
  }

  #look(table: TableName, row: { id: string }): void {
    const shaped = tables[table].safeParse(row)
    if (!shaped.success) {
      this.#findings.add({ kind: 'shape', table, field: (shaped.error.issues[0]?.path ?? []).join('.') }, row)
      return
    }
    for (const { field, to, id } of referencesOf(table, row as Row<TableName>))
      if (!this.#there.get(to)?.has(id) && !this.#stayedThere(table, row.id, to))
        this.#findings.add({ kind: 'gone', table, field, to }, row)
    for (const name of numbered) if (name === table) this.#number(name, row as Row<typeof name>)
  }

  /** A row that another tablet handed over may rest on a segment or an opportunity that stayed there. */
  #stayedThere(table: TableName, id: string, to: Target): boolean {
    const mayStay = to === 'loggedSegments' || to === 'callRounds' || to === 'opportunities'
    return mayStay && this.#there.get('handOverStates')?.has(stateId(table, id)) === true
  }

  #number(table: (typeof numbered)[number], row: Row<(typeof numbered)[number]>): void {
    const no = numberOf(row)
    const known = this.#numbers.get(table) ?? new Set()
    this.#numbers.set(table, known)
    if (no !== '' && known.has(no)) this.#findings.add({ kind: 'twice', table, field: 'no' }, row)
    known.add(no)
  }

  /** Documents are large: one after the other. */
  async #documents(take: (rows: { id: string }[]) => void): Promise<void> {
    for (const id of this.#there.get('attachments') ?? []) {
      const document = await this.#db.attachments.get(id)
      if (!document) continue
      take([document])
      if (document.bytes instanceof ArrayBuffer) await this.#compare(document)
    }
  }

  /** A document's id says what its bytes are. */
  async #compare(row: Row<'attachments'>): Promise<void> {
    const digest = await crypto.subtle.digest('SHA-256', row.bytes)
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    if (hex !== row.id) this.#findings.add({ kind: 'bytes', table: 'attachments', field: 'bytes' }, row)
  }
}
