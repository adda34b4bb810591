// A letter to begin with, and which fields a letter uses.
import { describe, expect, test } from 'vitest'
import { newLetter, newSheet } from '../../src/core/letter/newLetter.ts'
import { fieldsOfWritten, unknownFields } from '../../src/core/letter/writtenFields.ts'
import type { AttachmentId } from '../../src/model/ids.ts'
import { WrittenLetter } from '../../src/model/writtenLetter.ts'
import { ourCompany } from '../make.ts'

const logo = 'ours' as AttachmentId

describe('a new letter', () => {
  test.each(['en', 'en-US', 'de', 'de-CH', 'nl', 'nb', 'fr', 'xx'])(
    'in %s is whole, knows all its fields and has a closing',
    (language) => {
      const letter = newLetter(language, { company: ourCompany({ countryCode: 'DE', logo }) })
      expect(WrittenLetter.parse(letter)).toEqual(letter)
      expect(unknownFields(letter)).toEqual([])
      for (const name of ['Address_Block', 'Document_Date', 'Subject', 'CALC_Formal_Salutation', 'Comment', 'Salesperson_Name'])
        expect(fieldsOfWritten(letter)).toContain(name)
    },
  )

  test.each([
    ['DE', 'A4', 'dinB'],
    ['CH', 'A4', 'chRight'],
    ['FR', 'A4', 'nf'],
    ['NL', 'A4', 'nen'],
    ['NO', 'A4', 'ns'],
    ['US', 'Letter', 'none'],
    ['', 'A4', 'none'],
  ])('from %s stands on %s with the window %s', (countryCode, paper, window) => {
    expect(newSheet('en', { company: ourCompany({ countryCode }) })).toMatchObject({ paper, window })
  })

  test('has our logo, and looks like the letter written last', () => {
    const first = newSheet('de', { company: ourCompany({ logo }) })
    expect(first.logo?.attachmentId).toBe(logo)
    const last = { ...first, font: 'Georgia', window: 'dinA' as const }
    expect(newSheet('de', { company: ourCompany(), last })).toEqual(last)
    const other = newSheet('nl', { company: ourCompany({ logo }), last: { ...last, logo: undefined } })
    expect(other).toMatchObject({ font: 'Georgia', logo: { attachmentId: logo } })
    expect(other.footer.join()).toContain('Telefoon')
    expect(newSheet('nl', { company: undefined, last: { ...last, footer: ['Ours'] } }).footer).toEqual(['Ours'])
  })

  test('without a window has the address in its text', () => {
    const text = JSON.stringify(newLetter('en', { company: undefined }).text)
    expect(text).toContain('Address_Block')
    expect(JSON.stringify(newLetter('de', { company: ourCompany({ countryCode: 'DE' }) }).text)).not.toContain('Address_Block')
  })
})

test('a field nobody knows is told with its nearest, wherever it stands', () => {
  const letter = newLetter('en', { company: undefined })
  letter.sheet.sender = '{{Compny_Name}}'
  letter.sheet.footer = ['Call {{Whatever}}']
  letter.text.content = [
    {
      type: 'paragraph',
      content: [{ type: 'condition', attrs: { field: 'City', is: 'equal', value: '{{Nowhere}}', then: '{{Surnam}}', otherwise: '' } }],
    },
    {
      type: 'paragraph',
      content: [{ type: 'condition', attrs: { field: 'City', is: 'blank', value: '{{Not_asked}}', then: 'x', otherwise: '' } }],
    },
  ]
  expect(unknownFields(letter).map(({ name, suggestions }) => [name, suggestions[0]])).toEqual([
    ['Compny_Name', 'Company_Name'],
    ['Nowhere', undefined],
    ['Surnam', 'Surname'],
    ['Whatever', undefined],
  ])
})
