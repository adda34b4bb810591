// Which row rests on which other one, for "Check my data". Only what the app itself never leaves without its other end: what the log says of
// templates, groups and salespeople may outlive them.
import type { LetterDocument } from '../../model/letter.ts'
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
        ]
  return [
    ...own,
    ...one('salesperson', 'salespeople', contact.salespersonId),
    ...one('territory', 'territories', contact.territoryId),
    ...several('mailingGroup', 'mailingGroups', contact.mailingGroupIds),
    ...several('answer', 'answers', contact.answerIds),
  ]
}

/** What a row rests on. A table that is not named rests on nothing. */
const rests: { [T in TableName]?: (row: Row<T>) => Reference[] } = {
  contacts: ofContact,
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
  entries: ({ contactId, loggedSegmentId, letter }) => [
    ...one('contact', 'contacts', contactId),
    ...one('loggedSegment', 'loggedSegments', loggedSegmentId),
    ...one('document', 'attachments', letter?.attachmentId),
  ],
  settings: (row) => (row.id === 'company' ? one('picture', 'attachments', row.logo) : []),
  campaignEntries: ({ campaignId }) => one('campaign', 'campaigns', campaignId),
}

/** What this row rests on. */
export const referencesOf = <T extends TableName>(table: T, row: Row<T>): Reference[] => rests[table]?.(row) ?? []
