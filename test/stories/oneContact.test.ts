// One contact on the road: a visit noted, a call made, a single letter, without any segment. Offline, with the sample data.
// The reference's Create Interaction and Make Phone Call; its "finish later" is that nothing typed is ever lost.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'

describe('One contact, offline', () => {
  let app: App
  let page: Page
  let person: { id: string; name: string }
  let blocked: { id: string }

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.withoutTelephone()
    await app.sampleOffline()
    const { contacts } = await allRows(page)
    const people = (contacts ?? []) as unknown as {
      id: string
      name: string
      type: string
      phone: string
      companyId?: string
      privacyBlocked: boolean
      languageCode?: string
    }[]
    const found = people.find(
      (one) => one.type === 'person' && one.phone && one.companyId && !one.privacyBlocked && one.languageCode === 'de',
    )
    const barred = people.find((one) => one.type === 'person' && one.privacyBlocked)
    if (!found || !barred) throw new Error('The sample has nobody to call, or nobody who is blocked')
    person = found
    blocked = barred
  })
  afterAll(() => app.close())

  const open = (id: string) => page.goto(`${app.url}#/contacts/${id}`)
  const sheet = () => page.getByRole('dialog')
  type Row = Record<string, unknown>
  const entriesOf = async (id: string) => (((await allRows(page))['entries'] ?? []) as Row[]).filter((row) => row['contactId'] === id)
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()

  it('what is typed of a visit is there again after the tablet went off, and Today leads back to it', async () => {
    await open(person.id)
    await page.getByRole('button', { name: 'New interaction', exact: true }).click()
    await sheet().getByLabel('Comment').fill('Showed the new lathe; wants a quotation')
    await page.goto(`${app.url}#/`)
    await page.getByRole('link', { name: /Showed the new lathe/ }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: /Showed the new lathe/ }).click()
    await expect.poll(() => sheet().getByLabel('Comment').inputValue()).toContain('quotation')
    await shot(page, 'story-one-visit')
  })

  it('says at the field what is missing, then logs it with its evaluation; it stands in the timeline', async () => {
    const before = (await entriesOf(person.id)).length
    await sheet().getByRole('button', { name: 'Log interaction' }).click()
    await sheet().getByText('Choose what it was: an interaction template.').waitFor()
    await sheet().getByLabel('Interaction template').selectOption({ label: 'Visit' })
    expect(await sheet().getByLabel('Description').inputValue()).toBe('Visit')
    await sheet().getByRole('button', { name: 'very positive' }).click()
    await sheet().getByRole('button', { name: 'Log interaction' }).click()
    await said(`Visit: logged for ${person.name}.`)
    const entries = await entriesOf(person.id)
    expect(entries).toHaveLength(before + 1)
    expect(entries.find((row) => row['comment'] === 'Showed the new lathe; wants a quotation')).toMatchObject({
      ...{ description: 'Visit', evaluation: 'veryPositive', attemptFailed: false },
    })
    await page.getByText('Showed the new lathe; wants a quotation').waitFor()
  })

  it('a call by one tap: the number dialled and that nobody answered are kept', async () => {
    await page.getByRole('link', { name: 'Call', exact: true }).click()
    await sheet()
      .getByRole('link', { name: /Telephone/ })
      .click()
    await sheet().getByRole('button', { name: 'Not reached' }).click()
    await sheet().getByLabel('Interaction template').selectOption({ label: 'Phone call' })
    await shot(page, 'story-one-call')
    await sheet().getByRole('button', { name: 'Log call' }).click()
    await said(/Phone call: logged/)
    const call = (await entriesOf(person.id)).find((row) => row['contactVia'] !== undefined)
    expect(call).toMatchObject({ attemptFailed: true, description: 'Phone call' })
  })

  it('the undo of the notice takes it back', async () => {
    const before = (await entriesOf(person.id)).length
    await page.locator('.toast', { hasText: 'Phone call: logged' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await entriesOf(person.id)).length, { timeout: 10_000 }).toBe(before - 1)
  })

  it('a single letter is frozen with its values in the language of the contact', async () => {
    await page.getByRole('button', { name: 'New interaction', exact: true }).click()
    await sheet().getByLabel('Interaction template').selectOption({ label: 'Letter' })
    await sheet()
      .getByRole('switch', { name: /With a letter/ })
      .click()
    await sheet().getByRole('button', { name: 'Log interaction' }).click()
    await said(/Letter: logged/)
    const entry = (await entriesOf(person.id)).find((row) => row['letter'] !== undefined)
    expect(entry).toMatchObject({ delivery: 'toPrint', letter: { languageCode: 'de', values: { Name: person.name } } })
  })

  it('a call from a line of a segment takes its campaign along; the line stays and remembers the number', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.locator('main a.row').first().click()
    await page.locator('main .vlist .row').first().click()
    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^Call / })
      .click()
    await sheet()
      .getByRole('link', { name: /Telephone/ })
      .click()
    await sheet().getByRole('button', { name: 'neutral', exact: true }).click()
    await sheet().getByLabel('Interaction template').selectOption({ label: 'Phone call' })
    await sheet().getByRole('button', { name: 'Log call' }).click()
    await said(/Phone call: logged/)
    const { entries = [], segmentLines = [] } = (await allRows(page)) as {
      entries?: Row[]
      segmentLines?: { lines: { own: Row; contactId: string }[] }[]
    }
    const line = segmentLines.flatMap(({ lines }) => lines).find(({ own }) => own['contactVia'] !== undefined)
    const call = entries.find((row) => row['contactId'] === line?.contactId && row['contactVia'] !== undefined)
    expect(call).toMatchObject({ evaluation: 'neutral', contactVia: line?.own['contactVia'] })
    expect(call?.['campaignId']).toBeDefined()
    expect(call).not.toHaveProperty('loggedSegmentId')
    await shot(page, 'story-one-line')
  })

  it('nothing begins with a contact that is privacy blocked', async () => {
    await open(blocked.id)
    await expect.poll(() => page.getByRole('button', { name: 'New interaction', exact: true }).isDisabled()).toBe(true)
  })
})
