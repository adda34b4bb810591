// The real page of contacts with 100 000 of them: typing in its search, and scrolling.
import { serve } from '../../tools/serve.mjs'
import { builtApp, builtScript, tablet } from '../tablet.mjs'
import { measurePage } from './list.mjs'
import { measureTyping } from './search.mjs'

const name = 'fieldbook'
const say = (text) => console.log(`contacts: ${text}`)

/** The app with so many contacts, at its list. */
async function opened({ root, out, size }) {
  const dist = await builtApp(root, out)
  const seed = await builtScript(root, out, 'test/bench/contacts/appPage.ts')
  const server = await serve({ dir: dist })
  const { page, context, close } = await tablet(server.url, seed)
  const start = Date.now()
  await page.evaluate(([name, size]) => globalThis.bench.seed(name, size), [name, size])
  say(`${size} contacts are on the disk after ${Math.round((Date.now() - start) / 1000)} s`)
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.goto(`${server.url}#/contacts`)
  const isAll = (size) => document.querySelector('.deck .count')?.textContent.replace(/\D/g, '').endsWith(size)
  await page.waitForFunction(isAll, String(size), { timeout: 240_000 })
  // What is saved for the next start, and prepared for the first search, is done by then.
  await page.waitForTimeout(Number(process.env.FIELDBOOK_CONTACTS_REST ?? 20_000))
  return {
    page,
    context,
    close: async () => {
      await close()
      await server.close()
    },
  }
}

export async function measureApp({ parts, ...how }) {
  const { page, context, close } = await opened(how)
  try {
    const rows = []
    if (parts.includes('list')) {
      const cdp = await context.newCDPSession(page)
      rows.push(...(await measurePage({ page, cdp, ...how })))
    }
    if (parts.includes('search')) {
      const script = await builtScript(how.root, how.out, 'test/bench/contacts/searchPage.ts')
      rows.push(...(await measureTyping({ page, script, ...how })))
    }
    return rows
  } finally {
    await close()
  }
}
