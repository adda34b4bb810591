// The import from the file to what was taken in: what is being done about the file and what was chosen. The file stands beside the draft
// of the choices. When the worker began anew meanwhile, the file is sent to it again without a word.
import { refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { ImportKind } from '../../model/importMapping.ts'
import { t } from '../../text/language.svelte.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { FixFile, OpenedFile, TakenBackImport } from '../../workers/jobs/imports.ts'
import {
  decided,
  draftOfFile,
  draftOfPeople,
  largestKept,
  mendedCell,
  noWishes,
  type ImportFile,
  type ImportWishes,
  type ReadChoice,
  type RowDecision,
} from './importDraft.ts'
import { ImportChoosing } from './importChoosing.svelte.ts'
import { fileOf } from './importFile.ts'
import { countTold, noneTold, type ToldRows } from './importTold.ts'
import type { ImportCalls } from './importHouse.ts'

export class ImportWizard extends ImportChoosing {
  file = $state.raw<ImportFile | undefined>()
  /** Rises with each check: pages of rows that were read before are old. */
  checks = $state(0)
  /** Another check is on its way by itself. */
  soon = $state(false)
  /** False when the file could not be kept beside its draft: after a reload it is chosen once more. */
  kept = $state(true)
  people = $state.raw<ContactId[]>([])
  /** Rows that come in with something to be told, of the last check. */
  told = $state.raw<ToldRows>(noneTold)
  takenBack = $state.raw<TakenBackImport | undefined>()
  readonly #typed = new Map<string, [line: number, column: number, text: string]>()
  #again: ReturnType<typeof setTimeout> | undefined

  /** One decision more: the check is made again shortly, so that several in a row cost one. */
  changeSoon(patch: Partial<ImportWishes>): void {
    this.change(patch)
    this.#wait()
    this.soon = true
    this.#again = setTimeout(() => void this.check(), 350)
  }

  #wait(): void {
    clearTimeout(this.#again)
    this.soon = false
  }

  /** Opens a file that was just chosen. The one before stays when this one cannot be read. */
  async choose(chosen: File | ImportFile, reading: ReadChoice = {}): Promise<void> {
    const file = chosen instanceof File ? await this.#bytesOf(chosen) : chosen
    if (!file || this.acts) return
    const known = this.waitsFor(file.fileName, file.bytes.byteLength)
    const read = await this.work('reading', (watch) =>
      known ? this.#open(file, watch) : this.calls.open(file.bytes, file.fileName, reading, watch),
    )
    if (!read) return
    if (!known) this.#begin(file, reading)
    this.file = file
    this.chooseAgain = false
    this.#show(read)
    await this.#keep(draftOfFile, file.bytes.byteLength <= largestKept ? file : undefined)
  }
  /** What was copied somewhere, as if it were a file. */
  choosePasted(text: string): Promise<void> {
    return this.choose({ fileName: t('import.pastedName'), bytes: new TextEncoder().encode(text).buffer }, { pasted: true })
  }

  /** The draft was found: its file is opened as it was, and the work goes on where it was. */
  async resume(): Promise<void> {
    if (this.file) return
    // Taken back from the journal meanwhile, or of data that were replaced: there is nothing to be undone here.
    if (this.taken && !(await this.calls.stands(this.taken.importId))) return this.leave()
    const kept = (await this.#kept(draftOfFile)) as ImportFile | undefined
    if (this.taken) this.people = ((await this.#kept(draftOfPeople)) ?? []) as ContactId[]
    this.chooseAgain = !kept && !this.taken
    if (!kept) return
    this.file = kept
    const read = await this.work('reading', (watch) => this.#reopen(watch))
    if (!read) this.chooseAgain = this.opened === undefined
  }

  /** The same file, read in another way: its columns may be others, and decisions may stand on other rows. */
  async readAs(choice: ReadChoice): Promise<void> {
    const file = this.file
    if (!file) return
    await this.work('reading', async (watch) => {
      const reading = { ...this.#reading(), ...choice }
      const read = await this.calls.open(file.bytes, file.fileName, reading, watch)
      if (!read.ok) return read
      this.change({ reading: [reading], columns: [], decisions: [], mended: [], kind: [] })
      this.#show(read.value)
      return read
    })
  }

  /** The same file as rows of another kind. */
  async readAsKind(kind: ImportKind): Promise<void> {
    if (kind === this.kind) return
    await this.work('reading', () => this.#guessAs(kind))
  }

  /** The saved mapping that was recognised is not meant: the columns as they would be guessed without it. */
  async forgetMapping(): Promise<void> {
    this.change({ withoutMapping: true })
    await this.work('reading', () => this.#guessAs(this.kind))
  }

  splitNames: ImportCalls['splitNames'] = (...asked) => this.calls.splitNames(...asked).catch(() => [])

  decide(line: number, decision: RowDecision | undefined): void {
    this.changeSoon({ decisions: decided(this.wishes.decisions, line, decision) })
  }
  /** A cell that is being written and was not handed in: it is before anything is taken in. */
  typing(line: number, column: number, text: string | undefined): void {
    if (text === undefined) this.#typed.delete(`${line} ${column}`)
    else this.#typed.set(`${line} ${column}`, [line, column, text])
  }
  typedOf = (line: number, column: number): string | undefined => this.#typed.get(`${line} ${column}`)?.[2]
  /** @returns whether there were such cells; the rows are counted anew with them */
  async countTyped(): Promise<boolean> {
    const typed = [...this.#typed.values()]
    if (typed.length === 0) return false
    this.#typed.clear()
    this.change({ mended: typed.reduce((mended, [line, column, text]) => mendedCell(mended, line, column, text), this.wishes.mended) })
    await this.check()
    return true
  }
  mend(line: number, column: number, text: string): Promise<boolean> {
    this.typing(line, column, undefined)
    this.change({ mended: mendedCell(this.wishes.mended, line, column, text) })
    return this.check()
  }

  /** The rows that stay out, as a file; nothing when it could not be made. */
  async fixFile(words: Parameters<ImportCalls['fixFile']>[1]): Promise<FixFile | undefined> {
    return this.work('saving', (watch) => this.#withFile(watch, () => this.calls.fixFile(this.choices, words)))
  }

  async check(): Promise<boolean> {
    this.#wait()
    const { choices } = this
    const checked = await this.work('checking', (watch) => this.#withFile(watch, () => this.calls.check(choices, watch)))
    if (!checked) return false
    this.counts = checked.counts
    this.told = await countTold(this.calls.rows, checked.counts).catch(() => noneTold)
    this.checks++
    this.outdated = JSON.stringify(choices) !== JSON.stringify(this.choices)
    return true
  }

  get toldInAll(): number {
    return this.told.new + this.told.update + this.told.duplicate
  }
  /** @returns the people of the file, or nothing when it was not taken in */
  async take(): Promise<ContactId[] | undefined> {
    this.#wait()
    const { choices } = this
    const saveAs = this.wishes.mappingName.trim()
    const taken = await this.work('taking', (watch) => this.#withFile(watch, () => this.calls.take(choices, saveAs, watch)))
    if (!taken) return undefined
    const { importId, rev, counts, people } = taken
    this.people = people
    this.change({ step: 'done', taken: [{ importId, rev, counts, at: this.calls.now(), told: this.toldInAll }] })
    await Promise.all([this.draft.flush(), this.#keep(draftOfPeople, people)])
    return people
  }

  async takeBack(): Promise<void> {
    const importId = this.taken?.importId
    if (!importId) return
    this.takenBack = await this.work('takingBack', (watch) => this.calls.takeBack(importId, watch))
    if (this.takenBack) await this.#forget()
  }

  /** Done with this file, or given up: nothing of it is kept. */
  async leave(): Promise<void> {
    this.#wait()
    this.stop()
    await Promise.all([this.#forget(), this.calls.close().catch(() => undefined)])
    this.draft.value = noWishes()
    this.file = this.opened = this.counts = this.takenBack = undefined
    this.trouble = ''
    this.people = []
    this.outdated = true
    this.chooseAgain = false
  }

  #forget = () => Promise.all([this.draft.drop(), this.#keep(draftOfFile), this.#keep(draftOfPeople)])

  /** What needs the file on the desk: when it is no longer there it is sent again, once. */
  async #withFile<T>(watch: JobWatch, ask: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const first = await ask()
    if (first.ok || first.failure.code !== 'importGone' || !this.file) return first
    const again = await this.#reopen(watch)
    return again.ok ? ask() : again
  }
  #reading = (): ReadChoice => this.draft.take().reading[0] ?? {}
  #begin(file: ImportFile, reading: ReadChoice): void {
    this.draft.value = noWishes()
    this.change({ fileName: file.fileName, size: file.bytes.byteLength, reading: [reading] })
    this.people = []
    this.takenBack = undefined
  }
  #show(opened: OpenedFile): void {
    this.#typed.clear()
    this.opened = opened
    this.counts = undefined
    this.outdated = true
  }
  async #guessAs(kind: ImportKind): Promise<Result<OpenedFile, Failure>> {
    const read = await this.#withFile({}, () => this.calls.guessAs(kind, !this.wishes.withoutMapping))
    if (!read.ok) return read
    this.change({ kind: [kind], columns: [], decisions: [], mended: [] })
    this.#show(read.value)
    return read
  }
  async #reopen(watch: JobWatch): Promise<Result<OpenedFile, Failure>> {
    if (!this.file) return refuse({ code: 'importGone' })
    const read = await this.#open(this.file, watch)
    if (read.ok && this.opened === undefined) this.#show(read.value)
    return read
  }
  /** Lays the file on the desk, read as it was wished. */
  async #open(file: ImportFile, watch: JobWatch): Promise<Result<OpenedFile, Failure>> {
    const { reading, kind, withoutMapping } = this.draft.take()
    const read = await this.calls.open(file.bytes, file.fileName, reading[0] ?? {}, watch)
    const asked = kind[0] ?? (read.ok ? read.value.kind : 'contacts')
    return read.ok && (asked !== read.value.kind || withoutMapping) ? this.calls.guessAs(asked, !withoutMapping) : read
  }
  async #bytesOf(file: File): Promise<ImportFile | undefined> {
    const read = await fileOf(file)
    if (typeof read !== 'string') return read
    this.trouble = read
    return undefined
  }
  #kept = (id: string): Promise<unknown> => this.calls.drafts.read(id).catch(() => undefined)
  /** Keeps something beside the draft, or takes it away. A full disk is no reason not to go on: the file is still where it came from. */
  async #keep(id: string, value?: unknown): Promise<void> {
    try {
      await (value === undefined ? this.calls.drafts.drop(id) : this.calls.drafts.write(id, value, this.calls.now()))
    } catch {
      this.kept = false
    }
  }
}
