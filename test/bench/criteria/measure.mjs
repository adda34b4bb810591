// The bars of criteria in real Chromium, with the app's own code, peers in the same run. FIELDBOOK_CRITERIA names parts: counts, segments,
// cold, curve (the curve goes up to a million contacts and takes minutes, so it is drawn on request only); FIELDBOOK_CRITERIA_SIZE is the
// number of contacts, for trying.
import { measureCold } from './cold.mjs'
import { measureCounts, measureCurve } from './counts.mjs'
import { measureSegments } from './segments.mjs'

const size = Number(process.env.FIELDBOOK_CRITERIA_SIZE ?? 100_000)
const sizes = (process.env.FIELDBOOK_CRITERIA_SIZES ?? '1000,10000,100000,1000000').split(',').map(Number)
const parts = (process.env.FIELDBOOK_CRITERIA ?? 'counts,segments,cold').split(',')

export async function measure({ root, out, rounds, median }) {
  const how = { root, out, rounds, median, size }
  const rows = []
  if (parts.includes('counts')) rows.push(...(await measureCounts(how)))
  if (parts.includes('segments')) rows.push(...(await measureSegments(how)))
  if (parts.includes('cold')) rows.push(...(await measureCold(how)))
  if (parts.includes('curve')) rows.push(...(await measureCurve({ ...how, sizes })))
  return rows
}
