// The laws of Word templates at full length: every sample and 300 mixed templates are merged, drawn by LibreOffice and validated.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const portion = 20
/** Milliseconds; a portion takes two minutes on a slow machine. */
const longest = 1_200_000

/** True when every template kept the laws, or the time was over before. */
export function tortureTemplates({ root, minutes, firstSeed, templates }) {
  const until = Date.now() + minutes * 60_000
  const failed = []
  const run = (file, env) => {
    const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', `test/word/${file}`, '--reporter', 'dot']
    const { status } = spawnSync(process.execPath, vitest, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      timeout: longest,
    })
    const words = Object.entries(env).map(([name, value]) => `${name}=${value}`)
    if (status !== 0) failed.push(`${words.join(' ')} npx vitest run --project unit test/word/${file}`)
  }
  run('laws.test.ts', { FIELDBOOK_TEMPLATES: 'all' })
  let done = 0
  for (; done < templates && Date.now() < until; done += portion) {
    run('wild.test.ts', { FIELDBOOK_SEED: String(firstSeed + done), FIELDBOOK_TEMPLATES: String(Math.min(portion, templates - done)) })
    console.log(`Mixed templates: ${Math.min(done + portion, templates)} of ${templates}, portions that failed: ${failed.length}`)
  }
  if (failed.length > 0) console.error(`\nOnce more:\n${failed.join('\n')}`)
  return failed.length === 0
}
