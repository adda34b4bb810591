// The README's promise: open it once, and it works without a network from then on; a newer version waits until the person asks.
// Real Chromium, the production build, its real headers, and a server that is really gone.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { policyNames, securityHeaders } from '../config/headers.mjs'
import { buildInto, laterOf, root } from './build.ts'
import { builtApp, openApp, say, type App, type AppOptions } from './browser.ts'

const work = mkdtempSync(join(tmpdir(), 'fieldbook-offline-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

let app: App | undefined
const open = async (options: AppOptions = {}): Promise<App> => (app = await openApp(options))
afterEach(async () => {
  const last = app
  app = undefined
  await last?.close()
})

const firstPage = (page: Page) => page.getByRole('button', { name: say('start.sample') }).waitFor()
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [relative(folder, join(one.parentPath, one.name)).split(sep).join('/')] : [],
  )
const forTheHost = /^(sw\.js|404\.html|screenshots\/.*|_headers|staticwebapp\.config\.json|hosting\/.*|.*\.map)$/

/** Paths of what lies in the browser's caches, below the app's address. */
const cached = (page: Page, base: string) =>
  page.evaluate(async (start) => {
    const paths = new Set<string>()
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) paths.add(new URL(request.url).pathname.slice(start.length))
    return [...paths].sort()
  }, base)

describe('installed', () => {
  test('the browser finds nothing that would keep the app from being installed', async () => {
    const { page, context, url } = await open({ userDataDir: join(work, 'install') })
    await firstPage(page)
    await app?.installed()
    const tools = await context.newCDPSession(page)
    const manifest = await tools.send('Page.getAppManifest')
    expect(manifest.errors).toEqual([])
    expect(await tools.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] })
    expect(await tools.send('Page.getAppId')).toMatchObject({ appId: url })
    const told = JSON.parse(manifest.data ?? '{}') as {
      name: string
      icons: { src: string; sizes: string }[]
      shortcuts: { url: string }[]
    }
    // Each shortcut opens what it says, also when the app stands on that very page, and a second time.
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.ledger').first().waitFor()
    const opens = [say('segments.new'), say('interactions.withWhom'), say('search.everything')]
    expect(told.shortcuts).toHaveLength(opens.length)
    for (const [at, { url: to }] of [...told.shortcuts, ...told.shortcuts].entries()) {
      await page.goto(new URL(to, url).href)
      await page.getByRole('dialog', { name: opens[at % opens.length] ?? '' }).waitFor()
      expect(new URL(page.url()).hash).not.toContain('open=')
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    expect(told.name).toBe('Fieldbook')
    for (const { src, sizes } of told.icons) {
      const bytes = readFileSync(join(builtApp(), src))
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
    }
  })

  test('every file of the build lies on the tablet after the first visit', async () => {
    const { page } = await open()
    await app?.installed()
    expect(await cached(page, '/')).toEqual(
      filesOf(builtApp())
        .filter((path) => !forTheHost.test(path))
        .sort(),
    )
  })
})

describe('without a network', () => {
  test('a reload, a deep link and a second window open with the server gone', async () => {
    const { page, context, url } = await open()
    await firstPage(page)
    await app?.goOffline()
    await page.reload()
    await firstPage(page)
    await page.goto(`${url}somewhere/else`)
    await firstPage(page)
    const second = await context.newPage()
    await second.goto(`${url}#/contacts`)
    await firstPage(second)
  })

  test('the network goes on the very first visit: pages not seen yet and the sample data are there', async () => {
    const { page } = await open()
    await firstPage(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await app?.goOffline()
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.getByRole('link', { name: say('nav.contacts'), exact: true }).click()
    await page
      .getByRole('heading', { name: say('nav.contacts') })
      .first()
      .waitFor()
    await page.getByRole('link', { name: say('nav.segments'), exact: true }).click()
    await page
      .getByRole('heading', { name: say('nav.segments') })
      .first()
      .waitFor()
  })

  test('a cold start of the browser opens with the server gone', async () => {
    await open({ userDataDir: join(work, 'cold') })
    await app?.goOffline()
    await app?.kill()
    const page = await app?.reopen()
    if (page) await firstPage(page)
  })
})

describe('from the host', () => {
  const ask = (url: string, accept = '*/*') => fetch(url, { headers: { accept } })

  test('the page and every file carry the security headers', async () => {
    const { url } = await open()
    const asset = filesOf(join(builtApp(), 'assets')).find((path) => path.endsWith('.js'))
    for (const path of ['', 'sw.js', 'manifest.webmanifest', `assets/${asset}`, 'assets/missing.js']) {
      const { headers } = await ask(url + path)
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name), `${name} of /${path}`).toBe(value)
    }
    for (const path of ['', 'sw.js', 'manifest.webmanifest']) expect((await ask(url + path)).headers.get('cache-control')).toBe('no-cache')
    expect((await ask(`${url}assets/${asset}`)).headers.get('cache-control')).toContain('immutable')
  })

  test('a missing asset is missing, an unknown page is the app', async () => {
    const { url } = await open()
    expect((await ask(`${url}assets/x.js`, 'text/html')).status).toBe(404)
    expect((await ask(`${url}x.js`)).status).toBe(404)
    // Hosts that know no better answer every address with the app, unless there is a page of this name.
    expect(readFileSync(join(builtApp(), '404.html'), 'utf8')).toContain('There is no such page')
    const page = await ask(`${url}somewhere/else`, 'text/html')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })

  test('the header allows the trusted types that the program makes, and no other', () => {
    const ours = [...readFileSync(join(root, 'src/base/trusted.ts'), 'utf8').matchAll(/scriptUrl\('([\w-]+)'/g)].map((found) => found[1])
    const scripts = filesOf(builtApp()).filter((path) => path.endsWith('.js'))
    const theirs = scripts.flatMap((path) =>
      [...readFileSync(join(builtApp(), path), 'utf8').matchAll(/createPolicy\(["'`]([\w-]+)/g)].map((found) => found[1]),
    )
    expect([...new Set([...ours, ...theirs])].sort()).toEqual([...policyNames].sort())
  })

  test('hosts of every kind are told the same headers', () => {
    for (const path of ['_headers', 'staticwebapp.config.json', 'hosting/nginx.conf', 'hosting/apache.conf']) {
      const text = readFileSync(join(builtApp(), path), 'utf8')
      for (const [name, value] of Object.entries(securityHeaders)) {
        expect(text, path).toContain(name)
        expect(text, path).toContain(value)
      }
    }
    expect(readFileSync(join(builtApp(), 'index.html'), 'utf8')).toContain('http-equiv="Content-Security-Policy"')
  })
})

describe('below another address', () => {
  const dist = join(work, 'field')
  beforeAll(() => buildInto(dist, { BASE: '/field/' }))

  test('the app registers there, is whole, and opens with the server gone', async () => {
    const { page, url } = await open({ base: '/field/', dist })
    await firstPage(page)
    await app?.installed()
    expect(await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.scope))).toBe(url)
    expect((await cached(page, '/field/')).length).toBe(filesOf(dist).filter((path) => !forTheHost.test(path)).length)
    await app?.goOffline()
    await page.goto(`${url}somewhere/else`)
    await firstPage(page)
    // What another app shares is taken there, too: the browser sends it as a form.
    await page.evaluate((to) => {
      const form = Object.assign(document.createElement('form'), { method: 'POST', enctype: 'multipart/form-data', action: to })
      form.append(Object.assign(document.createElement('input'), { name: 'text', value: 'Name;Ort' }))
      document.body.append(form)
      form.submit()
    }, `${url}share`)
    await page.getByText('“text.txt” waits.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/field/')
  })
})

describe('a newer version', () => {
  const live = join(work, 'live')
  const [older, newer] = [builtApp(), join(work, 'newer')]
  const publish = (folder: string) => {
    rmSync(live, { recursive: true, force: true })
    cpSync(folder, live, { recursive: true })
  }
  beforeAll(() => laterOf(older, newer, 'story-newer'))

  const lookForNewer = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  const updateNow = (page: Page) => page.getByRole('button', { name: say('update.now') })
  /** The build that runs, read from the scripts of the page. */
  const build = (page: Page) =>
    page.evaluate(async () => {
      const texts = await Promise.all([...document.scripts].filter((one) => one.src).map(async (one) => (await fetch(one.src)).text()))
      return texts.join('\n').includes('story-newer') ? 'newer' : 'older'
    })
  const company = (page: Page) => page.getByLabel(say('settings.name'), { exact: true })

  test('waits, keeps what is being typed, moves all windows at once, and is not offered again', async () => {
    publish(older)
    const { page, context, url } = await open({ dist: live })
    await firstPage(page)
    await app?.installed()
    const second = await context.newPage()
    await second.goto(url)
    await firstPage(second)
    await page.getByRole('button', { name: say('start.own') }).click()
    await company(page).waitFor()
    // A draft is written a quarter of a second after the last change; a reload sooner than that may lose where she was.
    await page.waitForTimeout(1000)

    publish(newer)
    await page.reload()
    await company(page).waitFor()
    expect(await build(page)).toBe('older')
    await lookForNewer(page)
    await page.getByText(say('update.waiting')).waitFor()
    await second.getByText(say('update.waiting')).waitFor()
    expect(await build(page)).toBe('older')

    // Typed and pressed at once: sooner than a draft is written by itself.
    await company(page).fill('Van Dijk Agri')
    const reloaded = [page, second].map((one) => one.waitForEvent('load'))
    await updateNow(page).evaluate((button: HTMLButtonElement) => button.click())
    await Promise.all(reloaded)
    await company(page).waitFor()
    await page.waitForFunction((label) => [...document.querySelectorAll('input')].some((one) => one.value === label), 'Van Dijk Agri')
    expect([await build(page), await build(second)]).toEqual(['newer', 'newer'])

    await page.reload()
    await company(page).waitFor()
    await lookForNewer(page)
    await page.waitForTimeout(1500)
    expect(await updateNow(page).count()).toBe(0)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).toBeNull()
  })

  test('moves a page of the first visit too, which was never loaded again', async () => {
    publish(older)
    const { page } = await open({ dist: live })
    await firstPage(page)
    // The first version takes the page over by itself, so that what is loaded late is there when the network goes.
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    publish(newer)
    await lookForNewer(page)
    await updateNow(page).waitFor()
    // Put off, it is quiet until the next start.
    await page.getByRole('button', { name: say('update.later') }).click()
    expect(await updateNow(page).count()).toBe(0)
    await page.reload()
    // Work that runs in some window is not cut: the new version says so, and comes when it is done.
    await page.evaluate(() => {
      const done = new Promise((end) => Object.assign(globalThis, { end }))
      void navigator.locks.request('fieldbook at work', { mode: 'shared' }, () => done)
    })
    let gone = false
    const reloaded = page.waitForEvent('load').then(() => (gone = true))
    await updateNow(page).click()
    await page.getByText(say('update.afterWork')).waitFor()
    await page.waitForTimeout(700)
    expect(gone).toBe(false)
    await page.evaluate(() => (globalThis as unknown as { end: () => void }).end())
    await reloaded
    await firstPage(page)
    expect(await build(page)).toBe('newer')
    expect(await updateNow(page).count()).toBe(0)
  })

  test('a build that destroys itself takes the app off the tablet, keeps the data, and a later one comes back', async () => {
    publish(older)
    const { page } = await open({ dist: live })
    await firstPage(page)
    await app?.installed()
    await page.getByRole('button', { name: say('start.own') }).click()
    await company(page).fill('Van Dijk Agri')
    let loads = 0
    page.on('load', () => loads++)

    buildInto(live, { BUILD_ID: 'story-newer', SELF_DESTROY: '1' })
    const reloaded = page.waitForEvent('load')
    await lookForNewer(page)
    await reloaded
    await page.waitForFunction((text) => [...document.querySelectorAll('input')].some((one) => one.value === text), 'Van Dijk Agri')
    expect(await build(page)).toBe('newer')
    const left = () => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])
    expect(await left()).toEqual([0, 0])
    await page.waitForTimeout(1500)
    expect(loads).toBe(1)

    publish(newer)
    await page.reload()
    await app?.installed()
    await app?.goOffline()
    await page.reload()
    await page.waitForFunction((text) => [...document.querySelectorAll('input')].some((one) => one.value === text), 'Van Dijk Agri')
    expect((await left())[0]).toBe(1)
  })
})
