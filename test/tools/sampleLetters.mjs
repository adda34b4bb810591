// Builds the Word documents that tests attach, test/letters/letter-en.docx and letter-de.docx, as somebody would make them in Word:
// node test/tools/sampleLetters.mjs
// Only merge fields as Word writes them; what is optional brings its own words along (`\b`), so that an empty value leaves no trace.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  Packer,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../letters')

const mm = (length) => Math.round((length / 25.4) * 1440)
const textWidth = mm(210 - 25 - 20)

const words = {
  en: {
    title: 'Business letter',
    paragraphs: [
      'Thank you for working with us. A new season lies ahead, and we would like to plan it together with you in good time: what is new, what stays as it is, and when we can be of use to you.',
      'Your personal contact knows your account and is glad to answer every question:',
      'If you would like us to visit, a short answer is enough, by telephone or by e-mail. We will then suggest a day that suits you.',
    ],
    contact: 'Your contact',
    phone: 'Telephone',
    closing: 'Yours sincerely',
    vat: 'VAT no. ',
    registration: 'Registered no. ',
    account: 'Account ',
  },
  de: {
    title: 'Geschäftsbrief',
    paragraphs: [
      'vielen Dank für die gute Zusammenarbeit. Eine neue Saison steht bevor, und wir möchten sie rechtzeitig mit Ihnen planen: was neu ist, was bleibt, und wann wir für Sie da sein können.',
      'Ihr persönlicher Ansprechpartner kennt Ihren Betrieb und beantwortet gern alle Fragen:',
      'Wenn Sie einen Besuch wünschen, genügt eine kurze Antwort, telefonisch oder per E-Mail. Wir schlagen Ihnen dann einen Tag vor, der Ihnen passt.',
    ],
    contact: 'Ihr Ansprechpartner',
    phone: 'Telefon',
    closing: 'Mit freundlichen Grüßen',
    vat: 'USt-IdNr. ',
    registration: 'Registernr. ',
    account: 'Konto ',
  },
}

const field = (instruction) => new SimpleField(`MERGEFIELD ${instruction}`, `«${instruction.split(' ')[0]}»`)
/** A field with words before it that appear only when it has a value. */
const after = (before, name) => field(`${name} \\b "${before}"`)
const style = (name, children, options = {}) => new Paragraph({ style: name, children, ...options })

const styles = {
  default: {
    document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { after: 160, line: 276 } } },
  },
  paragraphStyles: [
    { id: 'Company', name: 'Company', basedOn: 'Normal', run: { size: 28, bold: true }, paragraph: { spacing: { after: 0 } } },
    {
      id: 'CompanyLine',
      name: 'Company line',
      basedOn: 'Normal',
      run: { size: 17, color: '555555' },
      paragraph: { spacing: { after: 0 } },
    },
    { id: 'SenderLine', name: 'Sender line', basedOn: 'Normal', run: { size: 15, color: '555555' }, paragraph: { spacing: { after: 80 } } },
    { id: 'Address', name: 'Address', basedOn: 'Normal', paragraph: { spacing: { after: 0, line: 252 } } },
    {
      id: 'LetterDate',
      name: 'Letter date',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.RIGHT, spacing: { before: 120, after: 240 } },
    },
    { id: 'SubjectLine', name: 'Subject line', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 280 } } },
    { id: 'Signature', name: 'Signature', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } },
    { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 16, color: '555555' }, paragraph: { spacing: { after: 0 } } },
  ].map((one) => ({ ...one, quickFormat: true })),
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'BBBBBB' }

const header = () =>
  new Header({
    children: [
      style('Company', [field('Company_Information_Name')]),
      style(
        'CompanyLine',
        [
          field('Company_Information_Address'),
          after(' · ', 'Company_Information_Post_Code'),
          after(' ', 'Company_Information_City'),
          after(' · ', 'Company_Information_Phone_No'),
          after(' · ', 'Company_Information_Email'),
          after(' · ', 'Company_Information_Home_Page'),
        ],
        { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '222222', space: 4 } } },
      ),
    ],
  })

const footer = (text) =>
  new Footer({
    children: [
      style(
        'Small',
        [
          field('Company_Information_Name'),
          after(` · ${text.vat}`, 'Company_Information_VAT_Registration_No'),
          after(` · ${text.registration}`, 'Company_Information_Registration_No'),
          new TextRun('\t'),
          field('Company_Information_Bank_Name'),
          after(` · ${text.account}`, 'Company_Information_Bank_Account_No'),
        ],
        {
          tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
          border: { top: { style: BorderStyle.SINGLE, size: 4, color: '999999', space: 4 } },
        },
      ),
    ],
  })

/** The place of the address in the window of an envelope: 85 mm wide, 45 mm below the edge of the page. */
const addressField = () =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [mm(85)],
    width: { size: mm(85), type: WidthType.DXA },
    borders: noBorders,
    rows: [
      new TableRow({
        height: { value: mm(42), rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            borders: noBorders,
            margins: { left: 0, right: 0 },
            children: [
              style('SenderLine', [
                field('Company_Information_Name'),
                after(' · ', 'Company_Information_Address'),
                after(' · ', 'Company_Information_Post_Code'),
                after(' ', 'Company_Information_City'),
              ]),
              style('Address', [field('Address_Block')]),
            ],
          }),
        ],
      }),
    ],
  })

const contactTable = (text) => {
  const cell = (width, child) =>
    new TableCell({
      width: { size: mm(width), type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      borders: { top: hair, bottom: hair, left: none, right: none },
      children: [style('Signature', [child])],
    })
  const row = (label, name) => new TableRow({ children: [cell(45, new TextRun(label)), cell(75, field(name))] })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [mm(45), mm(75)],
    width: { size: mm(120), type: WidthType.DXA },
    rows: [row(text.contact, 'Salesperson_Name'), row(text.phone, 'Salesperson_Phone_No')],
  })
}

const letter = (language, text) =>
  new Document({
    creator: 'Fieldbook',
    title: text.title,
    styles: {
      ...styles,
      default: { document: { ...styles.default.document, run: { ...styles.default.document.run, language: { value: language } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(45), bottom: mm(25), left: mm(25), right: mm(20), header: mm(15), footer: mm(10) },
          },
        },
        headers: { default: header() },
        footers: { default: footer(text) },
        children: [
          addressField(),
          style('LetterDate', [field('Document_Date')]),
          style('SubjectLine', [field('Subject')]),
          new Paragraph({ children: [field('CALC_Formal_Salutation')] }),
          new Paragraph(text.paragraphs[0]),
          new Paragraph(text.paragraphs[1]),
          contactTable(text),
          new Paragraph({ text: text.paragraphs[2], spacing: { before: 200 } }),
          new Paragraph({ children: [field('Comment')] }),
          new Paragraph({ text: text.closing, spacing: { after: 720 }, keepNext: true }),
          style('Signature', [field('Salesperson_Name')], { keepNext: true }),
          style('Signature', [field('Salesperson_Job_Title')]),
        ],
      },
    ],
  })

mkdirSync(folder, { recursive: true })
for (const [language, tag] of [
  ['en', 'en-GB'],
  ['de', 'de-DE'],
]) {
  const bytes = await Packer.toBuffer(letter(tag, words[language]))
  writeFileSync(join(folder, `letter-${language}.docx`), bytes)
  console.log(`letter-${language}.docx: ${bytes.length} bytes`)
}
