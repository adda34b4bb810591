// The lists a contact stands on: open segments by their lines, logged ones by entries that are not cancelled; and the campaigns it is a target of.
import type { Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import type { RuleOf } from '../model/criteria.ts'
import type { CampaignId, LoggedSegmentId, SegmentId } from '../model/ids.ts'
import type { Bitmap } from './answers.ts'
import { addTo, bitsOf, keepIn, without } from './bitmap.ts'
import type { Columns } from './columns.ts'

/** Those whose lists are as the operator says; `blanks`: and those on no list. */
export function listsAsked(rule: RuleOf<'segment'>, blanks: boolean, columns: Columns, today: Day): Bitmap {
  return membersAsked<SegmentId | LoggedSegmentId>(rule, blanks, columns, {
    of: (id) => onList(id, columns, today),
    ofOthers: (ids) => onOthers(ids, columns, today),
  })
}

/** Those whose active campaigns are as the operator says: their own, or their company's. @param ofCompanies those whose company is one of these */
export function targetsAsked(rule: RuleOf<'targetOf'>, blanks: boolean, columns: Columns, ofCompanies: (bits: Bitmap) => Bitmap): Bitmap {
  const { targets } = columns.parts
  const of = (id: CampaignId) => {
    const own = bitsOf(targets.get(id) ?? new Uint32Array(), columns.words)
    return addTo(ofCompanies(own), own)
  }
  const others = (ids: ReadonlySet<string>) => [...targets.keys()].filter((id) => !ids.has(id))
  return membersAsked<CampaignId>(rule, blanks, columns, {
    of,
    ofOthers: (ids) => others(ids).map(of).reduce(addTo, new Uint32Array(columns.words)),
  })
}

/** Who is on a list, and who on any but some. */
interface Members<Id> {
  of: (id: Id) => Bitmap
  ofOthers: (ids: ReadonlySet<string>) => Bitmap
}

type Asked<Id> = Pick<RuleOf<'segment'>, 'operator'> & { ids: readonly Id[] }

function membersAsked<Id extends string>(rule: Asked<Id>, blanks: boolean, columns: Columns, members: Members<Id>): Bitmap {
  const ids = [...new Set(rule.ids)]
  const none = new Uint32Array(columns.words)
  const onNone = () => without(columns.live, members.ofOthers(new Set())).slice(0, columns.words)
  const onSome = () => without(columns.live, onNone())
  const union = () => ids.map(members.of).reduce(addTo, none.slice())
  const all = () => (ids.length === 0 ? none.slice() : ids.map(members.of).reduce(keepIn, ones(columns.words)))
  const meant = (): Bitmap => {
    switch (rule.operator) {
      case 'hasAnyOf':
        return union()
      case 'hasNoneOf':
        return without(onSome(), union())
      case 'hasAllOf':
        return all()
      case 'isExactly':
        return without(all(), members.ofOthers(new Set<string>(ids)))
      case 'isBlank':
        return none
      case 'isNotBlank':
        return onSome()
    }
    return exhaustive(rule.operator)
  }
  const bits = meant()
  return blanks ? addTo(bits.slice(0, columns.words), onNone()) : bits.slice(0, columns.words)
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
