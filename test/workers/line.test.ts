// Workers that do not load or die: nobody waits for ever. Jobs that are stopped before they begin are stopped.
import { describe, expect, it } from 'vitest'
import { JobBook, type Progress } from '../../src/workers/jobs/jobBook.ts'
import { failureOf, Line, watched, type WatchedDoor } from '../../src/workers/line.ts'

class Thread extends EventTarget {
  ended = 0
  terminate() {
    this.ended++
  }
}
const never = () => new Promise<never>(() => undefined)
const loadingFailed = () => new Event('error')

describe('A worker', () => {
  it('that does not load ends what waits for it, and every later call', async () => {
    const thread = new Thread()
    const line = new Line(thread)
    const waiting = line.call(never)
    thread.dispatchEvent(loadingFailed())
    await expect(waiting).rejects.toThrow('it could not be loaded')
    await expect(line.call(() => Promise.resolve(1))).rejects.toThrow('it could not be loaded')
    expect(thread.ended).toBe(1)
  })

  it('that sends what cannot be read ends what waits for it', async () => {
    const thread = new Thread()
    const waiting = new Line(thread).call(never)
    thread.dispatchEvent(new Event('messageerror'))
    await expect(waiting).rejects.toThrow('could not be read')
  })

  it('that does not answer in time counts as gone', async () => {
    const line = new Line(new Thread())
    await expect(line.callWithin(5, never)).rejects.toThrow('no answer')
    await expect(line.call(() => Promise.resolve(1))).rejects.toThrow('no answer')
  })

  it('that answers in time stays', async () => {
    const line = new Line(new Thread())
    expect(await line.callWithin(5, () => Promise.resolve(1))).toBe(1)
    await new Promise((done) => setTimeout(done, 15))
    expect(await line.call(() => Promise.resolve(8))).toBe(8)
    await expect(line.call(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  })

  it('that is gone is told as such, anything else thrown as a bug', async () => {
    const line = new Line(new Thread())
    line.end('it died')
    expect(failureOf(await line.call(never).catch((error: unknown) => error))).toEqual({ code: 'workerGone', detail: 'it died' })
    expect(failureOf(new Error('wrong'))).toEqual({ code: 'bug', detail: 'wrong' })
  })
})

describe('A watched job', () => {
  const released: Progress[] = []
  const doorOf = (book: JobBook): WatchedDoor => ({
    watch: (job, progress) => Promise.resolve(book.watch(job, progress)),
    stop: (job) => Promise.resolve(book.stop(job)),
    end: (job) => Promise.resolve(book.end(job)),
  })

  it('that was given up before it began is stopped', async () => {
    const book = new JobBook()
    const signal = AbortSignal.abort()
    expect(await watched(doorOf(book), 1, { signal }, () => Promise.resolve(book.stopped(1)))).toBe(true)
    expect(book.stopped(1)).toBe(false)
  })

  it('that is given up while the worker learns of its listener is stopped', async () => {
    const book = new JobBook()
    const stop = new AbortController()
    const door = { ...doorOf(book), watch: () => Promise.resolve(stop.abort()) }
    const { signal } = stop
    expect(await watched(door, 1, { signal, onProgress: () => undefined }, () => Promise.resolve(book.stopped(1)))).toBe(true)
  })

  it('tells how far it is, and lets go of its listener also when it fails', async () => {
    const book = new JobBook((progress) => released.push(progress))
    const heard: number[] = []
    const job = () => {
      book.progress(7, 1, 2)
      return Promise.reject(new Error('broken'))
    }
    await expect(watched(doorOf(book), 7, { onProgress: (done) => heard.push(done) }, job)).rejects.toThrow('broken')
    book.progress(7, 2, 2)
    expect(heard).toEqual([1])
    expect(released).toHaveLength(1)
  })

  it('ends by itself when the worker is gone', async () => {
    const line = new Line(new Thread())
    line.end('it died')
    const gone = () => line.call(never)
    const door: WatchedDoor = { watch: gone, stop: gone, end: gone }
    await expect(watched(door, 1, { signal: AbortSignal.abort(), onProgress: () => undefined }, never)).rejects.toThrow('it died')
  })
})
