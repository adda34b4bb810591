// The sample data: plausible, consistent with the rules of the house, and gone without a trace when they are taken out.
import { describe, expect, test } from 'vitest'
import { daysBetween, toDay } from '../../src/base/day.ts'
import { shippedResponses } from '../../src/core/campaign/responses.ts'
import { activeAddress } from '../../src/core/contact/alternativeAddress.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { progressOf } from '../../src/core/interaction/callRoundProgress.ts'
import { newLetter } from '../../src/core/letter/newLetter.ts'
import { linesLostWithSample, planRemoveSample } from '../../src/core/sample/remove.ts'
import { sampleChanges } from '../../src/core/sample/sample.ts'
import { dutch } from '../../src/core/sample/words/dutch.ts'
import { french } from '../../src/core/sample/words/french.ts'
import { german } from '../../src/core/sample/words/german.ts'
import { norwegian } from '../../src/core/sample/words/norwegian.ts'
import { inWords } from '../../src/core/sample/words/inWords.ts'
import { sampleTexts, type SampleText } from '../../src/core/sample/words/texts.ts'
import { defaultOptions, outcomeOf, type CriteriaStep } from '../../src/core/segment/outcome.ts'
import { defaultSeries } from '../../src/core/numbers.ts'
import type { MailingGroup } from '../../src/model/contact.ts'
import type { AttachmentId, MailingGroupId, PurchaseId, SavedCriteriaId, SegmentId, StepId, TemplateId } from '../../src/model/ids.ts'
import type { Occasion } from '../../src/model/occasion.ts'
import type { Line, Step } from '../../src/model/segment.ts'
import { tableNames, type Changes, type Row, type AllRows } from '../../src/model/tables.ts'
import { campaign, company, documentIn, entry, lineOf, person, salesperson, segmentOf, template, valid } from '../make.ts'

const today = toDay('2026-11-20')
function occasion(): Occasion {
  let count = 0
  return {
    today,
    now: '2026-11-20T09:00:00.000Z',
    user: 'Vera',
    nextId: <T extends string>() => `s${String(++count).padStart(6, '0')}` as T,
  }
}
const noRows = () => Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as AllRows
const rowsOf = ({ put }: Changes): AllRows => ({ ...noRows(), ...put })

/** All rows after the changes. */
function applied(all: AllRows, changes: Changes): AllRows {
  const after = noRows()
  for (const table of tableNames) {
    const put = new Map((changes.put[table] ?? []).map((row) => [row.id, row]))
    const gone = new Set(changes.remove[table])
    const rows = all[table].filter((row) => !gone.has(row.id)).map((row) => put.get(row.id) ?? row)
    Object.assign(after, { [table]: rows })
  }
  return after
}

const changes = valid(sampleChanges(occasion(), defaultSeries, 'A-'))
const sample = rowsOf(changes)
const people = sample.contacts.filter((contact) => contact.type === 'person')
const firms = sample.contacts.filter((contact) => contact.type === 'company')
const answers = sample.questionnaires.flatMap(({ questions }) => questions.flatMap((question) => question.answers))

describe('The sample', () => {
  test('is the same every time, and another with another seed', () => {
    expect(sampleChanges(occasion(), defaultSeries, 'A-')).toEqual(changes)
    expect(sampleChanges(occasion(), defaultSeries, 'A-', { seed: 2 })).not.toEqual(changes)
  })

  test('has what there is to look at', () => {
    const count = Object.fromEntries(tableNames.map((table) => [table, sample[table].length]))
    expect(count).toMatchObject({
      ...{ contacts: 160, mailingGroups: 4, industryGroups: 5, salespeople: 3, templates: 4, campaigns: 2, campaignEntries: 3 },
      ...{ segments: 2, segmentLines: 2, steps: 4, callRounds: 1, loggedSegments: 2, attachments: 0, settings: 0, savedCriteria: 1 },
      ...{ businessRelations: 4, jobResponsibilities: 5, organizationalLevels: 3, territories: 3, questionnaires: 2, interactionGroups: 3 },
    })
    expect(people).toHaveLength(120)
    expect(sample.entries.length).toBeGreaterThan(570)
    expect(sample.entries.length).toBeLessThan(650)
  })

  test('bears its mark in every row but the number series', () => {
    for (const table of tableNames) if (table !== 'series') expect(sample[table].every((row) => row.sample)).toBe(true)
    expect(sample.series.every((row) => row.sample === undefined)).toBe(true)
  })

  test('takes its numbers from the series', () => {
    expect(sample.series.map(({ id, next }) => [id, next])).toEqual([
      ['contact', 161],
      ['segment', 5],
      ['campaign', 3],
      ['task', 10],
      ['opportunity', 7],
    ])
    const series = ['contact', 'segment', 'campaign', 'task', 'opportunity']
    expect(changes.requires).toEqual(series.map((id) => ({ table: 'series', id, rev: 'absent' })))
    expect(new Set(sample.contacts.map((contact) => contact.no)).size).toBe(160)
    expect([sample.contacts[0]?.no, sample.segments[0]?.no]).toEqual(['A-KT00001', 'A-SM00003'])
  })

  test('has people in seven countries, with addresses that cannot be anybody’s', () => {
    expect(new Set(sample.contacts.map((contact) => contact.countryCode))).toEqual(new Set(['DE', 'AT', 'CH', 'NL', 'NO', 'FR', 'GB']))
    expect(new Set(people.map((one) => one.languageCode)).size).toBe(5)
    expect(new Set(sample.contacts.flatMap((contact) => (contact.type === 'company' ? contact.name : []))).size).toBe(40)
    for (const { email } of sample.contacts) expect(email).toMatch(/^$|^[a-z]+(\.[a-z]+)?@[a-z0-9]+\.example$/)
    for (const { phone } of sample.contacts) expect(phone).toMatch(/^\+\d{2} [\d ]+$/)
  })

  test('has people who need a second look', () => {
    const count = (passes: (one: (typeof people)[number]) => boolean) => people.filter(passes).length
    expect(count((one) => one.privacyBlocked)).toBe(2)
    expect(count((one) => one.excludeFromSegment)).toBe(4)
    expect(count((one) => one.email === '')).toBeGreaterThan(2)
    expect(count((one) => one.salutationCode === '')).toBeGreaterThan(2)
    expect(count((one) => one.address === '')).toBeGreaterThan(2)
    expect(count((one) => one.companyId === undefined)).toBe(6)
  })

  test('has answers in words, tasks for every time, and opportunities open, won and lost', () => {
    const answered = sample.entries.filter(({ responseStatusId }) => responseStatusId)
    const counts = new Map(sample.campaigns.flatMap(({ responseStatuses = [] }) => responseStatuses).map((one) => [one.id, one.counts]))
    expect(answered.length).toBeGreaterThan(5)
    for (const { respondedDay, responseStatusId } of answered) {
      const own = counts.get(responseStatusId!) ?? shippedResponses.find(({ id }) => id === responseStatusId)?.counts
      expect(own === 'no').toBe(respondedDay === undefined)
    }
    const open = sample.tasks.filter(({ closedDay }) => closedDay === undefined).map(({ day }) => Math.sign(daysBetween(today, day)))
    expect([new Set(open), sample.tasks.length - open.length]).toEqual([new Set([-1, 0, 1]), 2])
    expect(new Set(sample.opportunities.map(({ status }) => status))).toEqual(new Set(['open', 'won', 'lost']))
    expect(sample.campaigns.map(({ statusId }) => sample.campaignStatuses.find(({ id }) => id === statusId)?.code)).toEqual([
      'DONE',
      'RUNNING',
    ])
  })

  test('leads nowhere that is not there', () => {
    const rows = tableNames.flatMap((table) => sample[table].map((row) => row.id as string))
    const statuses = sample.campaigns.flatMap(({ responseStatuses = [] }) => responseStatuses)
    const ids = new Set([...rows, ...[...answers, ...statuses].map(({ id }) => id)])
    const text = JSON.stringify({ ...sample, loggedSegments: sample.loggedSegments.map((logged) => ({ ...logged, steps: [] })) })
    for (const [, list = ''] of text.matchAll(/"[a-zA-Z]*Ids?":("s\d{6}"|\[[^\]]*\])/g)) {
      for (const [id] of list.matchAll(/s\d{6}/g)) expect(ids.has(id)).toBe(true)
    }
  })
})

describe('What is known of them', () => {
  const share = <T>(list: readonly T[], passes: (one: T) => unknown) => list.filter(passes).length / list.length

  test('companies have relations to us, a region, and answers to single questions once', () => {
    const [customer] = sample.businessRelations
    const customers = firms.filter(({ businessRelations }) => businessRelations.some((one) => one.businessRelationId === customer?.id))
    expect(customers).toHaveLength(20)
    expect(customers.every(({ businessRelations }) => businessRelations[0]?.no.startsWith('D'))).toBe(true)
    expect(sample.contacts.every(({ territoryId }) => territoryId)).toBe(true)
    for (const { questions } of sample.questionnaires) {
      for (const question of questions.filter(({ multiple }) => !multiple)) {
        const ids = new Set(question.answers.map(({ id }) => id))
        for (const { answerIds } of sample.contacts) expect(answerIds.filter((id) => ids.has(id)).length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('customers bought in the last two years what fits their trade, the others nothing', () => {
    const buyers = new Set(sample.purchases.map(({ companyId }) => companyId))
    expect(buyers.size).toBe(20)
    expect(new Set(sample.purchases.map(({ itemGroup }) => itemGroup))).toEqual(new Set(['Machines', 'Supplies', 'Bicycles', 'Service']))
    for (const { day, quantity, amount } of sample.purchases) {
      expect(daysBetween(day, today)).toBeLessThanOrEqual(732)
      expect(day <= today && quantity > 0 && amount > 0).toBe(true)
    }
    const bakers = firms.filter(({ industryGroupIds }) => industryGroupIds[0] === sample.industryGroups[1]?.id).map(({ id }) => id)
    const bought = sample.purchases.filter(({ companyId }) => bakers.includes(companyId))
    expect(bought.every(({ itemNo }) => /^[FS]-/.test(itemNo))).toBe(true)
  })

  test('people answer for something at work, and stand somewhere; two are minors, one of them with consent', () => {
    const employed = people.filter(({ companyId }) => companyId)
    expect(share(employed, ({ jobResponsibilityIds, organizationalLevelId }) => jobResponsibilityIds.length && organizationalLevelId)).toBe(
      1,
    )
    expect(share(people, ({ answerIds }) => answerIds.length)).toBeGreaterThan(0.4)
    expect(people.filter(({ minor }) => minor).map(({ parentalConsent, companyId }) => [parentalConsent, companyId])).toEqual([
      [false, undefined],
      [true, undefined],
    ])
  })

  test('some have other addresses: one of now, one of every summer, one of before', () => {
    const elsewhere = sample.contacts.filter(({ alternativeAddresses }) => alternativeAddresses.length > 0)
    expect(elsewhere).toHaveLength(4)
    expect(elsewhere.map((contact) => activeAddress(contact, today)?.code).filter(Boolean)).toEqual(['SITE'])
  })

  test('the saved criteria are the steps of the half-finished segment', () => {
    expect(sample.savedCriteria).toMatchObject([{ code: 'MACHINES', steps: [{ kind: 'add' }, { kind: 'reduce' }, { kind: 'refine' }] }])
  })

  test('interactions are grouped as their templates are, and some of the invited have answered', () => {
    expect(sample.entries.every(({ interactionGroupId }) => interactionGroupId)).toBe(true)
    const invited = sample.entries.filter(({ loggedSegmentId }) => loggedSegmentId)
    expect(invited.every(({ campaignTarget }) => campaignTarget)).toBe(true)
    const answered = invited.filter(({ respondedDay }) => respondedDay)
    expect(answered.length).toBeGreaterThan(2)
    expect(answered.every(({ day, respondedDay }) => respondedDay! > day && respondedDay! < today)).toBe(true)
  })
})

describe('Its year of interactions', () => {
  test('lies before today, on working days', () => {
    for (const { day, callRoundId } of sample.entries) {
      const age = daysBetween(day, today)
      expect(age).toBeGreaterThanOrEqual(callRoundId ? 1 : 3)
      expect(age).toBeLessThanOrEqual(366)
      expect(new Date(`${day}T12:00:00Z`).getUTCDay() % 6).not.toBe(0)
    }
  })
  test('went as such years go', () => {
    const share = (passes: (one: Row<'entries'>) => unknown) => sample.entries.filter(passes).length / sample.entries.length
    expect(share((one) => one.cancelled)).toBeGreaterThan(0.01)
    expect(share((one) => one.attemptFailed)).toBeGreaterThan(0.02)
    expect(share((one) => one.evaluation)).toBeGreaterThan(0.2)
    expect(share((one) => one.comment)).toBeGreaterThan(0.05)
  })
})

describe('Its logged segments', () => {
  test.each(sample.loggedSegments.map((logged) => [logged.header.description, logged] as const))(
    '%s: each line has its entry',
    (_, logged) => {
      const entries = sample.entries.filter((one) => one.loggedSegmentId === logged.id)
      const lines = sample.loggedLines.filter((piece) => piece.loggedSegmentId === logged.id).flatMap((piece) => piece.lines)
      expect(logged.counts).toMatchObject({ lines: lines.length, logged: entries.length, letters: 0 })
      expect(lines.length).toBeGreaterThan(8)
      expect(entries.map((one) => one.id)).toEqual(lines.map((line) => line.entryId))
      expect(entries.map((one) => one.contactId)).toEqual(lines.map(({ line }) => line.contactId))
      for (const one of entries)
        expect(one).toMatchObject({ day: logged.day, campaignId: logged.header.campaignId, templateId: logged.header.templateId })
      expect(sample.campaignEntries.filter((one) => one.loggedSegmentId === logged.id)).toMatchObject([
        { campaignId: logged.header.campaignId },
      ])
      expect(lines.some((line) => people.find((one) => one.id === line.line.contactId)?.privacyBlocked)).toBe(false)
    },
  )
})

describe('Its half-finished segment', () => {
  const [segment] = sample.segments
  const [lines] = sample.segmentLines

  test('has a header with template, salesperson and campaign, two lines of their own, one comment', () => {
    expect(segment).toMatchObject({ description: 'Spring letter, machine customers', subject: 'News for your workshop' })
    expect([segment?.templateId, segment?.salespersonId, segment?.campaignId].every(Boolean)).toBe(true)
    expect(lines?.lines.filter((line) => Object.keys(line.own).length > 0)).toHaveLength(2)
    expect(lines?.lines.filter((line) => line.comment !== '')).toHaveLength(1)
  })

  test('has the lines that its steps give', () => {
    const facts = factsOf(sample.contacts, sample.entries)
    const hers = sample.steps.filter(({ segmentId }) => segmentId === segment?.id)
    let now: Line[] = []
    let next = 1
    for (const { kind, criteria, options, outcome } of hers.toSorted((one, other) => one.position - other.position)) {
      const again = outcomeOf(
        kind as CriteriaStep,
        { lines: now },
        criteria as never,
        options ?? defaultOptions,
        facts,
        segment?.day as never,
      )
      expect(outcome.added.map((line) => line.contactId)).toEqual(again.addedIds)
      expect(outcome.removed.map(({ line }) => line.lineNo)).toEqual(again.removedLineNos)
      expect(outcome.leftOut).toEqual(again.leftOut)
      expect(outcome.added.length + outcome.removed.length).toBeGreaterThan(0)
      next += outcome.added.length
      now = [...now.filter((line) => !again.removedLineNos.includes(line.lineNo)), ...outcome.added]
    }
    expect(lines?.lines.map((line) => [line.lineNo, line.contactId])).toEqual(now.map((line) => [line.lineNo, line.contactId]))
    expect(lines?.nextLineNo).toBe(next)
    expect(now.length).toBeGreaterThan(5)
    expect(hers[0]?.outcome.leftOut).toEqual({ excluded: 3, privacyBlocked: 1, minor: 0, alreadyThere: 0 })
  })
})

describe('Its call round', () => {
  const [round] = sample.callRounds
  const lines = sample.segmentLines.find(({ id }) => id === round?.segmentId)?.lines ?? []
  const marks = sample.entries.filter(({ callRoundId }) => callRoundId === round?.id)

  test('is begun: some were reached, one was not, the others are still to be called', () => {
    const listed = lines.map(({ contactId }) => contactId)
    const { reached, notReached, due, leftOut } = progressOf(round!, listed, marks)
    expect({ reached, notReached, due, leftOut, lines: lines.length }).toEqual({ reached: 2, notReached: 1, due: 5, leftOut: 0, lines: 8 })
    expect(round?.closedAt).toBeUndefined()
    const [letter, calls] = ['Spring letter', 'Calls'].map((word) =>
      sample.segments.find(({ description }) => description.startsWith(word)),
    )
    expect(letter!.changedAt > calls!.changedAt).toBe(true)
  })

  test('belongs to the campaign that is running: its calls share one entry of it, and one of them was answered', () => {
    const segment = sample.segments.find(({ id }) => id === round?.segmentId)
    const entry = sample.campaignEntries.find(({ id }) => id === round?.campaignEntryId)
    expect(entry).toMatchObject({ campaignId: segment?.campaignId, segmentId: segment?.id })
    for (const one of marks) expect(one).toMatchObject({ campaignId: segment?.campaignId, campaignEntryId: entry?.id })
    expect(marks.map(({ responseStatusId }) => responseStatusId)).toEqual([undefined, undefined, 'notInterested'])
  })

  test('calls nobody whom the half-finished segment found, and nobody who may not be called', () => {
    const found = new Set(
      sample.steps.filter(({ kind }) => kind !== 'byHand').flatMap(({ outcome }) => outcome.added.map(({ contactId }) => contactId)),
    )
    expect(lines.some(({ contactId }) => found.has(contactId))).toBe(false)
    expect(
      people
        .filter(({ id }) => lines.some(({ contactId }) => contactId === id))
        .every(({ privacyBlocked, phone }) => !privacyBlocked && phone),
    ).toBe(true)
  })

  test.each([12, 40])('is there in a sample of %i people, too', (count) => {
    const small = rowsOf(valid(sampleChanges(occasion(), defaultSeries, 'A-', { people: count })))
    expect(small.callRounds).toHaveLength(1)
    expect(small.entries.filter(({ callRoundId }) => callRoundId).length).toBeGreaterThan(0)
  })
})

test('A large sample keeps its segments small', () => {
  const start = performance.now()
  const large = rowsOf(sampleChanges(occasion(), defaultSeries, 'A-', { people: 20_000 }))
  expect(performance.now() - start).toBeLessThan(30_000)
  expect(large.contacts.filter((contact) => contact.type === 'person')).toHaveLength(20_000)
  expect(new Set(large.contacts.map((contact) => contact.no)).size).toBe(large.contacts.length)
  expect(large.segmentLines[0]?.lines.length).toBeGreaterThan(5)
  for (const { lines } of [...large.segmentLines, ...large.loggedLines]) expect(lines.length).toBeLessThan(200)
})

describe('Taking the sample out', () => {
  const hof = company({ name: 'Hof AG' })
  const anna = person({ name: 'Anna Berger', company: hof })
  const news: MailingGroup = { rev: 2, id: 'news' as MailingGroupId, code: 'NEWS', description: 'News' }
  const vera = salesperson({ name: 'Vera Sommer' })
  const letter = template({ documents: [documentIn('de')] })
  const own = segmentOf([anna], { salespersonId: vera.id, templateId: letter.id })
  const step: Step = {
    ...{ rev: 1, id: 'step' as StepId, segmentId: own.segment.id, position: 1, kind: 'byHand', undone: false, at: '' },
    outcome: { added: own.lines.lines, removed: [], leftOut: { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 } },
  }
  const mine: AllRows = {
    ...noRows(),
    ...{ contacts: [hof, { ...anna, mailingGroupIds: [news.id], salespersonId: vera.id }], mailingGroups: [news], salespeople: [vera] },
    ...{ templates: [letter], campaigns: [campaign({ description: 'Ours' })], entries: [entry(anna, '2026-11-01')] },
    ...{ segments: [own.segment], segmentLines: [own.lines], steps: [step], series: sample.series },
    settings: [{ rev: 1, id: 'tablet', name: 'T', prefix: 'A-', salespersonId: vera.id, started: true }],
  }
  const both = Object.fromEntries(
    tableNames.map((name) => [name, name === 'series' ? mine[name] : [...mine[name], ...sample[name]]]),
  ) as unknown as AllRows

  test('leaves exactly the own rows', () => {
    const removal = planRemoveSample(both)
    expect(removal.put).toEqual({})
    expect(applied(both, removal)).toEqual(mine)
    expect(linesLostWithSample(both)).toBe(0)
  })

  test('does nothing where there is none', () => {
    expect(planRemoveSample(mine)).toEqual({ put: {}, remove: {}, requires: [] })
  })

  test('takes what own rows had of it', () => {
    const [group] = sample.mailingGroups
    const [seller] = sample.salespeople
    const [firm, one] = [sample.contacts.find((contact) => contact.type === 'company'), people[0]]
    if (!group || !seller || !firm || !one) throw new Error('The sample is empty')
    const lines = { ...own.lines, lines: [lineOf(one, 1), lineOf(anna, 2, { own: { salespersonId: seller.id, subject: 'Yours' } })] }
    const mixed: AllRows = {
      ...both,
      contacts: [...sample.contacts, hof, { ...anna, companyId: firm.id, mailingGroupIds: [news.id, group.id], salespersonId: seller.id }],
      entries: [...both.entries, entry(one, '2026-11-02')],
      segments: [
        ...sample.segments,
        { ...own.segment, salespersonId: seller.id, campaignId: sample.campaigns[0]?.id, templateId: letter.id },
      ],
      segmentLines: [...sample.segmentLines, lines],
      steps: [...sample.steps, { ...step, outcome: { ...step.outcome, added: lines.lines } }],
      settings: [{ rev: 1, id: 'tablet', name: 'T', prefix: 'A-', salespersonId: seller.id, started: true }],
    }
    const removal = valid(planRemoveSample(mixed))
    const after = applied(mixed, removal)
    expect(linesLostWithSample(mixed)).toBe(1)
    const { companyId: _, ...alone } = { ...anna, mailingGroupIds: [news.id] }
    expect(after.contacts).toEqual([hof, alone])
    expect(after.segmentLines).toEqual([{ ...own.lines, lines: [lineOf(anna, 2, { own: { subject: 'Yours' } })] }])
    expect(after.steps[0]?.outcome.added.map((line) => line.contactId)).toEqual([anna.id])
    expect(after.segments[0]).not.toHaveProperty('salespersonId')
    expect(after.segments[0]).not.toHaveProperty('campaignId')
    expect(after.segments[0]).toHaveProperty('templateId', letter.id)
    expect(after.settings[0]).not.toHaveProperty('salespersonId')
    expect(after.entries.map((row) => row.contactName)).toEqual(['Anna Berger', one.name])
    expect(removal.requires.map(({ table, rev }) => [table, rev])).toContainEqual(['contacts', 1])
  })

  test('takes relations, responsibilities, answers, regions, purchases and template settings that own rows had of it', () => {
    const [relation, duty, level, region, letters] = [
      sample.businessRelations[0]!,
      sample.jobResponsibilities[0]!,
      sample.organizationalLevels[0]!,
      sample.territories[0]!,
      sample.interactionGroups[0]!,
    ]
    const answer = answers[0]!.id
    const bought = sample.purchases[0]!
    const { sample: _, ...ofInvented } = bought
    const calls = sample.templates.find(({ code }) => code === 'CALL')!
    const mixed: AllRows = {
      ...both,
      contacts: [
        ...sample.contacts,
        { ...hof, territoryId: region.id, businessRelations: [{ businessRelationId: relation.id, no: 'D1' }], answerIds: [answer] },
        { ...anna, organizationalLevelId: level.id, jobResponsibilityIds: [duty.id] },
      ],
      purchases: [
        ...sample.purchases,
        { ...ofInvented, id: 'own' as PurchaseId },
        { ...ofInvented, id: 'kept' as PurchaseId, companyId: hof.id },
      ],
      templates: [...sample.templates, { ...letter, interactionGroupId: letters.id, campaignId: sample.campaigns[0]!.id }],
      settings: [{ rev: 1, id: 'interactionSetup', callsTemplateId: calls.id, emailsTemplateId: letter.id }],
    }
    const after = applied(mixed, valid(planRemoveSample(mixed)))
    expect(after.contacts).toEqual([hof, anna])
    expect(after.purchases.map(({ id }) => id)).toEqual(['kept'])
    expect(after.templates).toEqual([letter])
    expect(after.settings).toEqual([{ rev: 1, id: 'interactionSetup', emailsTemplateId: letter.id }])
  })

  test('own saved criteria go on asking for what is gone: they match nobody, not everybody', () => {
    const saved = { ...sample.savedCriteria[0]!, id: 'own' as SavedCriteriaId }
    const { sample: _, ...own } = saved
    const mixed: AllRows = { ...both, savedCriteria: [...sample.savedCriteria, own] }
    expect(applied(mixed, planRemoveSample(mixed)).savedCriteria).toEqual([own])
  })

  test('a document of an own line stays, although it came with the sample', () => {
    const attachment = {
      rev: 1,
      sample: true as const,
      id: 'letter-de' as AttachmentId,
      fileName: 'x.docx',
      size: 0,
      bytes: new ArrayBuffer(0),
    }
    const lines = { ...own.lines, lines: [lineOf(anna, 1, { document: documentIn('de') })] }
    const mixed: AllRows = {
      ...both,
      templates: sample.templates,
      segmentLines: [...sample.segmentLines, lines],
      attachments: [attachment],
    }
    expect(applied(mixed, planRemoveSample(mixed)).attachments).toMatchObject([{ id: 'letter-de' }])
  })

  test('takes steps that were added to its open segment, and leaves a document and a picture that an own template uses', () => {
    const attachment = (id: string) => ({
      rev: 1,
      sample: true as const,
      id: id as AttachmentId,
      fileName: 'x.docx',
      size: 0,
      bytes: new ArrayBuffer(0),
    })
    const { text, sheet } = newLetter('de', { company: undefined })
    const written = { text, sheet: { ...sheet, logo: { attachmentId: 'logo' as AttachmentId, width: 30, align: 'left' as const } } }
    const sampleSegment = sample.segments[0]?.id as SegmentId
    const mixed: AllRows = {
      ...both,
      steps: [...both.steps, { ...step, id: 'mine' as StepId, segmentId: sampleSegment }],
      attachments: [attachment('letter-de'), attachment('logo'), attachment('unused')],
      templates: [...both.templates, template({ id: 'other' as TemplateId, documents: [documentIn('de', { written })] })],
    }
    const after = applied(mixed, planRemoveSample(mixed))
    expect(after.steps).toEqual([step])
    const stays = { rev: 1, fileName: 'x.docx', size: 0, bytes: new ArrayBuffer(0) }
    expect(after.attachments).toEqual([
      { ...stays, id: 'letter-de' },
      { ...stays, id: 'logo' },
    ])
  })
})

describe('The sample in another language', () => {
  const other = valid(sampleChanges(occasion(), defaultSeries, 'A-', { words: german }))
  /** Each text with the field it stands in. */
  const textsOf = (value: unknown, field = ''): [string, string][] =>
    typeof value === 'string'
      ? [[field, value]]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, part]) => textsOf(part, Array.isArray(value) ? field : key))
        : []
  const marked = Object.fromEntries(sampleTexts.map((text) => [text, `«${text}»`])) as Record<SampleText, string>

  test.each([
    ['Dutch', dutch],
    ['French', french],
    ['German', german],
    ['Norwegian', norwegian],
  ])('has the same rows in %s, and gives every text back when it is said in English again', (_, words) => {
    const spoken = valid(sampleChanges(occasion(), defaultSeries, 'A-', { words }))
    const back = Object.fromEntries(sampleTexts.map((text) => [words[text], text])) as Record<SampleText, string>
    // Two of the English texts may be one in another language.
    const isOne = new Set(sampleTexts.filter((text) => back[words[text] as SampleText] !== text))
    expect([...isOne]).toEqual([])
    expect(inWords(spoken.put, back)).toEqual(changes.put)
    expect(sampleTexts.filter((text) => !words[text].trim())).toEqual([])
  })

  test('leaves no text as it was where somebody would have written it', () => {
    const written = new Set(['description', 'subject', 'comment', 'itemGroup', 'closeReason', 'templateDescription'])
    const names = new Set(['OpenStreetMap', 'LinkedIn', 'Guten Tag'])
    const left = textsOf(inWords(changes.put, marked)).filter(([field, text]) => written.has(field) && text && !text.startsWith('«'))
    expect(left.filter(([, text]) => !names.has(text))).toEqual([])
    const rows = textsOf(sampleChanges(occasion(), defaultSeries, 'A-', { people: 600, words: marked }).put).map(([, text]) => text)
    expect(sampleTexts.filter((text) => !rows.includes(`«${text}»`))).toEqual([])
  })

  test('names nobody and nothing another way', () => {
    const named = (one: Changes) =>
      one.put.contacts?.map(({ name, city, no, email, address, phone }) => [name, city, no, email, address, phone])
    expect(named(other)).toEqual(named(changes))
    expect(other.put.salespeople?.map(({ name, jobTitle }) => `${name}, ${jobTitle}`)[0]).toBe('Vera Lindqvist, Außendienst')
    expect(other.put.segments?.map(({ description }) => description)).toContain('Frühlingsbrief, Maschinenkunden')
  })
})
