// Any contacts, entries, purchases and lists, any criteria and any changes: small pools of values, so that rules hit and miss. Some ids are
// UUIDs, some are words; people work for companies that are there, gone, or no companies.
import fc from 'fast-check'
import { emptyContact } from '../../src/core/contact/edit.ts'
import { factsOf, type Facts } from '../../src/core/criteria/facts.ts'
import { toDay, type Day } from '../../src/base/day.ts'
import { ColumnBuilder, type ColumnIndex, type Patch } from '../../src/columns/index.ts'
import type { Company, Contact, Person } from '../../src/model/contact.ts'
import {
  ChoiceField,
  ChoiceOperator,
  DateField,
  DateOperator,
  DayUnit,
  ExpressionField,
  FlagField,
  NumberField,
  NumberOperator,
  PeriodUnit,
  SetOperator,
  TextField,
  TextOperator,
  type Group,
  type RelativeDay,
  type Rule,
  type StepOptions,
} from '../../src/model/criteria.ts'
import type { TargetGroup } from '../../src/model/campaign.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, PurchaseId, SegmentId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import type { Purchase } from '../../src/model/purchase.ts'
import type { Line, SegmentLines } from '../../src/model/segment.ts'
import type { Cadence } from '../../src/model/settings.ts'
import { entry as anEntry, lineOf } from '../make.ts'

export interface AllRows {
  contacts: Map<ContactId, Contact>
  entries: Map<EntryId, InteractionLogEntry>
  purchases: Map<PurchaseId, Purchase>
  segmentLines: Map<SegmentId, SegmentLines>
  cancelled: Set<LoggedSegmentId>
  targetGroups?: Map<CampaignId, TargetGroup>
  cadences?: readonly Cadence[]
}

/** Half of them UUIDs of version 7, made on three different days. */
export const contactIds = Array.from({ length: 14 }, (_, at) =>
  at % 2 === 0 ? `c-${at}` : `0192${(at % 3) + 7}8c4-5e3f-7abc-8def-0123456789${String(10 + at)}`,
) as ContactId[]
const entryIds = Array.from({ length: 24 }, (_, at) =>
  at % 3 === 0 ? `e-${at}` : `01928a00-0000-7000-8000-0000000000${String(10 + at)}`,
) as EntryId[]
const purchaseIds = Array.from({ length: 10 }, (_, at) => `p-${at}` as PurchaseId)
const segmentIds = ['s-1', 's-2', 's-3'] as SegmentId[]
const loggedIds = ['l-1', 'l-2'] as LoggedSegmentId[]

const words = [
  '',
  'Ahorn',
  'ahorn',
  'Birke GmbH',
  'Müller',
  'Mueller',
  'Ärö Ö',
  'Aeroe Müller',
  'Føhr',
  'Zoë Bœuf',
  ' ',
  'Ålund ß',
  '1000',
  '1999 AB',
  '20',
  'x\ny',
  'Ζορμπάς',
  'Йод',
]
const word = fc.constantFrom(...words)
const phone = fc.constantFrom('', '+49 89/123-45', '0049 (89) 12345', '12345', '-', 'Büro 7', 'Buero (ö) 7')
const id = <T extends string>(ids: readonly T[]) => fc.constantFrom(...ids)
const day = fc
  .oneof(
    fc.constantFrom('2026-11-20', '2026-11-19', '2026-08-22', '2025-02-28', '2024-02-29', '1899-12-31', '1900-01-01', '2100-01-01'),
    fc.nat(400).map((n) => `2026-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`),
  )
  .map(toDay)
const some = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: Math.min(3, ids.length) })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })

const given = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

const shared = {
  ...{ name: word, name2: word, address: word, address2: word, postCode: word, city: word, county: word, no: word, email: word },
  ...{ phone, mobilePhone: phone, homePage: word, vatNo: word, externalId: word, salutationCode: fc.constantFrom('', 'M', ' ') },
  countryCode: fc.constantFrom('', 'DE', 'de', 'AT'),
  languageCode: maybe(fc.constantFrom('de', 'en')),
  salespersonId: maybe(fc.constantFrom('sp-1', 'sp-2')),
  territoryId: maybe(fc.constantFrom('t-1', 't-2')),
  correspondenceType: maybe(fc.constantFrom('hardCopy', 'email')),
  mailingGroupIds: some(['g-1', 'g-2', 'g-3', 'g-4']),
  answerIds: some(['a-1', 'a-2', 'a-3']),
  excludeFromSegment: fc.boolean(),
  cadenceDays: maybe(fc.constantFrom(0, 1, 30, 400, 4000, -2, 0.5)),
  privacyBlocked: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  changedAt: day.map((on) => `${on}T10:00:00.000Z`),
  sample: maybe(fc.constant(true)),
  email2: maybe(word),
  fax: maybe(phone),
  former: maybe(fc.constantFrom('KT1', 'Ö9').map((no) => [{ id: 'gone' as ContactId, no, externalId: '' }])),
}

const company = fc
  .record({
    ...shared,
    industryGroupIds: some(['i-1', 'i-2']),
    businessRelations: some(['b-1', 'b-2']).map((ids) => ids.map((businessRelationId) => ({ businessRelationId, no: '1' }))),
  })
  .map((fields) => given({ ...emptyContact('company'), rev: 1, ...fields }) as unknown as Company)

const person = fc
  .record({
    ...shared,
    ...{ firstName: word, surname: word, jobTitle: word, minor: fc.boolean(), parentalConsent: fc.boolean() },
    title: maybe(fc.constantFrom('Dr.', 'Prof. Ö')),
    companyId: maybe(id(contactIds)),
    birthday: maybe(day),
    jobResponsibilityIds: some(['j-1', 'j-2']),
    organizationalLevelId: maybe(fc.constantFrom('o-1', 'o-2')),
  })
  .map((fields) => given({ ...emptyContact('person'), rev: 1, ...fields }) as unknown as Person)

const contact = (contactId: ContactId): fc.Arbitrary<Contact> =>
  fc.oneof({ weight: 1, arbitrary: company }, { weight: 2, arbitrary: person }).map((one) => ({ ...one, id: contactId }))

const entry = (entryId: EntryId): fc.Arbitrary<InteractionLogEntry> =>
  fc
    .record({
      contactId: id(contactIds),
      day,
      loggedSegmentId: maybe(id(loggedIds)),
      templateId: maybe(fc.constantFrom('t1', 't2')),
      interactionGroupId: maybe(fc.constantFrom('ig1', 'ig2')),
      salespersonId: maybe(fc.constantFrom('sp-1', 'sp-2')),
      campaignId: maybe(fc.constantFrom('k1', 'k2')),
      evaluation: maybe(fc.constantFrom('veryPositive', 'neutral', 'negative')),
      correspondenceType: maybe(fc.constantFrom('hardCopy', 'email')),
      informationFlow: fc.constantFrom('outbound', 'inbound'),
      initiatedBy: fc.constantFrom('us', 'them'),
      ...{ attemptFailed: fc.boolean(), campaignResponse: fc.boolean(), campaignTarget: fc.boolean() },
      respondedDay: maybe(day),
      responseStatusId: maybe(fc.constantFrom('order', 'moved')),
      callOutcome: maybe(fc.constantFrom('reached', 'wrongNumber')),
      cancelled: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
      deletedContactId: fc.option(fc.constant('gone'), { nil: undefined, freq: 5 }),
    })
    .map(({ contactId, day: on, ...fields }) =>
      anEntry({ id: contactId, name: '' } as Contact, on, given({ ...fields, id: entryId }) as Partial<InteractionLogEntry>),
    )

const purchase = (purchaseId: PurchaseId): fc.Arbitrary<Purchase> =>
  fc
    .record({
      companyId: id(contactIds),
      day,
      itemNo: fc.constantFrom('', '1000', '2000'),
      description: fc.constantFrom('Bike', 'Bell'),
      itemGroup: fc.constantFrom('', 'Bicycles'),
      quantity: fc.integer({ min: -1, max: 3 }),
      amount: fc.integer({ min: -200, max: 400 }).map((cents) => cents / 4),
    })
    .map((fields) => ({ rev: 1, id: purchaseId, ...fields }))

export const anyLines: fc.Arbitrary<Line[]> = fc
  .array(fc.tuple(id([...contactIds, 'stranger' as ContactId]), fc.boolean()), { maxLength: 16 })
  .map((rows) => rows.map(([contactId, pinned], at) => lineOf(contactId, at + 1, pinned ? { pinned: true } : {})))

const lines = (segmentId: SegmentId): fc.Arbitrary<SegmentLines> =>
  anyLines.map((rows) => ({ rev: 1, id: segmentId, nextLineNo: 99, lines: rows }))

const rowsOf = <Id extends string, T>(ids: readonly Id[], make: (id: Id) => fc.Arbitrary<T>): fc.Arbitrary<Map<Id, T>> =>
  fc.tuple(...ids.map((one) => fc.option(make(one), { nil: undefined, freq: 5 }))).map((rows) => {
    const there = new Map<Id, T>()
    for (const [at, row] of rows.entries()) if (row !== undefined) there.set(ids[at]!, row)
    return there
  })

const campaignIds = ['k1', 'k2', 'k3'] as CampaignId[]
const targetGroup = (campaignId: CampaignId): fc.Arbitrary<TargetGroup> =>
  fc
    .subarray([...contactIds, 'stranger' as ContactId], { maxLength: 5 })
    .map((ids) => ({ rev: 1, id: campaignId, contactIds: ids, activatedAt: '2026-11-01T08:00:00.000Z' }))

const anyCadences: fc.Arbitrary<readonly Cadence[]> = fc.array(
  fc
    .constantFrom<Omit<Cadence, 'days'>>(
      { list: 'mailingGroups', id: 'g-1' },
      { list: 'mailingGroups', id: 'g-2' },
      { list: 'answers', id: 'a-1' },
      { list: 'industryGroups', id: 'i-1' },
      { list: 'businessRelations', id: 'b-1' },
      { list: 'organizationalLevels', id: 'o-1' },
    )
    .chain((one) => fc.constantFrom(0, 7, 30, 90, 365, 1.5).map((days) => ({ ...one, days }))),
  { maxLength: 5 },
)

const anyCancelled = fc.subarray(loggedIds).map((ids) => new Set(ids))

export const anyRows: fc.Arbitrary<AllRows> = fc.record({
  contacts: rowsOf(contactIds, contact),
  entries: rowsOf(entryIds, entry),
  purchases: rowsOf(purchaseIds, purchase),
  segmentLines: rowsOf(segmentIds, lines),
  cancelled: anyCancelled,
  targetGroups: rowsOf(campaignIds, targetGroup),
  cadences: anyCadences,
})

const changed = <Id extends string, T>(ids: readonly Id[], make: (id: Id) => fc.Arbitrary<T>) =>
  fc.uniqueArray(
    fc.constantFrom(...ids).chain((one) => fc.tuple(fc.constant(one), fc.option(make(one), { nil: undefined }))),
    { maxLength: 4, selector: ([one]) => one },
  )

/** Rows put, moved and deleted; a logged segment cancelled or taken back. */
export const anyPatch: fc.Arbitrary<Patch> = fc
  .record(
    {
      contacts: changed(contactIds, contact),
      entries: changed(entryIds, entry),
      purchases: changed(purchaseIds, purchase),
      segmentLines: changed(segmentIds, lines),
      cancelledSegments: anyCancelled,
      targetGroups: changed(campaignIds, targetGroup),
      cadences: anyCadences,
    },
    { requiredKeys: [] },
  )
  .map((patch) => patch as Patch)

/** The rows after a patch. */
export function patched(rows: AllRows, patch: Patch): AllRows {
  const put = <Id, T>(map: Map<Id, T>, changes: readonly (readonly [Id, T | undefined])[] | undefined) => {
    const after = new Map(map)
    for (const [one, row] of changes ?? []) {
      after.delete(one)
      if (row !== undefined) after.set(one, row)
    }
    return after
  }
  return {
    contacts: put(rows.contacts, patch.contacts),
    entries: put(rows.entries, patch.entries),
    purchases: put(rows.purchases, patch.purchases),
    segmentLines: put(rows.segmentLines, patch.segmentLines),
    cancelled: new Set(patch.cancelledSegments ?? rows.cancelled),
    targetGroups: put(rows.targetGroups ?? new Map<CampaignId, TargetGroup>(), patch.targetGroups),
    cadences: patch.cadences ?? rows.cadences ?? [],
  }
}

export function factsFrom(rows: AllRows): Facts {
  const lists = new Map([...rows.segmentLines].map(([one, { lines: all }]) => [one, new Set(all.map(({ contactId }) => contactId))]))
  const targets = new Map([...(rows.targetGroups ?? [])].map(([one, group]) => [one, new Set(group.contactIds)]))
  const pace = { cadences: rows.cadences ?? [] }
  return factsOf(rows.contacts.values(), rows.entries.values(), rows.cancelled, rows.purchases.values(), lists, { targets, pace })
}

export function indexOf(rows: AllRows): ColumnIndex {
  const builder = new ColumnBuilder()
  builder.addEntries(rows.entries.values())
  builder.addContacts(rows.contacts.values())
  builder.addPurchases(rows.purchases.values())
  builder.addLines(rows.segmentLines.values())
  builder.addTargetGroups(rows.targetGroups?.values() ?? [])
  builder.setCadences(rows.cadences ?? [])
  return builder.finish(rows.cancelled)
}

// Criteria

const of = maybe(fc.constant('company' as const))
const blanks = maybe(fc.boolean())
const rule = (kind: Rule['kind'], fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Rule> =>
  fc.record(fields).map((all) => given({ kind, ...all }) as unknown as Rule)
const values = fc.array(
  fc.oneof(
    word,
    phone,
    fc.constantFrom(
      'ö',
      'oe',
      'ue',
      'uell',
      'eller',
      'e',
      'aero',
      'aalund',
      'buero',
      'buero7',
      'a',
      'ma',
      'DE',
      'company',
      'sp-1',
      'M',
      'e',
    ),
  ),
  { maxLength: 3 },
)

export const anyRelativeDay: fc.Arbitrary<RelativeDay> = fc.oneof(
  fc.record({ kind: fc.constantFrom('ago' as const, 'ahead' as const), count: fc.nat(40), unit: fc.constantFrom(...DayUnit.options) }),
  fc.record({
    kind: fc.constantFrom('start' as const, 'end' as const),
    unit: fc.constantFrom(...PeriodUnit.options),
    shift: fc.integer({ min: -3, max: 3 }),
  }),
  day.map((exact: Day) => ({ kind: 'exact' as const, day: exact })),
)
const within = maybe(fc.record({ from: maybe(anyRelativeDay), to: maybe(anyRelativeDay) }).map(given))
const optional = (pool: string[]) => maybe(fc.subarray(pool))

const entryWhere = fc
  .record({
    within,
    templateIds: optional(['t1', 't2', 't3']),
    interactionGroupIds: optional(['ig1', 'ig2']),
    campaignIds: optional(['k1', 'k2']),
    salespersonIds: optional(['sp-1', 'sp-2']),
    loggedSegmentIds: optional(loggedIds),
    evaluations: optional(['veryPositive', 'neutral']),
    correspondenceTypes: optional(['hardCopy', 'email']),
    responseStatusIds: optional(['order', 'moved', 'interested']),
    callOutcomes: optional(['reached', 'wrongNumber', 'message']),
    informationFlow: maybe(fc.constantFrom('outbound', 'inbound')),
    initiatedBy: maybe(fc.constantFrom('us', 'them')),
    attempt: maybe(fc.constantFrom('succeeded', 'failed')),
    response: maybe(fc.boolean()),
    campaignTarget: maybe(fc.boolean()),
    cancelledToo: maybe(fc.boolean()),
  })
  .chain((where) =>
    fc
      .subarray(Object.keys(where), { maxLength: Math.min(3, Object.keys(where).length) })
      .map((keys) => Object.fromEntries(Object.entries(given(where)).filter(([key]) => keys.includes(key)))),
  )

const figure = maybe(fc.integer({ min: -1, max: 50 }))
const purchaseWhere = fc
  .record({
    ...{ within, itemNos: optional(['1000', '3000']), itemGroups: optional(['Bicycles']) },
    ...{ quantityFrom: figure, quantityTo: figure, amountFrom: figure, amountTo: figure },
  })
  .map(given)

const expression = fc.oneof(
  fc.constantFrom(
    "''",
    "<>''",
    'DE',
    '<>DE',
    '@*ahorn*',
    '@mueller',
    '@*oe*',
    '<>@M?eller',
    '<>@*mueller&@*e*',
    'A*|B*',
    '(A*|B*)&<>*GmbH',
    '1000..2000',
    '..20',
    '>1',
    '<>0',
    '2026-01-01..',
    't',
    '-90D..',
    '((',
    '?',
  ),
  word,
)
const setOperator = fc.constantFrom(...SetOperator.options)
const historyOperator = fc.constantFrom('has', 'hasNone')

/** Every kind of rule with every operator. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 3,
    arbitrary: rule('text', {
      field: fc.constantFrom(...TextField.options),
      operator: fc.constantFrom(...TextOperator.options),
      values,
      of,
      blanks,
    }),
  },
  rule('choice', {
    field: fc.constantFrom(...ChoiceField.options),
    operator: fc.constantFrom(...ChoiceOperator.options),
    values,
    of,
    blanks,
  }),
  rule('flag', { field: fc.constantFrom(...FlagField.options), is: fc.boolean(), of }),
  {
    weight: 2,
    arbitrary: rule('date', {
      ...{ field: fc.constantFrom(...DateField.options), operator: fc.constantFrom(...DateOperator.options) },
      ...{ from: maybe(anyRelativeDay), to: maybe(anyRelativeDay), of, blanks },
    }),
  },
  rule('number', {
    ...{ field: fc.constantFrom(...NumberField.options), operator: fc.constantFrom(...NumberOperator.options) },
    ...{ from: maybe(fc.integer({ min: 0, max: 4 })), to: maybe(fc.integer({ min: 0, max: 60 })), of, blanks },
  }),
  rule('number', {
    ...{ field: fc.constantFrom('overdueDays', 'cadenceDays'), operator: fc.constantFrom(...NumberOperator.options) },
    ...{ from: maybe(fc.integer({ min: -300, max: 400 })), to: maybe(fc.integer({ min: -30, max: 900 })), of, blanks },
  }),
  rule('targetOf', { operator: setOperator, ids: some([...campaignIds, 'k9']) }),
  { weight: 2, arbitrary: rule('expression', { field: fc.constantFrom(...ExpressionField.options), expression, of, blanks }) },
  rule('mailingGroup', { operator: setOperator, ids: some(['g-1', 'g-2', 'g-3', 'g-9']), of, blanks }),
  rule('answer', { operator: setOperator, ids: some(['a-1', 'a-2']), of, blanks }),
  rule('jobResponsibility', { operator: setOperator, ids: some(['j-1', 'j-2']), blanks }),
  rule('industryGroup', { operator: setOperator, ids: some(['i-1', 'i-2']), blanks }),
  rule('businessRelation', { operator: setOperator, ids: some(['b-1', 'b-2']), blanks }),
  rule('segment', { operator: setOperator, ids: some([...segmentIds, ...loggedIds]) }),
  {
    weight: 3,
    arbitrary: rule('interaction', { operator: historyOperator, atLeast: fc.integer({ min: 0, max: 3 }), where: entryWhere, of, blanks }),
  },
  {
    weight: 2,
    arbitrary: rule('purchase', { operator: historyOperator, atLeast: fc.integer({ min: 0, max: 2 }), where: purchaseWhere, blanks }),
  },
  rule('contact', { operator: fc.constantFrom('isAnyOf', 'isNoneOf'), ids: fc.subarray([...contactIds, 'stranger'], { maxLength: 4 }) }),
)

const group = (item: fc.Arbitrary<Rule | Group>, least: number): fc.Arbitrary<Group> =>
  fc.record({
    kind: fc.constant('group' as const),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    items: fc.array(item, { minLength: least, maxLength: 3 }),
  })

/** Groups three deep. */
export const anyTree: fc.Arbitrary<Group> = group(
  fc.oneof({ weight: 3, arbitrary: anyRule }, group(fc.oneof({ weight: 3, arbitrary: anyRule }, group(anyRule, 0)), 1)),
  0,
)

export const anyStepOptions: fc.Arbitrary<StepOptions> = fc.record({
  ...{ allowExisting: fc.boolean(), expandCompanies: fc.boolean(), allowRelatedCompanies: fc.boolean() },
  ...{ ignoreExclusion: fc.boolean(), entireCompanies: fc.boolean() },
})
