// Who gets a letter again, and why somebody does not.
import { describe, expect, test } from 'vitest'
import { planResend, type NotResent, type ResendWish } from '../../src/core/interaction/resend.ts'
import type { AttachmentId, ContactId } from '../../src/model/ids.ts'
import type { InteractionLogEntry } from '../../src/model/interaction.ts'
import { toDay } from '../../src/base/day.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { around, entry, occasion, person, valid } from '../make.ts'

const anna = person({ name: 'Anna Berg', email: 'anna@example.com' })
const bert = person({ name: 'Bert Hof' })
const site = { code: 'SITE', description: '', address: '', address2: '', postCode: '', city: '', county: '', countryCode: '', phone: '' }
const cora = person({
  name: 'Cora Lind',
  alternativeAddresses: [{ ...site, email: 'site@example.com', ranges: [{ startingDay: toDay('2026-01-01') }] }],
})
const blocked = person({ name: 'Frida Voss', privacyBlocked: true })
const minor = person({ name: 'Max Weber', minor: true })
const world = around({ contacts: [anna, bert, cora, blocked, minor] })

const letter = {
  attachmentId: 'a' as AttachmentId,
  languageCode: toLetterLanguage('en'),
  mapping: {},
  values: { Name: 'X' },
  segmentNo: '1',
}
const sent = (who: { id: ContactId } & typeof anna, fields: Partial<InteractionLogEntry> = {}) =>
  entry(who, '2026-11-02', { correspondenceType: 'hardCopy', ...fields })
const wish = (correspondenceType?: ResendWish['correspondenceType']): ResendWish => ({
  correspondenceType,
  fresh: false,
  prefix: 'Resend: ',
})
const resend = (one: InteractionLogEntry, how = wish(), has = true) =>
  planResend(
    [sent(anna, { id: 'fine' as never }), one],
    () => (has ? letter : undefined),
    ({ cancelled }) => cancelled,
    world,
    how,
    occasion(),
  )

describe('3.31 Resend leaves out, and counts for one reason,', () => {
  const { correspondenceType: _, ...untyped } = sent(anna)
  test.each<[string, InteractionLogEntry, ResendWish, NotResent | undefined]>([
    ['nobody who can be written to', sent(bert), wish(), undefined],
    ['a blank type where it is to go as before; the reference ends with an error for all', untyped, wish(), 'noType'],
    ['nobody for a blank type where it is said how', untyped, wish('hardCopy'), undefined],
    ['whoever has no e-mail address', sent(bert), wish('email'), 'noEmail'],
    ['nobody who has one at the address that holds today', sent(cora), wish('email'), undefined],
    ['the privacy blocked, whom the reference writes to', sent(blocked), wish(), 'privacyBlocked'],
    ['a minor without consent', sent(minor), wish(), 'minor'],
    ['what was cancelled', sent(bert, { cancelled: true }), wish(), 'cancelled'],
    ['a contact that is gone', sent({ ...bert, id: 'gone' as ContactId }), wish(), 'contactGone'],
  ])('%s', (_what, one, how, reason) => {
    const done = resend(one, how)
    if (!done.ok) throw new Error(done.failure.code)
    expect(done.value.leftOut).toEqual(reason ? { [reason]: 1 } : {})
    expect(valid(done.value.changes).put.entries).toHaveLength(reason ? 1 : 2)
  })

  test('whoever had no letter; when nothing can be sent at all, that is said', () => {
    expect(resend(sent(bert), wish(), false)).toEqual({ ok: false, failure: { code: 'nothingToResend', count: 2 } })
  })
})
