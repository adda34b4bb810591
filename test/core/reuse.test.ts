// Who of a logged segment is meant, and which recipe the steps of a segment give.
import { describe, expect, test } from 'vitest'
import { followUpCounts, peopleOf, planReuseLogged } from '../../src/core/segment/followUp.ts'
import { planMailingGroup } from '../../src/core/segment/mailingGroup.ts'
import { inARow } from '../../src/core/segment/replay.ts'
import { recipeOf } from '../../src/core/segment/recipe.ts'
import { peopleByHand, savedSteps } from '../../src/core/segment/savedCriteria.ts'
import { planAddByHand, planRemoveByHand } from '../../src/core/segment/steps.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, MailingGroupId } from '../../src/model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment, LoggedSegmentState } from '../../src/model/interaction.ts'
import type { FollowUpWho } from '../../src/model/parts.ts'
import { after, entry, lineOf, occasion, person, segmentOf, valid } from '../make.ts'

const anna = person({ name: 'Anna' })
const bert = person({ name: 'Bert' })
const cora = person({ name: 'Cora' })
const fair = 'fair' as CampaignId
const spring = 'spring' as LoggedSegmentId
const later = 'later' as LoggedSegmentId

const sent = (contact: Contact, fields: Partial<InteractionLogEntry> = {}, id = `of ${contact.id}`) =>
  entry(contact, '2026-11-02', { id: id as EntryId, loggedSegmentId: spring, campaignId: fair, ...fields })
const lineFor = (one: InteractionLogEntry, lineNo: number): LoggedLine => ({
  ...{ line: lineOf(one.contactId, lineNo), name: '', companyName: '', city: '', entryId: one.id, values: {} },
})
const state = (id: LoggedSegmentId, cancelled: boolean): LoggedSegmentState => ({ rev: 1, id, cancelled, reason: '', at: '' })
const nobody = new Map<LoggedSegmentId, LoggedSegmentState>()
const people = (own: InteractionLogEntry[], who: FollowUpWho, others: InteractionLogEntry[] = [], states = nobody) =>
  peopleOf(own.map(lineFor), [...own, ...others], states, who).join(' ')

describe('Whoever is meant of a logged segment', () => {
  const answer = (day: string, fields: Partial<InteractionLogEntry> = {}) =>
    entry(cora, day, { campaignId: fair, campaignResponse: true, ...fields })

  test.each<[string, InteractionLogEntry[], string]>([
    ['an answer to the same campaign, later', [answer('2026-11-05')], 'cora'],
    ['an answer on the same day', [answer('2026-11-02')], 'cora'],
    ['an answer from before', [answer('2026-11-01')], ''],
    ['an answer to another campaign', [answer('2026-11-05', { campaignId: 'other' as CampaignId })], ''],
    ['an answer that was cancelled', [answer('2026-11-05', { cancelled: true })], ''],
    ['an answer in a segment that was cancelled', [answer('2026-11-05', { loggedSegmentId: later })], ''],
    ['an answer of somebody else', [entry(bert, '2026-11-05', { campaignId: fair, campaignResponse: true })], ''],
    ['a later interaction that is no answer', [entry(cora, '2026-11-05', { campaignId: fair })], ''],
  ])('%s: "%s" responded', (_, others, expected) => {
    const states = new Map([[later, state(later, true)]])
    expect(people([sent(cora)], 'responded', others, states)).toBe(expected)
    expect(people([sent(cora)], 'notResponded', others, states)).toBe(expected === '' ? 'cora' : '')
  })

  test('an entry that is an answer itself has responded', () => {
    expect(people([sent(cora, { campaignResponse: true })], 'responded')).toBe('cora')
  })

  test('what was cancelled by itself brings nobody along, whoever is asked for; the reference takes the cancelled, too', () => {
    const own = [sent(anna, { cancelled: true, evaluation: 'positive', attemptFailed: true }), sent(bert)]
    expect([...followUpCounts(own.map(lineFor), own, nobody)].filter(([, count]) => count > 0)).toEqual([
      ['all', 1],
      ['notResponded', 1],
      ['notEvaluated', 1],
    ])
  })

  test('a segment cancelled as a whole can be used again: its people are to be written to once more', () => {
    expect(people([sent(anna), sent(bert)], 'all', [], new Map([[spring, state(spring, true)]]))).toBe('anna bert')
  })

  test('somebody with two lines is one: she answered if she answered one, her call failed if both failed', () => {
    const [first, second] = [sent(anna, { attemptFailed: true }, 'first'), sent(anna, { evaluation: 'neutral' }, 'second')]
    expect(people([first, second], 'all')).toBe('anna')
    expect(people([first, second], 'attemptFailed')).toBe('')
    expect(people([first, second], 'notEvaluated')).toBe('')
    expect(people([first, second], 'neutral')).toBe('anna')
  })

  test('lines without an entry, as of somebody left out, are nobody', () => {
    const { entryId: _, ...left } = lineFor(sent(anna), 1)
    expect(peopleOf([left], [], nobody, 'all')).toEqual([])
  })
})

describe('A logged segment used again', () => {
  const logged = { id: spring, no: 'SM00001', header: segmentOf([]).segment } as LoggedSegment
  const contacts = new Map([anna, bert].map((contact) => [contact.id, contact]))

  test('in place of the others is two steps in one commit, each with its own undo', () => {
    const start = segmentOf([bert, lineOf('gone' as ContactId, 7)])
    const chosen = { who: 'all', people: [anna.id, bert.id, anna.id] } as const
    const { changes, value } = planReuseLogged(start, logged, chosen, contacts, 'replace', occasion())
    const now = after(start, valid(changes))
    expect(value).toMatchObject({ added: 2, removed: 2, gone: 0 })
    expect(now.lines.lines.map(({ lineNo, contactId }) => `${lineNo} ${contactId}`)).toEqual(['8 anna', '9 bert'])
    expect(now.steps.map(({ kind, position, outcome }) => [kind, position, outcome.removed.length])).toEqual([
      ['reduce', 1, 2],
      ['reuse', 2, 0],
    ])
  })
})

describe('Steps as a recipe', () => {
  test('what was done by hand stays with its list, where the reference saves it as No. = X; each person it concerns is counted once', () => {
    const start = segmentOf([bert])
    const added = after(start, planAddByHand(start, [anna, cora], occasion(1)).changes)
    const less = after(added, planRemoveByHand(added, [1, 2], occasion(2)))
    expect(savedSteps(recipeOf(less.steps), new Map())).toEqual([])
    expect(peopleByHand(recipeOf(less.steps))).toBe(3)
  })

  test('plans in a row give the steps that stand one after the other, and end what could be redone', () => {
    const start = segmentOf([bert])
    const undone = { ...start, steps: [{ ...after(start, planRemoveByHand(start, [1], occasion())).steps[0]!, undone: true }] }
    const add = (contact: Contact) => (now: typeof start) => planAddByHand(now, [contact], occasion()).changes
    const now = after(undone, inARow(undone, [add(anna), add(cora)]))
    expect(now.steps.map(({ kind, position, undone }) => [kind, position, undone])).toEqual([
      ['byHand', 1, false],
      ['byHand', 2, false],
    ])
    expect(now.lines.lines.map(({ contactId }) => contactId)).toEqual(['bert', 'anna', 'cora'])
  })
})

describe('A mailing group for a segment', () => {
  const news = { rev: 3, id: 'news' as MailingGroupId, code: 'NEWS', description: 'Newsletter' }
  const has = person({ name: 'Hans', mailingGroupIds: [news.id, 'other' as MailingGroupId] })
  const contacts = new Map([anna, has].map((contact) => [contact.id, contact]))

  test('rests on contacts, group and lines as they were read, and keeps other groups', () => {
    const state = segmentOf([anna, anna, has, lineOf('gone' as ContactId, 9)])
    const { changes, counts } = planMailingGroup(state, news, contacts, { replaceOld: false }, occasion())
    expect(counts).toEqual({ gets: 1, has: 1, loses: 0, withheld: 0, gone: 1 })
    expect(valid(changes).put.contacts).toMatchObject([{ id: anna.id, mailingGroupIds: [news.id] }])
    expect(changes.requires.map(({ table, rev }) => [table, rev])).toEqual([
      ['contacts', 1],
      ['mailingGroups', 3],
      ['segmentLines', 1],
    ])
  })

  test('those who have it already are not written again', () => {
    expect(planMailingGroup(segmentOf([has]), news, contacts, { replaceOld: true }, occasion()).changes.put).toEqual({})
  })

  test('of old assignments the others of the person stay', () => {
    const start = segmentOf([anna, has])
    const without = after(start, planRemoveByHand(start, [2], occasion()))
    const { changes, counts } = planMailingGroup(without, news, contacts, { replaceOld: true }, occasion())
    expect(counts).toMatchObject({ gets: 1, loses: 1 })
    expect(changes.put.contacts?.find(({ id }) => id === has.id)?.mailingGroupIds).toEqual(['other'])
  })
})
