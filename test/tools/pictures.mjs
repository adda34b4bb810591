// The README's pictures: node test/tools/pictures.mjs. Builds the app, looks around with the sample data as a person would, and writes
// test/tools/pictures/*.png at the size of a tablet lying down; the call round of one standing. And the pictures that the browser shows when
// it asks whether to install: public/screenshots/*.jpg; with the word `screenshots` only those. And those of the help, half as large and in each
// language: src/screens/help/pictures/*.webp; with the word `help` only those.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from './browser.mjs'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'out/built/pictures')
const pictures = join(root, 'test/tools/pictures')
const screenshots = join(root, 'public/screenshots')
const helpPictures = join(root, 'src/screens/help/pictures')
const languages = { en: 'en-GB', nl: 'nl-NL', nb: 'nb-NO', de: 'de-DE', fr: 'fr-FR' }
/** The pictures of the README that the help shows, too. */
const ofHelp = new Set(['worksheet', 'criteria', 'editor', 'preview', 'board', 'contact', 'campaign', 'calls'])
const wordsOf = (language) => JSON.parse(readFileSync(join(root, `src/text/messages/${language}.json`), 'utf8'))
const words = wordsOf('en')

function buildApp() {
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production' }
  if (spawnSync(process.execPath, vite, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status !== 0) process.exit(1)
}

/** Small files: they are fetched when somebody thinks of installing, and do not lie on the tablet. */
async function takeScreenshots(page, url) {
  const picture = async (name) => {
    await page.waitForTimeout(700)
    await page.screenshot({ path: join(screenshots, `${name}.jpg`), type: 'jpeg', quality: 72, animations: 'disabled' })
    console.log(`public/screenshots/${name}.jpg`)
  }
  const first = async (list, ready) => {
    await page.goto(url + list)
    await page.locator(ready).first().waitFor()
    const link = page.locator(`main a[href^="${list}/"]:not([href$="/duplicates"])`).first()
    await link.waitFor()
    await page.goto(url + (await link.getAttribute('href')))
  }
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.goto(url)
  const sample = page.getByRole('button', { name: words['start.sample'] })
  await sample.or(page.locator('.rail')).first().waitFor()
  if (await sample.isVisible()) await sample.click()
  await page.locator('.ledger').first().waitFor()
  await picture('today')
  await first('#/segments', '.seg-grid .list')
  await page.locator('.vlist .row').nth(1).click()
  await picture('segment')
  await page.setViewportSize({ width: 600, height: 1066 })
  await first('#/contacts', 'main .vlist')
  await page.locator('main h1').first().waitFor()
  await picture('card')
  await page.goto(`${url}#/`)
  const round = page.locator('main a[href$="/calls"]').first()
  await round.waitFor()
  await page.goto(url + (await round.getAttribute('href')))
  await page.locator('main .deck').waitFor()
  const begin = page.getByRole('button', { name: words['calls.begin'] })
  if (await begin.isVisible()) await begin.click()
  await picture('calls')
}

/** The picture smaller, as WebP: drawn by the browser itself. */
async function smaller(page, png, long) {
  const blank = await page.context().browser().newPage()
  const data = await blank.evaluate(
    async ({ bytes, long }) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob())
      const by = long / Math.max(picture.width, picture.height)
      const size = { width: Math.round(picture.width * by), height: Math.round(picture.height * by) }
      const canvas = Object.assign(document.createElement('canvas'), size)
      const drawing = canvas.getContext('2d')
      drawing.imageSmoothingQuality = 'high'
      drawing.drawImage(picture, 0, 0, size.width, size.height)
      return canvas.toDataURL('image/webp', 0.72).split(',')[1]
    },
    { bytes: png.toString('base64'), long },
  )
  await blank.close()
  return Buffer.from(data, 'base64')
}

/** @param language of the help whose pictures are taken; missing for those of the README */
async function take(page, url, language) {
  const words = wordsOf(language ?? 'en')
  const picture = async (name) => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    if (language && !ofHelp.has(name)) return
    await page.waitForTimeout(700)
    const png = await page.screenshot({ animations: 'disabled' })
    const path = language ? join(helpPictures, `${name}.${language}.webp`) : join(pictures, `${name}.png`)
    writeFileSync(path, language ? await smaller(page, png, 720) : png)
    console.log(relative(root, path))
  }
  const at = async (hash, ready) => {
    await page.goto(url + hash)
    await page.locator(ready).first().waitFor()
  }
  /** The address of the first thing in a list. */
  const first = async (list) => {
    const link = page.locator(`main a[href^="${list}/"]:not([href$="/duplicates"])`).first()
    await link.waitFor()
    return link.getAttribute('href')
  }
  await page.goto(url)
  await page.getByRole('button', { name: words['start.sample'] }).click()
  await page.locator('.rail').waitFor()
  await picture('today')
  await at('#/segments', 'main a[href^="#/segments/"]')
  const segment = await first('#/segments')
  await at(segment, '.vlist .row')
  await page.locator('.vlist .row').nth(1).click()
  await picture('worksheet')
  await at(`${segment}/criteria?kind=refine`, 'main h1')
  await page.locator('.tree').getByRole('button', { name: words['criteria.historyRule'] }).click()
  await page.locator('dialog').getByRole('radio', { name: words['criteria.operator.hasNone'], exact: true }).click()
  await page.getByRole('button', { name: words['act.done'], exact: true }).click()
  await page.locator('.tree').getByRole('button', { name: words['criteria.rule'], exact: true }).click()
  await page.locator('dialog .topic', { hasText: words['criteria.field.city'] }).first().click()
  for (const at of [0, 1, 2]) await page.locator('dialog').getByRole('checkbox').nth(at).click()
  await page.getByRole('button', { name: words['act.done'], exact: true }).click()
  await picture('criteria')
  await at('#/templates', 'main a.template .drawn')
  const template = await page
    .locator('main a.template', { has: page.locator('.drawn') })
    .first()
    .getAttribute('href')
  await at(`${template}/write/${language ?? 'en'}`, '.ProseMirror')
  await picture('editor')
  await at(`${segment}/letters`, '.docx-view')
  await picture('preview')
  await at(`${segment}/output?kind=labels`, 'main .deck .btn-primary')
  await page.getByLabel(words['labels.startAt'], { exact: true }).fill('7')
  await picture('labels')
  await at(`${segment}?open=log`, 'dialog .tile')
  await picture('board')
  await page.getByRole('button', { name: words['log.notNow'] }).click()
  await at('#/log', 'main .row')
  await picture('log')
  await at('#/contacts', 'main a[href^="#/contacts/"]')
  await at(await first('#/contacts'), 'main h1')
  await picture('contact')
  await page.goto(`${url}#/contacts/duplicates`)
  await page.getByRole('button', { name: words['duplicates.merge'], exact: true }).waitFor()
  await picture('duplicates')
  await at('#/campaigns', 'main a[href^="#/campaigns/"]')
  await at(await first('#/campaigns'), '.ring')
  await page.locator('.bars .bar:not([disabled])').last().click()
  await picture('campaign')
  await page.setViewportSize({ width: 820, height: 1180 })
  await at(`${segment}/calls`, 'main .deck')
  const begin = page.getByRole('button', { name: words['calls.begin'] })
  await begin.or(page.locator('.outs .out').first()).first().waitFor()
  if (await begin.isVisible()) await begin.click()
  await page.locator('.outs .out').first().click()
  await picture('calls')
}

buildApp()
mkdirSync(pictures, { recursive: true })
mkdirSync(screenshots, { recursive: true })
mkdirSync(helpPictures, { recursive: true })
const server = await serve({ dir: dist })
const args = ['--disable-gpu', '--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
const browser = await chromium.launch({ executablePath: findChromium(), args })
try {
  const only = process.argv[2]
  const open = async (locale) => {
    const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, colorScheme: 'light', locale, hasTouch: true })
    page.setDefaultTimeout(20_000)
    return page
  }
  const page = await open('en-GB')
  if (only === undefined) await take(page, server.url)
  if (only !== 'screenshots')
    for (const [language, locale] of Object.entries(languages)) await take(await open(locale), server.url, language)
  if (only !== 'help') await takeScreenshots(page, server.url)
} finally {
  await browser.close()
  await server.close()
  rmSync(dist, { recursive: true, force: true })
}
