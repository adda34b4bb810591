// Short lists that a file names by code or by description: groups, salespeople, territories. What is not there yet is made once.
import { fold } from '../base/fold.ts'

interface Made<Row> {
  row: Row
  text: string
  lineNo: number
}

/** Finds or makes the row that a text of the file means. */
export class NamedList<Row extends { id: string; code: string }> {
  readonly #byName = new Map<string, Row>()
  readonly #rows = new Map<string, Row>()
  readonly #codes = new Set<string>()
  readonly #folded = new Map<string, string>()
  readonly #madeBy = new Map<Row, Made<Row>>()
  readonly #made: Made<Row>[] = []
  #kept: ReadonlySet<string> | undefined
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
    const there = this.#byName.get(this.#fold(text)) ?? (name && name !== text ? this.#byName.get(this.#fold(name)) : undefined)
    if (!there) return this.#create(text, name || text, lineNo).id
    const made = this.#madeBy.get(there)
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
    const codes = new Codes(this.#codes)
    const inOrder = this.#made.filter(({ row }) => this.#kept?.has(row.id) ?? true).sort((one, other) => one.lineNo - other.lineNo)
    for (const { row, text } of inOrder) row.code = codes.freeFor(text)
    return inOrder.map(({ row }) => row)
  }

  /** Of those that were made only these are: the others were named by rows that nobody gets. */
  keepOnly(ids: ReadonlySet<string>): void {
    this.#kept = ids
  }

  #create(text: string, name: string, lineNo: number): Row {
    const row = this.#make('', name)
    const made = { row, text, lineNo }
    this.#made.push(made)
    this.#madeBy.set(row, made)
    this.#add(row)
    this.#byName.set(fold(text), row)
    return row
  }

  /** Few texts stand in many rows. */
  #fold(text: string): string {
    const known = this.#folded.get(text)
    if (known !== undefined) return known
    const folded = fold(text)
    if (this.#folded.size < 5000) this.#folded.set(text, folded)
    return folded
  }

  #add(row: Row) {
    this.#rows.set(row.id, row)
    for (const name of [row.code, this.#nameOf(row)]) if (name !== '' && !this.#byName.has(fold(name))) this.#byName.set(fold(name), row)
  }
}

/** Codes that are taken. */
class Codes {
  readonly #taken: Set<string>
  /** By the first ten letters: the number that was given last. Thousands of texts may begin alike. */
  readonly #last = new Map<string, number>()

  constructor(taken: ReadonlySet<string>) {
    this.#taken = new Set(taken)
  }

  /** At most ten capitals and digits, as codes are in Business Central; a number is added when it is taken. */
  freeFor(text: string): string {
    const stem = (text.toUpperCase().replace(/[^\p{L}\p{N}-]+/gu, '') || 'X').slice(0, 10)
    for (let count = (this.#last.get(stem) ?? 0) + 1; ; count++) {
      const end = count === 1 ? '' : String(count)
      const code = stem.slice(0, 10 - end.length) + end
      const folded = fold(code)
      if (this.#taken.has(folded)) continue
      this.#taken.add(folded)
      this.#last.set(stem, count)
      return code
    }
  }
}
