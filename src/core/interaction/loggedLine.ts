// A line as evidence: everything as it was when it was logged, kept in pieces so that a long segment is read bit by bit.
import type { LoggedLinesId } from '../../model/ids.ts'
import { linesPerPiece, type InteractionLogEntry, type LoggedLine, type LoggedLines, type LoggedSegment } from '../../model/interaction.ts'
import type { LetterValue, LetterValues } from '../../model/letter.ts'
import { given } from '../asRead.ts'
import { companyNameBeside } from '../contact/name.ts'
import { withheld } from '../contact/privacy.ts'
import { placeOf } from '../letter/address.ts'
import { valuesTogether } from '../letter/valuesTogether.ts'
import type { Around, Effective } from '../segment/effective.ts'
import type { SegmentState } from '../segment/steps.ts'

/** The letter of a line: led by it, for others as well, or the one that another line leads, by its number. */
export type LetterShare = { others: Effective[] } | { letterOf: number }

/** The line as it was. Whoever was left out stays, with the reason and without a letter; whoever got another's letter, with its number. */
export function loggedLineOf(
  line: Effective,
  entry: InteractionLogEntry | undefined,
  state: SegmentState,
  around: Around,
  share: LetterShare = { others: [] },
): LoggedLine {
  const { contact, document } = line
  const shown = {
    line: line.line,
    name: contact?.name ?? '',
    companyName: contact ? companyNameBeside(contact, around.contacts) : '',
    city: placeOf(line)?.city ?? '',
  }
  if (!entry) return { ...shown, leftOut: (contact && withheld(contact)) ?? 'contactGone', values: {} }
  if ('letterOf' in share) return { ...shown, entryId: entry.id, letterOf: share.letterOf, values: {} }
  const letter = document && {
    attachmentId: document.attachmentId,
    languageCode: document.languageCode,
    mapping: document.mapping,
  }
  return { ...shown, entryId: entry.id, ...letter, values: valuesTogether({ lead: line, others: share.others }, state.segment, around) }
}

/** How many lines became what. */
export function countsOf(lines: readonly LoggedLine[]): LoggedSegment['counts'] {
  const counts = { lines: lines.length, logged: 0, letters: 0, privacyBlocked: 0, minor: 0, contactGone: 0 }
  for (const { entryId, attachmentId, leftOut } of lines) {
    if (entryId !== undefined) counts.logged++
    if (attachmentId !== undefined) counts.letters++
    if (leftOut !== undefined) counts[leftOut]++
  }
  return counts
}

/** Values that all letters have in common are kept once, as our company's; the lines keep what differs. */
export function commonValues(lines: readonly LoggedLine[]): { values: LetterValues; lines: LoggedLine[] } {
  const logged = lines.filter(({ entryId, letterOf }) => entryId !== undefined && letterOf === undefined)
  const [first] = logged
  if (!first) return { values: {}, lines: [...lines] }
  const names = Object.keys(first.values)
  const all = [
    ...new Set(logged.flatMap(({ values }) => Object.keys(values).filter((name) => typeof values[name] === 'object')).concat(names)),
  ]
  const differ = all.filter((name) => logged.some(({ values }) => !isSame(values[name], first.values[name])))
  const same = names.filter((name) => !differ.includes(name))
  return { values: some(first.values, same), lines: lines.map((line) => ({ ...line, values: some(line.values, differ) })) }
}

/** Lists stay with their lines: when somebody is forgotten they go with the letter that names her. */
function isSame(one: LetterValue | undefined, other: LetterValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  if ('day' in one && 'day' in other) return one.day === other.day
  return 'picture' in one && 'picture' in other && one.picture === other.picture
}

function some(values: Readonly<LetterValues>, names: readonly string[]): LetterValues {
  const kept: LetterValues = {}
  for (const name of names) {
    const value = values[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

/** The lines in rows of `linesPerPiece`. */
export function piecesOf(logged: LoggedSegment, lines: readonly LoggedLine[]): LoggedLines[] {
  const pieces: LoggedLines[] = []
  for (let from = 0; from < lines.length; from += linesPerPiece) {
    const id = `${logged.id} ${String(pieces.length).padStart(4, '0')}` as LoggedLinesId
    const part = { rev: 0, id, loggedSegmentId: logged.id, from, lines: lines.slice(from, from + linesPerPiece) }
    pieces.push({ ...part, ...given({ sample: logged.sample }) })
  }
  return pieces
}
