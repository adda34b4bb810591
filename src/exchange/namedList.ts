// Short lists that a contacts file names by code or by description: mailing groups, industry groups, salespeople.
// What is not there yet is made once.
import { fold } from '../base/fold.ts'

/** Finds or makes the row that a text of the file means. */
export class NamedList<Row extends { id: string; code: string }> {
  readonly made: Row[] = []
  private readonly byName = new Map<string, Row>()
  private readonly codes = new Set<string>()

  constructor(
    rows: readonly Row[],
    private readonly nameOf: (row: Row) => string,
    private readonly make: (code: string, name: string) => Row,
  ) {
    for (const row of rows) this.add(row)
  }

  /** The id of the row with this code or name. */
  idOf(code: string, name = code): Row['id'] | undefined {
    const text = code || name
    if (text === '') return undefined
    const there = this.byName.get(fold(text)) ?? (name ? this.byName.get(fold(name)) : undefined)
    return (there ?? this.create(text, name || text)).id
  }

  private create(text: string, name: string): Row {
    const row = this.make(this.freeCode(text), name)
    this.made.push(row)
    this.add(row)
    this.byName.set(fold(text), row)
    return row
  }

  /** At most ten capitals and digits, as codes are in Business Central; a number is added when it is taken. */
  private freeCode(text: string): string {
    const plain = text.toUpperCase().replace(/[^\p{L}\p{N}-]+/gu, '') || 'X'
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : String(count)
      const code = plain.slice(0, 10 - end.length) + end
      if (!this.codes.has(fold(code))) return code
    }
  }

  private add(row: Row) {
    this.codes.add(fold(row.code))
    for (const name of [row.code, this.nameOf(row)]) if (name !== '' && !this.byName.has(fold(name))) this.byName.set(fold(name), row)
  }
}
