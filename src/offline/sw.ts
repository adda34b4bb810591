/// <reference lib="webworker" />
// The service worker: everything the app needs is on the tablet after the first visit. A new version waits until the person says so.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { afterFailedSharing, afterSharing, park, sharePath } from './sharing.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | { url: string; revision: string | null })[] }

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')))
// What another app shares is parked here and never leaves the tablet. The window that the answer opens takes it: one that is open already
// may be the one that is just being left.
const base = import.meta.env.BASE_URL
registerRoute(({ url }) => url.origin === self.location.origin && url.pathname === sharePath(base), shared, 'POST')
async function shared({ request }: { request: Request }): Promise<Response> {
  try {
    await park(base, await request.formData())
    return Response.redirect(afterSharing(base), 303)
  } catch {
    return Response.redirect(afterFailedSharing(base), 303)
  }
}
// On the very first visit the page is taken over at once: pages that it loads late must be there when the network goes before a reload.
// A later version never does this, for it would serve a page of another version.
let first = false
self.addEventListener('install', () => (first = self.registration.active === null))
self.addEventListener('activate', (event) => first && event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  const { type } = event.data as { type?: string }
  if (type === 'SKIP_WAITING') void self.skipWaiting()
})
