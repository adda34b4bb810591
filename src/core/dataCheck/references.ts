// Which row rests on which other one, for "Check my data". Only what the app itself never leaves without its other end: what the log says of
// templates, groups and salespeople may outlive them. An entry, a task, an opportunity may have come from a segment or an entry that is gone, a
// call round from a segment that was logged; whom a round could not reach because she was deleted it says itself; an answer outlives its campaign.
import type { LetterDocument } from '../../model/letter.ts'
import type { Cadence } from '../../model/settings.ts'
import type { Row, TableName } from '../../model/tables.ts'
import { picturesOf } from '../letter/pictures.ts'

/** Answers are not rows of their own: they stand in the questionnaires. */
export type Target = TableName | 'answers'

export interface Reference {
  /** The row's field, or what of it. */
  field: string
  to: Target
  id: string
}

const one = (field: string, to: Target, id: string | undefined): Reference[] => (id === undefined ? [] : [{ field, to, id }])
const several = (field: string, to: Target, ids: readonly string[]): Reference[] => ids.map((id) => ({ field, to, id }))
const documents = (list: readonly LetterDocument[]) => [
  ...several(
    'document',
    'attachments',
    list.map(({ attachmentId }) => attachmentId),
  ),
  ...several(
    'picture',
    'attachments',
    list.flatMap(({ written }) => (written ? picturesOf(written) : [])),
  ),
]

type About = Pick<Row<'tasks'>, 'contactId' | 'companyId' | 'salespersonId' | 'campaignId'>

const about = ({ contactId, companyId, salespersonId, campaignId }: About): Reference[] => [
  ...one('contact', 'contacts', contactId),
  ...one('company', 'contacts', companyId),
  ...one('salesperson', 'salespeople', salespersonId),
  ...one('campaign', 'campaigns', campaignId),
]

/** In which list a class with a rhythm of its own stands, and what it is called. */
const classes: Record<Cadence['list'], string> = {
  ...{ mailingGroups: 'mailingGroup', industryGroups: 'industryGroup', businessRelations: 'businessRelation' },
  ...{ organizationalLevels: 'organizationalLevel', answers: 'answer' },
}

function ofContact(contact: Row<'contacts'>): Reference[] {
  const own =
    contact.type === 'person'
      ? [
          ...one('company', 'contacts', contact.companyId),
          ...several('jobResponsibility', 'jobResponsibilities', contact.jobResponsibilityIds),
          ...one('organizationalLevel', 'organizationalLevels', contact.organizationalLevelId),
        ]
      : [
          ...several('industryGroup', 'industryGroups', contact.industryGroupIds),
          ...several(
            'businessRelation',
            'businessRelations',
            contact.businessRelations.map(({ businessRelationId }) => businessRelationId),
          ),
          ...several(
            'webSource',
            'webSources',
            (contact.webSources ?? []).map(({ webSourceId }) => webSourceId),
          ),
        ]
  return [
    ...own,
    ...one('picture', 'attachments', contact.imageId),
    ...one('salesperson', 'salespeople', contact.salespersonId),
    ...one('territory', 'territories', contact.territoryId),
    ...several('mailingGroup', 'mailingGroups', contact.mailingGroupIds),
    ...several('answer', 'answers', contact.answerIds),
  ]
}

function ofSettings(row: Row<'settings'>): Reference[] {
  if (row.id === 'company') return one('picture', 'attachments', row.logo)
  return row.id === 'pace' ? row.cadences.flatMap(({ list, id }) => one(classes[list], list, id)) : []
}

/** What a row rests on. A table that is not named rests on nothing. */
const rests: { [T in TableName]?: (row: Row<T>) => Reference[] } = {
  contacts: ofContact,
  salespeople: ({ signature }) => one('picture', 'attachments', signature),
  purchases: ({ companyId }) => one('company', 'contacts', companyId),
  templates: ({ interactionGroupId, documents: own }) => [
    ...one('interactionGroup', 'interactionGroups', interactionGroupId),
    ...documents(own),
  ],
  segmentLines: ({ id, lines }) => [
    ...one('segment', 'segments', id),
    ...several(
      'contact',
      'contacts',
      lines.map(({ contactId }) => contactId),
    ),
    ...documents(lines.flatMap(({ document }) => document ?? [])),
  ],
  steps: ({ segmentId }) => one('segment', 'segments', segmentId),
  loggedLines: ({ loggedSegmentId, lines }) => [
    ...one('loggedSegment', 'loggedSegments', loggedSegmentId),
    ...several(
      'document',
      'attachments',
      lines.flatMap(({ attachmentId }) => attachmentId ?? []),
    ),
  ],
  loggedStates: ({ id }) => one('loggedSegment', 'loggedSegments', id),
  // Whom it was with may be deleted or forgotten since: the entry goes on being counted.
  entries: ({ loggedSegmentId, letter, callRoundId, opportunityId }) => [
    ...one('callRound', 'callRounds', callRoundId),
    ...one('opportunity', 'opportunities', opportunityId),
    ...one('loggedSegment', 'loggedSegments', loggedSegmentId),
    ...one('document', 'attachments', letter?.attachmentId),
  ],
  settings: ofSettings,
  campaigns: ({ statusId }) => one('campaignStatus', 'campaignStatuses', statusId),
  campaignEntries: ({ campaignId }) => one('campaign', 'campaigns', campaignId),
  targetGroups: ({ id, contactIds }) => [...one('campaign', 'campaigns', id), ...several('contact', 'contacts', contactIds)],
  callRounds: ({ campaignEntryId }) => one('campaignEntry', 'campaignEntries', campaignEntryId),
  tasks: (row) => [...about(row), ...one('opportunity', 'opportunities', row.opportunityId)],
  opportunities: about,
}

/** What this row rests on. */
export const referencesOf = <T extends TableName>(table: T, row: Row<T>): Reference[] => rests[table]?.(row) ?? []
