// A tablet for the stories: real Chromium, the production build, its real headers. What the page complains of fails the story:
// errors on the console, uncaught errors and everything the security policy refused.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { IntlMessageFormat } from 'intl-messageformat'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import type { UiLanguage } from '../../src/model/uiLanguages.ts'
import { findChromium } from '../tools/browser.mjs'
import { serve } from '../tools/serve.mjs'
import { root } from './build.ts'

/** The folder with the build that the stories use. */
export const builtApp = (): string => process.env['FIELDBOOK_DIST'] ?? join(root, 'dist')
/** Where stories leave what they make. */
export const out = join(root, 'out')

const texts = (language: UiLanguage) =>
  JSON.parse(readFileSync(join(root, `src/text/messages/${language}.json`), 'utf8')) as Record<string, string>

/** The interface's text for a key, as the page shows it when there is nothing to fill in. */
export function say(key: string, language: UiLanguage = 'en'): string {
  const text = texts(language)[key]
  if (text === undefined) throw new Error(`There is no text "${key}" in ${language}.`)
  return text
}

/** The same in one language, with what is filled in. */
export const tell =
  (language: UiLanguage) =>
  (key: string, words: Record<string, string | number> = {}): string =>
    String(new IntlMessageFormat(say(key, language), language).format(words))

type Server = Awaited<ReturnType<typeof serve>>

const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function launchOptions() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: run `npm test`, which gets one, or name one in CHROMIUM.')
  return { executablePath, args: flags, headless: true }
}

/** A headless Chromium without a profile. */
const launch = (): Promise<Browser> => chromium.launch(launchOptions())

let shared: Promise<Browser> | undefined

/** One browser for all stories of a file that need no profile: each has a context of its own in it, which shares nothing with the others. */
async function sharedBrowser(): Promise<Browser> {
  const browser = await (shared ??= launch())
  if (browser.isConnected()) return browser
  return (shared = launch())
}
afterAll(async () => (await shared)?.close())

export interface AppOptions {
  /** CSS pixels; a tablet lying down when not given. */
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** The browser's language; `en-GB` when not given. */
  locale?: string
  /** A profile on the disk: needed for what lives through a kill or a cold start, and for installing. */
  userDataDir?: string
  base?: string
  dist?: string
  /** Sheets and notices move as for most people; else they stand at once, which is less work for a machine with two cores. */
  moving?: boolean
  /** What follows the app's address, as `#/contacts`. */
  at?: string
  /** Anything else that Playwright's contexts take. */
  more?: BrowserContextOptions
}

export class App {
  page!: Page
  context!: BrowserContext
  server: Server | undefined
  readonly url: string
  /** What went wrong so far; `close` throws when there is something. */
  readonly errors: string[] = []
  readonly #options: AppOptions
  readonly #port: number
  readonly #forgiven: RegExp[] = []

  constructor(options: AppOptions, server: Server) {
    this.#options = options
    this.server = server
    this.url = server.url
    this.#port = server.port
  }

  async start(): Promise<this> {
    const { viewport = { width: 1180, height: 820 }, colorScheme = 'light', locale = 'en-GB', moving, userDataDir, more } = this.#options
    const reducedMotion: 'no-preference' | 'reduce' = moving ? 'no-preference' : 'reduce'
    const wishes = { viewport, colorScheme, locale, reducedMotion, hasTouch: true, acceptDownloads: true, ...more }
    if (userDataDir) {
      mkdirSync(userDataDir, { recursive: true })
      this.context = await chromium.launchPersistentContext(userDataDir, { ...launchOptions(), ...wishes })
    } else {
      this.context = await (await sharedBrowser()).newContext(wishes)
    }
    this.context.setDefaultTimeout(20_000)
    await this.#listen()
    this.page = this.context.pages()[0] ?? (await this.context.newPage())
    await this.page.goto(this.url + (this.#options.at ?? ''))
    return this
  }

  /** Errors that a story provokes on purpose. */
  forgive(pattern: RegExp): void {
    this.#forgiven.push(pattern)
  }

  async #listen(): Promise<void> {
    this.context.on('console', (message) => {
      if (message.type() === 'error') this.#complain(`console: ${message.text()} (${message.location().url})`)
    })
    this.context.on('weberror', (problem) => this.#complain(`page: ${problem.error().stack ?? problem.error().message}`))
    await this.context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(
          `securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        )
      })
    })
  }

  #complain(text: string): void {
    // Without a server the browser says so itself when it looks for a newer version: that is what offline means.
    const noNetwork = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)|error occurred when fetching the script/
    if (!this.server && noNetwork.test(text)) return
    if (!this.#forgiven.some((pattern) => pattern.test(text))) this.errors.push(text)
  }

  /** Waits until the app is whole on the tablet and answers from there: one reload, as on a second visit. */
  async installed(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    if (!(await this.page.evaluate(() => navigator.serviceWorker.controller !== null))) await this.page.reload()
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  }

  /** From the first start to the sample data, without network and server from then on, and loaded once more so. */
  async sampleOffline(): Promise<void> {
    await this.page.getByRole('button', { name: /Look around with sample data/ }).click()
    await this.page.locator('.ledger').first().waitFor()
    await this.goOffline()
    await this.page.reload()
  }

  /** There is no telephone here, and headless Chromium takes no input any more once it was asked for one. */
  async withoutTelephone(): Promise<void> {
    await this.context.addInitScript(() =>
      addEventListener('click', (event) => {
        if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault()
      }),
    )
  }

  /** No network and no server any more. */
  async goOffline(): Promise<void> {
    await this.installed()
    await this.context.setOffline(true)
    await this.stopServer()
  }

  async stopServer(): Promise<void> {
    const server = this.server
    this.server = undefined
    await server?.close()
  }

  /** The network is back, and the server at its old address. */
  async goOnline(): Promise<void> {
    this.server ??= await serveBuild(this.#options, this.#port)
    await this.context.setOffline(false)
  }

  /** Power loss: the browser is gone at once. Only for an app with a `userDataDir`; `reopen` starts it again. */
  async kill(): Promise<void> {
    const { userDataDir } = this.#options
    if (!userDataDir) throw new Error('Only an app with a userDataDir can be killed and come back.')
    const gone = new Promise<void>((done) => this.context.once('close', () => done()))
    for (const pid of browserPids(userDataDir)) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await gone
    for (const name of readdirSync(userDataDir)) if (name.startsWith('Singleton')) rmSync(join(userDataDir, name), { force: true })
  }

  /** Opens the app again on the same data: a new browser after `kill`, else a new page in place of the one that was. */
  async reopen(): Promise<Page> {
    if (this.#options.userDataDir) {
      await this.context.close().catch(() => undefined)
      await this.start()
    } else {
      await this.page.close()
      this.page = await this.context.newPage()
      await this.page.goto(this.url + (this.#options.at ?? ''))
    }
    return this.page
  }

  /** Ends everything; throws when the page complained of anything. */
  async close(): Promise<void> {
    await this.context.close().catch(() => undefined)
    await this.stopServer()
    if (this.errors.length) throw new Error(`The page complained:\n${[...new Set(this.errors)].join('\n')}`)
  }
}

const serveBuild = (options: AppOptions, port: number) => serve({ dir: options.dist ?? builtApp(), base: options.base ?? '/', port })

/** The app in a browser of its own, from a server of its own. `close` it in the end. */
export async function openApp(options: AppOptions = {}): Promise<App> {
  const app = new App(options, await serveBuild(options, 0))
  try {
    return await app.start()
  } catch (error) {
    await app.context?.close().catch(() => undefined)
    await app.stopServer()
    throw error
  }
}

/** The file that `act` makes the page save, as a path inside `folder`. */
export async function saveDownload(page: Page, act: () => Promise<unknown>, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), act()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** A picture of the page in out/shots. */
export async function shot(page: Page, name: string): Promise<string> {
  const folder = join(out, 'shots')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  return path
}

/** The browser with this profile and all its children: nobody else's, for the profile is ours alone. */
function browserPids(userDataDir: string): number[] {
  const all = processes()
  const ours = new Set(all.filter((one) => one.command.includes(`--user-data-dir=${userDataDir}`)).map((one) => one.pid))
  ours.delete(process.pid)
  for (let before = -1; before !== ours.size;) {
    before = ours.size
    for (const one of all) if (ours.has(one.parent)) ours.add(one.pid)
  }
  return [...ours]
}

function processes(): { pid: number; parent: number; command: string }[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = spawnSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).stdout.split('\n')
    return lines.flatMap((line) => {
      const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
      return found ? [{ pid: Number(found[1]), parent: Number(found[2]), command: found[3] ?? '' }] : []
    })
  }
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
    } catch {
      return []
    }
  })
}
