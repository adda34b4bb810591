// What every row that others name is called: groups, salespeople, templates, campaigns.
import type { Database } from '../database.ts'
import { readLists } from './lists.ts'

/** A name for the id of any row of the short lists; blank for one that is gone. */
export async function readListedNames(db: Database): Promise<(id: string | undefined) => string> {
  const lists = await readLists(db)
  const names = new Map<string, string>()
  const coded = [
    ...[lists.mailingGroups, lists.industryGroups, lists.businessRelations, lists.jobResponsibilities],
    ...[lists.organizationalLevels, lists.territories, lists.webSources, lists.interactionGroups, lists.templates],
  ]
  for (const rows of coded) for (const { id, code, description } of rows) names.set(id, description || code)
  for (const { id, name, code } of lists.salespeople) names.set(id, name || code)
  for (const { id, no, description } of lists.campaigns) names.set(id, [no, description].filter(Boolean).join(' '))
  return (id) => names.get(id ?? '') ?? ''
}
