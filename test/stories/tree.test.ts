// Criteria as a tree of three levels: built by touch alone, and by keys alone; no rule is lost on the way, every number is the number of
// people, and every sheet is in order for those who hear it or see little of it.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

describe('Criteria as a tree', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    page.setDefaultTimeout(8000)
    await page.getByRole('button', { name: /sample data/i }).click()
    await page.locator('.topbar h1').waitFor()
  })
  afterAll(() => app.close())

  const sheet = () => page.locator('dialog[open]').last()
  const noSheet = () => page.locator('dialog[open]').waitFor({ state: 'detached' })
  /** The figure that stands there, once it is counted. */
  const figureOf = async (place: Locator): Promise<number> => {
    const counted = place.filter({ hasText: /\d/ })
    await counted.waitFor()
    return Number((await counted.textContent())!.replace(/\D/g, ''))
  }
  const rows = () => page.locator('.tree .rule')
  const newSegment = async (name: string) => {
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('button', { name: say('segments.new') }).tap()
    await page.getByLabel(say('segment.description')).fill(name)
    await page.keyboard.press('Enter')
    await page.locator('.topbar h1', { hasText: name }).waitFor()
    await page.goto(`${page.url()}/criteria`)
    await page.locator('.tree').waitFor()
  }
  /** The tree as it reads: fields, groups in brackets. */
  const said = () =>
    page.locator('.tree > .rules').evaluate((rules) => {
      const read = (box: Element): string =>
        [...box.children]
          .map((child) => {
            const inner = child.querySelector(':scope > .rules')
            if (!inner) return child.querySelector('.rule-f')?.textContent?.trim() ?? ''
            return `${child.querySelector('[aria-pressed=true]')?.textContent?.trim() ?? ''}(${read(inner)})`
          })
          .join(' ')
      return read(rules)
    })
  const total = () => figureOf(page.locator('.deck .equation b, .deck .count-n').first())

  it('is built by touch: groups in groups, no deeper than three; moved over a group, into it and out again; deleted and taken back', async () => {
    await newSegment('By touch')
    const add = (at: ReturnType<Page['locator']>, what: string) =>
      at
        .locator(':scope > .btn-row')
        .getByRole('button', { name: say(what), exact: true })
        .tap()
    const tree = page.locator('.tree')
    const pick = (field: string) =>
      sheet()
        .getByRole('button', { name: new RegExp(`^${say(`criteria.field.${field}`)}( \\d+ % filled)?$`) })
        .last()
        .tap()
    const tick = (at: number) => sheet().getByRole('checkbox').nth(at).tap()
    const done = () =>
      sheet()
        .getByRole('button', { name: say('act.done') })
        .tap()
    const act = async (rule: string, what: string) => {
      await rows().filter({ hasText: rule }).locator('.rule-m').tap()
      await sheet()
        .getByRole('button', { name: say(`criteria.treeAct.${what}`) })
        .tap()
    }

    await add(tree, 'criteria.rule')
    await pick('countryCode')
    await tick(0)
    await done()
    await add(tree, 'criteria.group')
    const group = page.locator('.tree > .rules > .group')
    await add(group, 'criteria.rule')
    await pick('city')
    await tick(0)
    await tick(1)
    const two = await figureOf(sheet().locator('.deck .count-n'))
    await done()
    await add(group, 'criteria.group')
    const inner = group.locator('.group')
    await add(inner, 'criteria.rule')
    await pick('jobResponsibility')
    await sheet()
      .getByRole('radio', { name: say('criteria.operator.hasNoneOf') })
      .tap()
    await tick(0)
    await done()
    await noSheet()
    expect(
      await inner
        .locator(':scope > .btn-row')
        .getByRole('button', { name: say('criteria.group'), exact: true })
        .count(),
    ).toBe(0)
    expect(await said()).toBe('Country Any(Town Any(Job responsibility))')
    expect(await figureOf(rows().filter({ hasText: 'Town' }).locator('.rule-n'))).toBe(two)
    // A "not" says how many have no value, and leaves them out when it is told to.
    const missing = page.locator('.tree [role=switch]').first()
    expect(await missing.getAttribute('aria-checked')).toBe('true')
    const blank = await figureOf(missing)
    const before = await figureOf(rows().filter({ hasText: 'Job' }).locator('.rule-n'))
    await missing.tap()
    await rows()
      .filter({ hasText: 'Job' })
      .locator('.rule-n', { hasText: String(before - blank) })
      .waitFor()

    await act('Country', 'down')
    expect(await said()).toBe('Any(Town Any(Job responsibility)) Country')
    await act('Country', 'into')
    await sheet().getByRole('button', { name: /Town/ }).first().tap()
    expect(await said()).toBe('Any(Town Any(Job responsibility) Country)')
    await act('Country', 'up')
    expect(await said()).toBe('Any(Town Country Any(Job responsibility))')
    await act('Country', 'out')
    expect(await said()).toBe('Any(Town Any(Job responsibility)) Country')
    await act('Country', 'duplicate')
    await act('Town', 'remove')
    expect(await said()).toBe('Any(Any(Job responsibility)) Country Country')
    await page.getByRole('button', { name: say('criteria.undoEdit') }).tap()
    expect(await said()).toBe('Any(Town Any(Job responsibility)) Country Country')
    await shot(page, 'tree-by-touch')

    // The number is the number of rows.
    const promised = await total()
    await page.locator('.deck .btn-primary').tap()
    await page.locator('.vlist .row').first().waitFor()
    expect(await figureOf(page.locator('.deck .count-n').first())).toBe(promised)
  })

  it('is built by keys: a slash finds a field, Enter takes it, Alt and an arrow move a rule, Delete takes it away, Esc closes the sheet only', async () => {
    await newSegment('By keys')
    const key = (name: string) => page.keyboard.press(name)
    const focused = (selector: string) => page.locator(selector).first().focus()
    const field = async (text: string) => {
      await sheet().waitFor()
      await key('/')
      await page.keyboard.type(text)
      await key('Enter')
    }
    await focused('.tree > .btn-row .btn')
    await key('Enter')
    await field('post code')
    await sheet().getByLabel(say('criteria.from')).focus()
    await page.keyboard.type('1000')
    await key('Escape')
    await noSheet()
    expect(await page.locator('.topbar h1').textContent()).toContain(say('segment.criteria'))
    expect(await page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))).toBe('0')
    await focused('.tree > .btn-row .btn')
    await key('Enter')
    await field('job title')
    await sheet()
      .getByRole('radio', { name: say('criteria.operator.contains') })
      .focus()
    await key('Enter')
    await sheet().getByLabel(say('criteria.text'), { exact: true }).focus()
    await page.keyboard.type('leit')
    await key('Escape')
    await noSheet()
    expect(await said()).toBe('Post code Job title')
    await key('Alt+ArrowUp')
    expect(await said()).toBe('Job title Post code')
    expect(await page.locator('.tree [role=status]').textContent()).toContain('Rule 1 of 2')
    await key('Alt+ArrowUp')
    expect(await said()).toBe('Job title Post code')
    await key('Alt+ArrowDown')
    expect(await said()).toBe('Post code Job title')
    await key('Delete')
    expect(await said()).toBe('Post code')
    expect(await page.getByRole('group', { name: 'Rule 1 of 1' }).count()).toBe(1)
  })

  it('finds a field by what people call it, a visit by its name, a region by what is filled; what cannot be read is said at its field', async () => {
    await newSegment('In own words')
    await page.getByRole('button', { name: new RegExp(`^${say('criteria.preset.region')}`) }).tap()
    await sheet()
      .getByText(/, .+ …$/)
      .first()
      .waitFor()
    await shot(page, 'tree-region')
    await sheet()
      .getByRole('button', { name: new RegExp(`^${say('criteria.field.county')}`) })
      .tap()
    // With no value yet, another field is compared as it usually is.
    await sheet()
      .getByRole('button', { name: say('criteria.otherField') })
      .tap()
    await sheet().getByLabel(say('criteria.findField')).fill('zip')
    await sheet()
      .getByRole('button', { name: /^Post code/ })
      .first()
      .tap()
    await sheet().getByLabel(say('criteria.to')).waitFor()
    await sheet()
      .getByRole('button', { name: say('criteria.otherField') })
      .tap()
    await sheet().getByLabel(say('criteria.findField')).fill('visited')
    await sheet()
      .getByRole('button', { name: /Visit$/ })
      .waitFor()
    await shot(page, 'tree-visited')
    await page.keyboard.press('Enter')
    await sheet()
      .getByRole('button', { name: say('criteria.mode.last') })
      .tap()
    const days = sheet().getByLabel(say('criteria.howMany'))
    for (const wrong of ['0', '-5', 'abc', '', '36500000']) {
      await days.fill(wrong)
      await sheet().getByText('Until then 90 days hold', { exact: false }).waitFor()
      expect(await days.getAttribute('aria-invalid')).toBe('true')
    }
    await shot(page, 'tree-figure')
    await days.fill('120')
    await sheet().getByText('Until then', { exact: false }).waitFor({ state: 'detached' })
    await sheet()
      .getByRole('button', { name: say('act.done') })
      .tap()
    await noSheet()
    expect(await rows().first().textContent()).toMatch(/120 days.*Visit/)

    // A text that stands there is edited, not added to.
    await page.locator('.tree > .btn-row .btn').first().tap()
    await sheet().getByLabel(say('criteria.findField')).fill('profession')
    await page.keyboard.press('Enter')
    await sheet()
      .getByRole('radio', { name: say('criteria.operator.contains') })
      .tap()
    const typed = sheet().getByLabel(say('criteria.text'), { exact: true })
    await typed.fill('leit')
    await page.keyboard.press('Escape')
    await noSheet()
    await rows().last().locator('.rule-v').tap()
    expect(await typed.inputValue()).toBe('leit')
    await typed.fill('leitung')
    await page.keyboard.press('Escape')
    await noSheet()
    expect(await rows().last().textContent()).toMatch(/leitung/)
  })

  it('every sheet of it is in order, also where a keyboard leaves 380 pixels', async () => {
    await newSegment('In order')
    await page.setViewportSize({ width: 1180, height: 380 })
    const wrong: unknown[] = []
    const look = async (name: string) => {
      await page.waitForTimeout(300)
      const found = await findings(page)
      if (found.length > 0) wrong.push({ [name]: found })
    }
    const rule = async (name: RegExp) => {
      await page.locator('.tree > .btn-row .btn').first().click()
      await sheet().getByRole('button', { name }).last().click()
    }
    const done = sheet().getByRole('button', { name: say('act.done') })
    await page.locator('.tree > .btn-row .btn').first().click()
    await look('fields')
    await page.keyboard.press('Escape')
    await rule(/^Birthday/)
    await sheet().getByRole('button', { name: 'Next month' }).click()
    await look('days')
    await done.click()
    await rule(/^Town \d/)
    await sheet().getByLabel(say('criteria.findValue')).fill('1000..2000|3000')
    await sheet()
      .getByRole('button', { name: /as a filter/ })
      .click()
    await sheet().getByLabel(say('criteria.filter')).fill('(Graz|Wien')
    await sheet().getByText(say('criteria.filterHelp')).click()
    await look('a filter with a fault')
    expect(await sheet().locator('mark').textContent()).toBe('(')
    await done.click()
    await page.locator('.tree > .btn-row .btn').nth(2).click()
    await look('history')
    expect(await done.evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
    await done.click()
    await rule(/^Segment$/)
    await done.click()
    await rows().first().locator('.rule-m').click()
    await look('what to do with a rule')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 820, height: 1180 })
    await look('the tree')
    expect(wrong).toEqual([])
    expect(await page.getByText('Also those', { exact: false }).count()).toBeGreaterThan(0)
    expect(
      await rows()
        .filter({ hasText: say('criteria.chooseValue') })
        .count(),
    ).toBe(2)
  })
})
