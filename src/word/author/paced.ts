// Long authoring in small steps: others run in between, "stop" is heard, and progress is told.

export interface Paced {
  /** After each piece: how many are done. False when it is to stop. */
  step: (done: number) => Promise<boolean>
}

const restEvery = 40

/** @param breath waits until what else is waiting was done */
export function paced(total: number, onProgress: (done: number, total: number) => void, signal: AbortSignal | undefined): Paced {
  let rested = performance.now()
  return {
    step: async (done) => {
      if (performance.now() - rested > restEvery) {
        onProgress(done, total)
        await new Promise<void>((go) => setTimeout(go))
        rested = performance.now()
      }
      return !signal?.aborted
    },
  }
}
