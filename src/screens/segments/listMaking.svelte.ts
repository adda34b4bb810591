// Lists of people being made, and how they are wished for: columns, paper, order; kept as they were the last time. Without drawing.
import type { House } from '../../actions/house.ts'
import { discardLetters } from '../../actions/letters.ts'
import { makeList, makeRecipients } from '../../actions/segmentLists.ts'
import { listColumns, usualColumns, type ListColumn, type ListKind } from '../../core/letter/listRows.ts'
import type { LetterOrder } from '../../core/letter/order.ts'
import type { SegmentId } from '../../model/ids.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { language, t } from '../../text/language.svelte.ts'
import type { RecipientsWish } from '../../workers/jobs/recipients.ts'
import type { ListHeadings, ListWish } from '../../workers/jobs/segmentLists.ts'
import { FileMaking, keptMaking } from '../pieces/fileMaking.svelte.ts'

export interface ListForm {
  format: 'docx' | 'xlsx'
  columns: ListColumn[]
  paper: 'A4' | 'Letter'
  landscape: boolean
  order: LetterOrder
}

export interface RecipientsForm {
  format: 'xlsx' | 'csv'
  channel: 'print' | 'email' | 'both'
  fields: 'all' | 'used'
  order: LetterOrder
}

/** Files with a form of wishes beside them. */
class WishedMaking<Form extends object> extends FileMaking {
  readonly #wishes: Draft<Form>

  constructor(wishes: Draft<Form>, run: ConstructorParameters<typeof FileMaking>[0]) {
    super(run)
    this.#wishes = wishes
  }

  get wishes(): Form {
    return this.#wishes.value
  }

  wish(change: Partial<Form>): void {
    Object.assign(this.#wishes.value, change)
    this.changed()
  }

  override changed(): void {
    this.#wishes.changed()
    super.changed()
  }

  override leave(): void {
    void this.#wishes.leave()
    super.leave()
  }
}

export class ListMaking extends WishedMaking<ListForm> {
  /** Stands under the title; the panel that is open says it. */
  about = ''

  /** @param country of our own, by whose habit the paper is chosen */
  constructor(house: House, id: SegmentId, kind: ListKind, country: string) {
    const paper = ['US', 'CA', 'MX'].includes(country.toUpperCase()) ? 'Letter' : 'A4'
    const columns = [...usualColumns[kind]]
    const wishes = new Draft<ListForm>(`list:${kind}`, house.drafts, {
      ...{ format: 'docx', columns, paper, landscape: kind === 'contactList', order: 'name' },
    })
    super(wishes, {
      make: (watch) => makeList(house, id, listWish(kind, wishes.take(), this.about), watch),
      discard: (run) => discardLetters(house, run),
    })
  }

  has = (column: ListColumn): boolean => this.wishes.columns.includes(column)

  /** Columns keep their order, whichever was ticked first. */
  tick(column: ListColumn, on: boolean): void {
    this.wish({ columns: listColumns.filter((other) => (other === column ? on : this.has(other))) })
  }
}

export class RecipientMaking extends WishedMaking<RecipientsForm> {
  constructor(house: House, id: SegmentId) {
    const wishes = new Draft<RecipientsForm>('recipients', house.drafts, {
      ...{ format: 'xlsx', channel: 'print', fields: 'all', order: 'list' },
    })
    super(wishes, {
      make: (watch) => {
        const wish: RecipientsWish = { ...wishes.take(), language: language(), name: t('lists.recipients') }
        return makeRecipients(house, id, wish, watch)
      },
      discard: (run) => discardLetters(house, run),
    })
  }
}

export const listMakingOf = (house: House, id: SegmentId, kind: ListKind, country: string): ListMaking =>
  keptMaking(`segment:${id}:${kind}`, () => new ListMaking(house, id, kind, country))

export const recipientMakingOf = (house: House, id: SegmentId): RecipientMaking =>
  keptMaking(`segment:${id}:recipients`, () => new RecipientMaking(house, id))

const further = ['street', 'postCode', 'city', 'country', 'mobile', 'phone', 'companyPhone', 'lastHow'] as const

function listWish(kind: ListKind, form: ListForm, about: string): ListWish {
  const heading = (key: keyof ListHeadings) => [key, t(`lists.column.${key}`)] as const
  return {
    ...{ kind, ...form, language: language() },
    words: {
      ...{ name: t(`lists.${kind}`), about, pageOf: t('lists.pageOf', { page: '{1}', total: '{2}' }) },
      headings: Object.fromEntries([...listColumns, ...further].map(heading)) as ListHeadings,
      outcomes: (['reached', 'notReached', 'callAgain'] as const).map((outcome) => t(`lists.outcome.${outcome}`)),
    },
  }
}
