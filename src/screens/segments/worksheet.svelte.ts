// The state of a worksheet, without drawing: which lines are shown, which one is open, what each line comes to, what stands against logging.
import type { House } from '../../actions/house.ts'
import { bearsAll, fold, wordsOf } from '../../base/fold.ts'
import { mailPlace } from '../../core/letter/address.ts'
import type { Problem, ProblemCode } from '../../core/interaction/problems.ts'
import { hasOwn } from '../../core/segment/edit.ts'
import { effective, type Around, type Effective } from '../../core/segment/effective.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Line } from '../../model/segment.ts'
import { aroundOf, type SegmentPage } from '../../storage/read/segments.ts'
import { Board } from './board.svelte.ts'
import { DocumentFields } from '../pieces/documentFields.svelte.ts'
import { groupsOf, rowsOf, type Grouping, type ListRow } from './lineGroups.ts'
import { Selection } from './selection.svelte.ts'

/** Which lines are shown: all, those with own values, or those of one problem. */
export type LineFilter = 'all' | 'own' | ProblemCode

const noAround: Around = {
  contacts: new Map(),
  templates: new Map(),
  salespeople: new Map(),
  campaigns: new Map(),
  company: undefined,
  formulas: new Map(),
}

export class Worksheet {
  search = $state('')
  filter = $state<LineFilter>('all')
  grouping = $state<Grouping>('none')
  /** The line that is open beside the list. */
  selectedNo = $state<number | undefined>()
  /** The lines that are ticked. */
  readonly selection = new Selection(() => this.shown)
  readonly #page: () => SegmentPage | undefined
  /** Which fields the documents in use hold. */
  readonly documents: DocumentFields
  /** What stands against logging. */
  readonly board: Board

  constructor(house: House, page: () => SegmentPage | undefined) {
    this.#page = page
    this.documents = new DocumentFields(house)
    this.board = new Board(house, page, this.documents)
  }

  readonly around: Around = $derived.by(() => {
    const page = this.#page()
    return page ? aroundOf(page.around) : noAround
  })
  readonly lines: readonly Line[] = $derived.by(() => this.#page()?.lines.lines ?? [])
  readonly contactIds: ReadonlySet<ContactId> = $derived(new Set(this.lines.map((line) => line.contactId)))
  readonly problems: readonly Problem[] = $derived.by(() => this.board.problems)
  readonly ownCount: number = $derived(this.lines.filter((line) => hasOwn(line)).length)
  readonly #found: readonly Line[] = $derived.by(() => {
    const wanted = this.#wanted()
    const words = wordsOf(this.search)
    return this.lines.filter((line) => wanted(line) && (words.length === 0 || bearsAll(this.#key(line), words)))
  })
  readonly #groups: { name: string; lines: readonly Line[] }[] | undefined = $derived(
    this.grouping === 'none' ? undefined : groupsOf(this.#found, this.grouping, (line) => this.resolve(line)),
  )
  /** The lines as they stand on the screen. */
  readonly shown: readonly Line[] = $derived(this.#groups?.flatMap(({ lines }) => lines) ?? this.#found)
  /** The same with headings, when they are grouped. */
  readonly rows: readonly ListRow[] = $derived(
    this.#groups ? rowsOf(this.#groups) : this.#found.map((line) => ({ kind: 'line', line, group: 0 })),
  )
  /** How often each contact stands on the list. */
  readonly times: ReadonlyMap<ContactId, number> = $derived.by(() => {
    const times = new Map<ContactId, number>()
    for (const { contactId } of this.lines) times.set(contactId, (times.get(contactId) ?? 0) + 1)
    return times
  })
  readonly selected: Effective | undefined = $derived.by(() => {
    const line = this.lines.find(({ lineNo }) => lineNo === this.selectedNo)
    return line && this.resolve(line)
  })
  readonly selectedInherited: Effective | undefined = $derived(this.selected && this.resolve(withoutOwn(this.selected.line)))

  get campaignName(): string {
    const { campaignId } = this.#page()?.segment ?? {}
    return (campaignId && this.around.campaigns.get(campaignId)?.description) || ''
  }

  get salespersonName(): string {
    const { salespersonId } = this.#page()?.segment ?? {}
    return (salespersonId && this.around.salespeople.get(salespersonId)?.name) || ''
  }

  /** What a line comes to. Computed for the lines that are drawn, not for all. */
  resolve(line: Line): Effective {
    const page = this.#page()
    if (!page) throw new Error('A line was resolved before its segment was read')
    return effective(line, page.segment, this.around)
  }

  /** The problem a line has, if any; the worst first. */
  problemOf(line: Line): Problem | undefined {
    return this.#problemByLine.get(line.lineNo)
  }

  readonly #problemByLine: Map<number, Problem> = $derived.by(() => {
    const map = new Map<number, Problem>()
    for (const problem of this.problems) for (const lineNo of problem.lineNos) if (!map.has(lineNo)) map.set(lineNo, problem)
    return map
  })

  /** Opens the next or previous of the lines shown. */
  step(by: 1 | -1): void {
    const at = this.shown.findIndex(({ lineNo }) => lineNo === this.selectedNo)
    const next = this.shown[(at + by + this.shown.length) % this.shown.length]
    if (next) this.selectedNo = next.lineNo
  }

  readDocuments(): void {
    this.board.ask()
    const { templates } = this.around
    this.documents.need([...templates.values()].flatMap((template) => template.documents.map((document) => document.attachmentId)))
  }

  #wanted(): (line: Line) => boolean {
    if (this.filter === 'all') return () => true
    if (this.filter === 'own') return hasOwn
    const lineNos = new Set(this.problems.filter(({ code }) => code === this.filter).flatMap((problem) => problem.lineNos))
    return (line) => lineNos.has(line.lineNo)
  }

  #key(line: Line): string {
    const contact = this.around.contacts.get(line.contactId)
    const companyId = contact?.type === 'person' ? contact.companyId : undefined
    const company = companyId && this.around.contacts.get(companyId)
    // A person without an address is found where her letter goes: at the company's.
    const place = contact && mailPlace(contact, company || undefined)
    return fold([contact?.name, company ? company.name : '', contact?.city, contact?.postCode, place?.city, place?.postCode].join(' '))
  }
}

const withoutOwn = ({ document: _, ...line }: Line): Line => ({ ...line, own: {} })
