// Ours in a fresh process: how much memory letters take, and how long letters of other kinds take. Bytes go to a sink that counts them.
import { readFileSync } from 'node:fs'
import { mergeCombined, mergeSingles, type Sink } from '../../../src/word/index.ts'
import { fileName } from './engine.ts'
import { opened } from './engines/ours.ts'
import { kinds, type Kind } from './kinds.ts'
import { people, peopleOneByOne, type Person } from './letter.ts'

export type Order =
  | { what: 'combined'; kind: Kind; count: number }
  | { what: 'heap'; count: number }
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

/** What is held in MB, garbage taken away, when all letters of a ZIP but ten are made. */
async function heap(count: number): Promise<number> {
  let held = 0
  function* watched(): Generator<Person> {
    let at = 0
    for (const person of peopleOneByOne(count)) {
      if (++at === count - 10) {
        globalThis.gc?.()
        const { heapUsed, external } = process.memoryUsage()
        held = (heapUsed + external) / MB
      }
      yield person
    }
  }
  const { to } = counting()
  const merged = await mergeSingles(opened(kinds['plain letter']()), watched(), {
    to,
    name: (person, letter) => fileName(person as Person, letter - 1),
  })
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
  if (!merged.ok || merged.value.records !== count) throw new Error(JSON.stringify(merged))
  return took
}

function answer(order: Order): Promise<number> | number {
  switch (order.what) {
    case 'combined':
      return combined(order.kind, order.count)
    case 'heap':
      return heap(order.count)
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
