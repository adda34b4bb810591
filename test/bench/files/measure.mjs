// A backup of 100 000 contacts with 500 000 interactions in real Chromium, with its verification, beside reading all records and deflating
// their JSON in the same run, taking turns; how long the restore of that file takes; and the memory of the worker meanwhile.
// FIELDBOOK_FILES_CONTACTS: so many contacts (a small number tries the measurement itself), FIELDBOOK_FILES_RUNS: so many rounds.
import { createServer } from 'node:http'
import { browser, builtScript, short } from '../tablet.mjs'

const contacts = Number(process.env.FIELDBOOK_FILES_CONTACTS ?? 100_000)
const runs = Number(process.env.FIELDBOOK_FILES_RUNS ?? 3)
const say = (text) => console.log(`files: ${text}`)
const seconds = (time) => `${(time / 1000).toFixed(1)} s`
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`

/** A page with nothing on it, and the worker. */
function served(script) {
  const server = createServer((request, response) => {
    const isWorker = request.url.endsWith('worker.js')
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html')
    response.end(isWorker ? script : '<!doctype html><title>bench</title>')
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready({ url: `http://localhost:${server.address().port}/`, server })))
}

/** Asks the worker; meanwhile the most of memory that its process took is watched. */
function asking(page) {
  return (call, ...args) =>
    page.evaluate(
      ([call, args]) =>
        new Promise((done, failed) => {
          const worker = (globalThis.worker ??= new Worker('worker.js'))
          worker.onmessage = ({ data }) => (data.error ? failed(new Error(data.error)) : done(data.value))
          worker.onerror = (event) => failed(new Error(event.message))
          worker.postMessage({ call, args })
        }),
      [call, args],
    )
}

/** The most JavaScript memory of the worker while something is done. */
async function peakOf(page, doing) {
  const cdp = await page.context().newCDPSession(page)
  const attached = new Promise((found) => cdp.once('Target.attachedToTarget', found))
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const { sessionId } = await attached
  let id = 0
  const answers = new Map()
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message)
    answers.get(answer.id)?.(answer.result)
  })
  const send = (method, params = {}) =>
    new Promise((answered) => {
      answers.set(++id, answered)
      void cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    })
  await send('HeapProfiler.collectGarbage')
  const usage = async () => {
    const { usedSize = 0, backingStorageSize = 0 } = (await send('Runtime.getHeapUsage')) ?? {}
    return usedSize + backingStorageSize
  }
  const before = await usage()
  let [peak, over] = [before, false]
  const watching = (async () => {
    while (!over) {
      peak = Math.max(peak, await usage())
      await new Promise((next) => setTimeout(next, 100))
    }
  })()
  await doing()
  over = true
  await watching
  await cdp.detach()
  return peak - before
}

export async function measure({ root, out, median }) {
  const script = await builtScript(root, out, 'test/bench/files/page.ts')
  const { url, server } = await served(script)
  const { page, close } = await browser()
  const found = []
  try {
    await page.goto(url)
    const ask = asking(page)
    await ask('seed', contacts)
    say(`${contacts} contacts are there`)
    for (let run = 0; run <= runs; run++) {
      const floor = await ask('floor')
      const ours = await ask('backup')
      say(
        `backup ${seconds(ours.time)} (${megabytes(ours.size)}), reading and deflating ${seconds(floor.time)} (${megabytes(floor.text)} of JSON)`,
      )
      if (run > 0) found.push({ ours: ours.time, floor: floor.time })
    }
    const peak = await peakOf(page, () => ask('backup'))
    const locked = await ask('backup', 'password')
    await ask('backup')
    const restore = await ask('restore')
    say(`locked ${seconds(locked.time)}, restored ${seconds(restore)}, memory at most ${megabytes(peak)} more`)
    const [ours, floor] = [median(found.map((one) => one.ours)), median(found.map((one) => one.floor))]
    return [
      {
        name: `files/backup of ${contacts} contacts and what happened, opened again, at most 2 times reading and deflating`,
        unit: 'ms',
        ours: short(ours),
        peers: { 'reading and deflating': short(floor), 'with a password': short(locked.time) },
        ratio: short(floor / ours),
        bar: 0.5,
        holds: ours <= 2 * floor,
      },
      {
        name: `files/restore of the same, at most a minute`,
        unit: 'ms',
        ours: short(restore),
        peers: {},
        ratio: short(60_000 / restore),
        bar: 1,
        holds: restore <= 60_000,
      },
      {
        name: `files/memory of a backup, at most 150 MB`,
        unit: 'MB',
        ours: short(peak / 1e6),
        peers: {},
        ratio: short(150 / (peak / 1e6)),
        bar: 1,
        holds: peak <= 150e6,
      },
    ]
  } finally {
    await close()
    server.close()
  }
}
