// The disk fills up in the middle of a restore: it is said, and the tablet is as it was. (While contacts are taken in: trouble.test.ts.)
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeBackup } from '../../src/exchange/backup.ts'
import type { BackupEnd, BackupPortion, StoredRow } from '../../src/model/backupRows.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { tableNames, type TableName } from '../../src/model/tables.ts'
import { person } from '../make.ts'
import { openApp, out, say, shot } from './browser.ts'
import { allRows } from './disk.ts'

/** More contacts than fit, in a file that packs well. */
async function largeBackup(): Promise<string> {
  const long = 'x'.repeat(300)
  const contacts = Array.from({ length: 20_000 }, (_, at) =>
    person({ id: `c${at}` as ContactId, name: `Person ${at}`, surname: `Person ${at}`, address: long, address2: long }),
  ) as unknown as StoredRow[]
  // eslint-disable-next-line @typescript-eslint/require-await -- as a tablet gives them
  async function* portions(): AsyncGenerator<BackupPortion, BackupEnd> {
    yield { table: 'contacts', rows: contacts }
    yield { table: 'settings', rows: [{ rev: 1, id: 'tablet', name: 'Full', prefix: 'F', started: true }] }
    const counts = Object.fromEntries(tableNames.map((name) => [name, name === 'contacts' ? contacts.length : name === 'settings' ? 1 : 0]))
    return { rev: 7, counts: counts as Record<TableName, number> }
  }
  const parts: Uint8Array[] = []
  const about = { app: '0.1.0', at: '2026-11-22T08:00:00.000Z', tablet: 'Full', prefix: 'F' }
  await writeBackup(portions(), about, { write: (bytes) => Promise.resolve(void parts.push(bytes.slice())) })
  mkdirSync(join(out, 'fullDisk'), { recursive: true })
  const path = join(out, 'fullDisk/large.fieldbook')
  writeFileSync(path, Buffer.concat(parts))
  return path
}

it('A full disk in the middle of a restore: it is said, and everything is as before', async () => {
  const app = await openApp({ at: 'icons/icon.svg' })
  const { page, context } = app
  // The icon stands in for the app here, so that nothing uses the storage before it is made small.
  app.forgive(/favicon|quota/i)
  const quota = await context.newCDPSession(page)
  await quota.send('Storage.overrideQuotaForOrigin', { origin: new URL(app.url).origin, quotaSize: 14_000_000 })
  await page.goto(app.url)
  await page.getByRole('button', { name: say('start.sample') }).click()
  await page.locator('.rail').waitFor()
  const before = await allRows(page)
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort())
  await page.goto(`${app.url}#/files`)
  const sheet = page.locator('dialog[open]')
  await page.getByRole('button', { name: say('files.restoreAct'), exact: true }).click()
  await page.setInputFiles('dialog input[type=file]', await largeBackup())
  await sheet.getByRole('button', { name: say('safety.way.takesOver') }).click()
  await sheet.getByRole('button', { name: say('files.restoreNow'), exact: true }).click()
  await expect.poll(() => page.locator('body').textContent(), { timeout: 60_000 }).toMatch(/no room left/)
  await shot(page, 'full-disk-restore')
  expect(await allRows(page)).toEqual(before)
  await page.reload()
  await page.locator('.rail').waitFor()
  expect(await allRows(page)).toEqual(before)
  await expect.poll(databases).not.toContain('fieldbook-2')
  await app.close()
})
