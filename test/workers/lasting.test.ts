// A worker that dies is there again: reads are answered by the next one, writes are not done twice, and one that always dies is given up.
import { describe, expect, it } from 'vitest'
import { LastingLine, type Begun } from '../../src/workers/lasting.ts'
import { Line, WorkerGone } from '../../src/workers/line.ts'

class Thread extends EventTarget {
  terminate() {
    // Nothing runs here.
  }
}
interface Door {
  which: number
  jobs: { who: () => Promise<number>; hang: () => Promise<number>; fails: () => Promise<number> }
}

/** Workers that know which of them they are; `hang` is answered by the second one only. */
function workers(beginning: (which: number) => Promise<void> = () => Promise.resolve(), pauses = [1, 1, 1]) {
  const threads: Thread[] = []
  const begin = async (): Promise<Begun<Door>> => {
    const thread = new Thread()
    const which = threads.push(thread)
    await beginning(which)
    const hang = () => (which === 1 ? new Promise<number>(() => undefined) : Promise.resolve(which))
    const jobs = { who: () => Promise.resolve(which), hang, fails: () => Promise.reject(new Error('a bug')) }
    return { line: new Line(thread), door: { which, jobs } }
  }
  const line = new LastingLine(begin, pauses)
  const die = () => threads.at(-1)?.dispatchEvent(new Event('error'))
  const jobs = line.over(
    ({ jobs }) => jobs,
    (job) => job !== 'fails',
  )
  return { line, jobs, die, threads }
}
const soon = (ms = 20) => new Promise((done) => setTimeout(done, ms))

describe('A worker that dies', () => {
  it('while it is asked to read: the next one answers', async () => {
    const { jobs, die, threads } = workers()
    const waiting = jobs.hang()
    await soon()
    die()
    expect(await waiting).toBe(2)
    expect(threads).toHaveLength(2)
  })

  it('while it writes: whoever waits hears that it is gone, and the next act is done', async () => {
    const { line, die, threads } = workers()
    const waiting = line.call(({ jobs }) => jobs.hang(), false)
    await soon()
    die()
    await expect(waiting).rejects.toBeInstanceOf(WorkerGone)
    expect(await line.call(({ which }) => Promise.resolve(which), false)).toBe(2)
    expect(threads).toHaveLength(2)
  })

  it('while nobody asks: it is there again before somebody does', async () => {
    const { line, jobs, die, threads } = workers()
    await line.start()
    die()
    await soon()
    expect(threads).toHaveLength(2)
    expect(await jobs.who()).toBe(2)
  })

  it('is asked a second time once, not for ever', async () => {
    const { line, threads } = workers()
    const each = threads
    const waiting = line.call(() => {
      setTimeout(() => each.at(-1)?.dispatchEvent(new Event('error')), 5)
      return new Promise<never>(() => undefined)
    }, true)
    await expect(waiting).rejects.toBeInstanceOf(WorkerGone)
  })

  it('again and again is given up, and everybody hears so', async () => {
    const { line, jobs, die, threads } = workers()
    for (let death = 0; death < 4; death++) {
      await line.start()
      die()
      await soon()
    }
    await expect(jobs.who()).rejects.toBeInstanceOf(WorkerGone)
    expect(threads).toHaveLength(4)
  })
})

describe('A worker that does not begin', () => {
  it('is tried again, and answers when it begins', async () => {
    const { jobs } = workers((which) => (which < 3 ? Promise.reject(new WorkerGone('it could not be loaded')) : Promise.resolve()))
    expect(await jobs.who()).toBe(3)
  })

  it('is given up after a few times', async () => {
    const { line, jobs, threads } = workers(() => Promise.reject(new WorkerGone('it could not be loaded')))
    await expect(line.start()).rejects.toBeInstanceOf(WorkerGone)
    await expect(jobs.who()).rejects.toBeInstanceOf(WorkerGone)
    expect(threads.length).toBeGreaterThan(3)
  })

  it('that keeps everybody waiting is not waited for again', async () => {
    const { line, threads } = workers(() => Promise.reject(new WorkerGone('no answer for 10 seconds', true)))
    await expect(line.start()).rejects.toThrow('no answer')
    expect(threads).toHaveLength(1)
  })

  it('for another reason is told as it is', async () => {
    const { jobs, threads } = workers(() => Promise.reject(new Error('the disk is gone')))
    await expect(jobs.who()).rejects.toThrow('the disk is gone')
    expect(threads).toHaveLength(1)
  })

  it('a job that fails is no dead worker', async () => {
    const { jobs, threads } = workers()
    await expect(jobs.fails()).rejects.toThrow('a bug')
    expect(await jobs.who()).toBe(1)
    expect(threads).toHaveLength(1)
  })
})
