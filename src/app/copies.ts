// Copies the app makes by itself while nobody types: a snapshot in the browser's own file system, a backup of the day in the chosen folder;
// and one of what is stored, before its shape is changed.
import { backupSaved } from '../actions/backups.ts'
import { occasionNow, type House } from '../actions/house.ts'
import { readTablet } from '../storage/read/lists.ts'
import { t } from '../text/language.svelte.ts'

/** Milliseconds: how long after the start it is looked for the first time, how often then, and how long nobody must have typed. */
const patience = { first: 60_000, again: 10 * 60_000, quiet: 30_000 }
const day = 24 * 3_600_000

/** Looks from time to time whether a copy is due, and makes it while nobody touches the tablet. */
export function keepCopies(house: House): void {
  let touched = performance.now()
  for (const kind of ['keydown', 'pointerdown', 'input'])
    addEventListener(kind, () => (touched = performance.now()), { passive: true, capture: true })
  const look = () => {
    const quiet = performance.now() - touched
    if (quiet < patience.quiet) return void setTimeout(look, patience.quiet - quiet)
    // A disk that is full or gone is told where somebody writes what is not anywhere else.
    void copy(house)
      .catch(() => undefined)
      .finally(() => setTimeout(look, patience.again))
  }
  setTimeout(look, patience.first)
}

async function copy(house: House): Promise<void> {
  const { work } = house.calls
  const tablet = await readTablet(house.db)
  const wish = { app: __BUILD__, at: house.occasion().now, tablet: tablet?.name ?? '' }
  await work.snapshotIfDue(wish)
  const folder = await work.folder()
  const isDue = folder?.permission === 'granted' && Date.now() - Date.parse(folder.writtenAt ?? '1970-01-01') > day
  // Nothing new since the last backup: then that one still is the copy of the day.
  if (
    !isDue ||
    (await house.db.changes
      .where('rev')
      .above(tablet?.lastBackup?.rev ?? 0)
      .count()) === 0
  )
    return
  const written = await house.calls.watched({}, (calls, job) => calls.writeToFolder(wish, job))
  if (written.ok) await backupSaved(house, written.value)
}

/** A snapshot of what an older version stored, as it stands. Should it fail, the upgrade is not held up: it is all or nothing by itself. */
export async function dumpBeforeUpgrade(name: string, version: number): Promise<void> {
  const target = document.getElementById('app')
  // With much on the tablet it takes a while, and nothing else is drawn yet.
  target?.replaceChildren(Object.assign(document.createElement('p'), { className: 'pad', textContent: t('safety.copyBeforeUpdate') }))
  try {
    const { dumpAsItIs } = await import('../workers/jobs/snapshots.ts')
    await dumpAsItIs(name, version, { app: __BUILD__, at: occasionNow('').now })
  } catch {
    // Nobody can do anything about it here.
  }
}
