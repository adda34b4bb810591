// Several numbers, addresses and mails of one person, sorted into columns: what to call and where to write first, whatever is left in
// columns of its own, as `Phone (home)`. Shared by vCards and by Google's lists, in which each number stands beside its label.

export type Cells = Map<string, string>

export function put(cells: Cells, header: string, text: string | undefined): void {
  if (text) cells.set(header, text)
}

/** Puts a value into the first free column of this name: `Phone (work)`, `Phone (work) 2`. */
export function putFree(cells: Cells, header: string, text: string): void {
  if (text === '') return
  let given = lastGiven.get(cells)
  if (!given) lastGiven.set(cells, (given = new Map<string, number>()))
  let at = given.get(header) ?? 1
  let free = at === 1 ? header : `${header} ${at}`
  while (cells.has(free)) free = `${header} ${++at}`
  given.set(header, at)
  cells.set(free, text)
}

/** By the cells of a card and the name of a column: the number that was given last. A card may have thousands of mails. */
const lastGiven = new WeakMap<Cells, Map<string, number>>()

const words = (text: string) => new Set(text.split(' '))
const places: [string, ReadonlySet<string>][] = [
  [
    'work',
    words('work business arbeit geschäftlich büro firma dienstlich werk zakelijk kantoor arbeid jobb jobben travail professionnel bureau'),
  ],
  ['home', words('home privat zuhause privé thuis hjem hjemme domicile maison personnel')],
  ['main', words('main haupt zentrale hoofd hoved principal')],
  ['other', words('other andere weitere sonstige anders annet autre')],
]
const mobile = words('mobile cell iphone mobil handy mobiel mobiltelefon portable textphone')
const silent = words('voice phone internet pref x400 msg video text')

/** The word for a number by its types or label: `mobile`, `work`, `fax (home)`, nothing, or the label itself. */
export function kindOfPhone(said: readonly string[]): string {
  const all = said.flatMap((one) => [one, ...one.split(/[\s_-]+/)]).map((one) => one.toLowerCase())
  const place = placeOf(said)
  if (all.some((one) => one.includes('fax'))) return `fax${place === 'work' || place === 'home' ? ` (${place})` : ''}`
  if (all.some((one) => mobile.has(one))) return 'mobile'
  if (all.includes('pager')) return 'pager'
  return place
}

/** `work`, `home`, `main`, `other`, nothing, or a label of one's own. */
export function placeOf(said: readonly string[]): string {
  const all = said.flatMap((one) => one.toLowerCase().match(/work|home|main|[\p{L}]+/gu) ?? [])
  const known = places.find(([, names]) => all.some((one) => names.has(one)))?.[0]
  if (known) return known
  return said.find((one) => one.trim() !== '' && !silent.has(one.toLowerCase()))?.trim() ?? ''
}

/** Kinds of numbers in the order in which one would call; faxes and pagers never. */
const callable = ['work', 'main', '', 'home', 'other']

export function putPhones(cells: Cells, numbers: readonly { kind: string; number: string }[]): void {
  const best = callable.flatMap((kind) => numbers.filter((one) => one.kind === kind && one.number !== ''))[0]
  put(cells, 'Phone', best?.number)
  for (const one of numbers) if (one !== best) putFree(cells, nameOfPhone(one.kind), one.number)
}

const nameOfPhone = (kind: string) => (kind.startsWith('fax') ? `Fax${kind.slice(3)}` : `Phone (${kind || 'other'})`)

export interface Address {
  kind: string
  box: string
  extended: string
  street: string
  city: string
  region: string
  postCode: string
  country: string
}

const fields = ['Street', 'Address 2', 'Post Code', 'City', 'County', 'Country'] as const

/** The address at work, else one without a word, else the one at home; the others stand beside it. */
export function putAddresses(cells: Cells, addresses: readonly Address[]): void {
  const filled = addresses
    .map((one) => ({ kind: one.kind, place: linesOf(one) }))
    .filter(({ place }) => fields.some((field) => place[field]))
  const best = ['work', '', 'home', 'other'].flatMap((kind) => filled.filter((one) => one.kind === kind))[0] ?? filled[0]
  for (const one of filled) {
    for (const field of fields) {
      if (one === best) put(cells, field, one.place[field])
      else putFree(cells, `${field} (${one.kind || 'other'})`, one.place[field])
    }
  }
}

function linesOf({ street, extended, box, ...place }: Address): Record<(typeof fields)[number], string> {
  const [first = '', ...more] = `${street}\n${extended}\n${box}`
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter(Boolean)
  return {
    Street: first,
    'Address 2': more.join(', '),
    'Post Code': place.postCode,
    City: place.city,
    County: place.region,
    Country: place.country,
  }
}
