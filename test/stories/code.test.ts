// The smallest hand-over, offline: a contact as a QR code on one tablet, read by another off a picture and with the camera; what it says goes
// through the check of every import. A code of something else is told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import encodeQr from 'qr'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { takeIn, toCheck } from './imports.ts'

describe('A contact by QR code, offline', () => {
  let giver: App
  let taker: App
  let page: Page
  const codeFile = join(out, 'contact-code.png')
  let name = ''
  let sent: Record<string, unknown> = {}

  beforeAll(async () => {
    giver = await openApp()
    await giver.sampleOffline()
    taker = await openApp()
    page = taker.page
    await taker.sampleOffline()
  })
  afterAll(async () => {
    await giver.close()
    await taker.close()
  })
  const known = async () => ((await allRows(page))['contacts'] as { name: string; email: string }[]).filter((one) => one.name === name)

  it('is shown on the card of a contact', async () => {
    const from = giver.page
    await from.goto(`${giver.url}#/contacts`)
    const people = (await allRows(from))['contacts'] as { id: string; name: string; type: string; privacyBlocked: boolean }[]
    const one = people.find(({ type, privacyBlocked }) => type === 'person' && !privacyBlocked)
    if (!one) throw new Error('The sample has nobody')
    sent = one
    name = one.name
    await from.goto(`${giver.url}#/contacts/${one.id}?open=name`)
    await from.getByRole('dialog').getByLabel('Surname', { exact: true }).fill('Größe-Öztürk')
    await from.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    name = `${one.name.split(' ')[0] ?? ''} Größe-Öztürk`
    await from.getByRole('dialog').waitFor({ state: 'detached' })
    await from.locator('.topbar').getByRole('button', { name: 'More' }).click()
    await from.getByRole('button', { name: 'Show as QR code' }).click()
    const code = from.getByRole('img', { name: `QR code of ${name}` })
    await code.waitFor()
    await shot(from, 'story-code-1-shown')
    await code.screenshot({ path: codeFile })
  })

  it('is read off a picture, and checked as every import', async () => {
    await page.goto(`${taker.url}#/import`)
    await page.getByRole('button', { name: 'Scan a QR code' }).click()
    await page.getByText('There is no camera here').waitFor()
    await shot(page, 'story-code-2-scan')
    await page.locator('dialog[open] input[type=file]').setInputFiles(codeFile)
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.getByText('QR code.vcf').first().waitFor()
    await shot(page, 'story-code-3-import')
    expect(await known()).toEqual([])
  })

  it('is read with the camera where a hand-over comes in, and stored after the check', async () => {
    const seen = readFileSync(codeFile).toString('base64')
    await page.evaluate((png) => {
      navigator.mediaDevices.getUserMedia = async () => {
        const picture = new Image()
        picture.src = `data:image/png;base64,${png}`
        await picture.decode()
        const canvas = document.createElement('canvas')
        Object.assign(canvas, { width: 1280, height: 720 })
        const context = canvas.getContext('2d')!
        const draw = () => {
          context.fillStyle = '#884422'
          context.fillRect(0, 0, 1280, 720)
          context.drawImage(picture, 340, 60, 600, 600)
        }
        setInterval(draw, 50)
        draw()
        return canvas.captureStream(20)
      }
    }, seen)
    await page.evaluate(() => (location.hash = '#/handover/in'))
    await page.getByRole('button', { name: 'Scan a QR code' }).click()
    await page.getByText('QR code.vcf').first().waitFor()
    await toCheck(page)
    await takeIn(page, 1)
    await expect.poll(known, { timeout: 15_000 }).toHaveLength(1)
    // All that the card said came along, what only our own reader knows too.
    const [here] = (await known()) as unknown as Record<string, unknown>[]
    for (const field of [
      'type',
      'email',
      'phone',
      'city',
      'countryCode',
      'languageCode',
      'jobTitle',
      'salutationCode',
      'excludeFromSegment',
    ])
      expect(here?.[field], field).toEqual(sent[field])
  })

  it('says when a code holds no contact, and when there is none', async () => {
    const svg = (text: string) => encodeQr(text, 'svg', { border: 4 }).replace('<svg ', '<svg width="400" height="400" ')
    const png = await page.evaluate(async (drawing) => {
      const picture = new Image()
      picture.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`
      await picture.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: 400, height: 400 })
      const context = canvas.getContext('2d')!
      context.fillStyle = '#fff'
      context.fillRect(0, 0, 400, 400)
      context.drawImage(picture, 0, 0, 400, 400)
      return canvas.toDataURL('image/png').split(',')[1]!
    }, svg('https://fieldbook.example/'))
    await page.goto(`${taker.url}#/handover/in`)
    await page.getByRole('heading', { name: /hand-over/i }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Scan a QR code' }).click()
    const input = page.locator('dialog[open] input[type=file]')
    await input.setInputFiles({ name: 'web.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
    await page.getByText('This code holds no contact: https://fieldbook.example/').waitFor()
    await input.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await page.getByText('notes.png is no picture that can be read here').waitFor()
  })
})
