// Rules about what happened, as clauses: "had no visit in the last 90 days", "whose company bought saws for at least 5 000".
import type { EntryWhere, PurchaseWhere, Rule, RuleOf } from '../../../model/criteria.ts'
import { quantity } from '../../../text/format.ts'
import { statusName } from '../responseText.ts'
import { t } from '../../../text/language.svelte.ts'
import { itemText, named, valueText } from '../ruleValues.ts'
import { lackingText, orText, say, tailText, type Around, type Clause } from './clause.ts'
import { rangeText, whenWords } from './dayWords.ts'

type NamesOnly = Pick<Around, 'lists' | 'others'>
type HistoryRule = RuleOf<'interaction'> | RuleOf<'purchase'>

/** What happened has a name of its own, is of a group, or is anything. */
interface What {
  by: 'template' | 'group' | 'any'
  what: string
  /** What else holds for the same interaction or purchase. */
  details: string[]
}

const has = (values: readonly unknown[] | undefined): boolean => values !== undefined && values.length > 0

export function interactionClause(rule: RuleOf<'interaction'>, around: Around): Clause {
  const of = rule.of ?? 'self'
  const { by, what, details } = interactionWhat(rule.where, around)
  const words = { of, what, ...countAndWhen(rule, around) }
  const negative = rule.operator === 'hasNone'
  return {
    of,
    says: say(`interaction.${rule.operator}.${by}`, around.path, words),
    aside: asides(rule, details, around),
    ...historyTail(rule, around),
    negative,
    ...(negative && !rule.of ? { without: say(`interaction.without.${by}`, around.path, words) } : {}),
  }
}

export function purchaseClause(rule: RuleOf<'purchase'>, around: Around): Clause {
  const { by, what, details } = purchaseWhat(rule.where, around)
  const amount = rangeWords('amount', rule.where.amountFrom, rule.where.amountTo)
  const words = { what, amount, ...countAndWhen(rule, around) }
  return {
    of: 'company',
    says: say(`purchase.${rule.operator}.${by === 'any' ? 'any' : 'named'}`, around.path, words),
    aside: asides(rule, details, around),
    ...historyTail(rule, around),
    negative: rule.operator === 'hasNone',
  }
}

/** Those without a value there, or with whom it never happened: "those who never had any visit". Nothing where there is always one. */
export function thoseWithout(rule: Rule, names: NamesOnly): string | undefined {
  if (rule.kind === 'interaction') {
    const { by, what, details } = interactionWhat(rule.where, names)
    const plain = details.length === 0 && !rule.of && by !== 'group'
    return t('criteria.lacking.interaction', neverWords(plain, by === 'any' ? undefined : what))
  }
  if (rule.kind !== 'purchase') return lackingText(rule)
  const { by, what, details } = purchaseWhat(rule.where, names)
  const plain = details.length === 0 && rule.where.amountFrom === undefined && rule.where.amountTo === undefined
  return t('criteria.lacking.purchase', neverWords(plain, by === 'any' ? undefined : what))
}

/** All that one and the same row must be like, for a rule's row: when, what, and how. */
export function whereTexts(rule: HistoryRule, names: NamesOnly): string[] {
  const { by, what, details } = rule.kind === 'interaction' ? interactionWhat(rule.where, names) : purchaseWhat(rule.where, names)
  const group = by === 'group' && rule.kind === 'interaction' ? t('criteria.detail.group', { values: what }) : what
  const amount = rule.kind === 'purchase' ? rangeWords('amount', rule.where.amountFrom, rule.where.amountTo) : ''
  return [rangeText(rule.where.within), ...(by === 'any' ? [] : [group]), ...(amount ? [amount] : []), ...details]
}

const neverWords = (plain: boolean, what: string | undefined) => ({
  what: !plain ? 'other' : what === undefined ? 'any' : 'named',
  named: what ?? '',
})

function countAndWhen({ atLeast, where }: HistoryRule, { asOf }: Around) {
  return { count: Math.max(1, atLeast), when: whenWords(where.within, asOf)?.text ?? '' }
}

function asides({ where }: HistoryRule, details: readonly string[], { asOf }: Around): string[] {
  const note = whenWords(where.within, asOf)?.note
  return [...(note ? [note] : []), ...details]
}

/** Who never had one at all; where the rule asks for nothing else, it goes without saying. */
function historyTail(rule: HistoryRule, around: Around): Pick<Clause, 'tail'> {
  const { within } = rule.where
  const whenever = !within?.from && !within?.to && rule.atLeast <= 1
  const tail =
    whenever && rule.operator === 'hasNone' && rule.blanks !== false
      ? undefined
      : tailText(rule, around.path, () => thoseWithout(rule, around))
  return tail ? { tail } : {}
}

function interactionWhat(where: EntryWhere, names: NamesOnly): What {
  const { lists } = names
  const templates = where.templateIds?.map((id) => named(lists?.templates, id)) ?? []
  const groups = where.interactionGroupIds?.map((id) => named(lists?.interactionGroups, id)) ?? []
  const details = entryDetails(where, names)
  if (templates.length === 0) return { by: groups.length > 0 ? 'group' : 'any', what: orText(groups), details }
  const group = groups.length > 0 ? [t('criteria.detail.group', { values: orText(groups) })] : []
  return { by: 'template', what: orText(templates), details: [...group, ...details] }
}

type DetailKey = 'campaign' | 'salesperson' | 'segment' | 'evaluation' | 'correspondence' | 'response' | 'outcome'

function entryDetails(where: EntryWhere, { lists, others }: NamesOnly): string[] {
  const { campaignIds, salespersonIds, loggedSegmentIds, evaluations, correspondenceTypes, responseStatusIds, callOutcomes } = where
  const campaign = (id: string) => lists?.campaigns.find((one) => one.id === id)?.description ?? t('criteria.gone')
  const listed = (key: DetailKey, values: readonly string[] | undefined) =>
    values && has(values) ? [t(`criteria.detail.${key}`, { values: orText(values) })] : []
  return [
    ...listed('campaign', campaignIds?.map(campaign)),
    ...listed(
      'salesperson',
      salespersonIds?.map((id) => valueText('salespersonId', id, lists)),
    ),
    ...listed(
      'segment',
      loggedSegmentIds?.map((id) => t('criteria.quoted', { text: others.get(id) ?? t('criteria.gone') })),
    ),
    ...listed(
      'evaluation',
      evaluations?.map((one) => t(`criteria.who.${one}`)),
    ),
    ...listed(
      'correspondence',
      correspondenceTypes?.map((one) => valueText('correspondenceType', one, lists)),
    ),
    ...listed(
      'response',
      responseStatusIds?.map((id) => statusName(id, lists?.campaigns ?? []) ?? t('criteria.gone')),
    ),
    ...listed(
      'outcome',
      callOutcomes?.map((one) => t(`calls.outcome.${one}`)),
    ),
    ...howItWent(where),
  ]
}

function howItWent({ informationFlow, initiatedBy, attempt, response, campaignTarget, cancelledToo }: EntryWhere): string[] {
  return [
    ...(informationFlow ? [t(`criteria.flow.${informationFlow}`)] : []),
    ...(initiatedBy ? [t(`criteria.begun.${initiatedBy}`)] : []),
    ...(attempt ? [t(`criteria.attempt.${attempt}`)] : []),
    ...(response === undefined ? [] : [t(response ? 'criteria.answered.yes' : 'criteria.answered.no')]),
    ...(campaignTarget === undefined ? [] : [t('criteria.detail.target', { is: campaignTarget ? 'yes' : 'no' })]),
    ...(cancelledToo ? [t('criteria.where.cancelledToo')] : []),
  ]
}

function purchaseWhat({ itemNos, itemGroups, quantityFrom, quantityTo }: PurchaseWhere, { others }: NamesOnly): What {
  const groups = itemGroups ?? []
  const pieces = rangeWords('quantity', quantityFrom, quantityTo)
  const details = pieces ? [pieces] : []
  if (!itemNos || itemNos.length === 0) return { by: groups.length > 0 ? 'group' : 'any', what: orText(groups), details }
  const group = groups.length > 0 ? [t('criteria.detail.itemGroup', { values: orText(groups) })] : []
  return { by: 'template', what: orText(itemNos.map((no) => itemText(no, others))), details: [...group, ...details] }
}

/** "for at least 5 000", "quantity 2 to 5"; nothing where nothing is asked. */
function rangeWords(what: 'amount' | 'quantity', from: number | undefined, to: number | undefined): string {
  if (from === undefined && to === undefined) return ''
  const open = to === undefined ? 'from' : from === undefined ? 'to' : 'none'
  const words = { open, from: from === undefined ? '' : quantity(from), to: to === undefined ? '' : quantity(to) }
  return what === 'amount' ? t('criteria.amount', words) : t('criteria.detail.quantity', words)
}
