// Who was chosen by hand: a card says what was done with whom, as it was done.
import { expect, test } from 'vitest'
import { chosenOfCards } from '../../src/core/segment/chosen.ts'
import { planAddByHand, planRemoveByHand, type SegmentState } from '../../src/core/segment/steps.ts'
import { after, factsAbout, occasion, person, segmentOf } from '../make.ts'
import { applied, cards, pin } from './recipes.ts'

const [anna, bert, cora] = [person({ name: 'Anna' }), person({ name: 'Bert' }), person({ name: 'Cora' })]
const facts = factsAbout([anna, bert, cora])
const byHand = (state: SegmentState, ...people: (typeof anna)[]) => after(state, planAddByHand(state, people, occasion()).changes)
const told = (state: SegmentState) => [...chosenOfCards(state.steps).values()].map((chosen) => chosen.map(({ done, ids }) => [done, ids]))

test('put in and taken out', () => {
  const put = byHand(segmentOf([]), anna, bert)
  const out = after(put, planRemoveByHand(put, [put.lines.lines[0]!.lineNo], occasion()))
  expect(told(out)).toEqual([[['in', [anna.id, bert.id]]], [['out', [anna.id]]]])
})

test('pinned in, and taken out to be kept out', () => {
  const pinned = pin(segmentOf([]), cora, 'in')
  expect(told(pin(pinned, cora, 'out'))).toEqual([[['pinned', [cora.id]]], [['keptOut', [cora.id]]]])
})

test('a contact that stands there twice is one', () => {
  const once = byHand(segmentOf([]), anna)
  const [step] = once.steps
  const twice = { ...step!, outcome: { ...step!.outcome, added: [...step!.outcome.added, { ...step!.outcome.added[0]!, lineNo: 9 }] } }
  expect(told({ ...once, steps: [twice] })).toEqual([[['in', [anna.id]]]])
})

test('taken over from a logged segment', () => {
  const once = byHand(segmentOf([]), anna)
  expect(told({ ...once, steps: [{ ...once.steps[0]!, kind: 'reuse' }] })).toEqual([[['reused', [anna.id]]]])
})

test('a card that is switched off still says who it means', () => {
  const put = byHand(segmentOf([]), anna, bert)
  const off = applied(put, { cards: cards(put).map((one) => ({ ...one, off: true as const })) }, facts)
  expect(off.lines.lines).toEqual([])
  expect(told(off)).toEqual([[['in', [anna.id, bert.id]]]])
})

test('what was undone is not told', () => {
  const put = byHand(segmentOf([]), anna)
  expect(told({ ...put, steps: put.steps.map((step) => ({ ...step, undone: true })) })).toEqual([])
})
