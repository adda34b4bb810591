// How well each field is filled, as the picker of fields shows it.
import { expect, it } from 'vitest'
import type { BusinessRelationId, MailingGroupId } from '../../src/model/ids.ts'
import { fillRatesOf } from '../../src/workers/jobs/fillRates.ts'
import { company, entry, factsAbout, person } from '../make.ts'

it('counts who has something in a field; what belongs to the company counts for its people', () => {
  const relation = { businessRelationId: 'customer' as BusinessRelationId, contactNo: '' }
  const mill = company({ name: 'Mill', city: 'Graz', businessRelations: [relation as never] })
  const anna = person({ name: 'Anna Berg', company: mill, email: 'anna@mill.example', minor: true })
  const bert = person({ name: 'Bert Tal', mailingGroupIds: ['news' as MailingGroupId] })
  const { all, filled } = fillRatesOf(factsAbout([mill, anna, bert], [entry(anna, '2026-11-01')]))
  expect(all).toBe(3)
  expect(filled).toMatchObject({
    ...{ name: 3, companyName: 2, city: 1, email: 1, type: 3, minor: 1, privacyBlocked: 0, businessRelation: 2, mailingGroup: 1 },
    ...{ lastInteraction: 1, lastPurchase: 0 },
  })
})
