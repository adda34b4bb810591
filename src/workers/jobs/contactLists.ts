// Who has what of the short lists and of the profile answers: counted for the settings, found by words, listed before a row is deleted.
import { exhaustive } from '../../base/never.ts'
import { toDay } from '../../base/day.ts'
import type { SearchAnswer } from '../../columns/index.ts'
import { listTables, type HeldList, type ListTable } from '../../core/contact/lists.ts'
import type { Criteria, Rule } from '../../model/criteria.ts'
import type { AnswerId, BusinessRelationId, ContactId, IndustryGroupId, JobResponsibilityId, MailingGroupId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import type { ColumnHost } from './columnHost.ts'

/** By list and id: how many contacts have it. */
export type ListUse = Record<HeldList, Record<string, number>>

export interface ContactListJobs {
  /** How many contacts have each row of each short list, and gave each answer. */
  listUse: () => Promise<ListUse>
  /** Contacts that have one of these rows. */
  holdersOf: (list: HeldList, ids: readonly string[]) => Promise<ContactId[]>
  /** Contacts that have this row and bear every word, by name; `all` is how many have it. */
  searchHolders: (list: HeldList, id: string, text: string, limit: number) => Promise<SearchAnswer>
}

const heldLists: readonly HeldList[] = [...listTables, 'answers']

export const contactListJobs = (host: ColumnHost): ContactListJobs => ({
  listUse: async () => {
    const [ids, index] = await Promise.all([idsOfLists(host.db), host.fresh()])
    const useOf = (list: HeldList) => Object.fromEntries(ids[list].map((id) => [id, index.count(holding(list, [id]), anyDay)]))
    return Object.fromEntries(heldLists.map((list) => [list, useOf(list)])) as ListUse
  },
  holdersOf: async (list, ids) => {
    const index = await host.fresh()
    return index.idsOf(index.matching(holding(list, ids), anyDay))
  },
  searchHolders: async (list, id, text, limit) => {
    const index = await host.fresh()
    return index.search(text, limit, index.matching(holding(list, [id]), anyDay))
  },
})

/** Who has a row is the same on every day. */
const anyDay = toDay('2000-01-01')

/** Who has one of these itself: what a person takes over from her company is not among them. */
function holding(list: HeldList, ids: readonly string[]): Criteria {
  const company: Rule = { kind: 'choice', field: 'type', operator: 'isAnyOf', values: ['company'] }
  const has = ruleOf(list, [...ids])
  return { kind: 'group', match: 'all', items: has.kind === 'industryGroup' || has.kind === 'businessRelation' ? [company, has] : [has] }
}

function ruleOf(list: HeldList, ids: string[]): Rule {
  const operator = 'hasAnyOf'
  switch (list) {
    case 'mailingGroups':
      return { kind: 'mailingGroup', operator, ids: ids as MailingGroupId[] }
    case 'answers':
      return { kind: 'answer', operator, ids: ids as AnswerId[] }
    case 'industryGroups':
      return { kind: 'industryGroup', operator, ids: ids as IndustryGroupId[] }
    case 'businessRelations':
      return { kind: 'businessRelation', operator, ids: ids as BusinessRelationId[] }
    case 'jobResponsibilities':
      return { kind: 'jobResponsibility', operator, ids: ids as JobResponsibilityId[] }
    case 'territories':
      return { kind: 'choice', field: 'territoryId', operator: 'isAnyOf', values: ids }
    case 'organizationalLevels':
      return { kind: 'choice', field: 'organizationalLevelId', operator: 'isAnyOf', values: ids }
  }
  return exhaustive(list)
}

/** Every row of every list, and every answer of the questionnaires. */
async function idsOfLists(db: Database): Promise<Record<HeldList, readonly string[]>> {
  const rows = await Promise.all(listTables.map(async (table) => [table, await db.table(table).toCollection().primaryKeys()] as const))
  const questionnaires = await db.questionnaires.toArray()
  const answers = questionnaires.flatMap(({ questions }) => questions.flatMap((question) => question.answers.map(({ id }) => id)))
  return { ...(Object.fromEntries(rows) as Record<ListTable, string[]>), answers }
}
