// The main job in flight mode, as the README promises it: contacts in, a segment by criteria, a letter for everybody, logged, followed up,
// backed up, restored on an empty tablet. Real Chromium, the production build, no network and no server.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { root } from './build.ts'
import { contacts300, type Row300 } from './contacts300.ts'
import { canPrint, newFindings, pagesOf, partOf, sectionsOf, unpack } from './documents.ts'
import { allRows } from './disk.ts'
import { chooseFile, takeIn, textFile, toCheck } from './imports.ts'
import { lettersPanel, makeButton, toLetters } from './output.ts'

const file = contacts300()
const samples = process.env['FIELDBOOK_SAMPLES']
const businessCentral = samples && join(samples, 'templates/bc-contact-thanks-note.docx')
const templates = {
  en: join(root, 'test/letters/letter-en.docx'),
  de: businessCentral ?? join(root, 'test/letters/letter-de.docx'),
}
console.info(
  `German letters are made from ${businessCentral ? 'Business Central’s own template' : 'our own letter (FIELDBOOK_SAMPLES is not set)'}.`,
)

const nameOf = (row: Row300) => (row.type === 'company' ? row.company : `${row.firstName} ${row.surname}`)
const industriesOf = new Map(file.rows.filter((row) => row.type === 'company').map((row) => [row.company, row.industries]))
const towns = ['München', 'Exeter', 'Arnhem']
const isAdded = (row: Row300) => towns.includes(row.city) && !row.excluded && !row.privacyBlocked
const isRefined = (row: Row300) => /MASCHINEN|METALL|HOLZ/.test(industriesOf.get(row.company) ?? '')
const isReduced = (row: Row300) => row.mailingGroups.includes('MESSE')
const added = file.rows.filter(isAdded)
const refined = added.filter(isRefined)
const onList = refined.filter((row) => !isReduced(row))

describe('The main job, offline', () => {
  let app: App
  let page: Page
  let zipped: { name: string; path: string }[] = []
  const combined: Record<string, string> = {}
  let backup = ''

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    app = await openApp({ moving: true })
    page = app.page
    await page.getByRole('button', { name: /Start with my contacts/ }).waitFor()
    await app.goOffline()
    await page.reload()
  })
  afterAll(() => app.close())

  const count = async () => Number((await page.locator('.deck .count-n').textContent())?.replace(/\D/g, ''))
  const deck = (name: string | RegExp) => page.locator('.deck').getByRole('button', { name })
  const criteria = async () => page.locator('.deck').getByRole('link', { name: 'Criteria' }).click()
  const topic = async (name: string) =>
    page
      .locator('dialog .topic')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first()
      .click()
  const addStep = async (what: string) => {
    await page.getByRole('button', { name: 'Add a step' }).click()
    await page.locator('dialog[open]').getByRole('button', { name: what }).click()
  }
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()

  it('begins on an empty tablet: our company and whose tablet it is, asked once', async () => {
    await page.getByRole('button', { name: /Start with my contacts/ }).click()
    await page.getByLabel('Name', { exact: true }).fill('Rasmussen Landmaschinen')
    await page.getByLabel(/^(Phone|Telephone)/).fill('+49 8031 550 100')
    await shot(page, 'story-01-company')
    await page.getByRole('button', { name: 'Next' }).click()
    // The browser's Back goes to the screen before, with what was typed.
    await page.goBack()
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Rasmussen Landmaschinen')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel(/Your name|Name of the salesperson|Salesperson/).fill('Jule Rasmussen')
    await shot(page, 'story-02-tablet')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await shot(page, 'story-03-today')
  })

  it('takes in 300 contacts from a CSV with semicolons and umlauts, after a check', async () => {
    await chooseFile(page, app.url, textFile(file.fileName, file.text))
    await toCheck(page)
    await shot(page, 'story-04-import')
    await takeIn(page, 300)
    await page.getByRole('link', { name: 'To contacts' }).click()
    await expect.poll(count).toBe(300)
    await page.getByRole('searchbox').fill('boehm muell')
    await expect.poll(count).toBe(file.rows.filter((row) => row.company.includes('Böhm') && row.surname === 'Müller').length)
    await shot(page, 'story-05-search')
  })

  it('has an interaction template with a Word document in two languages', async () => {
    await page.goto(`${app.url}#/templates`)
    await page.getByRole('button', { name: 'New template' }).click()
    await page.getByLabel('Description').fill('Spring letter')
    await page.keyboard.press('Enter')
    await page.getByText(/merge fields?, (all )?known/).waitFor()
    const exported = () => page.getByRole('button', { name: 'Export for Word' }).click()
    templates.en = await saveDownload(page, exported, join(out, 'main-job'))
    await page.getByRole('button', { name: 'Add a language' }).click()
    await page.getByLabel('Language of the document').selectOption('de')
    await page.setInputFiles('input[type=file]', templates.de)
    await said('Word document in German attached')
    await page.getByText(/merge fields?, (all )?known/).waitFor()
    await shot(page, 'story-06-template')
  })

  it('makes a segment and adds people by town, with the exact count before', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('heading', { name: 'Segments', exact: true }).waitFor()
    await deck('New segment').click()
    await page.getByLabel('Description').fill('Spring letter, machine customers')
    await page.keyboard.press('Enter')
    await page.locator('.deck').getByRole('link', { name: 'Choose people' }).click()
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await topic('Town')
    for (const town of towns) await page.getByRole('checkbox', { name: new RegExp(`^${town}`) }).click()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await deck(`Use these ${added.length}`).waitFor()
    await shot(page, 'story-07-add')
    await deck(`Use these ${added.length}`).click()
    await expect.poll(count).toBe(added.length)
  })

  it('refines by the industry of the company, reduces by mailing group, takes a step back and does it again', async () => {
    await criteria()
    await addStep('Keep only those who …')
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await topic('Industry group of the company')
    for (const group of ['MASCHINEN', 'METALL', 'HOLZ']) await page.getByRole('checkbox', { name: group }).click()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await deck(`Use these ${refined.length}`).click()
    await expect.poll(count).toBe(refined.length)

    await criteria()
    await addStep('Remove those who …')
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await topic('Mailing group')
    await page.getByRole('checkbox', { name: 'MESSE' }).click()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await deck(`Use these ${onList.length}`).waitFor()
    await shot(page, 'story-08-reduce')
    await deck(`Use these ${onList.length}`).click()
    await expect.poll(count).toBe(onList.length)

    await page.getByRole('button', { name: 'Undo the last step' }).click()
    await expect.poll(count).toBe(refined.length)
    await page.getByRole('button', { name: 'Redo the step' }).click()
    await expect.poll(count).toBe(onList.length)
  })

  it('sets the template for all, another type for one, and words for another', async () => {
    await page.getByRole('button', { name: 'Edit the segment header' }).click()
    await page.getByLabel('Interaction template').selectOption({ label: 'Spring letter' })
    await page.getByLabel('Subject').fill('Ready for spring: Über-prüfung & Service')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await said('Header changed')

    // The Dutch people get the template's default language: said at once, and counted.
    const withoutOwnLanguage = onList.filter((row) => row.language === 'nl').length
    expect(withoutOwnLanguage).toBeGreaterThan(0)
    await page.getByRole('button', { name: `Language ${withoutOwnLanguage}`, exact: true }).waitFor()

    await page.locator('.vlist .row').nth(0).click()
    await page
      .locator('.panel')
      .getByRole('button', { name: /^Correspondence type/ })
      .click()
    await page.getByLabel('Correspondence type').selectOption('email')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.panel .is-own', { hasText: 'E-mail' }).waitFor()

    await page.getByRole('button', { name: 'Next line' }).click()
    await page
      .locator('.panel')
      .getByRole('button', { name: /^Comment in the letter/ })
      .click()
    await page.getByLabel('Comment in the letter').fill('Grüße an die Werkstatt!\nWe meet on 12 March.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('.panel .is-own', { hasText: 'Grüße an die Werkstatt' }).waitFor()
    await shot(page, 'story-09-worksheet')
    await page.locator('.panel').getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.locator('.deck .count-u').textContent()).toContain('2 with own values')
  })

  it('makes one document per language, and a ZIP with one per contact', async () => {
    await toLetters(page)
    // One of them gets an e-mail.
    await lettersPanel(page)
      .getByRole('button', { name: `Make ${onList.length - 1} letters` })
      .click()
    await lettersPanel(page).locator('.box .row .btn').first().waitFor()
    await shot(page, 'story-10-letters')
    for (const language of ['de', 'en']) {
      const row = page.locator('.box .row', { hasText: ` ${language}.docx` })
      combined[language] = await saveDownload(page, () => row.getByRole('button', { name: 'Save' }).click(), out)
    }
    await page.getByRole('button', { name: /One file per contact/ }).click()
    await makeButton(page).click()
    const row = page.locator('.box .row', { hasText: '.zip' })
    const zip = await saveDownload(page, () => row.getByRole('button', { name: 'Save' }).click(), out)
    zipped = unpack(zip)
    await page.getByRole('link', { name: 'Back to the segment' }).click()
  })

  it('as many letters as lines that are printed: each person’s file is there, no two have one name', () => {
    const names = new Set(zipped.map(({ name }) => name))
    const expected = onList.map((row) => `${row.type === 'company' ? '' : `${row.company} - `}${nameOf(row)}.docx`)
    expect(new Set(zipped.map(({ name }) => name.toLowerCase())).size).toBe(onList.length - 1)
    expect(expected.filter((name) => !names.has(name))).toHaveLength(1)
  })

  /** The people of the list in the order of the letters, by the language of their document; a third language gets the template's default. */
  const lettersOf = (language: string) =>
    zipped
      .map(({ name }) => onList.find((row) => name === `${row.type === 'company' ? '' : `${row.company} - `}${nameOf(row)}.docx`)!)
      .filter((row) => (row.language === 'de' ? 'de' : 'en') === language)

  it.each(['de', 'en'] as const)(
    'the %s letters: a section each, no field left, nothing that Word’s validator finds anew',
    async (language) => {
      const path = combined[language]!
      const rows = lettersOf(language)
      expect(rows.length).toBeGreaterThan(3)
      expect(sectionsOf(path)).toBe(rows.length * sectionsOf(templates[language]))
      expect(partOf(path)).not.toMatch(/MERGEFIELD|«|\{\{/)
      expect(partOf(path, 'word/settings.xml')).not.toContain('w:mailMerge')
      expect(await newFindings(path, templates[language])).toEqual([])
    },
  )

  it.skipIf(!canPrint)('LibreOffice prints as many pages as it should, and everybody’s values stand on their own page only', () => {
    const pages = pagesOf([combined['de']!, combined['en']!, templates.de, templates.en])
    for (const language of ['de', 'en'] as const) {
      const rows = lettersOf(language)
      const each = pages.get(templates[language])!.length
      const printed = pages.get(combined[language]!)!
      expect(printed).toHaveLength(rows.length * each)
      for (const [at, row] of rows.entries()) {
        const own = printed.slice(at * each, (at + 1) * each).join('\n')
        const values = [
          nameOf(row),
          row.street,
          row.postCode,
          row.city,
          ...(language === 'de' && businessCentral ? [row.email, row.county] : []),
        ]
        for (const value of values) expect(own, `${nameOf(row)}, letter ${at + 1}`).toContain(value)
        if (row.type === 'person') {
          const others = printed.filter((_, index) => Math.floor(index / each) !== at)
          expect(others.filter((text) => text.includes(nameOf(row)))).toEqual([])
        }
      }
    }
    // The comment goes to one person only, the second of the list and the first who gets a letter, and only where it has a place for it.
    const all = [...pages.get(combined['en']!)!, ...pages.get(combined['de']!)!].join('\n')
    const second = onList.find((row) => zipped[0]?.name.endsWith(`${nameOf(row)}.docx`))!
    const hasPlace = second.language !== 'de' || !businessCentral
    expect(all.split('Grüße an die Werkstatt').length - 1).toBe(hasPlace ? 1 : 0)
  })

  it('shows everything that stands against logging, then logs with one act, and a follow-up segment', async () => {
    await deck('Log …').click()
    await shot(page, 'story-11-log')
    await page.getByRole('checkbox', { name: /Follow-up segment/ }).click()
    await page.getByRole('button', { name: `Log ${onList.length} letters` }).click()
    await said(`${onList.length} entries logged`)
    await expect.poll(count).toBe(onList.length)
    await shot(page, 'story-12-logged')
  })

  it('keeps the record: the interaction log, the contact’s timeline, the letters as they were', async () => {
    const again = await (async () => {
      await page.getByRole('button', { name: 'Letters again' }).click()
      await page
        .locator('dialog')
        .getByRole('button', { name: /One file per contact/ })
        .click()
      await page.locator('dialog').getByRole('button', { name: /^Make/ }).click()
      const save = page.locator('dialog').getByRole('button', { name: /^Save/ }).first()
      await save.waitFor()
      return unpack(await saveDownload(page, () => save.click(), join(out, 'again')))
    })()
    // What went by e-mail was a letter as well: it stands first.
    const [mailed, ...printed] = again
    expect(zipped.map(({ name }) => name)).not.toContain(mailed?.name)
    expect(printed.map(({ name }) => name)).toEqual(zipped.map(({ name }) => name))
    for (const [at, letter] of printed.entries()) expect(partOf(letter.path)).toBe(partOf(zipped[at]!.path))
    await page.keyboard.press('Escape')

    await page.goto(`${app.url}#/log`)
    await page.getByText(`${onList.length}`).first().waitFor()
    await shot(page, 'story-13-log')
    const someone = lettersOf('en').find((row) => row.type === 'person')!
    await page.goto(`${app.url}#/contacts`)
    await page.getByRole('searchbox').fill(nameOf(someone))
    await page
      .locator('.row', { hasText: nameOf(someone) })
      .first()
      .click()
    await page.locator('.tl').getByText('Spring letter, machine customers').first().waitFor()
    await shot(page, 'story-14-contact')
  })

  it('finds everything with one search, opened by the slash key', async () => {
    await page.locator('main').press('/')
    await page.locator('dialog').getByRole('combobox').fill('spring letter')
    for (const group of ['Segments', 'Logged segments', 'Interaction templates']) {
      await page.locator('dialog .list-head', { hasText: group }).first().waitFor()
    }
    await page.locator('dialog').getByRole('button', { name: 'Close' }).click()
  })

  it('has the follow-up among the open segments, with the same people and template', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Follow-up: Spring letter, machine customers' }).click()
    await expect.poll(count).toBe(onList.length)
    await page.locator('.head-vals', { hasText: 'Spring letter' }).waitFor()
  })

  it('backs everything up in one file', async () => {
    await page.goto(`${app.url}#/files`)
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByRole('button', { name: 'Make the backup' }).click()
    const save = page.getByRole('button', { name: /^Save the backup/ })
    await save.waitFor()
    backup = await saveDownload(page, () => save.click(), out)
    await said('Backup saved')
    await shot(page, 'story-15-safety')
  })

  it('and an empty browser gets it all back from that file', async () => {
    const other = await openApp()
    await other.page.getByRole('button', { name: 'Restore a backup' }).click()
    await other.page.setInputFiles('dialog input[type=file]', backup)
    await other.page.getByRole('button', { name: 'This tablet takes over' }).click()
    await Promise.all([other.page.waitForEvent('load'), other.page.getByRole('button', { name: 'Restore', exact: true }).click()])
    await other.page.locator('.rail').waitFor()
    await other.page.goto(`${other.url}#/logged`)
    await other.page.locator('.row', { hasText: 'Spring letter, machine customers' }).click()
    await expect
      .poll(async () => Number((await other.page.locator('.deck .count-n').textContent())?.replace(/\D/g, '')))
      .toBe(onList.length)
    await shot(other.page, 'story-16-restored')
    // Every row of every table, but for what the tablets know of their backup.
    expect(await allRows(other.page)).toEqual(await allRows(page))
    await other.close()
    copyFileSync(backup, join(out, 'backup.fieldbook'))
  })
})
