// A file of interactions that happened elsewhere: each row becomes an entry of the log, with the time of the import and the person who did it
// as evidence. What the tablet has no list row for (a template, a campaign) is kept in the words of the file.
import { responseStatusesOf } from '../core/campaign/responses.ts'
import type { ResponseStatus } from '../model/campaign.ts'
import type { Contact } from '../model/contact.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { Occasion } from '../model/occasion.ts'
import { fold } from '../base/fold.ts'
import { ContactFinder, namedIn } from './contactFinder.ts'
import { isNoDay, readDayAs } from './days.ts'
import type { Existing } from './existing.ts'
import type { ImportChoices, ImportPlan, RowProblem } from './importPlan.ts'
import type { InteractionTarget } from './importTargets.ts'
import { MadeLists, own } from './madeLists.ts'
import { readNumber } from './numbers.ts'
import { changesOf, planEvents, type Event } from './plannedEvents.ts'
import { SheetCells } from './sheetCells.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { readCorrespondenceType, readEvaluation, readInformationFlow, readInitiatedBy, readShippedResponse, readYesNo } from './words.ts'

const portion = 1000

export function* planningInteractions(
  sheet: Sheet,
  choices: ImportChoices,
  existing: Existing,
  occasion: Occasion,
): Generator<number, ImportPlan> {
  const reader = new InteractionReader(new SheetCells(sheet, choices), existing, occasion)
  const events: Event<InteractionLogEntry>[] = []
  for (const row of sheet.rows) {
    events.push(reader.read(row))
    if (events.length % portion === 0) yield events.length
  }
  const { rows, made, people, counts } = planEvents(events, own(existing.entries), entryKey, choices)
  for (const entry of made) entry.id = occasion.nextId()
  reader.lists.keepOnly(made)
  const rests = new Map(events.flatMap(({ contact, row }) => (contact && row?.id ? [[contact.id, contact] as const] : [])))
  const changes = changesOf(made.length > 0 ? { entries: made } : {}, rests, made.length > 0 ? reader.lists : undefined)
  return { rows, people, counts: { ...counts, listsMade: made.length > 0 ? reader.lists.told() : [] }, changes }
}

/** By what an interaction is known again: two notes of one day are two. */
const entryKey = ({ contactId, day, time, description, subject, comment }: InteractionLogEntry): string =>
  [contactId, day, time ?? '', fold(description), fold(subject), fold(comment)].join('|')

class InteractionReader {
  readonly lists: MadeLists
  readonly #finder: ContactFinder
  readonly #templates: Map<string, Existing['templates'][number]>
  readonly #campaigns: Map<string, Existing['campaigns'][number]>

  constructor(
    private readonly cells: SheetCells,
    existing: Existing,
    private readonly occasion: Occasion,
  ) {
    this.lists = new MadeLists(existing, occasion)
    this.#finder = new ContactFinder(existing.contacts)
    this.#templates = new Map(
      own(existing.templates).flatMap((one) => [[fold(one.description), one] as const, [fold(one.code), one] as const]),
    )
    this.#campaigns = new Map(
      own(existing.campaigns).flatMap((one) => [[fold(one.description), one] as const, [fold(one.no), one] as const]),
    )
  }

  read(raw: SheetRow): Event<InteractionLogEntry> {
    const row = this.cells.row(raw)
    const { lineNo } = row
    const problems: RowProblem[] = []
    const tell = (code: string, detail: string, target: InteractionTarget) => problems.push(this.#problem(lineNo, code, detail, target))
    const text = (target: InteractionTarget) => (this.cells.has(target) ? this.cells.text(row, target) : '')
    const named = namedIn(row, this.cells)
    const event = { lineNo, name: named.name, companyName: named.companyName, email: named.email, problems }
    const about = [text('day'), text('description') || text('template') || text('subject')]
    const words = about.filter((word) => word !== '').join(' · ')
    const uneven = this.cells.uneven(row)
    if (uneven) return { ...event, words, problems: [uneven] }
    const found = this.#finder.find(named)
    if ('problem' in found)
      problems.push({ lineNo, code: found.problem, detail: found.detail, ...columnOf(named.column), cell: named.cell })
    const day = this.#day(text('day'), tell)
    if ('problem' in found || !day) return { ...event, words, ...('contact' in found && { contact: found.contact }) }
    return { ...event, words, contact: found.contact, row: this.#entry(found.contact, day, row, text, tell) }
  }

  #problem = (lineNo: number, code: string, detail: string, target: string): RowProblem => ({
    lineNo,
    code,
    detail,
    ...columnOf(this.cells.columns(target)[0]),
  })

  #day(text: string, tell: (code: string, detail: string, target: InteractionTarget) => void) {
    if (text === '' || isNoDay(text)) tell('noDay', text, 'day')
    const day = text === '' || isNoDay(text) ? undefined : readDayAs(text, this.cells.dayOrder('day'))
    if (!day && text !== '' && !isNoDay(text)) tell('unclearDay', text, 'day')
    return day
  }

  #entry(
    contact: Contact,
    day: InteractionLogEntry['day'],
    { lineNo }: SheetRow,
    text: (target: InteractionTarget) => string,
    tell: (code: string, detail: string, target: InteractionTarget) => void,
  ): InteractionLogEntry {
    const kept: string[] = []
    /** What the entry has no place for stays as a remark. */
    const remark = (target: InteractionTarget) => kept.push(`${this.cells.header(this.cells.columns(target)[0] ?? -1)}: ${text(target)}`)
    /** What is known under the word; else it is told and kept as it stands. */
    const known = <T>(target: InteractionTarget, found: T | undefined, code: string): T | undefined => {
      const said = text(target)
      if (said === '' || found !== undefined) return found
      tell(code, said, target)
      remark(target)
      return undefined
    }
    const choice = <T>(target: InteractionTarget, read: (word: string) => T | undefined, code: string): T | undefined => {
      const said = text(target)
      const value = said === '' ? undefined : read(said)
      if (said !== '' && value === undefined) tell(code, said, target)
      return value
    }
    const number = (target: 'cost' | 'duration') =>
      choice(target, (word) => readNumber(word, this.cells.decimal(target)), 'unclearNumber') ?? 0
    const templateWord = text('template')
    const template = known('template', this.#templates.get(fold(templateWord)), 'unknownTemplate')
    const campaign = known('campaign', this.#campaigns.get(fold(text('campaign'))), 'unknownCampaign')
    const group = known('interactionGroup', this.lists.known('interactionGroups', text('interactionGroup')), 'unknownInteractionGroup')
    const time = timeOf(text('time')) ?? timeOf(/^\S+[T ]+(.+)$/.exec(text('day'))?.[1] ?? '')
    if (text('time') !== '' && !time) tell('unclearTime', text('time'), 'time')
    const company = this.#finder.companyOf(contact)
    const respondedDay = choice('respondedDay', (word) => readDayAs(word, this.cells.dayOrder('respondedDay')), 'unclearDay')
    const salesperson = text('salesperson') === '' ? undefined : this.lists.salesperson('', text('salesperson'), lineNo)
    const status = known('response', responseIn(text('response'), campaign), 'unknownResponse')
    const optional = {
      companyId: company?.id,
      time,
      templateId: template?.id,
      interactionGroupId: group?.id ?? template?.interactionGroupId,
      salespersonId: salesperson,
      campaignId: campaign?.id,
      correspondenceType: choice('correspondenceType', readCorrespondenceType, 'unknownCorrespondenceType'),
      evaluation: choice('evaluation', readEvaluation, 'unclearEvaluation'),
      responseStatusId: status?.id,
      // Without a day of its own an answer is as old as what it was given to; one that is no response has none.
      respondedDay: status?.counts === 'no' ? undefined : (respondedDay ?? (status && day)),
    }
    if (status?.counts === 'no' && respondedDay) remark('respondedDay')
    return {
      rev: 0,
      id: '' as InteractionLogEntry['id'],
      contactId: contact.id,
      contactName: contact.name,
      companyName: company?.name ?? '',
      day,
      description: text('description') || template?.description || templateWord || text('subject'),
      ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<InteractionLogEntry>),
      campaignTarget: false,
      campaignResponse: choice('campaignResponse', readYesNo, 'unclearYesNo') ?? false,
      subject: text('subject'),
      comment: text('comment'),
      comments: kept.map((words) => ({ day, by: this.occasion.user, text: words })),
      informationFlow: choice('informationFlow', readInformationFlow, 'unclearDirection') ?? template?.informationFlow ?? 'outbound',
      initiatedBy: choice('initiatedBy', readInitiatedBy, 'unclearDirection') ?? template?.initiatedBy ?? 'us',
      cost: number('cost'),
      duration: number('duration'),
      attemptFailed: choice('attemptFailed', readYesNo, 'unclearYesNo') ?? false,
      cancelled: choice('cancelled', readYesNo, 'unclearYesNo') ?? false,
      loggedBy: this.occasion.user,
      loggedAt: this.occasion.now,
    }
  }
}

/** An answer by its words: one of the campaign's own, or a shipped one that it knows. */
function responseIn(word: string, campaign: Existing['campaigns'][number] | undefined): ResponseStatus | undefined {
  if (word === '') return undefined
  const statuses = responseStatusesOf(campaign)
  const shipped = readShippedResponse(word)
  return (
    statuses.find(({ description }) => description !== '' && fold(description) === fold(word)) ??
    statuses.find(({ id, description }) => description === '' && id === shipped)
  )
}

const columnOf = (column: number | undefined) => (column === undefined ? {} : { column })

/** `9:30`, `09.30 Uhr`, `2:05 PM`. */
function timeOf(text: string): string | undefined {
  const [, hours = '', minutes = '', half] =
    /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:uhr|h|z)?\s*([ap]m)?\.?$/i.exec(text.trim()) ?? []
  if (hours === '') return undefined
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined
}

/** The first and the last day that the file speaks of. */
export function daysOfInteractions(sheet: Sheet, choices: ImportChoices): string[] {
  const cells = new SheetCells(sheet, choices)
  const order = cells.dayOrder('day')
  let [first, last] = ['', '']
  for (const row of sheet.rows) {
    const day = readDayAs(cells.text(cells.row(row), 'day'), order)
    if (!day) continue
    if (first === '' || day < first) first = day
    if (day > last) last = day
  }
  return first === '' ? [] : [first, last]
}
