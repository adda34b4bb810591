// The small rules of the contact card: what a chip gives and takes, notes, pages of the web, e-mail addresses.
import { describe, expect, it } from 'vitest'
import { emailsOf } from '../../src/core/contact/emails.ts'
import { holdsOne, relationNo, searchWord, withHeld, withoutHeld, type Holding } from '../../src/core/contact/holding.ts'
import { newestNotes, planNewNote, planNoteChange, planNoteDelete } from '../../src/core/contact/notes.ts'
import { pageAddress, webSourceAddress } from '../../src/core/contact/webPage.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { BusinessRelationId, NoteId, WebSourceId } from '../../src/model/ids.ts'
import type { Changes } from '../../src/model/tables.ts'
import { company, occasion, person } from '../make.ts'

const works = company({ name: 'Berg AS' })
const anna = person({ name: 'Anna Berg' })

describe('A chip', () => {
  const ofAll: Holding[] = ['mailingGroups', 'territories', 'salespeople']
  const lists: [Contact, Holding][] = [
    ...[works, anna].flatMap((contact) => ofAll.map((list): [Contact, Holding] => [contact, list])),
    ...(['businessRelations', 'industryGroups', 'webSources'] as const).map((list): [Contact, Holding] => [works, list]),
    ...(['jobResponsibilities', 'organizationalLevels'] as const).map((list): [Contact, Holding] => [anna, list]),
  ]
  it.each(lists)('is given once and taken again: $name, %s', (contact, list) => {
    const given = { ...contact, ...withHeld(contact, list, 'a') }
    expect(JSON.stringify(given)).toContain('"a"')
    expect({ ...given, ...withHeld(given, list, 'a') }).toEqual(given)
    expect(JSON.stringify({ ...given, ...withoutHeld(given, list, 'a') })).not.toContain('"a"')
    expect(withoutHeld(given, list, 'b')).toEqual(holdsOne(list) ? {} : withHeld(given, list, 'a'))
  })

  it('is refused where the kind of contact has no such list', () => {
    expect(withHeld(anna, 'industryGroups', 'a')).toEqual({})
    expect(withHeld(works, 'organizationalLevels', 'a')).toEqual({})
  })

  it('of a relation keeps its number, of a web source begins with the name', () => {
    const relation = 'c' as BusinessRelationId
    const customer = { ...works, ...relationNo(works, relation, ' K10 ') } as Contact
    expect(withHeld(customer, 'businessRelations', relation)).toEqual({ businessRelations: [{ businessRelationId: 'c', no: 'K10' }] })
    expect(searchWord(works, 'w' as WebSourceId)).toEqual({ webSources: [{ webSourceId: 'w', searchWord: 'Berg AS' }] })
  })
})

describe('Pages of the web', () => {
  it.each([
    ['www.berg.example', 'https://www.berg.example'],
    ['http://berg.example/a b', 'http://berg.example/a b'],
    ['berg.example:8080/x', 'https://berg.example:8080/x'],
    ['//berg.example', 'https://berg.example'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(document.domain)//a.b', undefined],
    ['data:text/html,x.y', undefined],
    ['mailto:a@b.example', undefined],
    ['https://user:pass@evil.example', undefined],
    ['berg', undefined],
    ['', undefined],
  ])('%s opens %s', (typed, opened) => expect(pageAddress(typed)).toBe(opened))

  it('a search word stands where the address says %1, whatever is in it', () => {
    expect(webSourceAddress('https://find.example/?q=%1&again=%1', ' Möbel & Söhne ')).toBe(
      'https://find.example/?q=M%C3%B6bel%20%26%20S%C3%B6hne&again=M%C3%B6bel%20%26%20S%C3%B6hne',
    )
    expect(webSourceAddress('%1', 'javascript:alert(1)')).toBeUndefined()
  })
})

describe('Notes', () => {
  const after = (changes: Changes): Contact => changes.put.contacts?.[0] ?? anna
  const texts = (contact: Contact) => newestNotes(contact).map(({ text, by, day }) => `${day} ${by} ${text}`)
  it('are written, changed and deleted; the newest stands first, with its writer and its day', () => {
    const first = after(planNewNote(anna, ' One ', occasion()))
    const both = after(planNewNote(first, 'Two', occasion(1)))
    expect(texts(both)).toEqual(['2026-11-20 Vera Two', '2026-11-20 Vera One'])
    const id = both.notes?.[0]?.id as NoteId
    expect(texts(after(planNoteChange(both, id, 'Eins', occasion(2))))).toEqual(['2026-11-20 Vera Two', '2026-11-20 Vera Eins'])
    const one = after(planNoteDelete(both, id, occasion(3)))
    expect(texts(one)).toEqual(['2026-11-20 Vera Two'])
    expect(after(planNoteDelete(one, one.notes?.[0]?.id as NoteId, occasion(4)))).not.toHaveProperty('notes')
  })
  it('that say nothing are not written', () => expect(planNewNote(anna, '  ', occasion()).put).toEqual({}))
})

it('E-mail addresses of both fields stand each once, in their order', () =>
  expect(emailsOf({ email: 'a@b.no; c@d.no', email2: 'C@D.no, Anna <e@f.no>' })).toEqual(['a@b.no', 'c@d.no', 'e@f.no']))
