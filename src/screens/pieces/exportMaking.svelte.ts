// A file being made: what, in which format, with which columns; how far it is, what came out, and whether it was saved. Without drawing.
import {
  columnsFor,
  discardExport,
  exportName,
  lastTold,
  logExported,
  makeBackOffice,
  makeEverything,
  makeExport,
  previewBackOffice,
  previewExport,
  type ColumnChoice,
  type ExportFormat,
  type ExportKind,
  type ExportPreview,
  type ExportSource,
  type MadeExport,
} from '../../actions/exports.ts'
import type { House } from '../../actions/house.ts'
import type { Day } from '../../base/day.ts'
import { readNumber } from '../../base/number.ts'
import type { Tablet } from '../../model/settings.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { saveFile } from '../../parts/save.ts'
import { t } from '../../text/language.svelte.ts'
import { failureOf } from '../../workers/call.ts'
import { ask, tell } from './act.ts'
import { exportWords } from './exportWords.ts'

/** One thing that can be exported from a page. */
export interface ExportOffer {
  kind: ExportKind | 'backOffice' | 'everything'
  /** What it is called beside others. */
  label: string
  /** Which rows; of the back office and of everything it is said in the sheet. */
  source?: () => Promise<ExportSource>
}

interface Wish {
  format: ExportFormat
  columns: ColumnChoice[]
}

export const formatsOf = (kind: ExportOffer['kind']): readonly ExportFormat[] => {
  if (kind === 'everything') return ['csvExcel', 'csvSystem']
  if (kind === 'backOffice') return ['xlsx', 'csvSystem']
  return kind === 'contacts' ? ['xlsx', 'csvExcel', 'csvSystem', 'vcard4', 'vcard3'] : ['xlsx', 'csvExcel', 'csvSystem']
}

export class ExportMaking {
  offer = $state.raw<ExportOffer>()!
  preview = $state.raw<ExportPreview | undefined>()
  made = $state.raw<MadeExport | undefined>()
  running = $state.raw<{ done: number; total: number } | undefined>()
  stopped = $state(false)
  saved = $state(false)
  /** For the back office: what is new, or the days from … to …; and the number of its first row. */
  only = $state<'new' | 'days'>('new')
  from = $state('')
  to = $state('')
  firstNo = $state('')
  #draft = $state.raw<Draft<Wish>>()!
  #source: Promise<ExportSource> | undefined
  #stop = new AbortController()
  #turn = 0
  readonly #house: House
  readonly #tablet: () => Tablet | undefined

  constructor(house: House, offer: ExportOffer, tablet: () => Tablet | undefined) {
    this.#house = house
    this.#tablet = tablet
    this.choose(offer)
  }

  get format(): ExportFormat {
    const formats = formatsOf(this.offer.kind)
    return formats.find((format) => format === this.#draft.value.format) ?? formats[0] ?? 'xlsx'
  }

  /** All columns there are, in their order; none for what has no choice of them. */
  readonly columns: ColumnChoice[] = $derived.by(() => {
    const { kind } = this.offer
    const isCard = this.format === 'vcard4' || this.format === 'vcard3'
    return kind === 'backOffice' || kind === 'everything' || isCard ? [] : columnsFor(kind, this.#draft.value.columns)
  })

  get fine(): boolean {
    return (this.columns.length === 0 || this.columns.some(({ on }) => on)) && this.firstNoFine && this.preview?.count !== 0
  }

  get firstNoFine(): boolean {
    return this.firstNo.trim() === '' || this.#first !== undefined
  }

  get #first(): number | undefined {
    const number = readNumber(this.firstNo)
    return number !== undefined && Number.isInteger(number) && number >= 1 ? number : undefined
  }

  choose(offer: ExportOffer): void {
    if (this.#draft) void this.#draft.leave()
    this.offer = offer
    this.#source = undefined
    this.#draft = new Draft<Wish>(`export:${offer.kind}`, this.#house.drafts, { format: formatsOf(offer.kind)[0] ?? 'xlsx', columns: [] })
    this.changed()
  }

  pick(format: ExportFormat): void {
    this.#draft.value.format = format
    this.#draft.changed()
    this.changed()
  }

  /** Other columns, or another order; nothing = as they are without a wish. */
  arrange(columns: ColumnChoice[]): void {
    this.#draft.value.columns = columns.map(({ key, on }) => ({ key, on }))
    this.#draft.changed()
    this.changed()
  }

  /** What was made is not what is wished for now. */
  changed(): void {
    this.stop()
    this.#giveUp()
    this.stopped = false
  }

  /** Asks anew what the file will hold. To be called in an effect: it reads all that is wished for. */
  async look(): Promise<void> {
    const asked = this.#asked()
    const turn = ++this.#turn
    try {
      const preview = await asked()
      if (turn === this.#turn) this.preview = preview
    } catch (error) {
      if (turn === this.#turn) tell(failureOf(error))
    }
  }

  #asked(): () => Promise<ExportPreview | undefined> {
    const { offer, format, columns } = this
    const [ask, first] = [this.#ask(), this.#first]
    if (offer.kind === 'everything') return () => Promise.resolve(undefined)
    if (offer.kind === 'backOffice') return () => previewBackOffice(this.#house, ask, first)
    const keys = columns.filter(({ on }) => on).map(({ key }) => key)
    return async () => previewExport(this.#house, { source: await this.#rows(), format, columns: keys, words: exportWords(offer.label) })
  }

  #rows(): Promise<ExportSource> {
    return (this.#source ??= this.offer.source?.() ?? Promise.resolve({ of: 'purchases' }))
  }

  #ask() {
    const since = this.only === 'new' ? lastTold(this.#tablet())?.rev : undefined
    if (this.only === 'new') return since === undefined ? {} : { since }
    return { ...(this.from && { from: this.from as Day }), ...(this.to && { to: this.to as Day }) }
  }

  async make(): Promise<void> {
    this.#giveUp()
    this.#stop = new AbortController()
    this.running = { done: 0, total: this.preview?.count ?? 0 }
    this.stopped = false
    const onProgress = (done: number, total: number) => (this.running = this.running && { done, total })
    const made = await ask(this.#make({ signal: this.#stop.signal, onProgress }))
    this.stopped = this.#stop.signal.aborted
    this.running = undefined
    if (made && this.stopped) void discardExport(this.#house, made.run)
    else this.made = made
  }

  #make(watch: { signal: AbortSignal; onProgress: (done: number, total: number) => void }) {
    const { offer, format, columns } = this
    const words = exportWords(offer.label)
    const name = exportName(this.#house, t(`export.file.${offer.kind}`))
    if (offer.kind === 'everything') {
      const names = { contacts: t('export.file.contacts'), lines: t('export.file.lines'), log: t('export.file.log') }
      const others = { results: t('export.file.results'), purchases: t('export.file.purchases') }
      const csv = format === 'csvSystem' ? format : 'csvExcel'
      return makeEverything(this.#house, { format: csv, words, name, names: { ...names, ...others } }, watch)
    }
    if (offer.kind === 'backOffice') {
      const first = this.#first
      const how = format === 'csvSystem' ? format : 'xlsx'
      return makeBackOffice(
        this.#house,
        { ...this.#ask(), format: how, words, name, ...(first !== undefined && { firstNo: first }) },
        watch,
      )
    }
    const keys = columns.filter(({ on }) => on).map(({ key }) => key)
    return this.#rows().then((source) => makeExport(this.#house, { source, format, columns: keys, words, name }, watch))
  }

  stop(): void {
    this.#stop.abort()
  }

  /** Every entry that the back office has not got is in the file. */
  get isUpToNow(): boolean {
    return this.offer.kind === 'backOffice' && (this.only === 'new' || (this.from === '' && this.to === ''))
  }

  async save(): Promise<void> {
    const { made } = this
    if (!made || (await saveFile(made.name, made.content, made.mime)) === 'given up') return
    const first = !this.saved
    this.saved = true
    if (first && this.isUpToNow) await ask(logExported(this.#house, made))
  }

  /** The sheet is closed. */
  leave(): void {
    this.stop()
    void this.#draft.leave()
    this.#giveUp()
  }

  #giveUp(): void {
    const { made } = this
    this.made = undefined
    this.saved = false
    if (made) void discardExport(this.#house, made.run)
  }
}
