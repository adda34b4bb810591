// All letters in one document, one section each. The body is written letter by letter; parts beside it that hold fields or notes
// are written in passes of their own over the same letters, so that memory does not grow with their number.
import { emit, emitBody, emitSection, newLetter, type Letter, type LetterValues } from './emit.ts'
import { stop } from './findings.ts'
import { oneRecord } from './letter.ts'
import { letterHeaders, type HeaderSet } from './headers.ts'
import { newPace, type Pace } from './pace.ts'
import type { PartPlan, TemplatePlan } from './plan.ts'
import { singleDocument, typesName } from './single.ts'
import { PartStream } from './stream.ts'
import type { ZipEntry } from './zipRead.ts'
import { pack, writeZip } from './zipWrite.ts'

export interface MergeOptions extends Pace {
  /** Each letter's pages count from one (default), or run on through the document. */
  restartPages?: boolean
}

export async function combinedDocument(plan: TemplatePlan, letters: readonly LetterValues[], options: MergeOptions): Promise<Uint8Array> {
  if (letters.length === 0) stop('NO_LETTERS')
  if (letters.length === 1) return singleDocument(plan, letters[0] ?? {})
  const headers = await letterHeaders(plan, letters, options.stopped)
  const body = await bodyOf(plan, letters, headers, options)
  const beside: ZipEntry[] = []
  for (const part of plan.parts) if (part.kind === 'notes') beside.push(await notesOf(plan, part, letters, options))
  if (plan.lists) beside.push(listsOf(plan, letters.length))
  const replaced = new Map(plan.combinedOnly.map((entry) => [entry.name, entry]))
  const statics = plan.statics.map((entry) => replaced.get(entry.name) ?? entry)
  const first = [pack(typesName, headers.types), ...statics, pack(plan.mainRels.name, headers.rels)]
  return writeZip([...first, body, ...beside, ...headers.entries])
}

async function bodyOf(plan: TemplatePlan, letters: readonly LetterValues[], headers: HeaderSet, options: MergeOptions): Promise<ZipEntry> {
  const pace = newPace(options, letters.length)
  const out = new PartStream()
  out.write(plan.head)
  for (const [number, values] of letters.entries()) {
    const letter = newLetter(plan, values, number, options.restartPages ?? true)
    letter.rels = headers.relsOf(number)
    const body = emitBody(letter, oneRecord(values))
    const last = number === letters.length - 1
    out.write(body.before + (last ? body.atEnd : body.toNext) + body.after)
    if (last) out.write(emitSection(letter) + plan.tail)
    await pace(number + 1)
  }
  return out.end(plan.main)
}

/** Notes: the template's own with the first letter's values, then a copy of those it refers to for each further letter. */
async function notesOf(plan: TemplatePlan, part: PartPlan, letters: readonly LetterValues[], options: MergeOptions): Promise<ZipEntry> {
  const pace = newPace(options.stopped ? { stopped: options.stopped } : {}, letters.length)
  const out = new PartStream()
  for (const [number, values] of letters.entries()) {
    const letter: Letter = newLetter(plan, values, number)
    if (number === 0) out.write(emit(part.pieces, letter))
    else for (const note of part.notes) if (note.referred) out.write(emit(note.pieces, letter))
    await pace(number + 1)
  }
  out.write(part.tail)
  return out.end(part.name)
}

function listsOf(plan: TemplatePlan, letters: number): ZipEntry {
  const lists = plan.lists
  const out = new PartStream()
  if (!lists) return out.end('')
  const { base, count } = plan.spaces.num
  out.write(lists.head)
  for (let letter = 1; letter < letters; letter++) {
    lists.lists.forEach((list, i) => out.write(`<${plan.w}num ${plan.w}numId="${base + letter * count + i}">${list}`))
  }
  out.write(lists.tail)
  return out.end(lists.part)
}
