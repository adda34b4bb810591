// The board before logging: every kind of trouble with its weight and its lines, and the laws that hold for all of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Touched } from '../../src/core/interaction/lettersSince.ts'
import { lastWrittenSince } from '../../src/core/interaction/lineProblems.ts'
import { planLog } from '../../src/core/interaction/planLog.ts'
import { blockingProblems, board, type Beside, type Problem, type ProblemCode } from '../../src/core/interaction/problems.ts'
import { writtenStarter } from '../../src/core/letter/starters/starterLetters.ts'
import type { Around } from '../../src/core/segment/effective.ts'
import { planAddByHand, planUndoStep } from '../../src/core/segment/steps.ts'
import { toDay } from '../../src/base/day.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { CampaignId, ContactId, SalespersonId, TemplateId } from '../../src/model/ids.ts'
import type { LetterDocument } from '../../src/model/letter.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Line, LineOwn, Segment } from '../../src/model/segment.ts'
import type { CompanyInformation } from '../../src/model/settings.ts'
import {
  after,
  around,
  campaign,
  company,
  documentIn,
  entry,
  factsAbout,
  lineOf,
  occasion,
  ourCompany,
  person,
  salesperson,
  segmentOf,
  template,
} from '../make.ts'

const vera = salesperson({ name: 'Vera' })
const otto = salesperson({ name: 'Otto', blocked: true })
const spring = campaign({ description: 'Spring' })
const letter = template({ correspondenceType: 'hardCopy', subject: 'Good news' })
const call = template({ id: 'call' as TemplateId, documents: [] })
const untyped = template({ id: 'untyped' as TemplateId })
const bare = template({ id: 'bare' as TemplateId, documents: [], correspondenceType: 'hardCopy' })
const ahorn = company({ name: 'Ahorn', address: 'Ring 1', postCode: '89073', city: 'Ulm' })
const fine = { salutationCode: 'F', email: 'a@example.com' }
const anna = person({ name: 'Anna Berg', company: ahorn, ...fine })
const bert = person({ name: 'Bert Adam', company: ahorn, ...fine })
const cora = person({ name: 'Cora Lind', address: 'Weg 2', city: 'Bonn', ...fine })
const neighbour = person({ name: 'Dora Lind', address: 'WEG 2', city: 'Bonn ', ...fine })
const blocked = person({ name: 'Frida Voss', privacyBlocked: true })
const child = person({ name: 'Kai Jung', minor: true })
const allowed = person({ name: 'Lea Jung', minor: true, parentalConsent: true, address: 'Weg 9', city: 'Bonn', ...fine })
const excluded = person({ name: 'Emma Rau', excludeFromSegment: true, address: 'Weg 4', city: 'Bonn', ...fine })
const nowhere = person({ name: 'Nora Wind', ...fine })
const noMail = person({ name: 'Olga Wind', address: 'Weg 5', city: 'Bonn', salutationCode: 'F' })
const nameless = person({ firstName: 'Udo', address: 'Weg 3', city: 'Bonn', email: 'u@example.com' })
const french = person({ name: 'Zoé Roux', address: 'Rue 1', city: 'Lyon', languageCode: toLetterLanguage('fr'), ...fine })
const place = { description: '', address2: '', county: '', countryCode: '', phone: '', ranges: [{ startingDay: toDay('2026-01-01') }] }
const summer = { ...place, code: 'SUMMER', address: 'See 1', postCode: '', city: 'Lindau', email: '' }
const away = person({ name: 'Sina Hof', ...fine, alternativeAddresses: [summer] })
const half = person({
  name: 'Tom Hof',
  address: 'Weg 6',
  city: 'Bonn',
  ...fine,
  alternativeAddresses: [{ ...summer, address: '', city: '' }],
})
const mailAway = person({
  name: 'Uta Hof',
  address: 'W 1',
  city: 'Bonn',
  salutationCode: 'F',
  alternativeAddresses: [{ ...summer, email: 's@x.de' }],
})

const contacts = [
  ahorn,
  anna,
  bert,
  cora,
  neighbour,
  blocked,
  child,
  allowed,
  excluded,
  nowhere,
  noMail,
  nameless,
  french,
  away,
  half,
  mailAway,
]
const world = around({
  ...{ contacts, templates: [letter, call, untyped, bare], salespeople: [vera, otto], campaigns: [spring], company: ourCompany() },
})
const ready: Partial<Segment> = {
  ...{ templateId: letter.id, salespersonId: vera.id, campaignId: spring.id },
  lettersMade: { at: '2026-11-20T09:00:00.000Z', count: 1 },
}
const without = (field: keyof Segment): Partial<Segment> => ({ [field]: undefined })
const leavingOut = (...leftOut: number[]): Partial<Segment> => ({ lettersMade: { at: '2026-11-20T09:00:00.000Z', count: 1, leftOut } })
const gone = lineOf('gone' as ContactId, 9)
const fields = ['Name', 'CALC_Formal_Salutation']
const own = (values: LineOwn, line: Partial<Line> = {}) => [lineOf(anna, 1), lineOf(cora, 2, { own: values, ...line })]
const email = { correspondenceType: 'email', ignoreContactCorrespondence: true } as const
const lost = { template: 'lost' as TemplateId, campaign: 'lost' as CampaignId, salesperson: 'lost' as SalespersonId }
const nl = toLetterLanguage('nl')

type People = readonly (Contact | Line)[]
const found = (people: People, header: Partial<Segment> = {}, beside: Beside = {}, known: readonly string[] | undefined = fields) =>
  board(segmentOf(people, { ...ready, ...header }), world, () => known, beside).problems
const codes = (list: readonly Problem[]) => list.map(({ code }) => code)

describe('The board says, with its weight and its lines', () => {
  test.each<[ProblemCode, string, number[], string, People, Partial<Segment>]>([
    ['noDescription', 'block', [], 'a blank name', [anna], { description: ' ' }],
    ['noLines', 'block', [], 'nobody on it', [], {}],
    ['noLines', 'block', [], 'everybody is left out', [blocked, child], {}],
    ['noTemplate', 'block', [], 'none in the header', [anna, cora], without('templateId')],
    ['noTemplate', 'block', [1], 'one line has its own', own({ templateId: letter.id }), without('templateId')],
    ['templateGone', 'block', [], 'that of the header', [anna, cora], { templateId: lost.template }],
    ['templateGone', 'block', [2], 'that of a line', own({ templateId: lost.template }), {}],
    ['templateGone', 'block', [1], 'that of the only line', [lineOf(anna, 1, { own: { templateId: lost.template } })], {}],
    ['noSalesperson', 'block', [], 'none in the header', [anna], without('salespersonId')],
    ['noSalesperson', 'block', [1], 'one line has its own', own({ salespersonId: vera.id }), without('salespersonId')],
    ['noSalesperson', 'block', [2], 'that of a line is gone', own({ salespersonId: lost.salesperson }), {}],
    ['campaignGone', 'block', [], 'that of the header', [anna], { campaignId: lost.campaign }],
    ['campaignGone', 'block', [2], 'that of a line', own({ campaignId: lost.campaign }), {}],
    ['contactGone', 'leaveOut', [9], 'deleted since', [lineOf(anna, 1), gone], {}],
    ['privacyBlocked', 'leaveOut', [2], 'blocked since', [anna, blocked], {}],
    ['minor', 'leaveOut', [2], 'no consent', [anna, child], {}],
    ['noCorrespondenceType', 'warn', [1], 'neither printed nor sent', [anna], { templateId: untyped.id }],
    ['noAddress', 'warn', [2], 'nor has her company one', [anna, nowhere], {}],
    ['noAddress', 'warn', [1], 'the one in force on that day is not whole', [half], {}],
    ['noEmail', 'warn', [2], 'it should go by e-mail', [anna, noMail], email],
    ['noDocument', 'warn', [1], 'it should be sent, and there is nothing', [anna], { templateId: bare.id }],
    ['languageGone', 'warn', [1], 'chosen in the header', [anna], { languageCode: nl }],
    ['languageGone', 'warn', [1], 'for all', [anna], { languageCode: nl, ignoreContactLanguage: true }],
    ['languageGone', 'warn', [2], 'chosen on the line', own({ languageCode: nl }), {}],
    ['noSalutation', 'warn', [2], 'no name to greet', [anna, nameless], {}],
    ['noLetterLanguage', 'warn', [2], 'no letter in hers', [anna, french], {}],
    ['commentHasNoPlace', 'warn', [2], 'the document has no field for it', own({}, { comment: 'Greetings' }), {}],
    ['excluded', 'warn', [2], 'and yet on the list', [anna, excluded], {}],
    ['salespersonBlocked', 'warn', [2], 'left the firm', own({ salespersonId: otto.id }), {}],
    ['leftOutByDocument', 'warn', [2], 'a SKIPIF was true for her', [anna, cora], leavingOut(2, 7)],
    ['lettersNotMade', 'warn', [], 'a letter is due', [anna], without('lettersMade')],
    [
      'emailsNotMade',
      'warn',
      [1],
      'one was shared, the other not',
      [anna, lineOf(cora, 2, { sharedAt: '2026-11-20T09:00:00.000Z' })],
      email,
    ],
    ['lettersChanged', 'warn', [], 'the segment was edited', [anna], { changedAt: '2026-11-20T09:30:00.000Z' }],
  ])('%s · %s · lines %j · %s', (code, severity, lineNos, _, people, header) => {
    expect(found(people, header)).toContainEqual({ code, severity, lineNos })
  })

  test.each<[string, People, Partial<Segment>]>([
    ['all is well', [anna, cora], {}],
    ['the parents have consented', [allowed], {}],
    ['the address in force today is whole, though there is no other', [away], {}],
    ['the e-mail of the address in force is used', [lineOf(mailAway, 1, { sharedAt: '2026-11-20T09:00:00.000Z' })], email],
    ['a call needs no document and no address', [anna, nowhere, bert], { templateId: call.id }],
  ])('nothing when %s', (_, people, header) => {
    expect(found(people, header)).toEqual([])
  })

  test('duplicate · warn: every line of the contact, together', () => {
    const twice = [lineOf(anna, 1), lineOf(cora, 2), lineOf(anna, 3)]
    expect(found(twice)).toEqual([{ code: 'duplicate', severity: 'warn', lineNos: [1, 3], groups: [[1, 3]] }])
  })

  test('sameAddress · warn: several people at one address, however it is written; by letter only', () => {
    const groups = [
      [1, 3],
      [2, 4],
    ]
    expect(found([anna, cora, bert, neighbour])).toEqual([{ code: 'sameAddress', severity: 'warn', lineNos: [1, 3, 2, 4], groups }])
    expect(codes(found([anna, bert], email))).toEqual(['emailsNotMade'])
  })

  test('placesOpen and otherLanguage · warn: what nobody has filled in yet, each once, and words of another language', () => {
    const withDocument = (document: LetterDocument): Around => {
      const one = template({ correspondenceType: 'hardCopy', documents: [document] })
      return { ...world, templates: new Map([[one.id, one]]) }
    }
    const company = { countryCode: 'DE' } as CompanyInformation
    const ours = (language: 'en' | 'de') => documentIn('en', { written: writtenStarter('prices', language, { company }) })
    const problems = (document: LetterDocument) => board(segmentOf([anna, cora], ready), withDocument(document), () => undefined).problems
    const open = { code: 'placesOpen', severity: 'warn', lineNos: [1, 2], fields: ['[day]', '[figure]', '[What has become dearer]'] }
    expect(problems(ours('en'))).toEqual([open])
    expect(codes(problems(ours('de')))).toEqual(['placesOpen', 'otherLanguage'])
    expect(problems(documentIn('en', { writtenIn: 'de' }))).toEqual([{ code: 'otherLanguage', severity: 'warn', lineNos: [1, 2] }])
    expect(problems(documentIn('en', { writtenIn: 'en' }))).toEqual([])
    // A letter that was written here says itself what it is written in.
    expect(codes(problems({ ...ours('en'), writtenIn: 'de' }))).toEqual(['placesOpen'])
  })

  test('letterUnfinished · warn: a letter emptied and saved, or without a greeting, is told before it is made', () => {
    const company = { countryCode: 'DE' } as CompanyInformation
    const written = writtenStarter('prices', 'en', { company })
    const text = { type: 'text', text: 'We are closed in August.' } as const
    const withContent = (
      content: typeof written.text.content,
      correspondenceType: 'hardCopy' | 'email' = 'hardCopy',
      sheet = written.sheet,
    ) => {
      const one = template({
        correspondenceType,
        documents: [documentIn('en', { written: { sheet, text: { ...written.text, content } } })],
      })
      return board(segmentOf([anna, cora], ready), { ...world, templates: new Map([[one.id, one]]) }, () => undefined).problems
    }
    const unfinished = { code: 'letterUnfinished', severity: 'warn', lineNos: [1, 2] }
    expect(withContent([{ type: 'paragraph' }])).toEqual([unfinished])
    expect(withContent([{ type: 'paragraph', content: [text] }])).toEqual([unfinished])
    const greeting = { type: 'mergeField', attrs: { field: 'CALC_Formal_Salutation' } } as const
    const said = [{ type: 'paragraph', content: [greeting, text] }] as typeof written.text.content
    expect(withContent(said)).toEqual([])
    // Without a window the address has to stand in the text, but not in an e-mail.
    const bare = { ...written.sheet, window: 'none' } as typeof written.sheet
    expect(withContent(said, 'hardCopy', bare)).toEqual([unfinished])
    expect(codes(withContent(said, 'email', bare))).not.toContain('letterUnfinished')
  })

  test('unknownField · warn: names in the document that mean nothing, each once', () => {
    const unknown = { code: 'unknownField', severity: 'warn', lineNos: [1, 2], fields: ['Kundnr'] }
    expect(found([anna, cora], {}, {}, ['Name', 'Kundnr', 'Kundnr'].slice(0, 2))).toEqual([unknown])
    const mapped = template({ correspondenceType: 'hardCopy', documents: [documentIn('en', { mapping: { Kundnr: '' } })] })
    const mended: Around = { ...world, templates: new Map([[mapped.id, mapped]]) }
    expect(board(segmentOf([anna], ready), mended, () => ['Name', 'Kundnr']).problems).toEqual([])
  })

  test.each<[string, string[] | undefined, ProblemCode[]]>([
    ['a comment has its place under any name of the field', ['Bemerkung'], []],
    ['a neutral greeting does not matter in a letter that greets nobody', ['Name', 'Comment'], []],
    ['fields that are not known yet are no reproach for the comment', undefined, ['noSalutation']],
    ['the informal greeting counts where it is used', ['CALC_Informal_Salutation', 'Comment'], ['noSalutation']],
  ])('%s', (_, known, expected) => {
    const state = segmentOf([lineOf(nameless, 1, { comment: 'Hello' })], ready)
    expect(codes(board(state, world, () => known).problems)).toEqual(expected)
  })
})

describe('Who was written to lately', () => {
  const sent = { correspondenceType: 'hardCopy' as const }
  const lately = (...entries: Parameters<typeof entry>[]) => {
    const facts = factsAbout(
      contacts,
      entries.map((one) => entry(...one)),
    )
    return found([anna, cora], {}, { recent: { history: facts.history, since: toDay('2026-10-21') } })
  }
  test('writtenRecently · warn: with the last that each got', () => {
    const written = [{ day: '2026-11-03', description: 'Catalogue' }]
    const list = lately([cora, '2026-11-03', { description: 'Catalogue', ...sent }], [cora, '2026-10-22', sent])
    expect(list).toEqual([{ code: 'writtenRecently', severity: 'warn', lineNos: [2], written }])
  })
  test.each<[string, Parameters<typeof entry>]>([
    ['cancelled', [cora, '2026-11-03', { ...sent, cancelled: true }]],
    ['an attempt that failed', [cora, '2026-11-03', { ...sent, attemptFailed: true }]],
    ['written by them', [cora, '2026-11-03', { ...sent, informationFlow: 'inbound' }]],
    ['longer ago', [cora, '2026-10-20', sent]],
    ['a visit', [cora, '2026-11-03', {}]],
    ['a call to somebody who prefers letters', [cora, '2026-11-03', { ...sent, callOutcome: 'reached' }]],
  ])('not what was %s', (_, one) => {
    expect(lately(one)).toEqual([])
  })
  test('a cancelled segment cancels what was logged with it', () => {
    const happened = [{ entry: entry(cora, '2026-11-03', sent), cancelled: true }]
    expect(lastWrittenSince(new Map([[cora.id, happened]]), toDay('2026-10-21'), world.templates)(cora.id)).toBeUndefined()
  })
})

describe('Letters that would read differently today', () => {
  const nothing: Touched = {
    ...{ contacts: new Set(), templates: new Set(), salespeople: new Set(), campaigns: new Set(), steps: new Set() },
    ...{ ofAll: false, edited: false },
  }
  const later = { changedAt: '2026-11-20T09:30:00.000Z' }
  const noLetter = lineOf(nowhere, 3, { own: { templateId: call.id } })
  const changed = (touched: Partial<Touched>, header: Partial<Segment> = {}) =>
    found([anna, lineOf(cora, 2, { own: { salespersonId: otto.id } }), noLetter], header, { touched: { ...nothing, ...touched } }).find(
      ({ code }) => code === 'lettersChanged',
    )?.lineNos

  test.each<[string, Partial<Touched>, Partial<Segment>, number[] | undefined]>([
    ['nothing was touched', {}, {}, undefined],
    ['a contact was', { contacts: new Set([cora.id]) }, {}, [2]],
    ['her company was', { contacts: new Set([ahorn.id]) }, {}, [1]],
    ['the template was', { templates: new Set([letter.id]) }, {}, [1, 2]],
    ['one salesperson was', { salespeople: new Set([otto.id]) }, {}, [2]],
    ['the campaign was', { campaigns: new Set([spring.id]) }, {}, [1, 2]],
    ['somebody else was', { contacts: new Set([bert.id]), templates: new Set([bare.id]) }, {}, undefined],
    ['one without a letter was', { contacts: new Set([nowhere.id]) }, {}, undefined],
    ['our company was: any of them', { ofAll: true }, {}, []],
    ['the header or a line was: any of them', { edited: true }, later, []],
    ['an edit that was taken back', { edited: true }, {}, undefined],
  ])('%s', (_, touched, header, lineNos) => {
    expect(changed(touched, header)).toEqual(lineNos)
  })

  test('people who came since are named; they go again when the step is undone', () => {
    const start = segmentOf([anna], ready)
    const more = after(start, planAddByHand(start, [cora], occasion(30)).changes)
    const steps = new Set(more.steps.map(({ id }) => id))
    const beside = { touched: { ...nothing, steps } }
    const newcomers = { code: 'lettersChanged', severity: 'warn', lineNos: [2] }
    expect(board(more, world, () => fields, beside).problems).toEqual([newcomers])
    const undone = planUndoStep(more, occasion(40))
    expect(undone.ok && board(after(more, undone.value), world, () => fields, beside).problems).toEqual([])
    // Whoever had the number of hers before was left out by the document; she was not.
    const renumbered = { ...more, segment: { ...more.segment, ...leavingOut(2) } }
    expect(board(renumbered, world, () => fields, beside).problems).toEqual([newcomers])
  })
})

describe('Laws of the board', () => {
  const anybody = fc.constantFrom<Contact | ContactId>(...contacts, 'gone' as ContactId)
  const anyOwn: fc.Arbitrary<LineOwn> = fc.constantFrom<LineOwn>(
    {},
    {},
    { templateId: lost.template },
    { templateId: call.id },
    { salespersonId: otto.id },
    { campaignId: lost.campaign },
    { correspondenceType: 'email' },
    { languageCode: nl },
  )
  const anyHeader = fc.constantFrom<Partial<Segment>>(
    ...[{}, {}, { description: '' }, { templateId: undefined }, { templateId: lost.template }, { salespersonId: undefined }],
    ...[{ campaignId: lost.campaign }, { lettersMade: undefined }, email],
  )
  const anyState = fc
    .tuple(fc.array(fc.record({ contact: anybody, own: anyOwn, comment: fc.constantFrom('', 'Hi') }), { maxLength: 12 }), anyHeader)
    .map(([lines, header]) =>
      segmentOf(
        lines.map(({ contact, own, comment }, i) => lineOf(contact, i + 1, { own, comment })),
        { ...ready, ...header },
      ),
    )

  test('who is left out is left out once, and nothing else is said of him', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { problems: list, logged, lines } = board(state, world, () => fields)
        const out = list.filter(({ severity }) => severity === 'leaveOut').flatMap(({ lineNos }) => lineNos)
        const others = new Set(list.filter(({ severity }) => severity !== 'leaveOut').flatMap(({ lineNos }) => lineNos))
        expect(new Set(out).size).toBe(out.length)
        expect(out.filter((lineNo) => others.has(lineNo))).toEqual([])
        expect(logged + out.length).toBe(lines)
      }),
    )
  })

  test('what blocks comes first, then who is left out, then the warnings; no code twice', () => {
    const weight = { block: 0, leaveOut: 1, warn: 2 }
    fc.assert(
      fc.property(anyState, (state) => {
        const list = board(state, world, () => fields).problems
        const weights = list.map(({ severity }) => weight[severity])
        expect(weights).toEqual(weights.toSorted())
        const keys = list.map(({ code, lineNos }) => `${code} ${lineNos.length === 0 ? 'header' : 'lines'}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  test('logging is refused exactly when the board has something that blocks, with the same codes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const against = board(state, world, () => fields).problems.filter(({ severity }) => severity === 'block')
        expect(blockingProblems(state, world)).toEqual(against)
        const planned = planLog(state, world, {}, occasion())
        expect(planned.ok ? [] : planned.failure).toEqual(
          against.length === 0 ? [] : { code: 'logRefused', problems: [...new Set(codes(against))] },
        )
      }),
    )
  })

  test('as many are logged as the board says, for as much', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const planned = planLog(state, world, {}, occasion())
        if (!planned.ok) return
        const { logged, letters, cost } = board(state, world, () => fields)
        const { entries, lines } = planned.value
        expect(entries).toHaveLength(logged)
        expect(lines.filter(({ attachmentId }) => attachmentId !== undefined)).toHaveLength(letters)
        expect(entries.reduce((sum, one) => sum + one.cost, 0)).toBeCloseTo(cost)
      }),
    )
  })
})
