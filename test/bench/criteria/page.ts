// The page of the measurement: it starts a worker for each engine and hands on what is asked; it measures nothing itself.
import type { Order } from './worker.ts'

const workers = new Map<string, Worker>()

function send(engine: string, order: Order): Promise<unknown> {
  const worker = workers.get(engine) ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  workers.set(engine, worker)
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<{ value?: unknown; error?: string }>) =>
      data.error === undefined ? done(data.value) : failed(new Error(`${engine}: ${data.error}`))
    worker.onerror = (event) => failed(new Error(`${engine}: ${event.message}`))
    worker.postMessage(order)
  })
}

function end(engine: string): void {
  workers.get(engine)?.terminate()
  workers.delete(engine)
}

Object.assign(globalThis, { bench: { send, end } })
