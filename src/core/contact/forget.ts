// Forgetting a person: what happened goes on being counted, and says nothing about her any more. What each kind of row keeps is said here,
// row by row; who reads and writes them is another's business. There is no way back.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj, Article 17
import { fold, wordsOf } from '../../base/fold.ts'
import type { Contact } from '../../model/contact.ts'
import type { InteractionLogEntry, LoggedLine } from '../../model/interaction.ts'
import type { Merge } from '../../model/merge.ts'
import type { Line } from '../../model/segment.ts'
import { given } from '../asRead.ts'
import { listsName } from '../letter/lists.ts'

/** Whom it is about: her ids, those of contacts that were merged into her included, and what she is called and written to by. */
export interface Forgotten {
  ids: ReadonlySet<string>
  /** Folded names of several words, and e-mail addresses: they mean nobody else. */
  names: readonly string[]
  /** Folded names of one word: they may mean somebody else, and are looked at by the person. */
  words: readonly string[]
  /** Merges by which she could be parted again. */
  merges: readonly Merge[]
}

/** @param merges all there are: one leads to the next */
export function forgottenOf(contact: Contact, merges: readonly Merge[]): Forgotten {
  const ids = new Set<string>([contact.id, ...(contact.former ?? []).map(({ id }) => id)])
  const hers = new Set<Merge>()
  for (let before = -1; before < ids.size;) {
    before = ids.size
    for (const merge of merges) {
      if (!ids.has(merge.keptId) && !ids.has(merge.lost.id)) continue
      hers.add(merge)
      ids.add(merge.lost.id)
      ids.add(merge.keptId)
    }
  }
  const told = [contact, ...[...hers].flatMap(({ lost, before, after }) => [lost, before, after])]
  const called = [...new Set(told.flatMap(({ name, email, email2 = '' }) => [name, email, email2]).map(fold))]
  const isPlain = (name: string) => /[ @]/.test(name)
  return { ids, names: called.filter(isPlain), words: called.filter((name) => name !== '' && !isPlain(name)), merges: [...hers] }
}

/** Whether a text names her and nobody else: by her key, as she is called, or family name first. */
export function namesHer(text: string, { names, ids }: Forgotten): boolean {
  if (ids.has(text)) return true
  if (text.length <= shortest) return false
  const plain = fold(text)
  if (names.some((name) => standsIn(plain, name))) return true
  return plain.includes(',') && names.some((name) => wordsOf(name).every((word) => standsIn(plain, word)))
}

/** Whether a text may name her: one that a person should look at. */
export const mayNameHer = (text: string, forgotten: Forgotten): boolean =>
  text.length > shortest && (namesHer(text, forgotten) || forgotten.words.some((word) => standsIn(fold(text), word)))

/** No name that means somebody is as short as this. */
const shortest = 3

/** As words of their own: Anna Berg does not stand in "Johanna Bergmann". */
function standsIn(plain: string, name: string): boolean {
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1))
    if (!isLetter(plain[at - 1]) && !isLetter(plain[at + name.length])) return true
  return false
}

/** Whether any text in a value names somebody, however deep; bytes are read as text. */
export function namedWithin(value: unknown, names: (text: string) => boolean): boolean {
  if (typeof value === 'string') return names(value)
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return names(new TextDecoder().decode(value))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => names(key) || namedWithin(inner, names))
}

/**
 * The entry without her: its day, template, campaign, cost and what came of it go on being counted. An entry of somebody else loses the letter
 * that named her too, and her as its company; it stays itself where it has neither.
 * @param descriptions those that say nothing about anybody: of templates, of segments
 */
export function forgetEntry(entry: InteractionLogEntry, { ids }: Forgotten, descriptions: ReadonlySet<string>): InteractionLogEntry {
  if (ids.has(entry.contactId) || ids.has(entry.deletedContactId ?? '')) return erasedEntry(entry, descriptions)
  const isHers = ids.has(entry.companyId ?? '')
  const { letter, companyId, ...rest } = entry
  const names = letter !== undefined && (letter.together?.contactIds.some((id) => ids.has(id)) === true || listsName(letter.values, ids))
  if (!isHers && !names) return entry
  return {
    ...rest,
    ...(isHers ? { companyName: '' } : companyId ? { companyId } : {}),
    ...(names ? { letterErased: true as const } : letter ? { letter } : {}),
  }
}

function erasedEntry(entry: InteractionLogEntry, descriptions: ReadonlySet<string>): InteractionLogEntry {
  const { rev, id, contactId, day, campaignTarget, campaignResponse, informationFlow, initiatedBy, cost, duration, attemptFailed } = entry
  const { sample, loggedSegmentId, templateId, interactionGroupId, salespersonId, campaignId, campaignEntryId } = entry
  const { responseStatusId, callRoundId, callOutcome, segmentId, taskId, opportunityId } = entry
  const { respondedDay, correspondenceType, evaluation, delivery, cancelled, cancelledWith, campaignNo, loggedBy, loggedAt } = entry
  return {
    ...{ rev, id, contactId, erased: true, contactName: '', companyName: '', subject: '', comment: '', comments: [] },
    description: descriptions.has(entry.description) ? entry.description : '',
    ...{
      day,
      campaignTarget,
      campaignResponse,
      informationFlow,
      initiatedBy,
      cost,
      duration,
      attemptFailed,
      cancelled,
      loggedBy,
      loggedAt,
    },
    ...given({ sample, loggedSegmentId, templateId, interactionGroupId, salespersonId, campaignId, campaignEntryId }),
    ...given({ respondedDay, correspondenceType, evaluation, delivery, cancelledWith, campaignNo }),
    ...given({ responseStatusId, callRoundId, callOutcome, segmentId, taskId, opportunityId }),
  }
}

/** Numbers of the lines that lead a letter she got or stood in. */
export function lettersNaming(lines: readonly LoggedLine[], { ids }: Forgotten): Set<number> {
  const hers = lines.filter(({ line, values }) => ids.has(line.contactId) || listsName(values, ids))
  return new Set(hers.map(({ line, letterOf }) => letterOf ?? line.lineNo))
}

/**
 * A frozen line without her: the number of her line stays, and that it was logged or left out. Of a letter for several nothing stays for
 * anybody, for it named all of them.
 * @param letters what `lettersNaming` found in the whole segment
 */
export function forgetLoggedLine(logged: LoggedLine, { ids }: Forgotten, letters: ReadonlySet<number>): LoggedLine {
  const { line, entryId, leftOut } = logged
  if (ids.has(line.contactId))
    return {
      line: bareLine(line),
      ...{ name: '', companyName: '', city: '', erased: true as const, values: {} },
      ...(entryId && { entryId }),
      ...(leftOut && { leftOut }),
    }
  if (!letters.has(logged.letterOf ?? line.lineNo)) return logged
  const { attachmentId: _, letterOf: __, mapping: ___, languageCode: ____, ...rest } = logged
  return { ...rest, values: {}, letterErased: true }
}

/** Whose line it was stays as a key that leads nowhere: so many different people were reached. */
const bareLine = ({ lineNo, contactId }: Line): Line => ({ lineNo, contactId, own: {}, comment: '' })

/** Whether a letter is left that shows what all letters of a segment had in common. */
export const hasLetters = (lines: readonly LoggedLine[]): boolean => lines.some(({ attachmentId }) => attachmentId !== undefined)

const namesAttachment = new Set(['attachmentId', 'imageId', 'logo', 'signature', 'picture'])

/** Attachments that a row names, at whatever depth: documents, pictures in them, photos, logos. */
export function attachmentsNamed(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return found
  for (const [key, inner] of Object.entries(value)) {
    if (namesAttachment.has(key) && typeof inner === 'string') found.add(inner)
    else attachmentsNamed(inner, found)
  }
  return found
}

/** A file's name that does not name her. */
export const fileNameWithout = (name: string, forgotten: Forgotten): string =>
  namesHer(name.replaceAll(/[_\-.]+/g, ' '), forgotten) ? name.replace(/^.*?(\.[^.]*)?$/, '*$1') : name
