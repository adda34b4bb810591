// A rule as a clause: what is said of "people who …".
import type { Rule, RuleOf } from '../../../model/criteria.ts'
import { figure } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import { valueText } from '../ruleValues.ts'
import { andText, norText, orText, say, tailText, type Around, type Clause } from './clause.ts'
import { dateClause, expressionClause, numberClause, textClause } from './fieldClauses.ts'
import { interactionClause, purchaseClause } from './historyClauses.ts'

export function clauseOf(rule: Rule, around: Around): Clause {
  switch (rule.kind) {
    case 'text':
    case 'choice':
      return textClause(rule, around)
    case 'flag':
      return flagClause(rule, around)
    case 'date':
      return dateClause(rule, around)
    case 'number':
      return numberClause(rule, around)
    case 'expression':
      return expressionClause(rule, around)
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
    case 'segment':
    case 'targetOf':
      return setClause(rule, around)
    case 'interaction':
      return interactionClause(rule, around)
    case 'purchase':
      return purchaseClause(rule, around)
    case 'contact':
      return contactClause(rule, around)
  }
}

function flagClause({ field, is, of }: RuleOf<'flag'>, { path }: Around): Clause {
  const whose = of ?? 'self'
  return { of: whose, says: say(`flag.${field}`, path, { of: whose, is: is ? 'yes' : 'no' }), aside: [], negative: !is }
}

type SetRule = RuleOf<'mailingGroup' | 'answer' | 'jobResponsibility' | 'industryGroup' | 'businessRelation' | 'segment' | 'targetOf'>

function setClause(rule: SetRule, around: Around): Clause {
  const { kind, operator, ids } = rule
  const of = kind === 'industryGroup' || kind === 'businessRelation' ? 'company' : 'of' in rule ? (rule.of ?? 'self') : 'self'
  const names = ids.map((id) => valueText(kind, id, around.lists, around.others))
  const said = kind === 'segment' || kind === 'targetOf' ? names.map((text) => t('criteria.quoted', { text })) : names
  const all = operator === 'hasAllOf' || operator === 'isExactly'
  const words = { of, values: all ? andText(said) : orText(said), count: Math.max(1, said.length) }
  const tail = tailText(rule, around.path)
  const negative = operator === 'hasNoneOf' || operator === 'isBlank'
  const place = operator === 'hasAnyOf' && of === 'self' && !tail ? placeOf(kind, words.values, around) : undefined
  return { of, says: say(`${kind}.${operator}`, around.path, words), aside: [], ...(tail && { tail }), negative, ...(place && { place }) }
}

/** Lists that people are on: "people in the mailing group …". */
const placeOf = (kind: SetRule['kind'], values: string, { path }: Around): string | undefined =>
  kind === 'mailingGroup' || kind === 'segment' ? say('inPlace', path, { place: t(`criteria.place.${kind}`, { values }) }) : undefined

/** So many people are said by name; of more the number. */
const namedAtMost = 4

function contactClause({ operator, ids }: RuleOf<'contact'>, { path, lists, others }: Around): Clause {
  const named = ids.length <= namedAtMost && ids.every((id) => others.has(id))
  const names = ids.map((id) => valueText('contact', id, lists, others))
  const count = t('criteria.chosenByName', { count: ids.length, text: figure(ids.length) })
  const values = !named ? count : operator === 'isNoneOf' ? norText(names) : orText(names)
  const says = say(`contact.${operator}`, path, { values, named: named ? 'yes' : 'no', count: Math.max(1, ids.length) })
  return { of: 'self', says, aside: [], negative: operator === 'isNoneOf' }
}
