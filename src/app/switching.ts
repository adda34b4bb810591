// Another window may bring a backup back: then other data are in use, and this window begins anew on them, however late it hears of it.
import { pause } from '../base/pause.ts'
import type { Database } from '../storage/database.ts'
import { readDoor, whenSwitched } from '../storage/keep/door.ts'

/** What was posted still goes out before the page does. */
const moment = 300
/** What is being typed is written first. The data it belongs to may be gone by now: longer than this it is not waited for. */
const patience = 3_000

/**
 * Listens from now on, before anything is opened. What it gives is told which data this window has opened.
 * @param beforeReload writes what is being typed
 */
export function followSwitches(beforeReload: () => Promise<unknown>): (db: Database) => void {
  let told: string | undefined
  let mine: string | undefined
  const follow = (inUse: string) => {
    if (mine === undefined || inUse === mine) return
    const written = beforeReload().catch(ignored)
    void Promise.all([pause(moment), Promise.race([written, pause(patience)])]).then(() => location.reload())
  }
  whenSwitched((name) => follow((told = name)))
  return (db) => {
    mine = db.name
    if (told !== undefined) follow(told)
    // A window that slept may have missed it.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void readDoor().then(({ inUse }) => follow(inUse), ignored)
    })
  }
}

/** Without an answer it stays as it is; the probe of the disk tells trouble. */
const ignored = () => undefined
