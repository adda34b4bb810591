// The desk on which an opened file lies until it is taken in: the sheet, what its columns hold, the last plan, what is on the tablet.
import { ok, refuse, type Result } from '../../base/result.ts'
import { columnsOf, guessColumns, guessKind, sampleRows, type ColumnFacts } from '../../exchange/columns.ts'
import { fixFileOf, type FixWords } from '../../exchange/fixFile.ts'
import type { ImportChoices, ImportCounts, ImportPlan, ListedRows, PlannedRow } from '../../exchange/importPlan.ts'
import { splitName } from '../../core/contact/personName.ts'
import { daysOfFile, planningImport } from '../../exchange/planImport.ts'
import { readSheet } from '../../exchange/readSheet.ts'
import { textOf } from '../../exchange/sheetCells.ts'
import type { ReadChoice, Sheet } from '../../exchange/sheet.ts'
import type { Failure } from '../../model/failure.ts'
import type { ImportColumn, ImportKind, ImportMapping } from '../../model/importMapping.ts'
import type { Occasion } from '../../model/occasion.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { guarded } from '../../storage/failure.ts'
import { readGround, type ImportGround } from './importGround.ts'
import { columnsByMapping, keepMapping, recognisedMapping } from './importMappings.ts'
import type { FixFile, ImportTile, OpenedFile, SplitName, TakenImport } from './imports.ts'
import { storeImport } from './importStore.ts'
import type { JobBook } from './jobBook.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

const gone = refuse({ code: 'importGone' } as const)

interface Opened {
  sheet: Sheet
  facts: ColumnFacts[]
  mapping: ImportMapping | undefined
}

interface Planned {
  /** The choices it was made for, and the last commit it knows. */
  key: string
  rev: number
  plan: ImportPlan
  /** The rows behind each tile, by their place in the plan. */
  tiles: Record<ImportTile, Uint32Array>
  listed: ListedRows
}

/** How far a long reading or planning is, and whether somebody wants it to stop. */
interface Watch {
  progress: (done: number, total: number) => void
  stopped: () => boolean
}

export class ImportDesk {
  #opened: Opened | undefined
  #planned: Planned | undefined
  #ground: (ImportGround & { key: string }) | undefined

  constructor(
    private readonly db: Database,
    private readonly book: JobBook,
  ) {}

  async open(bytes: ArrayBuffer, fileName: string, choice: ReadChoice, job: number): Promise<Result<OpenedFile, Failure>> {
    this.close()
    const read = await readSheet(new Uint8Array(bytes), fileName, choice, () => this.book.stopped(job))
    if (!read.ok) return read
    const sheet = read.value
    const facts = columnsOf(sheet)
    if (this.book.stopped(job)) return refuse({ code: 'stopped' })
    const mapping = await guarded(() => recognisedMapping(this.db, sheet))
    if (!mapping.ok) return mapping
    this.#opened = { sheet, facts, mapping: mapping.value }
    return ok(openedFile(this.#opened, mapping.value?.kind ?? guessKind(sheet)))
  }

  guessAs(kind: ImportKind, mapped = true): Promise<Result<OpenedFile, Failure>> {
    if (this.#opened && !mapped) this.#opened.mapping = undefined
    return Promise.resolve(this.#opened ? ok(openedFile(this.#opened, kind)) : gone)
  }

  async check(choices: ImportChoices, occasion: PlainOccasion, job: number): Promise<Result<{ counts: ImportCounts }, Failure>> {
    const planned = await this.#plan(choices, occasionOf(occasion), this.#watch(job))
    return planned.ok ? ok({ counts: planned.value.plan.counts }) : planned
  }

  rows(tile: ImportTile, from: number, count: number): PlannedRow[] {
    const planned = this.#planned
    return planned ? Array.from(planned.tiles[tile].subarray(from, from + count), planned.listed.rowAt) : []
  }

  splitNames(column: number, order: ImportColumn['nameOrder'], listed: number): SplitName[] {
    const names = new Map<string, SplitName>()
    for (const { cells } of this.#opened?.sheet.rows ?? []) {
      if (names.size >= listed) break
      const cell = textOf(cells[column])
      if (cell !== '' && !names.has(cell)) names.set(cell, { cell, ...splitName(cell, order) })
    }
    return [...names.values()]
  }

  /** Planned once more when something was written since the check; and again when another window writes in between. */
  async take(choices: ImportChoices, plain: PlainOccasion, saveAs: string, job: number): Promise<Result<TakenImport, Failure>> {
    const opened = this.#opened
    if (!opened) return gone
    const watch = this.#watch(job)
    const occasion = occasionOf(plain)
    for (let attempt = 1; ; attempt++) {
      const planned = await this.#plan(choices, occasion, watch)
      if (!planned.ok) return planned
      const { plan } = planned.value
      const file = { plan, fileName: opened.sheet.fileName, kind: choices.kind, at: occasion.now }
      const done = await storeImport(this.db, file, watch.progress, watch.stopped)
      if (done.ok) {
        await keepMapping(this.db, opened.sheet, choices, { name: saveAs.trim(), recognised: opened.mapping }, occasion)
        this.#ground = undefined
        return ok({ ...done.value, counts: plan.counts, people: plan.people })
      }
      if (done.failure.code !== 'stale' || attempt === 3) return done
      this.#planned = undefined
    }
  }

  /** Of the last plan, if it was made for these choices: after the import, too. */
  async fixFile(choices: ImportChoices, occasion: PlainOccasion, words: FixWords): Promise<Result<FixFile, Failure>> {
    const opened = this.#opened
    if (!opened) return gone
    const asked = this.#planned?.key === keyOf(choices) ? this.#planned : undefined
    const planned = asked ? ok(asked) : await this.#plan(choices, occasionOf(occasion), silent)
    if (!planned.ok) return planned
    const name = `${opened.sheet.fileName.replace(/\.[^.]*$/, '')}.fix.csv`
    return ok({ name, ...fixFileOf(opened.sheet, planned.value.plan, choices, words) })
  }

  close(): void {
    this.#opened = undefined
    this.#planned = undefined
    this.#ground = undefined
  }

  #watch = (job: number): Watch => ({
    progress: (done, total) => this.book.progress(job, done, total),
    stopped: () => this.book.stopped(job),
  })

  async #plan(choices: ImportChoices, occasion: Occasion, watch: Watch): Promise<Result<Planned, Failure>> {
    const opened = this.#opened
    if (!opened) return gone
    const key = keyOf(choices)
    const read = await guarded(() => this.#groundFor(opened.sheet, choices))
    if (!read.ok) return read
    if (this.#planned?.key === key && this.#planned.rev === read.value.rev) return ok(this.#planned)
    const total = opened.sheet.rows.length
    const steps = planningImport(opened.sheet, choices, read.value.existing, occasion)
    const plan = await inTurns(steps, (done) => watch.progress(Math.floor(done), total), watch.stopped)
    if (!plan.ok) return plan
    // Another file may have been laid on the desk meanwhile.
    if (this.#opened !== opened) return gone
    const listed = plan.value.listed ?? listedRows(plan.value.rows)
    this.#planned = { key, rev: read.value.rev, plan: plan.value, listed, tiles: tilesOf(listed) }
    return ok(this.#planned)
  }

  async #groundFor(sheet: Sheet, choices: ImportChoices): Promise<ImportGround> {
    const days = daysOfFile(sheet, choices)
    const key = [choices.kind, ...days].join(' ')
    const rev = await lastRev(this.db)
    if (this.#ground?.rev !== rev || this.#ground.key !== key) {
      this.#ground = undefined
      this.#ground = { ...(await readGround(this.db, choices.kind, days)), key }
    }
    return this.#ground
  }
}

const silent: Watch = { progress: () => undefined, stopped: () => false }
const keyOf = (choices: ImportChoices) => JSON.stringify(choices)

/** Runs to the end; now and then others get a turn, so that a stop is heard. */
async function inTurns<T>(steps: Generator<number, T>, told: (done: number) => void, stopped: () => boolean): Promise<Result<T, Failure>> {
  let last = performance.now()
  for (;;) {
    const step = steps.next()
    if (stopped()) return refuse({ code: 'stopped' })
    if (step.done) return ok(step.value)
    if (performance.now() - last < 50) continue
    told(step.value)
    await new Promise((next) => setTimeout(next))
    last = performance.now()
  }
}

const listedRows = (rows: readonly PlannedRow[]): ListedRows => ({
  length: rows.length,
  kindAt: (index) => rows[index]?.kind ?? 'problem',
  hasProblems: (index) => (rows[index]?.problems.length ?? 0) > 0,
  isDiffering: (index) => rows[index]?.differs !== undefined,
  isOut: (index) => rows[index]?.out ?? true,
  rowAt: (index) => rows[index]!,
})

/** The rows behind the tiles: first those that are kept against the file, then those with something to be told, last those that say nothing new. */
function tilesOf(rows: ListedRows): Planned['tiles'] {
  const told: Record<ImportTile, number[]> = { new: [], update: [], duplicate: [], problem: [] }
  const others: typeof told = { new: [], update: [], duplicate: [], problem: [] }
  const [differing, unchanged]: [number[], number[]] = [[], []]
  for (let at = 0; at < rows.length; at++) {
    const kind = rows.kindAt(at)
    if (rows.isDiffering(at) && (kind === 'update' || kind === 'unchanged')) differing.push(at)
    else if (kind === 'unchanged') unchanged.push(at)
    else (rows.hasProblems(at) ? told : others)[kind].push(at)
  }
  const all = (tile: ImportTile) => Uint32Array.from([...told[tile], ...others[tile]])
  const update = Uint32Array.from([...differing, ...told.update, ...others.update, ...unchanged])
  return { new: all('new'), update, duplicate: all('duplicate'), problem: all('problem') }
}

function openedFile({ sheet, facts, mapping }: Opened, kind: ImportKind): OpenedFile {
  const known = mapping?.kind === kind ? mapping : undefined
  const guesses = known ? columnsByMapping(sheet, known, facts) : guessColumns(sheet, kind, facts)
  const { source, fileName, encoding, separator, sheetNames, sheetName, hasHeader, uneven, padded, notes } = sheet
  return {
    source,
    fileName,
    hasHeader,
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(sheetNames && { sheetNames }),
    ...(sheetName !== undefined && { sheetName }),
    rows: sheet.rows.length,
    uneven: uneven.length,
    padded,
    notes,
    sample: sampleRows(sheet),
    columns: facts.map(({ header, samples, filled }, at) => {
      const { column = {}, sure = false, asks, example } = guesses[at] ?? {}
      return { header, samples, filled, guess: column, sure, ...(asks && { asks }), ...(example !== undefined && { example }) }
    }),
    kind,
    ...(known && { recognised: { name: known.name, usedAt: known.usedAt } }),
  }
}
