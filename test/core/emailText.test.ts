// What an e-mail says beside its letter, and which e-mails were shared.
import { describe, expect, it } from 'vitest'
import { emailTextOf, filledText, mailtoLink, unknownInText, usualEmailText } from '../../src/core/letter/emailText.ts'
import { letterValues } from '../../src/core/letter/values.ts'
import { board } from '../../src/core/interaction/problems.ts'
import { emailOf } from '../../src/core/letter/email.ts'
import { SharedStates } from '../../src/core/letter/sharedState.ts'
import { planPart } from '../../src/core/segment/part.ts'
import { entryOf } from '../../src/core/interaction/loggedEntry.ts'
import { effective } from '../../src/core/segment/effective.ts'
import { markOf, planShared } from '../../src/core/segment/sharedEmail.ts'
import { toDay } from '../../src/base/day.ts'
import type { LoggedSegmentId } from '../../src/model/ids.ts'
import type { Line, Segment } from '../../src/model/segment.ts'
import { after, around, documentIn, lineOf, occasion, ourCompany, person, salesperson, segmentOf, template } from '../make.ts'

const vera = salesperson({ name: 'Vera Vogt', phone: '+49 89 22', email: 'vera@example.com' })
const anna = person({ name: 'Anna Berg', salutationCode: 'F', email: 'anna@example.org', correspondenceType: 'email' })
const letter = template({
  documents: [documentIn('en'), documentIn('de', { emailText: 'Guten Tag {{Name}},\nTel. {{Mobile_Phone_No}}\n\n{{Document_Date}}' })],
})
const world = around({ contacts: [anna], templates: [letter], salespeople: [vera], company: ourCompany() })
const segment = (languageCode: string) =>
  segmentOf([anna], {
    templateId: letter.id,
    salespersonId: vera.id,
    languageCode: languageCode as never,
    ignoreContactLanguage: true,
  })

function textIn(language: string) {
  const state = segment(language)
  const line = effective(state.lines.lines[0]!, state.segment, world)
  return emailTextOf(line, letterValues(line, state.segment, world))
}

describe('The text of an e-mail', () => {
  it('has the usual words of its language, without lines of which nothing is known', () => {
    expect(textIn('en')).toBe(
      'Dear Ms Berg,\n\nPlease find our letter attached.\n\nKind regards\nVera Vogt\nOur Bikes\n\nPhone +49 89 22\nvera@example.com',
    )
  })

  it('is the one that was written for its language, days as that language writes them', () => {
    expect(textIn('de')).toBe('Guten Tag Anna Berg,\n\n20. November 2026')
  })

  it.each(['en', 'de-AT', 'nl', 'nb', 'no', 'fr-CH', 'xx'])('in %s every field is known', (language) => {
    expect(unknownInText(usualEmailText(language))).toEqual([])
    expect(usualEmailText(language)).toContain('{{CALC_Formal_Salutation}}')
  })

  it.each([
    ['{{City}} {{Name}}', { Name: 'Anna' }, ' Anna'.trim()],
    ['a\n{{City}}\nb', {}, 'a\nb'],
    ['a\n\n{{City}}\n\nb', {}, 'a\n\nb'],
    ['Code {{City}}', { City: '' }, ''],
    ['{{Nobody}} x', {}, ''],
    ['{{Stadt}}', { City: 'Bonn' }, 'Bonn'],
    ['{{name}} {{Document_Date}}', { Name: 'A', Document_Date: { day: toDay('2026-03-01') } }, 'A 1 March 2026'],
    ['a\r\nb\n', {}, 'a\nb'],
  ])('%j with %j reads %j', (text, values, read) => {
    expect(filledText(text, {}, values, 'en').trim()).toBe(read)
  })

  it('says which names mean nothing', () => {
    expect(unknownInText('{{Name}} {{Lieblingsfarbe}}')).toEqual(['Lieblingsfarbe'])
    expect(unknownInText('{{Lieblingsfarbe}}', { Lieblingsfarbe: 'City' })).toEqual([])
  })

  it('opens a mail program with nothing but this e-mail', () => {
    expect(mailtoLink(['a+b@c.de', 'd&e@f.gg'], 'Grüße & mehr\nBcc: x', 'Zeile 1\nZeile 2?')).toBe(
      'mailto:a%2Bb@c.de,d%26e@f.gg?subject=Gr%C3%BC%C3%9Fe%20%26%20mehr%20Bcc%3A%20x&body=Zeile%201%0D%0AZeile%202%3F',
    )
  })
})

describe('Shared e-mails', () => {
  const what = { addresses: ['anna@example.org'], subject: 'Hello', text: 'x', letter: undefined }

  it('are kept with the line, and another text has another mark', () => {
    const state = segment('en')
    const shared = after(state, planShared(state, new Map([[1, markOf(what)]]), occasion(5)))
    expect(shared.lines.lines[0]).toMatchObject({ sharedAt: '2026-11-20T09:05:00.000Z', sharedWhat: markOf({ ...what }) })
    expect(markOf({ ...what, text: 'y' })).not.toBe(markOf(what))
    expect(shared.segment).toEqual(state.segment)
    const back = after(shared, planShared(shared, new Map([[1, undefined]]), occasion(6)))
    expect(back.lines.lines[0]).toEqual(state.lines.lines[0])
    expect(planShared(state, new Map([[7, 'x']]), occasion()).put).toEqual({})
  })

  it.each([
    ['shared', '2026-11-20T09:05:00.000Z', 'shared'],
    ['not shared', undefined, 'toSend'],
  ])('an e-mail that was %s is logged so', (_, sharedAt, delivery) => {
    const line = lineOf(anna, 1, sharedAt ? { sharedAt } : {})
    const { segment: header } = segment('en')
    expect(deliveryOf(line, header)).toBe(delivery)
  })

  const deliveryOf = (line: Line, header: Segment, delivered = false) => {
    const logging = {
      loggedSegmentId: 'l' as LoggedSegmentId,
      header,
      around: world,
      delivered,
      occasion: occasion(),
      campaigns: new Map(),
    }
    return entryOf(effective(line, header, world), logging)?.delivery
  }
  const sharedIn = (language: string) => {
    const state = segment(language)
    const mark = emailOf(effective(state.lines.lines[0]!, state.segment, world), state.segment, world, true)?.mark
    return after(state, planShared(state, new Map([[1, mark]]), occasion(5)))
  }

  it('a field typed into the subject is filled in the e-mail and in the letter', () => {
    const { segment: header, lines } = sharedIn('en')
    const named = { ...header, subject: 'Hello {{First_Name}}, {{Subject}}{{Nobody}}' }
    const line = effective(lines.lines[0]!, named, world)
    const name = line.contact?.type === 'person' ? line.contact.firstName : ''
    expect(name).not.toBe('')
    expect(emailOf(line, named, world, true)?.subject).toBe(`Hello ${name},`)
  })

  it('one that says something else since it was handed on is not logged as shared, and is told before', () => {
    const { segment: header, lines, steps } = sharedIn('en')
    const [line] = lines.lines as [Line]
    const changed = { ...header, subject: 'Entirely new' }
    expect([deliveryOf(line, header), deliveryOf(line, changed), deliveryOf(line, changed, true)]).toEqual(['shared', 'toSend', 'shared'])
    const codes = (segment: Segment) => board({ segment, lines, steps }, world, () => undefined).problems.map(({ code }) => code)
    expect([codes(header), codes(changed)]).toEqual([
      expect.not.arrayContaining(['emailsChanged']),
      expect.arrayContaining(['emailsChanged']),
    ])
  })

  it('are none of a list that is made of these people: there nothing went out yet', () => {
    const { changes } = planPart(sharedIn('en'), [1], { no: 'S2', description: 'Apart' }, occasion(9))
    const [line] = changes.put.segmentLines?.[0]?.lines ?? []
    expect(line).toMatchObject({ lineNo: 1, contactId: anna.id })
    expect(line).not.toHaveProperty('sharedAt')
    expect(line).not.toHaveProperty('sharedWhat')
  })

  it('are looked at anew only when a row that they are made of was written', () => {
    const { segment: header, lines } = sharedIn('en')
    const seen = new SharedStates()
    const [line] = lines.lines as [Line]
    const look = (contact: typeof anna, segment = header, own = line) => {
      const here = { ...world, contacts: new Map([[contact.id, contact]]) }
      return seen.of(effective(own, segment, here), segment, here)
    }
    expect(look(anna)).toBe('shared')
    expect(look({ ...anna, surname: 'Fuchs' })).toBe('shared')
    expect(look({ ...anna, rev: anna.rev + 1, surname: 'Fuchs' })).toBe('changed')
    expect(look({ ...anna, rev: anna.rev + 2 })).toBe('shared')
    expect(look(anna, { ...header, rev: header.rev + 1, subject: 'Entirely new' })).toBe('changed')
    expect(look(anna, header, { ...line, own: { subject: 'Hers' } })).toBe('changed')
    expect(look(anna, header, { ...line, sharedWhat: 'another' })).toBe('changed')
    expect(look(anna)).toBe('shared')
  })
})
