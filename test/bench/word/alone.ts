// Ours in a fresh process: how much memory letters take, and how long letters of other kinds take. Bytes go to a sink that counts them.
import { readFileSync } from 'node:fs'
import { mergeCombined, mergeSingles, type Sink } from '../../../src/word/index.ts'
import { fileName } from './engine.ts'
import { opened } from './engines/ours.ts'
import { kinds, peopleOn, type Kind } from './kinds.ts'
import { people, peopleOneByOne, type Person } from './letter.ts'

export type Order =
  | { what: 'combined'; kind: Kind; count: number }
  | { what: 'heap'; early: number; count: number }
  | { what: 'time'; kind: Kind; count: number }
  | { what: 'nothing' }

const MB = 1024 * 1024

/** The most memory that this process ever held, in MB. Linux tells it; `maxRSS` there counts what the parent held when it started this one. */
function mostHeld(): number {
  const told = process.platform === 'linux' ? /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined
  return Number(told ?? process.resourceUsage().maxRSS) / 1024
}

function counting(): { to: () => Sink; written: () => number } {
  let size = 0
  return { to: () => ({ write: (bytes) => void (size += bytes.length), close: () => undefined }), written: () => size }
}

async function combined(kind: Kind, count: number): Promise<number> {
  const { to } = counting()
  const merged = await mergeCombined(opened(kinds[kind]()), peopleOneByOne(count), { to })
  if (!merged.ok || merged.value.records !== count) throw new Error(JSON.stringify(merged))
  return mostHeld()
}

/** What is held in MB, garbage taken away. */
async function heldNow(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setTimeout(done, 20))
    globalThis.gc?.()
  }
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MB
}

/** What is held while the letters of one ZIP are made, when so many of them are. */
async function heap(early: number, count: number): Promise<{ early: number; late: number }> {
  const held = { early: 0, late: 0 }
  async function* watched(): AsyncGenerator<Person> {
    let at = 0
    for (const person of peopleOneByOne(count)) {
      if (++at === early) held.early = await heldNow()
      if (at === count) held.late = await heldNow()
      yield person
    }
  }
  const { to } = counting()
  const name = (person: unknown, letter: number) => fileName(person as Person, letter - 1)
  const merged = await mergeSingles(opened(kinds['plain letter']()), watched(), { to, name })
  if (!merged.ok || merged.value.letters !== count) throw new Error(JSON.stringify(merged))
  return held
}

async function time(kind: Kind, count: number): Promise<number> {
  const bytes = kinds[kind]()
  const all = people(count)
  const { to } = counting()
  globalThis.gc?.()
  const start = performance.now()
  const merged = await mergeCombined(opened(bytes), all, { to })
  const took = performance.now() - start
  const letters = count / peopleOn(kind)
  if (!merged.ok || merged.value.records !== count || merged.value.letters !== letters) throw new Error(JSON.stringify(merged))
  return took
}

function answer(order: Order): unknown {
  switch (order.what) {
    case 'combined':
      return combined(order.kind, order.count)
    case 'heap':
      return heap(order.early, order.count)
    case 'time':
      return time(order.kind, order.count)
    case 'nothing':
      return mostHeld()
  }
}

process.on('message', (order: Order) => {
  Promise.resolve(order)
    .then(answer)
    .then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
    )
})
