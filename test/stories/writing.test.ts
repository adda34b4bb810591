// A letter is written in the app, in two languages, by typing: chips by search, a condition, a list, a table, a picture; it lives through a
// reload half-way, and two people get the right words.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLetters } from '../word/readLetters.ts'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { partOf } from './documents.ts'
import { findings } from './findings.ts'

interface Written {
  documents: { languageCode: string; subject: string; emailText?: string; written?: { text: { content: { type: string }[] } } }[]
  description: string
}

describe('A letter written in the app', () => {
  let app: App
  let page: Page
  const text = () => page.locator('.lt-text')
  const tool = (name: string) => page.locator('.letter-tools').getByRole('button', { name, exact: true })
  const sheet = () => page.locator('dialog').last()
  const said = (words: string | RegExp) => page.locator('.toast', { hasText: words }).first().waitFor()
  /** As fast as a hand: the browser tells of its cursor a moment later. */
  const slowly = async (...keys: string[]) => {
    for (const key of keys) {
      await page.waitForTimeout(60)
      await page.keyboard.press(key)
    }
    await page.waitForTimeout(60)
  }
  const chips = (words: string) => text().locator('.lt-mergeField', { hasText: words })

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
    await page.goto(`${app.url}#/templates`)
    await page.locator('a.row, a.tile, a', { hasText: 'Visit' }).last().click()
    await page.waitForFunction(() => /^#\/templates\/[^/]+$/.test(location.hash))
    await page.evaluate(() => (location.hash += '/write/en'))
    await text().waitFor()
  })
  afterAll(() => app.close())

  it('begins with what every letter has; fields are put in with the keyboard alone', async () => {
    expect(await chips('Formal greeting').count()).toBe(1)
    await text().press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.type('{{')
    await sheet().getByRole('searchbox').or(sheet().locator('input')).first().waitFor()
    await page.keyboard.type('formal greet')
    await page.keyboard.press('Enter')
    await chips('Formal greeting').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('News')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' for you in ')
    // From the text to the tools and back, without a finger.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.keyboard.type('city')
    await page.keyboard.press('Enter')
    await chips('Town').waitFor()
    await page.keyboard.type('.')
    expect(await text().innerText()).toContain('News for you in')
    // Arrow keys reach the chip, it is told, and Enter opens it.
    await slowly('ArrowLeft', 'ArrowLeft')
    await page.getByText('Merge field: Town Press Enter to open it').waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await sheet().getByRole('heading', { name: 'Field: Town' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await slowly('ArrowRight', 'End')
  })

  it('a condition says what it means and what one contact gets; a list, a table, a picture follow', async () => {
    await page.keyboard.press('Enter')
    await tool('If … then …').click()
    await sheet().locator('input').first().fill('Country code')
    await sheet()
      .getByRole('button', { name: /CountryRegion_Code/ })
      .click()
    await sheet().getByRole('textbox', { name: 'Value', exact: true }).fill('DE')
    await sheet().getByRole('textbox', { name: 'Then the letter says', exact: true }).fill('Our house in Hamburg is open to {{Name}}.')
    await sheet().getByRole('textbox', { name: 'Otherwise it says', exact: true }).fill('Our vans come to you.')
    await sheet().getByText('If Country code is “DE”, the letter says “Our house in Hamburg is open to «Full name».”').waitFor()
    await sheet()
      .getByText(/^In the letter to .* it says: “Our /)
      .waitFor()
    await shot(page, 'story-writing-1-condition')
    await sheet().getByRole('button', { name: 'Insert', exact: true }).click()
    await page.keyboard.press('Enter')
    await tool('List with bullets').click()
    await page.keyboard.type('first')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('inside')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await tool('Centre').click()
    await page.keyboard.type('in the middle')
    await page.keyboard.press('Enter')
    await tool('Align left').click()
    await tool('Table').click()
    await sheet().getByRole('textbox', { name: 'Rows', exact: true }).fill('2')
    await sheet().getByRole('button', { name: 'Insert', exact: true }).click()
    for (const word of ['Day', 'Hour', 'Monday', 'nine']) {
      await page.keyboard.type(word)
      if (word !== 'nine') await page.keyboard.press('Tab')
    }
    await tool('Row below').click()
    await slowly('Tab')
    await tool('Remove row').click()
    await tool('Write below the table').click()
    await tool('Picture').click()
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), sheet().getByText('Choose a picture').click()])
    await chooser.setFiles(wide(2600, 40))
    await sheet()
      .getByText(/made smaller: from 2.600 to 2.400 pixels/)
      .waitFor()
    await sheet().getByRole('textbox', { name: 'What it shows', exact: true }).fill('A blue line')
    await sheet().getByRole('button', { name: 'Insert', exact: true }).click()
    await text().getByRole('img', { name: 'A blue line' }).waitFor()
    expect(await findings(page)).toEqual([])
  })

  it('lives through a reload half-way, and is saved with one undo', async () => {
    await page.waitForTimeout(400)
    await page.reload()
    await text().waitFor()
    await page.getByText('Day', { exact: true }).waitFor()
    expect(await text().innerText()).toContain('in the middle')
    await text().locator('p').last().click()
    await page.keyboard.type('With regards')
    await page.getByLabel('Subject').fill('News for spring')
    await page.getByRole('button', { name: /to look at/ }).click()
    await sheet().getByText('Words for one person have no place').waitFor()
    await sheet()
      .getByRole('button', { name: /^Insert: Words for one person/ })
      .click()
    await chips('Words for this one person').waitFor()
    await page.getByRole('button', { name: 'E-mail text' }).click()
    await sheet().getByRole('textbox', { name: 'What the e-mail says', exact: true }).fill('Dear {{Name}}, see the letter.')
    await sheet().getByRole('button', { name: 'Done' }).click()
    await page.keyboard.press('Control+s')
    await said('Letter in English saved')
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).waitFor()
    await shot(page, 'story-writing-2-saved')
    const [kept] = await documents()
    expect(kept?.subject).toBe('News for spring')
    expect(kept?.emailText).toBe('Dear {{Name}}, see the letter.')
    expect(kept?.written?.text.content.map(({ type }) => type)).toEqual([
      ...['paragraph', 'paragraph', 'paragraph', 'paragraph', 'bulletList', 'paragraph', 'paragraph', 'table', 'paragraph', 'image'],
      'paragraph',
    ])
  })

  it('another language stands beside the first, with what is missing', async () => {
    await page.getByRole('button', { name: 'Add a language' }).click()
    await sheet().getByLabel('Language of the letter').selectOption('de')
    await sheet().getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('button', { name: /^The letter in English/ }).click()
    await page.getByText('Both have the same fields and conditions').waitFor()
    await chips('Town').click()
    await sheet().getByRole('button', { name: 'Remove' }).click()
    await page.getByText('1 thing is missing here').waitFor()
    await page.getByRole('button', { name: 'Insert: Field: Town' }).click()
    await page.getByText('Both have the same fields and conditions').waitFor()
    await text().getByText('in the middle').click({ clickCount: 3 })
    await page.keyboard.type('in der Mitte')
    await page.getByLabel('Subject').fill('Neues zum Frühling')
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForTimeout(200)
    expect(await findings(page)).toEqual([])
    await shot(page, 'story-writing-3-two-languages')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await said('Letter in German saved')
    expect((await documents()).map(({ languageCode }) => languageCode)).toEqual(['en', 'de'])
  })

  it('what is pasted from Word comes in clean; chips are copied with their words', async () => {
    const before = await chips('Formal greeting').count()
    await text().locator('p').nth(1).click()
    await slowly('Control+Home', 'Shift+End', 'Control+c')
    await page.waitForTimeout(150)
    await slowly('ArrowRight', 'Enter')
    await page.keyboard.press('Control+v')
    await expect.poll(() => chips('Formal greeting').count()).toBe(before + 1)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/html', '<p class=MsoNormal style="color:red" onclick="x()">from <b>Word</b><o:p></o:p></p>')
      document
        .querySelector('.lt-text')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await text().getByText('Word', { exact: true }).waitFor()
    expect(await text().locator('[style*="red"], [onclick]').count()).toBe(0)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await said('Letter in German saved')
  })

  it('two people get the right words, made by the engine', async () => {
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    const letters = [] as string[][]
    for (const country of ['DE', 'NL']) {
      const someone = await whoIsIn(country)
      await sheet().getByRole('button', { name: 'Another contact' }).click()
      await sheet().locator('input').first().fill(someone)
      await sheet().locator('.vlist .row', { hasText: someone }).first().click()
      await sheet()
        .getByRole('heading', { name: `The letter to ${someone}` })
        .waitFor()
      const save = sheet().getByRole('button', { name: 'Save the letter' })
      await save.waitFor()
      const path = await saveDownload(page, () => save.click(), join(out, 'story-writing', country))
      const [letter] = readLetters(new Uint8Array(readFileSync(path)))
      letters.push(letter?.body ?? [])
      expect(partOf(path)).toContain('<w:tbl>')
      expect(partOf(path)).toContain('A blue line')
      expect(
        letter?.body.some((words) => words.startsWith('Our ') && words.includes(country === 'DE' ? `open to ${someone}` : 'vans')),
      ).toBe(true)
    }
    await shot(page, 'story-writing-4-preview')
    for (const body of letters)
      for (const words of ['in the middle', 'Monday', 'inside', 'With regards']) expect(body.join('\n')).toContain(words)
  })

  async function documents(): Promise<Written['documents']> {
    const templates = ((await allRows(page))['templates'] ?? []) as Written[]
    return templates.find(({ description }) => description === 'Visit')?.documents ?? []
  }

  async function whoIsIn(country: string): Promise<string> {
    const people = ((await allRows(page))['contacts'] ?? []) as Record<string, unknown>[]
    const found = people.find(
      (one) =>
        one['type'] === 'person' && one['countryCode'] === country && !one['privacyBlocked'] && !one['minor'] && !one['excludeFromSegment'],
    )
    return String(found?.['name'])
  }
})

/** A picture of one colour, as a PNG (W3C Recommendation, 5: chunks with their sums). */
function wide(width: number, height: number): string {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(sumOf(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 'iii')])
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const path = join(mkdtempSync(join(tmpdir(), 'picture-')), 'line.png')
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  writeFileSync(path, Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]))
  return path
}

function sumOf(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
