// Everything the tablet knows about one contact, gathered as plain data with stable names: what a person may ask for, as a file of data, and
// what is printed for her in words. https://eur-lex.europa.eu/eli/reg/2016/679/oj, Articles 15 and 20
import type { Campaign } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment } from '../../model/interaction.ts'
import type { LetterEntry, LetterList, LetterValues } from '../../model/letter.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { CallRound } from '../../model/callRound.ts'
import type { Merge } from '../../model/merge.ts'
import type { Line, Segment } from '../../model/segment.ts'
import type { Pace } from '../../model/settings.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import { responseStatusesOf } from '../campaign/responses.ts'
import { asPlainWords, isList } from '../letter/valueKinds.ts'
import { cadenceOf } from './cadence.ts'

/** Everything that names her, as it was read. */
export interface KnownGround {
  contact: Contact
  company: Contact | undefined
  entries: readonly InteractionLogEntry[]
  /** Her lines in logged segments, each with the line whose letter she got: her own, or that of another one. */
  logged: readonly { segment: LoggedSegment; line: LoggedLine; letter: LoggedLine }[]
  /** Her lines in open segments; without one she is kept out of it. */
  open: readonly { segment: Segment; line: Line | undefined }[]
  tasks: readonly Task[]
  opportunities: readonly Opportunity[]
  /** Call rounds she is or was in. */
  callRounds: readonly CallRound[]
  /** Campaigns whose target group she is in, by name. */
  targetOf: readonly string[]
  /** How often she wants to be heard of, where a class says it. */
  pace: Pace | undefined
  /** All of them: they say what was answered. */
  campaigns: readonly Campaign[]
  merges: readonly Merge[]
  /** What was done to the card, by the journal; of an import with its file. */
  journal: readonly { at: string; what: string; fileName: string }[]
  purchases: readonly { day: string; itemNo: string; description: string; quantity: number; amount: number }[]
  questionnaires: readonly Questionnaire[]
  /** What a row of any short list is called. */
  nameOf: (id: string | undefined) => string
  /** The file an attachment came from. */
  fileOf: (id: string | undefined) => string
}

/** What stands in the file: names are stable, values are as they are stored; nothing that is blank. */
export type KnownValue = string | number | boolean | KnownData | readonly KnownValue[]
export interface KnownData {
  [name: string]: KnownValue
}

/** In the order in which a person reads it. */
export function knownAbout(ground: KnownGround): KnownData {
  const { contact, purchases } = ground
  return filled({
    contact: fieldsOf(ground),
    consents: filled({
      excludeFromSegment: contact.excludeFromSegment,
      privacyBlocked: contact.privacyBlocked,
      ...(contact.type === 'person' ? { minor: contact.minor, parentalConsent: contact.parentalConsent } : {}),
    }),
    alternativeAddresses: contact.alternativeAddresses.map((address) => filled({ ...address })),
    groups: groupsOf(ground),
    answers: answersOf(ground),
    notes: (contact.notes ?? []).map(({ day, by, text }) => filled({ day, by, text })),
    interactions: ground.entries.map((entry) => interaction(entry, ground)),
    openSegments: ground.open.map(({ segment, line }) =>
      filled({ ...titleOf(segment), ...(line ? ownOf(line, ground) : { keptOut: true as const }) }),
    ),
    tasks: ground.tasks.map((task) => taskOf(task, ground)),
    opportunities: ground.opportunities.map((one) => opportunityOf(one, ground)),
    callRounds: ground.callRounds.map(({ startedAt, description, skipped, leftOut = [] }) =>
      filled({
        ...{ at: startedAt, description, skipped: skipped.includes(contact.id) || undefined },
        notCalled: leftOut.find(({ contactId }) => contactId === contact.id)?.why,
      }),
    ),
    targetGroups: [...ground.targetOf],
    loggedSegments: ground.logged.map((one) => loggedSegment(one, ground)),
    campaigns: [...new Set(ground.entries.flatMap(({ campaignId }) => ground.nameOf(campaignId) || []))],
    purchases: purchases.map(({ day, itemNo, description, quantity, amount }) => filled({ day, itemNo, description, quantity, amount })),
    merged: ground.merges.map(({ at, by, lost }) => filled({ at, by, name: lost.name, no: lost.no, email: lost.email, phone: lost.phone })),
    origin: ground.journal.map((row) => filled({ ...row })),
  })
}

/** Without what says nothing. */
function filled(fields: Record<string, unknown>): KnownData {
  const says = (value: unknown) =>
    value !== undefined &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0) &&
    !(isData(value) && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value))) as KnownData
}

const isData = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Said elsewhere in the file, or of the tablet's own making. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['rev', 'sample', 'excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsent', 'alternativeAddresses', 'notes', 'answerIds'],
  ...['mailingGroupIds', 'industryGroupIds', 'businessRelations', 'jobResponsibilityIds', 'webSources', 'companyId', 'imageId'],
  ...['salespersonId', 'territoryId', 'organizationalLevelId', 'former', 'cadenceDays'],
])

function fieldsOf({ contact, company, nameOf, fileOf, pace }: KnownGround): KnownData {
  const plain = Object.fromEntries(Object.entries(contact).filter(([name]) => !elsewhere.has(name)))
  return filled({
    ...plain,
    ...{ company: company?.name, salesperson: nameOf(contact.salespersonId), territory: nameOf(contact.territoryId) },
    organizationalLevel: contact.type === 'person' ? nameOf(contact.organizationalLevelId) : undefined,
    picture: fileOf(contact.imageId),
    cadenceDays: cadenceOf(contact, company?.type === 'company' ? company : undefined, pace)?.days,
    formerNos: (contact.former ?? []).map(({ no, externalId }) => [no, externalId].filter(Boolean).join(', ')),
  })
}

function groupsOf({ contact, nameOf }: KnownGround): KnownData {
  const names = (ids: readonly string[]) => ids.map(nameOf)
  const own =
    contact.type === 'company'
      ? {
          industryGroups: names(contact.industryGroupIds),
          businessRelations: contact.businessRelations.map(({ businessRelationId, no }) =>
            [nameOf(businessRelationId), no].filter(Boolean).join(' '),
          ),
          webSources: (contact.webSources ?? []).map(({ webSourceId, searchWord }) =>
            [nameOf(webSourceId), searchWord].filter(Boolean).join(' '),
          ),
        }
      : { jobResponsibilities: names(contact.jobResponsibilityIds) }
  return filled({ mailingGroups: names(contact.mailingGroupIds), ...own })
}

const answersOf = ({ contact, questionnaires }: KnownGround): KnownData[] =>
  questionnaires.flatMap((questionnaire) =>
    questionnaire.questions.flatMap(({ description, answers }) =>
      answers
        .filter(({ id }) => contact.answerIds.includes(id))
        .map((answer) => filled({ questionnaire: questionnaire.description, question: description, answer: answer.description })),
    ),
  )

function interaction(entry: InteractionLogEntry, { nameOf, fileOf, campaigns }: KnownGround): KnownData {
  const answer = responseStatusesOf(campaigns.find(({ id }) => id === entry.campaignId)).find(({ id }) => id === entry.responseStatusId)
  const { day, time, description, subject, comment, comments, correspondenceType, informationFlow, initiatedBy, contactVia } = entry
  const { cost, duration, evaluation, respondedDay, attemptFailed, delivery, cancelled, cancelReason, loggedBy, loggedAt, letter } = entry
  return filled({
    ...{ day, time, description, subject, template: nameOf(entry.templateId), interactionGroup: nameOf(entry.interactionGroupId) },
    ...{ company: entry.companyName, salesperson: nameOf(entry.salespersonId), campaign: nameOf(entry.campaignId) },
    ...{ correspondenceType, informationFlow, initiatedBy, contactVia, alternativeAddress: entry.alternativeAddress },
    ...{ language: entry.languageCode, comment, remarks: comments.map((one) => filled({ ...one })), evaluation, respondedDay, delivery },
    ...{ attemptFailed: attemptFailed || undefined, cost: cost || undefined, duration: duration || undefined },
    ...{ callOutcome: entry.callOutcome, response: answer && (answer.description || answer.id), responseCounts: answer?.counts },
    ...{ cancelled: cancelled || undefined, cancelReason, loggedBy, loggedAt },
    letter: letter && filled({ document: fileOf(letter.attachmentId), values: valuesOf(letter.values) }),
  })
}

function taskOf(task: Task, { nameOf }: KnownGround): KnownData {
  const { day, description, no, type, time, duration, location, status, priority, notes, closedDay, cancelled } = task
  return filled({
    ...{ day, description, no, taskType: type, time, duration, location, status, priority, notes, closedDay },
    ...{ cancelled: cancelled || undefined, salesperson: nameOf(task.salespersonId), campaign: nameOf(task.campaignId) },
  })
}

function opportunityOf(one: Opportunity, { nameOf }: KnownGround): KnownData {
  const { day, description, no, status, expectedDay, estimatedValue, chance, closedDay, closedValue, closeReason, notes } = one
  return filled({
    ...{ day, description, no, opportunityStatus: status, expectedDay, estimatedValue, chance, closedDay, closedValue, closeReason, notes },
    ...{ salesperson: nameOf(one.salespersonId), campaign: nameOf(one.campaignId) },
  })
}

const titleOf = ({ no, description, day }: Segment): KnownData => filled({ no, description, day })

function ownOf({ comment, document, own, pinned }: Line, { nameOf, fileOf }: KnownGround): KnownData {
  const { salespersonId, campaignId, templateId, ...plain } = own
  return filled({
    ...{
      comment,
      pinned,
      ownDocument: document && (document.fileName || fileOf(document.attachmentId)),
      ownSubject: document?.subject,
      ...plain,
    },
    ...{ salesperson: nameOf(salespersonId), campaign: nameOf(campaignId), template: nameOf(templateId) },
  })
}

function loggedSegment({ segment, line, letter }: KnownGround['logged'][number], ground: KnownGround): KnownData {
  const { no, day, header, values } = segment
  const said = { document: ground.fileOf(letter.attachmentId), values: valuesOf({ ...values, ...letter.values }) }
  const { comment, document, own } = line.line
  return filled({
    ...{ no, description: header.description, day, name: line.name, company: line.companyName, city: line.city, leftOut: line.leftOut },
    ...{ comment, ownDocument: document?.fileName, ownSubject: document?.subject },
    ...{ subject: own.subject, contactVia: own.contactVia, letterWithOthers: letter !== line || undefined },
    letter: letter.attachmentId && filled(said),
  })
}

/** What was filled into the letter, by the name of the merge field. */
const valuesOf = (values: Readonly<LetterValues>): KnownData =>
  filled(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, isList(value) ? listKnown(value) : asPlainWords(value, (day) => day)]),
    ),
  )

/** Without the mark of whom an entry speaks. */
const listKnown = ({ list }: LetterList): KnownData[] =>
  list.map(({ Contact_Id: _, ...entry }) =>
    filled(Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, wordKnown(value)]))),
  )

function wordKnown(value: LetterEntry[string]): string | number {
  if (typeof value !== 'object') return value
  return 'day' in value ? value.day : ''
}
