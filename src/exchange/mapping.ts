// Which column of a file is what: guessed from the header line, then corrected by the person.
// A target is given once; a second column with the same meaning stays unmapped and can be chosen by hand.
import { fold } from '../base/fold.ts'
import type { ImportKind } from '../model/importMapping.ts'
import { headerNames, targetFields, weakNames, type TargetField } from './headerNames.ts'
import { interactionNames, purchaseNames, weakInteractionNames, weakPurchaseNames } from './headerNamesLog.ts'
import { importTargets } from './importTargets.ts'

export { targetFields, type TargetField }

/** Targets whose cells are days, and numbers: only of these is anything to be asked. */
export const dayTargets: readonly string[] = ['birthday', 'day']
export const numberTargets: readonly string[] = ['cost', 'duration', 'quantity', 'amount']

/** One entry per column; `undefined` = the column is not taken. */
export type Mapping = readonly (TargetField | undefined)[]

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** Letters and digits only: `Länder-/Regionscode` and `laender regionscode` meet, each in one of the two spellings. */
export const keyOf = (text: string): string => fold(text.replace(/°/g, 'o')).replace(/[^\p{L}\p{N}]+/gu, '')
const spelled = (text: string) => text.toLowerCase().replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter)

type Names = Map<string, string[]>

function targetsByKey(names: Partial<Record<string, string>>, targets: readonly string[]): Names {
  const byKey: Names = new Map()
  for (const target of targets) {
    for (const name of names[target]?.split('|') ?? []) {
      for (const key of new Set([keyOf(name), keyOf(spelled(name))])) byKey.set(key, [...(byKey.get(key) ?? []), target])
    }
  }
  return byKey
}

const known: Record<ImportKind, { sure: Names; weak: Names }> = {
  contacts: { sure: targetsByKey(headerNames, importTargets.contacts), weak: targetsByKey(weakNames, importTargets.contacts) },
  interactions: {
    sure: targetsByKey(interactionNames, importTargets.interactions),
    weak: targetsByKey(weakInteractionNames, importTargets.interactions),
  },
  purchases: { sure: targetsByKey(purchaseNames, importTargets.purchases), weak: targetsByKey(weakPurchaseNames, importTargets.purchases) },
}

/** Whether some kind of list has a column of this name. */
export function isKnownHeader(header: string): boolean {
  const key = keyOf(header)
  return key !== '' && Object.values(known).some(({ sure, weak }) => sure.has(key) || weak.has(key))
}

/** The target of each column, from left to right, as far as the headers say it, and whether the name is one that means nothing else. */
export function guessByHeader(headers: readonly string[], kind: ImportKind): { target: string | undefined; sure: boolean }[] {
  const keys = headers.map(keyOf)
  const mapping = keys.map((key) => known[kind].sure.get(key)?.[0])
  keepFirst(mapping)
  readNameColumn(mapping, keys)
  const sure = mapping.map((target) => target !== undefined)
  for (const [index, key] of keys.entries()) {
    const free = known[kind].weak
      .get(key)
      ?.find((target) => !mapping.includes(target) && (target !== 'no' || mapping.includes('externalId')))
    if (mapping[index] === undefined && free) mapping[index] = free
  }
  return mapping.map((target, index) => ({ target, sure: sure[index] === true }))
}

/** The target of each column of a list of contacts. */
export const guessMapping = (headers: readonly string[]): (TargetField | undefined)[] =>
  guessByHeader(headers, 'contacts').map(({ target }) => target as TargetField | undefined)

/** True when the mapping can give at least one kind of name; without it no row can become a contact. */
export const mapsName = (mapping: Mapping) => mapping.some((target) => target && nameFields.includes(target))
const nameFields: readonly TargetField[] = ['fullName', 'firstName', 'surname', 'companyName']

/** What a saved mapping is recognised by: the names of the columns, folded, whatever their order. */
export const fingerprintOf = (headers: readonly string[]): string[] => headers.map(keyOf).sort()

function keepFirst(mapping: (string | undefined)[]) {
  const seen = new Set<string>()
  mapping.forEach((target, index) => {
    if (target === undefined) return
    if (seen.has(target)) mapping[index] = undefined
    seen.add(target)
  })
}

/** "Name" and "Nom" beside a first name are the surname; alone they are the whole name. */
function readNameColumn(mapping: (string | undefined)[], keys: string[]) {
  const has = (target: TargetField) => mapping.includes(target)
  const whole = mapping.indexOf('fullName')
  const last = mapping.indexOf('surname')
  if (has('firstName') && last < 0 && whole >= 0 && plainName.test(keys[whole] ?? '')) mapping[whole] = 'surname'
  if (!has('firstName') && whole < 0 && last >= 0 && keys[last] === 'nom') mapping[last] = 'fullName'
}
const plainName = /^(name|naam|navn)$/
