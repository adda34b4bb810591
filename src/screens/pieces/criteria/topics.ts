// What the picker offers: each a ready rule, with the words it stands under, in the order of the picker.
import type { Rule } from '../../../model/criteria.ts'
import { t } from '../../../text/language.svelte.ts'
import { newRule, subjectText, type RuleSubject } from './ruleSubjects.ts'

export interface Topic {
  key: string
  text: () => string
  rule: Rule
}
export type TopicGroup = 'contact' | 'company' | 'groups' | 'history' | 'campaign' | 'reach' | 'marks'

const about = (subject: RuleSubject, of?: 'company'): Topic => ({
  key: of ? `${subject} of company` : subject,
  text: () => subjectText(subject, of),
  rule: newRule(subject, of),
})
const ofContact = (...subjects: RuleSubject[]) => subjects.map((subject) => about(subject))
const ofCompany = (...subjects: RuleSubject[]) => subjects.map((subject) => about(subject, 'company'))

/** Made a target of a campaign, or answered to one. BC: Interaction Log Entry "Campaign Target", "Campaign Response" */
const ofCampaign: Topic[] = [
  {
    key: 'campaignTarget',
    text: () => t('criteria.topic.campaignTarget'),
    rule: { kind: 'interaction', operator: 'has', atLeast: 1, where: { campaignTarget: true } },
  },
  {
    key: 'campaignResponse',
    text: () => t('criteria.topic.campaignResponse'),
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
      ...ofContact('interaction', 'lastInteraction', 'interactions'),
      ...ofCompany('interaction', 'lastInteraction'),
      ...ofContact('purchase', 'lastPurchase', 'purchases', 'purchaseAmount'),
    ],
  },
  { label: 'campaign', topics: [...ofContact('segment'), ...ofCampaign] },
  { label: 'reach', topics: ofContact('correspondenceType', 'address', 'email', 'phone', 'mobilePhone', 'homePage') },
  { label: 'marks', topics: ofContact('excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsent') },
]
