// E-mails of our own, read back by a mail parser: what was written comes out again, and no name or text becomes a header.
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { docxType } from '../../src/base/fileTypes.ts'
import { mailAddresses } from '../../src/core/letter/mailAddress.ts'
import { eml, type EmailDraft } from '../../src/exchange/eml.ts'

const draft = (fields: Partial<EmailDraft> = {}): EmailDraft => ({
  from: { name: 'Vera Vogt', address: 'vera@example.com' },
  to: [{ name: 'Anna Berg', address: 'anna@example.org' }],
  subject: 'Spring letter',
  text: 'Dear Anna,\n\nthe letter is attached.\n',
  at: new Date('2026-11-20T09:00:00Z'),
  id: '0193-1',
  attachment: { name: 'Anna Berg.docx', mime: docxType, bytes: new Uint8Array([80, 75, 3, 4, 0, 255, 13, 10]) },
  ...fields,
})
const words = (bytes: Uint8Array) => new TextDecoder('ascii', { fatal: true }).decode(bytes)
const readBack = (one: EmailDraft) => new PostalMime().parse(eml(one))
/** How a text stands in a header: one line. */
const line = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

/** Pasted from anywhere: accents, other scripts, emoji, quotes, what looks like a header or an encoded word, line breaks. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\r\nBcc: x@y.z\r\n',
        '\n.\n',
        '=?UTF-8?Q?=41?=',
        '"',
        '\\',
        '<a@b.c>',
        ', ',
        ';',
        '  ',
        'ß',
        'Łódź',
        '日本',
        '😀',
        'é'.repeat(30),
      ),
      fc.constantFrom('x'.repeat(90), 'From ', '--=_Fieldbook_letter_=', '=', '\t', '\u0000', '\ud800', ' word'.repeat(25)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

describe('An e-mail draft', () => {
  it('is opened as a draft, from, to, about and with what was meant', async () => {
    const mail = await readBack(draft())
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect(mail.from).toMatchObject({ name: 'Vera Vogt', address: 'vera@example.com' })
    expect(mail.to).toMatchObject([{ name: 'Anna Berg', address: 'anna@example.org' }])
    expect(mail).toMatchObject({ subject: 'Spring letter', messageId: '<0193-1@example.com>', date: '2026-11-20T09:00:00.000Z' })
    expect(mail.text).toBe('Dear Anna,\n\nthe letter is attached.\n\n')
    const [file] = mail.attachments
    expect(file).toMatchObject({ filename: 'Anna Berg.docx', mimeType: docxType, disposition: 'attachment' })
    expect([...new Uint8Array(file?.content as ArrayBuffer)]).toEqual([80, 75, 3, 4, 0, 255, 13, 10])
  })

  it.each([
    ['Jürgen Müßig', 'Jürgen Müßig'],
    ['O\'Neill, Dr. "Bob"', 'O\'Neill, Dr. "Bob"'],
    ['山田 太郎', '山田 太郎'],
    ['Back\\slash', 'Back\\slash'],
    ['Eve\r\nBcc: all@example.com', 'Eve Bcc: all@example.com'],
    ['=?UTF-8?Q?not_meant?=', '=?UTF-8?Q?not_meant?='],
  ])('the name %j is shown as it is called', async (name, shown) => {
    const mail = await readBack(draft({ to: [{ name, address: 'a@example.org' }] }))
    expect(mail.to).toMatchObject([{ name: shown, address: 'a@example.org' }])
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
  })

  it.each([
    ['Angebot für Łódź – “neu” 😀.docx'],
    ['a "quoted" name.docx'],
    ['Überaus '.repeat(20) + '.docx'],
    ['plain.docx'],
    ['x'.repeat(100) + '.docx'],
  ])('the letter is called %s', async (name) => {
    const mail = await readBack(draft({ attachment: { name, mime: docxType, bytes: new Uint8Array([1]) } }))
    expect(mail.attachments[0]?.filename).toBe(line(name))
  })

  it('several people stand in To, and a domain with an umlaut is written in ASCII', async () => {
    const to = Array.from({ length: 6 }, (_, at) => ({ name: `Person Nummer ${at} Ä`, address: `p${at}@münchen.de` }))
    const mail = await readBack(draft({ to }))
    expect(mail.to?.map(({ address }) => address)).toEqual(to.map((_, at) => `p${at}@xn--mnchen-3ya.de`))
    expect(mail.to?.map(({ name }) => name)).toEqual(to.map(({ name }) => name))
  })

  it('without a letter it is text only, without a sender the mail program puts itself in', async () => {
    const { from: _, attachment: __, ...rest } = draft({ text: 'Only text: grüße' })
    const mail = await readBack(rest)
    expect(mail).toMatchObject({ text: 'Only text: grüße\n', attachments: [] })
    expect(mail.from).toBeUndefined()
  })

  it('whatever is pasted, it reads back, in lines that every post takes, with no header of its own', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, fc.uint8Array({ maxLength: 200 }), async (name, subject, text, fileName, bytes) => {
        const one = draft({
          to: [{ name, address: 'a@example.org' }],
          subject,
          text,
          attachment: { name: fileName, mime: docxType, bytes },
        })
        const raw = words(eml(one))
        for (const part of raw.split('\r\n')) expect(part.length).toBeLessThanOrEqual(part.startsWith('Content-Type: ') ? 100 : 78)
        expect(raw.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
        const mail = await readBack(one)
        const keys = mail.headers.map(({ key }) => key)
        expect(keys.filter((key) => !/^(x-unsent|from|to|subject|date|message-id|mime-version|content-type)$/.test(key))).toEqual([])
        expect(mail.to).toHaveLength(1)
        expect(mail.to?.[0]?.address).toBe('a@example.org')
        expect(mail.subject ?? '').toBe(line(subject))
        const shown = text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n')
        // eslint-disable-next-line no-control-regex -- signs that no mail program shows
        const said = shown.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
        // The parser may end a text with a line break of its own.
        expect([said, `${said}\n`]).toContain((mail.text ?? '').replace(/\r\n/g, '\n'))
        expect(mail.attachments).toHaveLength(1)
        expect([...new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)]).toEqual([...bytes])
      }),
      { numRuns: 150 },
    )
  })
})

describe('The addresses of a contact', () => {
  it.each([
    ['', { is: 'blank' }],
    [' ; ', { is: 'blank' }],
    ['a@example.com', { is: 'fine', addresses: ['a@example.com'] }],
    ['a@example.com; B@example.com, b@example.com', { is: 'fine', addresses: ['a@example.com', 'b@example.com'] }],
    ["o'neill+x@bücher.example", { is: 'fine', addresses: ["o'neill+x@bücher.example"] }],
    ['a@example', { is: 'wrong', address: 'a@example' }],
    ['a@b.com; nobody', { is: 'wrong', address: 'nobody' }],
    ['Anna <a@example.com>', { is: 'wrong', address: 'Anna <a@example.com>' }],
    ['a..b@example.com', { is: 'wrong', address: 'a..b@example.com' }],
    ['a b@example.com', { is: 'wrong', address: 'a b@example.com' }],
    ['a@example.com\r\nBcc: x@y.zz', { is: 'wrong', address: 'a@example.com\r\nBcc: x@y.zz' }],
    ['jürgen@example.com', { is: 'wrong', address: 'jürgen@example.com' }],
    ['a@-example.com', { is: 'wrong', address: 'a@-example.com' }],
    ['a@1.2.3.4', { is: 'wrong', address: 'a@1.2.3.4' }],
    [`${'x'.repeat(65)}@example.com`, { is: 'wrong', address: `${'x'.repeat(65)}@example.com` }],
  ])('%j are %j', (text, found) => {
    expect(mailAddresses(text)).toEqual(found)
  })
})
