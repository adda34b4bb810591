// What is done from the board before logging, beside the acts of segments and contacts.
import { ok, refuse, type Result } from '../base/result.ts'
import { withheld } from '../core/contact/privacy.ts'
import { planPart } from '../core/segment/part.ts'
import type { Contact } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { SegmentId } from '../model/ids.ts'
import { joinChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readSegment } from '../storage/read/segments.ts'
import { planAndWrite, type House } from './house.ts'
import { nextNumber } from './numbers.ts'
import { readContactOfEach } from '../storage/read/contacts.ts'

/** Makes a new segment of some lines of another; whose contact is gone, privacy blocked or a minor without consent is not taken over. */
export function segmentOfLines(
  house: House,
  from: SegmentId,
  lineNos: readonly number[],
  description: string,
): Promise<Result<Committed & { value: { segmentId: SegmentId; people: number } }, Failure>> {
  return planAndWrite(house, 'createSegment', async () => {
    const state = await readSegment(house.db, from)
    if (!state) return refuse({ code: 'notFound', table: 'segments', id: from })
    const wanted = new Set(lineNos)
    const lines = state.lines.lines.filter(({ lineNo }) => wanted.has(lineNo))
    const contacts = await readContactOfEach(
      house.db,
      lines.map(({ contactId }) => contactId),
    )
    const there = lines.filter((_, at) => mayStand(contacts[at])).map(({ lineNo }) => lineNo)
    const number = await nextNumber(house.db, 'segment')
    const { changes, segmentId } = planPart(state, there, { no: number.no, description }, house.occasion())
    return ok({ changes: joinChanges(number.changes, changes), value: { segmentId, people: there.length } })
  })
}

const mayStand = (contact: Contact | undefined): boolean => contact !== undefined && withheld(contact) === undefined
