// Finding what a rule is about: by its words, by other words that people use for it, and by a value out of a short list, as "Visit" among
// the interaction templates. Accents, case, hyphens and blanks do not matter.
import { fold } from '../../../base/fold.ts'
import type { Rule } from '../../../model/criteria.ts'
import type { Lists } from '../../../storage/read/lists.ts'
import { t } from '../../../text/language.svelte.ts'
import { codedOptions, type Option } from '../choices.ts'
import { listedValues, valueText } from '../ruleValues.ts'
import { newRule, subjectText, type RuleSubject } from './ruleSubjects.ts'
import { topicGroups, type Topic, type TopicGroup } from './topics.ts'

const split = /[\s\-/.,()]+/
const plain = (text: string) => fold(text).split(split).filter(Boolean)
/** A phrase without blanks, from each of its words on: "postcode", "code". */
const starts = (phrase: string): string[] => plain(phrase).map((_, at, words) => words.slice(at).join(''))

/** How well words fit what is searched, 0 best: begins like it, a word of it does, another word for it does, it stands somewhere in it. */
export function fit(search: string, text: string, aliases = ''): number | undefined {
  const words = plain(search)
  const key = words.join('')
  if (!key) return 0
  const own = starts(text)
  if (own[0]?.startsWith(key)) return 0
  if (own.some((one) => one.startsWith(key))) return 1
  const others = aliases.split(',').flatMap(starts)
  if (others.some((one) => one === key)) return 1.5
  if (others.some((one) => one.startsWith(key))) return 2
  const all = [...own, ...others]
  if (words.length > 1 && words.every((word) => all.some((one) => one.startsWith(word)))) return 3
  return own[0]?.includes(key) ? 4 : undefined
}

/** The topics that fit, what fits best first; a group stands where its best one does. */
export function foundTopics(search: string): { label: TopicGroup; best: number; topics: Topic[] }[] {
  return topicGroups
    .map(({ label, topics }) => {
      const fitting = topics
        .map((topic) => ({ topic, rank: fit(search, topic.text(), topic.aliases()) }))
        .filter((one): one is { topic: Topic; rank: number } => one.rank !== undefined)
        .sort((a, b) => a.rank - b.rank)
      return { label, best: fitting[0]?.rank ?? Infinity, topics: fitting.map(({ topic }) => topic) }
    })
    .filter(({ topics }) => topics.length > 0)
    .sort((a, b) => a.best - b.best)
}

/** All that fits, in the order of the sheet: values come after fields that are called like it, and before those that are only meant. */
export function found(search: string, lists: Lists | undefined): { label: TopicGroup | 'values'; topics: Topic[] }[] {
  const called = foundTopics(search)
  const values = { label: 'values' as const, topics: foundValues(search, lists) }
  const after = called.findIndex(({ best }) => best > 1)
  const at = after < 0 ? called.length : after
  return [...called.slice(0, at), values, ...called.slice(at)].filter(({ topics }) => topics.length > 0)
}

const listed = ['mailingGroup', 'industryGroup', 'businessRelation', 'jobResponsibility', 'answer'] as const
const ofEntry = ['templateIds', 'interactionGroupIds', 'campaignIds'] as const
/** So long is the shortest value that a longer word is taken for. */
const shortestStem = 4
const shownAtMost = 8

/** The lists whose values are found: words, values, and the rule about one of them. */
function shortLists(lists: Lists): { subject: RuleSubject; about: string; values: Option[]; rule: (value: string) => Rule }[] {
  const options = (subject: RuleSubject, values: readonly string[] = []) =>
    values.map((value) => ({ value, label: valueText(subject, value, lists) }))
  const campaigns = lists.campaigns.map(({ id, no, description }) => ({ value: id, label: description || no }))
  const entry = {
    templateIds: codedOptions(lists.templates),
    interactionGroupIds: codedOptions(lists.interactionGroups),
    campaignIds: campaigns,
  }
  const choices = {
    salespersonId: lists.salespeople.map(({ id }) => id),
    territoryId: lists.territories.map(({ id }) => id),
    organizationalLevelId: lists.organizationalLevels.map(({ id }) => id),
  }
  return [
    ...ofEntry.map((name) => ({
      subject: 'interaction' as const,
      about: t('criteria.foundEntry', { what: t(`criteria.where.${name}`) }),
      values: entry[name],
      rule: (value: string): Rule => ({ kind: 'interaction', operator: 'has', atLeast: 1, where: { [name]: [value] } }),
    })),
    ...listed.map((kind) => ({
      subject: kind,
      about: subjectText(kind),
      values: options(kind, listedValues(newRule(kind), lists)),
      rule: (value: string) => ({ kind, operator: 'hasAnyOf', ids: [value] }) as Rule,
    })),
    ...(['salespersonId', 'territoryId', 'organizationalLevelId'] as const).map((field) => ({
      subject: field,
      about: subjectText(field),
      values: options(field, choices[field]),
      rule: (value: string): Rule => ({ kind: 'choice', field, operator: 'isAnyOf', values: [value] }),
    })),
  ]
}

/** A word of the value begins as it is searched, or the search goes on from it: "visited" finds Visit. */
function valueFits(search: string, label: string): boolean {
  const key = plain(search).join('')
  if (key.length < 2) return false
  return (
    starts(label).some((one) => one.startsWith(key)) || plain(label).some((word) => word.length >= shortestStem && key.startsWith(word))
  )
}

/** Values of short lists that fit, each as a ready rule. */
export function foundValues(search: string, lists: Lists | undefined): Topic[] {
  if (!lists) return []
  return shortLists(lists)
    .flatMap(({ subject, about, values, rule }) =>
      values
        .filter(({ label }) => valueFits(search, label))
        .map(({ value, label }) => ({
          key: `${subject} ${about} ${value}`,
          text: () => t('criteria.foundValue', { about, value: label }),
          aliases: () => '',
          rule: rule(value),
        })),
    )
    .slice(0, shownAtMost)
}
