// What the screens of the import say: where columns may go, what differs between two people, what a day could mean.
import { describe, expect, it } from 'vitest'
import { importTargets, problemsThatAreTold, problemsThatStop } from '../../src/exchange/importTargets.ts'
import type { PlannedRow } from '../../src/screens/files/importDraft.ts'
import { differences } from '../../src/screens/files/importDifference.ts'
import { RowPages } from '../../src/screens/files/importPages.svelte.ts'
import { dayReadings, decimalReadings } from '../../src/screens/files/importQuestions.ts'
import { importKinds } from '../../src/screens/files/importDraft.ts'
import { searchTargets, targetName, withTarget } from '../../src/screens/files/importTargets.ts'
import { problemCodes } from '../../src/screens/files/importWords.ts'

describe('Where a column may go', () => {
  it.each(importKinds)('every target of %s stands in the picker, once', (kind) => {
    const shown = searchTargets(kind, '').flatMap(({ targets }) => targets as readonly string[])
    expect([...shown].sort()).toEqual([...importTargets[kind]].sort())
  })
  it('is found by the name of the field and by that of its group', () => {
    expect(searchTargets('contacts', 'birthd').flatMap(({ targets }) => targets)).toEqual(['birthday'])
    expect(searchTargets('contacts', 'address').flatMap(({ targets }) => targets)).toContain('postCode')
    expect(searchTargets('contacts', 'zzz')).toEqual([])
  })
  it('a target stands in one column, but several columns may fill a list', () => {
    const columns = [{ target: 'email' }, { target: 'mailingGroups' }, {}]
    expect(withTarget(columns, 2, 'email')).toEqual([{}, { target: 'mailingGroups' }, { target: 'email' }])
    expect(withTarget(columns, 2, 'mailingGroups')).toEqual([...columns.slice(0, 2), { target: 'mailingGroups' }])
    expect(withTarget(columns, 0, undefined)[0]).toEqual({})
  })
  it('a target that is not known here is called by its own name', () => expect(targetName('shoeSize')).toBe('shoeSize'))
  it('everything that can be wrong with a row has its sentence', () => {
    const known: readonly string[] = problemCodes
    const all = importKinds.flatMap((kind) => [...problemsThatStop[kind], ...problemsThatAreTold[kind]])
    expect([...new Set(all)].filter((code) => !known.includes(code))).toEqual([])
  })
})

describe('What differs', () => {
  const marked = (text: string, other: string) =>
    differences(text, other)
      .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
      .join('')
  it.each([
    ['Pieter v.d. Veen', 'Pieter van der Veen', 'Pieter [v.d.] Veen'],
    ['Femke de Boer-Jansen', 'Femke de Boer', 'Femke de Boer[-Jansen]'],
    ['+31 38 421 77 06', '+31 38 421 77 05', '+31 38 421 77 [06]'],
    ['info@a.example', '', 'info@a.example'],
    ['S. Bjorkhaug', 'Sønnøve Bjørkhaug', '[S.] Bjorkhaug'],
    ['Holz GmbH & Co. KG', 'Holz KG', 'Holz [GmbH & Co.] KG'],
    ['Müller', 'MÜLLER', 'Müller'],
    ['', 'Müller', ''],
  ])('%s beside %s', (text, other, shown) => expect(marked(text, other)).toBe(shown))
  it('nothing of the text is lost', () => {
    for (const text of ['  a b  c ', 'x', 'Änne-Marie O’Neill'])
      expect(
        differences(text, 'b Änne')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })
})

describe('What a cell could mean', () => {
  it('a day is shown in both readings', () => {
    expect(dayReadings('03/04/2026').map(({ label, says }) => [label, says.dayOrder])).toEqual([
      ['3 Apr 2026', 'dmy'],
      ['4 Mar 2026', 'mdy'],
    ])
  })
  it('a figure with one sign, too', () => {
    expect(decimalReadings('1.234').map(({ label, says }) => [label, says.decimal])).toEqual([
      ['1234, a whole number', ','],
      ['1.234, with a fraction', '.'],
    ])
    expect(decimalReadings('1,234').map(({ says }) => says.decimal)).toEqual(['.', ','])
  })
})

describe('Rows in sight', () => {
  const moment = () => new Promise((done) => setTimeout(done))
  const row = (lineNo: number) => ({ lineNo }) as PlannedRow
  it('come page by page, each asked for once, and again after another check', async () => {
    const asked: number[] = []
    let shift = 0
    const read = (_tile: string, from: number, count: number) => {
      asked.push(from)
      return Promise.resolve(Array.from({ length: count }, (_, at) => row(from + at + shift)))
    }
    const pages = new RowPages('new', read, () => expect.unreachable())
    expect(pages.at(0)).toBeUndefined()
    pages.at(1)
    pages.at(60)
    await moment()
    expect([pages.at(0)?.lineNo, pages.at(61)?.lineNo, asked]).toEqual([0, 61, [0, 60]])
    shift = 1000
    pages.renew()
    expect(pages.at(0)?.lineNo).toBe(0)
    await moment()
    expect([pages.at(0)?.lineNo, asked]).toEqual([1000, [0, 60, 0, 60]])
  })
  it('that are on their way when another check is done are asked for again', async () => {
    const asked: number[] = []
    const pages = new RowPages(
      'new',
      (_tile, from) => Promise.resolve([row(asked.push(from))]),
      () => expect.unreachable(),
    )
    pages.at(0)
    pages.renew()
    await moment()
    expect([pages.at(0)?.lineNo, asked]).toEqual([2, [0, 0]])
  })
  it('that should be there and are not are told', async () => {
    let lost = 0
    const pages = new RowPages(
      'problem',
      () => Promise.resolve([]),
      () => lost++,
    )
    pages.at(0)
    await moment()
    expect(lost).toBe(1)
  })
})
