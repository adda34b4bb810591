// A worker with one engine in it. It measures by itself, so that the way of the message is not measured.
import type { Engine } from './engine.ts'
import { dexie } from './engines/dexie.ts'
import { objects } from './engines/objects.ts'
import { ours } from './engines/ours.ts'
import { readable } from './engines/readable.ts'
import { sqlite } from './engines/sqlite.ts'
import { edits, questions, singles, type Question } from './questions.ts'
import { bareScan } from './scans.ts'

const engines: Record<string, () => Engine> = { ours, sqlite, dexie, objects, readable }

export type Order =
  | { what: 'load'; engine: string; size: number }
  | { what: 'ask'; question: number; times: number }
  | { what: 'edit'; tree: number; from: number; times: number }
  | { what: 'scan'; type: 'Uint8' | 'Uint16'; size: number; times: number }
  | { what: 'list' }
  | { what: 'more' }
/** Milliseconds for one, and what was found. */
export interface Timed {
  time: number
  found: number[]
}

const plain = ({ name, sort, beside }: Question) => ({ name, sort, beside: beside === true })

let engine: Engine | undefined

async function timed(times: number, run: (at: number) => Promise<number> | number): Promise<Timed> {
  const found: number[] = []
  const start = performance.now()
  for (let at = 0; at < times; at++) {
    const answer = run(at)
    found.push(typeof answer === 'number' ? answer : await answer)
  }
  return { time: (performance.now() - start) / times, found }
}

async function answer(order: Order): Promise<unknown> {
  if (order.what === 'list') return { questions: questions.map(plain), trees: edits.map(({ name, rules }) => ({ name, rules })), singles }
  if (order.what === 'scan') return bareScan(order.type, order.size, order.times)
  if (order.what === 'load') {
    engine = engines[order.engine]?.()
    return engine?.load(order.size)
  }
  const asked = engine
  if (!asked) throw new Error('no engine')
  if (order.what === 'ask') return timed(order.times, () => asked.ask(order.question))
  if (order.what === 'edit') return timed(order.times, (at) => asked.edit?.(order.tree, order.from + at) ?? -1)
  return asked.more?.('')
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  answer(data).then(
    (value) => postMessage({ value }),
    (error: unknown) => postMessage({ error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) }),
  )
})
