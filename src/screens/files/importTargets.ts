// Where a column may go, by kind of rows, in the groups of the picker; which of them name a row, and which cells can be read in two ways.
import { fold } from '../../base/fold.ts'
import type { ImportColumn, ImportKind } from '../../model/importMapping.ts'
import { t, type Key } from '../../text/language.svelte.ts'
import type { OpenedFile } from '../../workers/jobs/imports.ts'

const contacts = [
  ['name', ['fullName', 'title', 'firstName', 'middleName', 'surname', 'initials', 'salutation', 'jobTitle', 'birthday']],
  ['company', ['companyName', 'name2', 'type', 'vatNo']],
  ['address', ['address', 'address2', 'postCode', 'city', 'county', 'country', 'territory']],
  ['reach', ['phone', 'mobilePhone', 'email', 'homePage', 'correspondenceType', 'language']],
  ['groups', ['mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities', 'organizationalLevel']],
  ['whoseContact', ['salespersonName', 'salespersonCode', 'no', 'externalId']],
  ['rules', ['excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsent', 'cadenceDays']],
] as const
const whom = ['contactNo', 'externalId', 'email', 'fullName', 'firstName', 'surname', 'companyName', 'postCode'] as const
const interactions = [
  ['whom', whom],
  [
    'happened',
    [
      'day',
      'time',
      'description',
      'template',
      'interactionGroup',
      'subject',
      'comment',
      'salesperson',
      'campaign',
      'response',
      'respondedDay',
    ],
  ],
  [
    'how',
    [
      'correspondenceType',
      'informationFlow',
      'initiatedBy',
      'attemptFailed',
      'cancelled',
      'campaignResponse',
      'evaluation',
      'cost',
      'duration',
    ],
  ],
] as const
const purchases = [
  ['whom', whom],
  ['bought', ['day', 'itemNo', 'description', 'itemGroup', 'quantity', 'amount']],
] as const

type Target = (typeof contacts | typeof interactions | typeof purchases)[number][1][number]
type Group = (typeof contacts | typeof interactions | typeof purchases)[number][0]
export interface TargetGroup {
  group: Group
  targets: readonly Target[]
}

const groups: Record<ImportKind, readonly (readonly [Group, readonly Target[]])[]> = { contacts, interactions, purchases }

const whoSays = ['contactNo', 'externalId', 'email', 'fullName', 'surname', 'companyName'] as const

/** Without one of these a row can become nothing. */
const naming: Record<ImportKind, readonly Target[]> = {
  contacts: ['fullName', 'title', 'firstName', 'surname', 'companyName'],
  interactions: whoSays,
  purchases: whoSays,
}
const days: readonly string[] = ['birthday', 'day', 'respondedDay'] satisfies Target[]
const figures: readonly string[] = ['cost', 'duration', 'quantity', 'amount'] satisfies Target[]
const lists: readonly string[] = ['mailingGroups', 'industryGroups', 'businessRelations', 'jobResponsibilities'] satisfies Target[]

export const isListTarget = (target: string | undefined): boolean => target !== undefined && lists.includes(target)

/** What a target is called; one of a newer version of the app is called by its own name. */
export function targetName(target: string): string {
  const known = Object.values(groups).some((list) => list.some(([, targets]) => (targets as readonly string[]).includes(target)))
  return known ? t(`import.target.${target as Target}`) : target
}

export const groupName = (group: Group): string => t(`import.group.${group}`)

/** The targets whose name, or whose group's, holds what was typed. */
export function searchTargets(kind: ImportKind, typed: string): TargetGroup[] {
  const wanted = fold(typed.trim())
  const has = (key: Key) => fold(t(key)).includes(wanted)
  return groups[kind].flatMap(([group, targets]) => {
    const found = has(`import.group.${group}`) ? targets : targets.filter((target) => has(`import.target.${target}`))
    return found.length > 0 ? [{ group, targets: found }] : []
  })
}

export const missingTarget = (kind: ImportKind, columns: readonly ImportColumn[]): boolean =>
  !columns.some(({ target }) => (naming[kind] as readonly (string | undefined)[]).includes(target))

/** The first column that can say who a row is: where a missing name is written. */
export const namingColumn = (kind: ImportKind, columns: readonly ImportColumn[]): number =>
  columns.findIndex(({ target }) => (naming[kind] as readonly (string | undefined)[]).includes(target))

/** Columns that are asked about: their cells leave it open, they go where it matters, and nobody has said it yet. */
export function questionsOf(opened: OpenedFile, columns: readonly ImportColumn[]): number[] {
  return opened.columns.flatMap(({ asks }, at) => {
    const { target = '', dayOrder, decimal } = columns[at] ?? {}
    const open = (asks === 'dayOrder' && days.includes(target) && !dayOrder) || (asks === 'decimal' && figures.includes(target) && !decimal)
    return open ? [at] : []
  })
}

/** Columns with a question, answered or not: the answer can be changed. */
export const asked = (opened: OpenedFile, columns: readonly ImportColumn[]): number[] =>
  questionsOf(
    opened,
    columns.map(({ target }) => (target === undefined ? {} : { target })),
  )

/** A column gets another target; a target stands once, so the column that had it is not taken any more. */
export function withTarget(columns: readonly ImportColumn[], at: number, target: string | undefined): ImportColumn[] {
  return columns.map((column, other) => {
    if (other === at) {
      const { target: _before, ...rest } = column
      return target === undefined ? rest : { ...rest, target }
    }
    if (target === undefined || column.target !== target || isListTarget(target)) return column
    const { target: _lost, ...rest } = column
    return rest
  })
}
