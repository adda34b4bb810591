// One document per letter, in one ZIP that is written as it grows. What a template's letters share is packed once and its checksum
// taken once; a few letters are packed at a time where the platform's deflater does it beside us.
import { joinedBytes } from '../../base/bytes.ts'
import { crcAdd, crcEnd, crcStart } from '../../base/crc.ts'
import { front, makeDocument, type Made } from './document.ts'
import { stop } from '../findings.ts'
import type { Headers } from './headers.ts'
import { newFileNames } from './names.ts'
import type { Merged, SinglesOptions } from '../options.ts'
import type { TemplatePlan } from '../plan.ts'
import { Merge } from './run.ts'
import type { MergeRecords } from '../values.ts'
import { mostLetters } from './wishes.ts'
import { localHeader, stretches, ZipDirectory, ZipStretch, type Packed } from '../zip/zipWrite.ts'

/** So many letters may be in the making at once. */
const beside = 6

/** The beginning of every letter of a template. */
interface Front {
  bytes: Uint8Array
  directory: ZipDirectory
  crc: number
}

export class LetterZipWriter {
  private readonly merge: Merge
  private readonly nameOf = newFileNames('.docx')
  private readonly fronts = new Map<TemplatePlan, Front>()
  private readonly lettersPerFile: number
  private directory = new ZipDirectory()
  private names: string[] = []
  private making: Promise<Packed>[] = []

  constructor(options: Pick<SinglesOptions, 'to' | 'signal' | 'onProgress' | 'lettersPerFile'>) {
    this.merge = new Merge(options)
    this.lettersPerFile = mostLetters(options)
  }

  /** Answers how many letters were made. */
  add(plan: TemplatePlan, records: MergeRecords, options: SinglesOptions): Promise<number> {
    const { name, ...rest } = options
    const { merge } = this
    const before = merge.letters
    return merge.during(plan, records, rest, async (run) => {
      for (let made = await makeDocument(run, 1); made; made = await makeDocument(run, 1)) {
        const named = this.nameOf(name?.(made.first, merge.letters) ?? String(merge.letters))
        const wait = this.put(this.letterOf(plan, made, named))
        if (wait) await wait
      }
      while (this.making.length > 0) await this.writeOldest()
      return merge.letters - before
    })
  }

  async end(): Promise<Merged> {
    const { merge } = this
    return merge.ending(async () => {
      if (merge.letters === 0) stop('NO_LETTERS')
      if (this.names.length > 0) await this.closeFile()
    })
  }

  /** The finished document of one letter, to be stored as it is. */
  private letterOf(plan: TemplatePlan, made: Made, name: string): Packed | Promise<Packed> {
    // With pictures of its own a letter has other content types and relations.
    const own = made.headers.isPictured()
    const front = (own ? undefined : this.fronts.get(plan)) ?? frontOf(plan, made)
    if (!own) this.fronts.set(plan, front)
    const { parts, headers } = made
    const ready = parts.filter((part): part is Packed => !(part instanceof Promise))
    if (ready.length === parts.length) return stored(name, front, ready, headers)
    const later = Promise.all(parts.map((part) => Promise.resolve(part))).then((all) => stored(name, front, all, headers))
    // Whoever waits for it hears what went wrong; if nobody does any more, the merge has failed before.
    later.catch(() => undefined)
    return later
  }

  /** In the order of the records, however long each takes. */
  private put(letter: Packed | Promise<Packed>): Promise<void> | undefined {
    if (!(letter instanceof Promise) && this.making.length === 0) return this.write(letter)
    this.making.push(Promise.resolve(letter))
    return this.making.length >= beside ? this.writeOldest() : undefined
  }

  private async writeOldest(): Promise<void> {
    const letter = await this.making.shift()
    if (letter) await this.write(letter)
  }

  private async write(letter: Packed): Promise<void> {
    const output = await this.merge.file()
    this.directory.add(letter, output.size)
    this.names.push(letter.name)
    for (const bytes of [localHeader(letter), ...stretches(letter)]) {
      const wait = this.merge.write(output, bytes)
      if (wait) await wait
    }
    if (this.names.length === this.lettersPerFile) await this.closeFile()
  }

  private async closeFile(): Promise<void> {
    const output = await this.merge.file()
    await this.merge.write(output, this.directory.end(output.size))
    await this.merge.closeFile({ letters: this.names.length, names: this.names })
    this.directory = new ZipDirectory()
    this.names = []
  }
}

/** The same for every letter of a template: a document of one letter adds no headers and no lists. */
function frontOf(plan: TemplatePlan, made: Made): Front {
  const files = new ZipStretch()
  for (const entry of front(plan, made)) files.add(entry)
  const bytes = joinedBytes(files.pieces)
  return { bytes, directory: files.directory, crc: crcAdd(crcStart, bytes) }
}

function stored(name: string, front: Front, own: readonly Packed[], headers: Headers): Packed {
  const files = new ZipStretch()
  for (const entry of own) files.add(entry)
  const at = [front.bytes.length, front.bytes.length + files.size, front.bytes.length + files.size + headers.files.size] as const
  const directory = new ZipDirectory()
  directory.addAll(front.directory, 0)
  directory.addAll(files.directory, at[0])
  directory.addAll(headers.files.directory, at[1])
  const rest = joinedBytes([...files.pieces, ...headers.files.pieces, directory.end(at[2])])
  return { name, method: 0, crc: crcEnd(crcAdd(front.crc, rest)), size: front.bytes.length + rest.length, data: [front.bytes, rest] }
}
