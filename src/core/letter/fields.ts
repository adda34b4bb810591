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

/** The known field that an unknown name comes nearest to: at most two slips away, or with a word in common. */
export function suggestField(name: string): string | undefined {
  return bySlips(keyOf(name.replace(prefixes, ''))) ?? byWords(name.replace(prefixes, ''))
}

function bySlips(key: string): string | undefined {
  const allowed = Math.min(2, Math.floor(key.length / 3))
  let best: { name: string; slips: number } | undefined
  for (const [known, name] of byKey) {
    if (Math.abs(known.length - key.length) > allowed) continue
    const slips = distance(key, known)
    if (slips <= allowed && slips < (best?.slips ?? Infinity)) best = { name, slips }
  }
  return best?.name
}

/** The name that shares the largest part of its words. */
function byWords(text: string): string | undefined {
  const asked = new Set(wordsOf(text))
  let best: { name: string; share: number } | undefined
  for (const [name, others] of Object.entries(captions)) {
    for (const known of [name, ...others]) {
      const words = wordsOf(known)
      const share = words.filter((word) => asked.has(word)).length / (words.length + asked.size)
      if (share > (best?.share ?? 0)) best = { name, share }
    }
  }
  return best?.name
}

/** `customerFirstName`, `customer_first_name` → customer, first, name; short words join nothing. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(apart)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
}
