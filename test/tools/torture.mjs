// Power loss, again and again: node test/tools/torture.mjs [--minutes 10] [--seed 1]. Tells the story of the kills (around log, undo, cancel, delete, everyday acts and an import) with a new seed each round
// until the time is over or a round fails; then it says which seed to tell again.
// Damaged files of contacts and damaged backups, and files that are too much: node test/tools/torture.mjs files [--mutations 10000] [--seed 1].
// Damaged Word files and mixed templates: node test/tools/torture.mjs word [--mutations 10000] [--templates 300] [--minutes 60] [--seed 1].
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tortureFiles } from './tortureFiles.mjs'
import { tortureTemplates } from './tortureTemplates.mjs'
import { tortureWord } from './tortureWord.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'out/built/torture')
const stories = ['test/stories/kill.test.ts', 'test/stories/killEdits.test.ts', 'test/stories/importKill.test.ts']

const options = {
  minutes: { type: 'string' },
  seed: { type: 'string', default: '1' },
  mutations: { type: 'string', default: '10000' },
  templates: { type: 'string', default: '300' },
}
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const word = positionals[0] === 'word'
const files = positionals[0] === 'files'
const minutes = Number(values.minutes ?? (word || files ? '60' : '10'))
const firstSeed = Number(values.seed)
if (!(minutes > 0) || !Number.isInteger(firstSeed)) {
  console.error('node test/tools/torture.mjs [word|files --mutations 10000] --minutes 10 --seed 1')
  process.exit(2)
}
if (files) process.exit(tortureFiles({ root, minutes, firstSeed, mutations: Number(values.mutations) }) ? 0 : 1)
if (word) {
  const mutations = tortureWord({ root, minutes, firstSeed, mutations: Number(values.mutations) })
  const templates = tortureTemplates({ root, minutes, firstSeed, templates: Number(values.templates) })
  process.exit(mutations && templates ? 0 : 1)
}

const run = (words, env = {}) =>
  spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status === 0

const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn']
if (!run(vite, { NODE_ENV: 'production' })) process.exit(1)

// First every page in every theme, language and orientation, then the kills.
const pages = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--project',
  'stories',
  'test/stories/screens.test.ts',
  'test/stories/keyboard.test.ts',
  'test/stories/looks.test.ts',
  '--reporter',
  'dot',
]
if (!run(pages, { FIELDBOOK_DIST: dist, FIELDBOOK_TORTURE: '1' })) process.exitCode = 1

const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'stories', ...stories, '--reporter', 'dot']
const kills = process.env.FIELDBOOK_KILLS ?? '24'
const until = Date.now() + minutes * 60_000
let rounds = 0
let failed
while (failed === undefined && Date.now() < until) {
  const seed = firstSeed + rounds
  console.log(`\nRound ${rounds + 1}, seed ${seed}, ${Math.max(0, Math.round((until - Date.now()) / 1000))} s left`)
  if (!run(vitest, { FIELDBOOK_DIST: dist, FIELDBOOK_SEED: String(seed), FIELDBOOK_KILLS: kills })) failed = seed
  rounds++
}
rmSync(dist, { recursive: true, force: true })

if (failed === undefined)
  console.log(`\nRounds: ${rounds}, each with ${kills} kills at any moment and some at chosen ones. Nothing lost, nothing half.`)
else {
  console.error(
    `\nRound ${rounds} failed. Once more: FIELDBOOK_SEED=${failed} FIELDBOOK_KILLS=${kills} npx vitest run --project stories ${stories.join(' ')}`,
  )
  process.exitCode = 1
}
