// Which merge field a name in a document means. Stable names do not change with the language; captions are only other
// ways to say them, so that a template made for Business Central, or from an address list, works as it is.
import { fold, searchKey } from '../../base/fold.ts'
import { captions, type FieldName } from './captions.ts'
import type { SalutationKind } from '../../model/lists.ts'
import { nameKey } from './nameKey.ts'
import { distance } from './nearest.ts'
import { owners } from './prefixes.ts'

export type { FieldName } from './captions.ts'

/** The greeting of a letter, as it greets. */
export const greetingFields = { formal: 'CALC_Formal_Salutation', informal: 'CALC_Informal_Salutation' } as const satisfies Record<
  SalutationKind,
  FieldName
>

/** All stable names, in the order in which they are offered. */
export const fieldNames: readonly string[] = Object.keys(captions)

const byKey: ReadonlyMap<string, FieldName> = indexOf(captions)

/** Each name as it is written and with `oe` for `ö`; a stable name is never taken by another's caption. */
function indexOf(table: Partial<Record<FieldName, readonly string[]>>): Map<string, FieldName> {
  const names = Object.keys(table) as FieldName[]
  const index = new Map(names.map((name) => [nameKey(name), name]))
  for (const name of names) {
    for (const other of table[name] ?? []) {
      for (const key of keysOf(other)) if (!index.has(key)) index.set(key, name)
    }
  }
  return index
}

function keysOf(text: string): string[] {
  const plain = nameKey(text)
  const spelled = nameKey(searchKey(text)).slice(plain.length)
  return spelled ? [plain, spelled] : [plain]
}

/** What may stand before a name, the longest first, with whose it is then. */
const before = owners
  .flatMap((owner) => owner.prefixes.flatMap((prefix) => keysOf(prefix).map((key) => ({ key, owner }))))
  .sort((one, other) => other.key.length - one.key.length)

/** A document has few names, and each of 50 000 letters asks for all of them. */
const resolved = new Map<string, FieldName | undefined>()

/** The stable name a document's field name means, if it is one we know. */
export function resolveField(nameInDocument: string): FieldName | undefined {
  if (!resolved.has(nameInDocument)) {
    const key = nameKey(nameInDocument)
    resolved.set(nameInDocument, byKey.get(key) ?? ofOwner(key))
  }
  return resolved.get(nameInDocument)
}

function ofOwner(key: string): FieldName | undefined {
  for (const { key: prefix, owner } of before) {
    if (!key.startsWith(prefix)) continue
    const rest = key.slice(prefix.length)
    const field = byKey.get(rest)
    const meant = field ? owner.fieldOf(field) : owner.names && Object.hasOwn(owner.names, rest) ? owner.names[rest] : undefined
    if (meant) return meant
  }
  return undefined
}

/** What other systems put before the name: it says nothing of what the name comes nearest to. */
const prefixes = /^\s*(c5|conta|contact|kontakt|recipient|empfänger)[\s_.:-]+/i

/** The known fields that an unknown name comes nearest to, best first: at most two slips away, with words in common, or with one inside. */
export function suggestFields(name: string, most = 3): string[] {
  const bare = name.replace(prefixes, '')
  return [...new Set([...bySlips(nameKey(bare)), ...byWords(bare), ...byPart(nameKey(bare))])].slice(0, most)
}

function bySlips(key: string): string[] {
  const allowed = Math.min(2, Math.floor(key.length / 3))
  const near = new Map<string, number>()
  for (const [known, name] of byKey) {
    if (Math.abs(known.length - key.length) > allowed) continue
    const slips = distance(key, known)
    if (slips <= allowed && slips < (near.get(name) ?? Infinity)) near.set(name, slips)
  }
  return inOrder(near)
}

/** The names that share the largest part of their words. */
function byWords(text: string): string[] {
  const asked = new Set(wordsOf(text))
  const apart = new Map<string, number>()
  for (const [name, others] of Object.entries(captions)) {
    for (const known of [name, ...others]) {
      const words = wordsOf(known)
      const share = words.filter((word) => asked.has(word)).length / (words.length + asked.size)
      if (share > 0 && 1 - share < (apart.get(name) ?? Infinity)) apart.set(name, 1 - share)
    }
  }
  return inOrder(apart)
}

/** Names that stand inside, as in `Kundenstrasse`: the longest first. */
function byPart(key: string): string[] {
  const inside = new Map<string, number>()
  for (const [known, name] of byKey) {
    if (known.length >= 4 && key.includes(known) && -known.length < (inside.get(name) ?? 0)) inside.set(name, -known.length)
  }
  return inOrder(inside)
}

const inOrder = (far: ReadonlyMap<string, number>): string[] => [...far].sort(([, a], [, b]) => a - b).map(([name]) => name)

/** `customerFirstName`, `customer_first_name` → customer, first, name; short words join nothing. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(apart)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
}
