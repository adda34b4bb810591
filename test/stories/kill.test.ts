// Power loss: the browser is killed around the moment of logging. Confirmed is kept; before that the open segment is whole. Never a half.
// In `npm test` a few kills, by a seed; `npm run torture` runs it again and again with other seeds.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type App } from './browser.ts'

const seed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
const kills = Number(process.env['FIELDBOOK_KILLS'] ?? 4)
console.info(`Kills around logging: ${kills} here, seed ${seed}; hundreds in npm run torture.`)

/** Small seeded generator (mulberry32). */
function random(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Kept {
  open: number
  lines: number
  steps: number
  logged: number
  loggedLines: number
  entries: number
}

/** What is on the disk of the own segment, read without the app's code. */
const kept = (app: App): Promise<Kept> =>
  app.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => failed(new Error('The database does not open'))
    })
    type Rows = {
      id: string
      description?: string
      sample?: boolean
      lines?: unknown[]
      segmentId?: string
      loggedSegmentId?: string
      header?: { description: string }
    }[]
    const all = (table: string) =>
      new Promise<Rows>((done) => {
        const asking = db.transaction(table).objectStore(table).getAll()
        asking.onsuccess = () => done(asking.result as Rows)
      })
    const open = (await all('segments')).filter((row) => row.description === 'Kill me')
    const logged = (await all('loggedSegments')).filter((row) => row.header?.description === 'Kill me')
    const ids = new Set([...open, ...logged].map((row) => row.id))
    const result = {
      open: open.length,
      lines: (await all('segmentLines')).filter((row) => ids.has(row.id)).reduce((sum, row) => sum + (row.lines?.length ?? 0), 0),
      steps: (await all('steps')).filter((row) => ids.has(row.segmentId ?? '')).length,
      logged: logged.length,
      loggedLines: logged.reduce((sum, row) => sum + (row.lines?.length ?? 0), 0),
      entries: (await all('entries')).filter((row) => ids.has(row.loggedSegmentId ?? '')).length,
    }
    db.close()
    return result
  })

async function prepare(app: App): Promise<number> {
  const { page } = app
  await page.goto(`${app.url}#/segments`)
  await page.locator('.deck').getByRole('button', { name: 'New segment' }).click()
  await page.getByLabel('Description').fill('Kill me')
  await page.keyboard.press('Enter')
  await page.locator('.deck').getByRole('link', { name: 'Choose people' }).click()
  await page
    .locator('.deck')
    .getByRole('button', { name: /^Add everybody/ })
    .click()
  await page.getByRole('button', { name: 'Edit the segment header' }).click()
  await page.getByLabel('Interaction template').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('.toast', { hasText: 'Header changed' }).waitFor()
  return Number((await page.locator('.deck .count-n').textContent())?.replace(/\D/g, ''))
}

describe('Killed around logging', () => {
  let app: App
  let people = 0
  beforeAll(async () => {
    app = await openApp({ userDataDir: mkdtempSync(join(tmpdir(), 'fieldbook-kill-')) })
    await app.page.getByRole('button', { name: /Look around with sample data/ }).click()
    await app.page.locator('.rail').waitFor()
    await app.installed()
    people = await prepare(app)
    expect(people).toBeGreaterThan(100)
  })
  afterAll(() => app.close())

  const pressLog = async () => {
    await app.page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
    return app.page.locator('dialog').getByRole('button', { name: new RegExp(`^Log ${people} entries`) })
  }
  const reopen = async () => {
    await app.kill()
    await app.reopen()
    await app.page.locator('.rail').waitFor()
  }
  const openSegment = async () => {
    await app.page.goto(`${app.url}#/segments`)
    await app.page.locator('.seg-grid .row', { hasText: 'Kill me' }).click()
  }

  it('right before the button is pressed: the open segment is whole', async () => {
    const before = await kept(app)
    await pressLog()
    await reopen()
    expect(await kept(app)).toEqual(before)
    expect(before).toMatchObject({ open: 1, lines: people, logged: 0, entries: 0 })
  })

  it('at any moment after the button was pressed: all of it or nothing', async () => {
    const next = random(seed)
    for (let i = 0; i < kills; i++) {
      await openSegment()
      const button = await pressLog()
      await button.evaluate((element: HTMLElement) => element.click())
      const wait = Math.floor(next() * 120)
      await new Promise((done) => setTimeout(done, wait))
      await reopen()
      const now = await kept(app)
      const nothing = { open: 1, lines: people, logged: 0, loggedLines: 0, entries: 0 }
      const all = { open: 0, lines: 0, steps: 0, logged: 1, loggedLines: people, entries: people }
      expect(now, `seed ${seed}, kill ${i + 1}, after ${wait} ms`).toMatchObject(now.logged > 0 ? all : nothing)
      if (now.logged > 0) await startAnew()
    }
  })

  /** The logged one is renamed out of the way, so that the next round begins with an open one. */
  async function startAnew() {
    await app.page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('fieldbook')
        opening.onsuccess = () => done(opening.result)
      })
      await new Promise<void>((done) => {
        const writing = db.transaction('loggedSegments', 'readwrite')
        const table = writing.objectStore('loggedSegments')
        const asking = table.getAll()
        asking.onsuccess = () => {
          for (const row of asking.result as { header: { description: string } }[])
            table.put({ ...row, header: { ...row.header, description: 'Done' } })
        }
        writing.oncomplete = () => done()
      })
      db.close()
    })
    await prepare(app)
  }

  it('right after it was confirmed: nothing is lost', async () => {
    if ((await kept(app)).open === 0) await prepare(app)
    await openSegment()
    await (await pressLog()).click()
    await app.page.locator('.toast', { hasText: `${people} entries logged` }).waitFor()
    await reopen()
    expect(await kept(app)).toEqual({ open: 0, lines: 0, steps: 0, logged: 1, loggedLines: people, entries: people })
  })

  it('in the middle of typing: the words are there again', async () => {
    await app.page.goto(`${app.url}#/segments`)
    await app.page.locator('.seg-grid .row', { hasText: 'Spring letter, machine customers' }).click()
    await app.page.locator('.vlist .row').first().click()
    await app.page
      .locator('.panel')
      .getByRole('button', { name: /^Comment in the letter/ })
      .click()
    await app.page.getByLabel('Comment in the letter').fill('Half a sentence about the')
    await app.page.waitForTimeout(600)
    await reopen()
    await app.page.goto(`${app.url}#/segments`)
    await app.page.locator('.seg-grid .row', { hasText: 'Spring letter, machine customers' }).click()
    await app.page.locator('.vlist .row').first().click()
    await app.page
      .locator('.panel')
      .getByRole('button', { name: /^Comment in the letter/ })
      .click()
    await expect.poll(() => app.page.getByLabel('Comment in the letter').inputValue()).toBe('Half a sentence about the')
  })
})
