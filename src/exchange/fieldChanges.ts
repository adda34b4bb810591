// What a row changes on a contact, field by field and in words, so that it can be looked at before it happens.
import type { Contact } from '../model/contact.ts'
import type { FieldChange } from './importPlan.ts'
import type { MadeLists } from './madeLists.ts'

/** Fields of a contact and the names under which their columns are chosen. */
const fields: Record<string, string> = {
  name: 'fullName',
  countryCode: 'country',
  languageCode: 'language',
  salutationCode: 'salutation',
}

const lists = {
  mailingGroupIds: 'mailingGroups',
  industryGroupIds: 'industryGroups',
  jobResponsibilityIds: 'jobResponsibilities',
  salespersonId: 'salespeople',
  territoryId: 'territories',
  organizationalLevelId: 'organizationalLevels',
} as const
const listTargets: Record<string, string> = {
  salespeople: 'salespersonName',
  territories: 'territory',
  organizationalLevels: 'organizationalLevel',
}

const untold = new Set(['id', 'rev', 'no', 'type', 'changedAt', 'companyId', 'name', 'alternativeAddresses', 'answerIds'])

/** Before and after in words; of a person's name the parts. */
export function fieldChanges(before: Contact, after: Contact, made: MadeLists): FieldChange[] {
  if (before === after) return []
  const was = before as unknown as Record<string, unknown>
  const is = after as unknown as Record<string, unknown>
  const changes: FieldChange[] = []
  if (before.type === 'company' && before.name !== after.name)
    changes.push({ field: 'companyName', before: before.name, after: after.name })
  for (const field of Object.keys(is)) {
    if (was[field] === is[field] || untold.has(field)) continue
    const words = (value: unknown) => inWords(field, value, made)
    const [old, now] = [words(was[field]), words(is[field])]
    if (old !== now) changes.push({ field: targetOf(field), before: old, after: now })
  }
  return changes
}

function targetOf(field: string): string {
  const table = lists[field as keyof typeof lists] as string | undefined
  if (table) return listTargets[table] ?? table
  return fields[field] ?? field
}

/** A yes or no stays `true` or `false`: the screen has the words. */
function inWords(field: string, value: unknown, made: MadeLists): string {
  if (value === undefined || value === '') return ''
  const table = lists[field as keyof typeof lists] as (typeof lists)[keyof typeof lists] | undefined
  if (table) {
    const ids = (Array.isArray(value) ? value : [value]) as string[]
    return ids.map((id) => made.wordsOf(table, id)).join(', ')
  }
  if (field === 'businessRelations')
    return (value as { businessRelationId: string }[]).map((one) => made.wordsOf('businessRelations', one.businessRelationId)).join(', ')
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) : ''
}
