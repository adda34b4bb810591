// Letters in the built app, made by its worker as a person has them made: how long they take, and the longest task that keeps the page from
// answering; once more with the page's processor four times slower.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { serve } from '../../tools/serve.mjs'
import { builtApp, builtScript, longestTask, short, tablet } from '../tablet.mjs'

const count = 2000
const most = 50
const primary = 'section .deck .btn-primary'

/** Makes the letters of the page that is open. @returns milliseconds until they are ready to be saved */
async function made(page) {
  const asked = await page.locator(primary).innerText()
  const start = Date.now()
  await page.locator(primary).evaluate((element) => element.click())
  await page.waitForFunction(
    ([selector, asked]) => {
      const button = document.querySelector(selector)
      return button && !button.disabled && button.innerText !== asked
    },
    [primary, asked],
    { polling: 100, timeout: 240_000 },
  )
  return Date.now() - start
}

/** What was made last is saved: everybody has to have a letter. */
async function check(page, { numbersIn }) {
  const coming = page.waitForEvent('download')
  await page.locator(primary).click()
  const found = numbersIn(readFileSync(await (await coming).path()))
  if (found !== count) throw new Error(`${found} letters instead of ${count}`)
}

/** The app with a segment of so many people, ready to make their letters. */
async function ready({ page }, url, script) {
  await page.goto(`${url}#/segments/bench-segment/output?kind=letters`)
  await page.reload()
  await page.waitForFunction((selector) => document.querySelector(selector)?.disabled === false, primary, { timeout: 120_000 })
  await page.evaluate(script)
  await page.waitForTimeout(2000)
}

async function round(one, url, script, throttle) {
  await ready(one, url, script)
  const cdp = await one.context.newCDPSession(one.page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  let time = 0
  await one.page.evaluate(() => globalThis.bench.watchPage())
  const task = await longestTask(one.page, async () => {
    time = await made(one.page)
    await one.page.waitForTimeout(1000)
  })
  const seen = await one.page.evaluate(() => globalThis.bench.stopWatching())
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await cdp.detach()
  return { task, time, gap: seen.gap, reported: seen.task }
}

async function rounds3(one, url, script, throttle, median) {
  const all = []
  for (let at = 0; at < 4; at++) all.push(await round(one, url, script, throttle))
  const [, ...counted] = all
  console.log(`word: page at 1/${throttle}: ${counted.map((found) => Object.values(found).map(Math.round).join('/')).join(' ')}`)
  const of = (what) => median(counted.map((found) => found[what]))
  return { task: of('task'), time: of('time'), gap: of('gap') }
}

const row = (name, unit, ours, peers, bar, ratio) => ({
  name,
  unit,
  ours: short(ours),
  peers,
  ratio: ratio && short(ratio),
  bar,
  holds: !bar || ratio >= bar,
})

const perSecond = ({ time }) => count / (time / 1000)

export async function measureBrowser({ root, out, median, file }) {
  const dist = await builtApp(root, out)
  const script = await builtScript(root, out, 'test/bench/word/page.ts')
  const { appTemplate } = await import(pathToFileURL(file('kinds')).href)
  const server = await serve({ dir: dist })
  const one = await tablet(server.url, script)
  try {
    await one.page.evaluate(([count, bytes]) => globalThis.bench.seed(count, bytes), [count, [...appTemplate()]])
    const usual = await rounds3(one, server.url, script, 1, median)
    const slow = await rounds3(one, server.url, script, 4, median)
    await check(one.page, await import(pathToFileURL(file('checked')).href))
    const task = (name, { task, gap }, bar) =>
      row(`word/${count} letters in the app, ${name}`, 'ms', task, { 'timer gap': short(gap) }, bar, most / task)
    return [
      task(`longest task of the page, at most ${most} ms`, usual, 1),
      task('longest task of a page four times slower', slow, null),
      row('word/letters a second in the app', 'per s', perSecond(usual), { 'page 4 times slower': short(perSecond(slow)) }, null, null),
    ]
  } finally {
    await one.close()
    await server.close()
  }
}
