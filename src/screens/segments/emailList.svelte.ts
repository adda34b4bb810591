// Who of a segment gets an e-mail, what stands against it, what each language's e-mail says, and whose was handed on already. Without drawing.
import { emailOf, type Email } from '../../core/letter/email.ts'
import { unknownInText, usualEmailText, writtenEmailText } from '../../core/letter/emailText.ts'
import { mailAddresses } from '../../core/letter/mailAddress.ts'
import { inOrder } from '../../core/letter/order.ts'
import { SharedStates, type SharedState } from '../../core/letter/sharedState.ts'
import type { Effective } from '../../core/segment/effective.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { Segment } from '../../model/segment.ts'
import { language } from '../../text/language.svelte.ts'
import type { EmailForm } from './emailMaking.svelte.ts'
import type { Worksheet } from './worksheet.svelte.ts'

/** What the e-mails of one document say. */
export interface EmailWording {
  document: LetterDocument
  /** As it was written, or the usual words; with its fields. */
  pattern: string
  written: boolean
  /** Names in it that mean nothing. */
  unknown: string[]
  lines: Effective[]
}

export type EmailTrouble = 'wrongAddress' | 'noSubject'

export class EmailList {
  readonly #work: Worksheet
  readonly #segment: () => Segment
  readonly #form: () => EmailForm
  readonly #seen = new SharedStates()

  constructor(work: Worksheet, segment: () => Segment, form: () => EmailForm) {
    this.#work = work
    this.#segment = segment
    this.#form = form
  }

  /** Nothing until it is known how each letter goes out. */
  readonly #going: Effective[] | undefined = $derived.by(() => {
    const { state } = this.#work.board
    if (state.is !== 'here') return undefined
    const going = new Set(state.board.channels.email)
    const lines = this.#work.lines.filter(({ lineNo }) => going.has(lineNo)).map((line) => this.#work.resolve(line))
    return inOrder(lines, this.#form().order, language(), this.#work.around.company?.countryCode)
  })
  readonly wrongAddress: Effective[] = $derived((this.#going ?? []).filter((line) => !isFine(line)))
  /** Those who get one, in the order wished for. */
  readonly lines: Effective[] = $derived((this.#going ?? []).filter(isFine))
  readonly noSubject: Effective[] = $derived(this.lines.filter(({ subject }) => subject.value.trim() === ''))
  readonly wordings: EmailWording[] = $derived(wordingsOf(this.lines))
  readonly #states: ReadonlyMap<number, SharedState> = $derived(new Map(this.lines.map((line) => [line.line.lineNo, this.#look(line)])))
  readonly shared: number = $derived([...this.#states.values()].filter((state) => state !== 'open').length)
  readonly changed: Effective[] = $derived(this.lines.filter(({ line }) => this.#states.get(line.lineNo) === 'changed'))

  get known(): boolean {
    return this.#going !== undefined
  }

  people(trouble: EmailTrouble): Effective[] {
    return trouble === 'noSubject' ? this.noSubject : this.wrongAddress
  }

  stateOf = (lineNo: number): SharedState => this.#states.get(lineNo) ?? 'open'

  /** Whose turn it is: the first that was not shared after this one, or the first of all; nobody when all were. */
  nextOpen(after?: number): number | undefined {
    const nos = this.lines.map(({ line }) => line.lineNo)
    const at = after === undefined ? -1 : nos.indexOf(after)
    return [...nos.slice(at + 1), ...nos.slice(0, at + 1)].find((lineNo) => lineNo !== after && this.stateOf(lineNo) === 'open')
  }

  email(line: Effective): Email | undefined {
    return emailOf(line, this.#segment(), this.#work.around, this.#form().attach)
  }

  #look(resolved: Effective): SharedState {
    return this.#seen.of(resolved, this.#segment(), this.#work.around)
  }
}

const isFine = ({ reached }: Effective): boolean => mailAddresses(reached?.email ?? '').is === 'fine'

function wordingsOf(lines: readonly Effective[]): EmailWording[] {
  const found = new Map<LetterDocument, EmailWording>()
  for (const line of lines) {
    const { document } = line
    if (!document) continue
    const known = found.get(document)
    if (known) known.lines.push(line)
    else found.set(document, { document, ...saidBy(line, document), lines: [line] })
  }
  return [...found.values()]
}

function saidBy(line: Effective, document: LetterDocument): Pick<EmailWording, 'pattern' | 'written' | 'unknown'> {
  const written = writtenEmailText(line)
  const pattern = written ?? usualEmailText(document.languageCode)
  return { pattern, written: written !== undefined, unknown: unknownInText(pattern, document.mapping) }
}
