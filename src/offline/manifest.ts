// The installed app: its name, icons, first page. `id` is its identity and never changes.
import type { ManifestOptions } from 'vite-plugin-pwa'
import { sharePath } from './sharing.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Kinds of files we open: what is inside decides in the end, these only put us on the system's list. */
const opens = {
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'text/tab-separated-values': ['.tsv'],
  [xlsx]: ['.xlsx'],
  'text/vcard': ['.vcf'],
  'application/x-fieldbook': ['.fieldbook'],
}
/** What may be shared with us. Android asks by type only and knows ours as plain bytes; some name vCards and CSV the old way. */
const shares = [
  ...Object.entries(opens).flat(2),
  'text/x-vcard',
  'text/comma-separated-values',
  'application/vnd.ms-excel',
  'application/octet-stream',
]

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
  file_handlers: [{ action: base, accept: opens }],
  share_target: {
    action: sharePath(base),
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files', accept: shares }] },
  },
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
