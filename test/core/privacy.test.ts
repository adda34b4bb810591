// Whoever must not be chosen or written to comes through no door, and each door says who was left out and why.
import { describe, expect, test } from 'vitest'
import { cardWriter } from '../../src/exchange/writeVcard.ts'
import { exportNamesOf } from '../../src/exchange/exportNames.ts'
import { withheld } from '../../src/core/contact/privacy.ts'
import { planAnswers } from '../../src/core/contact/profile.ts'
import { interactionProblems } from '../../src/core/interaction/oneContact.ts'
import { planLog } from '../../src/core/interaction/planLog.ts'
import { board } from '../../src/core/interaction/problems.ts'
import { planResend } from '../../src/core/interaction/resend.ts'
import { channelOf } from '../../src/core/letter/channel.ts'
import { fallbacks } from '../../src/core/letter/fallbacks.ts'
import { documentOfLine, letterOf } from '../../src/core/letter/letters.ts'
import { listed } from '../../src/core/letter/listRows.ts'
import { mailing } from '../../src/core/letter/mailing.ts'
import { LetterSearch } from '../../src/core/letter/oddLetters.ts'
import { lettersTogether } from '../../src/core/letter/together.ts'
import { addOutcome } from '../../src/core/segment/chosenPeople.ts'
import { effective } from '../../src/core/segment/effective.ts'
import { planFollowUp, planReuseLogged } from '../../src/core/segment/followUp.ts'
import { planMailingGroup } from '../../src/core/segment/mailingGroup.ts'
import { defaultOptions, outcomeOf } from '../../src/core/segment/outcome.ts'
import { planPin } from '../../src/core/segment/pin.ts'
import { planAddByHand } from '../../src/core/segment/steps.ts'
import type { Contact, MailingGroup } from '../../src/model/contact.ts'
import type { ContactId, EntryId, LoggedSegmentId, MailingGroupId, QuestionId, QuestionnaireId, AnswerId } from '../../src/model/ids.ts'
import type { LoggedSegment } from '../../src/model/interaction.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Changes } from '../../src/model/tables.ts'
import { all, around, documentIn, entry, factsAbout, lineOf, occasion, person, salesperson, segmentOf, template, today } from '../make.ts'

const at = { address: 'Weg 1', postCode: '80331', city: 'Ulm', email: 'x@example.com', languageCode: toLetterLanguage('en') } as const
const free = person({ name: 'Anna Berg', ...at })
const blocked = person({ name: 'Bea Lind', ...at, privacyBlocked: true })
const child = person({ name: 'Cora Jung', ...at, minor: true })
const teen = person({ name: 'Dora Jung', ...at, minor: true, parentalConsent: true })
const both = person({ name: 'Emma Jung', ...at, minor: true, parentalConsent: true, privacyBlocked: true })
const people = [free, blocked, child, teen, both]
const vera = salesperson({ name: 'Vera' })
const letter = template({ correspondenceType: 'hardCopy', documents: [documentIn('en')] })
const world = around({ contacts: people, templates: [letter], salespeople: [vera] })
const header = { templateId: letter.id, salespersonId: vera.id }
const empty = segmentOf([], header)
const full = segmentOf(people, header)
const lines = full.lines.lines.map((line) => effective(line, full.segment, world))
const nameOf = (id: ContactId | undefined): string => world.contacts.get(id!)?.name ?? ''
const added = ({ put }: Changes): string[] => (put.segmentLines ?? []).flatMap((row) => row.lines.map(({ contactId }) => nameOf(contactId)))
const leftOut = ({ put }: Changes) => (put.steps ?? []).map(({ outcome }) => [outcome.leftOut.privacyBlocked, outcome.leftOut.minor])
const noOf = (lineNo: number): string => nameOf(full.lines.lines.find((line) => line.lineNo === lineNo)?.contactId)

const logged: LoggedSegment = {
  ...{ rev: 1, id: 'logged' as LoggedSegmentId, no: 'SM1', loggedAt: '', day: today, loggedBy: 'Vera', header: full.segment },
  ...{ templateDescription: '', steps: [], values: {} },
  counts: { lines: 5, logged: 5, letters: 5, privacyBlocked: 0, minor: 0, contactGone: 0 },
}
const frozenLines = people.map((contact, i) => ({
  ...{ line: lineOf(contact, i + 1), name: contact.name, companyName: '', city: '', entryId: `e${i}` as EntryId, values: {} },
}))
const sent = people.map((contact) => entry(contact, '2026-10-01', { id: `sent ${contact.id}` as EntryId, correspondenceType: 'hardCopy' }))
const group: MailingGroup = { rev: 1, id: 'g' as MailingGroupId, code: 'G', description: 'Group' }

/** Through each door: who comes through, and how those who do not are told. */
const doors: Record<string, () => { through: string[]; told: unknown }> = {
  'adding by hand': () => {
    const { changes } = planAddByHand(empty, people, occasion())
    return { through: added(changes), told: leftOut(changes) }
  },
  'adding by criteria': () => {
    const { addedIds, leftOut: out } = outcomeOf('add', empty.lines, all(), defaultOptions, factsAbout(people), today)
    return { through: addedIds.map(nameOf), told: [[out.privacyBlocked, out.minor]] }
  },
  'a selection of the list': () => ({
    through: people.filter((one) => addOutcome(one, new Set()) === 'added').map(({ name }) => name),
    told: people.map((one) => addOutcome(one, new Set())).filter((what) => what !== 'added'),
  }),
  'using a logged segment again': () => {
    const chosen = { people: people.map(({ id }) => id), who: 'all' as const }
    const { changes } = planReuseLogged(empty, logged, chosen, world.contacts, 'add', occasion())
    return { through: added(changes), told: leftOut(changes) }
  },
  'a follow-up': () => {
    const { changes, leftOut: count } = planFollowUp(logged, frozenLines, world.contacts, { no: 'SM2', description: '' }, occasion())
    return { through: added(changes), told: count }
  },
  'pinning in': () => {
    const tried = people.map((one) => [one.name, planPin(empty, one, 'in', occasion())] as const)
    return {
      through: tried.flatMap(([name, { ok }]) => (ok ? [name] : [])),
      told: tried.flatMap(([, done]) => (done.ok ? [] : [done.failure])),
    }
  },
  'a mailing group': () => {
    const { changes, counts } = planMailingGroup(full, group, world.contacts, { replaceOld: false }, occasion())
    return { through: (changes.put.contacts ?? []).map(({ name }) => name), told: counts.withheld }
  },
  'the board': () => {
    const { problems } = board(full, world, () => [])
    const told = problems.filter(({ code }) => code === 'privacyBlocked' || code === 'minor')
    const out = new Set(told.flatMap(({ lineNos }) => lineNos))
    const through = full.lines.lines.filter(({ lineNo }) => !out.has(lineNo)).map(({ lineNo }) => noOf(lineNo))
    return { through, told: told.map(({ code, lineNos }) => [code, lineNos.length]).sort() }
  },
  logging: () => {
    const done = planLog(full, world, { delivered: false }, occasion())
    if (!done.ok) return { through: [], told: done.failure }
    const { entries, logged: row } = done.value
    return { through: entries.map(({ contactName }) => contactName), told: [row.counts.privacyBlocked, row.counts.minor] }
  },
  letters: () => ({
    through: full.lines.lines.filter((line) => letterOf(line, full.segment, world)).map(({ lineNo }) => noOf(lineNo)),
    told: full.lines.lines.filter((line) => !documentOfLine(line, full.segment, world)).map(({ lineNo }) => noOf(lineNo)),
  }),
  'letters for a household': () => ({
    through: lettersTogether(lines, 'household').flatMap(({ lead, others }) =>
      others.length > 0 ? [lead, ...others].flatMap(({ contact }) => contact?.name ?? []) : [],
    ),
    told: 'each by the channel',
  }),
  'printing, e-mails and recipients': () => {
    const ways = lines.map((line) => [line.contact?.name ?? '', channelOf(line, undefined)] as const)
    return {
      through: ways.flatMap(([name, { is }]) => (is === 'neither' ? [] : [name])),
      told: ways.flatMap(([, way]) => (way.is === 'neither' ? [way.why] : [])),
    }
  },
  'labels, envelopes and cover sheets': () => {
    const { to, leftOut: out } = mailing(lines, { whom: 'all', per: 'person', order: 'list' }, undefined)
    return {
      through: to.map((one) => noOf((one as { lineNos: number[] }).lineNos[0]!)),
      told: out.map((one) => [one.why, one.people.length]),
    }
  },
  'lists on paper and for Excel': () => ({
    through: listed(lines).flatMap(({ contact }) => contact?.name ?? []),
    told: 'counted by the job',
  }),
  'the odd letters': () => {
    const search = new LetterSearch(full.segment, world, () => [])
    for (const line of lines) search.look(line)
    const found = search.found('list', 'en')
    return { through: found.letters.map(noOf), told: found.without.map(noOf) }
  },
  'greeting fallbacks': () => ({
    through: [...fallbacks(people, new Map(), () => '')].map(({ contact }) => contact.name),
    told: 'nobody is written to',
  }),
  'a single interaction': () => {
    const fields = {
      templateId: letter.id,
      salespersonId: vera.id,
      description: 'Call',
      day: today,
      cost: 0,
      duration: 0,
      withLetter: false,
    }
    const tried = people.map((one) => [one.name, interactionProblems({ ...fields, contactId: one.id } as never, world)] as const)
    return {
      through: tried.flatMap(([name, problems]) => (problems.length === 0 ? [name] : [])),
      told: tried.flatMap(([, problems]) => problems),
    }
  },
  'sending again': () => {
    const frozen = {
      attachmentId: documentIn('en').attachmentId,
      languageCode: toLetterLanguage('en'),
      mapping: {},
      values: {},
      segmentNo: '',
    }
    const wish = { correspondenceType: undefined, fresh: false, prefix: '' }
    const done = planResend(
      sent,
      () => frozen,
      () => false,
      world,
      wish,
      occasion(),
    )
    if (!done.ok) return { through: [], told: done.failure }
    return { through: (done.value.changes.put.entries ?? []).map(({ contactName }) => contactName), told: done.value.leftOut }
  },
}

const twoAndOne = [[2, 1]]
const told: Record<keyof typeof doors, unknown> = {
  'adding by hand': twoAndOne,
  'adding by criteria': twoAndOne,
  'a selection of the list': ['privacyBlocked', 'minor', 'privacyBlocked'],
  'using a logged segment again': twoAndOne,
  'a follow-up': 3,
  'pinning in': [blocked, child, both].map((one) => ({ code: 'withheld', reason: withheld(one), name: one.name })),
  'a mailing group': 3,
  'the board': [
    ['minor', 1],
    ['privacyBlocked', 2],
  ],
  logging: [2, 1],
  letters: [blocked, child, both].map(({ name }) => name),
  'letters for a household': 'each by the channel',
  'printing, e-mails and recipients': ['privacyBlocked', 'minor', 'privacyBlocked'],
  'lists on paper and for Excel': 'counted by the job',
  'the odd letters': [blocked, child, both].map(({ name }) => name),
  'greeting fallbacks': 'nobody is written to',
  'a single interaction': ['privacyBlocked', 'minor', 'privacyBlocked'],
  'sending again': { privacyBlocked: 2, minor: 1 },
  'labels, envelopes and cover sheets': [
    ['privacyBlocked', 2],
    ['minor', 1],
  ],
}

describe('Nobody who is privacy blocked, and no minor without consent, comes through', () => {
  test.each(Object.keys(doors))('%s', (door) => {
    const { through, told: said } = doors[door]!()
    expect([...through].sort()).toEqual([free, teen].map(({ name }) => name))
    expect(said).toEqual(told[door])
  })

  test('cards that are handed on are counted, so that it is said whom others must spare', () => {
    const names = { salespeople: [], templates: [], interactionGroups: [], campaigns: [], mailingGroups: [], industryGroups: [] }
    const lists = { ...names, businessRelations: [], jobResponsibilities: [], organizationalLevels: [], territories: [] }
    const writer = cardWriter('3.0', 'en')
    writer.rows(people.map((contact) => ({ contact, company: undefined, names: exportNamesOf(lists as never) })))
    expect(writer.told?.()).toMatchObject({ spared: 3 })
  })

  test('and no profile question is asked of a minor, consent or not', () => {
    const answer = { id: 'yes' as AnswerId, description: 'Yes' }
    const question = { id: 'q' as QuestionId, description: 'Smokes?', severalAnswers: false, answers: [answer] }
    const sheet = { rev: 1, id: 's' as QuestionnaireId, code: 'S', description: 'Sheet', questions: [question] }
    const asked = people.map((one) => [one.name, planAnswers(one, [answer.id], [sheet as never], occasion()).ok])
    expect(asked).toEqual([free, blocked, child, teen, both].map((one) => [one.name, !one.minor]))
  })

  test.each<[string, Contact, ReturnType<typeof withheld>]>([
    ['nothing stands against her', free, undefined],
    ['the block she asked for', blocked, 'privacyBlocked'],
    ['a minor without consent', child, 'minor'],
    ['a minor with consent', teen, undefined],
    ['the consent of parents lifts nothing but its own', both, 'privacyBlocked'],
  ])('%s', (_, contact, reason) => {
    expect(withheld(contact)).toBe(reason)
  })
})
