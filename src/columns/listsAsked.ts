// The lists a contact stands on: open segments by their lines, logged ones by entries that are not cancelled.
import type { Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import type { RuleOf } from '../model/criteria.ts'
import type { LoggedSegmentId, SegmentId } from '../model/ids.ts'
import type { Bitmap } from './answers.ts'
import { addTo, bitsOf, keepIn, without } from './bitmap.ts'
import type { Columns } from './columns.ts'

type Asked = RuleOf<'segment'>

/** Those whose lists are as the operator says; `blanks`: and those on no list. */
export function listsAsked(rule: Asked, blanks: boolean, columns: Columns, today: Day): Bitmap {
  const ids = [...new Set(rule.ids)]
  const none = new Uint32Array(columns.words)
  const onSome = () => without(columns.live, onNone(columns, today))
  const union = () => ids.map((id) => onList(id, columns, today)).reduce(addTo, none.slice())
  const all = () => (ids.length === 0 ? none.slice() : ids.map((id) => onList(id, columns, today)).reduce(keepIn, ones(columns.words)))
  const meant = (): Bitmap => {
    switch (rule.operator) {
      case 'hasAnyOf':
        return union()
      case 'hasNoneOf':
        return without(onSome(), union())
      case 'hasAllOf':
        return all()
      case 'isExactly':
        return without(all(), onOthers(new Set<string>(ids), columns, today))
      case 'isBlank':
        return none
      case 'isNotBlank':
        return onSome()
    }
    return exhaustive(rule.operator)
  }
  const bits = meant()
  return blanks ? addTo(bits.slice(0, columns.words), onNone(columns, today)) : bits.slice(0, columns.words)
}

const ones = (words: number) => new Uint32Array(words).fill(0xffffffff)

function onList(id: SegmentId | LoggedSegmentId, columns: Columns, today: Day): Bitmap {
  const { entries, lists, cancelled } = columns.parts
  const open = lists.get(id as SegmentId)
  const bits = open ? bitsOf(open, columns.words) : new Uint32Array(columns.words)
  return addTo(bits, entries.rows.mark(entries.asked({ loggedSegmentIds: [id as LoggedSegmentId] }, cancelled, today), columns.words))
}

/** On any list besides these. */
function onOthers(ids: ReadonlySet<string>, columns: Columns, today: Day): Bitmap {
  const { entries, lists, cancelled } = columns.parts
  const bits = new Uint32Array(columns.words)
  for (const [id, rows] of lists) if (!ids.has(id)) addTo(bits, bitsOf(rows, columns.words))
  const logged = entries.lists.segment.values.filter((id) => id !== '' && !ids.has(id)) as LoggedSegmentId[]
  if (logged.length === 0) return bits
  return addTo(bits, entries.rows.mark(entries.asked({ loggedSegmentIds: logged }, cancelled, today), columns.words))
}

const onNone = (columns: Columns, today: Day): Bitmap => without(columns.live, onOthers(new Set(), columns, today)).slice(0, columns.words)
