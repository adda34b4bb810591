// Which service worker a build gets: the one that keeps the app on the tablet, or with SELF_DESTROY=1 the one that takes it off.
import { fileURLToPath } from 'node:url'
import type { VitePWAOptions } from 'vite-plugin-pwa'

export const selfDestroys = process.env['SELF_DESTROY'] === '1'

/** Read instead of `sw.ts`; the address stays `sw.js`, for that is where browsers look. */
export const destroyer: Partial<VitePWAOptions> = {
  integration: {
    configureCustomSWViteBuild({ build }) {
      if (build?.rollupOptions) build.rollupOptions.input = fileURLToPath(new URL('../../src/offline/selfDestroy.ts', import.meta.url))
    },
  },
  // Nothing is stored, so there is no list to put in.
  injectManifest: { injectionPoint: undefined as never },
}
