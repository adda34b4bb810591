// Files and safety, as a person uses the page: a backup with a password, looked into, brought back as a second tablet, and gone back from;
// copies on the tablet; the data looked through. No network and no server.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, say, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'

const password = 'Lerche im Feld'

describe('Files and safety, offline', () => {
  let app: App
  let page: Page
  let backup = ''
  let before: Record<string, unknown[]> = {}

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.goto(`${app.url}#/files`)
  })
  afterAll(() => app.close())

  const sheet = () => page.locator('dialog[open]')
  const press = (name: string, within = page.locator('body')) => within.getByRole('button', { name, exact: true }).click()
  const banner = () => page.locator('.told-first .notice')
  const tablet = async () => ((await allRows(page))['settings'] ?? []).find((row) => (row as { id: string }).id === 'tablet')
  const loaded = (act: Promise<unknown>) => Promise.all([page.waitForEvent('load'), act])

  it('says in words what is protected and that nothing was backed up', async () => {
    await page.getByText(say('today.noBackup')).first().waitFor()
    await page.getByText(say('safety.lock')).waitFor()
    await page.getByText(say('safety.nothingLeaves')).waitFor()
  })

  it('makes a backup with a password, opens it again, and remembers that it was saved', async () => {
    await press(say('files.backUpNow'))
    await sheet().getByRole('switch').click()
    const [first, again] = [sheet().getByLabel(say('safety.password'), { exact: true }), sheet().getByLabel(say('safety.passwordAgain'))]
    await first.fill(password)
    await again.fill('Lerche im Felt')
    await press(say('safety.make'), sheet())
    await sheet().getByText(say('safety.passwordDiffers')).waitFor()
    await again.fill(password)
    await press(say('safety.make'), sheet())
    await sheet().getByText(say('safety.madeLocked')).waitFor()
    backup = await saveDownload(
      page,
      () =>
        sheet()
          .getByRole('button', { name: /^Save the backup/ })
          .click(),
      join(out, 'safety'),
    )
    await page.locator('.toast', { hasText: 'Backup saved' }).waitFor()
    await page.getByText(/^Backup of .* opened again and checked$/).waitFor()
    await page.getByText(new RegExp(`fieldbook-.*${say('safety.withPassword')}`)).waitFor()
    await shot(page, 'safety-saved')
    before = await allRows(page)
  })

  it('looks into a file without changing anything, and only with its password', async () => {
    await press(say('safety.checkFile'))
    await page.setInputFiles('dialog input[type=file]', backup)
    const field = sheet().locator('input[type=password]')
    await field.fill('Amsel im Feld')
    await press(say('safety.openIt'), sheet())
    await sheet()
      .getByText(/not the password/)
      .waitFor()
    await field.fill(password)
    await press(say('safety.openIt'), sheet())
    await sheet().getByText(say('safety.whole')).waitFor()
    await press(say('act.done'), sheet())
    expect(await allRows(page)).toEqual(before)
  })

  it('brings it back as a second tablet, with a name and a prefix of its own', async () => {
    await press(say('files.restoreAct'))
    await page.setInputFiles('dialog input[type=file]', backup)
    await sheet().locator('input[type=password]').fill(password)
    await press(say('safety.openIt'), sheet())
    await sheet()
      .getByRole('button', { name: say('safety.way.second') })
      .click()
    await press(say('files.restoreNow'), sheet())
    await sheet().getByText(say('safety.nameBlank')).waitFor()
    await sheet().getByLabel(say('settings.tabletName')).fill('Mats’ tablet')
    await press(say('files.restoreNow'), sheet())
    await sheet().getByText(say('safety.prefixBlank')).waitFor()
    await sheet().getByLabel(say('settings.prefix')).fill('M')
    await shot(page, 'safety-second')
    await loaded(press(say('files.restoreNow'), sheet()))
    await banner()
      .getByText(/was restored/)
      .waitFor()
    await shot(page, 'safety-restored')
    expect(await tablet()).toMatchObject({ name: 'Mats’ tablet', prefix: 'M', started: true })
    const { settings: _now, ...rest } = await allRows(page)
    const { settings: _then, ...was } = before
    expect(rest).toEqual(was)
  })

  it('goes back to the data from before, which were kept', async () => {
    await loaded(press(say('safety.goBack'), banner()))
    await page.locator('.rail').waitFor()
    expect(await allRows(page)).toEqual(before)
    expect(await banner().count()).toBe(0)
  })

  it('restores as the same tablet, and asks no more once it is kept', async () => {
    await page.goto(`${app.url}#/files`)
    await press(say('files.restoreAct'))
    await page.setInputFiles('dialog input[type=file]', backup)
    await sheet().locator('input[type=password]').fill(password)
    await press(say('safety.openIt'), sheet())
    await sheet()
      .getByRole('button', { name: say('safety.way.takesOver') })
      .click()
    await loaded(press(say('files.restoreNow'), sheet()))
    await press(say('safety.keepIt'), banner())
    await page.locator('.toast', { hasText: say('safety.kept') }).waitFor()
    await page.reload()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/files`)
    // What the restore replaced is one of the copies on the tablet.
    await page.getByText(/safety cop(y|ies) on this tablet/).waitFor()
    expect(await banner().count()).toBe(0)
    expect(await allRows(page)).toEqual(before)
  })

  it('keeps a copy on the tablet, and looks all data through', async () => {
    await press(say('safety.copiesShow'))
    const copies = await sheet().locator('li').count()
    await press(say('safety.copyNow'), sheet())
    await expect.poll(() => sheet().locator('li').count()).toBe(copies + 1)
    await press(say('act.done'), sheet())
    await press(say('safety.dataAct'))
    await sheet().getByText(say('safety.dataWhole')).waitFor()
    await press(say('act.done'), sheet())
  })

  it('finishes an import that a crash broke off, wherever she is', async () => {
    await halfDoneImport(page)
    await page.goto(`${app.url}#/contacts`)
    await page.reload()
    await banner().getByText('The import of fair.csv was interrupted: 0 of 3 are stored.').waitFor()
    await shot(page, 'safety-interrupted')
    await press(say('safety.finish'), banner())
    await page.locator('.toast', { hasText: 'The import of fair.csv is finished.' }).waitFor()
    await expect.poll(() => banner().count()).toBe(0)
    const contacts = ((await allRows(page))['contacts'] ?? []) as { name: string }[]
    expect(contacts.filter(({ name }) => name.startsWith('Zora'))).toHaveLength(3)
  })

  it('and takes it back from the journal, which says what stays', async () => {
    await page.goto(`${app.url}#/files`)
    await page.getByRole('button', { name: say('safety.takeBack') }).click()
    await press(say('safety.takeBackNow'), sheet())
    await sheet().locator('.count', { hasText: '3' }).waitFor()
    await press(say('act.done'), sheet())
    await page.getByText(/fair\.csv · taken back/).waitFor()
    const contacts = ((await allRows(page))['contacts'] ?? []) as { name: string }[]
    expect(contacts.filter(({ name }) => name.startsWith('Zora'))).toHaveLength(0)
  })
})

/** What a killed browser leaves of an import: the commit is whole, its contacts are still packed. */
const halfDoneImport = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => /^fieldbook(-\d+)?$/.test(name))
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(names[0] ?? 'fieldbook')
      opening.onsuccess = () => done(opening.result)
    })
    const writing = db.transaction(['contacts', 'imports', 'pendingContacts', 'changes'], 'readwrite')
    const all = await new Promise<{ type: string }[]>((done) => {
      const asking = writing.objectStore('contacts').getAll()
      asking.onsuccess = () => done(asking.result as { type: string }[])
    })
    const someone = all.find(({ type }) => type === 'person')
    const contacts = [1, 2, 3].map((n) => ({ ...someone, id: `zz-${n}`, no: `ZZ${n}`, name: `Zora ${n}`, rev: 900 }))
    const at = new Date().toISOString()
    writing.objectStore('pendingContacts').put({ id: 'zz-1', importId: 'broken', rev: 900, contacts })
    writing.objectStore('changes').put({ rev: 900, at, what: 'importContacts', ids: { contacts: ['zz-1', 'zz-2', 'zz-3'] } })
    const row = { id: 'broken', rev: 900, at, fileName: 'fair.csv', kind: 'contacts', state: 'storing', made: 3, changed: 0, stored: 0 }
    writing.objectStore('imports').put(row)
    await new Promise<void>((done) => (writing.oncomplete = () => done()))
    db.close()
  })
