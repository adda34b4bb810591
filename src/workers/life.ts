// Locks between a page and its workers, and between windows. By one the page learns that a worker is no more, however it ended: the worker
// holds it while it lives.

/** Holds the lock from now on; where there are no locks, the page hears of errors only. */
export async function live(name: string): Promise<void> {
  const locks = lockManager()
  if (!locks) return
  await new Promise<void>((held) => {
    void locks.request(name, () => {
      held()
      return new Promise<never>(() => undefined)
    })
  })
}

/** Acts unless another window does so under this name; where there are no locks, everybody acts. */
export const alone =
  (name: string) =>
  async (act: () => Promise<void>): Promise<void> => {
    const locks = lockManager()
    if (locks) await locks.request(name, { ifAvailable: true }, (lock) => (lock ? act() : undefined))
    else await act()
  }

const work = 'fieldbook at work'
let running = 0

/** Runs something long. Every window can tell that it goes on, also when this one dies in the middle: then it is over. */
export async function atWork<T>(run: () => Promise<T>): Promise<T> {
  running++
  let over = () => undefined as void
  const done = new Promise<void>((end) => (over = end))
  // Nobody waits for the lock: it is shared, and work does not begin later because of it.
  lockManager()
    ?.request(work, { mode: 'shared' }, () => done)
    .catch(() => undefined)
  try {
    return await run()
  } finally {
    running--
    over()
  }
}

/** Does something long go on, in this window or another? Where there are no locks, only this one is known. */
export async function isAtWork(): Promise<boolean> {
  if (running > 0) return true
  const held = await lockManager()
    ?.query()
    .then(
      (all) => all.held,
      () => undefined,
    )
  return held?.some(({ name }) => name === work) ?? false
}

/** Some browsers have none, and tests. */
export const lockManager = () => (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks
