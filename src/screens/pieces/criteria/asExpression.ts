// What a rule asks as a filter expression, for when it becomes one. BC: the filter grammar of the reference
import { readFilter } from '../../../core/criteria/filterExpression.ts'
import { ExpressionField, type Rule, type TextOperator } from '../../../model/criteria.ts'

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
  const each = (before: string, after: string, sign: string) => values.map((value) => before + value + after).join(sign)
  const said: Partial<Record<TextOperator, string>> = {
    isAnyOf: each('', '', '|'),
    isNoneOf: each('<>', '', '&'),
    contains: each('@*', '*', '|'),
    startsWith: each('@', '*', '|'),
    endsWith: each('@*', '', '|'),
    between: values.length > 0 ? rule.values.map((value) => (value.trim() ? literal(value) : '')).join('..') : '',
  }
  return said[rule.operator] ?? ''
}

/** The rule as a filter, where what was typed or pasted for a value is written like one and can be read. */
export function filterOf(rule: Rule, typed: string): Rule | undefined {
  if (!('field' in rule) || rule.kind === 'flag' || !/[|*<>@]|\.\./.test(typed)) return undefined
  const field = ExpressionField.options.find((one) => one === rule.field)
  if (!field || !readFilter(typed, field).ok) return undefined
  return { kind: 'expression', field, expression: typed.trim(), ...(rule.of && { of: rule.of }) }
}
