// One contact's card, all of it: lists as chips, several e-mails, notes, a picture, what happened with a company's people, a long past,
// and the card that is handed on. Offline ways stay as they are; every state is looked at by axe, light and dark.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

type Row = Record<string, unknown> & { id: string }

describe('The card of a contact', () => {
  let app: App
  let page: Page
  let person: Row
  let works: Row

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.ledger').first().waitFor()
    const [contacts, entries] = await Promise.all([rowsOf('contacts'), rowsOf('entries')])
    const met = new Set(entries.map((entry) => entry['contactId']))
    const found = contacts.find((one) => one['companyId'] && one['phone'] && !one['privacyBlocked'] && met.has(one.id))
    if (!found) throw new Error('The sample has nobody with a company, a phone and a past')
    person = found
    works = contacts.find(({ id }) => id === person['companyId']) ?? found
  })
  afterAll(() => app.close())

  /** One table of the disk, read without the app's code. */
  const rowsOf = (table: string): Promise<Row[]> =>
    page.evaluate(async (name) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('fieldbook')
        asked.onsuccess = () => done(asked.result)
      })
      const rows = await new Promise<Row[]>((done) => {
        const asked = db.transaction(name).objectStore(name).getAll()
        asked.onsuccess = () => done(asked.result as Row[])
      })
      db.close()
      return rows
    }, table)
  const open = async ({ id }: Row) => {
    await page.goto(`${app.url}#/contacts/${id}`)
    await page.locator('.who').waitFor()
  }
  const stored = async ({ id }: Row) => (await rowsOf('contacts')).find((one) => one.id === id)
  const sheet = () => page.getByRole('dialog')
  const said = (text: string) => page.locator('.toast', { hasText: text }).first().waitFor()
  const undo = () => page.locator('.toast').getByRole('button', { name: 'Undo' }).last().click()

  it('a form that was left is opened again from Today, with what was typed', async () => {
    await open(person)
    await page.goto(`${app.url}#/contacts/${person.id}?open=note`)
    await sheet().getByRole('textbox').first().fill('Wants the long table')
    await page.keyboard.press('Escape')
    await page.goto(`${app.url}#/`)
    const draft = page.locator('.draft a', { hasText: 'Wants the long table' })
    await expect.poll(() => draft.textContent()).toContain(String(person['name']))
    await draft.click()
    await expect.poll(() => sheet().getByRole('textbox').first().inputValue()).toBe('Wants the long table')
    await sheet().getByRole('button', { name: 'Discard it' }).click()
    await page.keyboard.press('Escape')
    await page.goto(`${app.url}#/`)
    await page.locator('.ledger').first().waitFor()
    expect(await page.locator('.draft').count()).toBe(0)
  })

  it('a group that is not there yet is made and given right on the card; one undo takes both back', async () => {
    await open(person)
    const before = ((await stored(person))?.['mailingGroupIds'] as string[]).length
    await page.getByRole('button', { name: 'Add to Mailing groups' }).click()
    await page.getByLabel('Search Mailing groups').fill('Crane drivers')
    await page.keyboard.press('Enter')
    await said('Mailing groups: Crane drivers added.')
    expect((await stored(person))?.['mailingGroupIds']).toHaveLength(before + 1)
    await undo()
    await said('Taken back.')
    expect((await stored(person))?.['mailingGroupIds']).toHaveLength(before)
    expect(JSON.stringify(await rowsOf('mailingGroups'))).not.toContain('Crane drivers')
  })

  it('a chip is taken away with one more tap, and another salesperson takes the place of hers', async () => {
    const chip = page.locator('.fact-chips', { hasText: 'Mailing groups' }).locator('.chips > .chip').first()
    const name = (await chip.innerText()).trim()
    await chip.click()
    await page.getByRole('button', { name: `Remove ${name}` }).click()
    await said(`Mailing groups: ${name} removed.`)
    const who = page.locator('.fact-chips', { hasText: 'Salesperson' })
    await who.locator('.chip').click()
    await who.getByLabel('Search Salesperson').fill('Jorn')
    await page.keyboard.press('Enter')
    await said('Salesperson: Jörn Möller.')
    await expect.poll(() => who.locator('.chips').innerText()).toContain('Jörn Möller')
  })

  it('notes are written, kept while they are typed, changed, and deleted with an undo', async () => {
    await page.getByRole('button', { name: 'New note' }).click()
    await sheet().getByLabel('Note').fill('Ask for the crane.')
    await sheet().getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'New note' }).click()
    await expect.poll(() => sheet().getByLabel('Note').inputValue()).toBe('Ask for the crane.')
    await sheet().getByRole('button', { name: 'Save' }).click()
    await said('note saved.')
    const facts = page.locator('.l-card > .col').first()
    await facts.getByRole('button', { name: /Ask for the crane/ }).click()
    await sheet().getByLabel('Note').fill('Ask for the crane, in spring.')
    await sheet().getByRole('button', { name: 'Save' }).click()
    await facts.getByRole('button', { name: /in spring/ }).click()
    await sheet().getByRole('button', { name: 'Delete' }).click()
    await said('note deleted.')
    await undo()
    await facts.getByRole('button', { name: /in spring.*Vera Lindqvist/ }).waitFor()
  })

  it('a photo is made small, shown on the card, and goes along when the contact is handed on', async () => {
    const photo = readFileSync(await shot(page, 'story-card-before'))
    await page.getByRole('button', { name: /^Picture of/ }).click()
    await sheet()
      .locator('input[type=file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
    await sheet().getByText('“notes.txt” cannot be shown as a picture.').waitFor()
    await sheet().locator('input[type=file]').setInputFiles({ name: 'her.png', mimeType: 'image/png', buffer: photo })
    await said('picture saved.')
    await page.locator('.who img').waitFor()
    const imageId = (await stored(person))?.['imageId']
    const image = (await rowsOf('attachments')).find(({ id }) => id === imageId)
    expect(image?.['size']).toBeLessThan(60_000)
    const path = await saveDownload(page, () => page.getByRole('button', { name: 'Share as a card' }).click(), join(out, 'card'))
    const card = readFileSync(path, 'utf8').replace(/\r\n /g, '')
    expect(card).toMatch(/\r\nPHOTO;ENCODING=b;TYPE=JPEG:\/9j\//)
    // What was noted is ours.
    expect(card).not.toContain('Ask for the crane')
    await shot(page, 'story-card-person')
    expect(await findings(page)).toEqual([])
  })

  it('a company has several addresses, each a way of its own, and is found on the web under a word', async () => {
    await open(works)
    await page.getByRole('button', { name: 'Edit Reach' }).click()
    await sheet().getByLabel('E-mail', { exact: true }).first().fill('info@works.example; sales@works.example')
    await sheet().getByRole('button', { name: 'Save' }).click()
    await page.locator('dd a[href="mailto:sales@works.example"]').waitFor()
    await page.locator('.contact-acts').getByRole('button', { name: 'Mail' }).click()
    expect(await sheet().getByRole('link').allInnerTexts()).toHaveLength(2)
    await sheet().getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Add to Web sources' }).click()
    await page.getByLabel('Search Web sources').fill('Finder')
    await page.keyboard.press('Enter')
    await page.getByLabel('Address of “Finder”').fill('javascript:alert(%1)')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('This is no web address.').waitFor()
    await page.getByLabel('Address of “Finder”').fill('find.example/?q=%1')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByLabel('Search word').fill('Böhme & Co')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const link = page.locator('a.chip', { hasText: 'Finder' })
    await expect.poll(() => link.getAttribute('href')).toBe('https://find.example/?q=B%C3%B6hme%20%26%20Co')
    expect(await link.getAttribute('rel')).toBe('noreferrer')
    expect(await link.getAttribute('target')).toBe('_blank')
  })

  it('a company’s past is that of its people, too, by name; of one kind or without them', async () => {
    const timeline = page.locator('.l-card > .col').last()
    await timeline
      .getByText(person['name'] as string)
      .first()
      .waitFor()
    const all = await timeline.locator('.tl-i').count()
    await timeline.getByRole('button', { name: /^Purchases/ }).click()
    expect(await timeline.locator('.tl-i').count()).toBeLessThan(all)
    await timeline.getByRole('button', { name: /^All/ }).click()
    await timeline.getByRole('button', { name: 'Its people' }).click()
    await expect
      .poll(() =>
        timeline
          .locator('.tl-i')
          .getByText(person['name'] as string)
          .count(),
      )
      .toBe(0)
    await timeline.getByRole('button', { name: 'Its people' }).click()
    await shot(page, 'story-card-company')
    expect(await findings(page)).toEqual([])
  })

  it('five hundred entries are there at once, the old ones as one goes on; in the dark as well', async () => {
    await page.evaluate(async (contactId) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('fieldbook')
        asked.onsuccess = () => done(asked.result)
      })
      const tx = db.transaction('entries', 'readwrite')
      const store = tx.objectStore('entries')
      const like = await new Promise<Record<string, unknown>>((done) => {
        const asked = store.index('contactId').get(contactId)
        asked.onsuccess = () => done(asked.result as Record<string, unknown>)
      })
      for (let at = 0; at < 500; at++) {
        const day = `${2010 + (at % 10)}-0${1 + (at % 9)}-${10 + (at % 18)}`
        store.put({ ...like, id: `many-${at}`, day, loggedAt: `${day}T09:00:00.000Z` })
      }
      await new Promise((done) => (tx.oncomplete = done))
      db.close()
    }, person.id)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.reload()
    await open(person)
    const timeline = page.locator('.l-card > .col').last()
    await timeline.locator('.tl-i').first().waitFor()
    expect(await timeline.locator('.tl-i').count()).toBeLessThan(140)
    for (let turn = 0; turn < 20 && (await timeline.getByRole('heading', { name: '2010' }).count()) === 0; turn++)
      await timeline.evaluate((column) => new Promise(requestAnimationFrame).then(() => (column.scrollTop = column.scrollHeight)))
    await timeline.getByRole('heading', { name: '2010' }).waitFor()
    await shot(page, 'story-card-dark')
    expect(await findings(page)).toEqual([])
  })

  it('the address of somebody who was merged leads to the one who stayed', async () => {
    await page.evaluate(async (keptId) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('fieldbook')
        asked.onsuccess = () => done(asked.result)
      })
      const tx = db.transaction('merges', 'readwrite')
      tx.objectStore('merges').put({ id: 'merge', keptId, lost: { id: 'lost' } })
      await new Promise((done) => (tx.oncomplete = done))
      db.close()
    }, person.id)
    await page.goto(`${app.url}#/contacts/lost`)
    await expect.poll(() => page.url()).toContain(person.id)
    await page.locator('.h-person', { hasText: person['name'] as string }).waitFor()
  })
})
