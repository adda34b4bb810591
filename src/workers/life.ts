// How the page learns that a worker is no more, however it ended: the worker holds a lock while it lives.

/** Holds the lock from now on; where there are no locks, the page hears of errors only. */
export async function live(name: string): Promise<void> {
  const { locks } = navigator as { locks?: LockManager }
  if (!locks) return
  await new Promise<void>((held) => {
    void locks.request(name, () => {
      held()
      return new Promise<never>(() => undefined)
    })
  })
}
