// Somebody asks what is known about her, then asks to be forgotten; somebody else is deleted, and comes back. Offline, with the sample data.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

interface Sample {
  /** On an open segment, with interactions. */
  listed: { id: string; name: string }
  /** On none, with interactions and a company. */
  free: { id: string; name: string }
}

/** Reads the rows of a table as they are stored. */
const rowsOf = (page: Page, table: string) =>
  page.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((done, failed) => {
        const opening = indexedDB.open('fieldbook')
        opening.onerror = () => failed(opening.error ?? new Error(name))
        opening.onsuccess = () => {
          const db = opening.result
          const asking = db.transaction(name).objectStore(name).getAll()
          asking.onsuccess = () => {
            db.close()
            done(asking.result as Record<string, unknown>[])
          }
        }
      }),
    table,
  )

async function find(page: Page): Promise<Sample> {
  const contacts = (await rowsOf(page, 'contacts')) as { id: string; name: string; type: string; companyId?: string; email: string }[]
  const lines = (await rowsOf(page, 'segmentLines')) as { lines: { contactId: string }[] }[]
  const entries = (await rowsOf(page, 'entries')) as { contactId: string; day: string }[]
  const steps = JSON.stringify(await rowsOf(page, 'steps'))
  const onSegment = new Set(lines.flatMap((row) => row.lines.map(({ contactId }) => contactId)))
  const withEntries = new Set(entries.map(({ contactId }) => contactId))
  const last = new Map(entries.toSorted((a, b) => a.day.localeCompare(b.day)).map(({ contactId, day }) => [contactId, day]))
  const latest = (one: { id: string }, other: { id: string }) => (last.get(other.id) ?? '').localeCompare(last.get(one.id) ?? '')
  const people = contacts.filter(({ id, type, companyId, email }) => type === 'person' && companyId && email && withEntries.has(id))
  return {
    listed: people.toSorted(latest).find(({ id }) => onSegment.has(id))!,
    free: people.find(({ id }) => !onSegment.has(id) && !steps.includes(id))!,
  }
}

describe('What is known of a person, deleted and forgotten', () => {
  let app: App
  let page: Page
  let sample: Sample

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    sample = await find(page)
  })
  afterAll(() => app.close())

  const sheet = () => page.locator('dialog[open]')
  const more = async (id: string, row: string) => {
    // A sheet stays open where the address stays the same.
    if ((await sheet().count()) > 0) await page.keyboard.press('Escape')
    await page.goto(`${app.url}#/contacts/${id}`)
    await page.getByRole('button', { name: say('contact.more'), exact: true }).click()
    await sheet()
      .getByRole('button', { name: say(row), exact: true })
      .click()
  }

  it('hands over what is known, as a Word document and as data', async () => {
    await more(sample.listed.id, 'known.row')
    for (const format of ['docx', 'json'] as const) {
      await sheet()
        .getByRole('button', { name: say(`known.format.${format}`) })
        .click()
      await sheet()
        .getByRole('button', { name: say('known.make') })
        .click()
      const saving = page.waitForEvent('download')
      await sheet()
        .getByRole('button', { name: /^Save the file/ })
        .click()
      const file = await saving
      expect(file.suggestedFilename()).toBe(`What we know about ${sample.listed.name}.${format}`)
      if (format === 'json') {
        const data = JSON.parse(readFileSync(await file.path(), 'utf8')) as Record<string, unknown>
        expect(data).toMatchObject({ format: 'fieldbook-contact', contact: { id: sample.listed.id } })
        expect((data['interactions'] as unknown[]).length).toBeGreaterThan(0)
      }
    }
    await shot(page, 'forget-01-known')
  })

  it('says what stands against deleting her, with the way to the segment; somebody else goes, and comes back', async () => {
    await more(sample.listed.id, 'delete.row')
    await shot(page, 'forget-02-blocked')
    expect(await findings(page)).toEqual([])
    await sheet().locator('a.row').first().click()
    await page.waitForURL(/#\/segments\//)
    await more(sample.free.id, 'delete.row')
    await sheet()
      .getByText(/stands? with the company/)
      .waitFor()
    await sheet()
      .getByRole('button', { name: say('delete.now'), exact: true })
      .click()
    const toast = page.locator('.toast', { hasText: 'is deleted' })
    await toast.waitFor()
    await page.goto(`${app.url}#/contacts/${sample.free.id}`)
    await page.getByText(say('contact.gone')).waitFor()
    await toast.getByRole('button', { name: say('act.undo') }).click()
    await page.getByRole('heading', { name: sample.free.name }).first().waitFor()
  })

  it('says beforehand what forgetting reaches and what it cannot, and asks for the name', async () => {
    await more(sample.listed.id, 'forget.row')
    await page.getByText(say('forget.reaches')).waitFor()
    await shot(page, 'forget-03-says')
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.locator('form input').fill('Somebody')
    await page.getByRole('button', { name: say('forget.now') }).click()
    await page.getByText(/That is not the name/).waitFor()
    await page.locator('form input').fill(sample.listed.name)
    await page.getByRole('button', { name: say('forget.now') }).click()
    await page.getByRole('heading', { name: say('forget.done') }).waitFor()
    await shot(page, 'forget-04-done')
  })

  it('leaves nothing of her: her link leads to a sentence, the log says "Erased", and no stored row bears her name', async () => {
    await page.goto(`${app.url}#/contacts/${sample.listed.id}`)
    await page.getByText(say('contact.gone')).waitFor()
    const entries = (await rowsOf(page, 'entries')) as { contactId: string; day: string; erased?: true; contactName: string }[]
    const hers = entries.filter(({ contactId }) => contactId === sample.listed.id)
    expect(hers.length).toBeGreaterThan(0)
    expect(hers.every(({ erased, contactName }) => erased === true && contactName === '')).toBe(true)
    for (const table of ['contacts', 'entries', 'loggedLines', 'segmentLines', 'steps', 'drafts', 'snapshots'])
      expect(JSON.stringify(await rowsOf(page, table))).not.toContain(sample.listed.name)
    await page.goto(`${app.url}#/log`)
    const row = page.locator('.log-row', { hasText: say('forget.erased') }).first()
    await page.locator('.log-row').first().hover()
    for (let turn = 0; turn < 60 && !(await row.isVisible()); turn++) await page.mouse.wheel(0, 500)
    await row.click()
    await sheet().getByText(say('forget.entrySays')).waitFor()
    await shot(page, 'forget-05-entry')
    expect(await findings(page)).toEqual([])
  })
})
