// Damaged files of contacts and damaged backups by the thousand, in portions: one that fails or hangs says with which seeds to try again.
// First the files that are too much, the CSV of 200 MB among them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const portion = 1000
/** Milliseconds; a portion takes two minutes on a slow machine. */
const longest = 900_000
const tests = ['test/exchange/fuzz.test.ts', 'test/exchange/fuzzBackup.test.ts']

/** True when all went well, or the time was over before. */
export function tortureFiles({ root, minutes, firstSeed, mutations }) {
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter', 'dot']
  const run = (files, env) =>
    spawnSync(process.execPath, [...vitest, ...files], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      timeout: longest,
    }).status === 0
  const until = Date.now() + minutes * 60_000
  const failed = []
  if (!run(['test/exchange/badFiles.test.ts'], { FIELDBOOK_TORTURE: '1' }))
    failed.push('FIELDBOOK_TORTURE=1 npx vitest run --project unit test/exchange/badFiles.test.ts')
  let done = 0
  while (done < mutations && Date.now() < until) {
    const count = Math.min(portion, mutations - done)
    const env = { FIELDBOOK_SEED: String(firstSeed + done), FIELDBOOK_MUTATIONS: String(count) }
    if (!run(tests, env))
      failed.push(`FIELDBOOK_SEED=${env.FIELDBOOK_SEED} FIELDBOOK_MUTATIONS=${count} npx vitest run --project unit ${tests.join(' ')}`)
    done += count
    console.log(`Damaged files: ${done} of ${mutations}, portions that failed: ${failed.length}`)
  }
  if (failed.length > 0) console.error(`\nOnce more:\n${failed.join('\n')}`)
  else console.log(`\n${done} damaged files: each got an answer, nothing hung, and no backup gave other rows than it had.`)
  return failed.length === 0
}
