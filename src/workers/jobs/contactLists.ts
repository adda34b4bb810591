// Who has what of the lists and of the profile answers: counted for the settings, found by words, listed before a row is changed.
import { exhaustive } from '../../base/never.ts'
import { toDay } from '../../base/day.ts'
import { count, or, type Bitmap, type ColumnIndex } from '../../columns/index.ts'
import { heldLists, listTables, type HeldList, type ListTable, type SetupList } from '../../core/contact/lists.ts'
import type { Uses } from '../../core/lists/uses.ts'
import type { ChoiceField, Criteria, Rule } from '../../model/criteria.ts'
import type { AnswerId, BusinessRelationId, ContactId, IndustryGroupId, JobResponsibilityId, MailingGroupId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import type { ColumnHost } from './columnHost.ts'
import type { EntryIndex } from './entryIndex.ts'
import { HeldBeside } from './heldBeside.ts'
import { meantCodes } from './knownCodes.ts'
import { readUses } from './listNaming.ts'

/** By list and id or code: how many contacts have it. */
export type ListUse = Record<HeldList, Record<string, number>>

/** Who has what of one list, how many entries of the log name it (salespeople only), and what else does. */
export interface UseOfList {
  contacts: Record<string, number>
  entries: Record<string, number>
  others: Uses
  /** Codes in use that are no country or language, with the one that was probably meant; blank where nobody knows. */
  meant: Record<string, string>
}

export interface ContactListJobs {
  /** What uses each row of a list, and each code that is in use. */
  usesOf: (list: SetupList) => Promise<UseOfList>

  /** How many contacts have each row of each list, and gave each answer. */
  listUse: () => Promise<ListUse>
  /** Contacts that have one of these rows. */
  holdersOf: (list: HeldList | SetupList, ids: readonly string[]) => Promise<ContactId[]>
  /** The same, with the number of the last commit that was looked at. */
  holdersAt: (list: HeldList | SetupList, ids: readonly string[]) => Promise<{ ids: ContactId[]; rev: number }>
}

export const contactListJobs = (host: ColumnHost, log: EntryIndex): ContactListJobs => {
  const holders = holdersIn(host)
  return {
    usesOf: async (list) => {
      const contacts = list === 'campaignStatuses' ? {} : await holders.use(list, (await idsOfLists(host.db))[list])
      const others = await readUses(host.db, list)
      const entries = list === 'salespeople' ? await entriesBySalesperson(log) : {}
      const codes = [...new Set([...Object.keys(contacts), ...Object.keys(others)])]
      return { contacts, entries, others, meant: meantCodes(list, codes) }
    },
    listUse: async () => {
      const ids = await idsOfLists(host.db)
      const use: Partial<ListUse> = {}
      for (const list of heldLists) use[list] = await holders.use(list, ids[list])
      return use as ListUse
    },
    holdersOf: async (list, ids) => (list === 'campaignStatuses' ? [] : holders.ask(list, ids, (index, found) => index.idsOf(found))),
    holdersAt: async (list, ids) => {
      if (list !== 'campaignStatuses') return holders.ask(list, ids, (index, found) => ({ ids: index.idsOf(found), rev: host.rev }))
      await host.fresh()
      return { ids: [], rev: host.rev }
    },
  }
}

async function entriesBySalesperson(log: EntryIndex): Promise<Record<string, number>> {
  const { entries } = await log.fresh()
  const counts: Record<string, number> = {}
  for (const { salespersonId } of entries.values()) if (salespersonId) counts[salespersonId] = (counts[salespersonId] ?? 0) + 1
  return counts
}

/** One for each index, whoever asks. */
const known = new WeakMap<ColumnHost, Holders>()
export function holdersIn(host: ColumnHost): Holders {
  const holders = known.get(host) ?? new Holders(host)
  known.set(host, holders)
  return holders
}

/** Finds who has what: by the columns, and for what is in no column by what is kept beside them. */
class Holders {
  readonly #host: ColumnHost
  readonly #beside: HeldBeside

  constructor(host: ColumnHost) {
    this.#host = host
    this.#beside = new HeldBeside(host.db)
  }

  /** To be waited for before the index is asked with `among`. */
  async ready(list: HeldList): Promise<void> {
    if (isBeside(list)) await this.#beside.fresh()
  }

  /** Who has one of these, in an index that was fresh after `ready`. */
  among(index: ColumnIndex, list: HeldList, ids: readonly string[]): Bitmap {
    const further = isBeside(list) ? index.members(this.#beside.holders(list, ids)) : undefined
    if (list === 'webSources') return further ?? index.members([])
    const found = index.matching(holding(list, ids), anyDay)
    return further ? or(found, further) : found
  }

  /** The same, asked of the index at once: after the next `await` it may be another. */
  async ask<T>(list: HeldList, ids: readonly string[], asked: (index: ColumnIndex, found: Bitmap) => T): Promise<T> {
    await this.ready(list)
    const index = await this.#host.fresh()
    return asked(index, this.among(index, list, ids))
  }

  /** How many contacts have each. @param rows those of the list; codes that are in use come from the contacts */
  async use(list: HeldList, rows: readonly string[]): Promise<Record<string, number>> {
    await this.ready(list)
    const index = await this.#host.fresh()
    const keys = isCoded(list) ? this.#codesInUse(index, list) : rows
    return Object.fromEntries(keys.map((key) => [key, count(this.among(index, list, [key]))]))
  }

  #codesInUse(index: ColumnIndex, list: CodeList): string[] {
    const values = index.values(codeFields[list], Number.MAX_SAFE_INTEGER).map(({ value }) => value)
    return [...new Set([...values, ...this.#beside.keys(list)])].filter(Boolean)
  }
}

const isBeside = (list: HeldList) => list === 'webSources' || list === 'countries'

const codeFields = { salutations: 'salutationCode', countries: 'countryCode', languages: 'languageCode' } as const
type CodeList = keyof typeof codeFields

const isCoded = (list: HeldList): list is CodeList => list in codeFields

/** Who has a row is the same on every day. */
const anyDay = toDay('2000-01-01')

/** Who has one of these itself: what a person takes over from her company is not among them. */
function holding(list: Exclude<HeldList, 'webSources'>, ids: readonly string[]): Criteria {
  const company: Rule = { kind: 'choice', field: 'type', operator: 'isAnyOf', values: ['company'] }
  const has = ruleOf(list, [...ids])
  return { kind: 'group', match: 'all', items: has.kind === 'industryGroup' || has.kind === 'businessRelation' ? [company, has] : [has] }
}

function ruleOf(list: Exclude<HeldList, 'webSources'>, ids: string[]): Rule {
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
      return choice('territoryId', ids)
    case 'organizationalLevels':
      return choice('organizationalLevelId', ids)
    case 'salespeople':
      return choice('salespersonId', ids)
    case 'salutations':
    case 'countries':
    case 'languages':
      return choice(codeFields[list], ids)
  }
  return exhaustive(list)
}

const choice = (field: ChoiceField, values: string[]): Rule => ({ kind: 'choice', field, operator: 'isAnyOf', values })

/** Every row of every list, and every answer of the questionnaires; codes are found where they are in use. */
async function idsOfLists(db: Database): Promise<Record<HeldList, readonly string[]>> {
  const tables = [...listTables, 'salespeople'] as const
  const rows = await Promise.all(tables.map(async (table) => [table, await db.table(table).toCollection().primaryKeys()] as const))
  const questionnaires = await db.questionnaires.toArray()
  const answers = questionnaires.flatMap(({ questions }) => questions.flatMap((question) => question.answers.map(({ id }) => id)))
  const byTable = Object.fromEntries(rows) as Record<ListTable | 'salespeople', string[]>
  return { ...byTable, answers, salutations: [], countries: [], languages: [] }
}
