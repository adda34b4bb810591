// What runs in the browser: typing, letter by letter, answered by the column index, beside a bare `indexOf` pass over all that contacts are
// found by, as one text.
import { toDay } from '../../../src/base/day.ts'
import { fold } from '../../../src/base/fold.ts'
import { ColumnBuilder, searchTextOf, type ColumnIndex, type ListWish } from '../../../src/columns/index.ts'
import type { Contact } from '../../../src/model/contact.ts'
import { contactAt } from '../criteria/data.ts'

const ground = { today: toDay('2026-11-20'), salespeople: new Map<string, string>() }
const everybody: ListWish = { text: '', quick: [], sort: { by: 'name', descending: false } }
/** What a page asks for at once. */
const firstRows = 100

let index: ColumnIndex | undefined
let text = ''

/** The text that a search without an index would have to look through. */
function prepareText(size: number): number {
  const names = new Map<string, string>()
  const all: Contact[] = []
  for (let at = 0; at < size; at++) {
    const contact = contactAt(at, size)
    all.push(contact)
    if (contact.type === 'company') names.set(contact.id, contact.name)
  }
  const companyOf = (one: Contact) => (one.type === 'person' && one.companyId ? (names.get(one.companyId) ?? '') : '')
  text = all.map((one) => searchTextOf(one, companyOf(one))).join('\n')
  // It is laid out in one piece before somebody looks.
  return text.indexOf('\u0001')
}

function prepareIndex(size: number): void {
  const builder = new ColumnBuilder()
  for (let from = 0; from < size; from += 5000)
    builder.addContacts(Array.from({ length: Math.min(5000, size - from) }, (_, at) => contactAt(from + at, size)))
  index = builder.finish(new Set())
  index.list(everybody, ground)
  for (const prepare of index.searchPreparations) prepare()
}

/** What people type: the beginnings of names, towns, telephone numbers and addresses of e-mail of people who are there. */
function wordsTyped(size: number, round: number): string[] {
  const of = (share: number) => contactAt((Math.floor(size * share) + round * 17) % size, size)
  const [one, other, third, fourth, fifth] = [0.11, 0.31, 0.52, 0.73, 0.93].map(of) as [Contact, Contact, Contact, Contact, Contact]
  const mail = [fourth, fifth, one].map(({ email }) => email).find((email) => email !== '') ?? 'info@firma'
  return [one.name, other.name, other.city, third.phone, fifth.mobilePhone, mail, `${third.city} ${one.name}`].map((typed) =>
    typed.slice(0, 12),
  )
}

const time = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Every place of the typed text, as it is folded. */
function bareTime(typed: string): number {
  const word = fold(typed)
  return time(() => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length));
  })
}

/** Milliseconds for each letter from the third on: ours with the first rows and all counts, and the bare pass. */
function typing(size: number, round: number): { ours: number[]; bare: number[] } {
  const ours: number[] = []
  const bare: number[] = []
  for (const whole of wordsTyped(size, round))
    for (let length = 1; length <= whole.length; length++) {
      const typed = whole.slice(0, length)
      const took = time(() => {
        const shown = index!.list({ ...everybody, text: typed }, ground)
        index!.listItems(shown, 0, firstRows)
        index!.listCounts(shown, ground)
      })
      if (length < 3) continue
      ours.push(took)
      bare.push(bareTime(typed))
    }
  return { ours, bare }
}

Object.assign(globalThis, { bench: { prepareText, prepareIndex, typing, wordsTyped, bareTime } })
