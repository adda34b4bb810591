// What a rule asks as a filter expression, for when it becomes one. BC: the filter grammar of the reference
import type { Rule } from '../../../model/criteria.ts'

/** A value with nothing in it that the grammar would read as more than text. */
const literal = (value: string): string => (/[|&<>=*?@().']|^\s|\s$/.test(value) ? `'${value.replaceAll("'", "''")}'` : value)

const signs: Partial<Record<string, string>> = { equals: '', isNot: '<>', atLeast: '>=', atMost: '<=' }

/** Nothing where an expression cannot say it. */
export function expressionOf(rule: Rule): string {
  if (rule.kind === 'number' && rule.from !== undefined) {
    if (rule.operator === 'between') return `${rule.from}..${rule.to ?? ''}`
    const sign = signs[rule.operator]
    return sign === undefined ? '' : `${sign}${rule.from}`
  }
  if (rule.kind !== 'text' && rule.kind !== 'choice') return ''
  const values = rule.values.filter((value) => value.trim() !== '').map(literal)
  switch (rule.operator) {
    case 'isAnyOf':
      return values.join('|')
    case 'isNoneOf':
      return values.map((value) => `<>${value}`).join('&')
    case 'contains':
      return values.map((value) => `@*${value}*`).join('|')
    case 'startsWith':
      return values.map((value) => `@${value}*`).join('|')
    case 'endsWith':
      return values.map((value) => `@*${value}`).join('|')
    case 'between':
      return values.length > 0 ? rule.values.map((value) => (value.trim() ? literal(value) : '')).join('..') : ''
    default:
      return ''
  }
}
