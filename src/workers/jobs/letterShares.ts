// Who gets a letter together: of an open segment as its rules have it today, of a logged one as it was.
import { withheld } from '../../core/contact/privacy.ts'
import { keyTogether, placesTogether } from '../../core/letter/together.ts'
import { effective } from '../../core/segment/effective.ts'
import type { ContactId } from '../../model/ids.ts'
import type { LoggedLine } from '../../model/interaction.ts'
import type { Line } from '../../model/segment.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { readContactOfEach } from '../../storage/read/contacts.ts'
import { aroundOf, readAround, type StoredSegment } from '../../storage/read/segments.ts'

/** Who shares a letter with whom. */
export interface Shares {
  /** The lines that get the letter of this line, its lead first; nothing when there is no such line. */
  of: (lineNo: number) => Line[] | undefined
  /** Of these lines those that lead a letter. */
  leads: (lines: readonly Line[]) => readonly Line[]
}

/** Looking from letter to letter asks again and again: what was found last stands until something is written. */
const last = new WeakMap<Database, { key: string; shares: Shares }>()

export async function sharesOf(db: Database, stored: StoredSegment): Promise<Shares> {
  const { segment, lines } = stored
  if (!segment.lettersPer) return alone(lines.lines)
  const key = `${segment.id} ${await lastRev(db)}`
  const known = last.get(db)
  if (known?.key === key) return known.shares
  const shares = await readShares(db, stored)
  last.set(db, { key, shares })
  return shares
}

function alone(lines: readonly Line[]): Shares {
  let byNo: Map<number, Line[]> | undefined
  return {
    of: (lineNo) => (byNo ??= new Map(lines.map((line) => [line.lineNo, [line]]))).get(lineNo),
    leads: (some) => some,
  }
}

async function readShares(db: Database, { segment, lines: { lines } }: StoredSegment): Promise<Shares> {
  const around = aroundOf(
    await readAround(
      db,
      lines.map(({ contactId }) => contactId),
    ),
  )
  const byNo = new Map<number, Line[]>()
  const places = placesTogether(lines.length, (at) => keyTogether(effective(lines[at]!, segment, around), segment.lettersPer))
  for (const letter of places) {
    const people = letter.map((at) => lines[at]!)
    for (const { lineNo } of people) byNo.set(lineNo, people)
  }
  return {
    of: (lineNo) => byNo.get(lineNo),
    leads: (some) => some.filter((line) => byNo.get(line.lineNo)?.[0]?.lineNo === line.lineNo),
  }
}

/** The letters of a logged segment: each with the lines that got it, its lead first. */
export class LoggedShares {
  readonly #byLead = new Map<number, LoggedLine[]>()
  readonly #leadOf = new Map<number, number>()

  constructor(lines: readonly LoggedLine[]) {
    for (const line of lines) {
      const { lineNo } = line.line
      const lead = line.letterOf ?? lineNo
      this.#leadOf.set(lineNo, lead)
      const letter = this.#byLead.get(lead)
      if (letter) letter.push(line)
      else this.#byLead.set(lead, [line])
    }
  }

  get all(): LoggedLine[][] {
    return [...this.#byLead.values()]
  }

  of(lineNo: number): LoggedLine[] {
    return this.#byLead.get(this.#leadOf.get(lineNo) ?? lineNo) ?? []
  }
}

/** Whoever was privacy blocked since is not written to any more; a letter for several that names her is not made again either. */
export async function blockedAmong(db: Database, ids: readonly ContactId[]): Promise<ReadonlySet<ContactId>> {
  const contacts = await readContactOfEach(db, ids)
  return new Set(ids.filter((_, at) => contacts[at] !== undefined && withheld(contacts[at]) !== undefined))
}
