// What comes out of a segment: who is printed, who gets an e-mail and who neither, mended in its place; file names that are seen before;
// letters as the post sorts them; stopped and made again; and what came out is still there after going away. Offline.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/base/day.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { AttachmentId, ContactId, SegmentId } from '../../src/model/ids.ts'
import type { AllRows } from '../../src/model/tables.ts'
import { noRows, packBackup } from '../backups.ts'
import { company, documentIn, ourCompany, person, salesperson, segmentOf, template } from '../make.ts'
import { field, makeDocx, para, text } from '../word/makeDocx.ts'
import { openApp, out, say, saveDownload, shot, type App } from './browser.ts'
import { partOf, unpack } from './documents.ts'
import { findings } from './findings.ts'
import { lettersPanel, lettersUrl, makeButton } from './output.ts'

let seed = 7
const word = () => ((seed = (seed * 48_271) % 2_147_483_647) % 1e9).toString(36)
/** Long enough to be stopped in the middle. */
const letter = makeDocx({
  body:
    ['Address_Block', 'CALC_Formal_Salutation', 'Job_Title'].map((name) => para(field(`MERGEFIELD ${name}`))).join('') +
    Array.from({ length: 4000 }, () => para(text(Array.from({ length: 8 }, word).join(' ')))).join(''),
})
const hash = createHash('sha256').update(letter).digest('hex') as AttachmentId

const vera = salesperson({ name: 'Vera Sommer' })
// Nothing says how its letters go out: each contact does.
const mail = template({
  code: 'NEWS',
  description: 'News letter',
  documents: [documentIn('en', { attachmentId: hash, fileName: 'news.docx' })],
})
const vejle = company({ name: 'Vejle A/S', address: 'Havnegade 1', postCode: '7100', city: 'Vejle', countryCode: 'DK' })
let last = 0
const living = (name: string, postCode: string, fields: Partial<Contact> = {}) =>
  person({
    ...{ name, id: `contact-${++last}` as ContactId, salutationCode: 'F', jobTitle: 'Buyer', correspondenceType: 'hardCopy' },
    ...{ address: 'Weg 1', postCode, city: 'Town', ...(fields as object) },
  })
const people: Contact[] = [
  living('Anna Berg', '80331'),
  person({ name: 'Bo Holm', company: vejle, salutationCode: 'M', correspondenceType: 'hardCopy' }),
  living('Anna Berg', '01067'),
  living('Cora Lind', '9999', { jobTitle: '' }),
  living('Dora Mail', '20095', { correspondenceType: 'email', email: 'd@example.com' }),
  living('Emma Ohne', '20097', { correspondenceType: undefined }),
  living('Fritz Ohne', '20099', { correspondenceType: undefined }),
  ...Array.from({ length: 40 }, (_, at) => living(`Gast Nummer${String(40 - at).padStart(2, '0')}`, `3${String(1000 + 40 - at)}`)),
]

async function tablet(): Promise<Uint8Array> {
  const today = dayOf(new Date())
  const { segment, lines } = segmentOf(people, {
    ...{ id: 'output' as SegmentId, description: 'News', day: today, salespersonId: vera.id, templateId: mail.id },
  })
  const rows: AllRows = {
    ...noRows(),
    contacts: [vejle, ...people],
    ...{ salespeople: [vera], templates: [mail], segments: [segment], segmentLines: [lines] },
    attachments: [{ rev: 1, id: hash, fileName: 'news.docx', size: letter.byteLength, bytes: letter.slice().buffer }],
    settings: [ourCompany(), { rev: 1, id: 'tablet', name: 'Tablet', prefix: '', started: true, salespersonId: vera.id }],
  }
  return packBackup(rows, { at: new Date().toISOString() })
}

describe('The output of a segment, offline', () => {
  let app: App
  let page: Page
  let segmentUrl = ''

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    const backup = join(out, 'output.fieldbook')
    writeFileSync(backup, await tablet())
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await page.setInputFiles('dialog input[type=file]', backup)
    await page.getByRole('button', { name: say('safety.way.takesOver') }).click()
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Restore', exact: true }).click()])
    await page.locator('.rail').waitFor()
    await app.goOffline()
    segmentUrl = `${app.url}#/segments/output`
    await page.goto(lettersUrl(segmentUrl))
  })
  afterAll(() => app.close())

  const dialog = () => page.locator('dialog[open]')
  const split = (name: string) => page.getByRole('group', { name: say('output.split') }).locator('.way', { hasText: name })
  const panel = () => lettersPanel(page)
  const save = (words: string | RegExp) =>
    saveDownload(
      page,
      () => panel().locator('.box .row', { hasText: words }).getByRole('button', { name: 'Save' }).click(),
      join(out, 'output'),
    )
  async function inOrder(picture: string) {
    await page.waitForTimeout(300)
    await shot(page, picture)
    expect(await findings(page)).toEqual([])
  }

  it('says how the letters go out; who gets neither is mended in its place', async () => {
    await expect.poll(() => split('Print').textContent()).toContain('44')
    expect(await split('E-mail').textContent()).toContain('1')
    expect(await split('Neither').textContent()).toContain('2')
    await inOrder('output-1-split')
    await split('Neither').click()
    await dialog()
      .getByRole('button', { name: /have no correspondence type/ })
      .click()
    await dialog()
      .getByRole('button', { name: /^Open .*Emma Ohne/ })
      .waitFor()
    await dialog().getByRole('button', { name: 'Letter on paper for these 2' }).click()
    await dialog().getByText(say('log.solved')).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(() => split('Print').textContent()).toContain('46')
    expect(await split('Neither').textContent()).toContain('0')
  })

  it('blank fields are told with their people, and names of files that cannot be as they were wished', async () => {
    await panel().getByText('One merge field stays blank in some letters').click()
    await panel()
      .getByRole('button', { name: /blank in 2 letters/ })
      .click()
    await dialog()
      .getByRole('button', { name: /^Open .*Cora Lind/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await panel()
      .getByRole('button', { name: /One file per contact/ })
      .click()
    const pattern = panel().getByLabel('Name of each file')
    await pattern.fill('{{Shoe size}}')
    await panel().getByText('“Shoe size” is no merge field').waitFor()
    expect(await makeButton(page).isDisabled()).toBe(true)
    await pattern.fill('{{Company_Name}} {{Name}}')
    await panel().getByText('Anna Berg.docx', { exact: true }).waitFor()
    await panel().getByText('Vejle A S Bo Holm.docx').first().waitFor()
    await panel()
      .getByRole('button', { name: /1 name holds signs/ })
      .waitFor()
    await inOrder('output-2-names')
    await panel()
      .getByRole('button', { name: /1 name is there already/ })
      .click()
    await dialog().getByText('Anna Berg (2).docx').waitFor()
    await page.keyboard.press('Escape')
    await makeButton(page).click()
    const names = unpack(await save('.zip')).map(({ name }) => name)
    expect(names).toHaveLength(46)
    expect(names.slice(0, 3)).toEqual(['Anna Berg.docx', 'Vejle A S Bo Holm.docx', 'Anna Berg (2).docx'])
  })

  it('letters can be stopped, and come as the post sorts them: our own country first', async () => {
    await panel().getByRole('button', { name: 'One document' }).click()
    await panel().getByRole('button', { name: 'By post code' }).click()
    await makeButton(page).click()
    await panel().getByRole('button', { name: 'Stop' }).click()
    await panel().getByText('Stopped. No file was made.').waitFor()
    await makeButton(page).click()
    const path = await save('.docx')
    // The post code of each address, where it stands before its town.
    const codes = [...partOf(path).matchAll(/>(\d{4,5}) (?:Town|Vejle)</g)].map(([, code]) => code)
    expect(codes).toHaveLength(46)
    expect(codes.slice(0, 5)).toEqual(['01067', '9999', '20097', '20099', '31001'])
    expect(codes.slice(-2)).toEqual(['80331', '7100'])
  })

  it('what came out is still there after going away and back; how to print is a tap away', async () => {
    await page.goto(`${app.url}#/contacts`)
    await page.locator('.vlist .row').first().waitFor()
    await page.goto(lettersUrl(segmentUrl))
    await panel().locator('.box .row', { hasText: '.docx' }).getByText('Saved').waitFor()
    await save('.docx')
    await panel().getByRole('button', { name: 'How to print' }).click()
    await dialog().getByText('Print at 100 %').waitFor()
    await inOrder('output-3-print')
    await page.keyboard.press('Escape')
    await panel().getByRole('link', { name: 'Log …' }).click()
    await dialog()
      .getByRole('button', { name: /e-mail is not marked as shared yet/ })
      .waitFor()
    expect(
      await dialog()
        .getByRole('button', { name: /letters have not been made yet/ })
        .count(),
    ).toBe(0)
  })
})
