// Builds the app once for all stories, into a folder of its own, so that a server on dist and other runs are not disturbed.
// FIELDBOOK_DIST names a build that is there already; then nothing is built.
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds production into `outDir`; throws with what the build said when it fails. */
export function buildInto(outDir: string, environment: Record<string, string> = {}): void {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', ...environment }
  for (const name of Object.keys(env)) if (name.startsWith('VITEST')) delete env[name]
  const words = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const built = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (built.status !== 0) throw new Error(`The app does not build, so no story can be told.\n${built.stdout}${built.stderr}`)
}

/**
 * A later version of a build, in a moment: as after a change at the root of everything, each file of the program has another name, and the
 * service worker says so. `build` stands in the first script in the place of the time it was built.
 */
export function laterOf(built: string, later: string, build: string): void {
  rmSync(later, { recursive: true, force: true })
  cpSync(built, later, { recursive: true })
  const names = readdirSync(join(later, 'assets')).filter((name) => !name.endsWith('.map'))
  const newName = (name: string) => name.replace(/-([\w-]{8})\./, (_all, sum: string) => `-${sum.slice(1)}${sum[0]}.`)
  const stamp = /(?<=[`"'])\d{4}-\d\d-\d\d \d\d:\d\d(?=[`"'])/g
  const known = new RegExp(names.map((name) => name.replaceAll(/[.$]/g, '\\$&')).join('|'), 'g')
  let stamps = 0
  const rewrite = (path: string) => {
    const text = readFileSync(path, 'utf8').replace(known, newName)
    writeFileSync(path, text.replace(stamp, () => (stamps++, build)).replace(/(?<="revision":"[^"]{30})../g, '00'))
  }
  for (const name of names) {
    if (/\.(js|css)$/.test(name)) rewrite(join(later, 'assets', name))
    renameSync(join(later, 'assets', name), join(later, 'assets', newName(name)))
  }
  for (const name of ['index.html', 'sw.js']) rewrite(join(later, name))
  if (stamps === 0) throw new Error('There is no script that tells when the app was built.')
}

export default function setup(): (() => void) | undefined {
  const given = process.env['FIELDBOOK_DIST']
  if (given) {
    process.env['FIELDBOOK_DIST'] = resolve(given)
    return undefined
  }
  const folder = join(root, 'out/built', String(process.pid))
  buildInto(folder)
  process.env['FIELDBOOK_DIST'] = folder
  return () => {
    delete process.env['FIELDBOOK_DIST']
    rmSync(folder, { recursive: true, force: true })
  }
}
