// A template from somebody else, offline: the check says what is wrong with it and for whom it looks worst, repairs it, and hands the repaired
// file on; its question is answered in one form before the letters are made, and its lists are repeated for the contact's own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dot, field, makeDocx, para, text } from '../word/makeDocx.ts'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { lettersPanel, lettersUrl, makeLetters, replaceDocument } from './output.ts'

const faulty = () =>
  Buffer.from(
    makeDocx({
      body:
        para(text('{{CALC_Formal_Salutation}}')) +
        para(text('you live in {{Ci') + text('ty} and not elsewhere, { MERGEFIELD Sur') + text('name }.')) +
        para(text('Signed by {{Boss of Sales}}. ') + field('FILLIN "Which offer?" \\d "None"', 'None')) +
        para(text('With you: {{#People}}{{Surname}} ({{Job Title}}); {{/People}}')) +
        para(text('{{image:Signature}}')) +
        para(field('MERGEFIELD Phone_No \\@ "QQQ"', '«Phone_No»')),
    }),
  )

describe('A template is checked and repaired, offline', () => {
  let app: App
  let page: Page
  let templateUrl = ''
  let segmentUrl = ''

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
    await page.goto(`${app.url}#/templates`)
    await page.locator('a.row', { hasText: /^\s*Letter/ }).click()
    await page.getByText(/Interaction template · /).waitFor()
    templateUrl = page.url()
    await page.getByRole('group', { name: 'Languages' }).getByRole('button', { name: 'English', exact: true }).click()
    await replaceDocument(page, 'offer.docx', faulty())
    await page.getByText('1 field is not known').waitFor()
  })
  afterAll(() => app.close())

  const repairs = () => page.getByRole('region', { name: 'Repair' })
  const hardest = () => page.getByRole('region', { name: 'The most difficult contacts' })

  it('says what the document asks, repeats and lacks', async () => {
    await page.getByText(/The document asks a question/).waitFor()
    await page.getByText(/“People”: repeated for each person of the company/).waitFor()
    await page.getByRole('link', { name: 'Check the document' }).click()
    await page.getByRole('heading', { name: 'Document check' }).waitFor()
    await page.getByText(/What was found/).waitFor()
    await hardest().locator('.row').first().waitFor()
    await repairs().getByRole('listitem').first().waitFor()
    expect(await repairs().getByRole('listitem').count()).toBe(2)
    await shot(page, 'story-check-1')
  })

  it('shows the letter of the most difficult contacts', async () => {
    const rows = hardest().locator('.row')
    const count = await rows.count()
    expect(count).toBeGreaterThan(2)
    const name = (
      await rows
        .nth(count - 1)
        .locator('.row-1')
        .innerText()
    ).trim()
    await rows.nth(count - 1).click()
    await page.getByRole('button', { name, exact: true }).waitFor()
    await hardest().locator('.row[aria-pressed=true]', { hasText: name }).waitFor()
  })

  it('repairs names, braces and typed fields in the template, and saves the repaired file', async () => {
    await page
      .getByRole('group', { name: /Boss of Sales/ })
      .getByRole('button', { name: 'All fields' })
      .click()
    await page.locator('dialog[open] input[type=search]').fill('Salesperson name')
    await page.locator('dialog[open] .row').first().click()
    await repairs().getByText('{{Boss of Sales}} becomes {{Salesperson_Name}}').waitFor()
    expect(await repairs().getByRole('listitem').count()).toBe(3)
    const saved = await saveDownload(
      page,
      () => repairs().getByRole('button', { name: 'Save the repaired document' }).click(),
      join(out, 'check'),
    )
    const body = strFromU8(unzipSync(new Uint8Array(readFileSync(saved)))['word/document.xml']!)
    for (const words of ['{{City}}', ' MERGEFIELD Surname ', '{{Salesperson_Name}}']) expect(body).toContain(words)
    await repairs().getByRole('button', { name: 'Repair all 3' }).click()
    await page.locator('.toast', { hasText: '3 places repaired' }).waitFor()
    await repairs().getByText('There is nothing to repair').waitFor()
    await shot(page, 'story-check-2')
    const templates = (await allRows(page))['templates'] as { id: string; documents: { fileName: string; lists?: string[] }[] }[]
    const document = templates.find(({ id }) => templateUrl.includes(id))?.documents.find(({ fileName }) => fileName === 'offer.docx')
    expect(document?.lists).toEqual(['People', 'Signature'])
  })

  it('keeps the signature of whoever writes', async () => {
    const { segments, salespeople } = (await allRows(page)) as Record<
      string,
      { id: string; name: string; description: string; salespersonId?: string }[]
    >
    const spring = segments?.find(({ description }) => description.startsWith('Spring letter'))
    const seller = salespeople?.find(({ id }) => id === spring?.salespersonId)
    await page.goto(`${app.url}#/settings?part=salespeople`)
    await page.getByRole('button', { name: 'New salesperson' }).waitFor()
    await page
      .getByRole('button', { name: new RegExp(seller?.name ?? 'nobody') })
      .first()
      .click()
    await page.locator('dialog[open] input[type=file]').setInputFiles({ name: 'sign.png', mimeType: 'image/png', buffer: Buffer.from(dot) })
    await page.locator('.toast', { hasText: 'The signature is kept' }).first().waitFor()
    await page.locator('dialog[open] img').waitFor()
    await shot(page, 'story-check-4-signature')
  })

  it('asks the questions of the document in one form before the letters are made', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Spring letter' }).click()
    await page.locator('.vlist .row').first().waitFor()
    segmentUrl = page.url()
    await page.goto(lettersUrl(segmentUrl))
    await lettersPanel(page).getByText('The documents ask a question that is not answered').waitFor()
    await lettersPanel(page).getByRole('button', { name: 'Answer questions' }).click()
    await page.getByLabel('Which offer?').fill('Bells & whistles')
    await page.getByText('Without an answer: “None”').waitFor()
    await shot(page, 'story-check-3-questions')
    await page.locator('dialog[open]').getByRole('button', { name: 'Save' }).click()
    await lettersPanel(page).getByText('The question of the documents is answered').waitFor()
    await makeLetters(page)
    const files = lettersPanel(page).locator('.box .row .btn')
    const bodies: string[] = []
    let signed = 0
    for (let at = 0; at < (await files.count()); at++) {
      const path = await saveDownload(page, () => files.nth(at).click(), join(out, 'check'))
      const letter = unzipSync(new Uint8Array(readFileSync(path)))
      if (Object.keys(letter).some((name) => name.includes('media/merged'))) signed++
      bodies.push(strFromU8(letter['word/document.xml']!).replace(/<[^>]*>/g, ''))
    }
    expect(signed).toBe(1)
    const english = bodies.find((words) => words.includes('you live in')) ?? ''
    expect(english).toContain('Bells &amp; whistles')
    expect(english).toMatch(/With you: [^;]+\([^)]*\);/)
    expect(english).not.toMatch(/\{\{|None/)
  })

  it('keeps the answer with the segment', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.goto(lettersUrl(segmentUrl))
    await lettersPanel(page).getByText('The question of the documents is answered').waitFor()
  })
})
