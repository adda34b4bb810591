// Who stands on the list more than once, and which letters go to one and the same letter box.
import type { ContactId } from '../../model/ids.ts'
import type { LettersPer } from '../../model/segment.ts'
import { placeOf } from '../letter/address.ts'
import { boxOf } from '../letter/letterBox.ts'
import type { Effective } from '../segment/effective.ts'
import { isByPost } from './lineProblems.ts'
import type { Problem } from './problem.ts'

interface Box {
  lineNos: number[]
  /** Whose the first of these lines is. */
  contactId: ContactId
  /** There is somebody else as well. */
  shared: boolean
}

/** Gathers the lines one by one. Most of 50 000 stand alone, so that nothing is kept of them but a number. */
export class SharedPlaces {
  readonly #first = new Map<ContactId, number>()
  readonly #twice = new Map<ContactId, number[]>()
  readonly #boxes = new Map<string, Box>()
  readonly #per: LettersPer | undefined

  /** @param per who gets one letter together, if that was said: then nobody asks any more who shares a letter box */
  constructor(per: LettersPer | undefined) {
    this.#per = per
  }

  look(line: Effective): void {
    const { lineNo, contactId } = line.line
    const first = this.#first.get(contactId)
    if (first === undefined) this.#first.set(contactId, lineNo)
    else this.#twice.set(contactId, [...(this.#twice.get(contactId) ?? [first]), lineNo])
    const place = !this.#per && isByPost(line) ? placeOf(line) : undefined
    const key = place ? boxOf(place) : ''
    if (key === '') return
    const box = this.#boxes.get(key)
    if (!box) this.#boxes.set(key, { lineNos: [lineNo], contactId, shared: false })
    else {
      box.lineNos.push(lineNo)
      box.shared ||= box.contactId !== contactId
    }
  }

  /** The same contact twice, and several people at one address. */
  problems(): Problem[] {
    const boxes = [...this.#boxes.values()].filter(({ shared }) => shared).map(({ lineNos }) => lineNos)
    return [...grouped('duplicate', [...this.#twice.values()]), ...grouped('sameAddress', boxes)]
  }
}

function grouped(code: 'duplicate' | 'sameAddress', groups: number[][]): Problem[] {
  return groups.length > 0 ? [{ code, severity: 'warn', lineNos: groups.flat(), groups }] : []
}
