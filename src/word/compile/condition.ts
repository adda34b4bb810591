// IF, NEXTIF, SKIPIF: two operands, an operator between them, and for IF what stands there if so and if not.
// Public source: ECMA-376 part 1, 17.16.5.22 (IF), 17.16.5.39 (NEXTIF), 17.16.5.58 (SKIPIF).
import { spelled, wordAt, type Atom, type Word } from './atoms.ts'
import { isOperator, type Operator } from '../language/compare.ts'

export interface ConditionRead {
  left: Word
  operator: Operator
  right: Word
  then: Word | null
  otherwise: Word | null
}

const operatorSign = (char: string): boolean => '=<>'.includes(char)

/** Reads the words of an instruction; nothing when it is no comparison. A branch that is left out is empty. */
export function readCondition(atoms: readonly Atom[]): ConditionRead | null {
  const kind = wordAt(atoms, 0, (char) => char === '\0')
  const left = kind && wordAt(atoms, kind.after, operatorSign)
  if (!left) return null
  const operator = operatorAt(atoms, left.after)
  if (!operator) return null
  const right = wordAt(atoms, operator.after) ?? { from: atoms.length, to: atoms.length, after: atoms.length, quoted: true }
  const then = branchAt(atoms, right.after)
  const otherwise = then && branchAt(atoms, then.after)
  return { left, operator: operator.sign, right, then, otherwise }
}

function operatorAt(atoms: readonly Atom[], at: number): { sign: Operator; after: number } | null {
  const word = wordAt(atoms, at)
  if (!word || word.quoted) return null
  let signs = ''
  for (let i = word.from; i < word.to; i++) {
    const atom = atoms[i] as Atom
    if (atom.k !== 'char' || !operatorSign(atom.char)) break
    signs += atom.char
  }
  return isOperator(signs) ? { sign: signs, after: word.from + signs.length } : null
}

/** A word that is no switch. */
function branchAt(atoms: readonly Atom[], at: number): Word | null {
  const word = wordAt(atoms, at)
  return !word || (!word.quoted && spelled(atoms, word).startsWith('\\')) ? null : word
}
