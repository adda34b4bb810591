// Criteria as one sentence, made from the tree: every rule a clause, groups said so that nobody doubts where an "or" ends.
// Rules of a list come before its groups; a group that is followed by another one, or that stands in a group, stands in brackets.
import type { Day } from '../../../base/day.ts'
import type { RulePath } from '../../../core/segment/recipeWish.ts'
import type { Criteria, Group, Rule, SavedStep } from '../../../model/criteria.ts'
import type { Lists } from '../../../storage/read/lists.ts'
import { t } from '../../../text/language.svelte.ts'
import type { OtherNames } from '../ruleValues.ts'
import type { Clause } from './clause.ts'
import { listed, opened, strung, type Said } from './joining.ts'
import { capitalised, marking, partsOf, plainText, type SentencePart } from './marked.ts'
import { clauseOf } from './ruleClause.ts'

/** The names that rules speak of. */
export interface Names {
  lists: Lists | undefined
  others: OtherNames
}

export type SentenceKind = SavedStep['kind']

interface Node {
  path: RulePath
  rule?: Rule
  group?: { match: Group['match']; items: Node[] }
}

type Says = (node: Node) => Said

/** The criteria of a step as one sentence, its words led to their rules. @param asOf the day relative dates are asked on */
export function sentenceOf(kind: SentenceKind, criteria: Criteria, names: Names, asOf: Day): SentencePart[] {
  if (criteria.items.length === 0) return [{ text: t(`criteria.sentence.everybody.${kind}`) }]
  const { people, clauses } = whole(kind, criteria, names, asOf)
  const text = clauses ? t(`criteria.sentence.${kind}`, { people, clauses }) : t(`criteria.sentence.${kind}Bare`, { people })
  return partsOf(capitalised(text.replace(openEnd, '$1')))
}

/** Dots where a value is missing: no fourth one ends the sentence. */
const openEnd = /(…[\uE002]?)\.$/

/** Who is meant, without what is done to them: "People in Graz who …". @param kind of the step; who is there already is "those" */
export function peopleText(criteria: Criteria | undefined, names: Names, asOf: Day, kind: SentenceKind = 'add'): string {
  if (!criteria || criteria.items.length === 0) return t('criteria.everybody')
  const { people, clauses } = whole(kind, criteria, names, asOf)
  return plainText(partsOf(capitalised(clauses ? t('criteria.join.head', { people, clauses }) : people)))
}

interface Whole {
  people: string
  clauses: string
}

function whole(kind: SentenceKind, criteria: Criteria, names: Names, asOf: Day): Whole {
  const root = simple(criteria, '')
  const clause = ({ path, rule }: Node) => (rule ? clauseOf(rule, { ...names, path, asOf }) : undefined)
  const items = root.group && root.group.items.length > 0 ? root.group.items : [root]
  const unsaid = t('criteria.sentence.who', { who: kind === 'add' ? 'both' : 'those' })
  if (root.group && root.group.match !== 'all') return { people: unsaid, clauses: opened(saying(clause)(root)) }
  const typed = items.find(({ rule }) => fixedType(rule))
  if (!typed) return allOf(items, clause, saying(clause), unsaid)
  const noun = marking(typed.path)([t('criteria.sentence.who', { who: fixedType(typed.rule) })])
  return allOf(
    items.filter((item) => item !== typed),
    clause,
    saying(clause),
    noun,
  )
}

/** The rule that says that all of them are persons, or companies. Without it both are meant. */
function fixedType(rule: Rule | undefined): 'person' | 'company' | undefined {
  if (rule?.kind !== 'choice' || rule.field !== 'type') return undefined
  const [named, other] = ['person', 'company'].map((type) => rule.values.includes(type))
  if (named === other) return undefined
  return named === (rule.operator === 'isAnyOf') ? 'person' : 'company'
}

/** A group without needless nesting: one with a single item is that item, all in all is one list, any in any (or in none) as well. */
function simple(item: Rule | Group, path: RulePath): Node {
  if (item.kind !== 'group') return { path, rule: item }
  const items = item.items.map((one, at) => simple(one, path === '' ? String(at) : `${path}.${at}`))
  const [only] = items
  if (only && items.length === 1 && item.match !== 'none') return only
  const inner = item.match === 'all' ? 'all' : 'any'
  const flat = items.flatMap((one) => (one.group && one.group.match === inner && one.group.items.length > 0 ? one.group.items : [one]))
  return { path, group: { match: item.match, items: flat } }
}

/** Opened inside its brackets, so that it can stand anywhere. */
const inBrackets = (said: Said): Said => ({ of: 'whole', text: `(${opened(said)})`, closes: false, closed: true })

/** The top of a sentence where all must hold: where, what, "but" what not, and the groups. */
function allOf(items: readonly Node[], clauseAt: (node: Node) => Clause | undefined, says: Says, noun: string): Whole {
  const clauses = items.flatMap((node) => clauseAt(node) ?? [])
  const groups = groupsText(items.filter(({ rule }) => !rule).map(says), clauses.length === (clauses[0]?.place ? 1 : 0))
  const [first] = clauses
  const rest = first?.place ? clauses.slice(1) : clauses
  const people = first?.place ? t('criteria.sentence.in', { people: noun, place: first.place }) : noun
  const { positives, negatives } = butFrom(rest)
  const said = [...positives.map(spoken), ...groups]
  if (negatives.length === 0) return { people, clauses: said.length > 0 ? opened(strung(said, 'and')) : '' }
  const before = opened(strung(positives.map(spoken), 'and'))
  const but = { text: t('criteria.join.comma', { first: before, next: butText(negatives, positives.at(-1)) }), closes: true }
  return { people, clauses: listed([but, ...groups.map((said) => ({ text: opened(said), closes: false }))], 'and') }
}

/** One group stands open where it is alone or says itself where it ends; several stand in brackets, each with an "and". */
function groupsText(groups: readonly Said[], alone: boolean): Said[] {
  if (groups.length < 2) return groups.map((said) => (alone ? said : bracketed(said, false)))
  const text = groups.map((said) => bracketed(said, true).text).reduce((first, last) => t('criteria.join.and', { first, last }))
  return [{ of: 'whole', text, closes: false, closed: true }]
}

/** In brackets where it must, or where nothing in it says where it ends. */
const bracketed = (said: Said, must: boolean): Said => (!said.closed && (must || said.loose) ? inBrackets(said) : said)

/** The rules that say "not" at the end stand behind a "but", where others stand before them. */
function butFrom(clauses: readonly Clause[]): { positives: readonly Clause[]; negatives: readonly Clause[] } {
  const from = clauses.findLastIndex(({ negative }) => !negative) + 1
  const fits = from > 0 && clauses[from] !== undefined && clauses[from].of !== 'whole'
  return fits ? { positives: clauses.slice(0, from), negatives: clauses.slice(from) } : { positives: clauses, negatives: [] }
}

function butText(negatives: readonly Clause[], before: Clause | undefined): string {
  const [first] = negatives
  if (first?.without && negatives.length === 1) return t('criteria.join.but', { says: spoken({ ...first, says: first.without }).text })
  const { of, text } = strung(negatives.map(spoken), 'and')
  if (of === before?.of) return t('criteria.join.but', { says: text })
  return t(of === 'company' ? 'criteria.join.butCompany' : 'criteria.join.butSelf', { says: text })
}

/** A clause at the top: who lacks a value is said behind a comma. */
function spoken(clause: Clause): Said {
  const { of, tail } = clause
  const text = asideText(clause.says, clause.aside)
  return { of, text: tail ? t('criteria.join.comma', { first: text, next: tail }) : text, closes: tail !== undefined }
}

/** A clause inside a group: all that belongs to it stands in its brackets. */
const tight = ({ of, says, aside, tail }: Clause): Said => ({ of, text: asideText(says, tail ? [...aside, tail] : aside), closes: false })

function asideText(says: string, asides: readonly string[]): string {
  if (asides.length === 0) return says
  return t('criteria.join.aside', { says, aside: asides.reduce((first, next) => t('criteria.join.asides', { first, next })) })
}

/** How the items of groups are said. Inside a group, one that does not say itself where it ends stands in brackets. */
function saying(clauseAt: (node: Node) => Clause | undefined): Says {
  const says: Says = (node) => {
    const clause = clauseAt(node)
    if (clause) return tight(clause)
    const { match, items } = node.group ?? { match: 'all', items: [] }
    if (items.length === 0) return { of: 'self', text: marking(node.path)(['…']), closes: false, closed: true }
    const nodes = items.toSorted((a, b) => rank(a) - rank(b))
    const inner = nodes.map((one) => bracketed(says(one), one.group !== undefined))
    if (match === 'all') return both(inner, nodes)
    return match === 'any' ? eitherOf(inner) : noneOf(inner, nodes, clauseAt)
  }
  const rank = (node: Node) => (node.rule ? ['self', 'company', 'whole'].indexOf(clauseAt(node)?.of ?? 'self') : 3)
  return says
}

const alike = (items: readonly Said[]): boolean => items.every(({ of }) => of !== 'whole' && of === items[0]?.of)

/** Two of one kind are said as "both … and …", anything longer stands in brackets. */
function both(items: readonly Said[], nodes: readonly Node[]): Said {
  const [first, last] = items
  if (first && last && items.length === 2 && alike(items) && nodes.every(({ rule }) => rule))
    return { ...first, text: t('criteria.join.both', { first: first.text, last: last.text }), closed: true }
  return inBrackets(strung(items, 'and'))
}

function eitherOf(items: readonly Said[]): Said {
  const said = strung(items, 'or')
  const mixed = !alike(items)
  if (said.of === 'whole') return { ...said, mixed, loose: true }
  return { ...said, text: t('criteria.join.either', { list: said.text }), mixed }
}

/** "neither … nor …" where it reads well, and otherwise that they are not among those who. */
function noneOf(items: readonly Said[], nodes: readonly Node[], clauseAt: (node: Node) => Clause | undefined): Said {
  const clauses = nodes.map(clauseAt)
  const plain = clauses.every((clause) => clause && !clause.negative && !clause.tail)
  const [first] = items
  if (first && plain && items.length > 1 && alike(items)) {
    const list = items.map(({ text }) => text).reduce((one, last) => t('criteria.join.norSays', { first: one, last }))
    return { ...first, text: t('criteria.join.neither', { of: first.of, list }) }
  }
  return { of: 'self', text: t('criteria.join.notAmong', { list: opened(strung(items, 'or')) }), closes: true, mixed: true }
}
