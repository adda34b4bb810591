// What a build holds: nothing that runs text as a program, nothing written into the page, every licence, pictures of a modest size.
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { licenceOf, packageFolder, type Licence } from '../config/licences.ts'
import { uiLanguages } from '../../src/model/uiLanguages.ts'
import { screenshots } from '../../src/offline/manifest.ts'
import { helpPictures } from '../../src/screens/help/pictures.ts'
import { root } from './build.ts'
import { builtApp, openApp, say, type App } from './browser.ts'

const files = () =>
  readdirSync(builtApp(), { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [relative(builtApp(), join(one.parentPath, one.name)).split(sep).join('/')] : [],
  )
const read = (path: string) => readFileSync(join(builtApp(), path))

describe('no text becomes a program', () => {
  /** A function made of text: in packages that keep old browsers company. The policy would refuse it, and stories fail on a refusal. */
  const known = [{ file: /^assets\/docx-preview-/, text: 'typeof e!=`function`&&(e=Function(``+e))' }]
  const found = (path: string, text: string) =>
    [...text.matchAll(/(?<![\w$.])(?:eval|Function)\(/g)].flatMap(({ index }) => {
      const around = text.slice(Math.max(0, index - 60), index + 60)
      return known.some(({ file, text: said }) => file.test(path) && around.includes(said)) ? [] : [`${path}: …${around}…`]
    })

  test('in no script of the build', () => {
    const scripts = files().filter((path) => path.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(20)
    expect(scripts.flatMap((path) => found(path, read(path).toString()))).toEqual([])
  })
  test.each(['eval("1")', 'x=Function("return this")()', 'new Function("a","b")'])('%s is seen', (text) =>
    expect(found('assets/x.js', text)).toHaveLength(1),
  )

  test('no page has a script, a style or a handler written into it', () => {
    const pages = files().filter((path) => path.endsWith('.html'))
    expect(pages.sort()).toEqual(['404.html', 'index.html', 'rescue.html'])
    for (const path of pages) {
      const text = read(path).toString()
      expect(text.match(/<script(?![^>]*\ssrc=)[^>]*>/g), path).toBeNull()
      expect(text.match(/<style|\sstyle=|\son\w+=|javascript:/g), path).toBeNull()
    }
  })
})

describe('licences', () => {
  test('every package that is in the app is listed with its licence and the text of it', () => {
    const all = JSON.parse(read('licences.json').toString()) as Licence[]
    const names = all.map(({ name }) => name)
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
    expect(names).toEqual(expect.arrayContaining(['fieldbook', 'svelte', ...Object.keys(dependencies)]))
    for (const { name, version, licence, text } of all)
      expect([name, version !== '', licence !== '', text.length > 400]).toEqual([name, true, true, true])
  })
  const package_ = (fields: object) => {
    const folder = mkdtempSync(join(tmpdir(), 'fieldbook-package-'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'it', version: '1.0.0', author: 'Ada', ...fields }))
    return folder
  }
  test('a package under a licence nobody looked at, or without a text, stops the build', () => {
    expect(() => licenceOf(package_({ license: 'GPL-3.0' }))).toThrow('it is under “GPL-3.0”')
    expect(() => licenceOf(package_({ license: '(MIT AND GPL-3.0)' }))).toThrow('not among the licences')
    expect(() => licenceOf(package_({}))).toThrow('it is under “”')
    expect(() => licenceOf(package_({ license: 'Apache-2.0' }))).toThrow('no text')
  })
  test('of several that are offered the one that asks least is taken; a missing text is written out', () => {
    const { licence, text } = licenceOf(package_({ license: '(GPL-3.0 OR MIT)' }))
    expect(licence).toBe('MIT')
    expect(text).toMatch(/Copyright \(c\) Ada[^]*WITHOUT WARRANTY/)
  })
  test.each([
    ['/x/node_modules/dexie/dist/dexie.mjs', '/x/node_modules/dexie'],
    ['/x/node_modules/a/node_modules/@b/c/index.js', '/x/node_modules/a/node_modules/@b/c'],
    ['\0/x/node_modules/a/b.js?commonjs-es-import', '/x/node_modules/a'],
    ['/x/src/app/main.ts', undefined],
  ])('%s', (id, folder) => expect(packageFolder(id)).toBe(folder))

  let app: App | undefined
  afterEach(async () => {
    const last = app
    app = undefined
    await last?.close()
  })
  test('they are read in the app, with no network, and so is the help with its pictures', async () => {
    app = await openApp()
    await app.sampleOffline()
    const { page } = app
    await page.goto(`${app.url}#/help/licences`)
    await page.getByText('ical.js', { exact: true }).click()
    await page.getByText('Mozilla Public License Version 2.0').first().waitFor()
    expect(await page.getByRole('heading', { name: say('licences.title') }).count()).toBe(1)

    // The help is there, too, with its pictures in the language of the app.
    const shown: string[] = []
    for (const path of ['help', 'help/letters', 'help/contacts', 'help/campaigns']) {
      await page.goto(`${app.url}#/${path}`)
      const pictures = page.locator('main figure img')
      // Not those of the page before, which is still there for a moment.
      await expect.poll(async () => shown.includes((await pictures.first().getAttribute('src')) ?? '')).toBe(false)
      for (const one of await pictures.all()) {
        await one.scrollIntoViewIfNeeded()
        await expect.poll(() => one.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeGreaterThan(400)
        expect((await one.getAttribute('alt'))?.length).toBeGreaterThan(20)
        shown.push((await one.getAttribute('src')) ?? '')
      }
    }
    expect(new Set(shown).size).toBe(helpPictures.length)
    expect(shown.filter((src) => !/\.en-[^/]+\.webp$/.test(src))).toEqual([])
  })
})

test('the entry is small, and what page and workers share is there once', () => {
  const weight = (paths: string[]) => paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0)
  const named = [
    ...read('index.html')
      .toString()
      .matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g),
  ].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(2)
  expect(weight(named)).toBeLessThan(90_000)
  // What is reached so far; the bar stands in the bench. Of the texts only one language is loaded; all lie on the tablet.
  const program = files().filter((path) => /^assets\/.*\.(js|css)$/.test(path))
  const isText = (path: string) => uiLanguages.some((language) => path.startsWith(`assets/${language}-`))
  expect(weight(program.filter((path) => !isText(path)))).toBeLessThan(1_420_000)
  expect(program.filter(isText)).toHaveLength(uiLanguages.length)
  for (const path of program.filter(isText)) expect(weight([path]), path).toBeLessThan(120_000)
})

test('pictures for the browser’s question are there in both shapes, as large as they say, and all pictures together are small', () => {
  const manifest = JSON.parse(read('manifest.webmanifest').toString()) as {
    screenshots: { src: string; sizes: string; form_factor: string }[]
  }
  expect(new Set(manifest.screenshots.map(({ form_factor }) => form_factor))).toEqual(new Set(['wide', 'narrow']))
  expect(manifest.screenshots).toHaveLength(screenshots.length)
  for (const { src, sizes } of manifest.screenshots) expect(sizeOfJpeg(read(src.slice(1))), src).toBe(sizes)
  const weight = files()
    .filter((path) => /\.(png|jpg|webp|svg|docx)$/.test(path))
    .reduce((sum, path) => sum + gzipSync(read(path)).length, 0)
  expect(weight).toBeLessThan(1_500_000)
})

/** From the frame header of the picture, https://www.w3.org/Graphics/JPEG/itu-t81.pdf B.2.2. */
function sizeOfJpeg(bytes: Buffer): string {
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    if (marker === 0xffc0 || marker === 0xffc2) return `${bytes.readUInt16BE(at + 7)}x${bytes.readUInt16BE(at + 5)}`
  }
  return 'no picture'
}
