// Damaged files of every kind we take: each gets an answer within two seconds, nothing is thrown, and what is planned adds up. A seeded slice
// here; ten thousand in `npm run torture -- files`. FIELDBOOK_SEED and FIELDBOOK_MUTATIONS say which.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf, guessColumns, guessKind } from '../../src/exchange/columns.ts'
import type { Existing } from '../../src/exchange/existing.ts'
import type { ImportChoices } from '../../src/exchange/importPlan.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import { limits, type ReadChoice } from '../../src/exchange/sheet.ts'
import type { Failure } from '../../src/model/failure.ts'
import { failureText } from '../../src/text/failures.ts'
import { company, occasion, person, valid } from '../make.ts'
import { chance, copied, damagedFile, one, wholeFiles } from './damagedFiles.ts'

const all = 10_000
const firstSeed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
const count = Number(process.env['FIELDBOOK_MUTATIONS'] ?? 250)
/** Milliseconds for one file. */
const longest = 2000

const theirs = process.env['FIELDBOOK_SAMPLES'] ? join(process.env['FIELDBOOK_SAMPLES'], 'contacts') : ''
const files = { ...wholeFiles }
if (theirs && existsSync(theirs))
  for (const name of readdirSync(theirs).filter((one) => /\.(vcf|csv|xlsx)$/.test(one)))
    files[name] = new Uint8Array(readFileSync(join(theirs, name)))
const names = Object.keys(files)
console.info(`Damaged files: ${count} of ${all}, from ${names.length + 1} files, seed ${firstSeed}.`)

const employer = company({ name: 'Fröhlich & Söhne' })
const existing: Existing = {
  ...{ mailingGroups: [], industryGroups: [], businessRelations: [], jobResponsibilities: [], organizationalLevels: [], territories: [] },
  ...{ salespeople: [], salutations: [], interactionGroups: [], templates: [], campaigns: [], entries: [], purchases: [] },
  contacts: [employer, person({ name: 'Max Tal', company: employer, firstName: 'Max', surname: 'Tal' })],
  series: { rev: 1, id: 'contact', prefix: 'KT', next: 3, digits: 5 },
  ...{ tabletPrefix: '', country: 'DE' },
}

/** Reads, understands and plans; gives the failure when the file is refused. */
async function taken(bytes: Uint8Array, choice: ReadChoice = {}): Promise<Failure | undefined> {
  const read = await readSheet(bytes, 'damaged', choice)
  if (!read.ok) return read.failure
  const sheet = read.value
  expect(sheet.rows.length).toBeLessThanOrEqual(limits.rows)
  for (const { cells } of sheet.rows) for (const cell of cells) if (cell.length > limits.cell) throw new Error('a cell beyond the limit')
  const facts = columnsOf(sheet)
  const kind = guessKind(sheet)
  const choices: ImportChoices = {
    kind,
    columns: guessColumns(sheet, kind, facts).map(({ column }) => column),
    ...{ updates: 'fillBlanks', duplicates: 'later', decisions: {}, mended: {}, tag: 'MESSE' },
  }
  const plan = planImport(sheet, choices, existing, occasion())
  const { counts } = plan
  expect(counts.new + counts.update + counts.duplicate + counts.problem, 'the four counts').toBe(plan.rows.length)
  expect(counts.taken + counts.out, 'in and out').toBe(plan.rows.length)
  valid(plan.changes)
  return undefined
}

const answers = { read: 0, refused: 0 }

/** What went wrong with a file, or nothing. */
async function troubleWith(seed: number): Promise<string | undefined> {
  const luck = chance(seed)
  const pasted = luck() < 0.1
  const name = pasted ? 'text that was copied' : one(luck, names)
  const { bytes, how } = damagedFile(luck, pasted ? new TextEncoder().encode(copied) : (files[name] as Uint8Array))
  const begun = performance.now()
  const told = `seed ${seed}, ${name}, ${how}`
  try {
    const failure = await taken(bytes, pasted ? { pasted: true } : {})
    const time = performance.now() - begun
    answers[failure ? 'refused' : 'read']++
    if (time > longest) return `${told}: ${Math.round(time)} ms`
    return failure && failureText(failure).trim() === '' ? `${told}: no sentence for ${failure.code}` : undefined
  } catch (error) {
    return `${told}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)}`
  }
}

describe('Damaged files', () => {
  it.each(names)('%s is read when it is whole', async (name) => expect(await taken(files[name] as Uint8Array)).toBeUndefined())

  it('get an answer, never a throw or a hang, and what is planned adds up', { timeout: 600_000 }, async () => {
    const troubles: string[] = []
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const trouble = await troubleWith(seed)
      if (trouble) troubles.push(trouble)
    }
    expect(troubles.join('\n')).toBe('')
    // Some files are hurt beyond reading, others are not: else the damage is none, or too much to try anything.
    if (count >= 200) expect(Math.min(answers.read, answers.refused)).toBeGreaterThan(count / 20)
  })
})
