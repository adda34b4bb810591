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
/** Pictures for the browser's own question whether to install; `npm run pictures` takes them. */
export const screenshots = [
  { name: 'today', form: 'wide', label: 'Today: tasks, calls and segments that wait' },
  { name: 'segment', form: 'wide', label: 'A segment: its people, their letters, one line open' },
  { name: 'card', form: 'narrow', label: 'A contact: everything known, and what happened' },
  { name: 'calls', form: 'narrow', label: 'A call round: one person after the other' },
] as const
/** Pages that a long press on the icon leads to. Each takes its `open` away again, so that Back and a second press work. */
const shortcuts = [
  { name: 'New segment', url: '#/segments?open=new' },
  { name: 'Log an interaction', short_name: 'Log', url: '#/log?open=new' },
  { name: 'Search', url: '#/?open=search' },
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
  screenshots: screenshots.map(({ name, form, label }) => ({
    src: `${base}screenshots/${name}.jpg`,
    sizes: form === 'wide' ? '1180x820' : '600x1066',
    type: 'image/jpeg',
    form_factor: form,
    label,
  })),
  shortcuts: shortcuts.map((one) => ({
    ...one,
    url: base + one.url,
    icons: [{ src: `${base}icons/icon-192.png`, sizes: '192x192', type: 'image/png' }],
  })),
})
