// Everything that names somebody who is to be forgotten, found by going through all rows once: what changes, what goes, what nobody but the
// person herself can decide.
import {
  attachmentsNamed,
  forgetEntry,
  forgetLoggedLine,
  forgottenOf,
  hasLetters,
  lettersNaming,
  mayNameHer,
  namedWithin,
  type Forgotten,
} from '../../core/contact/forget.ts'
import { planLeaveSegments, type OpenSegments } from '../../core/sample/remove.ts'
import type { Contact } from '../../model/contact.ts'
import type { InteractionLogEntry, LoggedLines, LoggedSegment } from '../../model/interaction.ts'
import type { Line, StepOutcome } from '../../model/segment.ts'
import { joinChanges, noChanges, unchanged, type Changes, type Row, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { forgetHandedOver } from './forgetHandedOver.ts'
import { scanPlanned, withoutGone } from './forgetPlanned.ts'
import { readOpen } from '../../storage/read/hangingOn.ts'
import { eachContact } from '../../storage/read/pending.ts'
import { inPortions } from '../../storage/read/rows.ts'

/** Where a text stands that may name her and that is not hers. */
export interface Mention {
  /** An entry is found on the card of its contact, whose id it is. */
  where: 'contact' | 'savedCriteria' | 'segment' | 'loggedSegment' | 'entry' | 'template' | 'campaign' | 'task' | 'opportunity'
  id: string
  name: string
}

/** How much is reached. */
export interface ForgetCounts {
  entries: number
  /** Lines of open segments, and of how many. */
  lines: number
  segments: number
  /** Logged segments that had her. */
  logged: number
  /** Letters for several that named her: they go for all of them. */
  letters: number
  documents: number
  merges: number
  purchases: number
  /** Tasks and opportunities: open ones go, the others stay without their words. */
  planned: number
}

export interface ForgetScan {
  forgotten: Forgotten
  changes: Changes
  counts: ForgetCounts
  mentions: Mention[]
  /** Her lines in open segments, those that steps took out included: segment and number. */
  lines: ReadonlySet<string>
}

/** The key of an attachment, wherever it stands in what is being typed. */
const hash = /[0-9a-f]{64}/g

/** So many are listed of each kind. */
const listed = 50

/** Goes through the tables one after the other. @param pause is awaited after each stretch; what it throws ends it */
export class ForgetScanner {
  readonly #db: Database
  readonly #contact: Contact
  readonly #forgotten: Forgotten
  readonly #pause: () => void
  readonly #changes: Changes = noChanges()
  readonly #hers = new Set<string>()
  readonly #stay = new Set<string>()
  readonly #lines = new Set<string>()
  /** Entries of others whose letter named her. */
  readonly #unlettered = new Set<string>()
  readonly #mentions = new Map<string, Mention>()
  readonly #counts: ForgetCounts = {
    ...{ entries: 0, lines: 0, segments: 0, logged: 0 },
    letters: 0,
    documents: 0,
    merges: 0,
    purchases: 0,
    planned: 0,
  }

  static async run(db: Database, contact: Contact, pause: () => void): Promise<ForgetScan> {
    const scanner = new ForgetScanner(db, contact, forgottenOf(contact, await db.merges.toArray()), pause)
    return scanner.#run()
  }

  private constructor(db: Database, contact: Contact, forgotten: Forgotten, pause: () => void) {
    this.#db = db
    this.#contact = contact
    this.#forgotten = forgotten
    this.#pause = pause
  }

  async #run(): Promise<ForgetScan> {
    await this.#contacts()
    await this.#segments()
    await this.#logged()
    await this.#entries(await this.#planned())
    await this.#others()
    await this.#attachments()
    const entries = (this.#changes.put.entries ?? []).map(({ id }) => id)
    const known = await forgetHandedOver(this.#db, this.#forgotten.ids, entries)
    const [forgotten, changes, counts] = [this.#forgotten, joinChanges(this.#changes, known), this.#counts]
    return { forgotten, changes, counts, mentions: [...this.#mentions.values()], lines: this.#lines }
  }

  #names = (text: string): boolean => mayNameHer(text, this.#forgotten)

  #mention(where: Mention['where'], id: string, name: string, ...values: unknown[]): void {
    if (this.#mentions.has(`${where} ${id}`) || !namedWithin(values, this.#names)) return
    const known = [...this.#mentions.values()].filter((one) => one.where === where).length
    if (known < listed) this.#mentions.set(`${where} ${id}`, { where, id, name })
  }

  #put<T extends TableName>(table: T, row: Row<T>): void {
    const rows = (this.#changes.put[table] ??= []) as Row<T>[]
    rows.push(row)
    this.#changes.requires.push(unchanged(table, row))
  }

  #remove(table: TableName, rows: readonly { id: string }[]): number {
    if (rows.length > 0) this.#changes.remove[table] = rows.map(({ id }) => id)
    return rows.length
  }

  /** Herself goes; others may be called as she is, or have a note about her. */
  async #contacts(): Promise<void> {
    const { ids, merges } = this.#forgotten
    this.#changes.requires.push(unchanged('contacts', this.#contact))
    this.#remove('contacts', [this.#contact])
    attachmentsNamed([this.#contact, merges], this.#hers)
    this.#counts.merges = this.#remove('merges', merges)
    const pairs = await this.#db.notDuplicates.toArray()
    this.#remove(
      'notDuplicates',
      pairs.filter(({ contactIds }) => contactIds.some((id) => ids.has(id))),
    )
    this.#counts.purchases = this.#remove('purchases', await this.#db.purchases.where('companyId').equals(this.#contact.id).toArray())
    await eachContact(this.#db, (rows) => {
      for (const contact of rows) {
        if (ids.has(contact.id)) continue
        const { id, name, name2, email, email2, address, address2, notes, alternativeAddresses } = contact
        this.#mention('contact', id, name || contact.no, name, name2, email, email2, address, address2, notes, alternativeAddresses)
        if (contact.imageId) this.#stay.add(contact.imageId)
      }
      this.#pause()
    })
  }

  async #segments(): Promise<void> {
    const { ids } = this.#forgotten
    const open = await readOpen(this.#db, ids)
    const { changes, lines } = planLeaveSegments(open, ids)
    const lineOf = ({ lines: all }: Row<'segmentLines'>) => all.filter(({ contactId }) => ids.has(contactId))
    Object.assign(this.#counts, { lines, segments: open.segmentLines.filter((row) => lineOf(row).length > 0).length })
    this.#herLines(open)
    Object.assign(this.#changes, joinChanges(this.#changes, changes))
    const later = new Map([...(changes.put.segmentLines ?? []), ...(changes.put.steps ?? [])].map((row) => [row.id as string, row]))
    const headers = await this.#db.segments.toArray()
    for (const row of headers) this.#mention('segment', row.id, row.description || row.no, row.description, row.subject)
    const titles = new Map(headers.map((row) => [row.id, row.description || row.no]))
    await inPortions(this.#db.segmentLines, (rows) => {
      for (const row of rows) attachmentsNamed(later.get(row.id) ?? row, this.#stay)
    })
    await inPortions(this.#db.steps, (rows) => {
      for (const row of rows) {
        attachmentsNamed(later.get(row.id) ?? row, this.#stay)
        const asked = [row.criteria, ...(row.recipe ?? []).map((card) => ('criteria' in card ? card.criteria : undefined))]
        this.#mention('segment', row.segmentId, titles.get(row.segmentId) ?? '', asked)
      }
      this.#pause()
    })
  }

  /** Her lines there, and the documents of her own on them. */
  #herLines({ segmentLines, steps }: OpenSegments): void {
    const linesOf = ({ added, removed }: StepOutcome) => [...added, ...removed.map(({ line }) => line)]
    const take = (segmentId: string, lines: readonly Line[]) => {
      const hers = lines.filter(({ contactId }) => this.#forgotten.ids.has(contactId))
      for (const { lineNo } of hers) this.#lines.add(`${segmentId} ${lineNo}`)
      attachmentsNamed(hers, this.#hers)
    }
    for (const { id, lines } of segmentLines) take(id, lines)
    for (const { segmentId, outcome, recipe = [] } of steps)
      for (const one of [outcome, ...recipe.flatMap((card) => ('outcome' in card ? [card.outcome] : []))]) take(segmentId, linesOf(one))
  }

  async #logged(): Promise<void> {
    for (const logged of await this.#db.loggedSegments.toArray()) {
      const pieces = await this.#db.loggedLines.where('loggedSegmentId').equals(logged.id).sortBy('from')
      const kept = this.#piecesOf(logged, pieces)
      const { header, steps } = logged
      this.#mention('loggedSegment', logged.id, header.description || logged.no, header.description, header.subject, steps)
      for (const { lines } of kept)
        for (const { line } of lines) this.#mention('loggedSegment', logged.id, header.description || logged.no, line.comment, line.own)
      this.#pause()
    }
  }

  /** @returns all pieces as they are afterwards */
  #piecesOf(logged: LoggedSegment, pieces: readonly LoggedLines[]): LoggedLines[] {
    const { ids } = this.#forgotten
    const lines = pieces.flatMap((piece) => piece.lines)
    const letters = lettersNaming(lines, this.#forgotten)
    const kept = pieces.map((piece) => {
      if (letters.size === 0) return piece
      const after = piece.lines.map((line) => forgetLoggedLine(line, this.#forgotten, letters))
      if (after.every((line, at) => line === piece.lines[at])) return piece
      this.#put('loggedLines', { ...piece, lines: after })
      return { ...piece, lines: after }
    })
    for (const { lines: after } of kept) {
      attachmentsNamed(after, this.#stay)
      for (const { entryId, letterErased } of after) if (entryId && letterErased) this.#unlettered.add(entryId)
    }
    if (letters.size === 0) return kept
    attachmentsNamed(
      lines.filter(({ line }) => ids.has(line.contactId)),
      this.#hers,
    )
    this.#counts.logged++
    this.#counts.letters += [...letters].filter((lead) => this.#isShared(lines, lead)).length
    // What all letters had in common was hers alone where no other letter is left.
    if (!kept.some((piece) => hasLetters(piece.lines)) && Object.keys(logged.values).length > 0)
      this.#put('loggedSegments', { ...logged, values: {} })
    return kept
  }

  #isShared(lines: readonly LoggedLines['lines'][number][], lead: number): boolean {
    const people = lines.filter(({ line, letterOf }) => (letterOf ?? line.lineNo) === lead)
    return people.some(({ line }) => !this.#forgotten.ids.has(line.contactId))
  }

  /** @param gone opportunities that go: nothing is about them any more */
  async #entries(gone: ReadonlySet<string>): Promise<void> {
    const logged = await this.#db.loggedSegments.toArray()
    const templates = await this.#db.templates.toArray()
    const descriptions = new Set([...templates, ...logged.map(({ header }) => header)].map(({ description }) => description))
    await inPortions(this.#db.entries, (rows) => {
      for (const entry of rows) this.#entry(entry, this.#unlettering(withoutGone(forgetEntry(entry, this.#forgotten, descriptions), gone)))
      this.#pause()
    })
  }

  #unlettering(entry: InteractionLogEntry): InteractionLogEntry {
    return this.#unlettered.has(entry.id) && !entry.letterErased ? { ...entry, letterErased: true } : entry
  }

  #entry(entry: InteractionLogEntry, after: InteractionLogEntry): void {
    if (after.letter) this.#stay.add(after.letter.attachmentId)
    if (after !== entry) this.#put('entries', after)
    if (after.erased) {
      if (!entry.erased) this.#counts.entries++
      attachmentsNamed(entry, this.#hers)
      return
    }
    if (entry.letter && !after.letter) this.#counts.letters++
    const { contactId, contactName, description, subject, comment, comments } = after
    this.#mention('entry', contactId, contactName, description, subject, comment, comments)
  }

  async #planned(): Promise<ReadonlySet<string>> {
    const { changes, count, gone, others } = await scanPlanned(this.#db, this.#forgotten.ids)
    this.#counts.planned = count
    Object.assign(this.#changes, joinChanges(this.#changes, changes))
    for (const { where, id, name, texts } of others) this.#mention(where, id, name, texts)
    return gone
  }

  /** Whatever else bears words that somebody wrote. */
  async #others(): Promise<void> {
    for (const row of await this.#db.savedCriteria.toArray()) this.#mention('savedCriteria', row.id, row.code, row)
    for (const row of await this.#db.campaigns.toArray())
      this.#mention('campaign', row.id, row.description || row.no, row.description, row.notes, row.responseStatuses)
    for (const row of await this.#db.templates.toArray()) {
      this.#mention('template', row.id, row.description || row.code, row)
      attachmentsNamed(row, this.#stay)
    }
    const { merges } = this.#forgotten
    const others = (await this.#db.merges.toArray()).filter(({ id }) => !merges.some((merge) => merge.id === id))
    attachmentsNamed([await this.#db.settings.toArray(), others], this.#stay)
  }

  /** Her own letters and her picture, unless somebody else uses the same; and what nobody uses any more, as a picture of hers from before. */
  async #attachments(): Promise<void> {
    for (const { value } of await this.#db.drafts.toArray())
      for (const [id] of JSON.stringify(value ?? null).matchAll(hash)) this.#stay.add(id)
    const there = (await this.#db.attachments.toCollection().primaryKeys()).filter((id) => !this.#stay.has(id))
    this.#counts.documents = this.#remove(
      'attachments',
      there.map((id) => ({ id })),
    )
  }
}
