// The contacts for whom a document is most likely to look wrong.
import { describe, expect, it } from 'vitest'
import { HardestSearch } from '../../src/core/letter/hardest.ts'
import type { Contact } from '../../src/model/contact.ts'
import { around, company, documentIn, ourCompany, person, template, today } from '../make.ts'

const plain = {
  salutationCode: 'F',
  address: 'Weg 1',
  postCode: '89073',
  city: 'Ulm',
  countryCode: 'DE',
  email: 'a@b.de',
  phone: '0731 1',
} as const
const anna = person({ name: 'Anna Berg', ...plain })
const blank = person({ name: 'Bert Adler', salutationCode: 'M', countryCode: 'DE' })
const unnamed = person({ name: 'Cora Carl', ...plain, salutationCode: '' })
const long = person({ name: 'Maximiliane Freifrau von und zu Hohenstein-Waldburg', ...plain })
const signs = person({ name: 'Łukasz O’Neill & Søn 🙂', ...plain, salutationCode: 'M' })
const abroad = person({ name: 'Eva Gruber', ...plain, countryCode: 'AT' })
const firm = company({ name: 'Ahorn', address: 'Weg 1', postCode: '89073', city: 'Ulm', countryCode: 'DE', email: 'a@b.de', phone: '1' })
const blocked = person({ name: 'X Y', privacyBlocked: true })
const letter = documentIn('de')
const fields = ['Name', 'Address', 'City', 'Email', 'CALC_Formal_Salutation', 'Name_2', 'Comment']

function hardest(contacts: readonly Contact[], asked = fields) {
  const own = template({ documents: [letter] })
  const search = new HardestSearch(
    around({ contacts, templates: [own], company: ourCompany({ countryCode: 'DE' }) }),
    own.id,
    letter,
    asked,
    today,
  )
  for (const contact of contacts) search.look(contact)
  return search.found()
}

describe('The most difficult contacts', () => {
  it.each([
    ['whoever most is missing of', [anna, blank], 'blank', blank],
    ['whoever cannot be greeted by name', [anna, unnamed], 'neutral', unnamed],
    ['a company', [anna, firm], 'company', firm],
    ['the longest', [anna, long], 'longest', long],
    ['unusual signs', [anna, signs], 'signs', signs],
    ['who lives abroad', [anna, abroad], 'foreign', abroad],
  ] as const)('%s', (_what, contacts, kind, who) => {
    expect(hardest(contacts).find(({ kinds }) => kinds.includes(kind))?.contactId).toBe(who.id)
  })

  it('names the blank fields, but none that is blank for nearly everybody', () => {
    expect(hardest([blank])[0]).toMatchObject({ name: 'Bert Adler', blank: ['Address', 'City', 'Email'] })
  })

  it('is each contact once, and nobody who may not be written to', () => {
    const all = hardest([anna, blank, unnamed, long, signs, abroad, firm, blocked])
    expect(new Set(all.map(({ contactId }) => contactId)).size).toBe(all.length)
    expect(all.map(({ contactId }) => contactId)).not.toContain(blocked.id)
    expect(hardest([blocked])).toEqual([])
  })

  it('asks for a greeting only where the document greets', () => {
    expect(hardest([unnamed], ['Name']).flatMap(({ kinds }) => kinds)).not.toContain('neutral')
  })

  it('looks where a letter goes today: an address that holds only now is abroad', () => {
    const home = { code: 'SUMMER', description: '', address: 'Gasse 1', address2: '', postCode: '1010', city: 'Wien', county: '' }
    const ranges = [{ startingDay: today, endingDay: today }]
    const away = person({
      name: 'Ida Berg',
      ...plain,
      alternativeAddresses: [{ ...home, countryCode: 'AT', phone: '', email: '', ranges }],
    })
    expect(hardest([away]).flatMap(({ kinds }) => kinds)).toContain('foreign')
  })
})
