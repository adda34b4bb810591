// `npm run check`: types, lint, formatting and the rules of the house. Lint takes longest and one core; the others go beside it.
// Each prints its words in one piece when it is done; all are run, also when one of them found something.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lanes = [
  [['eslint', '--config', 'test/config/eslint.js', '.']],
  [
    ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    ['prettier', '--check', '.', '!test/storage/old'],
    ['vitest', 'run', '--project', 'house'],
  ],
]

/** Runs one of them to its end. True when it found nothing. */
const run = ([name, ...words]) =>
  new Promise((done) => {
    const begun = Date.now()
    const child = spawn('npx', ['--no-install', name, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => (said += piece))
    child.on('close', (code) => {
      console.log(
        `${said.trimEnd()}\n${name}: ${code === 0 ? 'nothing found' : 'found something'}, ${Math.round((Date.now() - begun) / 1000)} s\n`,
      )
      done(code === 0)
    })
  })

const clean = await Promise.all(
  lanes.map(async (lane) => {
    const found = []
    for (const one of lane) found.push(await run(one))
    return found.every(Boolean)
  }),
)
process.exitCode = clean.every(Boolean) ? 0 : 1
