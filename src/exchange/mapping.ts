// Which column of a file is what: guessed from the header line, then corrected by the person.
// A target is given once; a second column with the same meaning stays unmapped and can be chosen by hand.
import { fold } from '../base/fold.ts'
import type { ImportKind } from '../model/importMapping.ts'
import { headerNames, targetFields, weakNames, type TargetField } from './headerNames.ts'
import { furtherNames, homeNames } from './headerNamesFurther.ts'
import { interactionNames, purchaseNames, weakInteractionNames, weakPurchaseNames } from './headerNamesLog.ts'
import { importTargets } from './importTargets.ts'

export { targetFields, type TargetField }

/** Targets whose cells are days, and numbers: only of these is anything to be asked. */
export const dayTargets: readonly string[] = ['birthday', 'day', 'respondedDay']
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

const further = targetsByKey(furtherNames, targetFields)
const home = targetsByKey(homeNames, targetFields)

/** Whether some kind of list has a column of this name. */
export function isKnownHeader(header: string): boolean {
  const key = keyOf(header)
  const isNamed = Object.values(known).some(({ sure, weak }) => sure.has(key) || weak.has(key))
  return key !== '' && (isNamed || further.has(key) || home.has(key))
}

const always = () => true

export interface NamedTarget {
  target: string | undefined
  /** The name means nothing else. */
  sure: boolean
}

/**
 * The target of each column, from left to right, as far as the headers say it.
 * @param blank columns without a single value stand back where another one has the same name
 * @param fits whether the cells of a column can be what its name says
 */
export function guessByHeader(
  headers: readonly string[],
  kind: ImportKind,
  blank: (at: number) => boolean = () => false,
  fits: (at: number, target: string) => boolean = always,
): NamedTarget[] {
  const keys = headers.map(keyOf)
  const mapping = keys.map((key, at) => known[kind].sure.get(key)?.find((target) => fits(at, target)))
  keepFirst(mapping, blank)
  readNameColumn(mapping, keys)
  const sure = mapping.map((target) => target !== undefined)
  const filledFirst = [...keys.entries()].sort(([one], [other]) => Number(blank(one)) - Number(blank(other)))
  for (const [index, key] of filledFirst) {
    if (mapping[index] !== undefined) continue
    const isFree = (target: string) =>
      !mapping.includes(target) && (target !== 'no' || mapping.includes('externalId')) && fits(index, target)
    const free = known[kind].weak.get(key)?.filter(isFree) ?? []
    // A title is a salutation if its cells say one.
    mapping[index] = free.includes('salutation') && fits !== always && !blank(index) ? 'salutation' : free[0]
  }
  return mapping.map((target, index) => ({ target, sure: sure[index] === true }))
}

/** What the columns of a list of contacts say once more: a second number, and by itself the address at home. */
export function furtherByHeader(headers: readonly string[]): { further: (string | undefined)[]; home: (string | undefined)[] } {
  const keys = headers.map(keyOf)
  return { further: keys.map((key) => further.get(key)?.[0]), home: keys.map((key) => home.get(key)?.[0]) }
}

/** The target of each column of a list of contacts. */
export const guessMapping = (headers: readonly string[]): (TargetField | undefined)[] =>
  guessByHeader(headers, 'contacts').map(({ target }) => target as TargetField | undefined)

/** True when the mapping can give at least one kind of name; without it no row can become a contact. */
export const mapsName = (mapping: Mapping) => mapping.some((target) => target && nameFields.includes(target))
const nameFields: readonly TargetField[] = ['fullName', 'firstName', 'surname', 'companyName']

/** What a saved mapping is recognised by: the names of the columns, folded, whatever their order. */
export const fingerprintOf = (headers: readonly string[]): string[] => headers.map(keyOf).sort()

/** Of several columns for one target the first that holds anything; the first if none does. */
function keepFirst(mapping: (string | undefined)[], blank: (at: number) => boolean) {
  const kept = new Map<string, number>()
  mapping.forEach((target, at) => {
    const before = target === undefined ? undefined : kept.get(target)
    if (target !== undefined && (before === undefined || (blank(before) && !blank(at)))) kept.set(target, at)
  })
  mapping.forEach((target, at) => {
    if (target !== undefined && kept.get(target) !== at) mapping[at] = undefined
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
