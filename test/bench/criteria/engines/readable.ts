// The app's readable evaluation, which says what is right. It has no bar: everybody else has to count what it counts.
import { factsOf, type Facts } from '../../../../src/core/criteria/facts.ts'
import { selectContacts, orderForSegment } from '../../../../src/core/criteria/select.ts'
import { contactAt, entriesOf, purchasesOf, today } from '../data.ts'
import { answerOf, type Engine } from '../engine.ts'
import { placeOfKey } from '../peerRows.ts'
import { edits, questions } from '../questions.ts'
import type { Criteria } from '../../../../src/model/criteria.ts'

export function readable(): Engine {
  let facts: Facts = factsOf([], [])
  const select = (criteria: Criteria | undefined) => (criteria ? selectContacts(criteria, facts, today) : [])
  return {
    load: (size) => {
      const ats = Array.from({ length: size }, (_, at) => at)
      const contacts = ats.map((at) => contactAt(at, size))
      facts = factsOf(contacts, ats.flatMap(entriesOf), new Set(), ats.flatMap(purchasesOf))
    },
    ask: (question) => {
      const asked = questions[question]
      const found = select(asked?.criteria)
      if (!asked?.first) return found.length
      const first = orderForSegment(found, facts).slice(0, 50)
      return answerOf(
        found.length,
        first.map(({ id }) => placeOfKey(id) + 1),
      )
    },
    edit: (tree, at) => select(edits[tree]?.criteria(at)).length,
  }
}
