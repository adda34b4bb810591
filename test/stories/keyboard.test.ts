// Without a finger: from the link past the rail through the shell, a list, a card, a sheet and back by keys alone. The focus can be seen at
// every step and never falls to nowhere, also where what had it goes: a chip that is taken away, a task that is done, a rule that is
// deleted, a sheet that closes. What was done is announced. The main pages as a reader of the screen tells them, in both languages.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say as sayIn, type App } from './browser.ts'

describe.each(['en', 'de'] as const)('By keys alone, %s', (language) => {
  let app: App
  let page: Page
  const say = (key: string) => sayIn(key, language)
  // The walks are the same in both languages, German the longer one.
  const walks = it.skipIf(language === 'en' && !process.env['FIELDBOOK_TORTURE'])

  beforeAll(async () => {
    app = await openApp({ locale: language === 'de' ? 'de-DE' : 'en-GB' })
    page = app.page
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.ledger').first().waitFor()
    await page.reload()
    await page.locator('.ledger').first().waitFor()
  })
  afterAll(() => app.close())

  /** What has the focus, and what would be wrong with it for somebody who looks for it. */
  const focus = () =>
    page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return { name: 'nowhere', wrong: 'the focus is nowhere' }
      const name = `${at.localName} “${(at.getAttribute('aria-label') ?? at.textContent).trim().replace(/\s+/g, ' ').slice(0, 50)}”`
      const { left, top, right, bottom } = at.getBoundingClientRect()
      const inSight = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
      const isRinged = (one: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      }
      let ringed = isRinged(at)
      for (let around = at.parentElement; !ringed && around?.matches('label, .field-c, .search'); around = around.parentElement)
        ringed = isRinged(around)
      for (let around = at.parentElement; !ringed && around && around !== document.body; around = around.parentElement)
        ringed = around.matches(':focus-within') && around.matches('.field-c, .search, label') && isRinged(around)
      const isPlace = at.matches('[tabindex="-1"]')
      return { name, wrong: !inSight ? `${name} is out of sight` : !ringed && !isPlace ? `${name} shows no focus` : '' }
    })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** After what was done has settled. */
  const kept = async () => {
    await page.waitForTimeout(400)
    const { name, wrong } = await focus()
    expect(wrong).toBe('')
    return name
  }
  /** So many steps with the Tab key; all that was wrong on the way. */
  const walk = async (steps: number) => {
    const wrong = new Set<string>()
    for (let step = 0; step < steps; step++) {
      await press('Tab')
      const at = await focus()
      // Past the last one the browser itself has the focus.
      if (at.wrong && at.name !== 'nowhere') wrong.add(at.wrong)
    }
    return [...wrong]
  }
  const open = async (path: string) => {
    await page.evaluate((to) => (location.hash = to), path)
    await page.waitForFunction((to) => location.hash === `#${to}`, path)
    await page.waitForTimeout(400)
  }
  const inPage = () => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) === true)
  const inSheet = () => page.evaluate(() => document.querySelector('dialog:modal')?.contains(document.activeElement) === true)

  walks('the first step leads past the rail, and every step of the main pages can be seen', async () => {
    await press('Tab')
    expect((await focus()).name).toContain(say('nav.skip'))
    await press('Enter')
    expect(await inPage()).toBe(true)
    const wrong: string[] = []
    for (const path of ['/', '/contacts', '/segments', '/campaigns', '/tasks', '/settings']) {
      await open(path)
      wrong.push(...(await walk(24)).map((one) => `${path}: ${one}`))
    }
    expect(wrong).toEqual([])
  })

  walks('another page begins at its head, and says in the title where one is', async () => {
    await open('/')
    await page
      .locator('.rail')
      .getByRole('link', { name: say('nav.contacts') })
      .focus()
    await press('Enter')
    await page.locator('main .vlist .row').first().waitFor()
    await kept()
    expect(await inPage()).toBe(true)
    expect(await page.title()).toBe(`${say('nav.contacts')} – Fieldbook`)
    await page.locator('main .vlist .row').first().focus()
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await page.waitForFunction(() => location.hash.startsWith('#/contacts/'))
    await kept()
    expect(await inPage()).toBe(true)
  })

  walks('a sheet holds the focus and gives it back to what opened it', async () => {
    const more = page
      .locator('main')
      .getByRole('button', { name: say('contact.more'), exact: true })
      .last()
    await more.focus()
    const opener = (await focus()).name
    await press('Enter')
    await page.locator('dialog:modal').waitFor()
    expect(await walk(3)).toEqual([])
    expect(await inSheet()).toBe(true)
    await press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    expect(await kept()).toBe(opener)
  })

  walks('a chip that is taken away, and a task that is done, leave the focus beside them', async () => {
    await open('/contacts')
    await page.locator('main .vlist .row').first().waitFor()
    await page.evaluate(() => document.querySelector<HTMLElement>('main a.row[href^="#/contacts/"]')?.click())
    const chips = page.locator('.fact-chips', { has: page.getByText(say('contact.mailingGroups'), { exact: true }) })
    await chips.getByRole('button').last().focus()
    await press('Enter')
    await page.waitForTimeout(300)
    await chips.locator('.chip-box [role=option], .chip-box .out, .chip-box button').first().focus()
    await press('Enter')
    await kept()
    await chips.locator('.chips > .chip').first().focus()
    await press('Enter')
    await page.waitForTimeout(300)
    await chips
      .getByRole('button', { name: say('contact.chipTake').replace('{row}', '').trim() })
      .first()
      .focus()
    await press('Enter')
    expect(await kept()).not.toContain('nowhere')
    await open('/tasks')
    const task = page.locator('.task-row').first().getByRole('checkbox')
    await task.focus()
    await press('Space')
    await kept()
    await page.locator('.toasts[role=status]').filter({ hasText: /\S/ }).first().waitFor({ state: 'attached' })
  })

  it('a reader of the screen hears the pages in the words of the field: head, search, list', async () => {
    const rail = ['nav.today', 'nav.contacts', 'nav.segments', 'nav.campaigns', 'nav.more']
    for (const key of rail)
      expect(
        await page
          .getByRole('navigation')
          .getByRole('link', { name: say(key), exact: true })
          .count(),
      ).toBe(1)
    const outlines: [path: string, head: string, list: string, search?: string][] = [
      ['/contacts', 'nav.contacts', 'nav.contacts', 'contacts.search'],
      ['/segments', 'segments.title', 'segments.title'],
      ['/campaigns', 'nav.campaigns', 'nav.campaigns', 'campaigns.search'],
      ['/tasks', 'tasks.side.tasks', 'tasks.side.tasks', 'tasks.find.tasks'],
      ['/opportunities', 'tasks.side.opportunities', 'tasks.side.opportunities', 'tasks.find.opportunities'],
      ['/log', 'interactions.title', 'interactions.list', 'interactions.find'],
      ['/templates', 'templates.title', 'templates.title'],
      ['/criteria', 'savedCriteria.title', 'savedCriteria.title'],
    ]
    const main = page.getByRole('main')
    for (const [path, head, list, search] of outlines) {
      await open(path)
      await main
        .getByRole('list', { name: say(list), exact: true })
        .first()
        .waitFor()
      expect(await main.getByRole('heading', { level: 1 }).allTextContents(), path).toEqual([say(head)])
      if (search) expect(await main.getByRole('searchbox', { name: say(search), exact: true }).count(), path).toBe(1)
      const outline = await main.ariaSnapshot()
      // Nothing that can be worked is without a name, and no name is one of ours.
      expect(outline.match(/- (button|link|checkbox|switch|combobox|searchbox|textbox)(:| *$)/gm) ?? [], path).toEqual([])
      expect(outline.match(/"[a-z]+\.[a-zA-Z.]+"|undefined|NaN/g) ?? [], path).toEqual([])
    }
  })
})
