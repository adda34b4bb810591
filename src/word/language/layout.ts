// The layout language of `\f` in ADDRESSBLOCK and GREETINGLINE: groups `<<, _STATE_>>` whose text shows only with a value.
// Public source: [MS-OI29500] 2.1.476 (GREETINGLINE) and the same document on ADDRESSBLOCK, with the short forms `/t0` of the names.
import type { StandardName } from '../standardNames.ts'

/** A text, or the value of a part; a part without a name in Word's own list is always empty. */
export type LayoutPiece = { text: string } | { part: StandardName | null }

/** Shown when any of its parts has a value; without parts: text that always shows. */
export interface Group {
  kind: 'group' | 'text' | 'before' | 'after'
  pieces: LayoutPiece[]
}

const parts: Record<string, StandardName | null> = {
  ...{ TITLE0: 'Courtesy Title', NICK0: 'Nickname', FIRST0: 'First Name', MIDDLE0: 'Middle Name', LAST0: 'Last Name', SUFFIX0: 'Suffix' },
  ...{ TITLE1: 'Spouse Courtesy Title', FIRST1: 'Spouse First Name', MIDDLE1: 'Spouse Middle Name', LAST1: 'Spouse Last Name' },
  // As Word has it: the partner's suffix is read from the nickname, the partner's nickname from nowhere.
  ...{ SUFFIX1: 'Spouse Nickname', NICK1: null },
  ...{ COMPANY: 'Company', STREET1: 'Address 1', STREET2: 'Address 2', STREET3: 'Address 3', CITY: 'City', STATE: 'State' },
  ...{ POSTAL: 'Postal Code', COUNTRY: 'Country or Region', JOBTITLE: 'Job Title', DEPARTMENT: 'Department' },
}

const short: Record<string, string> = {
  ...{ t0: 'TITLE0', n0: 'NICK0', f0: 'FIRST0', m0: 'MIDDLE0', l0: 'LAST0', s0: 'SUFFIX0' },
  ...{ t1: 'TITLE1', n1: 'NICK1', f1: 'FIRST1', m1: 'MIDDLE1', l1: 'LAST1', s1: 'SUFFIX1', g: 'BEFORE', x: 'AFTER' },
}

/** A layout as groups and the texts between them. A group that is never closed is text. */
export function layoutOf(source: string): Group[] {
  const groups: Group[] = []
  const text = source.replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<<', at)
    const close = open < 0 ? -1 : text.indexOf('>>', open + 2)
    const between = text.slice(at, close < 0 ? undefined : open)
    if (between !== '') groups.push({ kind: 'text', pieces: [{ text: between }] })
    if (close < 0) break
    groups.push(groupOf(text.slice(open + 2, close)))
    at = close + 2
  }
  return groups
}

/** A name between strokes below, `_FIRST0_`, or after a stroke, `/f0`, where no letter follows. */
const named = /_([A-Z]+[01-3]?)_|\/([a-z][01]?)(?![\p{L}\p{N}])/gu

function groupOf(inside: string): Group {
  const pieces: LayoutPiece[] = []
  let at = 0
  for (const found of inside.matchAll(named)) {
    const name = found[1] ?? short[found[2] ?? ''] ?? ''
    if (name === 'BEFORE' || name === 'AFTER') return aside(name, inside.slice(found.index + found[0].length))
    // What is short for nothing is a text with a stroke in it: c/o.
    if (found[1] === undefined && name === '') continue
    if (found.index > at) pieces.push({ text: inside.slice(at, found.index) })
    pieces.push({ part: Object.hasOwn(parts, name) ? (parts[name] as StandardName | null) : null })
    at = found.index + found[0].length
  }
  if (at < inside.length) pieces.push({ text: inside.slice(at) })
  return { kind: 'group', pieces }
}

/** One blank parts the name from its text: `_BEFORE_ Dear `. */
const aside = (name: 'BEFORE' | 'AFTER', rest: string): Group => ({
  kind: name === 'BEFORE' ? 'before' : 'after',
  pieces: [{ text: rest.replace(/^\s/, '') }],
})

/** A group with its values; empty when it has parts and none of them a value. */
export function filled(group: Group, part: (name: StandardName) => string): string {
  let [asks, shows, text] = [false, false, '']
  for (const piece of group.pieces) {
    const value = 'text' in piece ? piece.text : piece.part === null ? '' : part(piece.part).trim()
    if ('part' in piece) [asks, shows] = [true, shows || value !== '']
    text += value
  }
  return asks && !shows ? '' : text
}

/** Names that stand side by side in a layout without any blank get one, but in writings without blanks. */
function joined(before: string, next: string): string {
  const bare = /[\p{L}\p{N}.]$/u.test(before) && /^[\p{L}\p{N}]/u.test(next)
  const without = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
  return bare && !without.test(before) && !without.test(next) ? `${before} ${next}` : before + next
}

const names = new Set<StandardName | null>(
  Object.entries(parts).flatMap(([key, name]) => (/[01]$/.test(key) && name !== null && !key.startsWith('STREET') ? [name] : [])),
)

/** All groups of a layout as one text; `show` gives what each says. */
export function written(groups: readonly Group[], show: (group: Group) => string): string {
  let text = ''
  let afterName = false
  for (const group of groups) {
    const next = show(group)
    text = afterName && isName(group) ? joined(text, next) : text + next
    if (next !== '') afterName = isName(group)
  }
  return text
}

/** Whether a group shows a person's name or title. */
const isName = (group: Group): boolean => group.pieces.some((piece) => 'part' in piece && names.has(piece.part))

/** The parts that a layout asks for. */
export const partsOf = (groups: readonly Group[]): StandardName[] => [
  ...new Set(groups.flatMap(({ pieces }) => pieces.flatMap((piece) => ('part' in piece && piece.part !== null ? [piece.part] : [])))),
]
