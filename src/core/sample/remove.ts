// Taking the sample data out, and nothing else: own contacts, segments and log entries stay. What they had of the sample goes: groups, a
// salesperson, a company, lines of invented people, the template or campaign of a header. Own log entries and logged segments are evidence
// and stay as they are; they name their people themselves. Own saved criteria keep what they ask, although nobody answers to it any more:
// taken out of a condition, a name that is gone would make it mean more people.
import type { CallRound } from '../../model/callRound.ts'
import type { Contact } from '../../model/contact.ts'
import type { Line, Segment, SegmentLines, Step, StepOutcome } from '../../model/segment.ts'
import type { Defaults, Pace, Settings } from '../../model/settings.ts'
import type { Task } from '../../model/task.ts'
import { noChanges, tableNames, type AllRows, type Changes, type Row, type TableName } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { attachmentsOf } from '../letter/pictures.ts'

/** Removes every sample row and every trace of one in own rows that can still change. */
export function planRemoveSample(all: AllRows): Changes {
  const gone = sampleIds(all)
  const changes = noChanges()
  for (const table of tableNames) {
    const ids = all[table].filter((row) => gone[table].has(row.id)).map((row) => row.id)
    if (ids.length > 0) changes.remove[table] = ids
  }
  keep(changes, 'contacts', all, gone, (contact) => ownContact(contact, gone))
  keep(changes, 'segments', all, gone, (segment) => ownSegment(segment, gone))
  keep(changes, 'segmentLines', all, gone, (lines) => ownLines(lines, gone))
  keep(changes, 'steps', all, gone, (step) => ownStep(step, gone))
  keep(changes, 'templates', all, gone, (row) =>
    without(without(row, 'interactionGroupId', gone.interactionGroups), 'campaignId', gone.campaigns),
  )
  keep(changes, 'campaigns', all, gone, (row) =>
    without(without(row, 'salespersonId', gone.salespeople), 'statusId', gone.campaignStatuses),
  )
  keep(changes, 'targetGroups', all, gone, (row) => ({ ...row, contactIds: kept(row.contactIds, gone.contacts) }))
  keep(changes, 'callRounds', all, gone, (row) => ownRound(row, gone))
  keep(changes, 'tasks', all, gone, (row) =>
    without(without(ownAbout(row, gone), 'opportunityId', gone.opportunities), 'nextTaskId', gone.tasks),
  )
  keep(changes, 'opportunities', all, gone, (row) => ownAbout(row, gone))
  keep(changes, 'entries', all, gone, (row) => without(without(row, 'callRoundId', gone.callRounds), 'opportunityId', gone.opportunities))
  keep(changes, 'campaignEntries', all, gone, (row) => without(row, 'salespersonId', gone.salespeople))
  keep(changes, 'settings', all, gone, (row) => ownSettings(row, gone))
  keep(changes, 'attachments', all, gone, ({ sample: _, ...row }) => row)
  putHeaders(changes, all)
  return changes
}

/** Takes contacts that go out of the open segments: their lines, and every trace by which an undo would bring them back. */
export function planLeaveSegments(all: OpenSegments, contacts: ReadonlySet<string>): { changes: Changes; lines: number } {
  const none = Object.fromEntries([...tableNames, 'answers'].map((table) => [table, new Set<string>()]))
  const gone = { ...none, contacts } as Gone
  const changes = noChanges()
  keep(changes, 'segmentLines', all, gone, (lines) => ownLines(lines, gone))
  keep(changes, 'steps', all, gone, (step) => ownStep(step, gone))
  putHeaders(changes, all)
  return { changes, lines: linesLost(all, gone) }
}

/** Open segments as they stand. */
export type OpenSegments = Pick<AllRows, 'segments' | 'segmentLines' | 'steps'>

/** A segment is written with its header, as by every act: by that others see that its lines or steps are not what they were. */
function putHeaders({ put, requires }: Changes, all: Pick<AllRows, 'segments'>) {
  const touched = new Set([...(put.segmentLines ?? []).map(({ id }) => id), ...(put.steps ?? []).map(({ segmentId }) => segmentId)])
  for (const { id } of put.segments ?? []) touched.delete(id)
  const headers = all.segments.filter(({ id }) => touched.has(id))
  if (headers.length === 0) return
  put.segments = [...(put.segments ?? []), ...headers]
  requires.push(...headers.map((row) => asRead('segments', row)))
}

/** How many lines own segments lose by it, to be told before. */
export function linesLostWithSample(all: AllRows): number {
  return linesLost(all, sampleIds(all))
}

const linesLost = ({ segmentLines }: Pick<AllRows, 'segmentLines'>, gone: Gone): number =>
  segmentLines
    .filter((row) => !gone.segmentLines.has(row.id))
    .reduce((sum, row) => sum + row.lines.filter((line) => gone.contacts.has(line.contactId)).length, 0)

/** Ids that go, by table, and the answers of questionnaires that go. */
type Gone = Record<TableName | 'answers', Set<string>>

/** Whatever bears the mark, and what hangs on it: steps and lines of sample segments, purchases of invented companies. */
function sampleIds(all: AllRows): Gone {
  const gone = Object.fromEntries(
    tableNames.map((table) => [table, new Set(all[table].filter((row) => row.sample).map((row) => row.id))]),
  ) as Gone
  const questions = all.questionnaires.filter(({ id }) => gone.questionnaires.has(id)).flatMap((row) => row.questions)
  gone.answers = new Set(questions.flatMap(({ answers }) => answers.map(({ id }) => id)))
  for (const row of all.segmentLines) if (gone.segments.has(row.id)) gone.segmentLines.add(row.id)
  for (const row of all.steps) if (gone.segments.has(row.segmentId)) gone.steps.add(row.id)
  for (const row of all.loggedStates) if (gone.loggedSegments.has(row.id)) gone.loggedStates.add(row.id)
  for (const row of all.loggedLines) if (gone.loggedSegments.has(row.loggedSegmentId)) gone.loggedLines.add(row.id)
  for (const row of all.purchases) if (gone.contacts.has(row.companyId)) gone.purchases.add(row.id)
  for (const row of all.targetGroups) if (gone.campaigns.has(row.id)) gone.targetGroups.add(row.id)
  for (const row of all.callRounds) if (gone.segments.has(row.segmentId)) gone.callRounds.add(row.id)
  for (const row of all.campaignEntries) if (gone.campaigns.has(row.campaignId)) gone.campaignEntries.add(row.id)
  for (const id of ownDocuments(all, gone)) gone.attachments.delete(id ?? '')
  return gone
}

/** Documents and pictures that own rows use: they stay. */
function ownDocuments(all: AllRows, gone: Gone): (string | undefined)[] {
  const own = <T extends TableName>(table: T): Row<T>[] => (all[table] as Row<T>[]).filter(({ id }) => !gone[table].has(id))
  const ofLine = ({ document }: Line) => (document ? attachmentsOf(document) : [])
  const ofOutcome = ({ added, removed }: StepOutcome) => [...added, ...removed.map(({ line }) => line)].flatMap(ofLine)
  return [
    ...own('templates').flatMap(({ documents }) => documents.flatMap(attachmentsOf)),
    ...own('segmentLines').flatMap(({ lines }) => lines.flatMap(ofLine)),
    ...own('steps').flatMap(({ outcome, recipe = [] }) => [outcome, ...recipe.flatMap((card) => outcomeIn(card) ?? [])].flatMap(ofOutcome)),
    ...own('loggedLines').flatMap(({ lines }) => lines.map(({ attachmentId }) => attachmentId)),
    ...own('entries').map(({ letter }) => letter?.attachmentId),
    ...own('settings').map((row) => (row.id === 'company' ? row.logo : undefined)),
  ]
}

/** Puts the own rows of a table that differ without the sample. */
function keep<T extends TableName>(changes: Changes, table: T, all: Pick<AllRows, T>, gone: Gone, change: (row: Row<T>) => Row<T>) {
  const put: Row<T>[] = []
  for (const row of all[table] as unknown as Row<T>[]) {
    if (gone[table].has(row.id)) continue
    const changed = change(row)
    if (sameRow(row, changed)) continue
    put.push(changed)
    changes.requires.push(asRead(table, row))
  }
  if (put.length > 0) Object.assign(changes.put, { [table]: put })
}

/** Same fields with the very same values: what is not changed is not copied either. */
function sameRow(one: object, other: object): boolean {
  const [left, right] = [Object.entries(one), Object.entries(other) as [string, unknown][]]
  return left.length === right.length && right.every(([key, value]) => value === (one as Record<string, unknown>)[key])
}

/** The row without a reference to something that goes. */
function without<R extends object, K extends keyof R>(row: R, field: K, gone: ReadonlySet<string>): R {
  if (!gone.has(String(row[field]))) return row
  const { [field]: _, ...rest } = row
  return rest as R
}

const kept = <T extends string>(ids: T[], gone: ReadonlySet<string>): T[] =>
  ids.some((id) => gone.has(id)) ? ids.filter((id) => !gone.has(id)) : ids

function ownContact(contact: Contact, gone: Gone): Contact {
  const shared = {
    ...without(without(contact, 'salespersonId', gone.salespeople), 'territoryId', gone.territories),
    mailingGroupIds: kept(contact.mailingGroupIds, gone.mailingGroups),
    answerIds: kept(contact.answerIds, gone.answers),
  }
  if (shared.type === 'company') {
    const relations = shared.businessRelations.filter(({ businessRelationId }) => !gone.businessRelations.has(businessRelationId))
    const sources = shared.webSources?.filter(({ webSourceId }) => !gone.webSources.has(webSourceId))
    return {
      ...shared,
      ...given({ webSources: sources?.length === shared.webSources?.length ? shared.webSources : sources }),
      industryGroupIds: kept(shared.industryGroupIds, gone.industryGroups),
      businessRelations: relations.length === shared.businessRelations.length ? shared.businessRelations : relations,
    }
  }
  const alone = without(without(shared, 'companyId', gone.contacts), 'organizationalLevelId', gone.organizationalLevels)
  return { ...alone, jobResponsibilityIds: kept(alone.jobResponsibilityIds, gone.jobResponsibilities) }
}

function withoutReferences<R extends Pick<Segment, 'salespersonId' | 'campaignId' | 'templateId'>>(row: R, gone: Gone): R {
  return without(without(without(row, 'salespersonId', gone.salespeople), 'campaignId', gone.campaigns), 'templateId', gone.templates)
}

const ownSegment = (segment: Segment, gone: Gone): Segment => without(withoutReferences(segment, gone), 'followUpOf', gone.loggedSegments)

function ownLines(row: SegmentLines, gone: Gone): SegmentLines {
  const { pinnedOut } = row
  return { ...row, lines: linesOf(row.lines, gone), ...given({ pinnedOut: pinnedOut && kept(pinnedOut, gone.contacts) }) }
}

function linesOf(lines: Line[], gone: Gone): Line[] {
  const own = lines.filter((line) => !gone.contacts.has(line.contactId)).map((line) => ownLine(line, gone))
  return own.length === lines.length && own.every((line, index) => line === lines[index]) ? lines : own
}

function ownLine(line: Line, gone: Gone): Line {
  const own = withoutReferences(line.own as Pick<Segment, 'salespersonId' | 'campaignId' | 'templateId'>, gone)
  return own === line.own ? line : { ...line, own }
}

/** Undo must not bring an invented person back, nor must a card of an edited recipe. */
function ownStep(step: Step, gone: Gone): Step {
  const outcome = ownOutcome(step.outcome, gone)
  const recipe = step.recipe?.map((card) => ('outcome' in card ? { ...card, outcome: ownOutcome(card.outcome, gone) } : card))
  const isSame = outcome === step.outcome && (recipe ?? []).every((card, at) => outcomeIn(card) === outcomeIn(step.recipe?.[at]))
  return isSame ? step : { ...step, outcome, ...(recipe && { recipe }) }
}

const outcomeIn = (card: NonNullable<Step['recipe']>[number] | undefined) => (card && 'outcome' in card ? card.outcome : undefined)

function ownOutcome(outcome: StepOutcome, gone: Gone): StepOutcome {
  const { added, removed, keptOut, letIn } = outcome
  const nowAdded = linesOf(added, gone)
  const stay = removed.filter(({ line }) => !gone.contacts.has(line.contactId))
  const nowRemoved = stay.map((one) => ({ ...one, line: ownLine(one.line, gone) }))
  const same = nowAdded === added && stay.length === removed.length && nowRemoved.every((one, index) => one.line === removed[index]?.line)
  const pins = { keptOut: keptOut && kept(keptOut, gone.contacts), letIn: letIn && kept(letIn, gone.contacts) }
  if (same && pins.keptOut === keptOut && pins.letIn === letIn) return outcome
  return { ...outcome, added: nowAdded, removed: nowRemoved, ...given(pins) }
}

/** Own tasks and opportunities stay, with nobody where they were with somebody invented. */
function ownAbout<R extends Pick<Task, 'contactId' | 'companyId' | 'salespersonId' | 'campaignId'>>(row: R, gone: Gone): R {
  const alone = without(without(row, 'contactId', gone.contacts), 'companyId', gone.contacts)
  return without(without(alone, 'salespersonId', gone.salespeople), 'campaignId', gone.campaigns)
}

function ownRound(round: CallRound, gone: Gone): CallRound {
  const leftOut = round.leftOut?.filter(({ contactId }) => !gone.contacts.has(contactId))
  return {
    ...without(without(round, 'templateId', gone.templates), 'campaignEntryId', gone.campaignEntries),
    ...{ contactIds: kept(round.contactIds, gone.contacts), skipped: kept(round.skipped, gone.contacts) },
    ...given({ leftOut: leftOut?.length === round.leftOut?.length ? round.leftOut : leftOut }),
  }
}

/** Classes that go have no rhythm. */
function ownPace(row: Pace, gone: Gone): Pace {
  const cadences = row.cadences.filter(({ list, id }) => !gone[list].has(id))
  return cadences.length === row.cadences.length ? row : { ...row, cadences }
}

function ownDefaults(row: Defaults, gone: Gone): Defaults {
  const contact = without(without(row.contact, 'salespersonId', gone.salespeople), 'territoryId', gone.territories)
  const segment = without(without(row.segment, 'salespersonId', gone.salespeople), 'templateId', gone.templates)
  return { ...row, contact, segment }
}

function ownSettings(row: Settings, gone: Gone): Settings {
  if (row.id === 'tablet') return without(row, 'salespersonId', gone.salespeople)
  if (row.id === 'defaults') return ownDefaults(row, gone)
  if (row.id === 'pace') return ownPace(row, gone)
  if (row.id !== 'interactionSetup') return row
  const kept = without(without(row, 'callsTemplateId', gone.templates), 'emailsTemplateId', gone.templates)
  return without(kept, 'coverSheetsTemplateId', gone.templates)
}
