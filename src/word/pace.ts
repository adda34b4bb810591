// Long work in small steps: the worker hears "stop" between them, and progress is told now and then.
import { stop } from './findings.ts'

export interface Pace {
  onProgress?: (done: number, total: number) => void
  stopped?: () => boolean
}

/** Called after each letter; lets others run about every 50 ms and refuses with STOPPED when asked to. */
export function newPace(options: Pace, total: number): (done: number) => Promise<void> | undefined {
  let rested = performance.now()
  let told = rested
  return (done) => {
    const now = performance.now()
    if (done === total || now - told >= 100) {
      told = now
      options.onProgress?.(done, total)
    }
    return now - rested < 50 ? undefined : rest()
  }

  async function rest(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (options.stopped?.()) stop('STOPPED')
    rested = performance.now()
  }
}
