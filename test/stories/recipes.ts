// What a person does on the criteria page of a segment, by touch: steps added, rules chosen, what would change looked at.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { say } from './browser.ts'

export type CardKind = 'add' | 'reduce' | 'refine'
type Field = string | RegExp

const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, '') || NaN)

export class Recipes {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get sheet(): Locator {
    return this.page.locator('dialog[open]').last()
  }

  get sentence(): Promise<string> {
    return this.page.locator('.col-mid .sentence').first().innerText()
  }

  card(at: number): Locator {
    return this.page.locator('.step').nth(at)
  }

  async newSegment(url: string, name: string): Promise<void> {
    await this.page.goto(`${url}#/segments`)
    await this.page.getByRole('heading', { name: say('segments.title'), exact: true }).waitFor()
    await this.page.getByRole('button', { name: say('segments.new') }).tap()
    await this.page.getByLabel(say('segment.description')).fill(name)
    await this.page.keyboard.press('Enter')
    await this.page.locator('.topbar h1', { hasText: name }).waitFor()
  }

  /** From the worksheet to its criteria. */
  async open(): Promise<void> {
    await this.page.locator('.deck').getByRole('link').first().tap()
    await this.page.locator('.step').first().waitFor()
  }

  async addStep(kind: CardKind): Promise<void> {
    await this.page.getByRole('button', { name: say('criteria.addStep') }).tap()
    await this.sheet.locator('.out').nth(['add', 'reduce', 'refine'].indexOf(kind)).tap()
  }

  /** Opens the fields for a new rule and picks one. */
  async field(name: Field): Promise<void> {
    await this.page
      .locator('.tree')
      .getByRole('button', { name: say('criteria.rule'), exact: true })
      .last()
      .tap()
    await this.sheet
      .locator('.topic')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
      .tap()
  }

  async tick(...names: Field[]): Promise<void> {
    for (const name of names) await this.sheet.getByRole('checkbox', { name }).first().tap()
  }

  async done(): Promise<void> {
    await this.sheet.getByRole('button', { name: say('act.done'), exact: true }).tap()
    await this.page.locator('dialog[open]').waitFor({ state: 'detached' })
  }

  async menu(at: number, what: 'edit' | 'duplicate' | 'up' | 'down' | 'before' | 'after' | 'delete'): Promise<void> {
    await this.card(at).locator('.btn-icon').tap()
    await this.sheet.getByRole('button', { name: say(`criteria.card.${what}`), exact: true }).tap()
  }

  /** The figure of the page, once it has been counted. */
  async counted(): Promise<number> {
    const figure = async () => digits(await this.page.locator('.sum .step-n').textContent())
    await expect.poll(async () => (await this.page.locator('.is-waiting').count()) === 0 && !Number.isNaN(await figure())).toBe(true)
    return figure()
  }

  /** Uses the recipe; what would come and go is looked at where that is asked. @returns how many are on the list then */
  async use(): Promise<number> {
    const counted = await this.counted()
    await this.page.locator('.deck .btn-primary').first().tap()
    await this.page.waitForTimeout(100)
    if (await this.sheet.isVisible()) await this.sheet.locator('.btn-primary').tap()
    await this.page.locator('.ws-grid').waitFor()
    return counted
  }

  /** How many the list of the worksheet has. */
  async people(): Promise<number> {
    return digits(await this.page.locator('.deck .count-n').first().textContent())
  }

  /** Everybody on the list, in order, with marks. */
  names(): Promise<string[]> {
    return this.page.locator('.vlist .row-1').allInnerTexts()
  }

  async more(what: string): Promise<void> {
    await this.page.getByRole('button', { name: say('criteria.more') }).tap()
    await this.sheet
      .getByRole('button', {
        name: new RegExp(
          `^${say(`criteria.moreAct.${what}`)
            .replace(/[{….].*/, '')
            .trim()}`,
        ),
      })
      .tap()
  }

  /** Of each rule that “why” tells: how many lines it takes, and how far below them its value stands. */
  belowRules(): Promise<[number, number][]> {
    return this.sheet.locator('.rule-word').evaluateAll((rules) =>
      rules.map((rule): [number, number] => {
        const text = document.createRange()
        text.selectNodeContents(rule)
        const lines = text.getClientRects()
        return [lines.length, (rule.nextElementSibling?.getBoundingClientRect().top ?? 0) - (lines[lines.length - 1]?.bottom ?? 0)]
      }),
    )
  }
}
