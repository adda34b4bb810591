// Mappings that were saved: a file with the same columns is read the same way. They are known by their headers, in whatever order.
import { guessColumns, type ColumnFacts, type ColumnGuess } from '../../exchange/columns.ts'
import type { ImportChoices } from '../../exchange/importPlan.ts'
import { fingerprintOf, keyOf } from '../../exchange/mapping.ts'
import type { Sheet } from '../../exchange/sheet.ts'
import type { ImportColumn, ImportMapping } from '../../model/importMapping.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges } from '../../model/tables.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'

const key = (headers: readonly string[]) => fingerprintOf(headers).join('\n')

/** The mapping that fits, the one used last of several. One column in front may be new: it says why a row stayed out. */
export async function recognisedMapping(db: Database, sheet: Sheet): Promise<ImportMapping | undefined> {
  if (!sheet.hasHeader) return undefined
  const saved = (await db.importMappings.toArray()).sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
  const fits = (headers: readonly string[]) => saved.find((mapping) => mapping.headers.length > 0 && key(mapping.headers) === key(headers))
  return fits(sheet.headers) ?? fits(sheet.headers.slice(1))
}

/** The columns of a sheet as a saved mapping has them: by their names, of equal names in their order. */
export function columnsByMapping(sheet: Sheet, mapping: ImportMapping, facts: readonly ColumnFacts[]): ColumnGuess[] {
  const open = new Map<string, ImportColumn[]>()
  for (const [at, header] of mapping.headers.entries()) {
    const column = mapping.columns[at]
    if (column) open.set(header, [...(open.get(header) ?? []), column])
  }
  const guessed = guessColumns(sheet, mapping.kind, facts)
  return sheet.headers.map((header, at) => {
    const column = open.get(keyOf(header))?.shift()
    const guess = guessed[at]
    if (!column) return { column: {}, sure: true }
    // How this file's cells are written is told by its own cells, where they tell it.
    const read = guess?.column.target === column.target ? guess?.column : undefined
    const asks = column.dayOrder === undefined && column.decimal === undefined && guess?.asks ? { asks: guess.asks } : {}
    const example = 'asks' in asks && guess?.example !== undefined ? { example: guess.example } : {}
    return { column: { ...column, ...read }, sure: true, ...asks, ...example }
  })
}

/** Keeps how the file was read, under a name or under the one it was known by. One that cannot be kept takes nothing from the import. */
export async function keepMapping(
  db: Database,
  sheet: Sheet,
  choices: ImportChoices,
  { name, recognised }: { name: string; recognised: ImportMapping | undefined },
  occasion: Occasion,
): Promise<void> {
  const saved = name === '' ? undefined : (await db.importMappings.toArray()).find((one) => one.name === name && one.kind === choices.kind)
  const before = saved ?? (name === '' || recognised?.name === name ? recognised : undefined)
  if (name === '' && !before) return
  const known = recognised && name === '' ? key(recognised.headers) : undefined
  // What she corrected is known the next time; a column in front that says why a row stayed out does not belong to it.
  const front = known !== undefined && key(sheet.headers) !== known && key(sheet.headers.slice(1)) === known ? 1 : 0
  const isOfAnotherKind = name === '' && before !== undefined && before.kind !== choices.kind
  if (isOfAnotherKind) return
  const mapping: ImportMapping = {
    id: before?.id ?? occasion.nextId(),
    rev: before?.rev ?? 0,
    name: before?.name ?? name,
    kind: choices.kind,
    headers: sheet.headers.slice(front).map(keyOf),
    columns: choices.columns.slice(front),
    usedAt: occasion.now,
  }
  await commit(db, { ...noChanges(), put: { importMappings: [mapping] } }, 'keepImportMapping', occasion.now)
}
