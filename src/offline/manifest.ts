// The installed app: its name, icons, first page. `id` is its identity and never changes.
import type { ManifestOptions } from 'vite-plugin-pwa'

export const manifest = (base: string): Partial<ManifestOptions> => ({
  id: base,
  name: 'Fieldbook',
  short_name: 'Fieldbook',
  description: 'Segments, letters and the interaction log for field sales. Works without a network.',
  lang: 'en',
  dir: 'ltr',
  categories: ['business', 'productivity'],
  start_url: base,
  scope: base,
  display: 'standalone',
  background_color: '#e9ecf1',
  theme_color: '#e9ecf1',
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  icons: [
    { src: `${base}icons/icon-192.png`, sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: `${base}icons/icon-512.png`, sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: `${base}icons/maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Segments', url: `${base}#/segments`, icons: [{ src: `${base}icons/icon-192.png`, sizes: '192x192', type: 'image/png' }] },
    { name: 'Contacts', url: `${base}#/contacts`, icons: [{ src: `${base}icons/icon-192.png`, sizes: '192x192', type: 'image/png' }] },
  ],
})
