// One document per letter, all in one ZIP. What a template's letters share is packed once.
import { stop } from './findings.ts'
import type { LetterValues } from './emit.ts'
import { uniqueFileNames } from './names.ts'
import { newPace, type Pace } from './pace.ts'
import type { TemplatePlan } from './plan.ts'
import { frameOf, singleDocument } from './single.ts'
import type { ZipEntry } from './zipRead.ts'
import { pack, writeZip } from './zipWrite.ts'

export interface LetterJob {
  plan: TemplatePlan
  values: LetterValues
  name: string
}

export async function letterZip(jobs: readonly LetterJob[], options: Pace): Promise<{ bytes: Uint8Array; names: string[] }> {
  if (jobs.length === 0) stop('NO_LETTERS')
  const names = uniqueFileNames(
    jobs.map((job) => job.name),
    '.docx',
  )
  const frames = new Map<TemplatePlan, ZipEntry[]>()
  const pace = newPace(options, jobs.length)
  const entries: ZipEntry[] = []
  for (const [at, job] of jobs.entries()) {
    const frame = frames.get(job.plan) ?? frameOf(job.plan)
    frames.set(job.plan, frame)
    entries.push(pack(names[at] as string, singleDocument(job.plan, job.values, frame), 0))
    await pace(at + 1)
  }
  return { bytes: writeZip(entries), names }
}
