// Entries live on: they are cancelled one by one with a reason, evaluated, commented, answered, delivered; many at once.
// Each change rests on the entry as it was read. BC: Interaction/InteractionLogEntry.Table.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { InteractionLogEntry, LoggedSegmentState } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Delivery, Evaluation } from '../../model/parts.ts'
import { unchanged, type Changes } from '../../model/tables.ts'

type Entries = readonly InteractionLogEntry[]
type Change = (entry: InteractionLogEntry) => InteractionLogEntry
type StateOf = (entry: InteractionLogEntry) => LoggedSegmentState | undefined

/** Only entries that the change changes are written. */
function changed(entries: Entries, change: Change): Changes {
  const pairs = entries.map((entry) => ({ entry, now: change(entry) })).filter(({ entry, now }) => now !== entry)
  return {
    put: { entries: pairs.map(({ now }) => now) },
    remove: {},
    requires: pairs.map(({ entry }) => unchanged('entries', entry)),
  }
}

type Optional = 'evaluation' | 'delivery' | 'cancelReason'

/** The entry with this value, or without it; the same entry when it is so already. */
function having<K extends Optional>(entry: InteractionLogEntry, field: K, value: InteractionLogEntry[K]): InteractionLogEntry {
  if (entry[field] === value) return entry
  const { [field]: _, ...rest } = entry
  return (value === undefined ? rest : { ...rest, [field]: value }) as InteractionLogEntry
}

/** Cancels entries one by one, with a reason; those that are cancelled keep theirs. */
export function planCancelEntries(entries: Entries, reason: string): Changes {
  const words = reason.trim() || undefined
  return changed(entries, (entry) => (entry.cancelled ? entry : having({ ...entry, cancelled: true }, 'cancelReason', words)))
}

/**
 * Lets them count again. Refused with `segmentCancelled` while a whole segment of theirs is cancelled: they would not count all the same.
 * BC: InteractionLogEntry.Table.al ToggleCanceledCheckmark
 */
export function planUncancelEntries(entries: Entries, stateOf: StateOf): Result<Changes, Failure> {
  const held = entries.filter((entry) => stateOf(entry)?.cancelled === true)
  if (held.length > 0) return refuse({ code: 'segmentCancelled', count: held.length })
  return ok(
    changed(entries, (entry) => {
      if (!entry.cancelled) return entry
      const { cancelReason: _reason, cancelledWith: _with, ...rest } = entry
      return { ...rest, cancelled: false }
    }),
  )
}

/** One judgement for all of them; none takes it away. BC: Page "Interaction Log Entries", Evaluate Interaction */
export const planEvaluate = (entries: Entries, evaluation: Evaluation | undefined): Changes =>
  changed(entries, (entry) => having(entry, 'evaluation', evaluation))

/** A remark after what was remarked before. Refused with `commentBlank` when it says nothing. */
export function planCommentEntry(entry: InteractionLogEntry, text: string, { today, user }: Occasion): Result<Changes, Failure> {
  const words = text.trim()
  if (words === '') return refuse({ code: 'commentBlank' })
  return ok(changed([entry], () => ({ ...entry, comments: [...entry.comments, { day: today, by: user, text: words }] })))
}

/** Changes a remark; a blank one takes it away. @param at its place among the remarks */
export function planChangeComment(entry: InteractionLogEntry, at: number, text: string): Changes {
  const words = text.trim()
  const comments = entry.comments.flatMap((comment, place) =>
    place !== at ? [comment] : words === '' ? [] : [{ ...comment, text: words }],
  )
  return changed([entry], () => ({ ...entry, comments }))
}

/** Where their letters are by now; entries from which nothing is to be delivered stay as they are. */
export const planDelivery = (entries: Entries, delivery: Delivery): Changes =>
  changed(entries, (entry) => (entry.delivery === undefined ? entry : having(entry, 'delivery', delivery)))
