// What is known of the file that is to be imported, and what was chosen about it. All that was chosen is a draft.
import type { ImportColumn, ImportKind } from '../../model/importMapping.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { t } from '../../text/language.svelte.ts'
import type { OpenedFile } from '../../workers/jobs/imports.ts'
import {
  choicesOf,
  draftOfChoices,
  isBegun,
  noWishes,
  type ImportChoices,
  type ImportCounts,
  type ImportStep,
  type ImportWishes,
  type RowDecision,
  type TakenFacts,
} from './importDraft.ts'
import type { ImportCalls } from './importHouse.ts'
import { missingTarget, questionsOf } from './importTargets.ts'
import { LongWork } from './longWork.svelte.ts'

export type ImportWork = 'reading' | 'checking' | 'taking' | 'takingBack' | 'saving'

export class ImportChoosing extends LongWork<ImportWork> {
  readonly draft: Draft<ImportWishes>
  readonly calls: ImportCalls
  opened = $state.raw<OpenedFile | undefined>()
  /** What the last check found; it stands until the next one is done. */
  counts = $state.raw<ImportCounts | undefined>()
  /** Choices that the last check does not know yet. */
  outdated = $state(true)
  /** The file of a draft was too large to be kept, or is gone: it is chosen once more. */
  chooseAgain = $state(false)

  constructor(calls: ImportCalls) {
    super()
    this.calls = calls
    this.draft = new Draft(draftOfChoices, calls.drafts, noWishes())
  }

  get wishes(): ImportWishes {
    return this.draft.value
  }
  get kind(): ImportKind {
    return this.wishes.kind[0] ?? this.opened?.kind ?? 'contacts'
  }
  get columns(): ImportColumn[] {
    return this.#columnsOf(this.wishes)
  }
  #columnsOf({ columns }: ImportWishes): ImportColumn[] {
    const known = this.opened?.columns ?? []
    return columns.length === known.length ? columns : known.map(({ guess }) => guess)
  }
  get choices(): ImportChoices {
    const wishes = this.draft.take()
    return choicesOf(wishes, this.kind, this.#columnsOf(wishes))
  }
  /** Columns whose cells can be read in two ways, and nobody has said which. */
  get questions(): number[] {
    return this.opened ? questionsOf(this.opened, this.columns) : []
  }
  /** Columns that hold something and go nowhere. */
  get leftColumns(): string[] {
    const columns = this.opened?.columns ?? []
    return columns.flatMap(({ header, filled }, at) =>
      filled > 0 && !this.columns[at]?.target ? [header || t('import.noHeader', { count: at + 1 })] : [],
    )
  }
  /** No column gives a row its name. */
  get nameless(): boolean {
    return this.opened !== undefined && missingTarget(this.kind, this.columns)
  }
  /** Rows that stay out because nobody has decided them. */
  get waiting(): number {
    const counts = this.taken?.counts ?? this.counts
    return this.wishes.duplicates === 'later' ? (counts?.undecided ?? 0) : 0
  }
  /** There is work that another file would throw away, or an act that it would interrupt. */
  get begun(): boolean {
    return this.acts || isBegun(this.wishes)
  }
  /** Rows are being written or taken back. */
  get acts(): boolean {
    return this.busy === 'taking' || this.busy === 'takingBack'
  }
  /** The file that the draft waits for. */
  waitsFor = (name: string, size: number): boolean => this.chooseAgain && name === this.wishes.fileName && size === this.wishes.size
  get taken(): TakenFacts | undefined {
    return this.wishes.taken[0]
  }
  /** The furthest screen there is something on, at most the one asked for. */
  stepFor(asked: ImportStep): ImportStep {
    if (this.taken) return 'done'
    if (!this.opened || asked === 'file' || asked === 'done') return 'file'
    return asked === 'check' && (this.questions.length > 0 || this.nameless) ? 'columns' : asked
  }

  /** Something was chosen: it is kept, and the check is old. */
  change(patch: Partial<ImportWishes>): void {
    Object.assign(this.draft.value, patch)
    this.draft.changed()
    const looks = Object.keys(patch).every((name) => name === 'step' || name === 'segment' || name === 'mappingName' || name === 'taken')
    if (!looks) this.outdated = true
  }

  decisionOf = (line: number): RowDecision['as'] | undefined => this.wishes.decisions.find(([other]) => other === line)?.[1].as
  mendedOf = (line: number, column: number): string | undefined =>
    this.wishes.mended.find(([otherLine, otherColumn]) => otherLine === line && otherColumn === column)?.[2]
}
