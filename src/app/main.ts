// The front door: opens the data, starts the workers, hands everything down. Trouble here gets a page of its own.
import { mount } from 'svelte'
import { occasionNow, type House } from '../actions/house.ts'
import type { Failure } from '../model/failure.ts'
import type { Database } from '../storage/database.ts'
import { Install } from '../offline/install.svelte.ts'
import { Offline } from '../offline/registration.svelte.ts'
import { StorageSafety } from '../offline/storageSafety.svelte.ts'
import { flushDrafts, onDraftFailure } from '../parts/draft.svelte.ts'
import { notices } from '../parts/notices.svelte.ts'
import '../parts/tokens.css'
import '../parts/base.css'
import { storageFailure } from '../storage/failure.ts'
import { openInUse } from '../storage/open.ts'
import { draftStore } from '../storage/keep/drafts.ts'
import { beginFreshLog, keepsLog } from '../storage/keep/freshLog.ts'
import { probe } from '../storage/keep/health.ts'
import { readLists } from '../storage/read/lists.ts'
import { preferredLanguage, changeLanguage } from '../text/language.svelte.ts'
import { failureOf, startWorkers } from '../workers/call.ts'
import { isAtWork } from '../workers/life.ts'
import { endWhenErasedElsewhere, erasesNow } from './erasing.ts'
import { rescue } from './rescue.ts'
import { followSwitches } from './switching.ts'
import { watchUnforeseen } from './unforeseen.ts'

const target = document.getElementById('app')
/** Once it is open, trouble offers a backup. */
let data: Database | undefined
let spoken = preferredLanguage(navigator.languages)

async function start(): Promise<void> {
  if (!target || erasesNow(target)) return
  // All of it comes at once: the words, the shell, the data, the workers.
  const words = changeLanguage(spoken)
  const shell = import('./App.svelte')
  const settled = Promise.allSettled([words, shell])
  const install = new Install()
  const offline = new Offline(() => flushDrafts(), isAtWork)
  const follow = followSwitches(() => flushDrafts())
  const copy = async (name: string, version: number) => {
    await settled
    await (await import('./copies.ts')).dumpBeforeUpgrade(name, version)
  }
  // Another window held the data and is closed now: the page begins by itself.
  const opening = openInUse({}, copy, () => location.reload())
  const workers = startWorkers(untilOpen(opening))
  const opened = await opening
  if (!opened.ok) return trouble(opened.failure)
  const db = (data = opened.value)
  const lists = await readLists(db)
  spoken = lists.tablet?.language ?? spoken
  await changeLanguage(spoken)
  // Once another window erases this tablet, nothing here may open the data again.
  let erased = false
  const safety = new StorageSafety(() => (erased ? Promise.resolve(false) : probe(db, new Date().toISOString())))
  onDraftFailure((error) => {
    const failure = storageFailure(error)
    safety.written(failure.code)
    void tell(failure)
  })
  const user = { name: '' }
  const house: House = {
    db,
    calls: workers.calls,
    drafts: draftStore(db),
    occasion: () => occasionNow(user.name),
    onWritten: (done) => safety.written(done.ok ? undefined : done.failure.code),
  }
  if (keepsLog()) void beginFreshLog()
  const { default: App } = await shell
  target.replaceChildren()
  const app = mount(App, { target, props: { house, offline, install, safety, user } })
  endWhenErasedElsewhere(target, app, () => (erased = true))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushDrafts()
  })
  addEventListener('pagehide', () => void flushDrafts())
  follow(db)
  void import('./copies.ts').then(({ keepCopies }) => keepCopies(house))
  // A disk that takes nothing is told before something is typed.
  void safety.check()
  // The browser is asked again at each start whether it keeps the data, until it promises; for sample data nobody is asked.
  const own = import('../storage/read/backupAge.ts').then(({ readBackupAge }) => readBackupAge(db))
  void own.then(
    ({ ownData }) => (ownData ? safety.askAgain() : undefined),
    () => undefined,
  )
  // Nobody waits for the workers, but that one does not begin is told before somebody needs it. A newer version is offered when all of
  // this one is loaded: taking over in the middle of it, it would wait for the rest in vain.
  const begin = async () => {
    const begun = await workers.begun()
    void offline.start()
    if (!begun.ok) await trouble(begun.failure)
  }
  setTimeout(() => void begin(), 500)
}

/** Comes when the data are open; never when they cannot be opened. */
const untilOpen = (opening: ReturnType<typeof openInUse>) =>
  new Promise<string>((open) => void opening.then((opened) => opened.ok && open(opened.value.name)))

/** The page for trouble; where not even that can be loaded, the page that stands here from the beginning leads on. */
async function trouble(failure: Failure): Promise<void> {
  if (!target) return
  const db = data
  await changeLanguage(spoken)
  const { default: Trouble } = await import('./Trouble.svelte')
  target.replaceChildren()
  mount(Trouble, { target, props: { failure, ...(db ? { backup: () => rescue(db) } : {}) } })
}

/** Says what went wrong, over the page. */
async function tell(failure: Failure): Promise<void> {
  const { failureText } = await import('../text/failures.ts')
  notices.trouble(failureText(failure))
}

watchUnforeseen(window, (thrown) => void tell(failureOf(thrown)))
start().catch((error: unknown) => trouble(failureOf(error)))
