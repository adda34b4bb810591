// One document in the making: letter after letter goes in, and its parts come out packed. Body and notes are written in one pass, as
// they grow; what stands in front of them in the ZIP is made last, as it names all headers.
import {
  emitBody,
  emitInto,
  emitSection,
  nextLetter,
  settleBookmarks,
  type Body,
  type Letter,
  type Settings,
  type Strands,
} from '../emit/emit.ts'
import type { Encoder } from './encoder.ts'
import { Headers } from './headers.ts'
import { beforeEnd } from '../package/relations.ts'
import type { PartPlan, TemplatePlan } from '../plan.ts'
import type { Run } from './run.ts'
import { PartStream } from './stream.ts'
import type { MergeRecord } from '../values.ts'
import { pack, type Packed } from '../zip/zipWrite.ts'

const typesName = '[Content_Types].xml'

/** What readers without ZIP64 take of a file, and of a part of it, with room for the last letter. */
const mostBytes = 3_500_000_000

export interface Made {
  letters: number
  /** What the first letter is made of. */
  first: MergeRecord
  /** Whether it may hold several letters: it was made for more than one record. */
  combined: boolean
  /** What the letters made of the template's fields: body, notes. */
  parts: (Packed | Promise<Packed>)[]
  headers: Headers
}

/** A document of the next letters, at most so many; null when no record is left. */
export async function makeDocument(run: Run, limit: number): Promise<Made | null> {
  const { plan, feed, merge } = run
  if (!feed.has(plan.ahead + 1)) await run.fill(plan.ahead + 1)
  const settings: Settings = { ...run.settings, combined: limit > 1 && feed.peek(1) !== undefined }
  let letter = await next(run, settings, 0)
  if (!letter) return null
  const document = new LetterDocument(plan, run.encoder, merge.native)
  try {
    while (letter) {
      const text = document.emit(letter, run)
      feed.drop(text.records)
      merge.letters++
      const number: number = letter.number + 1
      const following: Letter | null = number < limit && !document.isLarge(run.mostParts) ? await next(run, settings, number) : null
      const wait = document.put(letter, text, !following)
      if (wait) await wait
      const rest = merge.step(run)
      if (rest) await rest
      merge.cleaned += letter.cleaned
      letter = following
    }
    return document.end(settings.combined)
  } catch (error) {
    document.drop()
    throw error
  }
}

async function next(run: Run, settings: Settings, number: number): Promise<Letter | null> {
  for (;;) {
    const letter = nextLetter(run.plan, run.feed, settings, number)
    if (letter !== 'more') return letter
    await run.fill(run.plan.ahead)
    // Where nobody gets a letter, it is here that others run and a stop is heard.
    await run.merge.step(run)
  }
}

type Text = Body & { notes: Strands[] }

class LetterDocument {
  private readonly plan: TemplatePlan
  private readonly headers: Headers
  private readonly body: PartStream
  private readonly notes: { part: PartPlan; stream: PartStream }[]
  private letters = 0
  private first: MergeRecord = {}

  constructor(plan: TemplatePlan, encoder: Encoder, native: boolean) {
    this.plan = plan
    this.headers = new Headers(plan)
    this.body = new PartStream(plan.main, encoder, native)
    this.notes = plan.parts
      .filter((part) => part.kind === 'notes')
      .map((part) => ({ part, stream: new PartStream(part.name, encoder, native) }))
  }

  /** Everything of the letter that speaks of its first record, then its body. */
  emit(letter: Letter, run: Run): Text {
    if (letter.number === 0) this.first = letter.first
    settleBookmarks(letter, run.feed)
    letter.rels = this.headers.relsOf(letter)
    const notes = this.notes.map(({ part }) => notesOf(part, letter))
    letter.pictures = this.headers.text
    return { notes, ...emitBody(letter, run.feed) }
  }

  /** Wait for the promise, if there is one. */
  put(letter: Letter, text: Text, last: boolean): Promise<void> | undefined {
    const { plan, body } = this
    if (this.letters++ === 0) body.write([plan.head])
    body.write(text.before)
    body.write(last ? text.atEnd : text.toNext)
    body.write(text.after)
    if (last) body.write(endOf(plan, letter))
    for (const [at, { part, stream }] of this.notes.entries()) {
      stream.write(text.notes[at] ?? [])
      if (last) stream.write([part.tail])
    }
    return this.isFull() ? this.flush() : undefined
  }

  /** More would be more than one document can hold. */
  isLarge(mostParts: number): boolean {
    const { directory, size } = this.headers.files
    return this.plan.statics.length + directory.count >= mostParts || this.body.written() + size > mostBytes
  }

  private readonly isFull = (): boolean => this.body.isFull() || this.notes.some(({ stream }) => stream.isFull())

  private async flush(): Promise<void> {
    for (const stream of [this.body, ...this.notes.map((each) => each.stream)]) if (stream.isFull()) await stream.flush()
  }

  end(combined: boolean): Made {
    if (this.letters > 1) this.headers.addBlanks()
    const parts = [this.body, ...this.notes.map(({ stream }) => stream)].map((stream) => stream.end())
    return { letters: this.letters, first: this.first, combined, parts, headers: this.headers }
  }

  drop(): void {
    this.body.drop()
    for (const { stream } of this.notes) stream.drop()
  }
}

/** A document of one letter has a section of its own only where the template has one. */
function endOf(plan: TemplatePlan, letter: Letter): Strands {
  const out: Strands = []
  if (letter.number > 0 || plan.section.length > 0) emitSection(letter, out)
  out.push(plan.tail)
  return out
}

/** Notes: the template's own with the first letter's values, then a copy of those it refers to for each further letter. */
function notesOf(part: PartPlan, letter: Letter): Strands {
  const out: Strands = []
  if (letter.number === 0) emitInto(part.pieces, letter, out)
  else for (const note of part.notes) if (note.referred) emitInto(note.pieces, letter, out)
  return out
}

/** What stands in front: content types, all that the template's letters share, relations, lists. */
export function front(plan: TemplatePlan, { letters, combined, headers }: Pick<Made, 'letters' | 'combined' | 'headers'>): Packed[] {
  const replaced = new Map(combined ? plan.combinedOnly.map((entry) => [entry.name, entry]) : [])
  const statics = plan.statics
    .filter((entry) => !headers.replaced.has(entry.name.toLowerCase()))
    .map((entry) => replaced.get(entry.name) ?? entry)
  const added = headers.added()
  const types = pack(typesName, beforeEnd(plan.types, added.types))
  const rels = pack(plan.mainRels.name, beforeEnd(plan.mainRels.xml, added.rels))
  return [types, ...statics, rels, ...(plan.lists ? [listsOf(plan, plan.lists, letters)] : [])]
}

function listsOf(plan: TemplatePlan, { part, head, tail, lists }: NonNullable<TemplatePlan['lists']>, letters: number): Packed {
  const { base, count } = plan.spaces.num
  let text = head
  for (let letter = 1; letter < letters; letter++) {
    lists.forEach((list, i) => (text += `<${plan.w}num ${plan.w}numId="${base + letter * count + i}">${list}`))
  }
  return pack(part, text + tail)
}
