// Selecting contacts: by taps, over several searches, turned round, from here to there; and the address that says what is listed.
import { describe, expect, test } from 'vitest'
import { packIds, unpackIds } from '../../src/base/packedIds.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { ContactSelection, type Shown } from '../../src/screens/contacts/contactSelection.svelte.ts'
import { addressOf, askOf } from '../../src/screens/contacts/listView.ts'

const shownOf = (...ids: string[]): Shown => ({
  ids: () => Promise.resolve(packIds(ids)),
  between: (from, to) => {
    const [a, b] = [ids.indexOf(from), ids.indexOf(to)].sort((one, other) => one - other)
    return Promise.resolve(a === undefined || a < 0 ? undefined : (ids.slice(a, (b ?? 0) + 1) as ContactId[]))
  },
})
const id = (name: string) => name as ContactId
const list = shownOf('anna', 'ben', 'cem', 'dora', 'eva')
const taken = async (selection: ContactSelection) => unpackIds(await selection.packed()).sort()

describe('A selection', () => {
  test('takes everybody from the last tap to here, and stays while another search is typed', async () => {
    const selection = new ContactSelection()
    await selection.tap(id('dora'), list)
    selection.toHere = true
    await selection.tap(id('ben'), list)
    await selection.all(shownOf('zoe', 'ben'))
    expect(await taken(selection)).toEqual(['ben', 'cem', 'dora', 'zoe'])
    expect([selection.count, selection.toHere, selection.has(id('anna'))]).toEqual([4, false, false])
  })
  test('is turned round among those who are shown', async () => {
    const selection = new ContactSelection()
    await selection.all(shownOf('zoe', 'anna'))
    await selection.invert(list)
    expect(await taken(selection)).toEqual(['ben', 'cem', 'dora', 'eva', 'zoe'])
    selection.end()
    expect([selection.count, selection.on]).toEqual([0, false])
  })
  test('of twelve thousand is handed on whole', async () => {
    const ids = Array.from({ length: 12_000 }, (_, at) => `019a0000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`)
    const selection = new ContactSelection()
    await selection.all(shownOf(...ids))
    expect(await taken(selection)).toEqual(ids)
  })
})

test.each([
  '#/contacts',
  '#/contacts?q=berg',
  '#/contacts?list=mailingGroups&id=news&q=berg',
  '#/contacts?quick=mine+noEmail&sort=lastInteraction&down=yes',
  '#/contacts?by=company',
])('What is listed stands in the address · %s', (address) => {
  expect(addressOf(askOf(new URLSearchParams(address.split('?')[1] ?? '')))).toBe(address)
})
