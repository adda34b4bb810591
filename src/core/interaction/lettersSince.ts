// Whether the letters are made, whom the document itself left out of them, and which of them would read differently today; and whether
// the e-mails are. What was touched since is read in the log of changes.
import type { Segment, Step } from '../../model/segment.ts'
import type { Channel } from '../letter/channel.ts'
import type { SharedState } from '../letter/sharedState.ts'
import type { Effective } from '../segment/effective.ts'
import type { Problem } from './problem.ts'

/** Rows that were written after the letters were made, by id. */
export interface Touched {
  contacts: ReadonlySet<string>
  templates: ReadonlySet<string>
  salespeople: ReadonlySet<string>
  campaigns: ReadonlySet<string>
  /** Our company or a greeting line: it stands in every letter. */
  ofAll: boolean
  steps: ReadonlySet<string>
  /** The header or a line was edited; steps are no edits, they say by themselves who came. */
  edited: boolean
}

/** Gathers the lines one by one. */
export class LettersSince {
  #letters = 0
  #printed = 0
  readonly #unsent: number[] = []
  readonly #changedEmails: number[] = []
  readonly #documents = new Set<string>()
  readonly #changed: number[] = []
  readonly #withoutOne: number[] = []
  readonly #leftOut: ReadonlySet<number>
  readonly #segment: Segment
  readonly #touched: Touched | undefined
  readonly #whole: boolean
  readonly #new: ReadonlySet<number>
  readonly #sharedState: (line: Effective) => SharedState

  constructor(segment: Segment, steps: readonly Step[], touched: Touched | undefined, sharedState: (line: Effective) => SharedState) {
    this.#sharedState = sharedState
    this.#segment = segment
    this.#touched = touched
    this.#leftOut = new Set(segment.lettersMade?.leftOut)
    const isLater = segment.lettersMade !== undefined && segment.lettersMade.at < segment.changedAt
    // Whoever comes or goes changes the letter of those she shares it with.
    const came = isLater && touched?.edited === false && !segment.lettersPer ? newIn(steps, touched) : undefined
    this.#whole = touched?.ofAll === true || (isLater && came === undefined)
    this.#new = came ?? new Set()
  }

  /** @param leads she does not get the letter of another line */
  look(line: Effective, channel: Channel, leads: boolean): void {
    if (!line.document) return
    if (leads) this.#letters++
    if (channel.is === 'email') this.#lookAtEmail(line)
    if (channel.is !== 'print') return
    this.#printed++
    this.#documents.add(`${line.document.attachmentId} ${line.document.languageCode}`)
    const { lineNo } = line.line
    // A number that was given anew is somebody else.
    if (this.#leftOut.has(lineNo) && !this.#new.has(lineNo)) this.#withoutOne.push(lineNo)
    if (this.#segment.lettersMade && !this.#whole && this.#isChanged(line)) this.#changed.push(lineNo)
  }

  #lookAtEmail(line: Effective): void {
    const state = this.#sharedState(line)
    if (state !== 'shared') (state === 'open' ? this.#unsent : this.#changedEmails).push(line.line.lineNo)
  }

  get letters(): number {
    return this.#letters
  }

  get documents(): number {
    return this.#documents.size
  }

  /** Nothing where no letter is due. */
  problems(): Problem[] {
    const unsent: Problem[] = this.#unsent.length > 0 ? [{ code: 'emailsNotMade', severity: 'warn', lineNos: this.#unsent }] : []
    const since: Problem[] =
      this.#changedEmails.length > 0 ? [{ code: 'emailsChanged', severity: 'warn', lineNos: this.#changedEmails }] : []
    return [...this.#ofPrinted(), ...unsent, ...since]
  }

  /** With `lineNos` when it is known which letters; without when it may be any of them. */
  #ofPrinted(): Problem[] {
    if (this.#printed === 0) return []
    if (!this.#segment.lettersMade) return [{ code: 'lettersNotMade', severity: 'warn', lineNos: [] }]
    const problems: Problem[] = []
    if (this.#withoutOne.length > 0) problems.push({ code: 'leftOutByDocument', severity: 'warn', lineNos: this.#withoutOne })
    if (this.#whole || this.#changed.length > 0) problems.push({ code: 'lettersChanged', severity: 'warn', lineNos: this.#changed })
    return problems
  }

  #isChanged({ line, company, template, salesperson, campaign }: Effective): boolean {
    if (this.#new.has(line.lineNo)) return true
    const touched = this.#touched
    if (!touched) return false
    const isIn = (ids: ReadonlySet<string>, row: { id: string } | undefined) => row !== undefined && ids.has(row.id)
    return (
      touched.contacts.has(line.contactId) ||
      isIn(touched.contacts, company) ||
      isIn(touched.templates, template.value) ||
      isIn(touched.salespeople, salesperson.value) ||
      isIn(touched.campaigns, campaign.value)
    )
  }
}

/** Lines that came by these steps, or came back when they were undone; not known when one of the steps is gone. */
function newIn(steps: readonly Step[], { steps: touched }: Touched): Set<number> | undefined {
  const later = steps.filter(({ id }) => touched.has(id))
  if (later.length < touched.size) return undefined
  const linesOf = ({ undone, outcome }: Step) => (undone ? outcome.removed.map(({ line }) => line) : outcome.added)
  return new Set(later.flatMap((step) => linesOf(step).map(({ lineNo }) => lineNo)))
}
