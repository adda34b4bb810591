// The letters of a segment looked at before they are made, offline: from odd one to odd one, page by page with keys, buttons and a finger,
// the words of the real letter, what was merged shaded, and a greeting mended where it was seen.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { partOf } from './documents.ts'
import { findings } from './findings.ts'

interface Row {
  id: string
  name?: string
  lines?: { contactId: string }[]
}

describe('The letters of a segment, looked at offline', () => {
  let app: App
  let page: Page
  let lettersUrl = ''
  let shy = ''

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around/ }).click()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Spring letter' }).click()
    await page.locator('.vlist .row').first().waitFor()
    lettersUrl = `${page.url()}/letters`
    shy = await withoutSalutation()
    await app.goOffline()
    await page.goto(lettersUrl)
    await drawn()
  })
  afterAll(() => app.close())

  /** One person of the list of whom nobody knows how to address her. */
  async function withoutSalutation(): Promise<string> {
    const rows = (await allRows(page)) as Record<string, Row[]>
    const lines = rows['segmentLines']?.find(({ id }) => lettersUrl.includes(id))?.lines ?? []
    const id = lines[3]?.contactId ?? ''
    await page.evaluate(
      async ({ id }) => {
        const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => /fieldbook/i.test(one)) ?? ''
        const db = await new Promise<IDBDatabase>(
          (done) => (indexedDB.open(name).onsuccess = ({ target }) => done((target as IDBOpenDBRequest).result)),
        )
        const contacts = db.transaction('contacts', 'readwrite').objectStore('contacts')
        await new Promise<void>((done) => {
          contacts.get(id).onsuccess = ({ target }) => {
            const row = (target as IDBRequest<Record<string, unknown>>).result
            contacts.put({ ...row, salutationCode: '' }).onsuccess = () => done()
          }
        })
        db.close()
      },
      { id },
    )
    return rows['contacts']?.find((one) => one.id === id)?.name ?? ''
  }

  const told = () => page.locator('main > .vh[role=status], .main > .vh[role=status]').innerText()
  const number = async () => Number(await page.locator('.deck .count-n').innerText())
  const bar = () => page.locator('.oddities')
  const nextOdd = () => page.getByRole('button', { name: 'Next odd one' })
  /** The letter of the person who is told of stands on the screen. */
  const drawn = () =>
    page.waitForFunction(() => {
      const desk = document.querySelector('.desk')
      return (
        desk?.getAttribute('aria-busy') === 'false' &&
        (desk.querySelector('.docx-view')?.shadowRoot?.querySelector('section')?.textContent.length ?? 0) > 20
      )
    })
  /** What is read in the letter, without blanks. */
  const words = () =>
    page.locator('.docx-view').evaluate((view) => (view.shadowRoot?.querySelector('.pages')?.textContent ?? '').replace(/\s+/g, ''))

  it('begins with the odd ones and goes from one to the next, each with what is odd about it', async () => {
    const seen: string[] = []
    for (let turn = 0; turn < 3; turn++) {
      await nextOdd().click()
      await drawn()
      seen.push(await told())
      expect(await bar().innerText()).not.toBe('')
      expect(await page.locator('.row.is-on').first().innerText()).toContain(/: (.*)$/.exec(seen.at(-1) ?? '')?.[1] ?? '?')
    }
    expect(new Set(seen).size).toBe(3)
    await page.getByRole('button', { name: /^Own text/ }).click()
    await drawn()
    expect(await bar().innerText()).toContain('Own text:')
    await shot(page, 'preview')
    expect(await findings(page)).toEqual([])
  })

  it('turns the page by key, button and finger, and back again', async () => {
    const first = await number()
    await page.locator('.desk').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(number).toBe(first + 1)
    await page.getByRole('button', { name: 'Next letter' }).click()
    await expect.poll(number).toBe(first + 2)
    await drawn()
    await swipe(-1)
    await expect.poll(number).toBe(first + 3)
    await swipe(1)
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('button', { name: 'Previous letter' }).click()
    await expect.poll(number).toBe(first)
  })

  /** A stroke of a finger across the letter: to the left leads on. */
  async function swipe(by: 1 | -1) {
    const tools = await page.context().newCDPSession(page)
    const box = (await page.locator('.desk').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', across: number) =>
      tools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + across, y }] })
    await touch('touchStart', 0)
    for (const part of [40, 80, 120]) await touch('touchMove', by * part)
    await touch('touchEnd', 0)
    await tools.detach()
  }

  it('says what the Word document says, and shades what was merged', async () => {
    await drawn()
    await page.getByRole('button', { name: 'Open this one in Word' }).click()
    const save = page.getByRole('button', { name: 'Save the letter' })
    const path = await saveDownload(page, () => save.click(), join(out, 'preview'))
    const paragraphs = partOf(path)
      .split('</w:p>')
      .map((one) => [...one.matchAll(/<w:t[ >][^<]*/g)].map(([found]) => found.replace(/^<w:t[^>]*>/, '')).join(''))
      .map((one) => one.replace(/&amp;/g, '&').replace(/\s+/g, ''))
      .filter((one) => one !== '')
    const shown = await words()
    expect(paragraphs.length).toBeGreaterThan(5)
    for (const paragraph of paragraphs) expect(shown).toContain(paragraph)
    expect(shown).not.toMatch(/[\uE0F0\uE0F1]/)

    const shade = () =>
      page.locator('.docx-view').evaluate((view) => {
        const mark = view.shadowRoot?.querySelector('mark')
        return mark ? getComputedStyle(mark).backgroundImage : ''
      })
    expect(await shade()).toContain('gradient')
    const fields = page.getByRole('switch', { name: 'Show fields' })
    await fields.click()
    await expect.poll(shade).toBe('none')
    await fields.click()
  })

  it('mends a greeting where it was seen, and the letter greets by name', async () => {
    await page.getByRole('button', { name: /^Fallback greeting/ }).click()
    await drawn()
    expect(await told()).toContain(shy)
    const before = await words()
    await bar().getByRole('button', { name: 'Choose a salutation' }).click()
    const sheet = page.locator('dialog[open]')
    await sheet.locator('select').first().selectOption({ index: 1 })
    await sheet.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: /^Fallback greeting/ }).waitFor({ state: 'detached' })
    await expect.poll(words).not.toBe(before)
  })

  it('stands upright with its list in a sheet, and leads on to making the letters', async () => {
    await page.setViewportSize({ width: 820, height: 1180 })
    await page.getByRole('button', { name: 'List of the letters' }).click()
    // What is odd is looked for anew after a greeting was mended: until it is known, the rows still move under the finger.
    const list = page.locator('dialog[open]')
    await list.locator('.odd.chips').waitFor()
    await expect
      .poll(async () => {
        if (await list.isVisible()) await list.locator('.row').nth(2).click({ timeout: 2000 })
        return list.isVisible()
      })
      .toBe(false)
    await drawn()
    await shot(page, 'preview-portrait')
    expect(await findings(page)).toEqual([])
    // A third of a screen beside another app.
    await page.setViewportSize({ width: 507, height: 820 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(507)
    const inside = () =>
      page
        .locator('.docx-view')
        .evaluate((view) => view.shadowRoot!.querySelector('.scaled')!.getBoundingClientRect().width <= view.clientWidth + 1)
    await expect.poll(inside).toBe(true)
    await page.setViewportSize({ width: 1180, height: 820 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await shot(page, 'preview-dark')
    await page.getByRole('link', { name: /^Make \d+ letters/ }).click()
    await page.getByRole('heading', { name: 'Output' }).waitFor()
  })
})
