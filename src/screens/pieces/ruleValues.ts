// One value of a rule as a person reads it: the name behind an id, the word for a choice.
import { exhaustive } from '../../base/never.ts'
import type { Rule } from '../../model/criteria.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, letterLanguageName } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { salutationName } from './salutations.ts'
import type { RuleSubject } from './criteria/ruleSubjects.ts'

/** Names of contacts and logged segments by id, of items by `itemKey`: they stand in no short list. */
export type OtherNames = ReadonlyMap<string, string>
export const noNames: OtherNames = new Map()

/** The values of a rule whose values stand in one list. */
export function chosenOf(rule: Rule): readonly string[] {
  if (rule.kind === 'text' || rule.kind === 'choice') return rule.values
  return 'ids' in rule ? rule.ids : []
}

type Say = (value: string, lists: Lists | undefined, others: OtherNames) => string

/** Subjects whose values are no words by themselves. */
const says: Partial<Record<RuleSubject, Say>> = {
  countryCode: countryName,
  languageCode: letterLanguageName,
  salutationCode: (value, lists) => lists?.salutations.find(({ code }) => code === value)?.description ?? salutationName(value),
  salespersonId: (value, lists) => lists?.salespeople.find(({ id }) => id === value)?.name ?? t('criteria.gone'),
  type: (value) => t(value === 'company' ? 'criteria.company' : 'criteria.person'),
  correspondenceType: (value) => t(value === 'email' ? 'segment.type.email' : 'segment.type.hardCopy'),
  mailingGroup: (value, lists) => named(lists?.mailingGroups, value),
  industryGroup: (value, lists) => named(lists?.industryGroups, value),
  businessRelation: (value, lists) => named(lists?.businessRelations, value),
  jobResponsibility: (value, lists) => named(lists?.jobResponsibilities, value),
  organizationalLevelId: (value, lists) => named(lists?.organizationalLevels, value),
  territoryId: (value, lists) => named(lists?.territories, value),
  answer: (value, lists) => (lists ? answersOf(lists) : []).find(({ id }) => id === value)?.text ?? t('criteria.gone'),
  targetOf: (value, lists) => campaignName(lists, value),
  segment: (value, _lists, others) => others.get(value) ?? t('criteria.gone'),
  contact: (value, _lists, others) => others.get(value) ?? t('criteria.gone'),
}

/** One value of a rule, in words. */
export const valueText = (subject: RuleSubject, value: string, lists: Lists | undefined, others: OtherNames = noNames): string =>
  says[subject]?.(value, lists, others) ?? value

/** Where the name of an item stands among the others: an item number may look like anything. */
export const itemKey = (no: string): string => `item ${no}`

/** An item as its latest purchase calls it; its number where that says nothing. */
export const itemText = (no: string, others: OtherNames): string => others.get(itemKey(no)) || no

/** Description of a row of a short list, or its code. */
export function named(rows: readonly { id: string; code: string; description: string }[] | undefined, id: string): string {
  const row = rows?.find((one) => one.id === id)
  return row ? row.description || row.code : t('criteria.gone')
}

function campaignName(lists: Lists | undefined, id: string): string {
  const campaign = lists?.campaigns.find((one) => one.id === id)
  return campaign ? campaign.description || campaign.no : t('criteria.gone')
}

/** Every answer with its question. */
export const answersOf = (lists: Lists): { id: string; text: string }[] =>
  lists.questionnaires.flatMap(({ questions }) =>
    questions.flatMap(({ description, answers }) =>
      answers.map((answer) => ({
        id: answer.id,
        text: description.endsWith('?')
          ? `${description} ${answer.description}`
          : t('criteria.answer', { question: description, answer: answer.description }),
      })),
    ),
  )

/** What can be chosen for a rule whose values are rows of a list; nothing when they are looked for in the contacts. */
export function listedValues(rule: Rule, lists: Lists | undefined): readonly string[] | undefined {
  const ids = (rows: readonly { id: string }[] | undefined) => (rows ?? []).map(({ id }) => id)
  switch (rule.kind) {
    case 'mailingGroup':
      return ids(lists?.mailingGroups)
    case 'industryGroup':
      return ids(lists?.industryGroups)
    case 'businessRelation':
      return ids(lists?.businessRelations)
    case 'jobResponsibility':
      return ids(lists?.jobResponsibilities)
    case 'answer':
      return ids(lists && answersOf(lists))
    case 'targetOf':
      return ids(lists?.campaigns)
    case 'text':
    case 'choice':
    case 'flag':
    case 'date':
    case 'number':
    case 'expression':
    case 'segment':
    case 'interaction':
    case 'purchase':
    case 'contact':
      return undefined
  }
  return exhaustive(rule)
}
