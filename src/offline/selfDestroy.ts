/// <reference lib="webworker" />
// The way out of a version that cannot be mended from inside: `SELF_DESTROY=1 npm run build` puts this in the place of the service worker.
// It takes what was stored of the app off the tablet and unregisters itself; from then on pages come from the host. The data stay, and so
// do files that another app shared and nobody has taken yet.
import { isParked } from './sharing.ts'

declare const self: ServiceWorkerGlobalScope
/** A window that works writes what is being typed and loads again by itself; one that is broken is loaded after this time. */
const patience = 10_000

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave(): Promise<void> {
  const { scope } = self.registration
  await self.registration.unregister()
  for (const name of await caches.keys()) if (name.endsWith(scope) && !isParked(name)) await caches.delete(name)
  await new Promise((done) => setTimeout(done, patience))
  for (const window of await self.clients.matchAll({ type: 'window' })) await window.navigate(window.url).catch(() => null)
}
