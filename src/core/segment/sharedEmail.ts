// Which e-mails of a segment were handed on, one by one: kept with the line, so that the person begins where she stood, and with a mark of
// what was said, so that an e-mail that was edited afterwards is told.
import { crc32 } from '../../base/crc.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Line } from '../../model/segment.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead } from '../asRead.ts'
import type { SegmentState } from './steps.ts'

/** Everything an e-mail is made of. */
export interface SharedWhat {
  addresses: readonly string[]
  subject: string
  text: string
  /** Of the document; nothing where the e-mail has no letter. */
  letter: { attachmentId: string; mapping: Readonly<Record<string, string>>; values: Readonly<LetterValues> } | undefined
}

const encoder = new TextEncoder()

/** The same mark as long as the e-mail says the same. */
export const markOf = (what: SharedWhat): string => crc32(encoder.encode(JSON.stringify(what))).toString(16)

/** Notes what was shared, by line number; `undefined` takes the note away. Other lines, and lines that are gone, stay as they are. */
export function planShared(state: SegmentState, marks: ReadonlyMap<number, string | undefined>, occasion: Occasion): Changes {
  const lines = state.lines.lines.map((line) => (marks.has(line.lineNo) ? noted(line, marks.get(line.lineNo), occasion) : line))
  if (lines.every((line, at) => line === state.lines.lines[at])) return noChanges()
  return {
    // The header stays as it is: nothing that a letter says was changed.
    ...{ put: { segmentLines: [{ ...state.lines, lines }] }, remove: {} },
    requires: [asRead('segments', state.segment), asRead('segmentLines', state.lines)],
  }
}

function noted(line: Line, mark: string | undefined, { now }: Occasion): Line {
  const { sharedAt, sharedWhat, ...rest } = line
  if (mark !== undefined) return { ...rest, sharedAt: now, sharedWhat: mark }
  return sharedAt === undefined && sharedWhat === undefined ? line : rest
}
