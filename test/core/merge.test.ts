// Two contacts become one: nothing that named the one is lost, consents hold, and parting them brings both back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMerge, type Belongings, type MergePlan } from '../../src/core/contact/merge.ts'
import { mergedFields } from '../../src/core/contact/mergedFields.ts'
import { nothingPlanned } from '../../src/core/contact/planned.ts'
import { planPart } from '../../src/core/contact/part.ts'
import type { Contact, Person } from '../../src/model/contact.ts'
import type { AnswerId, ContactId, EntryId, MailingGroupId, QuestionId, QuestionnaireId, StepId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import type { Line, Step } from '../../src/model/segment.ts'
import type { Questionnaire } from '../../src/model/lists.ts'
import { company, entry, lineOf, occasion, person, segmentOf, valid } from '../make.ts'

const nothing: Belongings = {
  people: [],
  entries: [],
  purchases: [],
  segmentLines: [],
  steps: [],
  loggedLines: [],
  savedCriteria: [],
  loggedSegments: [],
  notDuplicates: [],
  ...nothingPlanned,
}

function merged(kept: Contact, lost: Contact, belongings: Partial<Belongings> = {}, fields = mergedFields(kept, lost, [])): MergePlan {
  const done = planMerge(
    { kept, lost, fields, questionnaires: [], inherits: [], keptPeople: [] },
    { ...nothing, ...belongings },
    occasion(),
  )
  if (!done.ok) throw new Error(done.failure.code)
  valid(done.value.changes)
  return done.value
}
const stayed = (plan: MergePlan) => plan.merge.after as Person

describe('The one that stays', () => {
  const anna = person({ name: 'Anna Berger', id: 'anna' as ContactId, phone: '030 1', email: 'anna@x.de', city: 'Ulm' })
  const other = (fields: Partial<Person>) => person({ name: 'Anna Berger', id: 'other' as ContactId, ...fields })

  test.each<[string, Partial<Person>, Partial<Person>]>([
    ['gets a mobile number it has not', { mobilePhone: '0171 2' }, { mobilePhone: '0171 2' }],
    ['keeps its own phone number', { phone: '030 99' }, { phone: '030 1' }],
    ['gets another e-mail address behind its own', { email: 'berger@y.de' }, { email: 'anna@x.de', email2: 'berger@y.de' }],
    ['does not get the same address in capitals twice', { email: 'ANNA@X.DE' }, { email: 'anna@x.de' }],
    ['keeps its address as a block', { address: 'Weg 1', city: 'Bonn' }, { address: '', city: 'Ulm' }],
    [
      'gets the street where it has but the town',
      { address: 'Weg 1', postCode: '89073', city: 'ulm' },
      { address: 'Weg 1', postCode: '89073' },
    ],
    ['gets the group', { mailingGroupIds: ['news' as MailingGroupId] }, { mailingGroupIds: ['news' as MailingGroupId] }],
    ['is excluded when one was', { excludeFromSegment: true }, { excludeFromSegment: true }],
    ['is blocked when one was', { privacyBlocked: true }, { privacyBlocked: true }],
    ['is a minor without consent when one was', { minor: true }, { minor: true, parentalConsent: false }],
    ['gets the birthday', { birthday: '1980-05-01' as never }, { birthday: '1980-05-01' as never }],
  ])('%s', (_, fields, expected) => {
    expect(stayed(merged(anna, other(fields)))).toMatchObject(expected)
  })

  test('gets the written-out first name in place of an initial, or of one that is missing', () => {
    const short = person({ firstName: 'A.', surname: 'Berger', id: 'short' as ContactId })
    expect(stayed(merged(short, anna))).toMatchObject({ firstName: 'Anna', surname: 'Berger', name: 'Anna Berger' })
  })

  test('keeps its answer where one may be given, and gets the others', () => {
    const [small, big, red] = ['small', 'big', 'red'] as AnswerId[] as [AnswerId, AnswerId, AnswerId]
    const question = (id: string, multiple: boolean, ...ids: AnswerId[]) => ({
      ...{ id: id as QuestionId, description: id, multiple },
      answers: ids.map((one) => ({ id: one, description: one })),
    })
    const questionnaire: Questionnaire = {
      ...{ rev: 1, id: 'q' as QuestionnaireId, code: 'Q', description: '' },
      questions: [question('size', false, small, big), question('colour', true, red)],
    }
    const fields = mergedFields({ ...anna, answerIds: [small] }, other({ answerIds: [big, red] }), [questionnaire])
    expect(fields.answerIds).toEqual([small, red])
  })

  test('knows under which numbers the other one was known, and those it had before', () => {
    const lost = other({ no: 'KT7', externalId: 'X1', former: [{ id: 'old' as ContactId, no: 'KT3', externalId: '' }] })
    expect(stayed(merged(anna, lost)).former?.map(({ no }) => no)).toEqual(['KT3', 'KT7'])
  })

  test('is of the sample only when both were', () => {
    expect(stayed(merged({ ...anna, sample: true }, other({}))).sample).toBeUndefined()
    expect(stayed(merged({ ...anna, sample: true }, { ...other({}), sample: true })).sample).toBe(true)
  })

  test('cannot lose a consent by what is chosen', () => {
    expect(merged(anna, other({ privacyBlocked: true }), {}, { privacyBlocked: false }).merge.after.privacyBlocked).toBe(true)
  })
})

test.each<[string, Contact, Contact]>([
  ['a person and a company', person({ name: 'Anna' }), company({ name: 'Muster' })],
  ['a contact with itself', person({ name: 'Anna' }), person({ name: 'Anna' })],
])('%s are refused', (_, kept, lost) => {
  expect(planMerge({ kept, lost, fields: {}, questionnaires: [], inherits: [], keptPeople: [] }, nothing, occasion())).toMatchObject({
    ok: false,
    failure: { code: 'mergeKinds' },
  })
})

describe('On a list where both stand', () => {
  const [anna, twin] = [person({ name: 'Anna Berger' }), person({ name: 'A. Berger' })]
  const linesAfter = (...lines: Line[]) => {
    const { lines: row } = segmentOf(lines)
    return merged(anna, twin, { segmentLines: [row] }).changes.put.segmentLines?.[0]?.lines.map(({ lineNo, comment }) => [lineNo, comment])
  }
  const of = (who: Contact, lineNo: number, comment = '') => lineOf(who, lineNo, { comment })

  test.each<[string, Line[], [number, string][]]>([
    ['the line that says nothing goes', [of(anna, 1), of(twin, 2)], [[1, '']]],
    ['hers goes when only the other one says something', [of(anna, 1), of(twin, 2, 'Hello')], [[2, 'Hello']]],
    [
      'both stay when both say something',
      [of(anna, 1, 'Hi'), of(twin, 2, 'Hello')],
      [
        [1, 'Hi'],
        [2, 'Hello'],
      ],
    ],
    ['one that stands alone stays', [of(twin, 5)], [[5, '']]],
  ])('%s', (_, lines, expected) => {
    expect(linesAfter(...lines)).toEqual(expected)
  })

  test('a pin is kept', () => {
    const { lines: row } = segmentOf([of(anna, 1), lineOf(twin, 2, { pinned: true })])
    expect(merged(anna, twin, { segmentLines: [row] }).changes.put.segmentLines?.[0]?.lines).toMatchObject([{ lineNo: 1, pinned: true }])
  })

  test('who was kept out is kept out, unless the list has her', () => {
    const out = (lines: Line[]) => ({ ...segmentOf(lines).lines, pinnedOut: [twin.id] })
    const after = (lines: Line[]) => merged(anna, twin, { segmentLines: [out(lines)] }).changes.put.segmentLines?.[0]?.pinnedOut
    expect(after([])).toEqual([anna.id])
    expect(after([of(anna, 1)])).toBeUndefined()
  })

  test.each<[string, Partial<Line>, number[], ContactId[] | undefined]>([
    ['is not put back on by a line that says nothing', {}, [], [anna.id]],
    ['stands there by a line that says something, until they are parted', { comment: 'Hello' }, [2], undefined],
    ['stands there by a line put there by hand, until they are parted', { pinned: true }, [2], undefined],
  ])('who stays and was taken off by hand %s', (_, own, standing, out) => {
    const row = { ...segmentOf([lineOf(twin, 2, own)]).lines, pinnedOut: [anna.id] }
    const { merge, changes } = merged(anna, twin, { segmentLines: [row] })
    const after = changes.put.segmentLines![0]!
    expect([after.lines.map(({ lineNo }) => lineNo), after.pinnedOut]).toEqual([standing, out])
    const parted = planPart(merge, { ...nothing, others: new Set(), kept: merge.after, segmentLines: [after] }, occasion())
    const back = parted.ok ? parted.value.put.segmentLines?.[0] : undefined
    expect([back?.lines.map(({ contactId }) => contactId), back?.pinnedOut]).toEqual([[twin.id], [anna.id]])
  })
})

/** Everything that names one of three people, anyhow. */
const people = ['kept', 'lost', 'third'].map((id) => person({ name: `${id} Berger`, id: id as ContactId })) as [Person, Person, Person]
const [kept, lost] = people
const who = fc.constantFrom(...people)
const anyLines = fc
  .array(fc.tuple(who, fc.constantFrom('', 'Hello'), fc.boolean()), { maxLength: 8 })
  .map((rows) =>
    rows.map(([contact, comment, isPinned], at) => lineOf(contact, at + 1, { comment, ...(isPinned ? { pinned: true as const } : {}) })),
  )
const anyEntries = fc.array(fc.tuple(who, fc.uniqueArray(who, { maxLength: 3 })), { maxLength: 6 }).map((rows) =>
  rows.map(([contact, together], at): InteractionLogEntry => {
    const letter = { attachmentId: 'a' as never, languageCode: 'de' as never, mapping: {}, values: {} }
    const ids = together.map(({ id }) => id)
    return entry(contact, `2026-01-0${String(at + 1)}`, {
      id: `e${String(at)}` as EntryId,
      ...(ids.length > 1 ? { letter: { ...letter, together: { contactIds: ids, per: 'household' } } } : {}),
    })
  }),
)
const stepOf = (lines: readonly Line[], keptOut: ContactId[]): Step => ({
  ...{ rev: 1, id: 'step' as StepId, segmentId: 'segment' as never, position: 1, kind: 'byHand', undone: false, at: '2026-01-01' },
  outcome: {
    added: [...lines],
    removed: lines.map((line, index) => ({ line: { ...line, lineNo: line.lineNo + 100 }, index })),
    leftOut: { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 },
    ...(keptOut.length > 0 ? { keptOut } : {}),
  },
})

describe('Laws', () => {
  const world = fc.tuple(anyLines, anyEntries, anyLines, fc.uniqueArray(fc.constantFrom(...people.map(({ id }) => id))))
  const belongingsOf = ([lines, entries, stepLines, out]: [Line[], InteractionLogEntry[], Line[], ContactId[]]): Belongings => {
    const on = new Set(lines.map(({ contactId }) => contactId))
    const pinnedOut = out.filter((id) => !on.has(id))
    const row = { ...segmentOf(lines).lines, ...(pinnedOut.length > 0 ? { pinnedOut } : {}) }
    const naming = entries.filter(({ contactId, letter }) => contactId === lost.id || letter?.together?.contactIds.includes(lost.id))
    return { ...nothing, segmentLines: [row], entries: naming, steps: [stepOf(stepLines, out)] }
  }
  const namesLost = (value: unknown) => JSON.stringify(value).includes('"lost"')

  test('nothing names the contact that went, and nothing is lost', () => {
    fc.assert(
      fc.property(world, (any) => {
        const before = belongingsOf(any)
        const { changes, merge } = merged(kept, lost, before)
        const { contacts: _, merges: __, ...rest } = changes.put
        expect(namesLost(rest)).toBe(false)
        expect(changes.put.entries ?? []).toHaveLength(before.entries.length)
        const comments = (lines: readonly Line[] = []) => lines.flatMap(({ comment }) => comment || []).sort()
        const [row] = before.segmentLines
        const after = changes.put.segmentLines?.[0] ?? row
        expect(comments(after?.lines)).toEqual(comments(row?.lines))
        const on = (lines: readonly Line[] = []) => new Set(lines.map(({ contactId }) => (contactId === lost.id ? kept.id : contactId)))
        const [now, was] = [on(after?.lines), on(row?.lines)]
        // Who stayed and was taken off by hand is not put back on by a line that says nothing.
        if (row?.pinnedOut?.includes(kept.id) && !now.has(kept.id)) was.delete(kept.id)
        expect(now).toEqual(was)
        expect(row?.pinnedOut?.includes(kept.id) === true && !now.has(kept.id)).toBe(
          (row?.pinnedOut?.includes(kept.id) ?? false) && after?.pinnedOut?.includes(kept.id) === true,
        )
        expect(merge.moved.entries).toHaveLength(before.entries.filter(({ contactId }) => contactId === lost.id).length)
      }),
    )
  })

  test('parted at once, all stands where it stood', () => {
    fc.assert(
      fc.property(world, (any) => {
        const before = belongingsOf(any)
        const { changes, merge } = merged(kept, lost, before)
        const now = <R extends { id: string }>(rows: readonly R[], put: readonly R[] = []) =>
          rows.map((row) => put.find(({ id }) => id === row.id) ?? row)
        const parted = planPart(
          merge,
          {
            ...gone,
            kept: merge.after,
            entries: now(before.entries, changes.put.entries),
            segmentLines: now(before.segmentLines, changes.put.segmentLines).filter(() => merge.moved.lines.length > 0),
            steps: now(before.steps, changes.put.steps).filter(() => merge.moved.steps.length > 0),
          },
          occasion(),
        )
        if (!parted.ok) throw new Error(parted.failure.code)
        const { put } = valid(parted.value)
        const plain = (rows: readonly object[]) => JSON.parse(JSON.stringify(rows)) as object[]
        expect(plain(now(before.entries, put.entries))).toEqual(plain(before.entries))
        const rows = now(before.segmentLines, put.segmentLines)
        const outOf = (row: (typeof rows)[number]) => new Set(row.pinnedOut?.filter((id) => id !== kept.id))
        const keptOut = (row: (typeof rows)[number]) => row.pinnedOut?.includes(kept.id) ?? false
        expect(rows.map(outOf)).toEqual(before.segmentLines.map(outOf))
        expect(rows.filter(keptOut).length).toBeGreaterThanOrEqual(before.segmentLines.filter(keptOut).length)
        const standing = (lines: readonly Line[]) => lines.map(({ lineNo, contactId, comment }) => [lineNo, contactId, comment])
        expect(rows.map(({ lines }) => standing(lines))).toEqual(before.segmentLines.map(({ lines }) => standing(lines)))
        // The one that stayed may be kept out by a step as the other one was: nobody comes in by that who should not.
        const out = ({ outcome }: Step) => new Set(outcome.keptOut?.filter((id) => id !== kept.id))
        const did = (step: Step) => [step.outcome.added, step.outcome.removed, out(step)]
        expect(now(before.steps, put.steps).map(did)).toEqual(before.steps.map(did))
        const contact = (id: ContactId) => put.contacts?.find((one) => one.id === id)
        expect({ ...contact(lost.id), rev: 1, changedAt: lost.changedAt }).toEqual(lost)
        expect({ ...contact(kept.id), changedAt: kept.changedAt }).toEqual(kept)
      }),
    )
  })
})

const gone = { ...nothing, others: new Set<ContactId>() }
