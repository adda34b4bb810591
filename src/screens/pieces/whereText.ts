// What an interaction or a purchase must be like, in words: when, which template, how it went.
import type { EntryWhere, PurchaseWhere, Rule } from '../../model/criteria.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { amount, either, figure } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { rangeText } from './criteria/dayWords.ts'
import { named, valueText, type OtherNames } from './ruleValues.ts'

type HistoryRule = Extract<Rule, { atLeast: number }>

/** "at least 2", "none": how many there must be. */
export function howManyText({ operator, atLeast }: HistoryRule): string {
  return operator === 'has' ? t('criteria.operator.hasCount', { count: atLeast }) : t('criteria.operator.hasNoneCount', { count: atLeast })
}

/** All that one row must be like, joined by dots. */
export function whereText(rule: HistoryRule, lists: Lists | undefined, others: OtherNames): string {
  const parts = rule.kind === 'interaction' ? entryParts(rule.where, lists, others) : purchaseParts(rule.where)
  return [rangeText(rule.where.within), ...parts].filter((part) => part !== '').join(' · ')
}

const listed = (values: readonly string[] | undefined): string => (values && values.length > 0 ? either(values) : '')

function entryParts(where: EntryWhere, lists: Lists | undefined, others: OtherNames): string[] {
  const groups = where.interactionGroupIds?.map((id) => named(lists?.interactionGroups, id))
  return [
    listed(where.templateIds?.map((id) => named(lists?.templates, id))),
    groups && groups.length > 0 ? t('criteria.where.groupIs', { group: listed(groups) }) : '',
    listed(where.campaignIds?.map((id) => lists?.campaigns.find((one) => one.id === id)?.description ?? t('criteria.gone'))),
    listed(where.salespersonIds?.map((id) => valueText('salespersonId', id, lists))),
    listed(where.loggedSegmentIds?.map((id) => others.get(id) ?? t('criteria.gone'))),
    listed(where.evaluations?.map((one) => t(`criteria.who.${one}`))),
    listed(where.correspondenceTypes?.map((one) => valueText('correspondenceType', one, lists))),
    ...outcomeParts(where),
  ]
}

const outcomeParts = ({ informationFlow, initiatedBy, attempt, response, cancelledToo }: EntryWhere): string[] => [
  informationFlow ? t(`criteria.flow.${informationFlow}`) : '',
  initiatedBy ? t(`criteria.begun.${initiatedBy}`) : '',
  attempt ? t(`criteria.attempt.${attempt}`) : '',
  response === undefined ? '' : t(response ? 'criteria.answered.yes' : 'criteria.answered.no'),
  cancelledToo ? t('criteria.where.cancelledToo') : '',
]

const purchaseParts = ({ itemNos, itemGroups, quantityFrom, amountFrom }: PurchaseWhere): string[] => [
  listed(itemNos),
  listed(itemGroups),
  quantityFrom === undefined ? '' : t('criteria.where.quantityFrom', { quantity: figure(quantityFrom) }),
  amountFrom === undefined ? '' : t('criteria.where.amountFrom', { amount: amount(amountFrom) }),
]
