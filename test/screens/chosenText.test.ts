// People chosen by hand in words: up to three names, then the number.
import { describe, expect, test } from 'vitest'
import type { Chosen } from '../../src/core/segment/chosen.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { chosenText, namedIn } from '../../src/screens/pieces/criteria/chosenText.ts'

const names = new Map(['Anna Berg', 'Götz Zöllner', 'Cora Dahl', 'Emil'].map((name, at) => [`c${at}`, name]))
const ids = (many: number) => Array.from({ length: many }, (_, at) => `c${at}` as ContactId)
const said = (done: Chosen['done'], many: number) => chosenText([{ done, ids: ids(many) }], names)

describe('Who was chosen by hand is said', () => {
  test.each<[string, string]>([
    ['Put in: Anna Berg', said('in', 1)],
    ['Taken out: Anna Berg, Götz Zöllner, and Cora Dahl', said('out', 3)],
    ['Pinned in: Anna Berg, Götz Zöllner, Cora Dahl, and 1 more', said('pinned', 4)],
    ['Kept out: Anna Berg, Götz Zöllner, Cora Dahl, and 49\u202f997 more', said('keptOut', 50_000)],
    ['', chosenText([], names)],
  ])('“%s”', (expected, text) => {
    expect(text).toBe(expected)
  })

  test('somebody who is no longer there is told so', () => {
    expect(chosenText([{ done: 'in', ids: ['nowhere' as ContactId] }], names)).toMatch(/^Put in: .*(gone|no longer|deleted)/i)
  })

  test('of many only those are read whose names are said', () => {
    expect(namedIn([{ done: 'reused', ids: ids(50_000) }])).toHaveLength(3)
  })
})
