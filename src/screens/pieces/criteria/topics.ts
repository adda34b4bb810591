// What the picker offers: each a ready rule, with the words it stands under, in the order of the picker.
import type { Rule } from '../../../model/criteria.ts'
import { t } from '../../../text/language.svelte.ts'
import { isUnfinished, newRule, subjectOf, subjectText, type RuleSubject } from './ruleSubjects.ts'

export interface Topic {
  key: string
  text: () => string
  /** Other words that people use for it, parted by commas. */
  aliases: () => string
  rule: Rule
}
export type TopicGroup = 'contact' | 'company' | 'groups' | 'history' | 'campaign' | 'reach' | 'marks'

const about = (subject: RuleSubject, of?: 'company'): Topic => ({
  key: of ? `${subject} of company` : subject,
  text: () => subjectText(subject, of),
  aliases: () => t(`criteria.alias.${subject}`),
  rule: newRule(subject, of),
})
const ofContact = (...subjects: RuleSubject[]) => subjects.map((subject) => about(subject))
const ofCompany = (...subjects: RuleSubject[]) => subjects.map((subject) => about(subject, 'company'))

/** Made a target of a campaign, or answered to one. BC: Interaction Log Entry "Campaign Target", "Campaign Response" */
const ofCampaign: Topic[] = [
  {
    key: 'campaignTarget',
    text: () => t('criteria.topic.campaignTarget'),
    aliases: () => t('criteria.alias.campaignTarget'),
    rule: { kind: 'interaction', operator: 'has', atLeast: 1, where: { campaignTarget: true } },
  },
  {
    key: 'campaignResponse',
    text: () => t('criteria.topic.campaignResponse'),
    aliases: () => t('criteria.alias.campaignResponse'),
    rule: { kind: 'interaction', operator: 'has', atLeast: 1, where: { response: true } },
  },
]

export const topicGroups: readonly { label: TopicGroup; topics: readonly Topic[] }[] = [
  {
    label: 'contact',
    topics: ofContact(
      ...(['city', 'postCode', 'county', 'countryCode', 'type', 'languageCode', 'salespersonId', 'territoryId'] as const),
      ...(['salutationCode', 'name', 'firstName', 'surname', 'jobTitle', 'birthday', 'no', 'externalId'] as const),
      ...(['createdAt', 'changedAt', 'contact'] as const),
    ),
  },
  {
    label: 'company',
    topics: [
      ...ofContact('companyName', 'industryGroup', 'businessRelation'),
      ...ofCompany('city', 'postCode', 'county', 'countryCode', 'salespersonId', 'territoryId', 'vatNo', 'mailingGroup', 'answer'),
      ...ofCompany('no', 'externalId', 'homePage', 'excludeFromSegment'),
      ...ofContact('peopleInCompany'),
    ],
  },
  { label: 'groups', topics: ofContact('mailingGroup', 'answer', 'jobResponsibility', 'organizationalLevelId') },
  {
    label: 'history',
    topics: [
      ...ofContact('interaction', 'lastInteraction', 'interactions', 'nextContact', 'overdueDays', 'cadenceDays'),
      ...ofCompany('interaction', 'lastInteraction'),
      ...ofContact('purchase', 'lastPurchase', 'purchases', 'purchaseAmount'),
    ],
  },
  { label: 'campaign', topics: [...ofContact('segment', 'targetOf'), ...ofCampaign] },
  { label: 'reach', topics: ofContact('correspondenceType', 'address', 'email', 'phone', 'mobilePhone', 'homePage') },
  { label: 'marks', topics: ofContact('excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsent') },
]

/** Whether a topic brings its values along. */
const isReady = (rule: Rule): boolean =>
  'atLeast' in rule ? Object.keys(rule.where).length > 0 : ('values' in rule || 'ids' in rule) && !isUnfinished(rule)

/**
 * The rule about another field; how it is compared and its values stay where the field can have them. Where no value was given yet, it
 * begins as the new field is asked most often.
 */
export function withTopic(rule: Rule, { rule: fresh }: Topic): Rule {
  const of = 'of' in fresh && fresh.of ? { of: fresh.of } : {}
  const sameValues = subjectOf(rule) === subjectOf(fresh) || (rule.kind === 'text' && fresh.kind === 'text')
  if (rule.kind !== fresh.kind || !sameValues || isReady(fresh) || isUnfinished(rule)) return fresh
  const { of: _, ...bare } = { of: undefined, ...rule }
  return { ...bare, ...('field' in fresh && { field: fresh.field }), ...of } as Rule
}

/** How well fields are filled, as the index counts it. */
export interface Rates {
  all: number
  filled: Partial<Record<string, number>>
}

/** Of a hundred contacts so many have something there; nothing where it is not counted, or says nothing. */
export function fillRate({ rule, key }: Topic, rates: Rates | undefined): number | undefined {
  const filled = rates?.filled[key]
  if (!rates || rates.all === 0 || filled === undefined || rule.kind === 'flag' || 'atLeast' in rule) return undefined
  const percent = (100 * filled) / rates.all
  return percent > 0 && percent < 1 ? 1 : Math.floor(percent)
}

const everyTopic = topicGroups.flatMap(({ topics }) => topics)

/** What is asked of a field of the contact. */
export const topicOf = (subject: RuleSubject): Topic => everyTopic.find(({ key }) => key === subject) ?? about(subject)
const useful = [
  ...['city', 'postCode', 'countryCode', 'salespersonId', 'territoryId', 'industryGroup', 'businessRelation', 'mailingGroup'],
  ...['lastInteraction', 'jobResponsibility', 'answer', 'languageCode', 'birthday', 'lastPurchase', 'organizationalLevelId', 'jobTitle'],
]
const suggestedAtMost = 6

/** Fields that people choose by, in the order of their use, of which enough is filled in these data. */
export function suggested(rates: Rates | undefined): Topic[] {
  if (!rates) return []
  return useful
    .flatMap((key) => everyTopic.filter((topic) => topic.key === key && (fillRate(topic, rates) ?? 0) >= 50))
    .slice(0, suggestedAtMost)
}

const recentAtMost = 4
let recent: readonly string[] = []

/** What was picked since the app was opened, the latest first. */
export const recentTopics = (): Topic[] => recent.flatMap((key) => everyTopic.filter((topic) => topic.key === key))
export function remember(topic: Topic): void {
  const known = everyTopic.some(({ key }) => key === topic.key) ? topic.key : subjectOf(topic.rule)
  recent = [known, ...recent.filter((key) => key !== known)].slice(0, recentAtMost)
}
