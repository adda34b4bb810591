// E-mails instead of paper: the drafts of a segment in one file, each with the right letter; on the tablet one after the other through the
// share sheet, begun again where she stood; and the log says what was sent.
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterText } from '../../src/word/index.ts'
import { openApp, say, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'

interface Row {
  id: string
  lines?: { lineNo: number; contactId: string; sharedAt?: string }[]
  contactName?: string
  correspondenceType?: string
  delivery?: string
  name?: string
  email?: string
}

describe('E-mails of a segment', () => {
  let app: App
  let page: Page
  let segmentUrl = ''
  const shared: string[] = []

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    // There is no share sheet in a headless browser: this one takes everything, and says what it got.
    await app.context.exposeFunction('handedOn', (what: string) => shared.push(what))
    await app.context.addInitScript(() => {
      Object.assign(navigator, {
        canShare: () => true,
        share: async ({ title, files }: ShareData) => {
          const bytes = await files?.[0]?.arrayBuffer()
          await (window as unknown as { handedOn: (what: string) => Promise<void> }).handedOn(
            `${title} · ${files?.[0]?.name} · ${bytes?.byteLength}`,
          )
        },
      })
    })
    await page.reload()
    await page.getByRole('button', { name: /Look around/ }).click()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Spring letter' }).click()
    await page.locator('.vlist .row').first().waitFor()
    segmentUrl = page.url()
    await page.goto(`${segmentUrl}?open=header`)
    await page.getByLabel(say('segment.field.correspondenceType')).selectOption('email')
    await page.locator('dialog[open] .deck .btn-primary').click()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  })
  afterAll(() => app.close())

  const dialog = () => page.locator('dialog[open]')
  const linesOf = async () => {
    const rows = (await allRows(page)) as Record<string, Row[]>
    return rows['segmentLines']?.find(({ id }) => segmentUrl.includes(id))?.lines ?? []
  }
  async function inOrder(picture: string) {
    await page.waitForTimeout(300)
    await shot(page, picture)
    expect(await findings(page)).toEqual([])
  }

  it('drafts of all come in one file, each with the letter of that person', async () => {
    await page.goto(`${segmentUrl}/output?kind=emails`)
    const make = page.locator('.deck .btn-primary')
    await expect.poll(() => make.textContent()).toMatch(/Make \d+ draft/)
    await inOrder('emails-1-panel')
    await make.click()
    await make.filter({ hasText: 'Save' }).waitFor()
    const download = page.waitForEvent('download')
    await make.click()
    const files = unzipSync(readFileSync(await (await download).path()))
    const [name = '', bytes] = Object.entries(files)[0] ?? []
    const mail = await new PostalMime().parse(bytes!)
    const letter = letterText(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer))
    expect(name).toContain(mail.to?.[0]?.name)
    expect(letter.ok && letter.value.join(' ')).toContain(mail.to?.[0]?.name?.split(' ').at(-1))
    await inOrder('emails-2-made')
  })

  it('one after the other: handed on by a tap, kept over a reload, begun where she stood', async () => {
    await page.getByRole('link', { name: 'One after another' }).click()
    await dialog()
      .getByText(/not shared yet/)
      .waitFor()
    await inOrder('emails-3-turn')
    await dialog().getByRole('button', { name: 'Share', exact: true }).click()
    await dialog()
      .getByRole('button', { name: /^Next:/ })
      .waitFor()
    expect(shared).toHaveLength(1)
    expect(shared[0]).toMatch(/ · .+\.docx · \d{4,}$/)
    await dialog()
      .getByRole('button', { name: /^Next:/ })
      .click()
    await dialog().getByRole('button', { name: 'Share', exact: true }).click()
    await dialog()
      .getByRole('button', { name: /^Next:/ })
      .waitFor()
    const before = (await linesOf()).filter(({ sharedAt }) => sharedAt)
    expect(before).toHaveLength(2)
    await page.goto(`${segmentUrl}/output?kind=emails`)
    await page.reload()
    await page.getByText(/^2 of \d+ shared$/).waitFor()
    await page.getByRole('link', { name: 'One after another' }).click()
    await dialog().getByText('not shared yet').waitFor()
    await dialog().getByRole('button', { name: 'Previous e-mail' }).click()
    await dialog().locator('.badge-positive').waitFor()
    await inOrder('emails-4-shared')
  })

  it('an e-mail that says something else since is told', async () => {
    await page.goto(`${segmentUrl}/output?kind=emails&text=de`)
    await dialog().getByRole('textbox').fill('Guten Tag {{Name}},\n\n{{Lieblingsfarbe}}\nAnbei unser Brief.')
    await dialog()
      .getByText(/Nobody knows/)
      .waitFor()
    await inOrder('emails-5-words')
    await dialog().locator('.deck .btn-primary').click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByText(/says? something else than when/).waitFor()
    await inOrder('emails-6-changed')
  })

  it('a call list in Word is made from the same page', async () => {
    await page.goto(`${segmentUrl}/output?kind=callList`)
    const make = page.locator('.deck .btn-primary')
    await make.filter({ hasText: say('lists.make.callList') }).click()
    await make.filter({ hasText: 'Save' }).waitFor()
    // Who looks elsewhere meanwhile finds it still to be saved.
    await page.goto(`${segmentUrl}/output?kind=contactList`)
    await make.filter({ hasText: say('lists.make.contactList') }).waitFor()
    await page.goto(`${segmentUrl}/output?kind=callList`)
    await make.filter({ hasText: 'Save' }).waitFor()
    const download = page.waitForEvent('download')
    await make.click()
    const list = letterText(readFileSync(await (await download).path()))
    const people = ((await allRows(page)) as Record<string, Row[]>)['contacts'] ?? []
    const words = list.ok ? list.value.join(' ') : ''
    for (const { contactId } of await linesOf()) expect(words).toContain(people.find(({ id }) => id === contactId)?.name)
    await inOrder('lists-1-call')
    await page.goto(`${segmentUrl}/output?kind=recipients`)
    await page.getByRole('button', { name: say('lists.way.both') }).click()
    await make.filter({ hasText: /Make \d+ rows/ }).waitFor()
    await inOrder('lists-2-recipients')
  })

  it('the log says what was sent as it is: of those handed on before their words changed, only who was handed it again', async () => {
    await page.goto(`${segmentUrl}/output?kind=emails`)
    await page.getByRole('link', { name: 'One after another' }).click()
    await dialog().getByRole('button', { name: 'Share', exact: true }).click()
    await dialog()
      .getByRole('button', { name: /^Next:/ })
      .waitFor()
    expect(shared).toHaveLength(3)
    await page.goto(`${segmentUrl}?open=log`)
    await dialog().locator('.deck .btn-primary').click()
    await expect
      .poll(async () => ((await allRows(page)) as Record<string, Row[]>)['loggedSegments']?.length, { timeout: 10_000 })
      .toBeGreaterThan(0)
    const rows = (await allRows(page)) as Record<string, Row[]>
    const sent = rows['entries']?.filter(({ delivery }) => delivery === 'shared')
    expect(sent).toHaveLength(1)
  })
})
