// Criteria kept and used again, offline, with the sample data: rules about what happened and about the company, saved criteria on another
// segment, the people of a logged segment, a mailing group; each counted before, each taken back.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'

describe('Criteria, saved and used again', () => {
  let app: App
  let page: Page
  let chosen = 0

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    page.setDefaultTimeout(8000)
    await page.getByRole('button', { name: /sample data/i }).click()
    await page.locator('.topbar h1').waitFor()
    await app.goOffline()
    await page.reload()
    await page.locator('.topbar h1').waitFor()
  })
  afterAll(() => app.close())

  const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, '') || NaN)
  /** The figure at the foot of the page, or of the sheet over it. */
  const count = async () => digits(await page.locator('.deck .count-n').first().textContent())
  const sheetCount = async () => digits(await sheet().locator('.deck .count-n').textContent())
  const primary = () => page.locator('.deck .btn-primary').first()
  const sheetPrimary = () => sheet().locator('.deck .btn-primary')
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const sheet = () => page.locator('dialog[open]').last()
  const more = async (what: string) => {
    await page.getByRole('button', { name: say('segment.more') }).click()
    await sheet()
      .locator('.out', { hasText: say(`segment.act.${what}`) })
      .click()
  }
  const newSegment = async (name: string) => {
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('button', { name: say('segments.new') }).click()
    await page.getByLabel(say('segment.description')).fill(name)
    await page.keyboard.press('Enter')
    await page.locator('.topbar h1', { hasText: name }).waitFor()
  }
  const topic = async (name: string) => {
    await page
      .locator('.tree')
      .getByRole('button', { name: say('criteria.rule'), exact: true })
      .last()
      .click()
    await sheet()
      .locator('.topic', { hasText: new RegExp(`^${name}`) })
      .first()
      .click()
  }
  /** A count that rests. */
  const settled = async (read: () => Promise<number>) => {
    let last = NaN
    await expect
      .poll(async () => {
        const now = await read()
        const rests = now === last
        last = now
        return rests
      })
      .toBe(true)
    return last
  }
  const done = () =>
    sheet()
      .getByRole('button', { name: say('act.done'), exact: true })
      .click()

  it('adds customers who have heard nothing for 90 days: all of a rule in one interaction, the day printed, the count before', async () => {
    await newSegment('Quiet customers')
    await page.goto(`${page.url()}/criteria?kind=add`)
    await page
      .locator('.tree')
      .getByRole('button', { name: say('criteria.historyRule') })
      .click()
    await sheet().getByText(say('criteria.sameEntry')).waitFor()
    await sheet()
      .getByRole('radio', { name: say('criteria.operator.hasNone'), exact: true })
      .click()
    await sheet()
      .getByText(/That is since \w+day, \d+ \w+ 2026/)
      .waitFor()
    await sheet()
      .getByRole('button', { name: say('criteria.mode.ever') })
      .click()
    const never = await settled(sheetCount)
    await sheet()
      .getByRole('button', { name: say('criteria.mode.last') })
      .click()
    const quiet = await settled(sheetCount)
    expect(quiet).toBeGreaterThan(never)
    await shot(page, 'criteria-01-history')
    await done()
    await topic(say('criteria.field.businessRelation'))
    await sheet()
      .getByRole('checkbox', { name: /^Customer( |\d|$)/ })
      .click()
    await done()
    await expect.poll(async () => digits(await primary().textContent())).toBeLessThan(quiet)
    chosen = digits(await primary().textContent())
    expect(chosen).toBeGreaterThan(0)
    await shot(page, 'criteria-02-rules')
    await primary().click()
    await said(/came, nobody went/)
    await expect.poll(count).toBe(chosen)
  })

  it('keeps the steps under a code (Save Criteria); a code that is there already is refused beside the field', async () => {
    await more('saveCriteria')
    await sheet().getByLabel(say('criteria.code')).fill('quiet')
    await sheet()
      .getByRole('button', { name: say('criteria.save') })
      .click()
    await said('Criteria saved as “quiet”.')
    await more('saveCriteria')
    await sheet().getByLabel(say('criteria.code')).fill('QUIET')
    await sheet()
      .getByRole('button', { name: say('criteria.save') })
      .click()
    await sheet().locator('.field-e').waitFor()
    expect(await sheet().getByLabel(say('criteria.code')).inputValue()).toBe('QUIET')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('uses them on another segment, counted before, step by step (Reuse Criteria)', async () => {
    await newSegment('Autumn calls')
    await more('reuseCriteria')
    await sheet().locator('.row', { hasText: 'quiet' }).click()
    await expect.poll(sheetCount).toBe(chosen)
    await sheet()
      .getByText(/no interaction/)
      .waitFor()
    await shot(page, 'criteria-03-reuse')
    await sheetPrimary().click()
    await expect.poll(count).toBe(chosen)
    await page
      .locator('.deck')
      .getByRole('link', { name: say('segment.criteria') })
      .click()
    await page.locator('.step', { hasText: 'reused from “quiet”' }).waitFor()
    await shot(page, 'criteria-04-steps')
    await page.goBack()
  })

  it('adds the people of a logged segment, those who are there already counted and left out (Reuse Segment)', async () => {
    await more('reuseSegment')
    await sheet().locator('.row').first().click()
    const everybody = sheet().locator('option').first()
    await expect.poll(async () => digits(await everybody.textContent())).toBeGreaterThan(0)
    await expect.poll(() => sheetPrimary().isEnabled()).toBe(true)
    const all = digits(await everybody.textContent())
    const comes = digits(await sheetPrimary().textContent())
    const leftOut = await sheet().locator('.meta b').allTextContents()
    expect(comes + leftOut.reduce((sum, text) => sum + digits(text), 0)).toBe(all)
    await shot(page, 'criteria-05-logged')
    await sheetPrimary().click()
    await expect.poll(count).toBe(chosen + comes)
  })

  it('goes one step back, and does it again (Go Back)', async () => {
    const all = await count()
    await more('goBack')
    await expect.poll(count).toBe(chosen)
    await page.getByRole('button', { name: say('segment.redoStep') }).click()
    await expect.poll(count).toBe(all)
  })

  it('puts everybody into a mailing group: the count before is who gets it, the undo takes it back (Apply Mailing Group)', async () => {
    const gets = async () => {
      await more('mailingGroup')
      await sheet().getByLabel(say('criteria.field.mailingGroup'), { exact: true }).selectOption({ index: 1 })
      await sheet().locator('[role=status] b').first().waitFor()
      return digits(await sheet().locator('[role=status] b').first().textContent())
    }
    const before = await gets()
    expect(before).toBeGreaterThan(0)
    await shot(page, 'criteria-06-group')
    await sheetPrimary().click()
    const toast = page.locator('.toast', { hasText: `given to ${before} people` })
    await toast.waitFor()
    expect(await gets()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await toast.getByRole('button', { name: say('act.undo') }).click()
    await said(say('act.undone'))
    expect(await gets()).toBe(before)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('gives a segment another name and deletes it from the list; the undo brings it back with its people', async () => {
    const people = await count()
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('button', { name: 'More for “Autumn calls”' }).click()
    await sheet()
      .getByRole('button', { name: say('segment.act.rename') })
      .click()
    await sheet().getByLabel(say('segment.description')).fill('Winter calls')
    await page.keyboard.press('Enter')
    const row = page.locator('.row', { hasText: 'Winter calls' })
    await row.waitFor()
    await page.getByRole('button', { name: 'More for “Winter calls”' }).click()
    await sheet()
      .getByRole('button', { name: say('segment.delete') })
      .click()
    await expect.poll(() => row.count()).toBe(0)
    await page
      .locator('.toast', { hasText: '“Winter calls” was deleted.' })
      .getByRole('button', { name: say('act.undo') })
      .click()
    await expect.poll(async () => digits(await row.locator('.row-fig').textContent())).toBe(people)
  })

  it('changes saved criteria in the same editor, saves them, deletes them, and takes both back', async () => {
    await page.goto(`${app.url}#/criteria`)
    await page.locator('.row', { hasText: 'quiet' }).click()
    await page.locator('.step').first().waitFor()
    await page.locator('.step .switch-hit').first().click()
    await page.locator('.step.is-off').waitFor()
    await expect.poll(async () => digits(await page.locator('.sum .step-n').textContent())).toBe(0)
    // Left and come back to: what was changed waits as a draft.
    await page.goto(`${app.url}#/criteria`)
    await page.locator('.row', { hasText: 'quiet' }).click()
    await page.locator('.step.is-off').waitFor()
    await page.getByRole('button', { name: say('savedCriteria.saveChanges') }).click()
    await page
      .locator('.toast', { hasText: say('savedCriteria.changed') })
      .getByRole('button', { name: say('act.undo') })
      .click()
    await expect.poll(() => page.locator('.step.is-off').count()).toBe(0)
    await shot(page, 'criteria-07-card')
    await page.getByRole('button', { name: 'More for “quiet”' }).click()
    await sheet()
      .getByRole('button', { name: say('savedCriteria.delete'), exact: true })
      .click()
    await expect.poll(() => page.locator('.row', { hasText: 'quiet' }).count()).toBe(0)
    await page
      .locator('.toast', { hasText: '“quiet” deleted.' })
      .getByRole('button', { name: say('act.undo') })
      .click()
    await page.locator('.row', { hasText: 'quiet' }).waitFor()
  })
})
