// Rows of files and what stands on the tablet: who is the same, who is somebody else, and what the file says otherwise.
import { describe, expect, test } from 'vitest'
import { guessColumns, guessKind } from '../../src/exchange/columns.ts'
import type { Existing } from '../../src/exchange/existing.ts'
import type { ImportChoices, ImportPlan } from '../../src/exchange/importPlan.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readSheet } from '../../src/exchange/readSheet.ts'
import { emptyTablet as tabletWithNothing, occasion } from './onTablet.ts'

const empty = tabletWithNothing('')
const plain: Omit<ImportChoices, 'kind' | 'columns'> = { updates: 'fillBlanks', duplicates: 'later', decisions: {}, mended: {}, tag: '' }

async function plan(
  text: string,
  existing = empty,
  chosen: Partial<ImportChoices> = {},
  byHand: Record<number, string> = {},
): Promise<ImportPlan> {
  const read = await readSheet(new TextEncoder().encode(text), 'list.csv')
  if (!read.ok) throw new Error(read.failure.code)
  const kind = chosen.kind ?? guessKind(read.value)
  const guessed = guessColumns(read.value, kind).map(({ column }, at) => (byHand[at] ? { target: byHand[at] } : column))
  return planImport(read.value, { ...plain, columns: guessed, ...chosen, kind }, existing, occasion)
}

/** The tablet when the plan has been carried out. */
function taken(before: Existing, { changes }: ImportPlan): Existing {
  const after = { ...before } as Record<string, unknown>
  for (const [table, rows] of Object.entries(changes.put)) {
    if (table === 'series') after['series'] = rows[0]
    else after[table] = [...new Map([...(before[table as 'contacts'] ?? []), ...rows].map((row) => [row.id, row])).values()]
  }
  return after as unknown as Existing
}
const tabletWith = async (text: string) => taken(empty, await plan(text))

describe('The external number of somebody else', () => {
  const anna = 'Kundennr.;Vorname;Nachname;E-Mail;Telefon\nK100;Anna;Alt;;\n'

  test('is a possible duplicate, whatever way the file is taken', async () => {
    for (const updates of ['fillBlanks', 'overwrite'] as const) {
      const planned = await plan(
        'Kundennr.;Vorname;Nachname;E-Mail;Telefon\nK100;Bert;Neu;bert@neu.de;030 1234567\n',
        await tabletWith(anna),
        { updates },
      )
      expect(planned.counts).toMatchObject({ new: 0, update: 0, duplicate: 1, undecided: 1 })
      expect(planned.rows[0]?.match).toMatchObject({ name: 'Anna Alt', because: ['externalId'] })
      expect(planned.changes.put).toEqual({})
    }
  })

  test('decided to be another is made once', async () => {
    const bert = 'Kundennr.;Vorname;Nachname;E-Mail;Telefon\nK100;Bert;Neu;bert@neu.de;030 1234567\n'
    const decided = { decisions: { 2: { as: 'different' as const } } }
    const tablet = await tabletWith(anna)
    const once = await plan(bert, tablet, decided)
    expect(once.changes.put.contacts?.map(({ name }) => name)).toEqual(['Bert Neu'])
    const again = await plan(bert, taken(tablet, once), decided)
    expect(again.counts).toMatchObject({ new: 0, update: 1, unchanged: 1 })
    expect(again.changes.put).toEqual({})
  })

  test('is the same person when she married, and the same company under another name', async () => {
    const tablet = await tabletWith('Kundennr.;Vorname;Nachname;Firma;E-Mail\nK1;Anna;Alt;Hof AG;anna@hof.de\nK9;;;Berg GmbH;\n')
    const planned = await plan('Kundennr.;Vorname;Nachname;Firma;E-Mail\nK1;Anna;Neu;Hof AG;anna@hof.de\nK9;;;Tal GmbH;\n', tablet)
    expect(planned.rows.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
  })
})

describe('What the file says otherwise and is kept', () => {
  const before =
    'Vorname;Nachname;E-Mail;Telefon;Gebiet\nAnna;Alt;anna@hof.de;030 1;Nord\nBert;Neu;bert@hof.de;030 2;Nord\nCara;Ost;cara@hof.de;;\n'
  const file =
    'Vorname;Nachname;E-Mail;Telefon;Gebiet\nAnna;Alt;anna@hof.de;040 9;Süd\nBert;Neu;bert@hof.de;030 2;Nord\nCara;Ost;cara@hof.de;030 3;\n'

  test('is told while only blanks are filled', async () => {
    const { counts, rows, changes } = await plan(file, await tabletWith(before))
    expect(counts).toMatchObject({ update: 3, unchanged: 2, differing: 1, nothingNew: 1 })
    const told = [
      { field: 'phone', before: '030 1', after: '040 9' },
      { field: 'territory', before: 'Nord', after: 'Süd' },
    ]
    expect(rows[0]).toMatchObject({ kind: 'unchanged', differs: told })
    expect(rows[1]?.differs).toBeUndefined()
    expect(rows[2]).toMatchObject({ kind: 'update' })
    expect(changes.put.contacts?.map(({ name }) => name)).toEqual(['Cara Ost'])
  })

  test('is told while known people are left as they are, and not when the file wins', async () => {
    const tablet = await tabletWith(before)
    expect((await plan(file, tablet, { updates: 'leave' })).counts).toMatchObject({ differing: 2, out: 3 })
    expect((await plan(file, tablet, { updates: 'overwrite' })).counts).toMatchObject({
      update: 3,
      unchanged: 1,
      differing: 0,
      nothingNew: 1,
    })
  })

  test('makes no list that nobody gets', async () => {
    const { changes, counts } = await plan(file, await tabletWith(before))
    expect(changes.put.territories).toBeUndefined()
    expect(counts.listsMade).toEqual([])
    const left = await plan('Vorname;Nachname;Verteiler\nDora;Ost;Messe\n', empty, { decisions: { 2: { as: 'leaveOut' } } })
    expect(left.counts.listsMade).toEqual([])
  })

  test('counts another company', async () => {
    const tablet = await tabletWith('Vorname;Nachname;E-Mail;Firma\nAnna;Alt;anna@hof.de;Hof AG\n')
    const { rows } = await plan('Vorname;Nachname;E-Mail;Firma\nAnna;Alt;anna@hof.de;Tal GmbH\n', tablet)
    expect(rows[0]?.differs).toEqual([{ field: 'companyName', before: 'Hof AG', after: 'Tal GmbH' }])
  })
})

describe('An interaction', () => {
  const head = 'Datum;Name;Beschreibung;Kommentar\n'

  test('is another one when its comment is another', async () => {
    const people = await tabletWith('Vorname;Nachname\nAnna;Alt\n')
    const chosen = { kind: 'interactions' as const }
    const first = await plan(`${head}02.03.2026;Anna Alt;Telefonat;erste Notiz\n`, people, chosen)
    expect(first.counts).toMatchObject({ new: 1 })
    const tablet = taken(people, first)
    const next = await plan(
      `${head}02.03.2026;Anna Alt;Telefonat;zweite Notiz\n02.03.2026;Anna Alt;Telefonat;erste  Notiz\n`,
      tablet,
      chosen,
    )
    expect(next.rows.map(({ kind }) => kind)).toEqual(['new', 'unchanged'])
    expect(next.changes.put.entries?.map(({ comment }) => comment)).toEqual(['zweite Notiz'])
  })
})

describe('A number column assigned by hand', () => {
  test('is read as all its cells say it', async () => {
    const people = await tabletWith('Firma\nHof AG\n')
    const rows = 'Datum;Firma;Artikel;Wert EUR\n02.03.2026;Hof AG;A1;12,50\n02.03.2026;Hof AG;A2;2,500\n02.03.2026;Hof AG;A3;1.234,50\n'
    const { changes, counts } = await plan(rows, people, { kind: 'purchases' }, { 3: 'amount' })
    expect(counts).toMatchObject({ new: 3, problem: 0 })
    expect(changes.put.purchases?.map(({ amount }) => amount)).toEqual([12.5, 2.5, 1234.5])
  })
})
