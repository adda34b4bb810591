// One file for the build, the service worker and every kind of test: no further configuration stands at the top level.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { VitePWA } from 'vite-plugin-pwa'
import { manifest } from './src/offline/manifest.ts'
import { docxPreviewUnderPolicy } from './test/config/docxPreview.ts'
import { licences } from './test/config/licences.ts'
import { destroyer, selfDestroys } from './test/config/serviceWorker.ts'
import { sharedWorkers } from './test/config/sharedWorkers.ts'
import { staticHostFiles } from './test/config/staticHosts.ts'
import { textsAtOnce } from './test/config/textsAtOnce.ts'

/** Where the app lives on its host: with a stroke at both ends, however it was written. */
const base = `/${process.env['BASE'] ?? ''}/`.replace(/\/+/g, '/')
const testing = !!process.env['VITEST']

export default defineConfig({
  base,
  define: {
    __BUILD__: JSON.stringify(process.env['BUILD_ID'] ?? new Date().toISOString().slice(0, 16).replace('T', ' ')),
    __SELF_DESTROYS__: JSON.stringify(selfDestroys),
  },
  plugins: [
    docxPreviewUnderPolicy(),
    !testing && sharedWorkers(),
    svelte({
      configFile: false,
      compilerOptions: { runes: true },
      dynamicCompileOptions: ({ filename }) => (filename.includes('/node_modules/') ? { runes: undefined as never } : undefined),
    }),
    !testing &&
      VitePWA({
        strategies: 'injectManifest',
        srcDir: 'src/offline',
        filename: 'sw.ts',
        registerType: 'prompt',
        injectRegister: false,
        manifest: manifest(base),
        injectManifest: {
          globPatterns: ['**/*.{js,css,html,svg,png,webp,woff2,json,webmanifest,docx,csv}'],
          // What tells a host our headers is not always served, and a file that is missing would keep the app from installing.
          globIgnores: ['staticwebapp.config.json', 'hosting/**', '404.html', 'screenshots/**'],
          maximumFileSizeToCacheInBytes: 6_000_000,
        },
        ...(selfDestroys ? destroyer : {}),
      }),
    testing && textsAtOnce(),
    !testing && staticHostFiles(base),
    !testing && licences(),
  ],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['docx-preview'], include: ['docx-preview > jszip'] },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    passWithNoTests: false,
    projects: [
      { extends: true, test: { name: 'house', environment: 'node', include: ['test/house.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{base,model,core,columns,word,exchange,storage,workers,actions,text,parts,offline,screens,app}/**/*.test.ts'],
          testTimeout: 20_000,
          // What a file reads is read once for all of them: half the time goes into reading otherwise. What keeps a state and
          // minds what others leave in it reads it anew (`draft.test`).
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          environment: 'node',
          include: ['test/stories/**/*.test.ts'],
          globalSetup: 'test/stories/build.ts',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Two browsers at a time, as many as the smallest machine has cores, and nothing else beside them.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          // A browser is now and then late on a machine that is shared; the report says what was tried again.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
})
