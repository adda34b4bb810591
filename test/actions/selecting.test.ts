// Selecting through the actions, in memory: criteria saved and used again, a logged segment used again, a mailing group given to a
// segment. Ahorn has Anna and Bert, Birke has Cora; Dora works for nobody, Emil is excluded from segments, Frida is privacy blocked.
import { beforeEach, describe, expect, it } from 'vitest'
import { undo, type House } from '../../src/actions/house.ts'
import { createFollowUp } from '../../src/actions/loggedSegments.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { applyMailingGroup, mailingGroupPreview } from '../../src/actions/mailingGroups.ts'
import { reuseLogged } from '../../src/actions/reuse.ts'
import { changeSavedCriteria, deleteCriteria, renameCriteria, reuseCriteria, saveCriteria } from '../../src/actions/savedCriteria.ts'
import {
  addByHand,
  changeHeader,
  changeLine,
  commentLine,
  createSegment,
  pinContact,
  redoStep,
  removeByHand,
  undoStep,
} from '../../src/actions/segments.ts'
import { selectContacts } from '../../src/actions/selectContacts.ts'
import { defaultOptions } from '../../src/core/segment/outcome.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { StepOptions } from '../../src/model/criteria.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { LoggedSegmentId, MailingGroupId, SavedCriteriaId, SegmentId } from '../../src/model/ids.ts'
import type { FollowUpWho } from '../../src/model/parts.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readFollowUpFacts } from '../../src/storage/read/followUp.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { all, campaign, choice, company, entry, person, salesperson, template, text } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

const ahorn = company({ name: 'Ahorn' })
const birke = company({ name: 'Birke' })
const anna = person({ name: 'Anna', company: ahorn, city: 'Ulm' })
const bert = person({ name: 'Bert', company: ahorn })
const cora = person({ name: 'Cora', company: birke })
const dora = person({ name: 'Dora', city: 'Ulm' })
const emil = person({ name: 'Emil', city: 'Ulm', excludeFromSegment: true })
const frida = person({ name: 'Frida', city: 'Ulm', privacyBlocked: true })
const letter = template({ documents: [] })
const fair = campaign({ description: 'Spring fair' })
const vera = salesperson({ name: 'Vera Sommer' })
const ulm = all(text('city', 'isAnyOf', 'Ulm'))
const persons = all(choice('type', 'isAnyOf', 'person'))

let house: House
let segmentId: SegmentId
const store = async (put: Changes['put']) => good(commit(house.db, { ...noChanges(), put }, 'test', ''))
const select = (kind: 'add' | 'reduce' | 'refine', criteria = persons, options: Partial<StepOptions> = {}, id = segmentId) =>
  good(selectContacts(house, id, { kind, criteria, options: { ...defaultOptions, ...options } }))
const another = async (description = 'Another') => (await good(createSegment(house, description))).value
const state = async (id = segmentId) => (await readSegment(house.db, id))!
const names = async (id = segmentId) => (await state(id)).lines.lines.map(({ contactId }) => contactId).join(' ')
const lineOf = async (contact: Contact, id = segmentId) => (await state(id)).lines.lines.find((line) => line.contactId === contact.id)!
const kinds = async (id = segmentId) => (await state(id)).steps.map(({ kind }) => kind)

beforeEach(async () => {
  house = openHouse()
  const contacts = [ahorn, birke, anna, bert, cora, dora, emil, frida]
  await store({ contacts, templates: [letter], campaigns: [fair], salespeople: [vera] })
  segmentId = await another('Spring letter')
})

const save = (code = 'ULM', id = segmentId) => saveCriteria(house, id, { code, description: 'People of Ulm' })
const stored = async (id: SavedCriteriaId) => (await house.db.savedCriteria.get(id))!

describe('Save criteria', () => {
  it('keeps the steps that stand; who was chosen by hand is left out and counted, where the reference saves her as No. = X', async () => {
    await select('add', ulm)
    await good(addByHand(house, segmentId, [emil.id, cora.id]))
    await good(removeByHand(house, segmentId, [(await lineOf(dora)).lineNo]))
    await select('refine', persons, { entireCompanies: true })
    await select('reduce', ulm)
    await good(undoStep(house, segmentId))
    const { value } = await good(save(' ULM '))
    expect(value.byHand).toBe(3)
    const saved = await stored(value.id)
    expect(saved).toMatchObject({ code: 'ULM', description: 'People of Ulm', savedBy: 'Vera' })
    expect(saved.steps).toEqual([
      { kind: 'add', criteria: ulm, options: defaultOptions },
      { kind: 'refine', criteria: persons, options: { ...defaultOptions, entireCompanies: true } },
    ])
  })

  it.each<[string, string, Failure]>([
    ['has no steps', 'NEW', { code: 'criteriaNoSteps' }],
    ['has only people chosen by hand', 'NEW', { code: 'criteriaNoSteps' }],
    ['has only steps that were undone', 'NEW', { code: 'criteriaNoSteps' }],
    ['gets no code', '  ', { code: 'codeBlank' }],
    ['gets a code that is there, in small letters', 'old', { code: 'codeTaken', taken: 'OLD' }],
  ])('is refused where a segment %s; nothing is written', async (what, code, failure) => {
    const other = await another()
    await select('add', ulm, {}, other)
    await good(save('OLD', other))
    if (what.includes('by hand')) await good(addByHand(house, segmentId, [anna.id]))
    else if (!what.includes('no steps')) await select('add', ulm)
    if (what.includes('undone')) await good(undoStep(house, segmentId))
    const before = await contents(house)
    expect(await save(code)).toEqual({ ok: false, failure })
    expect(await contents(house)).toEqual(before)
  })

  it('is taken back by its undo', async () => {
    await select('add', ulm)
    const done = await good(save())
    await good(undo(house, done.inverse, 'saveCriteria'))
    expect(await house.db.savedCriteria.count()).toBe(0)
  })
})

describe('Saved criteria', () => {
  it('are renamed, but not to a code that is taken or blank', async () => {
    await select('add', ulm)
    const {
      value: { id },
    } = await good(save('ULM'))
    await good(save('OTHER'))
    await good(renameCriteria(house, id, { code: 'Ulm', description: 'Those from Ulm' }))
    expect(await stored(id)).toMatchObject({ code: 'Ulm', description: 'Those from Ulm' })
    expect(await renameCriteria(house, id, { code: 'other', description: '' })).toEqual({
      ok: false,
      failure: { code: 'codeTaken', taken: 'OTHER' },
    })
    expect(await renameCriteria(house, id, { code: '', description: '' })).toMatchObject({ failure: { code: 'codeBlank' } })
  })

  it('are deleted and brought back; the segment that used them keeps its steps', async () => {
    await select('add', ulm)
    const {
      value: { id },
    } = await good(save())
    const other = await another()
    await good(reuseCriteria(house, other, id, 'add'))
    const gone = await good(deleteCriteria(house, id))
    expect(await house.db.savedCriteria.count()).toBe(0)
    expect((await state(other)).steps[0]).toMatchObject({ kind: 'add', from: { kind: 'savedCriteria', code: 'ULM' } })
    expect(await reuseCriteria(house, other, id, 'add')).toMatchObject({ failure: { code: 'notFound' } })
    await good(undo(house, gone.inverse, 'deleteCriteria'))
    expect(await house.db.savedCriteria.count()).toBe(1)
  })

  it('are edited: a step dropped, others put in another order, one switched off and passed over', async () => {
    await select('add', persons)
    await select('refine', ulm)
    await select('reduce', all(text('name', 'isAnyOf', 'Dora')))
    const {
      value: { id },
    } = await good(save())
    const [add, refine, reduce] = (await stored(id)).steps
    await good(changeSavedCriteria(house, id, [add!, reduce!, { ...refine!, off: true }]))
    const other = await another()
    expect((await good(reuseCriteria(house, other, id, 'add'))).value).toHaveLength(2)
    expect(await names(other)).toBe('anna bert cora')
    await good(changeSavedCriteria(house, id, [{ ...add!, off: true }]))
    expect(await reuseCriteria(house, other, id, 'replace')).toEqual({ ok: false, failure: { code: 'criteriaNoSteps' } })
    expect(await changeSavedCriteria(house, id, [])).toEqual({ ok: false, failure: { code: 'criteriaNoSteps' } })
    expect(await names(other)).toBe('anna bert cora')
  })
})

describe('Reuse criteria', () => {
  const recipe = async () => {
    await select('add', ulm, { expandCompanies: true })
    await select('add', all(text('name', 'isAnyOf', 'Emil')), { ignoreExclusion: true })
    await select('reduce', all(text('name', 'isAnyOf', 'Bert')))
    return (await good(save())).value.id
  }

  it('replays every step with its options on today’s data, as one commit that is undone as one', async () => {
    const id = await recipe()
    const gustav = person({ name: 'Gustav', city: 'Ulm', company: birke })
    await store({ contacts: [gustav] })
    const other = await another()
    await good(addByHand(house, other, [bert.id]))
    const before = await contents(house)
    const done = await good(reuseCriteria(house, other, id, 'add'))
    expect(done.value.map(({ addedIds, removedLineNos, matched }) => [addedIds.length, removedLineNos.length, matched])).toEqual([
      [6, 0, 5],
      [1, 0, 1],
      [0, 1, 1],
    ])
    expect(done.value[0]?.leftOut).toEqual({ excluded: 1, privacyBlocked: 1, minor: 0, alreadyThere: 1 })
    expect(await names(other)).toBe('dora ahorn anna birke cora gustav emil')
    expect((await state(other)).steps.map(({ kind, position, from }) => [kind, position, from && 'code' in from && from.code])).toEqual([
      ['byHand', 1, undefined],
      ['add', 2, 'ULM'],
      ['add', 3, 'ULM'],
      ['reduce', 4, 'ULM'],
    ])
    await good(undo(house, done.inverse, 'reuseCriteria'))
    expect(await contents(house)).toEqual(before)
  })

  it('in place of those who are there takes them out first, as a step that can be undone with their own edits', async () => {
    const id = await recipe()
    const other = await another()
    await good(addByHand(house, other, [anna.id, cora.id]))
    await good(commentLine(house, other, (await lineOf(cora, other)).lineNo, 'For Cora'))
    await good(reuseCriteria(house, other, id, 'replace'))
    expect(await names(other)).toBe('dora ahorn anna emil')
    expect(await kinds(other)).toEqual(['byHand', 'reduce', 'add', 'add', 'reduce'])
    for (let step = 0; step < 4; step++) await good(undoStep(house, other))
    expect(await lineOf(cora, other)).toMatchObject({ comment: 'For Cora' })
    expect(await names(other)).toBe('anna cora')
    for (let step = 0; step < 4; step++) await good(redoStep(house, other))
    expect(await names(other)).toBe('dora ahorn anna emil')
  })

  it('keeps Entire Companies of a Refine, which the reference loses when it replays', async () => {
    await select('add', persons)
    await select('refine', ulm, { entireCompanies: true })
    expect(await names()).toBe('dora anna bert')
    const {
      value: { id },
    } = await good(save())
    const other = await another()
    await good(reuseCriteria(house, other, id, 'add'))
    expect(await names(other)).toBe('dora anna bert')
  })

  it('gives the same people again, but nobody who was chosen by hand, where the reference brings her along', async () => {
    await recipe()
    const before = await names()
    await good(addByHand(house, segmentId, [birke.id]))
    const {
      value: { id, byHand },
    } = await good(save('AGAIN'))
    const other = await another()
    await good(reuseCriteria(house, other, id, 'add'))
    expect([await names(other), byHand]).toEqual([before, 1])
  })

  it('in place of those who are there leaves who is pinned', async () => {
    const id = await recipe()
    const other = await another()
    await good(addByHand(house, other, [cora.id, birke.id]))
    await good(pinContact(house, other, cora.id, 'in'))
    await good(reuseCriteria(house, other, id, 'replace'))
    expect(await names(other)).toBe('cora dora ahorn anna emil')
    await good(pinContact(house, other, dora.id, 'out'))
    await good(reuseCriteria(house, other, id, 'add'))
    expect(await names(other)).toBe('cora ahorn anna emil')
  })

  it('asks nothing on a segment that has steps already, where the reference asks whether to go on: there is an undo', async () => {
    const id = await recipe()
    const before = await names()
    const done = await good(reuseCriteria(house, segmentId, id, 'add'))
    expect(await kinds()).toEqual(['add', 'add', 'reduce', 'add', 'add', 'reduce'])
    await good(undo(house, done.inverse, 'reuseCriteria'))
    expect(await names()).toBe(before)
  })

  it('has no longest criteria, where the reference refuses more than 2048 characters', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => person({ name: `Somebody Withalongname ${i}` }))
    await store({ contacts: many })
    await select('add', all({ kind: 'contact', operator: 'isAnyOf', ids: many.map(({ id }) => id) }))
    const {
      value: { id },
    } = await good(save('LONG'))
    const other = await another()
    await good(reuseCriteria(house, other, id, 'add'))
    expect((await state(other)).lines.lines).toHaveLength(1000)
  })

  it('of criteria that were saved from reused ones stands on steps of its own', async () => {
    const id = await recipe()
    const other = await another()
    await good(reuseCriteria(house, other, id, 'add'))
    const {
      value: { id: copy },
    } = await good(save('COPY', other))
    expect((await stored(copy)).steps).toEqual((await stored(id)).steps)
  })
})

/** Logs Anna, Cora and Dora as a mailing of the spring fair. */
async function mailing(): Promise<LoggedSegmentId> {
  await good(addByHand(house, segmentId, [anna.id, cora.id, dora.id]))
  const header = { templateId: letter.id, salespersonId: vera.id, campaignId: fair.id, subject: 'Your ticket', languageCode: 'fr' as never }
  const flags = { ignoreContactLanguage: true, correspondenceType: 'email' as const, ignoreContactCorrespondence: true }
  const once = { unitCost: 3.5, unitDuration: 12, informationFlow: 'inbound', initiatedBy: 'them' } as const
  await good(changeHeader(house, segmentId, { ...header, ...flags, ...once, campaignTarget: true, campaignResponse: false }, 'keep'))
  const { rev } = (await state()).segment
  return (await good(logSegment(house, segmentId, { rev, followUp: undefined }))).loggedId
}

async function changeEntries(loggedId: LoggedSegmentId, fields: Record<string, object>) {
  const entries = await house.db.entries.where('loggedSegmentId').equals(loggedId).toArray()
  await store({ entries: entries.map((one) => ({ ...one, ...fields[one.contactId] })) })
}

describe('Reuse a logged segment', () => {
  it('puts its people on the segment once, as one step with its own undo', async () => {
    const loggedId = await mailing()
    const other = await another()
    await good(addByHand(house, other, [cora.id]))
    const before = await contents(house)
    const done = await good(reuseLogged(house, other, loggedId, 'all', 'add'))
    expect(done.value).toMatchObject({ added: 2, removed: 0, gone: 0, leftOut: { alreadyThere: 1 } })
    expect(await names(other)).toBe('cora anna dora')
    expect((await state(other)).steps[1]).toMatchObject({ kind: 'reuse', from: { kind: 'loggedSegment', id: loggedId, who: 'all' } })
    await good(undo(house, done.inverse, 'reuseLogged'))
    expect(await contents(house)).toEqual(before)
  })

  it('in place of those who are there', async () => {
    const loggedId = await mailing()
    const other = await another()
    await good(addByHand(house, other, [bert.id, cora.id]))
    expect((await good(reuseLogged(house, other, loggedId, 'all', 'replace'))).value).toMatchObject({ added: 3, removed: 2 })
    expect(await names(other)).toBe('anna cora dora')
    expect(await kinds(other)).toEqual(['byHand', 'reduce', 'reuse'])
  })

  it('leaves out and counts who is gone, privacy blocked or a minor by now, where the reference asks nobody', async () => {
    const loggedId = await mailing()
    const minor = person({ name: 'Dora', minor: true })
    await store({ contacts: [{ ...anna, privacyBlocked: true }, minor] })
    await good(commit(house.db, { ...noChanges(), remove: { contacts: [cora.id] } }, 'test', ''))
    const other = await another()
    const { value } = await good(reuseLogged(house, other, loggedId, 'all', 'add'))
    expect(value).toEqual({ added: 0, removed: 0, gone: 1, leftOut: { excluded: 0, privacyBlocked: 1, minor: 1, alreadyThere: 0 } })
    expect(await kinds(other)).toEqual(['reuse'])
  })

  it('lines inherit campaign and all else from the segment they come to, where the reference writes the old campaign on each', async () => {
    const loggedId = await mailing()
    const other = await another()
    await good(reuseLogged(house, other, loggedId, 'all', 'add'))
    expect((await state(other)).lines.lines.map(({ own, comment }) => [own, comment])).toEqual([{}, {}, {}].map((own) => [own, '']))
  })

  it.each<[FollowUpWho, string]>([
    ['all', 'anna cora dora'],
    ['responded', 'anna cora'],
    ['notResponded', 'dora'],
    ['notEvaluated', 'anna dora'],
    ['veryPositive', 'cora'],
    ['negative', ''],
    ['attemptFailed', 'dora'],
  ])('%s: %s', async (who, expected) => {
    const loggedId = await mailing()
    await changeEntries(loggedId, {
      anna: { respondedDay: '2026-11-24' },
      cora: { evaluation: 'veryPositive' },
      dora: { attemptFailed: true },
    })
    await store({ entries: [entry(cora, '2026-11-30', { campaignId: fair.id, campaignResponse: true })] })
    const other = await another()
    await good(reuseLogged(house, other, loggedId, who, 'add'))
    expect(await names(other)).toBe(expected)
  })

  it.each<FollowUpWho>(['all', 'responded', 'notResponded', 'notEvaluated', 'veryPositive', 'attemptFailed'])(
    'saved as criteria, %s means the same people',
    async (who) => {
      const loggedId = await mailing()
      await changeEntries(loggedId, {
        anna: { respondedDay: '2026-11-24' },
        cora: { evaluation: 'veryPositive' },
        dora: { attemptFailed: true },
      })
      await store({ entries: [entry(cora, '2026-11-30', { campaignId: fair.id, campaignResponse: true })] })
      const [one, other] = [await another(), await another()]
      await good(reuseLogged(house, one, loggedId, who, 'add'))
      const {
        value: { id },
      } = await good(save('AGAIN', one))
      await good(reuseCriteria(house, other, id, 'add'))
      const sorted = async (of: SegmentId) => (await names(of)).split(' ').sort()
      expect(await sorted(other)).toEqual(await sorted(one))
      expect(await names(one)).not.toBe('')
    },
  )

  it('saved as criteria, an answer to a campaign that only the template names is an answer, too', async () => {
    const named = { ...(await house.db.templates.get(letter.id))!, campaignId: fair.id }
    await store({ templates: [named] })
    await good(addByHand(house, segmentId, [anna.id, cora.id]))
    await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id, campaignId: undefined }, 'keep'))
    const { rev } = (await state()).segment
    const { loggedId } = await good(logSegment(house, segmentId, { rev, followUp: undefined }))
    await store({ entries: [entry(cora, '2026-11-30', { campaignId: fair.id, campaignResponse: true })] })
    const [one, other] = [await another(), await another()]
    await good(reuseLogged(house, one, loggedId, 'responded', 'add'))
    const {
      value: { id },
    } = await good(save('AGAIN', one))
    await good(reuseCriteria(house, other, id, 'add'))
    expect([await names(one), await names(other)]).toEqual(['cora', 'cora'])
  })

  it('is refused where there is no such logged segment, or the segment is gone', async () => {
    const loggedId = await mailing()
    expect(await reuseLogged(house, await another(), 'nowhere' as LoggedSegmentId, 'all', 'add')).toMatchObject({
      failure: { code: 'notFound', table: 'loggedSegments' },
    })
    expect(await reuseLogged(house, segmentId, loggedId, 'all', 'add')).toMatchObject({ failure: { code: 'notFound', table: 'segments' } })
  })
})

describe('A follow-up segment', () => {
  it('takes the header along: campaign, template, salesperson, language, correspondence type, subject, and what one letter costs; the reference keeps the campaign only', async () => {
    const loggedId = await mailing()
    const made = await good(createFollowUp(house, loggedId, 'Call them', 'all'))
    const { segment } = await state(made.value.segmentId)
    expect(segment).toMatchObject({
      ...{ templateId: letter.id, salespersonId: vera.id, campaignId: fair.id, subject: 'Your ticket', languageCode: 'fr' },
      ...{ ignoreContactLanguage: true, correspondenceType: 'email', ignoreContactCorrespondence: true },
      ...{ description: 'Call them', followUpOf: loggedId },
      ...{
        unitCost: 3.5,
        unitDuration: 12,
        informationFlow: 'inbound',
        initiatedBy: 'them',
        campaignTarget: true,
        campaignResponse: false,
      },
    })
  })

  it('is for those who did not answer, and says in its step whom it was for', async () => {
    const loggedId = await mailing()
    await changeEntries(loggedId, { anna: { respondedDay: '2026-11-24' } })
    const facts = (await readFollowUpFacts(house.db, loggedId))!
    expect(facts.entries).toHaveLength(3)
    const made = await good(createFollowUp(house, loggedId, 'Remind them', 'notResponded'))
    expect(made.value.leftOut).toBe(0)
    expect(await names(made.value.segmentId)).toBe('cora dora')
    expect((await state(made.value.segmentId)).steps[0]).toMatchObject({ kind: 'reuse', from: { who: 'notResponded' } })
    await good(undo(house, made.inverse, 'createFollowUp'))
    expect(await readSegment(house.db, made.value.segmentId)).toBeUndefined()
  })
})

const news = { rev: 0, id: 'news' as MailingGroupId, code: 'NEWS', description: 'Newsletter' }
const bearers = async () =>
  (await house.db.contacts.toArray())
    .filter(({ mailingGroupIds }) => mailingGroupIds.includes(news.id))
    .map(({ id }) => id)
    .join(' ')

describe('Apply a mailing group', () => {
  beforeEach(async () => {
    const with_ = (contact: Contact) => ({ ...contact, mailingGroupIds: [news.id] })
    await store({ mailingGroups: [news], contacts: [with_(bert), with_(cora), with_(emil)] })
    await good(addByHand(house, segmentId, [anna.id, bert.id, cora.id]))
    await good(removeByHand(house, segmentId, [(await lineOf(cora)).lineNo]))
  })

  it('says before who gets it and who has it, gives it, and takes it back', async () => {
    const before = await contents(house)
    const preview = await good(mailingGroupPreview(house, segmentId, news.id, { replaceOld: false }))
    expect(preview).toEqual({ gets: 1, has: 1, loses: 0, withheld: 0, gone: 0, bear: 3 })
    expect(await contents(house)).toEqual(before)
    const done = await good(applyMailingGroup(house, segmentId, news.id, { replaceOld: false }))
    expect(done.value).toMatchObject({ gets: 1, has: 1 })
    expect(await bearers()).toBe('anna bert cora emil')
    await good(undo(house, done.inverse, 'applyMailingGroup'))
    expect(await contents(house)).toEqual(before)
  })

  it('in place of old assignments takes it from those the segment took out again, never from everybody as the reference does', async () => {
    expect((await good(applyMailingGroup(house, segmentId, news.id, { replaceOld: true }))).value).toMatchObject({
      gets: 1,
      has: 1,
      loses: 1,
    })
    expect(await bearers()).toBe('anna bert emil')
  })

  it('is not given to who became privacy blocked on the list', async () => {
    await store({
      contacts: [
        { ...anna, privacyBlocked: true },
        { ...bert, privacyBlocked: true, mailingGroupIds: [news.id] },
      ],
    })
    expect((await good(applyMailingGroup(house, segmentId, news.id, { replaceOld: true }))).value).toMatchObject({
      ...{ gets: 0, has: 0, loses: 2, withheld: 2 },
    })
    expect(await bearers()).toBe('emil')
  })

  it('is refused without a group that exists', async () => {
    expect(await applyMailingGroup(house, segmentId, 'nowhere' as MailingGroupId, { replaceOld: false })).toMatchObject({
      failure: { code: 'notFound', table: 'mailingGroups' },
    })
  })

  it('works with five thousand lines', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => person({ name: `P${i}` }))
    await store({ contacts: many })
    await good(
      addByHand(
        house,
        segmentId,
        many.map(({ id }) => id),
      ),
    )
    const start = performance.now()
    expect((await good(applyMailingGroup(house, segmentId, news.id, { replaceOld: false }))).value.gets).toBe(5001)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('Go back', () => {
  it('brings lines back with their own values, their comment and their own document; the reference loses all three', async () => {
    await select('add', ulm)
    const { lineNo } = await lineOf(anna)
    await good(changeLine(house, segmentId, lineNo, { subject: 'Only for Anna' }))
    await good(commentLine(house, segmentId, lineNo, 'See you soon'))
    const { lines } = await state()
    const document = { languageCode: 'de' as never, attachmentId: 'own' as never, fileName: 'own.docx', subject: '', mapping: {} }
    await store({ segmentLines: [{ ...lines, lines: lines.lines.map((line) => (line.lineNo === lineNo ? { ...line, document } : line)) }] })
    const full = await lineOf(anna)
    expect(full).toMatchObject({ own: { subject: 'Only for Anna' }, comment: 'See you soon', document: { fileName: 'own.docx' } })
    await select('reduce', ulm)
    await good(undoStep(house, segmentId))
    expect(await lineOf(anna)).toEqual(full)
    await good(undoStep(house, segmentId))
    expect(await names()).toBe('')
    await good(redoStep(house, segmentId))
    expect(await lineOf(anna)).toEqual(full)
  })

  it('takes the step’s own lines only, where the reference deletes every line of those people', async () => {
    await good(addByHand(house, segmentId, [anna.id]))
    await select('add', ulm, { allowExisting: true })
    expect(await names()).toBe('anna dora anna')
    await good(undoStep(house, segmentId))
    expect(await names()).toBe('anna')
  })

  it('goes back over a step that found nobody, which is kept as a step, too', async () => {
    await select('add', all(text('city', 'isAnyOf', 'Nowhere')))
    expect(await kinds()).toEqual(['add'])
    await good(undoStep(house, segmentId))
    expect((await state()).steps.map(({ undone }) => undone)).toEqual([true])
  })

  it('without a step says so, and changes nothing', async () => {
    const before = await contents(house)
    expect(await undoStep(house, segmentId)).toMatchObject({ failure: { code: 'stepsNone', what: 'undo' } })
    expect(await contents(house)).toEqual(before)
  })

  it('after the last line was removed the steps stay: nobody is asked to reset them, as the reference does', async () => {
    await select('add', ulm)
    await select('reduce', ulm)
    expect(await names()).toBe('')
    expect(await kinds()).toEqual(['add', 'reduce'])
  })
})

describe('By hand', () => {
  it('somebody who is there already is not added twice, where the reference accepts her silently', async () => {
    await good(addByHand(house, segmentId, [anna.id]))
    const again = await good(addByHand(house, segmentId, [anna.id, dora.id]))
    expect(again.value).toMatchObject({ added: 1, leftOut: { alreadyThere: 1 } })
    expect(await names()).toBe('anna dora')
  })

  it('somebody privacy blocked is not added and counted, where the reference accepts her silently; the excluded was chosen', async () => {
    const done = await good(addByHand(house, segmentId, [frida.id, emil.id]))
    expect(done.value).toMatchObject({ added: 1, leftOut: { privacyBlocked: 1 } })
    expect(await names()).toBe('emil')
  })
})

describe('What the index knows', () => {
  it('lists items and item groups by how many companies bought them, and values of the newer fields', async () => {
    const bought = (id: string, firm: Contact, itemNo: string, itemGroup: string, day: string) => ({
      ...{ rev: 0, id: id as never, companyId: firm.id, day: day as never, itemNo, itemGroup },
      ...{ description: `${itemNo} of ${day.slice(0, 4)}`, quantity: 1, amount: 10 },
    })
    await store({
      purchases: [
        bought('1', ahorn, '1000', 'Bicycles', '2026-05-01'),
        bought('2', ahorn, '1000', 'Bicycles', '2025-05-01'),
        bought('3', birke, '1000', 'Bicycles', '2024-05-01'),
        bought('4', birke, '2000', 'Lamps', '2026-05-01'),
      ],
      contacts: [
        { ...anna, territoryId: 'south' as never, homePage: 'www.anna.example', organizationalLevelId: 'top' as never },
        { ...ahorn, territoryId: 'south' as never },
      ],
    })
    expect(await house.calls.index.itemValues()).toEqual({
      items: [
        { no: '1000', description: '1000 of 2026', count: 2 },
        { no: '2000', description: '2000 of 2026', count: 1 },
      ],
      groups: [
        { value: 'Bicycles', count: 2 },
        { value: 'Lamps', count: 1 },
      ],
    })
    expect(await house.calls.index.values('territoryId', 9)).toEqual([{ value: 'south', count: 2 }])
    expect(await house.calls.index.values('organizationalLevelId', 9)).toEqual([{ value: 'top', count: 1 }])
    expect(await house.calls.index.values('homePage', 9)).toEqual([{ value: 'www.anna.example', count: 1 }])
  })
})
