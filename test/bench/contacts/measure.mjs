// Contacts in real Chromium, with the app's own code, peers in the same run: their import, search while typing, the list, the search for
// duplicates. FIELDBOOK_CONTACTS names parts (import, search, list, scan); FIELDBOOK_CONTACTS_SIZE is the number of contacts, for trying;
// FIELDBOOK_CONTACTS_APP=no leaves out the real page. What the import reads: import.mjs.
import { measureApp } from './app.mjs'
import { measureImport } from './import.mjs'
import { measureList } from './list.mjs'
import { measureScan } from './scan.mjs'
import { measureSearch } from './search.mjs'

const size = Number(process.env.FIELDBOOK_CONTACTS_SIZE ?? 100_000)
const parts = (process.env.FIELDBOOK_CONTACTS ?? 'import,search,list,scan').split(',')
const inApp = process.env.FIELDBOOK_CONTACTS_APP !== 'no' && (parts.includes('search') || parts.includes('list'))

export async function measure(how) {
  const rounds = Number(process.env.FIELDBOOK_CONTACTS_ROUNDS ?? how.rounds)
  const asked = { ...how, rounds, size, parts }
  const rows = []
  if (parts.includes('import')) rows.push(...(await measureImport(how)))
  if (parts.includes('search')) rows.push(...(await measureSearch(asked)))
  if (parts.includes('list')) rows.push(...(await measureList(asked)))
  if (inApp) rows.push(...(await measureApp(asked)))
  if (parts.includes('scan')) rows.push(...(await measureScan(asked)))
  return rows
}
