// Engines in processes of their own that take turns: only figures of one run, on one machine in one mood, mean anything side by side.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'

/** TypeScript as the production build compiles it, packages left alone: this Node takes no types away by itself. */
export async function compiled(root, out, names) {
  const outDir = join(out, 'bench', 'word')
  const input = Object.fromEntries(names.map((name) => [name, join(root, 'test/bench/word', `${name}.ts`)]))
  const output = { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' }
  const ssr = { ssr: true, copyPublicDir: false, outDir, emptyOutDir: true, target: 'node20', rollupOptions: { input, output } }
  await build({ configFile: false, root, logLevel: 'error', build: ssr })
  return (name) => join(outDir, `${name}.mjs`)
}

/** A process that answers one order after the other. */
export function process(file, args = [], nodeArgs = ['--expose-gc', '--max-old-space-size=8000']) {
  const child = fork(file, args, { execArgv: nodeArgs })
  const ask = (order) =>
    new Promise((done, failed) => {
      const ended = (code) => failed(new Error(`${file} ${args.join(' ')} ended with ${code}`))
      child.once('exit', ended)
      child.once('message', ({ value, error }) => {
        child.off('exit', ended)
        if (error === undefined) done(value)
        else failed(new Error(`${args.join(' ')}: ${error}`))
      })
      child.send(order)
    })
  return { ask, end: () => child.disconnect() }
}

/** Milliseconds of each, round by round, all in turns; the first round warms up and is not counted. */
export async function inTurns(asks, rounds) {
  const times = Object.fromEntries(Object.keys(asks).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const [name, ask] of Object.entries(asks)) {
      const time = await ask(round === 0)
      if (round > 0) times[name].push(time)
    }
  return times
}
