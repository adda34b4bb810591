// Criteria that name people by hand: who was merged into another contact is asked for as that one from then on, and kept out as that one.
// One walk over any row or open form: criteria stand in saved ones, in steps and their cards, and in what was logged.
import type { ContactId } from '../../model/ids.ts'

/** Who goes, and who stays. */
interface Way {
  from: ContactId
  to: ContactId
}

/** The value with its criteria naming the one that stays; itself when none of them names the one that goes. */
export function followed<V>(value: V, way: Way): V {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) {
    const after = value.map((one: unknown) => followed(one, way))
    return after.some((one, at) => one !== value[at]) ? (after as V) : value
  }
  const record = value as Record<string, unknown>
  if (isOfPeople(record)) return record.ids.includes(way.from) ? ({ ...record, ids: once(record.ids, way) } as V) : value
  let after: Record<string, unknown> | undefined
  for (const [name, part] of Object.entries(record)) {
    const now = closed.has(name) ? part : followed(part, way)
    if (now !== part) (after ??= { ...record })[name] = now
  }
  return (after ?? value) as V
}

/** Whether any criteria in the value name one of these. */
export function asksFor(value: unknown, names: (id: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return false
  if (isOfPeople(value)) return value.ids.some(names)
  return Object.entries(value).some(([name, part]) => !closed.has(name) && asksFor(part, names))
}

/** What steps did, line by line: no criteria stand there. */
const closed: ReadonlySet<string> = new Set(['outcome', 'lines'])

const isOfPeople = (value: object): value is { kind: 'contact'; ids: ContactId[] } =>
  'kind' in value && value.kind === 'contact' && 'ids' in value && Array.isArray(value.ids)

const once = (ids: readonly ContactId[], { from, to }: Way): ContactId[] => [...new Set(ids.map((id) => (id === from ? to : id)))]
