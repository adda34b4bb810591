// Which merge field a name in a document means. Stable names do not change with the language; captions are only other
// ways to say them, so that a template made for Business Central, or from an address list, works as it is.
import { fold, searchKey } from '../../base/fold.ts'
import { captions } from './captions.ts'
import { distance } from './nearest.ts'

export type FieldName = keyof typeof captions

/** All stable names, in the order in which they are offered. */
export const fieldNames: readonly string[] = Object.keys(captions)

/** Only letters and digits count: `Straße`, `STRASSE`, `Phone No.` and `phone_no` are compared in this form. */
const keyOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

const byKey: ReadonlyMap<string, string> = indexOf(captions)

/** Each name as it is written and with `oe` for `ö`; a stable name is never taken by another's caption. */
function indexOf(table: Record<string, readonly string[]>): Map<string, string> {
  const index = new Map(Object.keys(table).map((name) => [keyOf(name), name]))
  for (const [name, others] of Object.entries(table)) {
    for (const other of others) {
      for (const key of keysOf(other)) if (!index.has(key)) index.set(key, name)
    }
  }
  return index
}

function keysOf(text: string): string[] {
  const plain = keyOf(text)
  const spelled = keyOf(searchKey(text)).slice(plain.length)
  return spelled ? [plain, spelled] : [plain]
}

/** What other systems put before the name: Business Central's `C5_Name`, ours and others' `contact.name`. */
const prefixes = /^\s*(c5|contact|kontakt|recipient|empfänger)[\s_.:-]+/i

/** A document has few names, and each of 50 000 letters asks for all of them. */
const resolved = new Map<string, string | undefined>()

/** The stable name a document's field name means, if it is one we know. */
export function resolveField(nameInDocument: string): string | undefined {
  if (!resolved.has(nameInDocument)) {
    const meant = byKey.get(keyOf(nameInDocument)) ?? byKey.get(keyOf(nameInDocument.replace(prefixes, '')))
    resolved.set(nameInDocument, meant)
  }
  return resolved.get(nameInDocument)
}

/** The known fields that an unknown name comes nearest to, best first: at most two slips away, then with words in common. */
export function suggestFields(name: string, most = 3): string[] {
  const bare = name.replace(prefixes, '')
  return [...new Set([...bySlips(keyOf(bare)), ...byWords(bare)])].slice(0, most)
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

const inOrder = (far: ReadonlyMap<string, number>): string[] => [...far].sort(([, a], [, b]) => a - b).map(([name]) => name)

/** `customerFirstName`, `customer_first_name` → customer, first, name; short words join nothing. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(apart)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
}
