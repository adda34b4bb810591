// Damaged Word files by the thousand, in portions: a portion that fails or hangs says with which seeds to try again.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const portion = 500
/** Milliseconds; a portion takes a minute on a slow machine. */
const longest = 600_000

/** True when all mutations went well, or the time was over before. */
export function tortureWord({ root, minutes, firstSeed, mutations }) {
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', 'test/word/fuzz.test.ts', '--reporter', 'dot']
  const until = Date.now() + minutes * 60_000
  const failed = []
  let done = 0
  while (done < mutations && Date.now() < until) {
    const count = Math.min(portion, mutations - done)
    const env = { ...process.env, FIELDBOOK_SEED: String(firstSeed + done), FIELDBOOK_MUTATIONS: String(count) }
    const { status } = spawnSync(process.execPath, vitest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env, timeout: longest })
    if (status !== 0)
      failed.push(`FIELDBOOK_SEED=${firstSeed + done} FIELDBOOK_MUTATIONS=${count} npx vitest run --project unit test/word/fuzz.test.ts`)
    done += count
    console.log(`Damaged Word files: ${done} of ${mutations}, portions that failed: ${failed.length}`)
  }
  if (failed.length > 0) console.error(`\nOnce more:\n${failed.join('\n')}`)
  else console.log(`\n${done} damaged Word files: each got an answer, and no letter was worse than its template.`)
  return failed.length === 0
}
