// A campaign goes from one tablet to another and comes home: both offline, both go on with it. Real Chromium, the production build.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, saveDownload, say, shot, type App } from './browser.ts'
import { noRows, packBackup } from '../backups.ts'
import { person, template } from '../make.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'

const tablets = { lying: { width: 1180, height: 820 }, standing: { width: 820, height: 1180 } }

describe('Two tablets, both offline', () => {
  let office: App
  let field: App
  const folder = mkdtempSync(join(tmpdir(), 'handover-'))
  let password = ''
  let file = ''

  beforeAll(async () => {
    ;[office, field] = await Promise.all([openApp(), openApp()])
    for (const app of [office, field]) app.context.setDefaultTimeout(15_000)
    await office.sampleOffline()
    await field.page.getByRole('button', { name: /Look around with sample data/ }).waitFor()
    await field.goOffline()
  })
  afterAll(() => Promise.all([office.close(), field.close()]))

  const goTo = (app: App, place: string) => app.page.goto(`${app.url}#${place}`)
  const deck = (page: Page, name: string | RegExp) => page.locator('main .deck').getByRole('button', { name })
  const isRight = async (page: Page, name: string) => {
    for (const [how, size] of Object.entries(tablets)) {
      await page.setViewportSize(size)
      expect(await findings(page)).toEqual([])
      await shot(page, `handover-${name}-${how}`)
    }
    await page.setViewportSize(tablets.lying)
  }

  /** Makes the file of what is ticked by the address, and saves it. */
  async function handOver(app: App, address: string): Promise<void> {
    const { page } = app
    await goTo(app, address)
    await page.getByText(say('handOver.alsoLists')).waitFor()
    password = await page.getByLabel(say('safety.password')).inputValue()
    expect(password).toMatch(/^\d{4}-\d{4}-\d{4}$/)
    await deck(page, say('handOver.make')).click()
    const save = deck(page, /^Share the file/)
    await save.waitFor()
    file = await saveDownload(page, () => save.click(), folder)
  }

  /** Chooses the file and opens it, up to what it would bring. */
  async function open(app: App, path = file): Promise<void> {
    await goTo(app, '/more')
    await app.page.locator('h1', { hasText: say('nav.more') }).waitFor()
    await goTo(app, '/handover/in')
    await app.page.getByRole('heading', { name: say('handOver.inTitle') }).waitFor()
    await app.page.locator('input[type=file]').setInputFiles(path)
    await app.page.getByLabel(/^Password/).fill(password)
    await app.page.getByRole('button', { name: say('safety.openIt') }).click()
    await app.page.getByRole('heading', { name: /^From / }).waitFor()
  }

  const take = async (app: App) => {
    await deck(app.page, say('handOver.take')).click()
    await app.page.getByRole('heading', { name: say('handOver.taken') }).waitFor()
  }

  /** All contacts and entries of a tablet, in a form to be compared: names of fields with their values. */
  const all = (app: App) =>
    app.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open('fieldbook')
        asked.onsuccess = () => done(asked.result)
        asked.onerror = () => failed(asked.error ?? new Error('open'))
      })
      const rows = (name: string) =>
        new Promise<Record<string, unknown>[]>((done) => {
          const asked = database.transaction(name).objectStore(name).getAll()
          asked.onsuccess = () => done(asked.result as Record<string, unknown>[])
        })
      // Short lists have keys of their own on each tablet, found by their codes.
      const isTold = (name: string) =>
        /^(id|contactId|companyId|deletedContactId)$/.test(name) || !/(Ids?|Relations|Sources)$|^rev$|^changedAt$/.test(name)
      const plain = (row: Record<string, unknown>) =>
        JSON.stringify(
          Object.entries(row)
            .filter(([name]) => isTold(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      const found = { contacts: (await rows('contacts')).map(plain).sort(), entries: (await rows('entries')).map(plain).sort() }
      database.close()
      return found
    })

  const fieldsOf = (text: string) => Object.fromEntries(JSON.parse(text) as [string, string][])
  /** Whatever the field has stands in the office just so. */
  const isSame = (here: Awaited<ReturnType<typeof all>>, there: typeof here) => {
    for (const table of ['contacts', 'entries'] as const) {
      const known = new Map(there[table].map(fieldsOf).map((row) => [row['id'], row]))
      expect(here[table].map(fieldsOf)).toEqual(here[table].map(fieldsOf).map(({ id }) => known.get(id)))
    }
  }
  const dialog = (page: Page) => page.locator('dialog[open]').last()
  async function changeReach(app: App, id: string, label: string, value: string): Promise<void> {
    const { page } = app
    await goTo(app, `/contacts/${id}`)
    await page.getByRole('button', { name: 'Edit Reach' }).click()
    await dialog(page).getByLabel(label, { exact: true }).first().fill(value)
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
  }
  const rowOf = async (app: App, id: string) => (await all(app)).contacts.map(fieldsOf).find((row) => row['id'] === id)

  let someone = ''
  let other = ''

  it('the office hands a campaign over with all that belongs to it, behind a password', async () => {
    const { page } = office
    await goTo(office, '/campaigns')
    await page.locator('main a.row[href^="#/campaigns/"]', { hasText: 'Spring fair' }).click()
    await page.getByRole('button', { name: say('campaign.more') }).click()
    await page.getByRole('link', { name: say('handOver.title') }).click()
    await page.getByText(say('handOver.alsoLists')).waitFor()
    await isRight(page, 'make')
    const address = page.url().split('#')[1] ?? ''
    await handOver(office, address)
    expect(readFileSync(file).subarray(0, 16).toString()).toBe('fieldbook-locked')
  })

  it('a wrong password, a file cut short and one of a newer app are refused in a sentence', async () => {
    const { page } = field
    await page.getByRole('button', { name: /Start with my contacts/ }).click()
    await page.getByRole('button', { name: say('start.skip') }).click()
    await page.getByRole('button', { name: say('start.begin') }).click()
    await page.locator('.rail').waitFor()
    await page.locator('input[type=file]').first().waitFor({ state: 'attached' })
    await goTo(field, '/handover/in')
    await page.getByRole('heading', { name: say('handOver.inTitle') }).waitFor()
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByLabel(/^Password/).fill('0000-0000-0000')
    await page.getByRole('button', { name: say('safety.openIt') }).click()
    await page.getByText(/password is wrong|not the password|does not open/i).waitFor()
    const [cut, newer] = [join(folder, 'cut.fieldbook'), join(folder, 'newer.fieldbook')]
    writeFileSync(cut, readFileSync(file).subarray(0, 30_000))
    await page.locator('input[type=file]').setInputFiles(cut)
    await page.getByLabel(/^Password/).fill(password)
    await page.getByRole('button', { name: say('safety.openIt') }).click()
    await page
      .getByText(/not whole|cut|incomplete|end is missing|damaged/i)
      .first()
      .waitFor()
    writeFileSync(newer, `PK\u0003\u0004${'\0'.repeat(26)}manifest.json{"format":"fieldbook-handover","version":99,"more":1}`)
    await page.locator('input[type=file]').setInputFiles(newer)
    await page.getByText(/newer/i).first().waitFor()
  })

  it('the field sees what would come before anything is written, and takes it in', async () => {
    const { page } = field
    await open(field)
    expect((await all(field)).contacts).toEqual([])
    await isRight(page, 'coming')
    await take(field)
    const [there, here] = [await all(office), await all(field)]
    expect(here.contacts.length).toBeGreaterThan(10)
    isSame(here, there)
    await open(field)
    await page.getByText(/^Nothing in it is new here/).waitFor()
    expect(await deck(page, say('handOver.take')).isDisabled()).toBe(true)
    const people = here.contacts.map(fieldsOf).filter(({ type }) => type === 'person')
    ;[someone, other] = people.map(({ id }) => id!) as [string, string]
  })

  it('both go on with it; what comes home is merged, and where both changed something she chooses', async () => {
    await changeReach(field, someone, 'Phone', '+49 30 1111111')
    await changeReach(field, other, 'E-mail', 'field@example.com')
    await changeReach(office, someone, 'Phone', '+49 30 2222222')
    const address = '/handover?campaign='
    await goTo(field, '/campaigns')
    await field.page.locator('main a.row[href^="#/campaigns/"]', { hasText: 'Spring fair' }).click()
    await field.page.locator('h1', { hasText: 'Spring fair' }).waitFor()
    const id = field.page.url().split('/campaigns/')[1]?.split('?')[0] ?? ''
    await handOver(field, `${address}${id}`)
    await open(office)
    await office.page.getByRole('heading', { name: 'One thing was changed by both' }).waitFor()
    await isRight(office.page, 'conflict')
    await office.page.getByRole('button', { name: /^They/ }).click()
    await take(office)
    expect(await rowOf(office, someone)).toMatchObject({ phone: '+49 30 1111111' })
    expect(await rowOf(office, other)).toMatchObject({ email: 'field@example.com' })
  })

  it('it is taken back whole, taken in again, and both show the same', async () => {
    const { page } = office
    await deck(page, say('handOver.undo')).click()
    await page.getByRole('heading', { name: say('handOver.takenBack') }).waitFor()
    expect(await rowOf(office, someone)).toMatchObject({ phone: '+49 30 2222222' })
    await open(office)
    await page.getByRole('button', { name: say('handOver.allTheirs') }).click()
    await take(office)
    const [there, here] = [await all(office), await all(field)]
    isSame(here, there)
  })

  it('contacts that were selected in the list go alone', async () => {
    const { page } = office
    await goTo(office, '/contacts')
    await page.getByRole('button', { name: 'Select', exact: true }).first().click()
    await page.locator('main .vlist .row').nth(0).click()
    await page.locator('main .vlist .row').nth(1).click()
    await deck(page, 'Hand over …').click()
    await page.getByRole('checkbox', { name: /The 2 chosen contacts/ }).waitFor()
    await page.getByText(say('handOver.alsoLists')).waitFor()
    expect(await page.getByRole('checkbox', { name: /The 2 chosen contacts/ }).getAttribute('aria-checked')).toBe('true')
    await isRight(page, 'chosen')
  })

  it('a hand-over that is dropped on the window goes to its page', async () => {
    await goTo(field, '/more')
    await field.page.locator('h1', { hasText: say('nav.more') }).waitFor()
    const [name, bytes] = [basename(file), readFileSync(file).toString('base64')]
    await field.page.evaluate(
      ([called, base64]) => {
        const held = new DataTransfer()
        held.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], called))
        for (const type of ['dragover', 'drop'])
          document.querySelector('main')!.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }))
      },
      [name, bytes] as const,
    )
    await field.page.getByRole('heading', { name: say('handOver.inTitle') }).waitFor()
    await field.page.getByLabel(/^Password/).waitFor()
  })

  it('of a backup a part comes back: what is left out stays out', async () => {
    const { page } = field
    const [ann, template_] = [person({ name: 'Ann From Backup' }), template({ description: 'Card from the backup', code: 'FROMBACKUP' })]
    const path = join(folder, 'part.fieldbook')
    writeFileSync(path, await packBackup({ ...noRows(), contacts: [ann], templates: [template_] }))
    await goTo(field, '/handover/in')
    await page.getByRole('heading', { name: say('handOver.inTitle') }).waitFor()
    await page.locator('input[type=file]').setInputFiles(path)
    const templates = page.getByRole('checkbox', { name: say('files.table.templates') })
    await templates.waitFor()
    await isRight(page, 'part')
    await templates.click()
    await page.getByRole('checkbox', { name: say('files.table.templates'), checked: false }).waitFor()
    await take(field)
    const rows = await allRows(page)
    expect((rows['contacts'] as { name: string }[]).filter(({ name }) => name === 'Ann From Backup')).toHaveLength(1)
    expect((rows['templates'] as { code: string }[]).filter(({ code }) => code === 'FROMBACKUP')).toEqual([])
  })
})
