// How often somebody wants to be heard of, where that comes from, and when she is due.
import { describe, expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { cadenceOf, nextContactDay, overdueDays, partGone } from '../../src/core/contact/cadence.ts'
import type {
  AnswerId,
  BusinessRelationId,
  ContactId,
  IndustryGroupId,
  MailingGroupId,
  OrganizationalLevelId,
} from '../../src/model/ids.ts'
import type { Cadence } from '../../src/model/settings.ts'
import { company, person } from '../make.ts'

const [vip, press] = ['vip', 'press'] as MailingGroupId[]
const trade = 'trade' as IndustryGroupId
const customer = 'customer' as BusinessRelationId
const chief = 'chief' as OrganizationalLevelId
const gold = 'gold' as AnswerId
const of = (list: Cadence['list'], id: string | undefined, days: number): Cadence => ({ list, id: id!, days })
const pace = {
  cadences: [
    of('mailingGroups', vip, 30),
    of('mailingGroups', press, 90),
    of('industryGroups', trade, 60),
    of('businessRelations', customer, 45),
    of('organizationalLevels', chief, 14),
    of('answers', gold, 7),
  ],
}
const shop = company({ name: 'Shop', industryGroupIds: [trade], businessRelations: [{ businessRelationId: customer, no: '1' }] })
const today = toDay('2026-03-31')
const [made] = ['0195f0a0-0000-7000-8000-000000000001'] as ContactId[]

describe('The rhythm of a contact', () => {
  test.each([
    ['none where no class holds', person({}), undefined, undefined],
    ['that of a mailing group', person({ mailingGroupIds: [press!] }), undefined, 90],
    ['the shortest of several', person({ mailingGroupIds: [press!, vip!] }), undefined, 30],
    ['her own before any class', person({ mailingGroupIds: [vip!], cadenceDays: 200 }), undefined, 200],
    ['never, where she says so', person({ mailingGroupIds: [vip!], cadenceDays: 0 }), undefined, 0],
    ['no nonsense: below nought is as her class', person({ mailingGroupIds: [vip!], cadenceDays: -3 }), undefined, 30],
    ['no nonsense: half a day is as her class', person({ mailingGroupIds: [vip!], cadenceDays: 0.5 }), undefined, 30],
    ["of a person her company's, when it is shorter", person({ mailingGroupIds: [press!] }), shop, 45],
    ['of a person her own class, when that is shorter', person({ mailingGroupIds: [vip!] }), shop, 30],
    ['that of a level', person({ organizationalLevelId: chief }), shop, 14],
    ['that of an answer of the company', person({}), company({ name: 'Gold', answerIds: [gold] }), 7],
    ['of a company its industries and relations', shop, undefined, 45],
  ])('is %s', (_, contact, firm, days) => {
    expect(cadenceOf(contact, firm, pace)?.days).toBe(days)
  })

  test('says where it comes from', () => {
    expect(cadenceOf(person({ cadenceDays: 9 }), shop, pace)).toEqual({ days: 9 })
    expect(cadenceOf(person({ mailingGroupIds: [vip!] }), shop, pace)).toEqual({ days: 30, from: pace.cadences[0] })
    expect(cadenceOf(person({}), shop, pace)).toEqual({ days: 45, from: pace.cadences[3], byCompany: true })
  })

  test('is not taken from a class of no days', () => {
    expect(cadenceOf(person({ mailingGroupIds: [vip!] }), undefined, { cadences: [of('mailingGroups', vip, 0)] })).toBeUndefined()
    expect(cadenceOf(person({}), undefined, undefined)).toBeUndefined()
  })
})

describe('Somebody is due', () => {
  const monthly = person({ cadenceDays: 30 })
  test.each([
    ['so many days after the last word', monthly, '2026-03-11', '2026-04-10', -10],
    ['on the very day', monthly, '2026-03-01', '2026-03-31', 0],
    ['and then overdue', monthly, '2026-02-10', '2026-03-12', 19],
    ['never without a rhythm', person({}), '2026-02-10', undefined, undefined],
    ['never where she said never', person({ cadenceDays: 0 }), '2026-02-10', undefined, undefined],
    ['never where nothing may be done', person({ cadenceDays: 30, privacyBlocked: true }), '2026-02-10', undefined, undefined],
    ['never as a child whose parents did not agree', person({ cadenceDays: 30, minor: true }), undefined, undefined, undefined],
    ['as a child whose parents agreed', person({ cadenceDays: 30, minor: true, parentalConsent: true }), '2026-03-01', '2026-03-31', 0],
    ['since the day she was made, when never heard of', person({ id: made!, cadenceDays: 30 }), undefined, '2025-04-01', 364],
    ['from today, when that day is not known', person({ id: 'x' as ContactId, cadenceDays: 30 }), undefined, '2026-03-31', 0],
  ])('%s', (_, contact, last, next, overdue) => {
    const heard = { contact, company: undefined, lastHeard: last === undefined ? undefined : toDay(last) }
    expect(nextContactDay(heard, undefined, today)).toBe(next)
    expect(overdueDays(heard, undefined, today)).toBe(overdue)
  })

  test.each([
    [30, -30, 0],
    [30, -15, 0.5],
    [30, 0, 1],
    [30, 12, 1],
    [30, -40, 0],
  ])('of %d days, with %d overdue, the part of the rhythm that has gone', (days, overdue, part) => {
    expect(partGone(days, overdue)).toBe(part)
  })
})
