// A call round on a tablet held upright, offline: every outcome, the browser killed in the middle, a second tab, somebody deleted.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'

type Row = Record<string, unknown>
const soon = { timeout: 10_000 }

describe('A call round, offline, one-handed', () => {
  let app: App
  let page: Page
  let address: string

  beforeAll(async () => {
    app = await openApp({ viewport: { width: 820, height: 1180 }, userDataDir: mkdtempSync(join(tmpdir(), 'fieldbook-calls-')) })
    page = app.page
    await app.withoutTelephone()
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.ledger').first().waitFor()
    await app.installed()
    await page.reload()
    await page.goto(`${app.url}#/segments`)
    await page.locator('main a.row', { hasText: 'Spring letter' }).first().click()
    await page.locator('main .vlist').waitFor()
    await page.getByRole('link', { name: 'Call round', exact: true }).click()
    address = page.url()
  })
  afterAll(() => app.close())

  const calls = async (on = page) =>
    (((await allRows(on))['entries'] ?? []) as Row[]).filter((row) => row['segmentId'] === address.split('/').at(-2))
  const outcome = (name: string, on = page) => on.getByRole('button', { name, exact: true })
  const who = (on = page) => on.locator('.h-person').innerText()
  const done = async (closes = true) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Done', exact: true }).click()
    if (closes) await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const save = async (on = page) => {
    const before = await who(on)
    await on.getByRole('button', { name: /^Save, (next person|finish)$/ }).click()
    await expect.poll(() => who(on), soon).not.toBe(before)
  }

  it('begins, and logs a call with its minutes, note, evaluation and a task in one step', async () => {
    await page.getByRole('button', { name: 'Begin round' }).click()
    await page.locator('.callbtn').click()
    await outcome('Reached').click()
    await outcome('Positive').click()
    await page.getByLabel('Note').fill('Demonstration in week 3')
    await outcome('Task').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Phone call' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'In 3 days' }).click()
    await done()
    await shot(page, 'story-calls')
    await save()
    const [call] = await calls()
    expect(call).toMatchObject({ callOutcome: 'reached', evaluation: 'positive', comment: 'Demonstration in week 3', attemptFailed: false })
    expect(call?.['duration']).toBeGreaterThanOrEqual(1)
    const { tasks = [] } = (await allRows(page)) as { tasks?: Row[] }
    expect(tasks.find(({ entryId }) => entryId === call?.['id'])).toMatchObject({ type: 'phoneCall', contactId: call?.['contactId'] })
  })

  it('takes the last call back whole, and stands at that person again with what was typed', async () => {
    await page.getByRole('button', { name: 'Undo the last call' }).click()
    await expect.poll(() => page.getByLabel('Note').inputValue(), soon).toBe('Demonstration in week 3')
    await expect.poll(async () => (await calls()).length, soon).toBe(0)
    await save()
  })

  it('an open task about the person stands on her card, and is done by a tap there', async () => {
    await page.getByRole('button', { name: 'Previous person' }).click()
    const task = page.locator('.l-call .task-row', { hasText: /Call .* back/ })
    await task.waitFor()
    await shot(page, 'story-calls-task')
    await task.getByRole('checkbox').click()
    await task.waitFor({ state: 'detached' })
    const before = await who()
    await page.getByRole('button', { name: 'Skip' }).click()
    await expect.poll(() => who(), soon).not.toBe(before)
  })

  it('by the keyboard: a digit for the outcome, Enter saves; asks when to call back, puts a wrong number right', async () => {
    for (const key of ['3', '4', '5']) {
      const before = await who()
      await page.keyboard.press(key)
      await page.keyboard.press('Enter')
      await expect.poll(() => who(), soon).not.toBe(before)
    }
    await page.keyboard.press('2')
    const tomorrow = page.getByRole('dialog').getByRole('button', { name: 'Tomorrow' })
    expect(await tomorrow.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('dialog').getByRole('button', { name: 'None after all' }).click()
    await page.getByText('No day to call back is chosen: no task is made.').waitFor()
    await page.getByRole('button', { name: 'Choose a day' }).click()
    await done(false)
    await page.getByText(/Choose the day, or tap/).waitFor()
    await tomorrow.click()
    await done()
    await save()
    const [back] = (await calls()).filter((call) => call['callOutcome'] === 'callBack')
    const { tasks = [] } = (await allRows(page)) as { tasks?: Row[] }
    expect(tasks.filter(({ entryId }) => entryId === back?.['id'])).toMatchObject([{ type: 'phoneCall' }])
    const name = await who()
    await outcome('Wrong number').click()
    const right = page.getByLabel('The right number')
    expect(await right.inputValue()).toBe('')
    await right.fill('xyz')
    const before = (await calls()).length
    await page.getByRole('button', { name: 'Save, next person' }).click()
    await page.locator('.field.is-bad', { hasText: 'too few digits for a telephone number' }).waitFor()
    await right.fill(await page.locator('.phone').innerText())
    await page.locator('.field.is-bad', { hasText: 'is the one that was called' }).waitFor()
    expect((await calls()).length).toBe(before)
    await right.fill('+49 40 1234567')
    await page.getByRole('button', { name: 'Save, call the right number' }).click()
    await page.locator('.phone', { hasText: '+49 40 1234567' }).waitFor()
    expect(await who()).toBe(name)
    const found = (await calls()).map((row) => row['callOutcome'])
    expect(found.sort()).toEqual(['callBack', 'message', 'noAnswer', 'notInterested', 'reached', 'wrongNumber'])
  })

  it('killed in the middle, it is resumed at the person where it stood, with what was typed; Today leads there', async () => {
    const name = await who()
    await outcome('Left a message').click()
    await page.getByLabel('Note').fill('On the answering machine')
    await expect
      .poll(
        () =>
          page.evaluate(
            () =>
              new Promise((done) => {
                const opening = indexedDB.open('fieldbook')
                opening.onsuccess = () => {
                  const asking = opening.result.transaction('drafts').objectStore('drafts').getAll()
                  asking.onsuccess = () => {
                    opening.result.close()
                    done(JSON.stringify(asking.result).includes('answering machine'))
                  }
                }
              }),
          ),
        soon,
      )
      .toBe(true)
    await app.kill()
    page = await app.reopen()
    await app.context.setOffline(true)
    await page.getByRole('link', { name: /5 of \d+ called|6 of \d+ called/ }).click()
    await expect.poll(() => page.getByLabel('Note').inputValue(), soon).toBe('On the answering machine')
    expect(await who()).toBe(name)
    expect(await outcome('Left a message').getAttribute('aria-pressed')).toBe('true')
    await save()
    expect(await calls()).toHaveLength(7)
  })

  it('a second tab is told who was called meanwhile, and nothing is written twice', async () => {
    const other = await app.context.newPage()
    await other.goto(address)
    await expect.poll(() => who(other), soon).toBe(await who())
    await outcome('No answer', other).click()
    await outcome('Reached').click()
    await save()
    await other.getByText(/Called meanwhile in another window: Reached/).waitFor()
    expect(await other.getByRole('button', { name: 'Save, next person' }).isDisabled()).toBe(true)
    await shot(other, 'story-calls-meanwhile')
    await outcome('Next person', other).click()
    await expect.poll(() => who(other), soon).toBe(await who())
    expect(await calls()).toHaveLength(8)
    await other.close()
  })

  it('says who was deleted in the middle, with what was typed for her, and goes on', async () => {
    const name = await who()
    await page.getByLabel('Note').fill('Half a sentence')
    const other = await app.context.newPage()
    const card = await page.locator('.h-person a').getAttribute('href')
    await other.goto(`${app.url}${card}?open=privacy`)
    await other.evaluate(
      async ({ id }) => {
        const db = await new Promise<IDBDatabase>((done) => {
          const opening = indexedDB.open('fieldbook')
          opening.onsuccess = () => done(opening.result)
        })
        const work = db.transaction(['contacts', 'changes'], 'readwrite')
        const asking = work.objectStore('contacts').get(id)
        asking.onsuccess = () => {
          work.objectStore('contacts').delete(id)
          work.objectStore('changes').add({ at: '', what: 'deleteContact', ids: { contacts: [id] } })
        }
        await new Promise((done) => (work.oncomplete = done))
        db.close()
      },
      { id: card?.split('/').at(-1) ?? '' },
    )
    await other.close()
    // Another browser window's write is seen by live reads of the app; this one came past them, so the page is opened anew.
    await page.reload()
    await page.getByText(new RegExp(`${name} was deleted meanwhile.*Half a sentence`)).waitFor()
    expect(await who()).not.toBe(name)
  })

  it('sums up at the end, goes once more for those not reached, and is closed', async () => {
    await page.getByRole('button', { name: /^All \d+ people/ }).click()
    await shot(page, 'story-calls-people')
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    while (await page.getByRole('button', { name: 'Skip' }).isVisible()) {
      const before = await who()
      await page.getByRole('button', { name: 'Skip' }).click()
      await expect.poll(() => who(), soon).not.toBe(before)
    }
    await page.getByText(/^The round is over: .* skipped$/).waitFor()
    await page.goto(`${app.url}#/`)
    await page.locator('.ledger').first().waitFor()
    expect(await page.locator(`main a.row[href="${new URL(address, app.url).hash}"]`).count()).toBe(0)
    await page.goto(address.replace('/calls', ''))
    await page.getByRole('link', { name: /Close the call round.* called, .* skipped/ }).click()
    await page.getByText(/^The round is over: .* skipped$/).waitFor()
    await shot(page, 'story-calls-end')
    await page.getByRole('button', { name: /not reached again/ }).click()
    await page.locator('.callbtn').waitFor()
    await page.getByRole('button', { name: /^All \d+ people/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close round' }).click()
    await page.getByRole('button', { name: 'Begin round' }).waitFor()
  })

  it('leaves out who has no number, and calls her as soon as she has one', async () => {
    const silent = await page.evaluate(takeNumbers, address.split('/').at(-2) ?? '')
    await page.reload()
    await page.locator('main a.row', { hasText: 'No telephone number' }).first().waitFor()
    await page.getByRole('button', { name: 'Begin round' }).click()
    await page.locator('.callbtn').waitFor()
    const stateOf = async () => {
      await page.getByRole('button', { name: /^All \d+ people/ }).click()
      const row = page.locator('dialog .row', { hasText: silent.name }).first()
      const state = await row.locator('.row-end').innerText()
      await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
      return state
    }
    expect(await stateOf()).toBe('No telephone number')
    const other = await app.context.newPage()
    await other.goto(`${app.url}#/contacts/${silent.id}?open=reach`)
    await other.getByRole('dialog').getByLabel('Phone', { exact: true }).fill('+49 30 5551234')
    await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await other.close()
    await expect.poll(stateOf, soon).toBe('To call')
  })

  it('says at the field that minutes are none, and logs nothing before they are', async () => {
    const before = (await calls()).length
    await page.getByRole('button', { name: 'Minutes', exact: true }).click()
    await page.getByLabel('Minutes', { exact: true }).fill('a while')
    await outcome('Reached').click()
    await page.getByRole('button', { name: /^Save, (next person|finish)$/ }).click()
    const field = page.locator('.field.is-bad', { hasText: 'Enter the minutes as a number of 0 or more' })
    await expect.poll(() => field.locator('input').evaluate((input) => input === document.activeElement), soon).toBe(true)
    expect((await calls()).length).toBe(before)
    await shot(page, 'story-calls-minutes')
    await field.locator('input').fill('4')
    await save()
    expect((await calls()).length).toBe(before + 1)
  })

  it('takes no call once another window has closed it: what was typed is kept, and logged when that is wanted', async () => {
    const before = (await calls()).length
    const name = await who()
    await outcome('Reached').click()
    await page.getByLabel('Note').fill('Moves in March')
    await page.evaluate(closeRounds)
    await page.getByRole('button', { name: /^Save, (next person|finish)$/ }).click()
    await page
      .locator('.toast')
      .getByText(/This call round was closed in another window\. Nothing was written/)
      .waitFor()
    expect(await page.getByLabel('Note').inputValue()).toBe('Moves in March')
    expect((await calls()).length).toBe(before)
    await page.reload()
    await page.getByText(new RegExp(`You noted a call to ${name} that is not logged yet: Reached.*Moves in March`)).waitFor()
    await shot(page, 'story-calls-closed')
    await page.getByRole('button', { name: 'Log call' }).click()
    await page.locator('.toast').getByText(`Call to ${name} logged.`).waitFor()
    expect((await calls()).length).toBe(before + 1)
  })

  it('called, closed and begun anew in another tab: a note without an outcome waits at the top of the new round', async () => {
    const before = (await calls()).length
    await page.getByRole('button', { name: 'Begin round' }).click()
    await page.locator('.callbtn').waitFor()
    const name = await who()
    await page.getByLabel('Note').fill('Asked for the price list')
    const other = await app.context.newPage()
    await other.goto(address)
    await expect.poll(() => who(other), soon).toBe(name)
    await other.getByLabel('Note').fill('Nobody there')
    await outcome('No answer', other).click()
    await save(other)
    await other.getByRole('button', { name: /^All \d+ people/ }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Close round' }).click()
    await other.getByRole('button', { name: 'Begin round' }).click()
    await other.locator('.callbtn').waitFor()
    await other.close()
    const waiting = page.locator('.notice', { hasText: `What you typed for the call to ${name} is not logged yet` })
    await waiting.getByText('Asked for the price list').waitFor()
    await page.locator('.callbtn').waitFor()
    await shot(page, 'story-calls-waiting')
    await waiting.getByRole('button', { name: 'Reached', exact: true }).click()
    await waiting.getByRole('button', { name: 'Log call' }).click()
    await page.locator('.toast').getByText(`${name} was called meanwhile in another window. Nothing was written twice.`).waitFor()
    await waiting.getByRole('button', { name: 'Log another call' }).click()
    await waiting.waitFor({ state: 'detached' })
    expect((await calls()).filter(({ comment }) => comment === 'Asked for the price list')).toHaveLength(1)
    expect((await calls()).length).toBe(before + 2)
  })
})

/** Past the app: the last of the segment’s people has no number any more, nor has her company. */
async function takeNumbers(segmentId: string): Promise<{ id: string; name: string }> {
  type Contact = { id: string; name: string; companyId?: string; alternativeAddresses: { phone: string }[] }
  const db = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('fieldbook')
    opening.onsuccess = () => done(opening.result)
  })
  const work = db.transaction(['segmentLines', 'contacts'], 'readwrite')
  const got = <T>(asking: IDBRequest<T>) => new Promise<T>((done) => (asking.onsuccess = () => done(asking.result)))
  const contacts = work.objectStore('contacts')
  const { lines } = (await got(work.objectStore('segmentLines').get(segmentId))) as { lines: { contactId: string }[] }
  let taken: Contact | undefined
  for (const { contactId } of lines) taken = ((await got(contacts.get(contactId))) as Contact | undefined) ?? taken
  if (!taken) throw new Error('Nobody is on the segment')
  for (const id of [taken.id, taken.companyId ?? taken.id]) {
    const contact = (await got(contacts.get(id))) as Contact
    const alternativeAddresses = contact.alternativeAddresses.map((one) => ({ ...one, phone: '' }))
    contacts.put({ ...contact, phone: '', mobilePhone: '', alternativeAddresses })
  }
  await new Promise((done) => (work.oncomplete = done))
  db.close()
  return { id: taken.id, name: taken.name }
}

/** Past the app, as another window does in the very moment before a tap: every round is closed. */
async function closeRounds(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('fieldbook')
    opening.onsuccess = () => done(opening.result)
  })
  const work = db.transaction(['callRounds', 'changes'], 'readwrite')
  const rounds = work.objectStore('callRounds')
  const adding = work.objectStore('changes').add({ at: '', what: 'closeCallRound', ids: {} })
  adding.onsuccess = () => {
    const asking = rounds.getAll()
    asking.onsuccess = () => {
      for (const round of asking.result as object[]) rounds.put({ ...round, rev: adding.result, closedAt: '2026-11-20T12:00:00.000Z' })
    }
  }
  await new Promise((done) => (work.oncomplete = done))
  db.close()
}
