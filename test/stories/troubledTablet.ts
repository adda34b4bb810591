// A tablet with one segment on which everybody has another kind of trouble, as a backup that a story restores.
import { createHash } from 'node:crypto'
import { addDays, dayOf } from '../../src/base/day.ts'
import { packBackup } from '../backups.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { AttachmentId, ContactId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import type { Segment } from '../../src/model/segment.ts'
import { tableNames, type AllRows } from '../../src/model/tables.ts'
import { campaign, company, documentIn, entry, lineOf, ourCompany, person, salesperson, segmentOf, template } from '../make.ts'
import { field, makeDocx, para, text } from '../word/makeDocx.ts'

/** A letter with a field nobody knows and without one for the comment. */
const letter = makeDocx({
  body:
    ['Address_Block', 'CALC_Formal_Salutation', 'Kundenklasse', 'Salesperson_Name']
      .map((name) => para(field(`MERGEFIELD ${name}`)))
      .join('') + para(text('News!')),
})
const hash = createHash('sha256').update(letter).digest('hex') as AttachmentId

const today = dayOf(new Date())
const daysAgo = (count: number) => addDays(today, -count)
const vera = salesperson({ name: 'Vera Sommer' })
const spring = campaign({ description: 'Spring' })
const mail = template({
  ...{ code: 'NEWS', description: 'News letter', correspondenceType: 'hardCopy', subject: 'News', unitCost: 1.85, unitDuration: 2 },
  documents: [documentIn('en', { attachmentId: hash, fileName: 'news.docx' })],
})
const lindau = company({
  name: 'Lindner Werkzeugbau',
  address: 'Seeweg 4',
  postCode: '88131',
  city: 'Lindau',
  email: 'info@lindner.example',
})
const bare = company({ name: 'Maier & Söhne', email: 'office@maier.example' })
const well = (name: string, fields: Parameters<typeof person>[0] = {}) =>
  person({ name, salutationCode: 'F', email: 'x@example.com', address: `${name} street 1`, postCode: '81667', city: 'München', ...fields })

const people: Contact[] = [
  well('Anna Berger'),
  well('Berta Kraus'),
  well('Nora Nirgends', { address: '', postCode: '', city: '' }),
  well('Otto Maier', { address: '', postCode: '', city: '', company: bare }),
  well('Emil Ohnepost', { email: '', correspondenceType: 'email' }),
  well('Udo', { salutationCode: '' }),
  well('Zoé Roux', { languageCode: toLetterLanguage('fr') }),
  well('Paula Lind', { company: lindau, address: '', postCode: '', city: '' }),
  well('Peter Lind', { company: lindau, address: '', postCode: '', city: '', salutationCode: 'M' }),
  well('Xaver Aus', { excludeFromSegment: true, salutationCode: 'M' }),
  well('Frida Voss', { privacyBlocked: true }),
  well('Kai Jung', { minor: true }),
  well('Lea Jung', { minor: true }),
]
const by = (name: string) => people.find((one) => one.name === name)!
const gone = 'gone' as ContactId

/** Its lines in order: everybody once, Anna twice, and somebody who was deleted; line 2 bears a comment. */
export const troubledSegment = (header: Partial<Segment> = {}) => {
  const lines = [...people.map((one) => one.id), by('Anna Berger').id, gone].map((id, at) =>
    lineOf(id, at + 1, at === 1 ? { comment: 'Greetings to the workshop' } : {}),
  )
  return segmentOf(lines, {
    ...{ id: 'troubled' as Segment['id'], description: 'News for spring', day: today, salespersonId: vera.id, templateId: mail.id },
    ...{ campaignId: spring.id, ...header },
  })
}

/** @param header what stands in the segment's header instead */
export async function troubledTablet(header: Partial<Segment> = {}): Promise<Uint8Array> {
  const { segment, lines } = troubledSegment(header)
  const rows = Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as AllRows
  const given = <T extends object>(row: T) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T
  Object.assign(rows, {
    contacts: [lindau, bare, ...people],
    salespeople: [vera],
    campaigns: [spring],
    templates: [mail, template({ id: 'call' as TemplateId, code: 'CALL', description: 'Call', documents: [] })],
    attachments: [{ rev: 1, id: hash, fileName: 'news.docx', size: letter.byteLength, bytes: letter.slice().buffer }],
    segments: [given(segment)],
    segmentLines: [lines],
    entries: [
      entry(by('Berta Kraus'), daysAgo(20), { description: 'Catalogue', correspondenceType: 'hardCopy' }),
      entry(by('Xaver Aus'), daysAgo(50), { description: 'Fair', correspondenceType: 'hardCopy' }),
    ],
    settings: [ourCompany(), { rev: 1, id: 'tablet', name: 'Tablet', prefix: '', started: true, salespersonId: vera.id }],
  } satisfies Partial<AllRows>)
  return packBackup(rows, { at: new Date().toISOString() })
}
