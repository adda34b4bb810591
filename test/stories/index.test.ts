// The index of all contacts: its worker is killed, what it saved is damaged or of another app, two windows write at once. The page stays, and
// the figures are right.
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp, say, type App } from './browser.ts'

/** A tablet with the sample on it, its list of contacts shown. */
async function withContacts(): Promise<{ app: App; page: Page; people: number }> {
  const app = await openApp()
  const { page } = app
  await page.getByRole('button', { name: /Look around with sample data/ }).click()
  await page.locator('.rail').waitFor()
  await toContacts(page)
  return { app, page, people: await shown(page) }
}

async function toContacts(page: Page): Promise<void> {
  await page
    .locator('.rail')
    .getByRole('link', { name: say('nav.contacts'), exact: true })
    .click()
  await page.locator('.count-n').waitFor()
}

const shown = async (page: Page) => Number(await page.locator('.count-n').textContent())
const search = (page: Page, text: string) => page.getByRole('searchbox').fill(text)

async function make(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: say('contacts.new') }).click()
  await page.getByLabel(say('contact.surname')).fill(name)
  await page.getByRole('button', { name: say('contacts.create'), exact: true }).click()
  await page.getByRole('heading', { name }).first().waitFor()
}

const indexWorker = (page: Page) => page.workers().find((worker) => worker.url().includes('indexWorker'))

describe('The index worker', () => {
  it('is killed: the next search is answered all the same', async () => {
    const { app, page, people } = await withContacts()
    const killed = indexWorker(page)
    const gone = new Promise<void>((done) => killed?.once('close', () => done()))
    await killed?.evaluate(() => void setTimeout(() => globalThis.close()))
    await gone
    await search(page, 'zzz nobody')
    await page.getByText(say('contacts.clear')).first().waitFor()
    await search(page, '')
    await expect.poll(() => shown(page)).toBe(people)
    expect(indexWorker(page)?.url()).toBe(killed?.url())
    expect(await page.locator('.toast-trouble').count()).toBe(0)
    await app.close()
  })
})

/** The rows in which the index is saved, as they are on the disk. */
const saved = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
    })
    const row = await new Promise<{ rev: number; schema: string } | undefined>((done) => {
      const asking = db.transaction('snapshots').objectStore('snapshots').get('columns')
      asking.onsuccess = () => done(asking.result as { rev: number; schema: string } | undefined)
    })
    db.close()
    return row && { rev: row.rev, schema: row.schema }
  })

type Damage = 'bytes' | 'shorter' | 'header' | 'version'

/** Damages what is saved, without the app's code. */
const damage = (page: Page, how: Damage) =>
  page.evaluate(async (how) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
    })
    const store = () => db.transaction('snapshots', 'readwrite').objectStore('snapshots')
    const got = <T>(asking: IDBRequest) => new Promise<T>((done) => (asking.onsuccess = () => done(asking.result as T)))
    const about = await got<{ value: string; schema: string }>(store().get('columns'))
    const whole = await got<{ value: Blob; schema: string }>(store().get('columns buffer'))
    const bytes = new Uint8Array(await whole.value.arrayBuffer())
    if (how === 'bytes') bytes.forEach((byte, at, all) => at % 97 === 0 && (all[at] = byte ^ 0xff))
    whole.value = new Blob([how === 'shorter' ? bytes.slice(0, bytes.length / 2) : bytes])
    if (how === 'header') about.value = about.value.replace(/\d+/g, '7')
    if (how === 'version') about.schema = whole.schema = 'columns of tomorrow'
    await got(store().put(about))
    await got(store().put(whole))
    db.close()
  }, how)

describe('What the index saved', () => {
  const all = ['bytes', 'shorter', 'header', 'version'] as const
  const some = process.env['FIELDBOOK_TORTURE'] ? all : (['shorter', 'version'] as const)
  console.info(`What the index saved: ${some.length} of ${all.length} ways to spoil it.`)

  it('is no use (other bytes, half of them, another header, another version): it is worked out again, and the figures are right', async () => {
    const { app, page, people } = await withContacts()
    for (const how of some) {
      await expect.poll(() => saved(page), { timeout: 15_000 }).toBeDefined()
      const before = await saved(page)
      await damage(page, how)
      await page.reload()
      await expect.poll(() => shown(page), { message: how }).toBe(people)
      await search(page, 'gmbh')
      await expect.poll(() => shown(page), { message: how }).toBeLessThan(people)
      await search(page, '')
      await expect.poll(() => shown(page), { message: how }).toBe(people)
      await expect.poll(() => saved(page), { timeout: 15_000, message: how }).toEqual(before)
    }
    await app.close()
  })
})

/** From the next load on whatever is said to the index worker arrives so much later. */
const slowly = (page: Page, ms: number) =>
  page.addInitScript((ms) => {
    window.Worker = class extends Worker {
      readonly #late: number
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.#late = String(url).includes('indexWorker') ? ms : 0
      }
      override postMessage(message: unknown, how?: StructuredSerializeOptions | Transferable[]) {
        setTimeout(() => super.postMessage(message, how as Transferable[]), this.#late)
      }
    }
  }, ms)

describe('An index that is not ready yet', () => {
  it('is waited for in words: nothing is said to be missing that was not looked for', async () => {
    const { app, page, people } = await withContacts()
    await slowly(page, 1500)
    await page.goto(`${app.url}#/contacts?q=gmbh`)
    await page.reload()
    const reading = (where: Locator) => where.getByRole('status').filter({ hasText: say('contacts.reading') })
    const deck = page.locator('.deck')
    await reading(deck).waitFor()
    expect(await page.locator('.vlist .row-1').count()).toBe(0)
    await page.getByRole('button', { name: say('search.everything') }).click()
    const sheet = page.locator('dialog[open]')
    await sheet.getByRole('combobox').fill('gmbh')
    await reading(sheet).waitFor()
    expect((await sheet.getByRole('status').allTextContents()).join()).not.toContain('gmbh')
    await sheet.getByRole('option', { name: /GmbH/ }).first().waitFor()
    await page.keyboard.press('Escape')
    await reading(deck).waitFor({ state: 'detached' })
    await expect.poll(() => shown(page)).toBeLessThan(people)
    await app.close()
  })
})

describe('Two windows', () => {
  it('that write contacts at once agree on how many there are', async () => {
    const { app, page, people } = await withContacts()
    const other = await app.context.newPage()
    await other.goto(`${app.url}#/contacts`)
    await expect.poll(() => shown(other)).toBe(people)
    for (const round of [1, 2]) {
      await Promise.all([make(page, `Quendel${round}`), make(other, `Zwirbel${round}`)])
      await Promise.all([toContacts(page), toContacts(other)])
      await expect.poll(() => shown(page)).toBe(people + 2 * round)
      await expect.poll(() => shown(other)).toBe(people + 2 * round)
    }
    await search(page, 'zwirbel')
    await search(other, 'quendel')
    await expect.poll(() => shown(page)).toBe(2)
    await expect.poll(() => shown(other)).toBe(2)
    await app.close()
  })
})
