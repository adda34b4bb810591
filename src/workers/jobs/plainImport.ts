// Contacts from a CSV file in two steps, without a question: checked first (nothing is written), then taken in as one commit that can be undone.
import { ok, type Result } from '../../base/result.ts'
import { planContactsImport, type ContactsImport } from '../../exchange/contactsFile.ts'
import { readCsv, type CsvTable } from '../../exchange/csv.ts'
import { guessMapping, type TargetField } from '../../exchange/mapping.ts'
import { seriesOr } from '../../core/numbers.ts'
import type { Failure } from '../../model/failure.ts'
import { commit, type Committed } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { readLists, readSeries } from '../../storage/read/lists.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

/** What the file holds and what taking it in would do. */
export interface CheckedFile {
  encoding: CsvTable['encoding']
  separator: CsvTable['separator']
  columns: { header: string; target: TargetField | undefined; samples: string[] }[]
  counts: ContactsImport['counts']
  problems: ContactsImport['problems']
  preview: ContactsImport['preview']
}

export interface PlainImportJobs {
  checkContactsFile: (bytes: ArrayBuffer, fileName: string, occasion: PlainOccasion) => Promise<Result<CheckedFile, Failure>>
  importContacts: (
    bytes: ArrayBuffer,
    fileName: string,
    occasion: PlainOccasion,
  ) => Promise<Result<Committed & { counts: ContactsImport['counts'] }, Failure>>
}

export const plainImportJobs = (db: Database): PlainImportJobs => ({
  checkContactsFile: async (bytes, fileName, occasion) => {
    const read = readCsv(new Uint8Array(bytes), fileName)
    if (!read.ok) return read
    const table = read.value
    const mapping = guessMapping(table.headers)
    const { counts, problems, preview } = await plan(db, table, mapping, occasion)
    return ok({ encoding: table.encoding, separator: table.separator, columns: columnsOf(table, mapping), counts, problems, preview })
  },
  importContacts: async (bytes, fileName, occasion) => {
    const read = readCsv(new Uint8Array(bytes), fileName)
    if (!read.ok) return read
    const mapping = guessMapping(read.value.headers)
    // Another window may take a number or change a contact meanwhile: then it is planned once more on what is there now.
    for (let attempt = 1; ; attempt++) {
      const { changes, counts } = await plan(db, read.value, mapping, occasion)
      const done = await commit(db, changes, 'importContacts', occasion.now)
      if (done.ok) return ok({ ...done.value, counts })
      if (done.failure.code !== 'stale' || attempt === 2) return done
    }
  },
})

async function plan(db: Database, table: CsvTable, mapping: (TargetField | undefined)[], occasion: PlainOccasion): Promise<ContactsImport> {
  const [contacts, lists, stored] = await Promise.all([db.contacts.toArray(), readLists(db), readSeries(db, 'contact')])
  const { mailingGroups, industryGroups, salespeople, tablet } = lists
  const existing = {
    contacts,
    mailingGroups,
    industryGroups,
    salespeople,
    series: seriesOr(stored, 'contact'),
    tabletPrefix: tablet?.prefix ?? '',
  }
  return planContactsImport(table, mapping, existing, occasionOf(occasion))
}

function columnsOf(table: CsvTable, mapping: (TargetField | undefined)[]): CheckedFile['columns'] {
  return table.headers.map((header, at) => ({
    header,
    target: mapping[at],
    samples: table.rows
      .map((row) => row.cells[at]?.trim() ?? '')
      .filter(Boolean)
      .slice(0, 3),
  }))
}
