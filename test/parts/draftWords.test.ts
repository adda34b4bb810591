// What Today shows of a draft: words that the person wrote, never an id or a choice's code.
import { expect, it } from 'vitest'
import { draftWords } from '../../src/screens/today/draftPlace.ts'

it.each([
  ['a comment for one person', 'segment:s:10000:comment', { value: ' Bring the catalogue ' }, '“Bring the catalogue”'],
  ['a template chosen for one person', 'segment:s:10000:templateId', { value: '0192-uuid' }, ''],
  ['a new company', 'contact:new', { type: 'company', rev: 0, name: 'Holzer', phone: '' }, '“Holzer”'],
  [
    'a header whose subject was changed',
    'segment:s:header',
    { base: { description: 'Letter', subject: '' }, value: { description: 'Letter', subject: 'News' } },
    '“News”',
  ],
  [
    'a header whose day was changed',
    'segment:s:header',
    { base: { description: 'Letter', day: '' }, value: { description: 'Letter', day: '2026-11-24' } },
    '24 Nov 2026',
  ],
  [
    'a header whose template and language were changed',
    'segment:s:header',
    { base: { templateId: '', languageCode: '' }, value: { templateId: '0192', languageCode: 'de' } },
    '2 fields changed',
  ],
  [
    'a contact with another phone',
    'contact:c:reach',
    { rev: 3, name: 'Berg', phone: '12', was: { rev: 2, name: 'Berg', phone: '' } },
    '“12”',
  ],
  ['a form in which nothing was changed', 'segment:s:header', { base: { subject: 'x' }, value: { subject: 'x' } }, ''],
  [
    'a letter whose text and sheet were changed',
    'template:t:letter:de',
    {
      base: { text: '', sheet: '', subject: '' },
      value: { text: '{"type":"doc","content":[{"type":"text","text":"Wir laden Sie ein"}]}', sheet: '{"paper":"A4"}', subject: '' },
    },
    '“Wir laden Sie ein”',
  ],
  ['criteria', 'criteria:s', { base: [], cards: [{}, {}], again: false, asOf: '', open: 1 }, '2 steps'],
  [
    'an interaction with one contact: what was written, not its day and time',
    'interaction:c',
    { description: '', day: '2026-11-24', time: '09:30', cost: '4', comment: 'Wants a quotation' },
    '“Wants a quotation”',
  ],
  ['nothing that is known', 'other', null, ''],
])('%s', (_what, id, kept, words) => {
  expect(draftWords(id, kept)).toBe(words)
})
