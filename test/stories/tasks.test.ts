// What comes next, in flight mode: a task on a contact, done with what came of it; a day off by a tap and back by the undo; a meeting every
// month; tasks for a whole segment, put off and handed over together; a call in 14 days for everybody who is logged, and the undo that takes
// them along. The reference's tasks for contacts, segments and entries.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'

type Row = Record<string, unknown>

describe('Tasks, offline', () => {
  let app: App
  let page: Page
  let person: { id: string; name: string }
  let segment: { id: string }
  let before: Row[]

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.withoutTelephone()
    await app.sampleOffline()
    const rows = (await allRows(page)) as unknown as {
      contacts: { id: string; name: string; type: string; phone: string; companyId?: string; privacyBlocked: boolean }[]
      segments: { id: string; description: string }[]
    }
    const found = rows.contacts.find((one) => one.type === 'person' && one.phone && one.companyId && !one.privacyBlocked)
    const open = rows.segments.find(({ description }) => description.startsWith('Spring letter'))
    if (!found || !open) throw new Error('The sample has nobody to call, or no open segment')
    person = found
    segment = open
    before = await tasks()
  })
  afterAll(() => app.close())

  const tasks = async (): Promise<Row[]> => ((await allRows(page))['tasks'] ?? []) as Row[]
  const added = async () => (await tasks()).filter(({ id }) => !before.some((row) => row['id'] === id))
  const sheet = () => page.locator('dialog[open]').last()
  const deck = (name: string | RegExp) => page.locator('main .deck').getByRole('button', { name })
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const undo = () => page.locator('.toast', { hasText: 'Undo' }).last().getByRole('button', { name: 'Undo' }).click()
  const goTo = async (place: string) => page.goto(`${app.url}#${place}`)
  const row = (what: string | RegExp) => page.locator('.task-row', { hasText: what })

  it('a call is noted on a contact; what is missing is said at its field', async () => {
    await goTo(`/contacts/${person.id}`)
    await page.getByRole('button', { name: 'More', exact: true }).last().click()
    await sheet().getByRole('button', { name: 'New task' }).click()
    await sheet().getByRole('button', { name: 'Create task' }).click()
    await sheet().getByText('Say in a few words what is to be done.').waitFor()
    await sheet().getByText('Choose the day it is due.').waitFor()
    await sheet().getByRole('button', { name: 'Phone call' }).click()
    await sheet().getByLabel('What is to be done').fill('Ask about the offer')
    await sheet().getByRole('button', { name: 'Today', exact: true }).click()
    await shot(page, 'story-task-sheet')
    await sheet().getByRole('button', { name: 'Create task' }).click()
    await said('Task created: Ask about the offer')
    await row('Ask about the offer').waitFor()
    expect(await added()).toMatchObject([{ type: 'phoneCall', contactId: person.id, status: 'notStarted' }])
    await shot(page, 'story-task-contact')
  })

  it('Today lists what is due; done by a tap, and not after all', async () => {
    await goTo('/')
    await row('Ask about the offer').waitFor()
    await shot(page, 'story-task-today')
    await row('Ask about the offer').getByRole('checkbox').click()
    await said('Done: Ask about the offer.')
    expect((await added())[0]).toMatchObject({ status: 'completed' })
    await undo()
    await row('Ask about the offer').waitFor()
    expect((await added())[0]).not.toHaveProperty('closedDay')
  })

  it('changes left unsaved are told, shown on the row and given up by a tap; cancelling names the task', async () => {
    const due = async () => (await added())[0]?.['day']
    const day = await due()
    const button = (name: string) => sheet().getByRole('button', { name, exact: true })
    await row('Ask about the offer').locator('.task-main').click()
    await expect.poll(() => button('Save').isDisabled()).toBe(true)
    await button('In 14 days').click()
    expect(await button('Mark as done').isVisible()).toBe(true)
    await shot(page, 'story-task-changed')
    await button('Close').click()
    await said('Your changes to “Ask about the offer” are not saved yet')
    await row('Ask about the offer').getByText('Not saved').waitFor()
    await row('Ask about the offer').locator('.task-main').click()
    await button('Discard it').click()
    await expect.poll(() => button('Save').isDisabled()).toBe(true)
    expect(await sheet().getByLabel('Due on').inputValue()).toBe(day)
    await sheet()
      .getByRole('button', { name: /^Cancel task/ })
      .click()
    await said('Task cancelled: Ask about the offer')
    await undo()
    await row('Ask about the offer').waitFor()
    expect(await row('Ask about the offer').getByText('Not saved').count()).toBe(0)
    expect(await due()).toBe(day)
  })

  it('what came of the call is noted, and closes it in the same act', async () => {
    await row('Ask about the offer')
      .getByRole('button', { name: /^Call / })
      .click()
    await sheet().getByRole('button', { name: 'positive', exact: true }).click()
    await sheet().getByLabel('Comment').fill('Wants it in writing')
    if ((await sheet().getByLabel('Interaction template').inputValue()) === '')
      await sheet().getByLabel('Interaction template').selectOption({ index: 1 })
    expect(await sheet().getByLabel('Description').inputValue()).toBe('Ask about the offer')
    await sheet().getByRole('button', { name: 'Log call' }).click()
    await said('Done: Ask about the offer.')
    const [task] = await added()
    const entries = ((await allRows(page))['entries'] ?? []) as Row[]
    expect(task).toMatchObject({ status: 'completed' })
    expect(entries.find((entry) => entry['taskId'] === task?.['id'])).toMatchObject({
      comment: 'Wants it in writing',
      contactId: person.id,
    })
  })

  it('a meeting every month: done, it comes again; open again, the next one goes', async () => {
    await goTo('/more')
    await page.getByRole('link', { name: /Tasks and opportunities/ }).click()
    await deck('New task').click()
    await sheet().getByRole('button', { name: 'Meeting' }).click()
    await sheet().getByLabel('What is to be done').fill('Look at the figures')
    await sheet().getByRole('button', { name: 'In 3 days' }).click()
    await sheet().getByRole('button', { name: 'Create task' }).click()
    await sheet()
      .getByText(/A meeting needs a time to begin/)
      .waitFor()
    await sheet()
      .getByRole('switch', { name: /All day/ })
      .click()
    await sheet()
      .getByRole('switch', { name: /Comes again/ })
      .click()
    await sheet().getByRole('button', { name: 'Create task' }).click()
    await said('Task created: Look at the figures')
    await row('Look at the figures').getByRole('checkbox').click()
    await said(/Done: Look at the figures\. It comes again on /)
    const [one, two] = (await added()).filter((task) => task['description'] === 'Look at the figures')
    expect([one?.['status'], two?.['status']].sort()).toEqual(['completed', 'notStarted'])
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await row('Look at the figures').getByRole('checkbox').click()
    await said('Open again: Look at the figures.')
    expect((await added()).filter((task) => task['description'] === 'Look at the figures')).toHaveLength(1)
    await page.getByRole('button', { name: 'Done', exact: true }).click()
  })

  it('one for everybody on a segment; together they are put off, handed over, deleted, and all of it comes back', async () => {
    await goTo(`/segments/${segment.id}?open=more`)
    await sheet()
      .getByRole('button', { name: /What next/ })
      .click()
    await sheet()
      .getByRole('button', { name: /tasks, one for each/ })
      .click()
    await sheet().getByLabel('What is to be done').fill('Invite in person')
    await sheet().getByRole('button', { name: 'Next Monday' }).click()
    await sheet()
      .getByRole('button', { name: /^Create \d+ tasks/ })
      .click()
    await said(/\d+ tasks created: Invite in person/)
    const made = (await added()).filter((task) => task['description'] === 'Invite in person')
    expect(made.length).toBeGreaterThan(5)
    expect(made.every((task) => task['segmentId'] === segment.id)).toBe(true)
    expect(new Set(made.map((task) => task['contactId'])).size).toBe(made.length)

    await goTo('/tasks')
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByRole('searchbox').locator('visible=true').fill('Invite in person')
    await expect.poll(() => page.locator('main .deck .count-n').textContent()).toBe(String(made.length))
    await deck('Choose').click()
    await deck('All').click()
    await shot(page, 'story-task-choose')
    await deck('Put off').click()
    await sheet().getByRole('button', { name: 'In 14 days' }).click()
    await sheet().getByRole('button', { name: 'Put off' }).click()
    await said(`${made.length} tasks put off to`)
    const days = async () =>
      new Set((await added()).filter((task) => task['description'] === 'Invite in person').map((task) => task['day']))
    expect(await days()).not.toEqual(new Set(made.map((task) => task['day'])))
    await undo()
    await said('Taken back.')
    expect(await days()).toEqual(new Set(made.map((task) => task['day'])))
    await deck('Choose').click()
    await deck('All').click()
    await deck('Delete').click()
    await said(`${made.length} tasks deleted`)
    expect((await added()).some((task) => task['description'] === 'Invite in person')).toBe(false)
    await undo()
    await said('Taken back.')
    expect((await added()).filter((task) => task['description'] === 'Invite in person')).toHaveLength(made.length)
  })

  it('a call for everybody who is logged, in the same act; its undo takes them along', async () => {
    await goTo(`/segments/${segment.id}?open=log`)
    const act = sheet().getByRole('button', { name: /^Log \d+/ })
    await act.waitFor()
    await sheet()
      .getByRole('checkbox', { name: /^Tasks/ })
      .click()
    await sheet().getByLabel('What is to be done').fill('Did the letter come')
    await shot(page, 'story-task-log')
    await expect.poll(() => act.isEnabled()).toBe(true)
    const count = Number((await act.textContent())?.replace(/\D/g, ''))
    await act.click()
    await said(/tasks created/)
    const made = (await added()).filter((task) => task['description'] === 'Did the letter come')
    expect(made).toHaveLength(count)
    expect(made.every((task) => task['loggedSegmentId'] && task['entryId'] && task['salespersonId'])).toBe(true)
    await undo()
    await page.waitForURL(/segments/)
    expect((await added()).some((task) => task['description'] === 'Did the letter come')).toBe(false)
  })

  it('one for each contact of the entries that were chosen, however many entries it has', async () => {
    await goTo('/log')
    await deck('Select …').click()
    for (const at of [0, 1]) await page.locator('.vlist [role=checkbox]').nth(at).click()
    await deck('More …').click()
    await sheet().getByRole('button', { name: 'Create tasks' }).click()
    await sheet().getByLabel('What is to be done').fill('Ask how it went')
    await sheet().getByRole('button', { name: 'Tomorrow' }).click()
    await sheet()
      .getByRole('button', { name: /^Create / })
      .click()
    await said('Ask how it went')
    const made = (await added()).filter((task) => task['description'] === 'Ask how it went')
    expect(new Set(made.map((task) => task['contactId'])).size).toBe(made.length)
    expect(made.every((task) => task['entryId'])).toBe(true)
  })

  it('upright and in the dark it can be used with one hand', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 820, height: 1180 })
    await goTo('/tasks')
    await page.getByRole('searchbox').locator('visible=true').fill('')
    await row(/./).first().waitFor()
    await shot(page, 'story-task-dark')
    for (const box of await page.locator('.task-row button, .tasks-chips button').all()) {
      const { height = 0, width = 0 } = (await box.boundingBox()) ?? {}
      expect(Math.min(height, width)).toBeGreaterThanOrEqual(44)
    }
  })
})
