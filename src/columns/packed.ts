// Columns in as few bytes as they can be: texts packed, entries in the order of days, what nobody uses any more left behind.
import { Columns, flags, ownChoices, ownDays, ownTexts, setKinds } from './columns.ts'
import { Entries } from './entries.ts'
import { IdTable } from './ids.ts'
import { NumberColumn, roomFor } from './numbers.ts'
import { Purchases } from './purchases.ts'
import { SetColumn } from './setColumn.ts'
import { TextColumn } from './textColumn.ts'

const each = <K extends string, V>(keys: readonly K[], make: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>

export function packed({ parts, rows }: Columns): Columns {
  const room = roomFor(rows, 0)
  const text = (column: TextColumn) => {
    const { codes, texts } = column.seal(rows)
    return TextColumn.of(codes, texts)
  }
  const columns = new Columns({
    ...parts,
    ids: new IdTable(parts.ids.sealed()),
    texts: each(ownTexts, (field) => text(parts.texts[field])),
    choices: each(ownChoices, (field) => text(parts.choices[field])),
    sets: each(setKinds, (kind) => new SetColumn(parts.sets[kind].seal(rows))),
    days: each(ownDays, (field) => new NumberColumn(parts.days[field].data.slice(0, room))),
    flags: each(flags, (flag) => parts.flags[flag].slice(0, room >>> 5)),
    rhythm: new NumberColumn(parts.rhythm.data.slice(0, room)),
    employer: parts.employer.slice(0, room),
    entries: new Entries(parts.entries.rows.sealed(), parts.entries.lists),
    purchases: new Purchases(parts.purchases.rows.sealed(), parts.purchases.lists),
  })
  columns.reserve()
  return columns
}
