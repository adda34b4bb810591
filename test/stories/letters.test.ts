// Word documents and their letters, offline: what a document is and what it does is said at once, unknown names are mapped once, a wrong
// file changes nothing, labels and conditions come out, letters come in parts, and making them can be stopped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { char, code, field, makeDocx, part, para, table, text } from '../word/makeDocx.ts'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { canPrint, pagesOf, partOf, sectionsOf } from './documents.ts'
import { findings } from './findings.ts'
import { lettersPanel, lettersUrl, makeButton, replaceDocument } from './output.ts'

const samples = process.env['FIELDBOOK_SAMPLES']
const real = samples ? join(samples, 'templates/footnote-header-footer.docx') : ''
const isReal = existsSync(real)
console.info(
  `Headers, footers and a footnote are from ${isReal ? 'a real template' : 'a document of our own (FIELDBOOK_SAMPLES is not set)'}.`,
)

const footer = (id: string, name: string, kind: string) => ({
  id,
  name: `footer-${kind}.xml`,
  type: 'footer',
  xml: part('ftr', para(field(`MERGEFIELD ${name}`, `«${name}»`))),
  kind,
})
const footers = [footer('rId11', 'footerfield', 'default'), footer('rId12', 'footerfirst', 'first')]
/** Of the same kind as the real one: names nobody knows, in the text and in the footers. */
const ownLetter = () =>
  makeDocx({
    body: para(text('Hello ') + field('MERGEFIELD fieldname', '«fieldname»')),
    parts: footers,
    section: `<w:sectPr>${footers.map(({ id, kind }) => `<w:footerReference w:type="${kind}" r:id="${id}"/>`).join('')}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/><w:titlePg/></w:sectPr>`,
  })
const letterFile = () => (isReal ? readFileSync(real) : Buffer.from(ownLetter()))

const name = field('MERGEFIELD Name', '«Name»')
const next = field('NEXT', '«Next Record»')
const place = (first: boolean) => para((first ? '' : next) + text('To: ') + name)
const labels = () => makeDocx({ body: table([place(true), place(false)], [place(false), place(false)]) + para('') })

/** A field with a field in its instruction. */
const around = (before: string, inner: string, after: string, result: string) =>
  char('begin') + code(before) + inner + code(after) + char('separate') + text(result) + char('end')
const conditional = (town: string) =>
  makeDocx({
    body:
      para(around(' SKIPIF ', field('MERGEFIELD City', '«City»'), ` = "${town}" `, '')) +
      para(name + text(' is ') + around(' IF ', field('MERGEFIELD Country', '«Country»'), ' = "*land*" "at home" "abroad" ', '')),
  })

interface Row {
  id: string
  name: string
  city: string
  languageCode?: string
  description?: string
  lines?: { contactId: string; document?: object; own: { languageCode?: string } }[]
  documents?: { languageCode: string; fileName: string; mapping: Record<string, string> }[]
}

describe('Word documents and their letters, offline', () => {
  let app: App
  let page: Page
  let segmentUrl = ''
  let templateUrl = ''
  let people: Row[] = []

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around/ }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.goto(`${app.url}#/templates`)
    await page.locator('a.row', { hasText: /^\s*Letter/ }).click()
    await page.getByText(/Interaction template · /).waitFor()
    templateUrl = page.url()
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Spring letter' }).click()
    await page.locator('.vlist .row').first().waitFor()
    segmentUrl = page.url()
    people = await germans()
  })
  afterAll(() => app.close())

  const rowsOf = async (table: string) => ((await allRows(page))[table] ?? []) as Row[]
  /** Whoever on the segment gets the German document. */
  async function germans(): Promise<Row[]> {
    const id = new URL(segmentUrl).hash.split('/')[2] ?? ''
    const lines = (await rowsOf('segmentLines')).find((row) => row.id === id)?.lines ?? []
    const contacts = new Map((await rowsOf('contacts')).map((one) => [one.id, one]))
    return lines.flatMap((line) => {
      const contact = contacts.get(line.contactId)
      const language = line.own.languageCode ?? contact?.languageCode
      return contact && language?.startsWith('de') && !line.document ? [contact] : []
    })
  }
  const documents = async () => (await rowsOf('templates')).find(({ id }) => templateUrl.includes(id))?.documents ?? []
  const german = async () => (await documents()).find(({ languageCode }) => languageCode === 'de')
  const sheet = () => page.locator('dialog[open]')
  const said = async (words: string | RegExp) => page.locator('.toast', { hasText: words }).first().waitFor()

  async function openDocument(language: string) {
    await page.goto(templateUrl)
    await page.getByRole('group', { name: 'Languages' }).getByRole('button', { name: language }).click()
  }
  async function attach(fileName: string, bytes: Uint8Array) {
    await openDocument('German')
    await replaceDocument(page, fileName, Buffer.from(bytes))
  }
  async function attached(fileName: string, bytes: Uint8Array) {
    await attach(fileName, bytes)
    await page.locator('.file', { hasText: fileName }).waitFor()
    await page.getByText(/merge fields?, (all )?known|fields? (is|are) not known/).waitFor()
  }
  /** A picture, and nothing on the page that eyes, fingers or screen readers would miss. */
  async function inOrder(picture: string) {
    await page.waitForTimeout(300)
    await shot(page, picture)
    expect(await findings(page)).toEqual([])
  }
  /** Its whole height stands where eyes are: nothing lies over it. */
  const seen = (one: Locator) =>
    one.evaluate((element) => {
      const { left, top, bottom } = element.getBoundingClientRect()
      return [top + 1, bottom - 1].every((at) => element.contains(document.elementFromPoint(left + 1, at)))
    })
  const unknown = (field: string) => page.getByRole('group', { name: `What “${field}” means` })
  async function openLetters(kind: string) {
    await page.goto(lettersUrl(segmentUrl))
    await lettersPanel(page).getByRole('button', { name: kind }).click()
  }
  const fileRow = (words: string | RegExp) => lettersPanel(page).locator('.box .row', { hasText: words })
  const save = (words: string | RegExp) =>
    saveDownload(page, () => fileRow(words).getByRole('button', { name: 'Save' }).click(), join(out, 'letters'))

  it('names that nobody knows are said once for the template: by a search, by a tap, or left empty', async () => {
    await attached('their letter.docx', letterFile())
    await page.getByText(/fields are not known/).waitFor()
    await unknown('fieldname').getByRole('button', { name: 'All fields' }).click()
    await sheet().getByLabel('Find a field').fill('full na')
    await sheet()
      .getByRole('button', { name: /^Full name/ })
      .click()
    await said('“fieldname” is now filled with Full name')
    await unknown('footerfirst').getByRole('button', { name: 'All fields' }).click()
    await sheet().getByLabel('Find a field').fill('Ort')
    await inOrder('letters-1-choice')
    await sheet().getByRole('button', { name: /^Town/ }).click()
    await inOrder('letters-1-unknown')
    const others = page.locator('.meaning.is-open')
    for (let left = await others.count(); left > 0; left--) {
      await others.first().getByRole('button', { name: 'Leave empty' }).click()
      await expect.poll(() => others.count()).toBe(left - 1)
    }
    await page.getByText(/merge fields, all known/).waitFor()
    for (const { mapping } of await documents()) expect(mapping).toMatchObject({ fieldname: 'Name', footerfirst: 'City', footerfield: '' })
  })

  it('what was said can be changed later, and the letter is tried with one contact', async () => {
    await unknown('footerfield').getByRole('button', { name: 'Change' }).click()
    await unknown('footerfield').getByRole('button', { name: 'All fields' }).click()
    await sheet().getByLabel('Find a field').fill('contact no')
    await sheet()
      .getByRole('button', { name: /^Contact number/ })
      .click()
    await expect.poll(async () => (await german())?.mapping['footerfield']).toBe('Contact_No')
    const tries = page.getByRole('region', { name: 'Try it with one contact' })
    await tries.locator('.btn').first().click()
    const someone = people[0] as Row
    await sheet().getByRole('searchbox').fill(someone.name)
    await sheet().locator('.vlist .row', { hasText: someone.name }).first().click()
    await tries.locator('.docx-view', { hasText: someone.name }).waitFor()
    await inOrder('letters-2-tried')
    const path = await saveDownload(page, () => tries.getByRole('button', { name: 'Save the letter' }).click(), join(out, 'letters'))
    expect(partOf(path)).toContain(someone.name)
    // What is marked on the screen is not marked in the letter.
    expect(partOf(path)).not.toMatch(/[\uE0F0\uE0F1]/)
  })

  it('the letters of all hold each person in the text and her own town at the foot of her page', async () => {
    await openLetters('One document')
    await makeButton(page).click()
    const path = await save(/ de\.docx/)
    const letter = partOf(path)
    for (const one of people) expect(letter).toContain(one.name)
    const feet = Object.entries(unzipSync(readFileSync(path))).filter(([part]) => /^word\/footer/.test(part))
    const words = feet.map(([, bytes]) => strFromU8(bytes)).join()
    for (const { city } of people) expect(words).toContain(city)
    expect(sectionsOf(path) % people.length).toBe(0)
  })

  it('a wrong file is refused with a sentence where it was dropped, and the document before it stays', async () => {
    const before = await german()
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
    for (const [fileName, bytes] of [
      ['old.doc', ole],
      ['report.docx', Buffer.from('%PDF-1.7 no letter')],
      ['empty.docx', Buffer.alloc(0)],
      ['cut.docx', Buffer.from(labels()).subarray(0, 400)],
    ] as const) {
      await attach(fileName, bytes)
      await page.locator('.field-e', { hasText: fileName }).waitFor()
      expect(await seen(page.locator('.field-e', { hasText: fileName }))).toBe(true)
      expect(await german()).toEqual(before)
    }
    await inOrder('letters-3-wrong')
  })

  it('a sheet of labels says how many stand on it, and takes the next people of the list', async () => {
    await attached('labels.docx', labels())
    await page.getByText('4 people on a page').waitFor()
    await openLetters('One document')
    await makeButton(page).click()
    await lettersPanel(page)
      .getByText(/people on \d+ sheets/)
      .waitFor()
    await inOrder('letters-4-labels')
    const path = await save(/ de\.docx/)
    const sheets = Math.ceil(people.length / 4)
    expect(sectionsOf(path)).toBe(sheets)
    for (const one of people) expect(partOf(path).split(`>${one.name}<`)).toHaveLength(2)
    if (canPrint) expect(pagesOf([path]).get(path)).toHaveLength(sheets)
  })

  it('conditions decide what stands in the letters and who gets none, and that is said', async () => {
    const town = people[0]?.city ?? ''
    const left = people.filter(({ city }) => city !== town)
    await attached('conditions.docx', conditional(town))
    await page.getByText('Conditions (IF) are worked out').waitFor()
    await page.getByText('The document itself can leave people out').waitFor()
    await openLetters('One document')
    await makeButton(page).click()
    await lettersPanel(page)
      .getByText(new RegExp(`^${people.length - left.length} (person stands|people stand) in no letter`))
      .waitFor()
    await inOrder('letters-5-conditions')
    if (left.length === 0) return
    const letter = partOf(await save(/ de\.docx/))
    for (const one of people) expect(letter.includes(one.name)).toBe(one.city !== town)
    const times = (words: string) => letter.split(words).length - 1
    expect(times('at home')).toBeGreaterThan(0)
    expect(times('at home') + times('abroad')).toBe(left.length)
  })

  it('several documents of so many letters each, as it is wished again the next time', async () => {
    await attached('plain.docx', makeDocx({ body: para(text('Hello ') + name) }))
    await openLetters('Several documents')
    const each = lettersPanel(page).getByLabel('Letters in each document')
    await each.fill('none')
    await lettersPanel(page).getByText('Enter a whole number from 1').waitFor()
    expect(await makeButton(page).isDisabled()).toBe(true)
    await each.fill('5')
    await lettersPanel(page).getByText('Page numbers and paper').click()
    await lettersPanel(page).getByRole('switch', { name: 'Each letter on a fresh sheet' }).click()
    await inOrder('letters-6-wishes')
    await makeButton(page).click()
    const parts = Math.ceil(people.length / 5)
    await fileRow(` de ${parts} of ${parts}.docx`).waitFor()
    await inOrder('letters-6-parts')
    const last = await save(` de ${parts} of ${parts}.docx`)
    for (const one of people.slice((parts - 1) * 5)) expect(partOf(last)).toContain(one.name)
    expect(partOf(last)).toContain('oddPage')
    await fileRow(` de ${parts} of`).getByText('Saved').waitFor()
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('.badge-positive').length)).toBe(1)
    await page.reload()
    await expect.poll(() => each.inputValue()).toBe('5')
  })

  it('making can be stopped: no file is there, and the next try makes them all', async () => {
    let seed = 7
    const word = () => ((seed = (seed * 48_271) % 2_147_483_647) % 1e9).toString(36)
    const long = Array.from({ length: 6000 }, () => para(text(Array.from({ length: 8 }, word).join(' ')))).join('')
    await attached('long.docx', makeDocx({ body: para(name) + long }))
    await openLetters('One document')
    await makeButton(page).click()
    await lettersPanel(page).getByRole('button', { name: 'Stop' }).click()
    await lettersPanel(page).getByText('Stopped. No file was made.').waitFor()
    expect(await fileRow('.docx').count()).toBe(0)
    await makeButton(page).click()
    await fileRow(/ de\.docx/).waitFor()
    await inOrder('letters-7-stopped')
  })

  it('help has every field by name, and a tap copies it', async () => {
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${app.url}#/help/word`)
    await page.getByLabel('Find a field').fill('Vorname')
    await page.getByRole('button', { name: /First_Name/ }).click()
    await said('“{{First_Name}}” copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('{{First_Name}}')
  })
})
