// Real files, as phones and programs wrote them, from the file to the contacts: what comes in, field by field. Files of others are found
// through FIELDBOOK_SAMPLES; without it only our own are looked at, and the test says so.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf, guessColumns, guessKind } from '../../src/exchange/columns.ts'
import type { Existing } from '../../src/exchange/existing.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import type { Contact } from '../../src/model/contact.ts'
import { occasion } from '../make.ts'

const folder = process.env['FIELDBOOK_SAMPLES'] ? join(process.env['FIELDBOOK_SAMPLES'], 'contacts') : ''
if (!existsSync(folder)) console.warn('Real contact files: not checked, FIELDBOOK_SAMPLES names no folder with contacts/ in it.')

const existing: Existing = {
  ...{ mailingGroups: [], industryGroups: [], businessRelations: [], jobResponsibilities: [], organizationalLevels: [], territories: [] },
  ...{ salespeople: [], salutations: [], interactionGroups: [], templates: [], campaigns: [], entries: [], purchases: [] },
  contacts: [],
  series: { rev: 1, id: 'contact', prefix: 'KT', next: 1, digits: 5 },
  ...{ tabletPrefix: '', country: 'DE' },
}

/** What comes in by the guesses alone, persons with the name of their company; blank fields left out. */
async function comesIn(bytes: Uint8Array, fileName: string): Promise<Record<string, unknown>[]> {
  const read = await readSheet(bytes, fileName)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  const kind = guessKind(read.value)
  const columns = guessColumns(read.value, kind, columnsOf(read.value)).map(({ column }) => column)
  const choices = { kind, columns, updates: 'fillBlanks', duplicates: 'later', decisions: {}, mended: {}, tag: '' } as const
  const plan = planImport(read.value, choices, existing, occasion())
  const made: Contact[] = plan.changes.put.contacts ?? []
  const groups = new Map((plan.changes.put.mailingGroups ?? []).map(({ id, code }) => [id, code]))
  return made.map((contact) => {
    const company = contact.type === 'person' ? made.find(({ id }) => id === contact.companyId)?.name : undefined
    const told = { ...contact, company, groups: contact.mailingGroupIds.map((id) => groups.get(id)).join() }
    const quiet = ['id', 'rev', 'no', 'companyId', 'changedAt', 'mailingGroupIds']
    return Object.fromEntries(
      Object.entries(told).filter(([name, value]) => !quiet.includes(name) && value && !(Array.isArray(value) && value.length === 0)),
    )
  })
}
const named = (rows: Record<string, unknown>[], name: string) => rows.find((row) => row['name'] === name)

describe.runIf(existsSync(folder))('A card that was saved by', () => {
  const file = (name: string) => comesIn(new Uint8Array(readFileSync(join(folder, name))), name)
  it('an iPhone', async () => {
    const rows = await file('John_Doe_IPHONE.vcf')
    expect(named(rows, 'IBM')).toMatchObject({
      type: 'company',
      address: 'Street4',
      postCode: '12345',
      city: 'New York',
      countryCode: 'US',
    })
    expect(named(rows, 'John Richter James Doe')).toEqual({
      ...{
        type: 'person',
        name: 'John Richter James Doe',
        firstName: 'John',
        middleName: 'Richter James',
        surname: 'Doe',
        salutationCode: 'M',
      },
      ...{ company: 'IBM', name2: 'Accounting', jobTitle: 'Money Counter', birthday: '2012-06-06' },
      ...{ address: 'Street4', address2: 'Building 6, Floor 8', postCode: '12345', city: 'New York', countryCode: 'US' },
      ...{ phone: '905-777-1234', mobilePhone: '905-555-1234', email: 'john.doe@ibm.com', homePage: 'http://www.ibm.com' },
    })
    expect(rows.length).toBe(2)
  })

  it('Outlook', async () => {
    const rows = await file('John_Doe_MS_OUTLOOK.vcf')
    expect(named(rows, 'IBM')).toMatchObject({ type: 'company', city: 'Albaney', county: 'New York' })
    expect(named(rows, 'John Richter James Doe')).toEqual({
      ...{
        type: 'person',
        name: 'John Richter James Doe',
        firstName: 'John',
        middleName: 'Richter James',
        surname: 'Doe',
        salutationCode: 'M',
      },
      ...{ company: 'IBM', name2: 'Accounting', jobTitle: 'Money Counter', birthday: '1980-03-22' },
      ...{ address: 'Cresent moon drive', postCode: '12345', city: 'Albaney', county: 'New York', countryCode: 'US' },
      ...{ phone: '(905) 555-1234', email: 'john.doe@ibm.cm', homePage: 'http://www.ibm.com' },
    })
    expect(rows.length).toBe(2)
  })

  it('Google Contacts', async () => {
    expect((await file('gmail-list.vcf')).map(({ name, email }) => [name, email])).toEqual([
      ['Arnold Smith', 'asmithk@gmail.com'],
      ['Chris Beatle', 'chrisy55d@yahoo.com'],
      ['Doug White', 'dwhite@gmail.com'],
    ])
  })
})

describe('A list that was saved by', () => {
  it('Excel in German: semicolons, Windows-1252', async () => {
    const text =
      'Anrede;Vorname;Nachname;Firma;Straße;PLZ;Ort;Telefon;E-Mail;Geburtstag;Verteiler\r\n' +
      'Frau;Änne;Müßig;Fröhlich & Söhne;Große Straße 1;01067;Köln;+49 221 1;a@b.example;03.04.1980;MESSE;\r\n' +
      'Herr;Max;Tal;Fröhlich & Söhne;Am Bach 2;80331;München;089 123;;31.12.1975;\r\n'
    const rows = await comesIn(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      'Kontakte.csv',
    )
    expect(named(rows, 'Änne Müßig')).toMatchObject({
      ...{ type: 'person', company: 'Fröhlich & Söhne', address: 'Große Straße 1', postCode: '01067', city: 'Köln', phone: '+49 221 1' },
      ...{ email: 'a@b.example', birthday: '1980-04-03', groups: 'MESSE' },
    })
    expect(named(rows, 'Max Tal')).toMatchObject({ company: 'Fröhlich & Söhne', postCode: '80331', birthday: '1975-12-31' })
    expect(rows.length).toBe(3)
  })

  it('Outlook in English', async () => {
    const text =
      'First Name,Middle Name,Last Name,Company,Job Title,Business Street,Business City,Business Postal Code,Business Country/Region,Business Phone,Mobile Phone,E-mail Address,Categories\r\n' +
      '"Anna","","Berg","Fjord AS","Manager","Havnegata 1, 2nd floor","Oslo","0150","Norway","+47 22 1","+47 9","anna@fjord.example","FAIR;VIP"\r\n'
    const rows = await comesIn(new TextEncoder().encode(text), 'contacts.csv')
    expect(named(rows, 'Anna Berg')).toMatchObject({
      ...{ company: 'Fjord AS', jobTitle: 'Manager', address: 'Havnegata 1, 2nd floor', city: 'Oslo', postCode: '0150', countryCode: 'NO' },
      ...{ phone: '+47 22 1', mobilePhone: '+47 9', email: 'anna@fjord.example', groups: 'FAIR,VIP' },
    })
  })

  it('Google Contacts', async () => {
    const text =
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country\n' +
      'Ida,,Ås,Fjord AS,Sales,FAIR ::: * myContacts,* Work,ida@fjord.example,Mobile,+47 400 00 000,Havnegata 1,Bergen,5003,NO\n'
    const rows = await comesIn(new TextEncoder().encode(text), 'contacts.csv')
    expect(named(rows, 'Ida Ås')).toMatchObject({
      ...{
        company: 'Fjord AS',
        jobTitle: 'Sales',
        email: 'ida@fjord.example',
        mobilePhone: '+47 400 00 000',
        city: 'Bergen',
        postCode: '5003',
      },
    })
  })
})
