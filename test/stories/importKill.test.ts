// Power loss around an import: the browser is killed while it is taken in and while it is stored. Either nothing of it is there, or all of
// it is seen; the next start offers to finish it or to take it back, and both leave something whole.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactsFile } from '../bench/contacts/file.ts'
import { openApp, type App } from './browser.ts'

const rows = Number(process.env['FIELDBOOK_KILLED_ROWS'] ?? 9000)
const seed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
/** Each takes a whole import: one for every eight of those around logging. */
const kills = Math.ceil(Number(process.env['FIELDBOOK_KILLS'] ?? 4) / 8)
console.info(`Kills around the taking in: ${kills} here, seed ${seed}; hundreds in npm run torture.`)

interface Kept {
  /** In their places, on their way. */
  stored: number
  pending: number
  state: string
  fromFile: number
}

/** What is on the disk, read without the app's code. */
const kept = (app: App): Promise<Kept> =>
  app.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => failed(new Error('The database does not open'))
    })
    // Of one moment: the storing goes on meanwhile.
    const reading = db.transaction(['contacts', 'pendingContacts', 'imports'])
    const all = <T>(table: string) =>
      new Promise<T[]>((done) => {
        const asking = reading.objectStore(table).getAll()
        asking.onsuccess = () => done(asking.result as T[])
      })
    const [contacts, pieces, imports] = await Promise.all([
      all<{ externalId: string }>('contacts'),
      all<{ contacts: unknown[] }>('pendingContacts'),
      all<{ state: string; rev: number }>('imports'),
    ])
    db.close()
    return {
      stored: contacts.length,
      pending: pieces.reduce((sum, piece) => sum + piece.contacts.length, 0),
      state: imports.sort((a, b) => b.rev - a.rev)[0]?.state ?? '',
      fromFile: contacts.filter(({ externalId }) => /^[CP]\d+$/.test(externalId)).length,
    }
  })

describe('Killed around an import', () => {
  let app: App
  /** So many contacts were there before. */
  let before = 0
  beforeAll(async () => {
    app = await openApp({ userDataDir: mkdtempSync(join(tmpdir(), 'fieldbook-importKill-')) })
    await app.page.getByRole('button', { name: /Look around with sample data/ }).click()
    await app.page.locator('.rail').waitFor()
    await app.installed()
    before = (await kept(app)).stored
  })
  afterAll(() => app.close())

  const reopen = async () => {
    await app.kill()
    await app.reopen()
    await app.page.locator('.rail').waitFor()
  }
  /** Up to the button that takes the file in, which is still to be pressed. */
  const ready = async () => {
    const { page } = app
    await page.goto(`${app.url}#/import`)
    const another = page.getByRole('button', { name: /another file$/i })
    const [chooser, check] = [page.locator('input[type=file]'), page.getByRole('button', { name: /^Check( [\d\s\p{Z}]*rows?)?$/u })]
    const take = page.getByRole('button', { name: /^Import \d/ })
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(contactsFile(rows, seed)) }
    // What lay open before the kill opens again by itself, at any of its steps.
    const step = async () => {
      if (await check.isVisible()) await check.click({ timeout: 1000 })
      else if (await another.isVisible()) await another.click({ timeout: 1000 })
      else if ((await chooser.count()) > 0) await chooser.setInputFiles(file, { timeout: 1000 })
    }
    const isReady = async () => {
      if (!(await take.isVisible())) await step().catch(() => undefined)
      return take.isVisible()
    }
    await expect.poll(isReady, { timeout: 20_000, interval: 300 }).toBe(true)
    return take
  }
  /** The list counts so many, of which it shows the first. */
  const listCounts = async (people: number) => {
    await app.page.goto(`${app.url}#/contacts`)
    const figure = String(people).replace(/(\d)(?=(\d{3})+$)/g, '$1\\D?')
    await app.page
      .locator('.deck .count')
      .filter({ hasText: new RegExp(`(^|[a-z]\\s?)${figure}(?!\\d)`) })
      .waitFor()
  }
  const brokenOff = () => app.page.locator('.broken-off')

  const killedWhileStoring = async () => {
    await (await ready()).click()
    await expect.poll(async () => (await kept(app)).fromFile, { interval: 20, timeout: 30_000 }).toBeGreaterThan(0)
    await reopen()
    const now = await kept(app)
    expect(now.state).toBe('storing')
    expect(now.fromFile + now.pending).toBe(rows)
    expect(now.pending).toBeGreaterThan(0)
    await brokenOff().waitFor()
  }

  const takeBack = async () => {
    await brokenOff().getByRole('button', { name: 'Take back' }).click()
    await brokenOff().waitFor({ state: 'detached' })
    expect(await kept(app)).toEqual({ stored: before, pending: 0, state: 'takenBack', fromFile: 0 })
  }

  it('at any moment of the taking in: nothing of it, or all of it', async () => {
    for (let kill = 0; kill < kills; kill++) {
      const wait = (seed * 397 + kill * 389) % 1200
      await (await ready()).evaluate((button: HTMLElement) => button.click())
      await app.page.waitForTimeout(wait)
      await reopen()
      const now = await kept(app)
      const told = `seed ${seed}, kill ${kill + 1}, after ${wait} ms`
      expect([0, rows], told).toContain(now.fromFile + now.pending)
      expect(now.stored + now.pending, told).toBe(before + now.fromFile + now.pending)
      if (now.pending > 0) await takeBack()
    }
  })

  it('while it was stored: all of it is in the list, and "Take back" leaves nothing of it', async () => {
    await killedWhileStoring()
    await listCounts(before + rows)
    await takeBack()
    await listCounts(before)
  })

  it('while it was stored: "Finish" puts everybody in their places', async () => {
    await killedWhileStoring()
    await brokenOff().getByRole('button', { name: 'Finish' }).click()
    await brokenOff().waitFor({ state: 'detached' })
    expect(await kept(app)).toEqual({ stored: before + rows, pending: 0, state: 'stored', fromFile: rows })
    await listCounts(before + rows)
  })
})
