/// <reference lib="webworker" />
// The service worker: everything the app needs is on the tablet after the first visit. A new version waits until the person says so.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | { url: string; revision: string | null })[] }

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')))
// On the very first visit the page is taken over at once: pages that it loads late must be there when the network goes before a reload.
// A later version never does this, for it would serve a page of another version.
let first = false
self.addEventListener('install', () => (first = self.registration.active === null))
self.addEventListener('activate', (event) => first && event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  const { type } = event.data as { type?: string }
  if (type === 'SKIP_WAITING') void self.skipWaiting()
})
