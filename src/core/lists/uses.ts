// What names a row of a list beside contacts and the interaction log: each with what it is called, to be led there.
import type { SetupList } from '../contact/lists.ts'
import type { Row, TableName } from '../../model/tables.ts'
import { namedIn, namedPart } from './mentions.ts'

export const useKinds = [
  'savedCriteria',
  'segments',
  'templates',
  'campaigns',
  'loggedSegments',
  'questionnaires',
  'tasks',
  'opportunities',
  'settings',
] as const
export type UseKind = (typeof useKinds)[number]

export interface UseOf {
  kind: UseKind
  /** Of the settings the page where it stands: `company`, `tablet`, `newContacts`, `newSegments`, `pace`. */
  id: string
  name: string
}

/** By id or code of the list: what names it, each once. */
export type Uses = Record<string, UseOf[]>

type Owner<T extends TableName> = (row: Row<T>) => UseOf | undefined
/** By id. */
export type Names = Pick<{ [T in TableName]: ReadonlyMap<string, Row<T>> }, 'segments' | 'loggedSegments' | 'campaigns'>

const segmentNamed = (names: Names, id: string): UseOf | undefined => {
  const segment = names.segments.get(id)
  return segment && { kind: 'segments', id, name: segment.description || segment.no }
}
const loggedNamed = (names: Names, id: string): UseOf | undefined => {
  const logged = names.loggedSegments.get(id)
  return logged && { kind: 'loggedSegments', id, name: logged.header.description || logged.no }
}
const campaignNamed = (names: Names, id: string): UseOf | undefined => {
  const campaign = names.campaigns.get(id)
  return campaign && { kind: 'campaigns', id, name: campaign.description || campaign.no }
}

/** Where a row of the table is found by a person. */
const owners = (names: Names): { [T in TableName]?: Owner<T> } => ({
  savedCriteria: ({ id, description, code }) => ({ kind: 'savedCriteria', id, name: description || code }),
  steps: ({ segmentId }) => segmentNamed(names, segmentId),
  segments: ({ id }) => segmentNamed(names, id),
  segmentLines: ({ id }) => segmentNamed(names, id),
  templates: ({ id, description, code }) => ({ kind: 'templates', id, name: description || code }),
  campaigns: ({ id }) => campaignNamed(names, id),
  campaignEntries: ({ campaignId }) => campaignNamed(names, campaignId),
  tasks: ({ id, description, no }) => ({ kind: 'tasks', id, name: description || no }),
  opportunities: ({ id, description, no }) => ({ kind: 'opportunities', id, name: description || no }),
  callRounds: ({ segmentId }) => segmentNamed(names, segmentId),
  loggedSegments: ({ id }) => loggedNamed(names, id),
  loggedLines: ({ loggedSegmentId }) => loggedNamed(names, loggedSegmentId),
  questionnaires: ({ id, description, code }) => ({ kind: 'questionnaires', id, name: description || code }),
})

/** Of the defaults each part stands on a page of its own; which codes are offered first is no use. */
const settingsPages = (row: Row<'settings'>): [page: string, part: unknown][] =>
  row.id === 'defaults'
    ? [
        ['newContacts', row.contact],
        ['newSegments', row.segment],
      ]
    : [[row.id, row]]

/** Adds to the uses what one row names. */
export function addUses<T extends TableName>(uses: Uses, table: T, row: Row<T>, list: SetupList, names: Names): void {
  if (table === 'settings') {
    for (const [id, part] of settingsPages(row as Row<'settings'>)) add(uses, { kind: 'settings', id, name: '' }, namedPart(part, list))
    return
  }
  const owner = owners(names)[table]?.(row)
  if (owner) add(uses, owner, namedIn(table, row, list))
}

function add(uses: Uses, owner: UseOf, keys: ReadonlySet<string>): void {
  for (const key of keys) {
    const known = (uses[key] ??= [])
    if (!known.some(({ kind, id }) => kind === owner.kind && id === owner.id)) known.push(owner)
  }
}
