// A list in which people stand twice is cleaned: the sure ones together after one look, the others side by side, one after the other; told
// apart, taken back, parted again. Whoever is typed in and looks like somebody is told at once. Offline, with the sample data.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'

interface Somebody {
  id: string
  type: string
  name: string
  surname: string
  email: string
  phone: string
}

/** So many of the sample's people get a second card: most of them the same, the others with a slip in the name. */
const twins = 40
const slips = 10

/** Second cards as a careless import leaves them, written without the app. */
const double = (page: Page) =>
  page.evaluate(
    async ([twins, slips]) => {
      const db = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('fieldbook')
        opening.onsuccess = () => done(opening.result)
      })
      const store = db.transaction('contacts', 'readwrite').objectStore('contacts')
      const all = await new Promise<Record<string, unknown>[]>((done) => {
        const asking = store.getAll()
        asking.onsuccess = () => done(asking.result as Record<string, unknown>[])
      })
      const seen = new Set<unknown>()
      const people = all.filter(({ type, email, surname }) => {
        if (type !== 'person' || !email || !/^\p{L}{6,}$/u.test(String(surname)) || seen.has(email)) return false
        return seen.add(email)
      })
      for (const [at, one] of people.slice(0, twins).entries()) {
        const slip = at < slips ? { surname: `${String(one['surname']).slice(0, -2)}${String(one['surname']).slice(-1)}` } : {}
        const surname = String(slip.surname ?? one['surname'])
        const second = {
          ...one,
          ...slip,
          name: `${String(one['firstName'])} ${surname}`,
          email: String(one['email']).toUpperCase(),
          phone: '',
        }
        Object.assign(second, {
          id: crypto.randomUUID(),
          no: `TWIN${String(at)}`,
          jobTitle: 'Second card',
          mobilePhone: '',
          homePage: 'www.twin.example',
        })
        store.put(second)
      }
      await new Promise<void>((done) => (store.transaction.oncomplete = () => done()))
      db.close()
      return people.length
    },
    [twins, slips] as const,
  )

describe('People who stand twice', () => {
  let app: App
  let page: Page
  let before = 0
  let sure = 0

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.ledger').first().waitFor()
    expect(await double(page)).toBeGreaterThan(twins)
    await app.goOffline()
    await page.goto(`${app.url}#/contacts/duplicates`)
    await page.reload()
    before = (await people()).length
  })
  afterAll(() => app.close())

  const people = async () => ((await allRows(page))['contacts'] ?? []) as Somebody[]
  const count = () => page.locator('footer.deck .count-n').first().textContent()
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()

  it('they are found, with how sure it is and why, and nothing is wrong with the page for eyes and fingers', async () => {
    await page.locator('.merge-row').first().waitFor()
    expect(Number(await count())).toBeGreaterThanOrEqual(twins)
    await shot(page, 'story-duplicates')
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    // Buttons take a moment to change their colour.
    await page.waitForTimeout(350)
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('the sure ones become one after one look; one tap takes all of it back', async () => {
    await press(/^Merge the sure ones/)
    sure = await page.getByRole('dialog').getByRole('checkbox').count()
    expect(sure).toBeGreaterThanOrEqual(twins - slips)
    await shot(page, 'story-duplicates-sure')
    await press(`Merge ${String(sure)}`)
    await said(`${String(sure)} contacts were merged.`)
    expect(await people()).toHaveLength(before - sure)
    await press('Undo')
    await said('Taken back.')
    expect(await people()).toHaveLength(before)
    await press(/^Merge the sure ones/)
    await press(`Merge ${String(sure)}`)
    await expect.poll(async () => (await people()).length).toBe(before - sure)
  })

  it('side by side a tap says whose value stays; the next two stand there at once', async () => {
    const left = Number(await count())
    await page.getByRole('group', { name: 'Name', exact: true }).first().waitFor()
    const names = page.getByRole('group', { name: 'Name', exact: true }).getByRole('button')
    await names.nth(1).click()
    const name = (await names.nth(1).textContent())?.trim() ?? ''
    await shot(page, 'story-duplicates-pair')
    await press('Merge')
    await said('was merged into')
    await expect.poll(count).toBe(String(left - 1))
    expect((await people()).filter((one) => one.name === name)).toHaveLength(1)
    await page.getByText(/\d+ of \d+ done/).waitFor()
    await press('Not a duplicate')
    await said('remembered as two')
    await expect.poll(count).toBe(String(left - 2))
    await press('Later')
  })

  it('what was merged says what was not taken over, and can be parted again', async () => {
    const now = (await people()).length
    await press('Merged')
    await page.getByText('Not taken over:').first().waitFor()
    await shot(page, 'story-duplicates-merged')
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Part them again' }).first().click()
    await said('are two again')
    expect(await people()).toHaveLength(now + 1)
  })

  it('whoever is typed in and looks like somebody is told, and nothing keeps from saving', async () => {
    const known = (await people()).find(({ type, email, surname }) => type === 'person' && email !== '' && surname !== '')
    if (!known) throw new Error('The sample has nobody with an e-mail address')
    await page.goto(`${app.url}#/contacts`)
    await press('New contact')
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('First name').fill(known.name.replace(known.surname, '').trim())
    await sheet.getByLabel('Surname').fill(known.surname)
    await sheet.getByLabel('E-mail', { exact: true }).first().fill(known.email.toUpperCase())
    const told = sheet.getByText(/^This looks like .*same e-mail/)
    await told.first().waitFor()
    const before = await told.count()
    await shot(page, 'story-duplicates-entry')
    await sheet.getByRole('button', { name: 'It is somebody else' }).first().click()
    await expect.poll(() => told.count()).toBe(before - 1)
  })
})
