// Which column of a file is what: guessed from the header line, then corrected by the person.
// A target is given once; a second column with the same meaning stays unmapped and can be chosen by hand.
import { fold } from '../base/fold.ts'
import { headerNames, targetFields, weakNames, type TargetField } from './headerNames.ts'

export { targetFields, type TargetField }

/** One entry per column; `undefined` = the column is not taken. */
export type Mapping = readonly (TargetField | undefined)[]

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** Letters and digits only: `Länder-/Regionscode` and `laender regionscode` meet, each in one of the two spellings. */
const keyOf = (text: string) => fold(text.replace(/°/g, 'o')).replace(/[^\p{L}\p{N}]+/gu, '')
const spelled = (text: string) => text.toLowerCase().replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter)

function targetsByKey(names: Partial<Record<TargetField, string>>): Map<string, TargetField[]> {
  const byKey = new Map<string, TargetField[]>()
  for (const target of targetFields) {
    for (const name of names[target]?.split('|') ?? []) {
      for (const key of new Set([keyOf(name), keyOf(spelled(name))])) byKey.set(key, [...(byKey.get(key) ?? []), target])
    }
  }
  return byKey
}

const sure = targetsByKey(headerNames)
const weak = targetsByKey(weakNames)

/** The target of each column, from left to right, as far as the headers say it. */
export function guessMapping(headers: readonly string[]): (TargetField | undefined)[] {
  const keys = headers.map(keyOf)
  const mapping = keys.map((key) => sure.get(key)?.[0])
  keepFirst(mapping)
  readNameColumn(mapping, keys)
  for (const [index, key] of keys.entries()) {
    const free = weak.get(key)?.find((target) => !mapping.includes(target))
    if (mapping[index] === undefined && free) mapping[index] = free
  }
  return mapping
}

/** True when the mapping can give at least one kind of name; without it no row can become a contact. */
export const mapsName = (mapping: Mapping) => mapping.some((target) => target && nameFields.includes(target))
const nameFields: readonly TargetField[] = ['fullName', 'firstName', 'surname', 'companyName']

function keepFirst(mapping: (TargetField | undefined)[]) {
  const seen = new Set<TargetField>()
  mapping.forEach((target, index) => {
    if (target === undefined) return
    if (seen.has(target)) mapping[index] = undefined
    seen.add(target)
  })
}

/** "Name" and "Nom" beside a first name are the surname; alone they are the whole name. */
function readNameColumn(mapping: (TargetField | undefined)[], keys: string[]) {
  const has = (target: TargetField) => mapping.includes(target)
  const whole = mapping.indexOf('fullName')
  const last = mapping.indexOf('surname')
  if (has('firstName') && last < 0 && whole >= 0 && plainName.test(keys[whole] ?? '')) mapping[whole] = 'surname'
  if (!has('firstName') && whole < 0 && last >= 0 && keys[last] === 'nom') mapping[last] = 'fullName'
}
const plainName = /^(name|naam|navn)$/
