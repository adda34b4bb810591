// The town that others with the same post code have: our own contacts know most of the towns that come again.
import type { House } from '../../actions/house.ts'
import { readContacts } from '../../storage/read/contacts.ts'

/** The town most of the first few have; nothing where nobody has this post code, or the worker is away. */
export async function townOf(house: House, postCode: string, country: string, ours: string): Promise<string | undefined> {
  const code = postCode.trim()
  if (code.length < 3) return undefined
  const { rows } = await house.calls.index.search(code, 30).catch(() => ({ rows: [] }))
  const land = country || ours
  const there = await readContacts(
    house.db,
    rows.filter(({ city }) => city !== '').map(({ id }) => id),
  )
  const counts = new Map<string, number>()
  for (const { postCode: other, city, countryCode } of there) {
    if (other.trim() === code && (countryCode || ours) === land) counts.set(city, (counts.get(city) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
