// Builds the app once for all stories, into a folder of its own, so that a server on dist and other runs are not disturbed.
// FIELDBOOK_DIST names a build that is there already; then nothing is built.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
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
