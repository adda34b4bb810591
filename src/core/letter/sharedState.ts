// Whether the e-mail of a line was handed on, and still says what it said then.
import type { Segment } from '../../model/segment.ts'
import type { Around, Effective } from '../segment/effective.ts'
import { emailOf } from './email.ts'

/** `changed`: what was handed on said something else. */
export type SharedState = 'open' | 'shared' | 'changed'

/** Whether what was shared is what would be shared now, with the letter or without. An old note that does not say what it said holds. */
export function sharedStateOf(line: Effective, segment: Segment, around: Around): SharedState {
  const { sharedAt, sharedWhat } = line.line
  if (!sharedAt) return 'open'
  if (sharedWhat === undefined) return 'shared'
  return [true, false].some((attached) => emailOf(line, segment, around, attached)?.mark === sharedWhat) ? 'shared' : 'changed'
}

/** The same for the lines of a segment again and again: an e-mail is worked out anew only when a row was written that it is made of. */
export class SharedStates {
  readonly #known = new Map<number, { key: string; state: SharedState }>()
  #of: { segment: Segment; around: Around; key: string } | undefined

  of(line: Effective, segment: Segment, around: Around): SharedState {
    if (!line.line.sharedAt) return 'open'
    const { lineNo } = line.line
    const key = this.#ofAll(segment, around) + keyOf(line)
    const known = this.#known.get(lineNo)
    if (known?.key === key) return known.state
    const state = sharedStateOf(line, segment, around)
    this.#known.set(lineNo, { key, state })
    return state
  }

  #ofAll(segment: Segment, around: Around): string {
    if (this.#of?.segment === segment && this.#of.around === around) return this.#of.key
    const key = [segment, around.company, ...around.formulas.values()].map(written).join(' ')
    this.#of = { segment, around, key }
    return key
  }
}

/** A row as it was written: every commit that touches it gives it another revision. */
const written = (row: { id?: string; rev: number } | undefined): string => (row ? `${row.id ?? ''}@${row.rev}` : '-')

function keyOf({ line, contact, company, template, salesperson, campaign }: Effective): string {
  const { sharedAt: _at, document, ...own } = line
  const rows = [contact, company, template.value, salesperson.value, campaign.value].map(written)
  return JSON.stringify([rows, own, document && { ...document, written: undefined }])
}
