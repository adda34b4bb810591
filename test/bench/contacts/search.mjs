// Search while typing over 100 000 contacts: in the index, beside a bare `indexOf` pass over the same text in the same page; and in the app,
// from the key to the last change of the rows on the page.
import { serve } from '../../tools/serve.mjs'
import { builtScript, short, tablet } from '../tablet.mjs'

/** At most so many times as long as the bare pass. */
const times = 2
const say = (text) => console.log(`contacts: ${text}`)

const row = (what, ours, bare) => ({
  name: `contacts/search while typing, ${what}, at most ${times} times a bare indexOf pass`,
  unit: 'ms',
  ours: short(ours),
  peers: { 'bare indexOf': short(bare) },
  ratio: short(bare / ours),
  bar: 1 / times,
  holds: ours <= times * bare,
})

export async function measureSearch({ root, out, size, rounds, median }) {
  const script = await builtScript(root, out, 'test/bench/contacts/searchPage.ts')
  const server = await serve({ dir: `${root}/public` })
  const { page, close } = await tablet(server.url, script)
  const found = { ours: [], bare: [] }
  try {
    await page.evaluate((size) => globalThis.bench.prepareText(size), size)
    await page.evaluate((size) => globalThis.bench.prepareIndex(size), size)
    for (let round = 0; round <= rounds; round++) {
      const { ours, bare } = await page.evaluate(([size, round]) => globalThis.bench.typing(size, round), [size, round])
      if (round === 0) continue
      found.ours.push(median(ours))
      found.bare.push(median(bare))
      say(
        `round ${round}: ours ${median(ours).toFixed(2)}, longest ${Math.max(...ours).toFixed(1)}; bare ${median(bare).toFixed(2)} ms a letter`,
      )
    }
  } finally {
    await close()
    await server.close()
  }
  return [row('in the worker', median(found.ours), median(found.bare))]
}

/** Runs in the page: from the key until nothing has changed among the rows for a while, the time of the last change. */
function typeInPage(letters) {
  const input = document.querySelector('.topbar input[type=search]')
  const quiet = 150
  const type = (letter) =>
    new Promise((done) => {
      let last = performance.now()
      const observer = new MutationObserver(() => (last = performance.now()))
      observer.observe(document.querySelector('main') ?? document.body, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      })
      const start = performance.now()
      input.value += letter
      input.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }))
      const settled = () => {
        if (performance.now() - last < quiet) return void setTimeout(settled, 20)
        observer.disconnect()
        done(last - start)
      }
      setTimeout(settled, quiet)
    })
  return (async () => {
    const found = []
    input.value = ''
    await type('')
    for (const letter of letters) found.push(await type(letter))
    return found
  })()
}

/** The page of contacts stands open. @param script what runs in the page beside it */
export async function measureTyping({ page, script, size, rounds, median }) {
  await page.evaluate(script)
  await page.evaluate((size) => globalThis.bench.prepareText(size), size)
  const found = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round++) {
    const words = await page.evaluate(([size, round]) => globalThis.bench.wordsTyped(size, round), [size, round])
    const ours = []
    const bare = []
    for (const word of words) {
      const letters = await page.evaluate(typeInPage, [...word])
      ours.push(...letters.slice(2))
      bare.push(
        ...(await page.evaluate((word) => [...word].map((_, at) => globalThis.bench.bareTime(word.slice(0, at + 1))).slice(2), word)),
      )
    }
    if (round === 0) continue
    found.ours.push(median(ours))
    found.bare.push(median(bare))
    say(
      `round ${round}: from the key to the rows ${median(ours).toFixed(1)}, longest ${Math.max(...ours).toFixed(1)}; bare ${median(bare).toFixed(1)} ms a letter`,
    )
  }
  return [row('from the key to the rows', median(found.ours), median(found.bare))]
}
