// Templates that others have made in Word, and what must come out of them. They are found through FIELDBOOK_SAMPLES; without it the
// samples of the same kinds (nested IF, NEXT, labels, headers, notes, addresses) are all there is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mergeCombined, openTemplate, type MergeOptions, type MergeRecord, type WordTemplate } from '../../src/word/index.ts'
import { readLetters, sectionsOf, type LetterText } from './readLetters.ts'
import { DrawingRoom } from './rendering.ts'

const folder = join(process.env['FIELDBOOK_SAMPLES'] ?? '/nowhere', 'templates')
const here = existsSync(folder)
if (!here) console.warn('Real templates: not checked, FIELDBOOK_SAMPLES names no folder with templates/ in it.')

const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)))

describe.skipIf(!here)('A template that others have made', () => {
  it('nested-if.docx: IF in IF, its instruction split over runs', async () => {
    const letters = await merged(
      'nested-if.docx',
      ['five', 'two', 'one'].map((fieldname) => ({ fieldname })),
    )
    expect(letters.map(({ body }) => body)).toEqual([['more: five'], ['two'], ['- one -']])
  })

  it('next-record.docx: four people on a page, five on two, three places empty', async () => {
    const letters = await merged(
      'next-record.docx',
      ['one', 'two', 'three', 'four', 'five'].map((field) => ({ field })),
    )
    expect(letters.map(({ body }) => body)).toEqual([
      ['one/one', 'two/two', 'three/three', 'four/four'],
      ['five/five', '/', '/', '/'],
    ])
  })

  it('labels-textboxes-next.docx: 31 labels on two sheets, the last one alone on the second, for newer and older readers', async () => {
    const people = Array.from({ length: 31 }, (_, at) => ({ Name: `Name ${at + 1}.`, Company: `Company ${at + 1}.` }))
    const letters = await merged('labels-textboxes-next.docx', people)
    const named = (words: readonly string[]) => words.filter((line) => line.startsWith('Name'))
    expect(letters).toHaveLength(2)
    for (const form of ['body', 'fallback'] as const) {
      expect(named(letters[0]?.[form] ?? [])).toEqual(people.slice(0, 30).map(({ Name }) => Name))
      expect(named(letters[1]?.[form] ?? [])).toEqual(['Name 31.'])
    }
  })

  it('labels-textboxes-next.docx: LibreOffice shows two sheets', async (test) => {
    const room = new DrawingRoom()
    if (!room.canDraw) return test.skip('soffice and pdftotext are not both installed here')
    const people = Array.from({ length: 31 }, (_, at) => ({ Name: `Name ${at + 1}.`, Company: `Company ${at + 1}.` }))
    room.add('labels', await bytesMerged('labels-textboxes-next.docx', people))
    await room.draw()
    const sheets = room.pages('labels')
    expect(sheets).toHaveLength(2)
    expect(sheets[0]).not.toContain('Name 31.')
    expect(sheets[1]?.match(/Name \d+\./g)).toEqual(['Name 31.'])
    room.close()
  }, 120_000)

  it('footnote-header-footer.docx: headers and footers of all kinds and a footnote, each of its own letter', async () => {
    const record = (value: string) => ({
      ...{ fieldname: value, footerfield: `f_${value}`, headerfield: `h_${value}`, footerfirst: `ff_${value}` },
      ...{ headerfirst: `hf_${value}`, footereven: `fe_${value}`, headereven: `he_${value}` },
    })
    const letters = await merged('footnote-header-footer.docx', ['one', 'two', 'three'].map(record))
    expect(letters.map(({ around, notes }) => ({ around: trimmed(around), notes: notes.map((note) => note.trim()) }))).toEqual(
      ['one', 'two', 'three'].map((value) => ({
        around: {
          'header even': `Header even: he_${value}`,
          'header default': `Header on every page: h_${value}`,
          'header first': `Header on first page: hf_${value}`,
          'footer even': `Footer on even page fe_${value}`,
          'footer default': `Footer on every page f_${value}`,
          'footer first': `Footer on first page ff_${value}`,
        },
        notes: [`Merge : ${value}`],
      })),
    )
  })

  it('addressblock-greetingline.docx: an address and a greeting in Russian', async () => {
    const letters = await merged('addressblock-greetingline.docx', [
      {
        Company: 'ТПУ',
        'First Name': 'Людмила',
        'Last Name': 'Ивановна',
        'Courtesy Title': 'г-жа',
        'Address 1': 'Ленина 1',
        City: 'Томск',
        'Country or Region': 'Россия',
        'Postal Code': '634050',
      },
      { Company: 'Acme', 'First Name': 'Ann', 'Country or Region': 'Norway' },
    ])
    expect(letters.map(({ body }) => body.filter((line) => line !== '').flatMap((line) => line.split('\n')))).toEqual([
      ['ТПУ', 'Людмила Ивановна', 'Ленина 1', 'Томск', '634050', 'Уважаемый г-жа Ивановна!'],
      ['Acme', 'Ann', 'Norway', 'Уважаемые господа!'],
    ])
  })

  it('bc-contact-thanks-note.docx: Business Central’s letter, in English and Dutch', async () => {
    const record = { CALC_Formal_Salutation: 'Dear Ms Smith,', First_Name: 'Ann', Name: 'Ann Smith', Address: '1 High St', City: 'York' }
    const rest = { State: '', CountryRegion_Code: 'GB', ZIP_Code: 'YO1', Email: 'a@b.c', Company_Information_Phone_No: '5' }
    const [english] = await merged('bc-contact-thanks-note.docx', [{ ...record, ...rest }])
    expect(english?.body).toContain('Dear Ms Smith,')
    expect(english?.body).toContain(
      'Name: Ann Smith\nStreet Address: 1 High St\nCity: York\nState or Province: \nCountry or Region: GB\nZip Code: YO1\nEmail Address: a@b.c ',
    )
    const [dutch] = await merged('bc-contact-thanks-note-nl.docx', [{ ...record, ...rest }])
    expect(dutch?.body).toContain('Beste Ann,')
    expect(dutch?.body.join('\n')).toContain('Telefoonnr. + 32 1 234 56 78 5\n')
  })

  it('bc-contact-thanks-note.docx: nothing of the author’s data source is left', async () => {
    const bytes = await bytesMerged('bc-contact-thanks-note.docx', [{}])
    expect(opened(bytes).findings.map((finding) => finding.code)).not.toContain('MAIL_MERGE_SOURCE')
  })

  it('word2010-complex-fields.docx', async () => {
    const [letter] = await merged('word2010-complex-fields.docx', [
      {
        Titel: 'dhr.',
        Voornaam: 'Jan',
        Achternaam: 'Smit',
        Adresregel_1: 'Weg 1',
        Postcode: '1000',
        Plaats: 'Gouda',
        Provincie: 'ZH',
        Land_of_regio: 'NL',
      },
    ])
    expect(letter?.body.slice(0, 3)).toEqual(['dhr. Jan Smit', 'Weg 1', '1000 Gouda ZH NL'])
    expect(letter?.body).toContain('Dear Jan,')
  })
})

const trimmed = (words: Record<string, string>) => Object.fromEntries(Object.entries(words).map(([place, each]) => [place, each.trim()]))

const opened = (bytes: Uint8Array): WordTemplate => {
  const result = openTemplate(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function bytesMerged(file: string, records: MergeRecord[], options: MergeOptions = {}): Promise<Uint8Array> {
  const result = await mergeCombined(opened(bytesOf(file)), records, options)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.files[0]?.bytes ?? new Uint8Array()
}

const merged = async (file: string, records: MergeRecord[]): Promise<LetterText[]> =>
  readLetters(await bytesMerged(file, records), sectionsOf(bytesOf(file)))
