// Files that another app shares with Fieldbook. They come as a POST to an address that only the service worker answers: it parks them in
// a cache of its own, also when the app is closed and there is no network, and the app takes them out when it is open.
// https://w3c.github.io/web-share-target/

export const sharePath = (base: string): string => `${base}share`
/** Where the browser goes after sharing; the second says that the tablet could not keep what was shared. */
export const afterSharing = (base: string): string => `${base}#/`
export const afterFailedSharing = (base: string): string => `${base}#/?share=failed`

const parking = 'fieldbook-shared '
const cacheName = (base: string) => parking + base
/** Does a cache hold what somebody shared? That is no part of the app. */
export const isParked = (name: string): boolean => name.startsWith(parking)
const nameHeader = 'X-File-Name'

/** Parks what was shared. All or nothing: a full disk throws, and nothing of it stays. */
export async function park(base: string, form: FormData): Promise<number> {
  const files = filesOf(form)
  const cache = await caches.open(cacheName(base))
  const begun = `${sharePath(base)}/${Date.now()}-${crypto.randomUUID()}`
  const keys = files.map((_, at) => `${begun}/${String(at).padStart(4, '0')}`)
  try {
    for (const [at, file] of files.entries()) {
      const headers = { [nameHeader]: encodeURIComponent(file.name), 'Content-Type': file.type || 'application/octet-stream' }
      await cache.put(keys[at] ?? begun, new Response(file, { headers }))
    }
  } catch (error) {
    for (const key of keys) await cache.delete(key)
    throw error
  }
  return files.length
}

/** Takes out what is parked, the oldest first. Of several windows each file goes to one. */
export async function takeParked(base: string): Promise<File[]> {
  const shared: File[] = []
  if (typeof caches === 'undefined' || !(await caches.has(cacheName(base)))) return shared
  const cache = await caches.open(cacheName(base))
  const keys = (await cache.keys()).map(({ url }) => url).sort()
  for (const key of keys) {
    const parked = await cache.match(key)
    const content = await parked?.blob()
    if (!parked || !content || !(await cache.delete(key))) continue
    shared.push(new File([content], decodeURIComponent(parked.headers.get(nameHeader) ?? ''), { type: content.type }))
  }
  return shared
}

/** Files as they are; text stands for a file when it is more than an address. */
function filesOf(form: FormData): File[] {
  const files = form.getAll('files').filter((one): one is File => typeof one !== 'string' && one.size > 0)
  const text = form.get('text')
  if (files.length > 0 || typeof text !== 'string' || text.trim() === '') return files
  const title = form.get('title')
  const name = typeof title === 'string' && title.trim() ? title.trim().replaceAll(/[/\\]/g, ' ') : 'text'
  return [new File([text], `${name}.txt`, { type: 'text/plain' })]
}
