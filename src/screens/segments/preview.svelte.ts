// The preview of a segment's letters: which letter is looked at, how the list beside it is put, and the way from odd one to odd one.
import type { House } from '../../actions/house.ts'
import type { LetterOrder } from '../../core/letter/order.ts'
import type { ContactId, SegmentId } from '../../model/ids.ts'
import type { Line } from '../../model/segment.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { place, replaceWith } from '../../parts/place.svelte.ts'
import type { SegmentPage } from '../../storage/read/segments.ts'
import { nameOf } from '../pieces/contactName.ts'
import { usualWishes, type WishForm } from '../pieces/letterWishes.ts'
import { PreviewLook } from './previewLook.svelte.ts'
import { PreviewOdd } from './previewOdd.svelte.ts'
import { kindsIn, previewRows, type PreviewKind, type PreviewRow } from './previewRows.ts'

export const letterOrders: readonly LetterOrder[] = ['list', 'postCode', 'name']

export class Preview {
  readonly odd: PreviewOdd
  readonly looking: PreviewLook
  showFields = $state(true)
  readonly #id: SegmentId
  readonly #wishes: Draft<WishForm>
  readonly #page: () => SegmentPage | undefined
  /** What she chose; `none` when she wants to see all only. */
  #kind = $state<PreviewKind | 'none' | undefined>()

  constructor(house: House, id: SegmentId, page: () => SegmentPage | undefined) {
    this.#id = id
    this.#page = page
    this.#wishes = new Draft('letters', house.drafts, usualWishes())
    this.odd = new PreviewOdd(house, page)
    this.looking = new PreviewLook(house, id)
  }

  readonly #lines: ReadonlyMap<number, Line> = $derived.by(() => new Map(this.#page()?.lines.lines.map((line) => [line.lineNo, line])))

  /** A line by its number; nothing when it has left the segment meanwhile. */
  line = (lineNo: number): Line | undefined => this.#lines.get(lineNo)

  /** The names of those a letter is for beside the one who leads it. */
  namesBeside(lineNo: number): string[] {
    const contacts = this.#page()?.around.contacts
    return this.odd.othersOf(lineNo).map((other) => nameOf(contacts?.get(this.line(other)?.contactId ?? ('' as ContactId))))
  }

  readonly kinds: readonly { kind: PreviewKind; count: number }[] = $derived.by(() => kindsIn(this.odd.found))
  /** The kind whose people stand on top: the gravest, until she chooses. */
  readonly kind: PreviewKind | undefined = $derived.by(() => {
    const stands = (kind: PreviewKind | 'none' | undefined) => this.kinds.find((one) => one.kind === kind)?.kind
    return this.#kind === 'none' ? undefined : (stands(this.#kind) ?? this.kinds[0]?.kind)
  })
  readonly rows: readonly PreviewRow[] = $derived.by(() => previewRows(this.odd.found, this.kind))
  /** Everybody who can be looked at, those without a letter last. */
  readonly lines: readonly number[] = $derived.by(() => [...(this.odd.found?.letters ?? []), ...(this.odd.found?.without ?? [])])

  /** The order in which the letters are made, too: chosen here or there, it is the same. */
  readonly order: LetterOrder = $derived.by(() => this.#wishes.value.order)
  // Stands in the address, so that Back and a reload lead to the same letter.
  readonly lineNo: number | undefined = $derived.by(() => {
    const asked = Number(place().query.get('line') ?? Number.NaN)
    return this.odd.places.has(asked) ? asked : this.lines[0]
  })

  /** Where the letter stands among all, from 1; nothing for a line without one. */
  readonly number: number | undefined = $derived.by(() => {
    const at = this.lineNo === undefined ? undefined : this.odd.places.get(this.lineNo)
    return at !== undefined && at < this.count ? at + 1 : undefined
  })
  get count(): number {
    return this.odd.found?.letters.length ?? 0
  }

  choose(lineNo: number): void {
    replaceWith(`/segments/${this.#id}/letters?line=${lineNo}`)
  }

  sort(order: LetterOrder): void {
    this.#wishes.value.order = order
    this.#wishes.changed()
    replaceWith(`/segments/${this.#id}/letters`)
  }

  /** The page closes. */
  leave(): void {
    void this.#wishes.leave()
  }

  /** Shows the people of a kind, beginning with the first; once more, and all stand there again. */
  toggle(kind: PreviewKind): void {
    const off = this.kind === kind
    this.#kind = off ? 'none' : kind
    const first = this.rows.find((row) => row.is === 'line')
    if (!off && first?.is === 'line') this.choose(first.lineNo)
  }

  /** The letter before or after this one; from the last on to the first. */
  beside(by: 1 | -1): number | undefined {
    const at = this.lineNo === undefined ? -1 : (this.odd.places.get(this.lineNo) ?? -1)
    const { length } = this.lines
    return length > 1 ? this.lines[(at + by + length) % length] : undefined
  }

  step(by: 1 | -1): void {
    const next = this.beside(by)
    if (next !== undefined) this.choose(next)
  }

  get nextOdd(): { kind: PreviewKind; lineNo: number } | undefined {
    const { sequence } = this.odd
    const at = sequence.findIndex(({ lineNo }) => lineNo === this.lineNo)
    const next = sequence[(at + 1) % sequence.length]
    return next && next.lineNo !== this.lineNo ? next : undefined
  }

  showNextOdd(): void {
    const { nextOdd } = this
    if (!nextOdd) return
    this.#kind = nextOdd.kind
    this.choose(nextOdd.lineNo)
  }

  /** To be called in an effect each. */
  ask(): void {
    this.odd.ask(this.order)
  }

  look(): void {
    this.looking.ask(this.lineNo, [this.beside(1), this.nextOdd?.lineNo, this.beside(-1)])
  }
}
