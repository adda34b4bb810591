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

/** Some browsers have none, and tests. */
export const lockManager = () => (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks
