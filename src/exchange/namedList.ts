// Short lists that a file names by code or by description: groups, salespeople, territories. What is not there yet is made once.
import { fold } from '../base/fold.ts'

/** Finds or makes the row that a text of the file means. */
export class NamedList<Row extends { id: string; code: string }> {
  readonly #byName = new Map<string, Row>()
  readonly #rows = new Map<string, Row>()
  readonly #codes = new Set<string>()
  readonly #made: { row: Row; text: string; lineNo: number }[] = []
  readonly #nameOf: (row: Row) => string
  readonly #make: (code: string, name: string) => Row

  constructor(rows: readonly Row[], nameOf: (row: Row) => string, make: (code: string, name: string) => Row) {
    this.#nameOf = nameOf
    this.#make = make
    for (const row of rows) {
      this.#add(row)
      this.#codes.add(fold(row.code))
    }
  }

  /** The id of the row with this code or name. @param lineNo where the file says so */
  idOf(code: string, name = code, lineNo = 0): Row['id'] | undefined {
    const text = code || name
    if (text === '') return undefined
    const there = this.#byName.get(fold(text)) ?? (name ? this.#byName.get(fold(name)) : undefined)
    if (!there) return this.#create(text, name || text, lineNo).id
    const made = this.#made.length > 0 ? this.#made.find(({ row }) => row === there) : undefined
    if (made && lineNo < made.lineNo) made.lineNo = lineNo
    return there.id
  }

  /** The row with this code or name, if there is one. */
  rowOf(text: string): Row | undefined {
    return text === '' ? undefined : this.#byName.get(fold(text))
  }

  byId(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  /** What was made, in the order in which the file speaks of it; the codes are given now. */
  made(): Row[] {
    const codes = new Set(this.#codes)
    const inOrder = this.#made.toSorted((one, other) => one.lineNo - other.lineNo)
    for (const { row, text } of inOrder) row.code = freeCode(text, codes)
    return inOrder.map(({ row }) => row)
  }

  #create(text: string, name: string, lineNo: number): Row {
    const row = this.#make('', name)
    this.#made.push({ row, text, lineNo })
    this.#add(row)
    this.#byName.set(fold(text), row)
    return row
  }

  #add(row: Row) {
    this.#rows.set(row.id, row)
    for (const name of [row.code, this.#nameOf(row)]) if (name !== '' && !this.#byName.has(fold(name))) this.#byName.set(fold(name), row)
  }
}

/** At most ten capitals and digits, as codes are in Business Central; a number is added when it is taken. */
function freeCode(text: string, taken: Set<string>): string {
  const plain = text.toUpperCase().replace(/[^\p{L}\p{N}-]+/gu, '') || 'X'
  for (let count = 1; ; count++) {
    const end = count === 1 ? '' : String(count)
    const code = plain.slice(0, 10 - end.length) + end
    if (taken.has(fold(code))) continue
    taken.add(fold(code))
    return code
  }
}
