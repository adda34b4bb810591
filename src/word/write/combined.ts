// All letters in one document, a section each, or in several documents of so many letters.
import { front, makeDocument, type Made } from './document.ts'
import { stop } from '../findings.ts'
import type { Merged, MergeOptions } from '../options.ts'
import type { TemplatePlan } from '../plan.ts'
import { Merge, type Run } from './run.ts'
import type { MergeRecords } from '../values.ts'
import { mostLetters } from './wishes.ts'
import { isPlain, ZipStretch } from '../zip/zipWrite.ts'

export async function combinedDocuments(plan: TemplatePlan, records: MergeRecords, options: MergeOptions): Promise<Merged> {
  const merge = new Merge(options)
  await merge.during(plan, records, options, async (run) => {
    const limit = mostLetters(options)
    for (let made = await makeDocument(run, limit); made; made = await makeDocument(run, limit)) await write(run, made)
    if (merge.letters === 0) stop('NO_LETTERS')
  })
  return merge.ending(() => undefined)
}

async function write({ plan, merge }: Run, made: Made): Promise<void> {
  const files = new ZipStretch()
  for (const entry of front(plan, made)) files.add(entry)
  for (const part of made.parts) files.add(await part)
  const headers = made.headers.files
  const [count, size] = [files.directory.count + headers.directory.count, files.size + headers.size]
  if (!isPlain(count, size)) stop('OUTPUT_LIMIT', { detail: `${count} parts, ${Math.ceil(size / 1e6)} MB` })
  files.directory.addAll(headers.directory, files.size)
  const output = await merge.file()
  for (const bytes of [...files.pieces, ...headers.pieces, files.directory.end(size)]) {
    const wait = merge.write(output, bytes)
    if (wait) await wait
  }
  await merge.closeFile({ letters: made.letters })
}
