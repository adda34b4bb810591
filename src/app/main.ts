// The front door: opens the data, starts the workers, hands everything down. Trouble here gets a page of its own.
import { mount } from 'svelte'
import { occasionNow, type House } from '../actions/house.ts'
import type { Failure } from '../model/failure.ts'
import { Offline } from '../offline/registration.svelte.ts'
import { StorageSafety } from '../offline/storageSafety.svelte.ts'
import { flushDrafts } from '../parts/draft.svelte.ts'
import '../parts/tokens.css'
import '../parts/components.css'
import '../parts/app.css'
import { openDatabase } from '../storage/open.ts'
import { draftStore } from '../storage/keep/drafts.ts'
import { probe } from '../storage/keep/health.ts'
import { readLists } from '../storage/read/lists.ts'
import { preferredLanguage, setLanguage } from '../text/language.svelte.ts'
import { startWorkers } from '../workers/call.ts'
import App from './App.svelte'
import Trouble from './Trouble.svelte'

const databaseName = 'fieldbook'
const target = document.getElementById('app')

async function start(): Promise<void> {
  if (!target) return
  setLanguage(preferredLanguage(navigator.languages))
  const offline = new Offline(() => flushDrafts())
  const opened = await openDatabase(databaseName)
  if (!opened.ok) return trouble(opened.failure)
  const db = opened.value
  const lists = await readLists(db)
  if (lists.tablet?.language) setLanguage(lists.tablet.language)
  const safety = new StorageSafety(() => probe(db, new Date().toISOString()))
  const user = { name: '' }
  const house: House = {
    db,
    calls: await startWorkers(databaseName),
    drafts: draftStore(db),
    occasion: () => occasionNow(user.name),
    onWritten: (done) => safety.written(done.ok ? undefined : done.failure.code),
  }
  mount(App, { target, props: { house, offline, safety, user } })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushDrafts()
  })
  void offline.start()
}

function trouble(failure: Failure): void {
  if (target) mount(Trouble, { target, props: { failure } })
}

start().catch((error: unknown) => trouble({ code: 'bug', detail: error instanceof Error ? error.message : String(error) }))
