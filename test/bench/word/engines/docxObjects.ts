// A peer: the docx package's objects, a section per letter in one Document, packed with its Packer, as its documentation shows.
// Only the first section has header and footer; the others go on with them, as Word does.
import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { zipOf, type Engine } from '../engine.ts'
import { closing, logoPng, paragraph, subject, tableWords, type Person } from '../letter.ts'

const logo = logoPng()
const words = (text: string) => new TextRun({ text, font: 'Calibri', size: 22, language: { value: 'de-CH' } })
const line = (...texts: string[]) => new Paragraph({ spacing: { after: 120, line: 264 }, children: texts.map(words) })
const cell = (text: string) => new TableCell({ width: { size: 3000, type: 'dxa' }, children: [line(text)] })

const table = ({ amount, dueDate }: Person) =>
  new Table({
    width: { size: 9000, type: 'dxa' },
    columnWidths: [3000, 3000, 3000],
    rows: tableWords.map(
      ([first, ...others], row) => new TableRow({ children: [first, ...(row === 1 ? [amount, dueDate] : others)].map(cell) }),
    ),
  })

const children = (person: Person) => [
  line(person.company),
  line(person.firstName, ' ', person.lastName),
  line(person.street),
  line(person.zip, ' ', person.city),
  line(person.country),
  line('Ihre Nummer: ', person.contactNo),
  line(subject),
  line(person.salutation, ','),
  line(paragraph),
  line(paragraph),
  table(person),
  line(person.comment),
  line(paragraph),
  line(closing),
]

const around = () => ({
  headers: {
    default: new Header({
      children: [new Paragraph({ children: [new ImageRun({ type: 'png', data: logo, transformation: { width: 160, height: 53 } })] })],
    }),
  },
  footers: {
    default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ['Seite ', PageNumber.CURRENT] })] })] }),
  },
})

const section = (person: Person, at: number): ISectionOptions => ({
  properties: { type: SectionType.NEXT_PAGE, page: { pageNumbers: { start: 1 } } },
  ...(at === 0 && around()),
  children: children(person),
})

const documentOf = (people: readonly Person[]) => Packer.toBuffer(new Document({ sections: people.map(section) }))

export const engine: Engine = {
  combined: async (people) => [await documentOf(people)],
  singles: (people) => zipOf(people, (person) => documentOf([person])),
}
