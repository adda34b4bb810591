// The column index of the app, asked as the index worker asks it.
import { ColumnBuilder, type ColumnIndex } from '../../../../src/columns/index.ts'
import { addDays } from '../../../../src/base/day.ts'
import { contactAt, entriesOf, purchasesOf, today } from '../data.ts'
import { answerOf, type Engine } from '../engine.ts'
import { placeOfKey } from '../peerRows.ts'
import { criteriaOf, edits, questions } from '../questions.ts'

function built(size: number): ColumnIndex {
  const builder = new ColumnBuilder()
  const portion = 5000
  for (let from = 0; from < size; from += portion) {
    const ats = Array.from({ length: Math.min(portion, size - from) }, (_, at) => from + at)
    builder.addContacts(ats.map((at) => contactAt(at, size)))
    builder.addEntries(ats.flatMap(entriesOf))
    builder.addPurchases(ats.flatMap(purchasesOf))
  }
  return builder.finish(new Set())
}

/** The questions name days, not distances, so it does not matter when they are asked; but what was counted on one day is not remembered on another. */
const days = Array.from({ length: 2000 }, (_, at) => addDays(today, at))

export function ours(): Engine {
  let index: ColumnIndex | undefined
  let took = 0
  let asked = 0
  const loaded = () => {
    if (!index) throw new Error('not loaded')
    return index
  }
  return {
    load: (size) => {
      const start = performance.now()
      index = built(size)
      took = performance.now() - start
    },
    ask: (question) => {
      const criteria = criteriaOf(question)
      const index = loaded()
      if (!criteria) throw new Error('no such question')
      const day = days[asked++ % days.length] ?? today
      const count = index.count(criteria, day)
      if (!questions[question]?.first) return count
      const first = index.firstNames(index.matching(criteria, day), 50)
      return answerOf(
        count,
        first.map(({ contactId }) => placeOfKey(contactId) + 1),
      )
    },
    edit: (tree, at) => {
      const edit = edits[tree]
      if (!edit) throw new Error('no such tree')
      return loaded().count(edit.criteria(at), today)
    },
    more: () => Promise.resolve({ bytes: loaded().bytes(), built: took }),
  }
}
