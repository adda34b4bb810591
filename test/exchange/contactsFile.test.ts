// What each row of a contacts file would do. Four counts add up to the rows; the same file again changes nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './readCsv.ts'
import type { Existing } from '../../src/exchange/existing.ts'
import type { ImportChoices, ImportPlan, PlannedRow, RowProblem } from '../../src/exchange/importPlan.ts'
import { guessMapping } from '../../src/exchange/mapping.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import type { Company, Contact, Person } from '../../src/model/contact.ts'
import { tables, type Changes } from '../../src/model/tables.ts'
import { contacts300 } from '../stories/contacts300.ts'
import { emptyTablet as tabletWithNothing, occasion } from './onTablet.ts'

const emptyTablet = tabletWithNothing('A-')

interface ContactsImport {
  changes: Changes
  counts: { new: number; updated: number; unchanged: number; duplicates?: number; problems: number; companiesMade: number }
  problems: RowProblem[]
  rows: PlannedRow[]
  full: ImportPlan
}

function plan(text: string, existing = emptyTablet, chosen: Partial<ImportChoices> = {}): ContactsImport {
  const table = readCsv(new TextEncoder().encode(text), 'list.csv')
  if (!table.ok) throw new Error(JSON.stringify(table.failure))
  const sheet = { ...table.value, source: 'csv' as const, fileName: 'list.csv', hasHeader: true, canonical: false, notes: [] }
  const columns = guessMapping(table.value.headers).map((target) => (target ? { target } : {}))
  const choices: ImportChoices = {
    kind: 'contacts',
    columns,
    updates: 'overwrite',
    duplicates: 'different',
    decisions: {},
    mended: {},
    tag: '',
  }
  const full = planImport(sheet, { ...choices, ...chosen }, existing, occasion)
  const { new: made, update, unchanged, duplicate, problem, companiesMade } = full.counts
  const counts = {
    new: made,
    updated: update - unchanged,
    unchanged,
    problems: problem,
    companiesMade,
    ...(duplicate && { duplicates: duplicate }),
  }
  return { changes: full.changes, counts, problems: full.rows.flatMap(({ problems }) => problems), rows: full.rows, full }
}

/** The tablet after the commit. */
function after(existing: Existing, { put }: Changes): Existing {
  const merged = <T extends { id: string }>(old: readonly T[], changed: readonly T[] = []): T[] => [
    ...new Map([...old, ...changed.map((row) => ({ ...row, rev: 5 }))].map((row) => [row.id, row])).values(),
  ]
  return {
    ...existing,
    contacts: merged(existing.contacts, put.contacts),
    mailingGroups: merged(existing.mailingGroups, put.mailingGroups),
    industryGroups: merged(existing.industryGroups, put.industryGroups),
    salespeople: merged(existing.salespeople, put.salespeople),
    series: put.series?.[0] ?? existing.series,
    tabletPrefix: existing.tabletPrefix,
  }
}
const tabletWith = (text: string) => after(emptyTablet, plan(text).changes)

const contacts = (planned: ContactsImport) => planned.changes.put.contacts ?? []
const person = (planned: ContactsImport, name: string) =>
  contacts(planned).find((one): one is Person => one.type === 'person' && one.name === name)
const company = (planned: ContactsImport, name: string) =>
  contacts(planned).find((one): one is Company => one.type === 'company' && one.name === name)
const only = (planned: ContactsImport): Contact => {
  expect(contacts(planned)).toHaveLength(1)
  return contacts(planned)[0] as Contact
}

describe('The file of 300 contacts', () => {
  const file = contacts300()
  const planned = plan(file.text)

  test('comes in whole', () => {
    expect(planned.counts).toEqual({ new: 300, updated: 0, unchanged: 0, problems: 0, companiesMade: 0 })
    expect(planned.problems).toEqual([])
    expect(contacts(planned).filter((one) => one.type === 'person')).toHaveLength(file.people)
    expect(contacts(planned).filter((one) => one.excludeFromSegment)).toHaveLength(5)
    expect(contacts(planned).filter((one) => one.privacyBlocked)).toHaveLength(3)
  })

  test('makes groups and salespeople once', () => {
    expect(planned.changes.put.mailingGroups?.map((group) => group.code)).toEqual(['WEIHNACHT', 'NEUHEITEN', 'MESSE'])
    expect(planned.changes.put.industryGroups?.map((group) => group.code)).toEqual(file.industryGroups)
    expect(planned.changes.put.salespeople?.map((one) => one.code)).toEqual(['AB', 'JK', 'MS'])
  })

  test('takes its numbers from the series', () => {
    const numbers = contacts(planned).map((one) => one.no)
    expect([numbers[0], numbers[2], numbers.at(-1), new Set(numbers).size]).toEqual(['A-KT00098', 'A-KT00100', 'A-KT00397', 300])
    expect(planned.changes.put.series).toEqual([{ ...emptyTablet.series, next: 398 }])
    expect(planned.changes.requires).toEqual([{ table: 'series', id: 'contact', rev: 4 }])
  })

  test('is valid row by row', () => {
    for (const one of contacts(planned)) expect(tables.contacts.safeParse(one).error).toBeUndefined()
  })

  test('changes nothing the second time', () => {
    const again = plan(file.text, after(emptyTablet, planned.changes))
    expect(again.counts).toEqual({ new: 0, updated: 0, unchanged: 300, problems: 0, companiesMade: 0 })
    expect(again.changes).toEqual({ put: {}, remove: {}, requires: [] })
  })
})

describe('A new row', () => {
  test('with every kind of value', () => {
    const planned = plan(
      'Vorname;Nachname;Anrede;Firma;Straße;PLZ;Ort;Land;Telefon;Mobil;Sprache;Verkäufer;Verteiler;Kundennr.;Korrespondenzart;Datenschutz gesperrt\n' +
        'Jördis;Müßig;Fr.;Hof AG;Weg 1;01067;Dresden;Österreich;+49 351 1;0151/2;DES;Berta Blum;NEWS, Weihnachten|NEWS;K-7;E-Mail;ja\n',
    )
    const hof = company(planned, 'Hof AG')
    expect(person(planned, 'Jördis Müßig')).toMatchObject({
      ...{ rev: 0, no: 'A-KT00099', firstName: 'Jördis', surname: 'Müßig', salutationCode: 'F', companyId: hof?.id, postCode: '01067' },
      ...{
        countryCode: 'AT',
        phone: '+49 351 1',
        mobilePhone: '0151/2',
        languageCode: 'de-CH',
        externalId: 'K-7',
        correspondenceType: 'email',
      },
      ...{ privacyBlocked: true, excludeFromSegment: false, salespersonId: planned.changes.put.salespeople?.[0]?.id },
      mailingGroupIds: planned.changes.put.mailingGroups?.map((group) => group.id),
    })
    expect(hof).toMatchObject({ address: 'Weg 1', postCode: '01067', city: 'Dresden', countryCode: 'AT', phone: '', mailingGroupIds: [] })
    expect(planned.counts).toEqual({ new: 1, updated: 0, unchanged: 0, problems: 0, companiesMade: 1 })
    expect(planned.changes.put.mailingGroups?.map((group) => group.description)).toEqual(['NEWS', 'Weihnachten'])
  })

  test.each([
    ['Anna Berger', 'Anna', '', 'Berger'],
    ['Dr. Anna Maier-Huber', 'Anna', '', 'Maier-Huber'],
    ['Anna Maria Berger', 'Anna', 'Maria', 'Berger'],
    ['Jan van der Berg', 'Jan', '', 'van der Berg'],
    ['Berger, Anna', 'Anna', '', 'Berger'],
    ['Marie de la Fontaine', 'Marie', '', 'de la Fontaine'],
    ['Berger', 'Berger', '', ''],
  ])('splits the full name %s', (full, firstName, middleName, surname) => {
    expect(only(plan(`Name;Ort\n"${full}";Bonn\n`))).toMatchObject({ type: 'person', firstName, middleName, surname })
  })

  test.each([
    ['a company name alone is a company', 'Firma;Vorname;Nachname;Ort', 'Hof AG;;;Bonn', 'company', 'Hof AG'],
    ['a name with a legal form is a company', 'Name;Ort', 'Müller & Söhne GmbH;Bonn', 'company', 'Müller & Söhne GmbH'],
    ['the type decides', 'Art;Name;Ort', 'Unternehmen;Die Werkstatt;Bonn', 'company', 'Die Werkstatt'],
    ['a name that is the company’s is the company', 'Type,Name,Company Name', 'Company,Hof AG,Hof AG', 'company', 'Hof AG'],
    ['a name alone is a person', 'Name;Ort', 'Anna Berger;Bonn', 'person', 'Anna Berger'],
  ])('%s', (_, header, row, type, name) => expect(only(plan(`${header}\n${row}\n`))).toMatchObject({ type, name }))

  test.each([
    ['Deutschland', 'DE'],
    ['duitsland', 'DE'],
    ['Tyskland', 'DE'],
    ['ALLEMAGNE', 'DE'],
    ['DEU', 'DE'],
    ['A', 'AT'],
    ['Schweiz', 'CH'],
    ['Suisse', 'CH'],
    ['The Netherlands', 'NL'],
    ['Pays-Bas', 'NL'],
    ['Norge', 'NO'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['Côte d’Ivoire', 'CI'],
    ['dk', 'DK'],
  ])('from %s gets the country %s', (text, countryCode) =>
    expect(only(plan(`Name;Land\nAnna Berger;${text}\n`))).toMatchObject({ countryCode }),
  )

  test.each([
    ['deutsch', 'de'],
    ['Niederländisch', 'nl'],
    ['norsk', 'nb'],
    ['ENU', 'en-US'],
    ['fr', 'fr'],
    ['de-at', 'de-AT'],
    ['NLB', 'nl-BE'],
  ])('who speaks %s gets letters in %s', (text, languageCode) =>
    expect(only(plan(`Name;Sprache\nAnna Berger;${text}\n`))).toMatchObject({ languageCode }),
  )

  test.each([
    ['Herr', 'M'],
    ['Mr.', 'M'],
    ['dhr.', 'M'],
    ['M.', 'M'],
    ['Frau', 'F'],
    ['Ms', 'F'],
    ['Mevrouw', 'F'],
    ['Mme', 'F'],
    ['Divers', 'UNISEX'],
    ['Firma', 'COMPANY'],
  ])('is spoken to as %s', (text, salutationCode) =>
    expect(only(plan(`Name;Anrede\nAnna Berger;${text}\n`))).toMatchObject({ salutationCode }),
  )

  test('keeps what Excel and other programs hide: leading zeros, a plus sign, line breaks', () => {
    const row = only(plan('Name;PLZ;Telefon;Adresse\nAnna Berger;"=""01067""";\'+49 351 1;"Weg 1\nHaus 2"\n'))
    expect(row).toMatchObject({ postCode: '01067', phone: '+49 351 1', address: 'Weg 1, Haus 2' })
  })
})

describe('Companies of a file', () => {
  test('are made once for all their people', () => {
    const planned = plan('Name;Firma;Ort\nAnna Berger;Hof AG;Bonn\nJan Smit;HOF ag;Köln\n')
    expect(planned.counts).toMatchObject({ new: 2, companiesMade: 1 })
    expect(person(planned, 'Jan Smit')?.companyId).toBe(company(planned, 'Hof AG')?.id)
  })
  test('may stand below their people', () => {
    const planned = plan('Name;Firma;Ort;PLZ\nAnna Berger;Hof AG;Bonn;53111\n;Hof AG;Köln;50667\n')
    expect(planned.counts).toMatchObject({ new: 2, companiesMade: 0 })
    expect(planned.rows.map((row) => [row.lineNo, row.kind, row.name, row.companyName, row.place])).toEqual([
      [2, 'new', 'Anna Berger', 'Hof AG', '53111 Bonn'],
      [3, 'new', 'Hof AG', '', '50667 Köln'],
    ])
  })
  test('of the same name are told apart by their post code', () => {
    const planned = plan('Firma;PLZ;Name\nHof AG;1;\nHof AG;2;\nHof AG;2;Anna Berger\n')
    const second = contacts(planned).find((one) => one.type === 'company' && one.postCode === '2')
    expect(person(planned, 'Anna Berger')?.companyId).toBe(second?.id)
  })
  test('that are on the tablet are found whatever their case and umlauts', () => {
    const tablet = tabletWith('Firma\nMüller Söhne\n')
    const planned = plan('Name;Firma\nAnna Berger;MULLER SOHNE\n', tablet)
    expect(planned.counts).toMatchObject({ new: 1, companiesMade: 0 })
    expect(only(planned)).toMatchObject({ companyId: tablet.contacts[0]?.id })
    expect(planned.changes.requires).toContainEqual({ table: 'contacts', id: tablet.contacts[0]?.id, rev: 5 })
  })
  test('get the industry groups that stand beside their people', () => {
    const planned = plan('Name;Firma;Branche\nAnna Berger;Hof AG;Holz\nJan Smit;Hof AG;Metall\n')
    const groups = planned.changes.put.industryGroups?.map((group) => group.id) ?? []
    expect(groups).toHaveLength(2)
    expect(new Set(company(planned, 'Hof AG')?.industryGroupIds)).toEqual(new Set(groups))
  })
})

describe('A row about someone who is there', () => {
  const tablet = tabletWith(
    'Kundennr.;Name;Firma;PLZ;E-Mail;Telefon;Verteiler;Datenschutz gesperrt\nK1;Anna Berger;Hof AG;53111;anna@hof.example;1;NEWS;ja\n',
  )
  const anna = tablet.contacts.find((one) => one.type === 'person')
  test.each([
    [
      'the external id',
      'Kundennr.;Name;Telefon\nk1;Anna Huber-Berger;2\n',
      { name: 'Anna Huber-Berger', surname: 'Huber-Berger', phone: '2' },
    ],
    ['e-mail and name', 'Name;E-Mail;Telefon\nANNA BERGER;Anna@Hof.example;2\n', { phone: '2' }],
    ['name, company and post code', 'Name;Firma;PLZ;Telefon\nAnna Berger;hof ag;53111;2\n', { phone: '2' }],
    ['name and company, where the file has no post code', 'Name;Firma;Telefon\nAnna Berger;hof ag;2\n', { phone: '2' }],
  ])('is known by %s', (_, text, changed) => {
    const planned = plan(text, tablet)
    expect(planned.counts).toEqual({ new: 0, updated: 1, unchanged: 0, problems: 0, companiesMade: 0 })
    expect(only(planned)).toMatchObject({ id: anna?.id, no: anna?.no, ...changed })
    expect(planned.changes.requires).toContainEqual({ table: 'contacts', id: anna?.id, rev: 5 })
  })
  test('overwrites with its filled cells only, and adds groups', () => {
    const planned = plan('Kundennr.;Name;PLZ;E-Mail;Telefon;Verteiler\nK1;Anna Berger;;;2;FAIR\n', tablet)
    expect(only(planned)).toMatchObject({
      postCode: '53111',
      email: 'anna@hof.example',
      phone: '2',
      mailingGroupIds: [expect.anything(), expect.anything()],
    })
  })
  test('cannot lift a privacy block, and says so', () => {
    const planned = plan('Kundennr.;Name;Datenschutz gesperrt\nK1;Anna Berger;nein\n', tablet)
    expect(planned.counts.unchanged).toBe(1)
    expect(planned.problems).toEqual([{ lineNo: 2, code: 'privacyBlockKept', detail: 'Anna Berger' }])
  })
  test('is someone else when the external id differs', () => {
    expect(plan('Kundennr.;Name;Firma;PLZ\nK2;Anna Berger;Hof AG;53111\n', tablet).counts).toMatchObject({ new: 1 })
  })
  test('is someone else when only the name is the same', () => {
    expect(plan('Name;PLZ\nAnna Berger;80331\n', tablet).counts).toMatchObject({ new: 1 })
  })
  test('may be the same when the post code is the same, too', () => {
    expect(plan('Name;PLZ\nAnna Berger;53111\n', tablet).counts).toMatchObject({ new: 0, duplicates: 1 })
  })
  test('never lands in the sample data', () => {
    const sample = { ...tablet, contacts: tablet.contacts.map((one) => ({ ...one, sample: true as const })) }
    expect(plan('Kundennr.;Name;Firma\nK1;Anna Berger;Hof AG\n', sample).counts).toMatchObject({ new: 1, companiesMade: 1 })
  })
})

describe('A problem', () => {
  test.each([
    ['a row without any name', 'Name;Ort\n;Bonn\n', 'noName', 'Bonn', 'problem'],
    [
      'a row that calls itself a person and names only a company',
      'Art;Name;Firma\nPerson;;Hof AG\n',
      'noName',
      'Person · Hof AG',
      'problem',
    ],
    ['a row with cells too many', 'Name;Ort\nAnna Berger;Bonn;Köln\n', 'uneven', '3 / 2', 'problem'],
    ['a country nobody knows', 'Name;Land\nAnna Berger;Atlantis\n', 'unknownCountry', 'Atlantis', 'new'],
    ['a language nobody knows', 'Name;Sprache\nAnna Berger;Elbisch\n', 'unknownLanguage', 'Elbisch', 'new'],
    ['a salutation nobody knows', 'Name;Anrede\nAnna Berger;Hoheit\n', 'unknownSalutation', 'Hoheit', 'new'],
    ['a phone number that Excel has spoiled', 'Name;Telefon\nAnna Berger;4,91E+11\n', 'phoneInScientificNotation', '4,91E+11', 'new'],
    ['no rhythm', 'Name;Kontaktrhythmus\nAnna Berger;manchmal\n', 'unclearCadence', 'manchmal', 'new'],
    ['too long a rhythm', 'Name;Kontaktrhythmus\nAnna Berger;4000\n', 'unclearCadence', '4000', 'new'],
    ['neither yes nor no', 'Name;Ausgeschlossen\nAnna Berger;vielleicht\n', 'unclearYesNo', 'vielleicht', 'new'],
    ['a day that could be either of two', 'Name;Geburtstag\nAnna Berger;3/4/1980\n', 'unclearDay', '3/4/1980', 'new'],
    ['a day that is none', 'Name;Geburtstag\nAnna Berger;31.2.1980\n', 'unclearDay', '31.2.1980', 'new'],
    ['a person in the row of a company', 'Art;Firma;Name\nFirma;Hof AG;Anna Berger\n', 'personLeftOut', 'Anna Berger', 'new'],
  ])('%s', (_, text, code, detail, kind) => {
    const planned = plan(text)
    expect(planned.problems).toMatchObject([{ lineNo: 2, code, detail }])
    expect(planned.rows.map((row) => row.kind)).toEqual([kind])
    expect(contacts(planned)).toHaveLength(kind === 'problem' ? 0 : 1)
  })
})

describe('Birthdays', () => {
  test.each([
    ['Birthday', '1980-05-01', '1980-05-01'],
    ['Date of Birth', '1980/05/01', '1980-05-01'],
    ['Geburtstag', '1.5.1980', '1980-05-01'],
    ['Geburtsdatum', '01.05.80', '1980-05-01'],
    ['Verjaardag', '31-5-1980', '1980-05-31'],
    ['Fødselsdato', '01.05.05', '2005-05-01'],
    ['Date de naissance', '31/05/1980', '1980-05-31'],
    ['Birthday', '5/31/1980', '1980-05-31'],
    ['Birthday', '5/5/1980', '1980-05-05'],
    ['Birthday', '1980-05-01T00:00:00', '1980-05-01'],
    // Outlook's way to say that it has none.
    ['Birthday', '0.0.00', undefined],
    ['Birthday', '', undefined],
  ])('%s %s · %s', (header, cell, birthday) => {
    const planned = plan(`Name;${header}\nAnna Berger;${cell}\n`)
    expect(person(planned, 'Anna Berger')?.birthday).toBe(birthday)
    expect(planned.problems).toEqual([])
  })

  test('with a slash the whole column says what stands first', () => {
    const planned = plan('Name;Birthday\nAnna Berger;3/4/1980\nBert Cole;2/28/1981\n')
    expect(person(planned, 'Anna Berger')?.birthday).toBe('1980-03-04')
    const other = plan('Name;Geboortedatum\nAnna Berger;3/4/1980\nBert Cole;28/2/1981\n')
    expect(person(other, 'Anna Berger')?.birthday).toBe('1980-04-03')
  })

  test('companies have none', () => {
    expect(only(plan('Firma;Geburtstag\nHof AG;1.5.1980\n'))).not.toHaveProperty('birthday')
  })
})

test('One external id for two names is told, and the second row is left out', () => {
  const planned = plan('Kundennr.;Firma;Ort\nK1;Hof AG;Bonn\nK1;Werk BV;\n')
  expect(planned.counts).toMatchObject({ new: 1, problems: 1 })
  expect(planned.problems).toEqual([{ lineNo: 3, code: 'sameIdTwice', detail: 'K1' }])
})

describe('Any file', () => {
  const cell = (...values: string[]) => fc.constantFrom('', ...values)
  const row = fc
    .tuple(
      ...[cell('K1', 'K2', 'K3'), cell('Anna Berger', 'ANNA BERGER', 'Jan Smit'), cell('Hof AG', 'hof ag', 'Werk BV'), cell('1', '2')],
      ...[
        cell('a@x.example', 'b@x.example'),
        cell('11', '22'),
        cell('NEWS', 'NEWS,FAIR'),
        cell('ja', 'nein'),
        cell('DE', 'Holland', 'Atlantis'),
      ],
      ...[cell('Person', 'Firma'), cell('Holz', 'Metall')],
    )
    .map((cells) => cells.map((text) => `"${text}"`).join(';'))
  const header = 'Kundennr.;Name;Firma;PLZ;E-Mail;Telefon;Verteiler;Datenschutz gesperrt;Land;Art;Branche'
  const file = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => [header, ...rows, 'Fin;Fin;;;;;;;;;'].join('\n'))

  test('has four counts that add up to its rows, and comes in once', () => {
    fc.assert(
      fc.property(file, file, (first, second) => {
        const tablet = tabletWith(first)
        const planned = plan(second, tablet)
        const { companiesMade, ...counts } = planned.counts
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(planned.rows.length)
        expect(contacts(planned).filter((one) => one.no > 'A').length).toBe(contacts(planned).length)
        const fresh = contacts(planned).filter((one) => !tablet.contacts.some((old) => old.id === one.id))
        expect(fresh.length).toBe(counts.new + (counts.duplicates ?? 0) + companiesMade)
        const again = plan(second, after(tablet, planned.changes))
        expect(again.changes).toEqual({ put: {}, remove: {}, requires: [] })
        expect(again.counts).toMatchObject({ new: 0, updated: 0, companiesMade: 0, problems: counts.problems })
      }),
      { numRuns: 1000 },
    )
  })

  test('says of the same rows who is new in whatever order they stand', () => {
    const told = (planned: ContactsImport) => ({
      counts: planned.counts,
      people: contacts(planned)
        .map(({ name, postCode, email, externalId }) => [name, postCode, email, externalId].join('|'))
        .sort(),
    })
    const rows = fc.uniqueArray(row, { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(rows, fc.constantFrom('same', 'different', 'later'), (lines, duplicates) => {
        const text = (all: readonly string[]) => [header, ...all, 'Fin;Fin;;;;;;;;;'].join('\n')
        const chosen = { duplicates, updates: 'fillBlanks' } as const
        expect(told(plan(text(lines.toReversed()), emptyTablet, chosen))).toEqual(told(plan(text(lines), emptyTablet, chosen)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('A row about someone who was merged into somebody else', () => {
  const merged = tabletWith('Vorname;Nachname;E-Mail;External ID\nAnna;Berger;anna@hof.example;B1')
  const tablet: Existing = {
    ...merged,
    contacts: merged.contacts.map((one) => ({ ...one, former: [{ id: 'gone' as Contact['id'], no: 'K9', externalId: 'A7' }] })),
  }

  test('is found by the number of the one that went, and keeps its own', () => {
    const planned = plan('Vorname;Nachname;Telefon;External ID\nAnna;Berger;0228 12345;A7', tablet)
    expect(planned.counts).toMatchObject({ new: 0, updated: 1 })
    expect(person(planned, 'Anna Berger')).toMatchObject({ phone: '0228 12345', externalId: 'B1' })
  })

  test('is not taken for somebody of another name', () => {
    const planned = plan('Vorname;Nachname;Telefon;External ID\nKarl;Wolf;0228 777;A7', tablet)
    expect(planned.counts).toMatchObject({ new: 1, updated: 0 })
  })
})

test('a contact cadence comes with its row: days, nought for never, nothing where the cell is blank', () => {
  const { changes } = plan('Surname;Contact Cadence in Days\nBerg;30\nLind;0\nJung;\n')
  expect((changes.put.contacts ?? []).map(({ cadenceDays }) => cadenceDays)).toEqual([30, 0, undefined])
})
