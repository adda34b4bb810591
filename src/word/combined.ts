// All letters in one document, a section each, or in several documents of so many letters.
import { entriesOf, makeDocument, type Made } from './document.ts'
import { stop } from './findings.ts'
import type { Merged, MergeOptions } from './options.ts'
import type { TemplatePlan } from './plan.ts'
import { Merge, type Run } from './run.ts'
import type { MergeRecords } from './values.ts'
import { isPlain, lengthOf, localHeader, stretches, ZipDirectory } from './zipWrite.ts'

export async function combinedDocuments(plan: TemplatePlan, records: MergeRecords, options: MergeOptions): Promise<Merged> {
  const merge = new Merge(options)
  await merge.during(plan, records, options, async (run) => {
    const limit = Math.max(1, Math.floor(options.lettersPerFile ?? Infinity))
    for (let made = await makeDocument(run, 0, limit); made; made = await makeDocument(run, merge.letters, limit)) await write(run, made)
    if (merge.letters === 0) stop('NO_LETTERS')
  })
  return merge.ending(() => undefined)
}

async function write({ plan, merge }: Run, made: Made): Promise<void> {
  const entries = await entriesOf(plan, made)
  const size = entries.reduce((sum, entry) => sum + 100 + 2 * entry.name.length + lengthOf(entry), 0)
  if (!isPlain(entries.length, size)) stop('OUTPUT_LIMIT', { detail: `${entries.length} parts, ${Math.ceil(size / 1e6)} MB` })
  const output = await merge.file()
  const directory = new ZipDirectory()
  for (const entry of entries) {
    directory.add(entry, output.size)
    for (const bytes of [localHeader(entry), ...stretches(entry)]) {
      const wait = merge.write(output, bytes)
      if (wait) await wait
    }
  }
  await merge.write(output, directory.end(output.size))
  await merge.closeFile({ letters: made.letters })
}
