// Codes in a filter expression: `NL|UK` becomes `NL|GB`. Only whole values are taken for codes; an expression with ranges, an order or
// wildcards asks for more than codes and stays as it is.
import type { Renaming } from './mentions.ts'

export function inExpression(expression: string, to: Renaming): string {
  if (/\.\.|[*?@]/.test(expression) || /[<>]/.test(expression.replaceAll('<>', ''))) return expression
  return expression.replace(/'[^']*'|[^|&()<>=']+/g, (part) => {
    const isQuoted = part.startsWith("'")
    const key = isQuoted ? part.slice(1, -1) : part.trim()
    const now = key === '' ? key : to(key)
    if (now === key) return part
    return part.replace(isQuoted ? part : key, () => (isQuoted || /[^\p{L}\p{N}_-]/u.test(now) ? `'${now}'` : now))
  })
}
