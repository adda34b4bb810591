// Rules about fields that hold one value, as clauses: "whose language is German", "in Graz", "whose last interaction is more than 90 days ago".
import { resolveDay } from '../../../core/criteria/dates.ts'
import type { Rule, RuleOf } from '../../../model/criteria.ts'
import { mediumDay, quantity } from '../../../text/format.ts'
import { t, type Words } from '../../../text/language.svelte.ts'
import { chosenOf, valueText } from '../ruleValues.ts'
import { norText, orText, say, tailText, type Around, type Clause } from './clause.ts'
import { dayIn, pointWords, spanText, whenWords, type DayWords } from './dayWords.ts'
import { isNegative, isUnfinished } from './ruleSubjects.ts'

type FieldRule = RuleOf<'text'> | RuleOf<'choice'> | RuleOf<'date'> | RuleOf<'number'> | RuleOf<'expression'>

const quoted = (text: string): string => t('criteria.quoted', { text })
const withTail = (rule: Rule, { path }: Around): Pick<Clause, 'tail'> => {
  const tail = tailText(rule, path)
  return tail ? { tail } : {}
}
const ownerOf = (rule: { of?: 'company' | undefined }): 'self' | 'company' => rule.of ?? 'self'

/** A clause with its own beginning: "whose job title …". */
function whose(rule: FieldRule, says: string, around: Around, note?: string): Clause {
  const field = rule.field as Exclude<typeof rule.field, 'type'>
  const begins = t(`criteria.whose.${field}`, { of: ownerOf(rule) })
  return {
    of: 'whole',
    says: t('criteria.join.whole', { whose: begins, says }),
    aside: note ? [note] : [],
    ...withTail(rule, around),
    negative: isNegative(rule),
  }
}

/** Fields that say where somebody is. */
const places = ['city', 'county', 'territoryId'] as const
type Place = (typeof places)[number]
const isPlace = (field: string): field is Place => (places as readonly string[]).includes(field)

export function textClause(rule: RuleOf<'text'> | RuleOf<'choice'>, around: Around): Clause {
  const { operator, field } = rule
  const typed = rule.kind === 'text' && operator !== 'isAnyOf' && operator !== 'isNoneOf'
  const values = chosenOf(rule)
    .filter((value) => value.trim() !== '')
    .map((value) => valueText(field, value, around.lists, around.others))
    .map((value) => (typed ? quoted(value) : value))
  if (field === 'type') return typeClause(rule, around)
  if (isPlace(field) && (operator === 'isAnyOf' || operator === 'isNoneOf')) return placeClause(rule, field, values, around)
  if (operator === 'between') return whose(rule, betweenText(rule, around), around)
  const negative = operator === 'isNoneOf' || operator === 'doesNotContain' || operator === 'doesNotStartWith'
  const said = negative ? norText(values) : orText(values)
  return whose(rule, say(operator, around.path, { values: said, count: Math.max(1, values.length) }), around)
}

/** Post codes and the like: one end may be open. */
function betweenText(rule: RuleOf<'text'>, { path }: Around): string {
  const [from, to] = rule.values.map((value) => value.trim())
  if (from && !to) return say('orHigher', path, { from })
  if (to && !from) return say('orLower', path, { to })
  return say('between', path, { from: from || '…', to: to || '…' })
}

function placeClause(rule: RuleOf<'text'> | RuleOf<'choice'>, field: Place, values: readonly string[], around: Around): Clause {
  const place = t(`criteria.place.${field}`, { values: orText(values) })
  const negative = rule.operator === 'isNoneOf'
  const of = ownerOf(rule)
  return {
    of,
    says: say(negative ? 'notPlace' : 'place', around.path, { of, place }),
    aside: [],
    ...withTail(rule, around),
    negative,
    ...(negative || rule.of || rule.blanks ? {} : { place: say('inPlace', around.path, { place }) }),
  }
}

function typeClause({ values, operator }: RuleOf<'choice'>, { path }: Around): Clause {
  const both = values.includes('company') && values.includes('person')
  const named = both ? 'both' : values.includes('company') ? 'company' : values.includes('person') ? 'person' : 'none'
  const others = { company: 'person', person: 'company', both: 'neither', none: 'none' }
  const which = operator === 'isNoneOf' ? others[named] : named
  return { of: 'self', says: say('type', path, { which }), aside: [], negative: false }
}

export function numberClause(rule: RuleOf<'number'>, around: Around): Clause {
  const { operator, from, to } = rule
  const [low, high] = [from, to].map((one) => (one === undefined ? '…' : quantity(one)))
  const words = { from: low, to: high }
  const two = operator === 'between' || operator === 'notBetween'
  const open = two && from !== undefined && to === undefined ? 'from' : two && to !== undefined && from === undefined ? 'to' : undefined
  const openKeys = operator === 'between' ? ({ from: 'atLeast', to: 'atMost' } as const) : ({ from: 'lessThan', to: 'moreThan' } as const)
  const key = open ? openKeys[open] : operator
  const said = { ...words, ...(operator === 'atMost' && { to: low }) }
  return rule.field === 'overdueDays' ? overdueClause(rule, key, said, around) : whose(rule, say(key, around.path, said), around)
}

/** "who are overdue by at least 10 days" */
function overdueClause(rule: RuleOf<'number'>, key: OverdueKey, words: Words, around: Around): Clause {
  const of = ownerOf(rule)
  const count = (key === 'moreThan' ? rule.to : rule.from) ?? rule.to ?? 2
  const says = say(`overdue.${key}`, around.path, { ...words, of, count })
  return { of, says, aside: [], ...withTail(rule, around), negative: isNegative(rule) }
}

type OverdueKey = RuleOf<'number'>['operator'] | 'lessThan' | 'moreThan'

export const expressionClause = (rule: RuleOf<'expression'>, around: Around): Clause =>
  whose(rule, say('matches', around.path, { expression: quoted(rule.expression.trim() || '…') }), around)

/** A day, as people speak of it: how long ago, within which time, before or after which day. */
export function dateClause(rule: RuleOf<'date'>, around: Around): Clause {
  const { operator, field } = rule
  const { path } = around
  if (operator === 'isBlank' || operator === 'isNotBlank') {
    if (field !== 'lastInteraction' && field !== 'lastPurchase') return whose(rule, say(operator, path, {}), around)
    const of = field === 'lastPurchase' ? 'company' : ownerOf(rule)
    return { of, says: say(operator === 'isBlank' ? 'never' : 'ever', path, { field, of }), aside: [], negative: operator === 'isBlank' }
  }
  const { text, note } = isUnfinished(rule) ? unfinished(rule, around) : dateWords(rule, around)
  return whose(rule, text, around, note)
}

function unfinished({ operator }: RuleOf<'date'>, { path }: Around): DayWords {
  const two = operator === 'between' || operator === 'notBetween' || operator === 'anniversary'
  if (!two) return { text: say(operator, path, { day: '…' }) }
  const key = operator === 'between' ? 'within' : operator === 'notBetween' ? 'notWithin' : operator
  return { text: say(key, path, { when: t('criteria.when.between', { from: '…', to: '…' }) }) }
}

/** An open end makes a stretch of days a day before or after. */
const openBetween = { between: { from: 'onOrAfter', to: 'onOrBefore' }, notBetween: { from: 'before', to: 'after' } } as const

function dateWords(rule: RuleOf<'date'>, around: Around): DayWords {
  const { operator, from, to } = rule
  if (operator === 'between' || operator === 'notBetween') {
    if (from && !to) return dateWords({ ...rule, operator: openBetween[operator].from }, around)
    if (to && !from) return dateWords({ ...rule, operator: openBetween[operator].to, from: to }, around)
  }
  const stretch = { between: 'within', notBetween: 'notWithin', anniversary: 'anniversary' } as const
  if (operator in stretch) {
    const when = whenWords({ from, to }, around.asOf) ?? { text: '…' }
    return { ...when, text: say(stretch[operator as keyof typeof stretch], around.path, { when: when.text }) }
  }
  return agoWords(rule, around) ?? pointClause(rule, around)
}

function pointClause({ operator, from }: RuleOf<'date'>, { path, asOf }: Around): DayWords {
  const point: DayWords = from ? pointWords(from, asOf) : { text: '…' }
  return { ...point, text: say(operator, path, { day: point.text }) }
}

/** "more than 90 days ago (before 24 Aug 2026)" */
function agoWords({ operator, from }: RuleOf<'date'>, { path, asOf }: Around): DayWords | undefined {
  if (from?.kind !== 'ago' || from.count === 0) return undefined
  const resolved = resolveDay(from, asOf)
  const day = mediumDay(resolved)
  const span = spanText(from)
  if (operator === 'before') return { text: say('moreThanAgo', path, { span }), note: t('criteria.note.before', { day }) }
  if (operator === 'onOrBefore')
    return { text: say('atLeastAgo', path, { span }), note: t('criteria.when.until', { day: dayIn(resolved) }) }
  if (operator === 'on') return { text: say('exactlyAgo', path, { span }), note: day }
  if (operator === 'after') return { text: say('lessThanAgo', path, { span }), note: t('criteria.note.after', { day }) }
  const when = whenWords({ from }, asOf) ?? { text: '…' }
  return { ...when, text: say('within', path, { when: when.text }) }
}
