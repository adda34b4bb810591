// Finds a Chromium for the tests, or installs one: Debian as root by apt, elsewhere Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const onPath = () => (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
const usual = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Path of a Chromium, if there is one. */
export function findChromium() {
  const wished = process.env.CHROMIUM
  if (wished && existsSync(wished)) return wished
  return [...onPath(), ...usual, chromium.executablePath()].find((path) => path && existsSync(path))
}

const run = (command, ...words) =>
  spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

function install() {
  const debianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (debianRoot) return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  return run('npx', 'playwright-core', 'install', '--with-deps', 'chromium') || run('npx', 'playwright-core', 'install', 'chromium')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findChromium()) {
    console.log('No Chromium found: installing one for the browser stories.')
    if (!install() || !findChromium()) {
      console.error('No Chromium could be installed. Install Chromium or Chrome, or name one in CHROMIUM, then run this again.')
      process.exit(1)
    }
  }
  console.log(`Browser for the stories: ${findChromium()}`)
}
