// What is asked of every engine: twelve counts (and one more of the log) as criteria of the app, and trees of which one rule is edited while
// it is counted. The peers say the same in their own words, in the same order. The app finds Müller by "mueller" as well; the peers keep the
// plain form only, and no word that is asked here is found in the other form alone, so all count the same (test/columns/textRule.test.ts).
import { addDays, type Day } from '../../../src/base/day.ts'
import { fold } from '../../../src/base/fold.ts'
import type { Criteria, Group, RelativeDay, Rule } from '../../../src/model/criteria.ts'
import { answers, industryGroups, itemGroups, mailingGroups, salespeople, surnames, templates, territories, today } from './data.ts'

/** `plain`: a look-up that an ordinary index answers; `hard`: what choosing people is made of; `other`: counted in the mean only. */
export type Sort = 'plain' | 'hard' | 'other'
export interface Question {
  name: string
  sort: Sort
  criteria: Criteria
  /** Not how many, but the first fifty by name. */
  first?: true
  /** Beside the twelve. */
  beside?: true
}

/** What the questions ask for, for the peers as well. */
export const asked = {
  salesperson: 7,
  prefix: 'mar',
  part: 'gard',
  countries: ['DE', 'AT', 'CH'],
  groups: [3, 7],
  created: [addDays(today, -800), addDays(today, -400)] as const,
  language: 'en',
  notGroup: 5,
  since: addDays(today, -90),
  territories: [1, 2, 3],
  otherSalesperson: 3,
  answer: 17,
  industry: 7,
  words: ['lund', 'ham'],
  bought: [addDays(today, -500), addDays(today, -300)] as const,
  itemGroup: itemGroups[3] ?? '',
  template: 3,
}

const all = (...items: (Rule | Group)[]): Group => ({ kind: 'group', match: 'all', items })
const any = (...items: (Rule | Group)[]): Group => ({ kind: 'group', match: 'any', items })
const none = (...items: (Rule | Group)[]): Group => ({ kind: 'group', match: 'none', items })
const pick = (values: readonly string[], at: readonly number[]) => at.map((one) => values[one] ?? '') as never[]
const exact = (day: Day) => ({ kind: 'exact' as const, day })
const daysAgo = (count: number) => ({ kind: 'ago' as const, count, unit: 'day' as const })

type Choice = Extract<Rule, { kind: 'choice' }>
const choice = (field: Choice['field'], ...values: string[]): Rule => ({ kind: 'choice', field, operator: 'isAnyOf', values })
const text = (field: Extract<Rule, { kind: 'text' }>['field'], operator: 'contains' | 'startsWith', value: string): Rule => ({
  kind: 'text',
  field,
  operator,
  values: [value],
})
const groups = (operator: 'hasAnyOf' | 'hasNoneOf', ...at: number[]): Rule => ({
  kind: 'mailingGroup',
  operator,
  ids: pick(mailingGroups, at),
})
const answered = (...at: number[]): Rule => ({ kind: 'answer', operator: 'hasAnyOf', ids: pick(answers, at) })
const industry = (...at: number[]): Rule => ({ kind: 'industryGroup', operator: 'hasAnyOf', ids: pick(industryGroups, at) })
const person = choice('type', 'person')
const by = (...at: number[]): Rule => choice('salespersonId', ...pick(salespeople, at))
const inTerritory = (...at: number[]): Rule => choice('territoryId', ...pick(territories, at))
const notMetFor = (count: number, template?: number): Rule => notMetSince(daysAgo(count), template)
const notMetSince = (from: RelativeDay, template?: number): Rule => ({
  ...{ kind: 'interaction', operator: 'hasNone', atLeast: 1 },
  where: { within: { from }, ...(template === undefined ? {} : { templateIds: pick(templates, [template]) }) },
})
const within = ([from, to]: readonly [Day, Day]) => ({ from: exact(from), to: exact(to) })
const word = (value: string): Group =>
  any(...(['name', 'companyName', 'city', 'email'] as const).map((field) => text(field, 'contains', value)))

export const questions: Question[] = [
  { name: 'one salesperson', sort: 'plain', criteria: all(by(asked.salesperson)) },
  { name: 'surname begins with', sort: 'plain', criteria: all(text('surname', 'startsWith', asked.prefix)) },
  { name: 'name contains', sort: 'hard', criteria: all(text('name', 'contains', asked.part)) },
  { name: 'set membership', sort: 'hard', criteria: all(choice('countryCode', ...asked.countries), groups('hasAnyOf', ...asked.groups)) },
  {
    ...{ name: 'made between two days', sort: 'plain' },
    criteria: all({ kind: 'date', field: 'createdAt', operator: 'between', ...within(asked.created) }),
  },
  {
    ...{ name: 'negation', sort: 'hard' },
    criteria: all(
      { kind: 'flag', field: 'excludeFromSegment', is: false },
      { kind: 'choice', field: 'languageCode', operator: 'isNoneOf', values: [asked.language] },
      groups('hasNoneOf', asked.notGroup),
    ),
  },
  { name: 'no interaction in 90 days', sort: 'hard', criteria: all(notMetSince(exact(asked.since))) },
  {
    ...{ name: 'nested', sort: 'hard' },
    criteria: any(
      all(choice('countryCode', 'DE'), any(inTerritory(...asked.territories), by(asked.otherSalesperson))),
      all(choice('correspondenceType', 'email'), { kind: 'flag', field: 'privacyBlocked', is: false }, answered(asked.answer)),
    ),
  },
  {
    ...{ name: 'by the company', sort: 'other' },
    criteria: all(
      person,
      { kind: 'choice', field: 'countryCode', operator: 'isAnyOf', values: ['DE'], of: 'company' },
      industry(asked.industry),
    ),
  },
  { name: 'first 50 by name', sort: 'other', first: true, criteria: all(choice('countryCode', 'DE'), person) },
  { name: 'free text', sort: 'hard', criteria: all(...asked.words.map(word)) },
  {
    ...{ name: 'bought between two days', sort: 'hard' },
    criteria: all(person, {
      ...{ kind: 'purchase', operator: 'has', atLeast: 1 },
      where: { within: within(asked.bought), itemGroups: [asked.itemGroup] },
    }),
  },
  {
    ...{ name: 'a letter between two days', sort: 'hard', beside: true },
    criteria: all(person, {
      ...{ kind: 'interaction', operator: 'has', atLeast: 1 },
      where: { within: within(asked.bought), templateIds: pick(templates, [asked.template]) },
    }),
  },
]

/** Rules that are asked alone, beside a bare scan of an array of this type; by their places behind the questions. */
const alone: { name: string; rule: Rule; type: 'Uint8' | 'Uint16' }[] = [
  { name: 'a value of a list', type: 'Uint8', rule: by(asked.otherSalesperson) },
  { name: 'a day', type: 'Uint16', rule: { kind: 'date', field: 'createdAt', operator: 'between', ...within(asked.bought) } },
  { name: 'yes or no', type: 'Uint8', rule: { kind: 'flag', field: 'excludeFromSegment', is: true } },
]
export const singles = alone.map(({ name, type }, at) => ({ name, type, question: questions.length + at }))
/** The criteria of a question, or of a rule that is asked alone. */
export const criteriaOf = (at: number): Criteria | undefined => {
  const single = alone[at - questions.length]
  return questions[at]?.criteria ?? (single && all(single.rule))
}

/** One rule of a tree is edited, the others stay; `at` counts the edits, and none asks for what another asked. */
export interface Edit {
  name: string
  rules: number
  criteria: (at: number) => Criteria
}

const beginnings = [...new Set(surnames.map((name) => fold(name).slice(0, 4)))]
/** What is typed, a different part of a name each time. */
export const typed = (at: number) => beginnings[at] ?? ''
export const days = (at: number) => 20 + at * 3
export const amount = (at: number) => 500 + at * 50
/** Two different mailing groups. */
export const pair = (at: number): [number, number] => [at % 30, (at + 1 + Math.floor(at / 30)) % 30]

export const edits: Edit[] = [
  {
    ...{ name: 'typing a name', rules: 4 },
    criteria: (at) =>
      all(
        choice('countryCode', ...asked.countries),
        groups('hasAnyOf', ...asked.groups),
        notMetFor(90),
        text('name', 'contains', typed(at)),
      ),
  },
  {
    ...{ name: 'days since the last contact', rules: 5 },
    criteria: (at) =>
      all(
        by(1, 2, 3, 4, 5),
        any(inTerritory(1, 2, 3), choice('correspondenceType', 'email')),
        { kind: 'flag', field: 'excludeFromSegment', is: false },
        { kind: 'date', field: 'lastInteraction', operator: 'before', from: daysAgo(days(at)), blanks: true },
      ),
  },
  {
    ...{ name: 'mailing groups', rules: 5 },
    criteria: (at) =>
      all(person, answered(17, 18, 19), industry(3, 7), none(groups('hasAnyOf', ...pair(at)), choice('languageCode', 'fr'))),
  },
  {
    ...{ name: 'without a visit for so long', rules: 4 },
    criteria: (at) =>
      all(choice('countryCode', 'DE', 'AT', 'CH', 'FR', 'NL'), any(answered(17), groups('hasAnyOf', 3)), notMetFor(days(at), 2)),
  },
  {
    ...{ name: 'bought for so much', rules: 3 },
    criteria: (at) =>
      all(
        inTerritory(4, 5),
        {
          ...{ kind: 'purchase', operator: 'has', atLeast: 1 },
          where: { itemGroups: [asked.itemGroup], amountFrom: amount(at) },
        },
        notMetFor(90),
      ),
  },
]
