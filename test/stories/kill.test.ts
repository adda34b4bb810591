// Power loss: the browser is killed around the moment of logging, of its undo, of cancelling and deleting. Confirmed is kept; before that
// everything is as it was. Never a half.
// In `npm test` a few kills, by a seed; `npm run torture` runs it again and again with other seeds.
import { appendFileSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { openApp, type App } from './browser.ts'

const seed = Number(process.env['FIELDBOOK_SEED'] ?? 1)
const kills = Number(process.env['FIELDBOOK_KILLS'] ?? 2)
console.info(`Kills around logging, undo, cancel and delete: ${kills} here, seed ${seed}; hundreds in npm run torture.`)

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
  cancelled: number
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
      lines?: unknown[]
      segmentId?: string
      loggedSegmentId?: string
      header?: { description: string }
      cancelled?: boolean
    }[]
    const all = (table: string) =>
      new Promise<Rows>((done) => {
        const asking = db.transaction(table).objectStore(table).getAll()
        asking.onsuccess = () => done(asking.result as Rows)
      })
    const open = (await all('segments')).filter((row) => row.description === 'Kill me')
    const logged = (await all('loggedSegments')).filter((row) => row.header?.description === 'Kill me')
    const ids = new Set([...open, ...logged].map((row) => row.id))
    // What hangs on a logged segment that is not there would be a half: it belongs to nobody, and counts as ours.
    const others = new Set((await all('loggedSegments')).filter((row) => !ids.has(row.id)).map((row) => row.id))
    const ofLog = (rows: Rows, key: (row: Rows[0]) => string | undefined) =>
      rows.filter((row) => key(row) !== undefined && !others.has(key(row) ?? ''))
    const lines = (rows: Rows) => rows.reduce((sum, row) => sum + (row.lines?.length ?? 0), 0)
    const result = {
      open: open.length,
      lines: lines((await all('segmentLines')).filter((row) => ids.has(row.id))),
      steps: (await all('steps')).filter((row) => ids.has(row.segmentId ?? '')).length,
      logged: logged.length,
      loggedLines: lines(ofLog(await all('loggedLines'), (row) => row.loggedSegmentId)),
      entries: ofLog(await all('entries'), (row) => row.loggedSegmentId).length,
      cancelled: ofLog(await all('loggedStates'), (row) => row.id).filter((row) => row.cancelled).length,
    }
    db.close()
    return result
  })

type State = 'open' | 'logged' | 'cancelled' | 'gone'

/** Which of the whole states this is; anything else is a half. */
function stateOf(now: Kept, people: number): State {
  const none = { open: 0, lines: 0, steps: 0, logged: 0, loggedLines: 0, entries: 0, cancelled: 0 }
  const logged = { ...none, logged: 1, loggedLines: people, entries: people }
  const whole: [State, Kept][] = [
    ['open', { ...none, open: 1, lines: people, steps: now.steps || -1 }],
    ['logged', logged],
    ['cancelled', { ...logged, cancelled: 1 }],
    ['gone', none],
  ]
  const found = whole.find(([, one]) => JSON.stringify(one) === JSON.stringify(now))
  if (!found) throw new Error(`A half: ${JSON.stringify(now)}`)
  return found[0]
}

/** What a tablet leaves behind that dies in the middle of writing: the log of the browser's store ends with the first half of a record. */
function cutOffInTheMiddle(profile: string): void {
  const stores = join(profile, 'Default', 'IndexedDB')
  const store = readdirSync(stores).find((name) => name.endsWith('.leveldb'))
  if (!store) throw new Error('This browser keeps its data in another way.')
  const log = readdirSync(join(stores, store))
    .filter((name) => name.endsWith('.log'))
    .toSorted()
    .at(-1)
  if (!log) throw new Error('There is no log.')
  const path = join(stores, store, log)
  const [block, head] = [32_768, 7]
  const left = block - (statSync(path).size % block)
  // Records stand in blocks; what is left of one is too short for a head, or taken by the first piece of a long record.
  const pad = left <= head + 1 ? left : 0
  const bytes = (pad ? block : left) - head
  const record = Buffer.alloc(head + Math.floor(bytes / 2), 7)
  record.writeUInt16LE(bytes, 4)
  record.writeUInt8(2, 6)
  appendFileSync(path, Buffer.concat([Buffer.alloc(pad), record]))
}

async function prepare(app: App): Promise<number> {
  const { page } = app
  await page.goto(`${app.url}#/segments`)
  await page.getByRole('heading', { name: 'Segments', exact: true }).waitFor()
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
  const profile = mkdtempSync(join(tmpdir(), 'fieldbook-kill-'))
  let app: App
  let people = 0
  beforeAll(async () => {
    app = await openApp({ userDataDir: profile })
    await app.page.getByRole('button', { name: /Look around with sample data/ }).click()
    await app.page.locator('.rail').waitFor()
    await app.installed()
    people = await prepare(app)
    expect(people).toBeGreaterThan(100)
  })
  afterAll(() => app.close())

  const reopen = async (meanwhile?: () => void) => {
    await app.kill()
    meanwhile?.()
    await app.reopen()
    await app.page.locator('.rail').waitFor()
  }
  const press = (button: Locator) => button.evaluate((element: HTMLElement) => element.click())
  const inSheet = (name: RegExp) => app.page.locator('dialog').getByRole('button', { name })
  const open = (list: 'segments' | 'logged') =>
    app.page.goto(`${app.url}#/${list}`).then(() => app.page.locator('.seg-grid .row', { hasText: 'Kill me' }).click())

  /** Each act up to its last button, which is still to be pressed. */
  const acts: Record<'log' | 'undo' | 'cancel' | 'delete', { to: State; ready: () => Promise<Locator> }> = {
    log: {
      to: 'logged',
      ready: async () => {
        await open('segments')
        await app.page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
        const button = inSheet(/^Log [\d,]+ /)
        await expect.poll(() => button.isEnabled()).toBe(true)
        return button
      },
    },
    undo: {
      to: 'open',
      ready: async () => {
        await press(await acts.log.ready())
        return app.page.locator('.toast', { hasText: 'logged' }).getByRole('button', { name: 'Undo' })
      },
    },
    cancel: {
      to: 'cancelled',
      ready: async () => {
        await open('logged')
        await app.page.getByRole('button', { name: 'Cancel logging …' }).click()
        return inSheet(/^Cancel logging$/)
      },
    },
    delete: {
      to: 'gone',
      ready: async () => {
        await app.page.goto(`${app.url}#/logged`)
        await app.page.getByRole('button', { name: /^Delete cancelled/ }).click()
        return inSheet(/^Delete 1 segment/)
      },
    },
  }
  /** What can be done to it as it is. */
  const next: Record<State, readonly (keyof typeof acts)[]> = { open: ['log', 'undo'], logged: ['cancel'], cancelled: ['delete'], gone: [] }

  it('right before the button is pressed: the open segment is whole', async () => {
    await acts.log.ready()
    await reopen()
    expect(stateOf(await kept(app), people)).toBe('open')
  })

  it('in the middle of a write, and at the start after that once more: what was confirmed between them is there', async () => {
    await reopen(() => cutOffInTheMiddle(profile))
    expect(stateOf(await kept(app), people)).toBe('open')
    await (await acts.log.ready()).click()
    await app.page.locator('.toast', { hasText: /entries logged/ }).waitFor()
    await reopen()
    expect(stateOf(await kept(app), people)).toBe('logged')
  })

  it('at any moment of log, undo, cancel and delete: all of it or nothing', async () => {
    const chance = random(seed)
    for (let i = 0; i < kills; i++) {
      let state = stateOf(await kept(app), people)
      if (state === 'gone') {
        await prepare(app)
        state = 'open'
      }
      const choices = next[state]
      const act = acts[choices[Math.floor(chance() * choices.length)] ?? 'log']
      await press(await act.ready())
      const before = act === acts.undo ? 'logged' : state
      const wait = Math.floor(chance() * 120)
      await new Promise((done) => setTimeout(done, wait))
      await reopen()
      expect([before, act.to], `seed ${seed}, kill ${i + 1}, after ${wait} ms`).toContain(stateOf(await kept(app), people))
    }
  })

  it('right after it was confirmed: nothing is lost', async () => {
    const steps: [State, keyof typeof acts, RegExp][] = [
      ['cancelled', 'delete', /deleted/],
      ['open', 'log', /entries logged/],
      ['logged', 'cancel', /cancelled/],
    ]
    const done = new Set<string>()
    for (const [from, name, said] of [...steps, ...steps]) {
      if (done.size === steps.length) break
      const now = stateOf(await kept(app), people)
      if (now === 'gone') await prepare(app)
      if (from !== (now === 'gone' ? 'open' : now)) continue
      await (await acts[name].ready()).click()
      await app.page.locator('.toast', { hasText: said }).waitFor()
      await reopen()
      expect(stateOf(await kept(app), people)).toBe(acts[name].to)
      done.add(name)
    }
    expect([...done].toSorted()).toEqual(['cancel', 'delete', 'log'])
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
